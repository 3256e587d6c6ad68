package report

import (
	"fmt"

	"debrief/parser"
)

const searchCoastingID = "search-coasting"

var searchCoasting = Rule{
	ID:    searchCoastingID,
	Title: "Keep the pace after a good round",
	Looks: "The latest round that left you confident (4 or 5) and is two weeks past: did the weekly pace of applications and outreach in those two weeks " +
		"fall to half or less of that of the four weeks before? Only where that was two a week or more. It stands for another two weeks, while that position is open. " +
		"Off by default; `rules: {search-coasting: on}` turns it on. Paused days do not count.",
	Why: "Feeling sure about one round is a fine thing, and the moment at which many searches quietly slow down. " +
		"Whether the offer comes is decided elsewhere; the pace is yours. The figures are rules of thumb, which is why the rule is off unless you want it.",
	Settings: []Setting{
		{Name: "confident", Default: "4", About: "the confidence from which a round counts"},
		{Name: "after", Default: "14d", About: "the days after the round that are looked at"},
		{Name: "before", Default: "28d", About: "the days before it they are compared with"},
		{Name: "pace", Default: "2", About: "the pace per week before it from which there is anything to compare"},
	},
	OffByDefault: true,
	Fires: `now: 2026-11-20T09:00:00+01:00
-- search.md --
---
started: 2026-10-01
timezone: Europe/Berlin
rules: {search-coasting: on}
---
-- applications/globex.md --
---
company: Globex
role: Data Engineer
applied: 2026-10-08
references: none
decision_by: 2026-12-01
interviews:
  - date: 2026-11-03 14:30
    with: Hana Kim
    thanked: 2026-11-03
    confidence: 5
---
-- outreach/quillstone.md --
---
person: Ana Lima
company: Quillstone
date: 2026-11-17
---
-- log.md --
- 2026-10-09 applied to Initech as Platform Engineer
- 2026-10-13 applied to Umbrella as Analyst
- 2026-10-16 applied to Hooli as Data Engineer
- 2026-10-20 applied to Vandelay as Analyst
- 2026-10-23 applied to Stark as Data Engineer
- 2026-10-27 applied to Wayne as Platform Engineer
- 2026-10-30 applied to Tyrell as Data Engineer
`,
	Silent: `now: 2026-11-20T09:00:00+01:00
-- search.md --
---
started: 2026-10-01
timezone: Europe/Berlin
rules: {search-coasting: on}
---
-- applications/globex.md --
---
company: Globex
role: Data Engineer
applied: 2026-10-08
references: none
decision_by: 2026-12-01
interviews:
  - date: 2026-11-03 14:30
    with: Hana Kim
    thanked: 2026-11-03
    confidence: 5
---
-- log.md --
- 2026-10-13 applied to Umbrella as Analyst
- 2026-10-20 applied to Vandelay as Analyst
- 2026-10-27 applied to Wayne as Platform Engineer
- 2026-11-17 applied to Tyrell as Data Engineer
`,
	Run: func(v *view, yield func(duty)) {
		yield(v.searchCoastingDuty(v.latestFirst(), pace{
			confident: v.settings.number(searchCoastingID, "confident"),
			after:     v.settings.span(searchCoastingID, "after").wholeDays(),
			before:    v.settings.span(searchCoastingID, "before").wholeDays(),
			perWeek:   v.settings.number(searchCoastingID, "pace"),
		}))
	},
}

// A pace says which weeks around a confident round are compared.
type pace struct {
	confident     int
	after, before int // in days
	perWeek       int
}

// searchCoastingDuty is the pace of the search after the latest confident
// round.
func (v *view) searchCoastingDuty(rounds []*parser.Interview, p pace) duty {
	return duty{
		subject: subject{place: v.searchPlace(), positions: func() []*parser.Position {
			return positionOf(v.confidentRound(rounds, p))
		}},
		judge: func() claim {
			iv := v.confidentRound(rounds, p)
			if iv == nil || !v.searchOn() || v.paused() || v.over(iv.Position) || v.accepted(iv.Position) {
				return claim{}
			}
			if v.reached(v.restedDeadline(iv, 2*p.after).at) || !v.slowed(iv, p) {
				return claim{}
			}
			return claim{urgency: Advice, since: v.restedDeadline(iv, p.after).at}
		},
		words: func(claim) wording {
			iv := v.confidentRound(rounds, p)
			before, after := v.paceAround(iv, p)
			return wording{
				title: "Keep the pace of the search",
				message: fmt.Sprintf("You felt sure after %s %s, and that is good: %d sent in the %s after it, %d in the %s before it.",
					iv.Company, v.on(dayOf(iv)), after, plural(p.after, "day"), before, plural(p.before, "day")),
				action: "Send one application or one message this week, so that the pace holds whatever comes.",
				record: v.activityRecord(),
			}
		},
	}
}

// confidentRound returns the latest confident round whose days afterwards are
// over, nil when there is none.
func (v *view) confidentRound(rounds []*parser.Interview, p pace) *parser.Interview {
	for _, iv := range rounds {
		if iv.ConfidenceRating >= p.confident && v.held(iv) && v.reached(v.restedDeadline(iv, p.after).at) {
			return iv
		}
	}
	return nil
}

// slowed reports whether the pace after a round is half or less of a pace
// before that was worth the name.
func (v *view) slowed(iv *parser.Interview, p pace) bool {
	const week = 7
	before, after := v.paceAround(iv, p)
	return p.before > 0 && p.after > 0 && before*week >= p.perWeek*p.before && 2*after*p.before <= before*p.after
}

// paceAround counts what went out in the days before a round and in those
// after it.
func (v *view) paceAround(iv *parser.Interview, p pace) (before, after int) {
	day := v.dayHere(iv)
	first := v.calendar.unpausedBefore(day, p.before)
	last, _ := v.calendar.unpaused(day, p.after)
	for _, e := range v.activities() {
		on := v.day(e.When)
		switch {
		case !v.happened(e.When) || on.Compare(first) < 0 || on.Compare(last) > 0:
		case v.sinceRound(e.When, iv):
			after++
		default:
			before++
		}
	}
	return before, after
}
