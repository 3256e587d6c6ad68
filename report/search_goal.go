package report

import (
	"fmt"

	"debrief/parser"
)

const searchGoalID = "search-goal"

var searchGoal = Rule{
	ID:    searchGoalID,
	Title: "Reach the week's goal while there is time",
	Looks: "Only where search.md sets `goals`: from Thursday on, whether this week's applications and outreach reach them, one item for each that is below. " +
		"The week begins on Monday; a pause asks for nothing.",
	Why: "A goal for the week is the part of a search that is in your hands, offers are not. " +
		"Thursday leaves a working day and a weekend for the one or two that are open.",
	Fires: `now: 2026-11-19T20:45:00+01:00
-- search.md --
---
started: 2026-11-02
timezone: Europe/Berlin
goals:
  applications_per_week: 2
---
-- log.md --
- 2026-11-14 applied to Globex as Data Engineer, sent resume-v3.pdf
- 2026-11-17 applied to Initech as Platform Engineer, sent resume-v3.pdf
`,
	Silent: `now: 2026-11-19T20:45:00+01:00
-- search.md --
---
started: 2026-11-02
timezone: Europe/Berlin
goals:
  applications_per_week: 2
---
-- log.md --
- 2026-11-16 applied to Globex as Data Engineer, sent resume-v3.pdf
- 2026-11-17 applied to Initech as Platform Engineer, sent resume-v3.pdf
`,
	Run: func(v *view, yield func(duty)) {
		search := v.journal.Search
		yield(v.searchGoalDuty(goal{
			perWeek: search.ApplicationsPerWeek, noun: "application",
			action: "Send one more application before the week is over.",
			record: "applied to … as …",
			weeks:  v.byWeek(func(e *parser.Event) bool { return e.What == parser.AppliedTo }),
		}))
		yield(v.searchGoalDuty(goal{
			perWeek: search.OutreachPerWeek, noun: "outreach message",
			action: "Write to one person you would like to work with before the week is over.",
			record: "contacted …",
			weeks:  v.byWeek(func(e *parser.Event) bool { return e.What != parser.AppliedTo }),
		}))
	},
}

// A goal is how often something is meant to happen each week, and when it did.
type goal struct {
	perWeek              int // 0: no goal
	noun, action, record string
	weeks                map[parser.Civil][]*parser.Event // by the week's Monday
}

// byWeek sorts the search's activities that satisfy keep into their weeks.
func (v *view) byWeek(keep func(*parser.Event) bool) map[parser.Civil][]*parser.Event {
	weeks := map[parser.Civil][]*parser.Event{}
	for _, e := range v.activities() {
		if keep(e) {
			monday := mondayOf(v.day(e.When))
			weeks[monday] = append(weeks[monday], e)
		}
	}
	return weeks
}

// thursday is how many days after Monday a week's goal is first looked at.
const thursday = 3

// searchGoalDuty is what a week still lacks.
func (v *view) searchGoalDuty(g goal) duty {
	return duty{
		subject: subject{place: v.searchPlace()},
		judge: func() claim {
			if g.perWeek == 0 || !v.searchOn() || v.paused() {
				return claim{}
			}
			monday := v.monday()
			from := monday.AddDays(thursday).Start(v.zone)
			if v.count(g.weeks[monday]) >= g.perWeek || !v.reached(from) {
				return claim{}
			}
			return claim{urgency: Advice, since: from}
		},
		words: func(claim) wording {
			done := v.count(g.weeks[v.monday()])
			return wording{
				title:   fmt.Sprintf("Keep to %s a week", plural(g.perWeek, g.noun)),
				message: fmt.Sprintf("This week has %d of %s so far, and it goes on until Sunday.", done, plural(g.perWeek, g.noun)),
				action:  g.action,
				record:  v.generalLog(v.dated(g.record)),
			}
		},
	}
}

// count returns how many events have happened.
func (v *view) count(events []*parser.Event) int {
	n := 0
	for _, e := range events {
		if v.happened(e.When) {
			n++
		}
	}
	return n
}
