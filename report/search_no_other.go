package report

import (
	"fmt"

	"debrief/parser"
)

const searchNoOtherID = "search-no-other"

var searchNoOther = Rule{
	ID:    searchNoOtherID,
	Title: "After a round, write to somebody else too",
	Done:  "wrote to another company",
	Looks: "The latest round that took place: has an application or an outreach gone to any other company since? It is due three days after the round. " +
		"Where search-stale speaks, this says nothing: one step settles both. Nothing is asked in the three days after that company's rejection, " +
		"or about a position you have accepted; once any offer is accepted it is advice only. Pauses do not count.",
	Why: "After a good round it is tempting to wait. But several people are met for one job, and an answer takes days or weeks: " +
		"a second door makes the waiting shorter and your voice calmer when it comes to terms. Three days are a rule of thumb.",
	Settings: []Setting{
		{Name: "after", Default: "3d", About: "how many days after the latest round something should have gone elsewhere"},
	},
	Fires: `now: 2026-11-20T09:00:00+01:00
-- search.md --
---
started: 2026-10-05
timezone: Europe/Berlin
---
-- applications/globex.md --
---
company: Globex
role: Data Engineer
applied: 2026-11-14
references: none
interviews:
  - date: 2026-11-16 14:30
    with: Hana Kim
    thanked: 2026-11-16
    confidence: 3
---
`,
	Silent: `now: 2026-11-20T09:00:00+01:00
-- search.md --
---
started: 2026-10-05
timezone: Europe/Berlin
---
-- applications/globex.md --
---
company: Globex
role: Data Engineer
applied: 2026-11-14
references: none
interviews:
  - date: 2026-11-16 14:30
    with: Hana Kim
    thanked: 2026-11-16
    confidence: 3
---
-- log.md --
- 2026-11-18 applied to Initech as Platform Engineer, sent resume-v3.pdf
`,
	Run: func(v *view, yield func(duty)) {
		rounds := v.latestFirst()
		after := v.settings.span(searchNoOtherID, "after")
		yield(v.searchNoOtherDuty(rounds, after.wholeDays()))
	},
}

// searchNoOtherDuty is the next step elsewhere after the latest of rounds,
// which come latest first.
func (v *view) searchNoOtherDuty(rounds []*parser.Interview, after int) duty {
	return duty{
		subject: subject{place: v.searchPlace(), positions: func() []*parser.Position {
			return positionOf(v.latestHeld(rounds))
		}},
		judge: func() claim {
			iv := v.latestHeld(rounds)
			if iv == nil || !v.searchOn() || v.paused() || v.staleSpeaks() {
				return claim{}
			}
			if v.accepted(iv.Position) || v.justRejected(iv.Position) || v.activityElsewhere(iv) {
				return claim{}
			}
			from := v.restedDeadline(iv, after).at
			switch {
			case !v.reached(from):
				return claim{}
			case v.acceptance():
				return claim{urgency: Advice, since: from}
			}
			return claim{urgency: Due, since: from}
		},
		words: func(claim) wording {
			iv := v.latestHeld(rounds)
			return wording{
				title:   fmt.Sprintf("Keep a second door open beside %s", iv.Company),
				message: fmt.Sprintf("Keep a second door open: since %s %s nothing has gone to any other company.", iv.Company, v.on(dayOf(iv))),
				action:  fmt.Sprintf("Send one application, or write to one person, somewhere other than %s.", iv.Company),
				record:  v.activityRecord(),
			}
		},
	}
}

// latestHeld returns the first of rounds that took place, nil when none did.
func (v *view) latestHeld(rounds []*parser.Interview) *parser.Interview {
	for _, iv := range rounds {
		if v.held(iv) {
			return iv
		}
	}
	return nil
}

// activityElsewhere reports whether something has gone to another company
// since a round.
func (v *view) activityElsewhere(iv *parser.Interview) bool {
	for _, e := range v.activities() { // latest first
		if !v.sinceRound(e.When, iv) && v.day(e.When).Compare(v.dayHere(iv)) < 0 {
			return false
		}
		if v.sinceRound(e.When, iv) && v.elsewhere(e, iv) && v.happened(e.When) {
			return true
		}
	}
	return false
}
