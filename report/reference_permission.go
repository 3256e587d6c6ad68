package report

import (
	"fmt"
	"slices"
	"time"

	"debrief/parser"
)

const referencePermissionID = "reference-permission"

var referencePermission = Rule{
	ID:    referencePermissionID,
	Title: "Ask before you name a reference",
	Done:  "asked for permission",
	Looks: "Everyone expected to speak for a position with a round, arranged or behind it: were they ever asked, or told about any position, which asks by itself? " +
		"Once for each person. Whoever said no is never expected. Where reference-untold asks for a word to the same person, that word asks for the permission too, " +
		"and this rule is silent.",
	Why: "Somebody who agreed beforehand takes the call, and speaks warmly; somebody who did not may say no on the phone. " +
		"Asking first is career advisers' usual counsel, and it takes a minute.",
	Fires: `now: 2026-11-20T09:00:00+01:00
-- search.md --
---
started: 2026-11-16
timezone: Europe/Berlin
references: [Jane Doe]
---
-- applications/acme.md --
---
company: Acme Robotics
role: Platform Engineer
applied: 2026-11-16
interviews:
  - date: 2026-11-24 14:00
    with: Dana Reyes
---
-- references/jane-doe.md --
---
name: Jane Doe
relationship: led my team at Umbrella
---
`,
	Silent: `now: 2026-11-20T09:00:00+01:00
-- search.md --
---
started: 2026-11-16
timezone: Europe/Berlin
references: [Jane Doe]
---
-- applications/acme.md --
---
company: Acme Robotics
role: Platform Engineer
applied: 2026-11-16
interviews:
  - date: 2026-11-24 14:00
    with: Dana Reyes
---
-- references/jane-doe.md --
---
name: Jane Doe
relationship: led my team at Umbrella
---
## Log

- 2026-11-17 asked Jane Doe for permission
`,
	Run: func(v *view, yield func(duty)) {
		for _, r := range v.journal.References {
			if candidates := v.mayNeed(r); len(candidates) > 0 {
				yield(v.referencePermissionDuty(r, candidates))
			}
		}
	},
}

// mayNeed returns the positions that might ever expect a reference.
func (v *view) mayNeed(r *parser.Reference) []*parser.Position {
	var positions []*parser.Position
	for _, p := range v.journal.Positions {
		if slices.Contains(v.possibleReferences(p), r) {
			positions = append(positions, p)
		}
	}
	return positions
}

// referencePermissionDuty is the question owed to one reference.
func (v *view) referencePermissionDuty(r *parser.Reference, candidates []*parser.Position) duty {
	return duty{
		subject: subject{
			reference: r, person: r.Person, place: r.Place,
			positions: func() []*parser.Position { return v.wantUnasked(candidates) },
		},
		did: func() bool { return v.asked(r) },
		judge: func() claim {
			if v.asked(r) || !v.searchOn() || v.untoldSpeaks(r, candidates) {
				return claim{}
			}
			wanted := v.wantUnasked(candidates)
			if len(wanted) == 0 {
				return claim{}
			}
			return claim{urgency: Due, since: v.firstHeld(wanted)}
		},
		words: func(claim) wording {
			return wording{
				title:   fmt.Sprintf("Ask %s whether you may name them", r.Name),
				message: v.permissionMessage(r, v.wantUnasked(candidates)[0]),
				action:  fmt.Sprintf("Write to %s, and ask whether they would speak for you.", r.Name),
				record:  v.logRecord(fmt.Sprintf("asked %s for permission", r.Name), r.Place.Source),
			}
		},
	}
}

// untoldSpeaks reports whether reference-untold asks for a word to a reference
// about one of the positions that may expect them.
func (v *view) untoldSpeaks(r *parser.Reference, positions []*parser.Position) bool {
	return slices.ContainsFunc(positions, func(p *parser.Position) bool {
		return v.speaks(referenceUntoldID, v.referenceUntoldDuty(p, r))
	})
}

// wantUnasked returns the positions that have a round, held or to come, and
// expect their references now.
func (v *view) wantUnasked(candidates []*parser.Position) []*parser.Position {
	var wanted []*parser.Position
	for _, p := range candidates {
		if slices.ContainsFunc(p.Interviews, takesPlace) && v.expectsReferences(p) && !v.over(p) && !v.resting(p) && !v.accepted(p) {
			wanted = append(wanted, p)
		}
	}
	return wanted
}

// firstHeld returns when the first round of some positions ended, zero while
// none has: when one that lies ahead was arranged is written nowhere.
func (v *view) firstHeld(positions []*parser.Position) time.Time {
	var first time.Time
	for _, p := range positions {
		for _, iv := range v.heldRounds(p) {
			if at := v.endedAt(iv); first.IsZero() || at.Before(first) {
				first = at
			}
		}
	}
	return first
}

func (v *view) permissionMessage(r *parser.Reference, p *parser.Position) string {
	what := fmt.Sprintf("Ask %s whether you may name them", r.Name)
	for _, iv := range p.Interviews {
		if v.scheduled(iv) {
			return fmt.Sprintf("%s: %s meets you %s.", what, roleAt(p), v.on(dayOf(iv)))
		}
	}
	who := roleAt(p)
	if last := v.lastHeld(p); last != nil { // else nothing says yet whether the round took place
		who += " met you " + v.on(dayOf(last)) + ", and"
	}
	return fmt.Sprintf("%s: %s may want to hear from them.", what, who)
}
