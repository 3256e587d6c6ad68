package report

import (
	"fmt"
	"slices"
	"strings"

	"debrief/parser"
)

const referenceOutcomeID = "reference-outcome"

var referenceOutcome = Rule{
	ID:    referenceOutcomeID,
	Title: "Tell your references how it ended",
	Looks: "Everyone told about a position that ended, or was accepted, more than 7 and less than 60 days ago, by its dates: do they know? " +
		"An `outcome` in what they were told says so, and so does a thank-you or a word to them from that day on, or an undated one in a log; whoever was told of it only afterwards knows. It goes on after the search is over.",
	Why: "Somebody who spoke for you would like to know what came of it, and the next call goes better when they do. " +
		"A week leaves time for the dust to settle; after two months it is an old story.",
	Settings: []Setting{
		{Name: "after", Default: "7d", About: "how many days after the end there is no hurry"},
		{Name: "until", Default: "60d", About: "from how many days after the end on it is let go"},
	},
	Fires: `now: 2026-11-20T09:00:00+01:00
-- search.md --
---
started: 2026-10-05
timezone: Europe/Berlin
---
-- applications/acme.md --
---
company: Acme Robotics
role: Platform Engineer
applied: 2026-10-06
status: rejected
---
## Log

- 2026-11-10 rejected
-- references/jane-doe.md --
---
name: Jane Doe
permission: yes
told:
  - position: Acme Robotics
    on: 2026-10-20
    resume: resume-v3.pdf
---
-- log.md --
- 2026-11-18 applied to Initech as Platform Engineer, sent resume-v3.pdf
`,
	Silent: `now: 2026-11-20T09:00:00+01:00
-- search.md --
---
started: 2026-10-05
timezone: Europe/Berlin
---
-- applications/acme.md --
---
company: Acme Robotics
role: Platform Engineer
applied: 2026-10-06
status: rejected
---
## Log

- 2026-11-10 rejected
-- references/jane-doe.md --
---
name: Jane Doe
permission: yes
told:
  - position: Acme Robotics
    on: 2026-10-20
    resume: resume-v3.pdf
    outcome: 2026-11-12
---
-- log.md --
- 2026-11-18 applied to Initech as Platform Engineer, sent resume-v3.pdf
`,
	Run: func(v *view, yield func(duty)) {
		after := v.settings.span(referenceOutcomeID, "after").wholeDays()
		until := v.settings.span(referenceOutcomeID, "until").wholeDays()
		for _, r := range v.journal.References {
			for _, p := range toldAbout(r) {
				yield(v.referenceOutcomeDuty(p, r, after, until))
			}
		}
	},
}

// referenceOutcomeDuty is the last word owed to one reference about one
// position.
func (v *view) referenceOutcomeDuty(p *parser.Position, r *parser.Reference, after, until int) duty {
	return duty{
		subject: subject{position: p, reference: r, person: r.Person, place: p.Place},
		judge: func() claim {
			end := v.settledOn(p)
			if !end.Known() || v.told(r, p) == nil || v.knowsOutcome(r, p, end) {
				return claim{}
			}
			from := v.day(end).AddDays(after + 1).Start(v.zone)
			if !v.reached(from) || v.reached(v.day(end).AddDays(until).Start(v.zone)) {
				return claim{}
			}
			return claim{urgency: Advice, since: from}
		},
		words: func(claim) wording {
			how := "came to an end"
			if v.taken(p) {
				how = "became yours"
			}
			return wording{
				title:   fmt.Sprintf("Tell %s how %s went", r.Name, roleAt(p)),
				message: fmt.Sprintf("Tell %s how it went: they know about %s, and it %s %s.", r.Name, roleAt(p), how, v.on(v.day(v.settledOn(p)))),
				action:  fmt.Sprintf("Write %s two lines: how it ended, and thank you.", firstName(r.Person)),
				record:  v.outcomeRecord(p, r),
			}
		},
	}
}

// settledOn returns when a position's outcome was known: the day it ended
// without a contract, else that of the acceptance; undated when nobody wrote
// it down.
func (v *view) settledOn(p *parser.Position) parser.When {
	var ended, taken parser.When
	for _, e := range p.Events { // by time
		if !e.When.Known() || !v.happened(e.When) {
			continue
		}
		switch e.What {
		case parser.RejectedBy, parser.Withdrew, parser.DeclinedOffer:
			ended = e.When
		case parser.AcceptedOffer, parser.StartedAt:
			if !taken.Known() {
				taken = e.When
			}
		}
	}
	if ended.Known() {
		return ended
	}
	return taken
}

// knowsOutcome reports whether a reference was told how a position ended. A
// word to them from that day on is taken to have said so.
func (v *view) knowsOutcome(r *parser.Reference, p *parser.Position, end parser.When) bool {
	if slices.ContainsFunc(r.Outcomes, func(o parser.Outcome) bool { return o.Position == p && v.happened(o.When) }) {
		return true
	}
	return slices.ContainsFunc(r.Events, func(e *parser.Event) bool {
		switch e.What {
		case parser.Thanked, parser.Contacted, parser.FollowedUp:
			if !e.When.Known() {
				return !e.Entry && v.tellsOf(e, r, p)
			}
			return v.happened(e.When) && v.day(e.When).Compare(v.day(end)) >= 0
		case parser.Told: // of a position that had ended
			return slices.Contains(e.Positions, p) && v.happened(e.When) && v.after(e.When, end)
		}
		return false
	})
}

// tellsOf reports whether an undated word to a reference is about a position: it
// names the company, or none of those that the reference was told about.
func (v *view) tellsOf(e *parser.Event, r *parser.Reference, p *parser.Position) bool {
	detail := foldName(e.Detail)
	names := func(q *parser.Position) bool { return strings.Contains(detail, v.fold(q.Company)) }
	return names(p) || !slices.ContainsFunc(toldAbout(r), names)
}

// outcomeRecord is the `outcome` of what a reference was told, where that is a
// list of records one key to a line; else a line of thanks.
func (v *view) outcomeRecord(p *parser.Position, r *parser.Reference) *Record {
	if told := v.told(r, p); told.Entry && v.inRecord(told.Place) {
		if record, ok := v.fieldBelow(told.Place, v.todayWritten(), "outcome"); ok {
			return record
		}
	}
	return v.logRecord(fmt.Sprintf("thanked %s: told them how %s ended", r.Name, p.Company), r.Place.Source)
}

// inRecord reports whether a place lies in a mapping that names its position,
// as against one whose keys are positions.
func (v *view) inRecord(place parser.Place) bool {
	n := v.noteOf(place.Source)
	return slices.Contains(n.siblings(place.Start().Line-1), "position")
}
