package report

import (
	"fmt"
	"slices"

	"debrief/parser"
)

const rejectionUnansweredID = "rejection-unanswered"

var rejectionUnanswered = Rule{
	ID:    rejectionUnansweredID,
	Title: "Answer a no with thanks",
	Looks: "A position with a round behind it that was rejected, on a known day, 3 to 30 days ago, and no word from you to its people since. " +
		"Before the third day nothing is asked. While thank-you asks for a note to somebody you met there, this rule is silent: one note settles both.",
	Why: "Second choices are called when the first one leaves or declines, and new openings go to people who are remembered kindly. " +
		"Hardly anybody answers a no, so two lines stand out.",
	Settings: []Setting{
		{Name: "until", Default: "30d", About: "how long after the rejection an answer makes sense"},
	},
	Fires: `now: 2026-11-20T09:00:00+01:00
-- search.md --
---
started: 2026-10-05
timezone: Europe/Berlin
---
-- applications/acme.md --
---
company: Acme Robotics
role: Platform Engineer
applied: 2026-10-16
status: rejected
interviews:
  - date: 2026-11-09 14:00
    with: Dana Reyes
    thanked: 2026-11-09
    confidence: 3
---
## Log

- 2026-11-13 rejected
-- log.md --
- 2026-11-18 applied to Initech as Platform Engineer, sent resume-v3.pdf
`,
	Silent: `now: 2026-11-20T09:00:00+01:00
-- search.md --
---
started: 2026-10-05
timezone: Europe/Berlin
---
-- applications/acme.md --
---
company: Acme Robotics
role: Platform Engineer
applied: 2026-10-16
status: rejected
interviews:
  - date: 2026-11-09 14:00
    with: Dana Reyes
    thanked: 2026-11-09
    confidence: 3
---
## Log

- 2026-11-13 rejected
- 2026-11-16 followed up with Dana Reyes: thanked her, and asked to be kept in mind
-- log.md --
- 2026-11-18 applied to Initech as Platform Engineer, sent resume-v3.pdf
`,
	Run: func(v *view, yield func(duty)) {
		until := v.settings.span(rejectionUnansweredID, "until").wholeDays()
		for _, p := range v.journal.Positions {
			yield(v.rejectionDuty(p, until))
		}
	},
}

// rejectionDuty is the kind answer to one rejection.
func (v *view) rejectionDuty(p *parser.Position, until int) duty {
	return duty{
		subject: subject{position: p, place: p.Place},
		judge: func() claim {
			no := v.rejectedOn(p)
			if !no.Known() || !slices.ContainsFunc(p.Interviews, v.held) || !v.searchOn() || v.thankYouSpeaks(p) {
				return claim{}
			}
			from := v.daysLater(no, quietDays)
			if !v.reached(from) || v.reached(v.day(no).AddDays(until+1).Start(v.zone)) || v.spokeSince(p, no) {
				return claim{}
			}
			return claim{urgency: Advice, since: from}
		},
		words: func(claim) wording {
			who := p.Company
			held := v.heldRounds(p)
			if last := held[len(held)-1]; len(last.Interviewers) > 0 {
				who = fmt.Sprintf("%s (%s)", last.Interviewers[0].Name, p.Company)
			}
			return wording{
				title:   fmt.Sprintf("Thank %s for their time", who),
				message: fmt.Sprintf("Thank %s for their time, when you feel like it: their answer came %s, and doors open again.", who, v.on(v.day(v.rejectedOn(p)))),
				action:  fmt.Sprintf("Write %s two lines: thank you, and please keep me in mind.", who),
				record:  v.positionRecord(p, followedUp, "with"),
			}
		},
	}
}

// rejectedOn returns when a position was rejected last, undated when it was
// not or nobody wrote it down.
func (v *view) rejectedOn(p *parser.Position) parser.When {
	var last parser.When
	for _, e := range p.Events {
		if e.What == parser.RejectedBy && e.When.Known() && v.happened(e.When) {
			last = latest(last, e.When)
		}
	}
	return last
}

// spokeSince reports whether a position's people were thanked, written to or
// heard of again since something happened. On its very day a reply may be the
// news itself; an undated thank-you is that for a round.
func (v *view) spokeSince(p *parser.Position, since parser.When) bool {
	return slices.ContainsFunc(p.Events, func(e *parser.Event) bool {
		if !v.happened(e.When) {
			return false
		}
		switch e.What {
		case parser.Thanked:
			return e.When.Known() && !v.after(since, e.When)
		case parser.FollowedUp, parser.Contacted, parser.Outreach, parser.Apologised:
			return !v.after(since, e.When)
		case parser.HeardBack:
			return v.after(e.When, since)
		}
		return false
	})
}
