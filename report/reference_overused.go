package report

import (
	"fmt"
	"slices"
	"time"

	"debrief/parser"
)

const referenceOverusedID = "reference-overused"

var referenceOverused = Rule{
	ID:    referenceOverusedID,
	Title: "Spare a reference who was told of many positions",
	Looks: "How many positions each reference was told about in the last 30 days, by the dates of those words: more than three is worth a thought. " +
		"What has no date does not count.",
	Why: "A reference does you a favour with every call, beside a job of their own. Somebody called for the fifth time this month " +
		"may sound tired of the question, not of you. The figures are a rule of thumb.",
	Settings: []Setting{
		{Name: "positions", Default: "3", About: "how many positions are not too many"},
		{Name: "within", Default: "30d", About: "in how long a time"},
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
applied: 2026-11-16
---
-- applications/acme.md --
---
company: Acme Robotics
applied: 2026-11-17
---
-- references/jane-doe.md --
---
name: Jane Doe
told: {Globex: 2026-10-28, Acme Robotics: 2026-11-04, Initech: 2026-11-10, Umbrella: 2026-11-18}
---
-- applications/initech.md --
---
company: Initech
applied: 2026-11-09
---
-- applications/umbrella.md --
---
company: Umbrella
applied: 2026-11-16
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
applied: 2026-11-16
---
-- applications/acme.md --
---
company: Acme Robotics
applied: 2026-11-17
---
-- references/jane-doe.md --
---
name: Jane Doe
told: {Globex: 2026-10-20, Acme Robotics: 2026-11-04, Initech: 2026-11-10, Umbrella: 2026-11-18}
---
-- applications/initech.md --
---
company: Initech
applied: 2026-11-09
---
-- applications/umbrella.md --
---
company: Umbrella
applied: 2026-11-16
---
`,
	Run: func(v *view, yield func(duty)) {
		most, within := v.settings.number(referenceOverusedID, "positions"), v.settings.span(referenceOverusedID, "within")
		for _, r := range v.journal.References {
			if len(toldAbout(r)) > most {
				yield(v.referenceOverusedDuty(r, most, within))
			}
		}
	},
}

// referenceOverusedDuty is the rest one reference deserves.
func (v *view) referenceOverusedDuty(r *parser.Reference, most int, within span) duty {
	return duty{
		subject: subject{reference: r, person: r.Person, place: r.Place},
		judge: func() claim {
			words := v.wordsTo(r, within)
			if v.stillRecent(words) <= most || !v.searchOn() {
				return claim{}
			}
			return claim{urgency: Advice, since: crowdedSince(words, most)}
		},
		words: func(claim) wording {
			words := v.wordsTo(r, within)
			last := words[len(words)-1]
			return wording{
				title: fmt.Sprintf("Let %s have a rest, or a thank-you", r.Name),
				message: fmt.Sprintf("You told %s about %d positions in the last %s, %s %s the latest: they may like a rest, or a thank-you.",
					r.Name, v.stillRecent(words), plural(within.wholeDays(), "day"), last.about.Company, v.on(v.day(last.when))),
				action: fmt.Sprintf("Name somebody else for the next position, and tell %s how the others went.", firstName(r.Person)),
			}
		},
	}
}

// A word is when somebody was told of a position, and until when that is
// recent.
type word struct {
	about     *parser.Position
	when      parser.When
	at, until time.Time
}

// wordsTo returns the dated words to a reference, one for each position, by
// time.
func (v *view) wordsTo(r *parser.Reference, within span) []word {
	var words []word
	for _, p := range toldAbout(r) {
		if told := v.told(r, p); told != nil && told.When.Known() {
			words = append(words, word{p, told.When, told.When.Time, v.deadlineAfter(told.When, within).at})
		}
	}
	slices.SortStableFunc(words, func(a, b word) int { return a.at.Compare(b.at) })
	return words
}

// stillRecent counts the words that are recent now.
func (v *view) stillRecent(words []word) int {
	n := 0
	for _, w := range words {
		if !v.reached(w.until) {
			n++
		}
	}
	return n
}

// crowdedSince returns when the last of the words began to be one too many:
// the present run of instants at which more than most of them were recent.
func crowdedSince(words []word, most int) time.Time {
	var since time.Time
	for i := len(words) - 1; i >= most; i-- {
		next := i + 1
		if next < len(words) && !words[i-most].until.After(words[next].at) {
			break // there was a rest between the two
		}
		since = words[i].at
	}
	return since
}
