package report

import (
	"fmt"
	"slices"

	"debrief/parser"
)

const decisionUnknownID = "decision-unknown"

var decisionUnknown = Rule{
	ID:    decisionUnknownID,
	Title: "Know the day they mean to decide",
	Looks: "The latest round of every live position: is a day noted by which they decide, in the round's note or the application's? " +
		"A day before that round is about an earlier one. It is advice only, and silent once the next round is set, on hold, or with an offer, " +
		"and where position-quiet asks for a message to them anyway.",
	Why: "With a day in hand you can stop wondering until then, and a question after it is expected. " +
		"Interviewers are asked this at the end of most conversations and seldom mind.",
	Fires: `now: 2026-11-20T09:00:00+01:00
-- search.md --
---
started: 2026-11-02
timezone: Europe/Berlin
---
-- applications/globex.md --
---
company: Globex
role: Data Engineer
applied: 2026-11-16
interviews:
  - date: 2026-11-19 14:00
    with: Hana Kim
    thanked: 2026-11-19
    confidence: 3
---
`,
	Silent: `now: 2026-11-20T09:00:00+01:00
-- search.md --
---
started: 2026-11-02
timezone: Europe/Berlin
---
-- applications/globex.md --
---
company: Globex
role: Data Engineer
applied: 2026-11-16
interviews:
  - date: 2026-11-19 14:00
    with: Hana Kim
    thanked: 2026-11-19
    confidence: 3
    decision_by: 2026-11-27
---
`,
	Run: func(v *view, yield func(duty)) {
		for _, p := range v.journal.Positions {
			latestFirst := roundsByEnd(p, func(*parser.Interview) bool { return true })
			slices.Reverse(latestFirst)
			for i, iv := range latestFirst {
				yield(v.decisionUnknownDuty(p, iv, latestFirst[:i]))
			}
		}
	},
}

// decisionUnknownDuty is the question one round leaves open, as long as it is
// its position's latest; later are the rounds after it, latest first.
func (v *view) decisionUnknownDuty(p *parser.Position, iv *parser.Interview, later []*parser.Interview) duty {
	return duty{
		subject: subject{position: p, interview: iv, place: iv.Place},
		judge: func() claim {
			if !v.latest(iv, later) || !v.waiting(p) || v.ahead(p) || v.decisionOf(p).by.Known() || v.positionQuietSpeaks(p) {
				return claim{}
			}
			return claim{urgency: Advice, since: v.endedAt(iv)}
		},
		words: func(claim) wording {
			return wording{
				title:   fmt.Sprintf("Find out when %s decides", hostOf(iv)),
				message: fmt.Sprintf("Find out when %s decides: you met them %s, and no day is noted.", hostOf(iv), v.on(dayOf(iv))),
				action:  "Ask in your next message when you may expect to hear, and note the day as decision_by.",
				record:  v.decisionRecord(p, iv),
			}
		},
	}
}
