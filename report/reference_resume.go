package report

import (
	"fmt"

	"debrief/parser"
)

const referenceResumeID = "reference-resume"

var referenceResume = Rule{
	ID:    referenceResumeID,
	Title: "Send your references the résumé the company has",
	Done:  "sent the résumé",
	Looks: "Everyone told about a live position that has a round behind it, references asked for or an offer: " +
		"have they been sent a résumé since you applied there? Any version will do; one sent earlier counts when it is the very file you applied with. " +
		"Without an application date, the 14 days before they were told count.",
	Why: "Whoever speaks for you is asked about what your résumé says. With the page in front of them they can give the same dates, " +
		"the same projects and a good example.",
	Settings: []Setting{
		{Name: "within", Default: "48h", About: "how long after being told a reference can do without it"},
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
permission: yes
told: {Acme Robotics: 2026-11-19}
---
## Log

- 2026-11-02 sent resume-v2.pdf to Jane Doe
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
interviews:
  - date: 2026-11-18 14:00
    with: Dana Reyes
    thanked: 2026-11-18
    confidence: 3
---
-- references/jane-doe.md --
---
name: Jane Doe
permission: yes
told: {Acme Robotics: 2026-11-19}
---
## Log

- 2026-11-19 sent resume-v3.pdf to Jane Doe
`,
	Run: func(v *view, yield func(duty)) {
		within := v.settings.span(referenceResumeID, "within")
		for _, r := range v.journal.References {
			for _, p := range toldAbout(r) {
				yield(v.referenceResumeDuty(p, r, within))
			}
		}
	},
}

// noApplicationDate is how many days before a reference was told a résumé may
// have been sent when nobody wrote down when the position was applied for.
const noApplicationDate = 14

// toldAbout returns the positions a reference was told about, each once.
func toldAbout(r *parser.Reference) []*parser.Position {
	var positions []*parser.Position
	seen := map[*parser.Position]bool{}
	for _, e := range r.Events {
		if e.What != parser.Told {
			continue
		}
		for _, p := range e.Positions {
			if !seen[p] {
				seen[p] = true
				positions = append(positions, p)
			}
		}
	}
	return positions
}

// referenceResumeDuty is the résumé owed to one reference told of one
// position, expected to speak for it or not.
func (v *view) referenceResumeDuty(p *parser.Position, r *parser.Reference, within span) duty {
	return duty{
		subject: subject{position: p, reference: r, person: r.Person, place: p.Place},
		did: func() bool {
			told := v.told(r, p)
			return told != nil && v.hasResume(r, p, told)
		},
		judge: func() claim {
			told := v.told(r, p)
			if told == nil || !v.referencesRun(p) || v.hasResume(r, p, told) {
				return claim{}
			}
			c := claim{urgency: Due, since: told.When.Time}
			c.due = later(v.referencesDeadline(p), v.deadlineAfter(told.When, within))
			if v.reached(c.due.at) {
				c.urgency = Overdue
			}
			return c
		},
		words: func(c claim) wording {
			return wording{
				title:   fmt.Sprintf("Send %s your résumé for %s", r.Name, roleAt(p)),
				message: v.referenceResumeMessage(p, r, c),
				action:  v.referenceResumeAction(p, r),
				record:  v.sentRecord(p, r),
			}
		},
	}
}

// hasResume reports whether a reference has a résumé that fits a position:
// any sent since it was applied for, or earlier the very file that was sent.
// A day is as exact as this gets, so one sent earlier on the same day counts.
func (v *view) hasResume(r *parser.Reference, p *parser.Position, told *parser.Event) bool {
	if told.Resume {
		return true
	}
	applied, theirs := v.appliedOn(p), appliedWith(p)
	for _, e := range r.Events {
		same := sentFile(e, theirs)
		if !e.Resume && !same || !v.happened(e.When) {
			continue
		}
		switch {
		case !e.When.Known(), same:
			return true
		case applied.Known():
			if v.day(e.When).Compare(v.day(applied)) >= 0 {
				return true
			}
		case !told.When.Known():
			return true
		case v.day(e.When).Compare(v.day(told.When).AddDays(-noApplicationDate)) >= 0:
			return true
		}
	}
	return false
}

// referenceResumeMessage says when they were told, which is all it rests on:
// whatever they were sent before, nothing of it is for this position.
func (v *view) referenceResumeMessage(p *parser.Position, r *parser.Reference, c claim) string {
	lack := fmt.Sprintf("You told %s about %s", r.Name, roleAt(p))
	if told := v.told(r, p); told.When.Known() {
		lack += " " + v.on(v.day(told.When))
	}
	lack += ", but they have no résumé for it yet"
	switch {
	case c.urgency == Overdue:
		return fmt.Sprintf("%s: %s, and still in time for a call.", lack, v.late(c.due))
	case c.due.never():
		return lack + "."
	default:
		return fmt.Sprintf("%s: send it %s, %s.", lack, v.by(c.due), v.left(c.due))
	}
}

func (v *view) referenceResumeAction(p *parser.Position, r *parser.Reference) string {
	if file := fileName(appliedWith(p)); file != "" {
		return fmt.Sprintf("Send %s %s, the one you applied with.", r.Name, file)
	}
	if v.appliedOn(p).Known() {
		return fmt.Sprintf("Send %s the résumé you applied with.", r.Name)
	}
	return fmt.Sprintf("Send %s your résumé, so that they can say what it says.", r.Name)
}
