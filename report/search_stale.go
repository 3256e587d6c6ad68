package report

import (
	"fmt"

	"debrief/parser"
)

const searchStaleID = "search-stale"

var searchStale = Rule{
	ID:    searchStaleID,
	Title: "Keep searching until the first day",
	Done:  "kept the search going",
	Looks: "The latest application or outreach, however the interviews are going. More than 7 days ago it is due to send another, " +
		"more than 14 days ago overdue. Interviews, replies and follow-ups are not searching. Once an offer is accepted it is advice only; " +
		"pauses do not count. While it asks for something, search-no-other is silent: one step settles both.",
	Why: "Offers are withdrawn, roles frozen and budgets cut between the handshake and the first day, and a search that stopped takes weeks to warm up. " +
		"A week is long enough for a busy one and short enough not to go cold.",
	Settings: []Setting{
		{Name: "due", Default: "7d", About: "how many days without an application or outreach are fine"},
		{Name: "overdue", Default: "14d", About: "after how many it is overdue"},
	},
	Fires: `now: 2026-11-19T20:45:00+01:00
-- search.md --
---
started: 2026-10-05
timezone: Europe/Berlin
---
-- log.md --
- 2026-11-10 applied to Initech as Platform Engineer, sent resume-v3.pdf
`,
	Silent: `now: 2026-11-19T20:45:00+01:00
-- search.md --
---
started: 2026-10-05
timezone: Europe/Berlin
---
-- log.md --
- 2026-11-10 applied to Initech as Platform Engineer, sent resume-v3.pdf
- 2026-11-17 contacted Ottilie Brandt: she knows two teams that are hiring
`,
	Run: func(v *view, yield func(duty)) {
		due, overdue := v.settings.span(searchStaleID, "due"), v.settings.span(searchStaleID, "overdue")
		yield(v.searchStaleDuty(due.wholeDays(), overdue.wholeDays()))
	},
}

// searchStaleDuty is the next step of the search as a whole.
func (v *view) searchStaleDuty(due, overdue int) duty {
	return duty{
		subject: subject{place: v.searchPlace()},
		judge:   func() claim { return v.stale(due, overdue) },
		words: func(c claim) wording {
			return wording{
				title:   "Keep the search going",
				message: v.searchStaleMessage(c),
				action:  "Send one application, or write to one person you would like to work with.",
				record:  v.activityRecord(),
			}
		},
	}
}

// stale is the claim of a search in which nothing has gone out for days.
func (v *view) stale(due, overdue int) claim {
	since := v.quietSince()
	if !since.Known() || !v.searchOn() || v.paused() {
		return claim{}
	}
	turnsDue, turnsOverdue := v.daysAfter(since, due), v.daysAfter(since, overdue)
	c := claim{since: since.Time, due: deadline{at: turnsDue}}
	switch {
	case !v.reached(turnsDue):
		return claim{}
	case v.acceptance():
		c.urgency = Advice
	case v.reached(turnsOverdue):
		c.urgency = Overdue
	default:
		c.urgency, c.due.at = Due, turnsOverdue
	}
	return c
}

// staleSpeaks reports whether search-stale asks for the next step already, so
// that whatever would ask for the same step can be silent.
func (v *view) staleSpeaks() bool {
	due, overdue := v.settings.span(searchStaleID, "due"), v.settings.span(searchStaleID, "overdue")
	return v.speaks(searchStaleID, v.searchStaleDuty(due.wholeDays(), overdue.wholeDays()))
}

// quietSince returns when the search last did something: its latest activity,
// or its start when nothing has gone out since.
func (v *view) quietSince() parser.When {
	started := v.started()
	if last := v.lastActivity(); last != nil {
		return latest(last.When, started)
	}
	if !started.Known() || !v.happened(started) {
		return parser.When{}
	}
	return started
}

func (v *view) searchStaleMessage(c claim) string {
	day := dayIn(c.since, v.zone)
	quiet := fmt.Sprintf("nothing has gone out since %s", v.dayName(day))
	if v.lastActivity() == nil {
		quiet = fmt.Sprintf("nothing has gone out since the search began %s", v.on(day))
	}
	switch c.urgency {
	case Due:
		return fmt.Sprintf("Keep the search going: %s, and one message is enough.", quiet)
	case Overdue:
		return fmt.Sprintf("Start the search again with one small step: %s.", quiet)
	default:
		return fmt.Sprintf("Keep one door open until your first day: %s.", quiet)
	}
}
