package report

import (
	"fmt"

	"debrief/parser"
)

const interviewUnrecordedID = "interview-unrecorded"

var interviewUnrecorded = Rule{
	ID:    interviewUnrecordedID,
	Title: "Say whether the interview took place",
	Done:  "interview recorded",
	Looks: "Rounds still marked as scheduled whose time has passed, with nobody thanked and nothing written about them. " +
		"It is due from the round's end, overdue once a thank-you would be, and advice a week later. " +
		"Until it is answered, nothing else is asked about that round: no thank-you, no evaluation.",
	Why: "An interview that was moved owes nobody a note, one that took place does, and only you know which it was. " +
		"The deadline is the thank-you's, because that is what waits for the answer.",
	Settings: []Setting{
		{Name: "until", Default: "7d", About: "how long after the thank-you's deadline it is still asked"},
	},
	Fires: `now: 2026-11-19T20:45:00+01:00
-- search.md --
---
started: 2026-11-16
timezone: Europe/Berlin
---
-- interviews/globex-panel.md --
---
company: Globex
role: Data Engineer
date: 2026-11-19 14:30
interviewers: [Hana Kim, Ana Lima]
status: scheduled
---
`,
	Silent: `now: 2026-11-19T20:45:00+01:00
-- search.md --
---
started: 2026-11-16
timezone: Europe/Berlin
---
-- interviews/globex-panel.md --
---
company: Globex
role: Data Engineer
date: 2026-11-19 14:30
interviewers: [Hana Kim, Ana Lima]
status: rescheduled
---
`,
	Run: func(v *view, yield func(duty)) {
		until := v.settings.span(interviewUnrecordedID, "until")
		for _, iv := range v.journal.Interviews {
			if iv.Position != nil {
				yield(v.interviewUnrecordedDuty(iv, until))
			}
		}
	},
}

// interviewUnrecordedDuty is the question whether one round took place.
func (v *view) interviewUnrecordedDuty(iv *parser.Interview, until span) duty {
	about := roundWith(iv, nil)
	if iv.Status != parser.Scheduled {
		return duty{subject: about, did: func() bool { return true }}
	}
	return duty{
		subject: about,
		did:     func() bool { return v.recorded(iv) },
		judge: func() claim {
			if !v.unrecorded(iv) || !v.mayHaveMet(iv) || !v.searchOn() {
				return claim{}
			}
			due := v.interviewDeadline(iv, v.settings.span(thankYouID, "within"))
			return v.fading(v.endedAt(iv), due, due.plus(until, v.zone))
		},
		words: func(c claim) wording {
			return wording{
				title:   fmt.Sprintf("Say whether you met %s on %s", hostOf(iv), date(dayOf(iv))),
				message: v.interviewUnrecordedMessage(iv, c),
				action:  "Add one line about how it went, or set its status to cancelled, rescheduled or no-show.",
				record:  v.evaluationRecord(iv),
			}
		},
	}
}

// mayHaveMet reports whether a round can have taken place as far as its
// position tells: it is neither at rest nor accepted, and had not ended by
// then. In the days after a rejection nothing is asked.
func (v *view) mayHaveMet(iv *parser.Interview) bool {
	p := iv.Position
	return !v.resting(p) && !v.accepted(p) && !v.justRejected(p) && !v.endedBefore(p, iv.Start) && !overUndated(p)
}

func (v *view) interviewUnrecordedMessage(iv *parser.Interview, c claim) string {
	what := fmt.Sprintf("Say whether you met %s %s", hostOf(iv), v.on(dayOf(iv)))
	switch c.urgency {
	case Due:
		return fmt.Sprintf("%s: its note does not say yet.", what)
	case Overdue:
		return fmt.Sprintf("%s: its note does not say yet, and a thank-you may be waiting.", what)
	default:
		return fmt.Sprintf("%s: its note does not say yet, and one word settles it.", what)
	}
}
