package report

import (
	"fmt"

	"debrief/parser"
)

const answerOverdueID = "answer-overdue"

var answerOverdue = Rule{
	ID:    answerOverdueID,
	Title: "Ask when the promised day has passed",
	Done:  "asked for the answer",
	Looks: "Every live position with a day by which they meant to decide: `decision_by` of the latest round, else the application's. " +
		"Two working days after it, with no reply, follow-up or anything else since, it is due to ask; five working days later overdue; " +
		"after two more weeks it is advice to ask or to let it go. Positions on hold or with an offer are left alone, pauses do not count. " +
		"While it speaks, position-quiet and contact-cold are silent about the same company.",
	Why: "Decisions slip far more often than they are made in silence: somebody is on leave, a budget waits for a signature. " +
		"A friendly question after the day they named themselves is never pushy; two working days leave room for a slow Friday. " +
		"The figures are career advisers' usual counsel.",
	Settings: []Setting{
		{Name: "due", Default: "2", About: "how many working days after the day they named it is time to ask"},
		{Name: "overdue", Default: "5", About: "after how many working days more it is overdue"},
		{Name: "until", Default: "14d", About: "how long after that it is still asked for"},
	},
	Fires: `now: 2026-11-25T09:00:00+01:00
-- search.md --
---
started: 2026-11-02
timezone: Europe/Berlin
---
-- applications/globex.md --
---
company: Globex
role: Data Engineer
applied: 2026-11-05
contacts: [Hana Kim]
interviews:
  - date: 2026-11-12 14:00
    with: Hana Kim
    thanked: 2026-11-12
    confidence: 3
    decision_by: 2026-11-20
---
-- log.md --
- 2026-11-23 applied to Initech as Platform Engineer, sent resume-v3.pdf
`,
	Silent: `now: 2026-11-25T09:00:00+01:00
-- search.md --
---
started: 2026-11-02
timezone: Europe/Berlin
---
-- applications/globex.md --
---
company: Globex
role: Data Engineer
applied: 2026-11-05
contacts: [Hana Kim]
interviews:
  - date: 2026-11-12 14:00
    with: Hana Kim
    thanked: 2026-11-12
    confidence: 3
    decision_by: 2026-11-20
---
## Log

- 2026-11-24 followed up with Hana: next week, she says
-- log.md --
- 2026-11-23 applied to Initech as Platform Engineer, sent resume-v3.pdf
`,
	Run: func(v *view, yield func(duty)) {
		for _, p := range v.journal.Positions {
			for _, d := range decisions(p) {
				yield(v.answerOverdueDuty(p, d))
			}
		}
	},
}

// answerOverdueDuty is the question owed about one position once one of its
// decision dates, the one that counts by then, has passed.
func (v *view) answerOverdueDuty(p *parser.Position, d decision) duty {
	grace, more := v.settings.number(answerOverdueID, "due"), v.settings.number(answerOverdueID, "overdue")
	until := v.settings.span(answerOverdueID, "until")
	overdue := v.workingDaysAfter(d.by, grace+more)
	fades := v.unpausedAfter(overdue, until.wholeDays())
	return duty{
		subject: subject{position: p, place: d.place},
		judge: func() claim {
			if v.decisionOf(p) != d || !v.answerOverdue(p) {
				return claim{}
			}
			c := claim{urgency: Due, since: v.workingDaysAfter(d.by, grace).at, due: overdue}
			if v.reached(overdue.at) {
				c.urgency = Overdue
			}
			if v.reached(fades.at) {
				c.urgency = Advice
			}
			return c
		},
		words: func(c claim) wording {
			return wording{
				title:   fmt.Sprintf("Ask %s how things stand", roleAt(p)),
				message: v.answerOverdueMessage(p, d, c),
				action:  v.answerOverdueAction(p, c),
				record:  v.positionRecord(p, followedUp, "with"),
			}
		},
	}
}

func (v *view) answerOverdueMessage(p *parser.Position, d decision, c claim) string {
	said := fmt.Sprintf("they meant to decide by %s", v.dayName(v.day(d.by)))
	switch c.urgency {
	case Due:
		return fmt.Sprintf("Ask %s how things stand: %s.", roleAt(p), said)
	case Overdue:
		return fmt.Sprintf("Ask %s how things stand: %s, and a slow answer is often still a yes.", roleAt(p), said)
	}
	if v.followUps(p) > 0 {
		return fmt.Sprintf("Ask %s once more, or let it go: %s.", roleAt(p), said)
	}
	return fmt.Sprintf("Ask %s how things stand, or let it go: %s.", roleAt(p), said)
}

func (v *view) answerOverdueAction(p *parser.Position, c claim) string {
	switch {
	case c.urgency == Advice && v.followUps(p) == 0:
		return fmt.Sprintf("Write %s two lines, or let it go and keep the time for others.", v.addressee(p))
	case c.urgency == Advice:
		return fmt.Sprintf("Write %s one last line, or let it go and keep the time for others.", v.addressee(p))
	}
	return fmt.Sprintf("Tell %s in two lines that you are still interested, and ask when you may expect to hear.", v.addressee(p))
}
