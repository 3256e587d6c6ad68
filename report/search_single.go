package report

import (
	"fmt"
	"slices"
	"time"

	"debrief/parser"
)

const searchSingleID = "search-single"

var searchSingle = Rule{
	ID:    searchSingleID,
	Title: "Have more than one position in play",
	Looks: "Whether exactly one live position is left in the search: applied to or interviewed for, not ended, not resting, " +
		"and no interview is ahead elsewhere. " +
		"It says nothing once that one is accepted, or in the three days after a rejection.",
	Why: "A single opening can close for reasons that have nothing to do with you: an internal hire, a hiring freeze, a budget that moved. " +
		"With two in play, none of them ends the search.",
	Fires: `now: 2026-11-20T09:00:00+01:00
-- search.md --
---
started: 2026-11-09
timezone: Europe/Berlin
---
-- applications/initech.md --
---
company: Initech
role: Platform Engineer
applied: 2026-11-16
---
`,
	Silent: `now: 2026-11-20T09:00:00+01:00
-- search.md --
---
started: 2026-11-09
timezone: Europe/Berlin
---
-- applications/initech.md --
---
company: Initech
role: Platform Engineer
applied: 2026-11-16
---
-- applications/globex.md --
---
company: Globex
role: Data Engineer
applied: 2026-11-17
---
`,
	Run: func(v *view, yield func(duty)) {
		var rejected []*parser.Position
		for _, p := range v.journal.Positions {
			if slices.ContainsFunc(p.Events, func(e *parser.Event) bool { return e.What == parser.RejectedBy }) {
				rejected = append(rejected, p)
			}
		}
		yield(v.searchSingleDuty(rejected))
	},
}

// searchSingleDuty is the second position of a search that has one; rejected
// are the positions that were rejected at some time.
func (v *view) searchSingleDuty(rejected []*parser.Position) duty {
	return duty{
		subject: subject{place: v.searchPlace(), positions: func() []*parser.Position {
			if only := v.onlyLive(); only != nil {
				return []*parser.Position{only}
			}
			return nil
		}},
		judge: func() claim {
			if !v.searchOn() || v.paused() || slices.ContainsFunc(rejected, v.justRejected) {
				return claim{}
			}
			only := v.onlyLive()
			if only == nil || v.accepted(only) {
				return claim{}
			}
			return claim{urgency: Advice, since: v.aloneSince(only)}
		},
		words: func(claim) wording {
			return wording{
				title:   fmt.Sprintf("Find one more beside %s", roleAt(v.onlyLive())),
				message: fmt.Sprintf("%s is the only position in play: an internal hire or a freeze there would leave none.", roleAt(v.onlyLive())),
				action:  "Apply for one more that you would like, or ask somebody who would know of one.",
				record:  v.activityRecord(),
			}
		},
	}
}

// onlyLive returns the one position in play, nil when there is none or more:
// one that was never applied for is in play as well while they are to be met.
func (v *view) onlyLive() *parser.Position {
	var only *parser.Position
	for _, p := range v.journal.Positions {
		switch {
		case v.live(p):
		case !v.over(p) && slices.ContainsFunc(p.Interviews, v.scheduled):
			return nil
		default:
			continue
		}
		if only != nil {
			return nil
		}
		only = p
	}
	return only
}

// aloneSince returns when a position became the only one in play, as far as
// anybody dated it: it came into play, or the last of the others left it.
func (v *view) aloneSince(only *parser.Position) time.Time {
	since := v.inPlayFrom(only)
	for _, p := range v.journal.Positions {
		if left := v.leftPlay(p); p != only && left.After(since) {
			since = left
		}
	}
	return since
}

// inPlayFrom returns when a position was applied for or first interviewed for,
// zero when nobody wrote it down.
func (v *view) inPlayFrom(p *parser.Position) time.Time {
	from := v.appliedOn(p).Time
	for _, iv := range p.Interviews {
		if !v.ended(iv) {
			continue
		}
		if at := v.endedAt(iv); from.IsZero() || at.Before(from) {
			from = at
		}
	}
	return from
}

// leftPlay returns when a position ended or fell asleep, zero when it has not
// or on no known day.
func (v *view) leftPlay(p *parser.Position) time.Time {
	switch {
	case v.over(p):
		for _, e := range p.Events {
			if ending(e) && e.When.Known() && v.happened(e.When) {
				return e.When.Time
			}
		}
	case v.resting(p):
		return v.restsFrom(p, func(e *parser.Event) bool { return v.happened(e.When) })
	}
	return time.Time{}
}
