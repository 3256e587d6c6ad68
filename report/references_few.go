package report

import (
	"fmt"
	"slices"

	"debrief/parser"
)

const referencesFewID = "references-few"

var referencesFew = Rule{
	ID:    referencesFewID,
	Title: "Have three people who can speak for you",
	Looks: "Whether fewer than three references are active, once a live position that expects references has a round behind it. " +
		"Whoever said no does not count; a position whose references are `none`, or `later` and not asked for yet, expects nobody. Said once, however many positions there are.",
	Why: "Three names are what most employers ask for. Finding a third takes a week of polite waiting, which is a long time once a form is open in front of you.",
	Settings: []Setting{
		{Name: "enough", Default: "3", About: "how many active references are enough"},
	},
	Fires: `now: 2026-11-20T09:00:00+01:00
-- search.md --
---
started: 2026-11-16
timezone: Europe/Berlin
---
-- applications/acme.md --
---
company: Acme Robotics
role: Platform Engineer
applied: 2026-11-16
resume: resume-v3.pdf
interviews:
  - date: 2026-11-18 14:00
    with: Dana Reyes
    thanked: 2026-11-18
    confidence: 3
---
-- references/jane-doe.md --
---
name: Jane Doe
told: [{position: Acme Robotics, on: 2026-11-18, resume: resume-v3.pdf}]
---
-- references/tom-berg.md --
---
name: Tom Berg
told: [{position: Acme Robotics, on: 2026-11-18, resume: resume-v3.pdf}]
---
`,
	Silent: `now: 2026-11-20T09:00:00+01:00
-- search.md --
---
started: 2026-11-16
timezone: Europe/Berlin
---
-- applications/acme.md --
---
company: Acme Robotics
role: Platform Engineer
applied: 2026-11-16
resume: resume-v3.pdf
references: later
interviews:
  - date: 2026-11-18 14:00
    with: Dana Reyes
    thanked: 2026-11-18
    confidence: 3
---
-- references/jane-doe.md --
---
name: Jane Doe
---
-- references/tom-berg.md --
---
name: Tom Berg
---
`,
	Run: func(v *view, yield func(duty)) {
		if enough := v.settings.number(referencesFewID, "enough"); len(v.activeReferences()) < enough {
			yield(v.referencesFewDuty(enough))
		}
	},
}

// activeReferences returns everyone who can be named: those who said no can
// not.
func (v *view) activeReferences() []*parser.Reference {
	var active []*parser.Reference
	for _, r := range v.journal.References {
		if r.Active && r.Permission != parser.PermissionNo {
			active = append(active, r)
		}
	}
	return active
}

// referencesFewDuty is the next reference to win.
func (v *view) referencesFewDuty(enough int) duty {
	var candidates []*parser.Position
	for _, p := range v.journal.Positions {
		if v.expectsAnybody(p) && len(p.Interviews) > 0 {
			candidates = append(candidates, p)
		}
	}
	expecting := func() []*parser.Position { return v.expecting(candidates) }
	return duty{
		subject: subject{place: v.searchPlace(), positions: expecting},
		judge: func() claim {
			if !v.searchOn() {
				return claim{}
			}
			wanted := expecting()
			if len(wanted) == 0 {
				return claim{}
			}
			return claim{urgency: Advice, since: v.firstHeld(wanted)}
		},
		words: func(claim) wording {
			return wording{
				title:   "Ask one more person to speak for you",
				message: v.referencesFewMessage(expecting()[0], enough),
				action:  "Think of one more person who has seen your work, and ask whether they would speak for you.",
			}
		},
	}
}

// expecting returns the positions whose round is behind them and whose
// references may be called.
func (v *view) expecting(candidates []*parser.Position) []*parser.Position {
	var wanted []*parser.Position
	for _, p := range candidates {
		if v.live(p) && !v.accepted(p) && v.expectsReferences(p) && slices.ContainsFunc(p.Interviews, v.held) {
			wanted = append(wanted, p)
		}
	}
	return wanted
}

func (v *view) referencesFewMessage(p *parser.Position, enough int) string {
	var names []string
	for _, r := range v.activeReferences() {
		names = append(names, r.Name)
	}
	have := "nobody yet"
	if len(names) > 0 {
		have = sentence(names)
	}
	return fmt.Sprintf("%s met you %s and may ask for %d references: you can name %s.", p.Company, v.on(dayOf(v.lastHeld(p))), enough, have)
}
