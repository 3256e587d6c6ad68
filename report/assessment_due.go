package report

import (
	"fmt"
	"slices"

	"debrief/parser"
)

const assessmentDueID = "assessment-due"

var assessmentDue = Rule{
	ID:    assessmentDueID,
	Title: "Hand in the take-home",
	Done:  "take-home handed in",
	Looks: "Applications with a take-home's `due`: from 72 hours before it is due to be sent, from 24 hours before it overdue, " +
		"until it is handed in or a week has passed. A `sent` line counts, a résumé or cover letter alone does not, " +
		"nor does what was sent up to the day of the application, or more than two weeks before the deadline with a word from them since; " +
		"so does any status beyond assessment, an offer, or a round held after the day. On hold it is silent.",
	Why: "Three days leave room for an evening of work and a night's sleep before the last read; in the last day everything else can wait. " +
		"The figures are rules of thumb.",
	Settings: []Setting{
		{Name: "due", Default: "72h", About: "how long before its deadline a take-home is due"},
		{Name: "overdue", Default: "24h", About: "how long before it becomes overdue"},
		{Name: "until", Default: "7d", About: "how long after the deadline it is still asked for"},
	},
	Fires: `now: 2026-11-20T09:00:00+01:00
-- search.md --
---
started: 2026-11-16
timezone: Europe/Berlin
---
-- applications/globex.md --
---
company: Globex
role: Data Engineer
applied: 2026-11-16
status: assessment
due: 2026-11-22 18:00
---
`,
	Silent: `now: 2026-11-20T09:00:00+01:00
-- search.md --
---
started: 2026-11-16
timezone: Europe/Berlin
---
-- applications/globex.md --
---
company: Globex
role: Data Engineer
applied: 2026-11-16
status: assessment
due: 2026-11-22 18:00
---
## Log

- 2026-11-19 23:10 sent ledger.zip to Globex
`,
	Run: func(v *view, yield func(duty)) {
		count := v.countdown(assessmentDueID)
		for _, p := range v.journal.Positions {
			if p.Due.Known() {
				yield(v.assessmentDuty(p, count))
			}
		}
	},
}

// assessmentDuty is the take-home owed to one position.
func (v *view) assessmentDuty(p *parser.Position, count countdown) duty {
	last := v.lastMoment(p.Due)
	return duty{
		subject: subject{position: p, place: p.DuePlace},
		did:     func() bool { return v.submitted(p) },
		judge: func() claim {
			if !v.takeHomeOpen(p) || v.submitted(p) {
				return claim{}
			}
			return v.closing(last, count)
		},
		words: func(claim) wording {
			w := wording{
				title:   fmt.Sprintf("Send %s your take-home", roleAt(p)),
				message: fmt.Sprintf("Send %s your take-home %s: %s.", roleAt(p), v.by(last), v.left(last)),
				action:  "Set two quiet hours aside, and send what you have when they are over.",
				record:  v.positionRecord(p, "sent "+toFillIn, "to"),
			}
			if !v.now.Before(last.at) {
				w.message = fmt.Sprintf("Send %s your take-home, %s: it was due %s, and most teams still read it.", roleAt(p), v.late(last), v.on(v.day(p.Due)))
				w.action = fmt.Sprintf("Send %s what you have with one line about the delay.", v.addressee(p))
			}
			return w
		},
	}
}

// takeHomeOpen reports whether anybody waits for a position's take-home. Who
// was given one is in play, even where no application is noted.
func (v *view) takeHomeOpen(p *parser.Position) bool {
	inPlay := v.live(p) || p.Status == "" && !v.over(p) && !v.resting(p)
	return inPlay && p.Status != parser.OnHold && !v.accepted(p) && v.searchOn()
}

// submitted reports whether a take-home was handed in: something was sent, or
// the position has moved on.
func (v *view) submitted(p *parser.Position) bool {
	switch p.Status {
	case parser.Interviewing, parser.Offered, parser.Accepted, parser.Started:
		return true
	}
	return v.offered(p) || slices.ContainsFunc(p.Events, func(e *parser.Event) bool {
		return e.What == parser.Sent && v.happened(e.When) && v.sentWork(e) && !v.sentBeforeTask(e, p)
	}) || slices.ContainsFunc(p.Interviews, func(iv *parser.Interview) bool {
		return v.after(iv.Start, p.Due) && v.held(iv)
	})
}

// taskDays is how many days before its deadline a take-home is hardly ever given
// out: a rule of thumb.
const taskDays = 14

// sentBeforeTask reports whether something was sent before there was a take-home
// to hand in: by the day of the application, or so long before the deadline, and
// before another word of theirs, that this word set the task.
func (v *view) sentBeforeTask(e *parser.Event, p *parser.Position) bool {
	if on := v.appliedOn(p); on.Known() && e.When.Known() && !v.after(e.When, on) {
		return true
	}
	if !e.When.Known() || v.day(e.When).DaysUntil(v.day(p.Due)) <= taskDays {
		return false
	}
	set := func(word parser.When) bool { return v.after(word, e.When) && !v.after(word, p.Due) }
	return slices.ContainsFunc(p.Events, func(reply *parser.Event) bool {
		return answer(reply) && set(reply.When) && v.concerns(reply, p) && v.happened(reply.When)
	}) || slices.ContainsFunc(p.Interviews, func(iv *parser.Interview) bool {
		return set(iv.Start) && v.held(iv)
	})
}

// sentWork reports whether an event sent something to a company that is more
// than the papers of an application.
func (v *view) sentWork(e *parser.Event) bool {
	papers := 0
	if e.Resume {
		papers++
	}
	if e.CoverLetter {
		papers++
	}
	return !slices.ContainsFunc(e.People, v.isReference) && (len(e.Files) == 0 || len(e.Files) > papers)
}
