package report

import (
	"fmt"

	"debrief/parser"
)

const missedApologyID = "missed-apology"

var missedApology = Rule{
	ID:    missedApologyID,
	Title: "Apologise for an interview you could not make",
	Done:  "apologised",
	Looks: "Rounds whose status says that you were the one who did not come: has an apology gone out, or any word since? " +
		"It is due at once, overdue from the end of the next day, and gone a week after that. A later round settles it too unless it was called off.",
	Why: "A short, plain apology on the same day is nearly always accepted, and often a new date with it. " +
		"The spans are common courtesy, no study.",
	Settings: []Setting{
		{Name: "within", Default: "1d", About: "how many days after that day it is due"},
		{Name: "until", Default: "7d", About: "how long after that it is overdue, before it goes"},
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
status: missed
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
interviewers: [Hana Kim]
status: missed
---
## Log

- 2026-11-19 16:00 apologised to Hana Kim: the fever, and two new dates
`,
	Run: func(v *view, yield func(duty)) {
		v.unmetRule(missedApologyID, parser.MissedByMe, v.missedApologyWords, yield)
	},
}

func (v *view) missedApologyWords(iv *parser.Interview, c claim) wording {
	w := wording{
		title:   fmt.Sprintf("Tell %s that you are sorry about %s", hostOf(iv), date(dayOf(iv))),
		message: fmt.Sprintf("Tell %s that you are sorry about %s: said soon, it is nearly always fine.", hostOf(iv), v.dayName(dayOf(iv))),
		action:  fmt.Sprintf("Write %s two lines: one that says sorry, one with two new times.", v.interviewer(iv)),
		record:  v.positionRecord(iv.Position, "apologised", "to"),
	}
	if c.urgency == Overdue {
		w.message = fmt.Sprintf("Tell %s that you are sorry about %s: a short apology is still well received.", hostOf(iv), v.dayName(dayOf(iv)))
	}
	return w
}
