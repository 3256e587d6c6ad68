package report

import (
	"fmt"
	"slices"
	"strings"

	"debrief/parser"
)

const offerUnfirmID = "offer-unfirm"

var offerUnfirm = Rule{
	ID:    offerUnfirmID,
	Title: "Keep the old job until the new one is certain",
	Looks: "Offers you have accepted, until the first day: is the offer in writing, and is everything it hangs on cleared? " +
		"`written: yes` or its day says the one, `cleared` names what is settled of `contingencies`, or says yes to all of them.",
	Why: "A handshake can be taken back, and a background check or a visa can hold things up for weeks. " +
		"A notice given to your present employer can seldom be taken back.",
	Fires: `now: 2026-11-20T09:00:00+01:00
-- search.md --
---
started: 2026-11-02
timezone: Europe/Berlin
---
-- applications/globex.md --
---
company: Globex
role: Data Engineer
applied: 2026-11-03
offer:
  on: 2026-11-17
  accepted: 2026-11-18
  contingencies: [background check, work permit]
  cleared: [work permit]
---
-- log.md --
- 2026-11-18 applied to Initech as Platform Engineer, sent resume-v3.pdf
`,
	Silent: `now: 2026-11-20T09:00:00+01:00
-- search.md --
---
started: 2026-11-02
timezone: Europe/Berlin
---
-- applications/globex.md --
---
company: Globex
role: Data Engineer
applied: 2026-11-03
offer:
  on: 2026-11-17
  accepted: 2026-11-18
  written: 2026-11-19
  contingencies: [background check, work permit]
  cleared: [work permit, background check]
---
-- log.md --
- 2026-11-18 applied to Initech as Platform Engineer, sent resume-v3.pdf
`,
	Run: func(v *view, yield func(duty)) {
		for _, p := range v.journal.Positions {
			if !p.Offer.Written || p.Offer.WrittenOn.Known() || len(openContingencies(p)) > 0 {
				yield(v.offerUnfirmDuty(p))
			}
		}
	},
}

// offerUnfirmDuty is the warning about one accepted offer.
func (v *view) offerUnfirmDuty(p *parser.Position) duty {
	place := p.Place
	if p.Offer.Given {
		place = p.Offer.Place
	}
	return duty{
		subject: subject{position: p, place: place},
		judge: func() claim {
			if v.inWriting(p) && len(openContingencies(p)) == 0 {
				return claim{}
			}
			if !v.accepted(p) || !v.taken(p) || v.over(p) || v.earlierJob(p) || !v.searchOn() {
				return claim{}
			}
			return claim{urgency: Advice, since: v.acceptedOn(p).Time}
		},
		words: func(claim) wording { return v.offerUnfirmWords(p) },
	}
}

// inWriting reports whether a position's offer has been put in writing.
func (v *view) inWriting(p *parser.Position) bool {
	return p.Offer.Written && v.happened(p.Offer.WrittenOn)
}

// acceptedOn returns when a position's offer was accepted, undated when nobody
// wrote it down.
func (v *view) acceptedOn(p *parser.Position) parser.When {
	for _, e := range p.Events {
		if e.What == parser.AcceptedOffer && e.When.Known() && v.happened(e.When) {
			return e.When
		}
	}
	return parser.When{}
}

// openContingencies returns what an offer hangs on and nobody has cleared.
func openContingencies(p *parser.Position) []string {
	var open []string
	for _, c := range p.Offer.Contingencies {
		cleared := slices.ContainsFunc(p.Offer.Cleared, func(done string) bool { return foldName(done) == foldName(c) })
		if !cleared {
			open = append(open, c)
		}
	}
	return open
}

func (v *view) offerUnfirmWords(p *parser.Position) wording {
	open, offer := openContingencies(p), roleAt(p)
	if on := v.acceptedOn(p); on.Known() {
		offer += ", accepted " + v.on(v.day(on)) + ","
	}
	title := fmt.Sprintf("Keep your present job until %s is certain", roleAt(p))
	switch {
	case v.inWriting(p):
		return wording{
			title:   title,
			message: fmt.Sprintf("Keep your job a little longer: %s is in writing, with %s still open.", offer, sentence(open)),
			action:  "Wait with your notice until that is settled, and ask when it will be.",
			record:  v.offerField(p, "cleared", "["+strings.Join(open, ", ")+"]"),
		}
	case len(open) > 0:
		return wording{
			title:   title,
			message: fmt.Sprintf("Keep your job a little longer: %s is not in writing yet, with %s still open.", offer, sentence(open)),
			action:  "Ask for the offer in writing, and wait with your notice until it is certain.",
			record:  v.offerField(p, "written", v.todayWritten()),
		}
	default:
		return wording{
			title:   title,
			message: fmt.Sprintf("Keep your job a little longer: %s is not in writing yet.", offer),
			action:  "Ask for the offer in writing, and wait with your notice until you have it.",
			record:  v.offerField(p, "written", v.todayWritten()),
		}
	}
}
