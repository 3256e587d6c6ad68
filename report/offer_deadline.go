package report

import (
	"fmt"

	"debrief/parser"
)

const offerDeadlineID = "offer-deadline"

var offerDeadline = Rule{
	ID:    offerDeadlineID,
	Title: "Answer the offer in time",
	Done:  "offer answered",
	Looks: "Offers that have neither been accepted nor declined, with a `respond_by`: from 72 hours before it is due to answer, " +
		"from 24 hours before overdue, until it is answered or a week has passed.",
	Why: "An offer may lapse with its day, and more time is given far more readily before it than after. " +
		"Three days are enough to sleep on it and to ask; the figures are rules of thumb.",
	Settings: []Setting{
		{Name: "due", Default: "72h", About: "how long before the offer's day an answer is due"},
		{Name: "overdue", Default: "24h", About: "how long before it becomes overdue"},
		{Name: "until", Default: "7d", About: "how long after the day it is still asked for"},
	},
	Fires: `now: 2026-11-20T09:00:00+01:00
-- search.md --
---
started: 2026-11-16
timezone: Europe/Berlin
---
-- applications/globex.md --
---
company: Globex
role: Data Engineer
applied: 2026-11-16
offer:
  on: 2026-11-18
  respond_by: 2026-11-22 17:00
---
`,
	Silent: `now: 2026-11-20T09:00:00+01:00
-- search.md --
---
started: 2026-11-16
timezone: Europe/Berlin
---
-- applications/globex.md --
---
company: Globex
role: Data Engineer
applied: 2026-11-16
offer:
  on: 2026-11-18
  respond_by: 2026-11-22 17:00
  declined: 2026-11-19
---
`,
	Run: func(v *view, yield func(duty)) {
		count := v.countdown(offerDeadlineID)
		for _, p := range v.journal.Positions {
			if p.Offer.RespondBy.Known() {
				yield(v.offerDeadlineDuty(p, count))
			}
		}
	},
}

// offerDeadlineDuty is the answer owed to one offer. Which answer it is, only
// the person knows, so no line is suggested that would record it.
func (v *view) offerDeadlineDuty(p *parser.Position, count countdown) duty {
	last := v.lastMoment(p.Offer.RespondBy)
	return duty{
		subject: subject{position: p, place: p.Offer.RespondByPlace},
		did:     func() bool { return v.accepted(p) || v.refused(p) },
		parting: true,
		judge: func() claim {
			if !v.offered(p) || !v.live(p) || v.accepted(p) || !v.searchOn() {
				return claim{}
			}
			return v.closing(last, count)
		},
		words: func(claim) wording {
			if v.now.Before(last.at) {
				return wording{
					title:   fmt.Sprintf("Answer the offer of %s", roleAt(p)),
					message: fmt.Sprintf("Answer the offer of %s %s: %s.", roleAt(p), v.by(last), v.left(last)),
					action:  fmt.Sprintf("Tell %s yes or no, or ask today for the days you still need.", v.addressee(p)),
				}
			}
			return wording{
				title:   fmt.Sprintf("Answer the offer of %s", roleAt(p)),
				message: fmt.Sprintf("Answer the offer of %s, %s: they hoped to hear %s, and a call may still settle it.", roleAt(p), v.late(last), v.by(last)),
				action:  fmt.Sprintf("Call %s today and say where you stand.", v.addressee(p)),
			}
		},
	}
}
