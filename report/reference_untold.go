package report

import (
	"cmp"
	"fmt"
	"time"

	"debrief/parser"
)

const referenceUntoldID = "reference-untold"

var referenceUntold = Rule{
	ID:    referenceUntoldID,
	Title: "Tell your references before somebody calls them",
	Done:  "told about the position",
	Looks: "Every live position with a round behind it, references asked for or an offer, and everyone expected to speak for it: " +
		"do they know about this position? Expected are the references the application names, else those search.md names, else every active one. " +
		"It is due at once and overdue 48 hours after the second round, 24 hours after a round that left you confident (4 or 5), " +
		"or once references are asked for or an offer is made.",
	Why: "A reference caught off guard sounds unsure, and that is heard as doubt about you. References are usually called after the second round, " +
		"often without a word to the candidate, so a day or two is what there is.",
	Settings: []Setting{
		{Name: "within", Default: "48h", About: "how long after the second round's end they are told in time"},
		{Name: "confident", Default: "24h", About: "the same after a round with a confidence of 4 or 5"},
	},
	Fires: `now: 2026-11-20T09:00:00+01:00
-- search.md --
---
started: 2026-11-16
timezone: Europe/Berlin
references: [Jane Doe]
---
-- applications/acme.md --
---
company: Acme Robotics
role: Platform Engineer
applied: 2026-11-16
status: interviewing
resume: resume-v3.pdf
interviews:
  - date: 2026-11-19 14:00
    with: Dana Reyes
    thanked: 2026-11-19
    confidence: 3
---
-- references/jane-doe.md --
---
name: Jane Doe
permission: yes
---
`,
	Silent: `now: 2026-11-20T09:00:00+01:00
-- search.md --
---
started: 2026-11-16
timezone: Europe/Berlin
references: [Jane Doe]
---
-- applications/acme.md --
---
company: Acme Robotics
role: Platform Engineer
applied: 2026-11-16
status: interviewing
resume: resume-v3.pdf
interviews:
  - date: 2026-11-19 14:00
    with: Dana Reyes
    thanked: 2026-11-19
    confidence: 3
---
-- references/jane-doe.md --
---
name: Jane Doe
permission: yes
told:
  - position: Acme Robotics
    on: 2026-11-19
    resume: resume-v3.pdf
---
`,
	Run: func(v *view, yield func(duty)) {
		for _, p := range v.journal.Positions {
			for _, r := range v.possibleReferences(p) {
				yield(v.referenceUntoldDuty(p, r))
			}
		}
	},
}

// referenceUntoldDuty is the word owed to one reference about one position.
func (v *view) referenceUntoldDuty(p *parser.Position, r *parser.Reference) duty {
	return duty{
		subject: subject{position: p, reference: r, person: r.Person, place: p.Place},
		did:     func() bool { return v.told(r, p) != nil },
		judge: func() claim {
			if !v.referencesRun(p) || !v.expectsReferences(p) || v.told(r, p) != nil {
				return claim{}
			}
			c := claim{urgency: Due, since: v.referencesSince(p), due: v.referencesDeadline(p)}
			if v.reached(c.due.at) {
				c.urgency = Overdue
			}
			return c
		},
		words: func(c claim) wording {
			return wording{
				title:   fmt.Sprintf("Tell %s about %s", r.Name, roleAt(p)),
				message: v.referenceUntoldMessage(p, r, c),
				action:  v.referenceUntoldAction(p, r),
				record:  v.toldRecord(p, r),
			}
		},
	}
}

// referencesRun reports whether a position's references are anybody's concern
// now: the search is on, the position live, its offer not yet accepted.
func (v *view) referencesRun(p *parser.Position) bool {
	return v.live(p) && !v.accepted(p) && v.referencesMatter(p) && v.searchOn()
}

// referencesSince returns when references first mattered for a position; zero
// when that was on no known day.
func (v *view) referencesSince(p *parser.Position) time.Time {
	var since time.Time
	first := func(t time.Time) {
		if !t.IsZero() && (since.IsZero() || t.Before(since)) {
			since = t
		}
	}
	for _, iv := range v.heldRounds(p) {
		first(v.endedAt(iv))
	}
	if v.requested(p) {
		first(p.ReferencesRequested.Time)
	}
	first(v.offerDay(p).Time)
	return since
}

// referencesDeadline returns when a position's references should know of it.
// Rounds ahead that will count once they are over have their say already, so
// that the deadline does not jump.
func (v *view) referencesDeadline(p *parser.Position) deadline {
	within := v.settings.span(referenceUntoldID, "within")
	confident := v.settings.span(referenceUntoldID, "confident")
	var first deadline
	rounds := roundsByEnd(p, v.counts)
	if len(rounds) > 1 {
		first = v.interviewDeadline(rounds[1], within)
	}
	for _, iv := range rounds {
		if iv.ConfidenceRating >= 4 {
			first = earlier(first, v.interviewDeadline(iv, confident))
		}
	}
	if v.requested(p) {
		first = earlier(first, v.deadlineAfter(p.ReferencesRequested, span{}))
	}
	return earlier(first, v.deadlineAfter(v.offerDay(p), span{}))
}

func (v *view) referenceUntoldMessage(p *parser.Position, r *parser.Reference, c claim) string {
	what, fact := fmt.Sprintf("Tell %s about %s", r.Name, roleAt(p)), v.referencesFact(p, c.due)
	switch {
	case c.urgency == Overdue:
		return fmt.Sprintf("%s, %s: %s, and it is still best heard from you.", what, v.late(c.due), fact)
	case c.due.never():
		call := "after the next round"
		if v.requested(p) || v.offered(p) {
			call = "any day"
		}
		return fmt.Sprintf("%s: %s, and a call could come %s.", what, fact, call)
	default:
		return fmt.Sprintf("%s %s, %s: %s.", what, v.by(c.due), v.left(c.due), fact)
	}
}

// referencesFact says for what a position's references should know of it by a
// deadline; without one, what makes them matter at all.
func (v *view) referencesFact(p *parser.Position, due deadline) string {
	offer := v.offerDay(p)
	switch {
	case v.requested(p) && v.deadlineAfter(p.ReferencesRequested, span{}) == due:
		return "they asked for references " + v.on(v.day(p.ReferencesRequested))
	case offer.Known() && v.deadlineAfter(offer, span{}) == due:
		return "they made you an offer " + v.on(v.day(offer))
	case due.never() && v.offered(p):
		return "they have made you an offer"
	case due.never() && v.requested(p):
		return "they have asked for references"
	}
	return v.roundFact(p, due)
}

// roundFact is referencesFact where a round is what sets the deadline: one that
// left the person confident, or the second.
func (v *view) roundFact(p *parser.Position, due deadline) string {
	rounds := roundsByEnd(p, v.counts)
	confident := v.settings.span(referenceUntoldID, "confident")
	for _, iv := range rounds {
		if iv.ConfidenceRating >= 4 && v.interviewDeadline(iv, confident) == due {
			return "you felt sure after your round " + v.on(dayOf(iv))
		}
	}
	if due.never() || len(rounds) < 2 {
		return "they met you " + v.on(dayOf(rounds[0]))
	}
	if second := rounds[1]; !v.held(second) {
		return "they meet you again " + v.on(dayOf(second))
	}
	return "they met you a second time " + v.on(dayOf(rounds[1]))
}

func (v *view) referenceUntoldAction(p *parser.Position, r *parser.Reference) string {
	papers := "the posting and " + cmp.Or(fileName(appliedWith(p)), "your résumé for "+p.Company)
	if !v.asked(r) {
		return fmt.Sprintf("Ask %s whether you may name them, and send %s.", r.Name, papers)
	}
	return fmt.Sprintf("Call or write to %s, and send %s.", r.Name, papers)
}
