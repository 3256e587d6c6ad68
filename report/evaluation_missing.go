package report

import (
	"fmt"

	"debrief/parser"
)

const evaluationMissingID = "evaluation-missing"

var evaluationMissing = Rule{
	ID:    evaluationMissingID,
	Title: "Write down how it went while it is fresh",
	Done:  "interview evaluated",
	Looks: "Every round that took place: does its note say how it went? What worked, what did not, how confident it felt " +
		"(in words or from 1 to 5), the questions that were hard, or a few sentences of your own all count. " +
		"Research does not: that was written before. In the three days after a rejection nothing is asked. " +
		"While it asks, evaluation-incomplete is silent.",
	Why: "Most of what is said in an hour is gone from memory the next day (Ebbinghaus, 1885: about two thirds after 24 hours), " +
		"and the next round is prepared from what is left on paper.",
	Settings: []Setting{
		{Name: "within", Default: "24h", About: "how long after a round's end the memory is fresh; after a round of which only the day is known, the following day counts whole"},
		{Name: "until", Default: "7d", About: "how long after that it is still asked for"},
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
interviewers: [Hana Kim]
thanked: 2026-11-19
---
## Research

- Hana gave a talk on late readings in May

## What worked

- TODO
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
interviewers: [Hana Kim]
thanked: 2026-11-19
---
## What worked

- we drew the ledger together
`,
	Run: func(v *view, yield func(duty)) {
		within, until := v.settings.span(evaluationMissingID, "within"), v.settings.span(evaluationMissingID, "until")
		for _, iv := range v.journal.Interviews {
			yield(v.evaluationDuty(iv, within, until))
		}
	},
}

// evaluationMissingSpeaks reports whether evaluation-missing asks for the notes
// on a round as a whole, so that nothing asks for parts of them.
func (v *view) evaluationMissingSpeaks(iv *parser.Interview) bool {
	within, until := v.settings.span(evaluationMissingID, "within"), v.settings.span(evaluationMissingID, "until")
	return v.speaks(evaluationMissingID, v.evaluationDuty(iv, within, until))
}

// evaluationDuty is the debriefing owed for one round.
func (v *view) evaluationDuty(iv *parser.Interview, within, until span) duty {
	return duty{
		subject: roundWith(iv, nil),
		did:     func() bool { return v.evaluated(iv) },
		judge: func() claim {
			if !v.held(iv) || v.evaluated(iv) || v.justRejected(iv.Position) {
				return claim{}
			}
			due := v.interviewDeadline(iv, within)
			return v.fading(v.endedAt(iv), due, due.plus(until, v.zone))
		},
		words: func(c claim) wording {
			return wording{
				title:   fmt.Sprintf("Write down how %s went on %s", hostOf(iv), date(dayOf(iv))),
				message: v.evaluationMessage(iv, c),
				action:  fmt.Sprintf("Write two lines about %s: what worked, and one question you would answer better now.", hostOf(iv)),
				record:  v.evaluationRecord(iv),
			}
		},
	}
}

func (v *view) evaluationMessage(iv *parser.Interview, c claim) string {
	what := fmt.Sprintf("Write down how %s went %s", hostOf(iv), v.on(dayOf(iv)))
	switch c.urgency {
	case Due:
		return fmt.Sprintf("%s, %s: %s.", what, v.by(c.due), v.left(c.due))
	case Overdue:
		return fmt.Sprintf("%s: %s, and what you still remember will help in the next round.", what, v.late(c.due))
	default:
		return fmt.Sprintf("%s: even one line makes the next round easier.", what)
	}
}
