package report

import (
	"fmt"
	"time"

	"debrief/parser"
)

const startedLooseEndsID = "started-loose-ends"

var startedLooseEnds = Rule{
	ID:    startedLooseEndsID,
	Title: "Withdraw from what is still open once you have started",
	Done:  "withdrew elsewhere",
	Looks: "Once the first day has come, search.md's or the accepted position's: every other position that was in play by then and still is. One item for each. " +
		"While no position is marked as accepted, one with an offer may be the new job and is left alone.",
	Why: "Two friendly lines free a place for somebody else and close the door gently: people move, and you will meet again. " +
		"It is the one part of a search that is easiest to leave lying.",
	Fires: `now: 2026-12-02T19:00:00+01:00
-- search.md --
---
started: 2026-10-05
timezone: Europe/Berlin
---
-- applications/globex.md --
---
company: Globex
role: Data Engineer
applied: 2026-10-12
status: accepted
first_day: 2026-12-01
---
-- applications/initech.md --
---
company: Initech
role: Platform Engineer
applied: 2026-11-16
---
`,
	Silent: `now: 2026-12-02T19:00:00+01:00
-- search.md --
---
started: 2026-10-05
timezone: Europe/Berlin
---
-- applications/globex.md --
---
company: Globex
role: Data Engineer
applied: 2026-10-12
status: accepted
first_day: 2026-12-01
---
-- applications/initech.md --
---
company: Initech
role: Platform Engineer
applied: 2026-11-16
---
## Log

- 2026-11-30 withdrew
`,
	Run: func(v *view, yield func(duty)) {
		for _, p := range v.journal.Positions {
			yield(v.looseEndDuty(p))
		}
	},
}

// looseEndDuty is the goodbye to one position after the first day at another.
func (v *view) looseEndDuty(p *parser.Position) duty {
	return duty{
		subject: subject{position: p, place: p.Place},
		did:     func() bool { return v.refused(p) },
		parting: true,
		judge: func() claim {
			begun, first := v.jobBegun()
			if !begun || !v.live(p) || v.accepted(p) || v.taken(p) || !v.openOn(p, first) {
				return claim{}
			}
			if v.offered(p) && !v.acceptance() {
				return claim{}
			}
			return claim{urgency: Due, since: first}
		},
		words: func(claim) wording {
			return wording{
				title:   fmt.Sprintf("Say goodbye to %s", roleAt(p)),
				message: fmt.Sprintf("%s is still open, and %s: a friendly goodbye keeps the door ajar.", roleAt(p), v.jobBegunFact()),
				action:  fmt.Sprintf("Write %s two lines: thank you, and that you have accepted another position.", p.Company),
				record:  v.positionRecord(p, "withdrew", "from"),
			}
		},
	}
}

// jobBegun reports whether the new job has begun, and since when; zero when on
// no known day.
func (v *view) jobBegun() (begun bool, first time.Time) {
	first = v.firstDay()
	if first.IsZero() {
		return v.startedUndated(), first
	}
	return v.reached(first), first
}

// jobBegunFact says where the new job has begun and when, as far as the notes
// tell: search.md may give the day alone.
func (v *view) jobBegunFact() string {
	where := "elsewhere"
	for _, p := range v.takers {
		if v.taken(p) && !v.earlierJob(p) {
			where = "at " + p.Company
			break
		}
	}
	_, first := v.jobBegun()
	if first.IsZero() {
		return "you have started " + where
	}
	return fmt.Sprintf("you started %s %s", where, v.on(dayIn(first, v.zone)))
}

// openOn reports whether a position was in play on the first day of another
// job, as far as its dates tell. What was applied for later is a new search.
func (v *view) openOn(p *parser.Position, first time.Time) bool {
	if first.IsZero() {
		return true
	}
	return v.inPlaySince(p, parser.When{Time: first, Precision: parser.Day})
}
