package report

import (
	"fmt"

	"debrief/parser"
)

const noShowID = "no-show"

var noShow = Rule{
	ID:    noShowID,
	Title: "Offer a new date when they did not come",
	Done:  "wrote after they did not appear",
	Looks: "Rounds marked no-show, where the other side did not appear: has anybody written since? " +
		"It is due until the end of the next day, overdue for a week after that, and then it goes. " +
		"Any word between the two sides settles it, and so does a later round that was not called off.",
	Why: "Calendars break, and people are embarrassed about it. Whoever offers a new date first makes it easy for them, " +
		"and the next day is soon enough to be remembered kindly. The span is common courtesy, no study.",
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
status: no-show
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
status: no-show
---
## Log

- 2026-11-19 15:10 heard back from Hana: stuck on a train, new date tomorrow
`,
	Run: func(v *view, yield func(duty)) {
		v.unmetRule(noShowID, parser.NoShow, v.noShowWords, yield)
	},
}

func (v *view) noShowWords(iv *parser.Interview, c claim) wording {
	w := wording{
		title:   fmt.Sprintf("Write to %s about %s", hostOf(iv), date(dayOf(iv))),
		message: fmt.Sprintf("Write to %s: you waited for them %s, and nothing has been said since.", hostOf(iv), v.on(dayOf(iv))),
		action:  fmt.Sprintf("Send %s two friendly lines with two new times.", v.interviewer(iv)),
		record:  v.positionRecord(iv.Position, followedUp, "with"),
	}
	if c.urgency == Overdue {
		w.message = fmt.Sprintf("Write to %s: you waited for them %s, and a new date is still easy to find.", hostOf(iv), v.on(dayOf(iv)))
	}
	return w
}
