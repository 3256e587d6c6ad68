package report

import (
	"fmt"
	"slices"
	"time"

	"debrief/parser"
)

const thankYouID = "thank-you"

var thankYou = Rule{
	ID:    thankYouID,
	Title: "Thank every interviewer within a day",
	Done:  "thanked",
	Looks: "Every round that took place, and everyone who held it: has each of them had a thank-you note? " +
		"Where a round names nobody, one note to anybody at that company, on the round's day or later, settles it. " +
		"It is due until the deadline and overdue for a week, then worth knowing while the search is on. " +
		"The state of the application does not matter: a note after a rejection is still a good note.",
	Why: "A note within a day is read while the conversation is still in mind, and shows care that few candidates show. " +
		"The 24 hours are the usual counsel of career advisers; a late note still beats none.",
	Settings: []Setting{
		{Name: "within", Default: "24h", About: "how long after a round's end a note is in time; after a round of which only the day is known, the following day counts whole"},
		{Name: "until", Default: "7d", About: "how long after the deadline a late note is still asked for"},
	},
	Fires: `now: 2026-11-19T20:45:00+01:00
-- search.md --
---
started: 2026-11-16
timezone: Europe/Berlin
---
-- interviews/globex-panel.md --
---
company: Globex
role: Data Engineer
date: 2026-11-19 14:30
ends: 15:45
interviewers: [Hana Kim, Ana Lima]
thanked: {Ana Lima: 2026-11-19 19:10}
---
## What worked

- the sketch of the ledger
`,
	Silent: `now: 2026-11-19T20:45:00+01:00
-- search.md --
---
started: 2026-11-16
timezone: Europe/Berlin
---
-- interviews/globex-panel.md --
---
company: Globex
role: Data Engineer
date: 2026-11-19 14:30
ends: 15:45
interviewers: [Hana Kim, Ana Lima]
---
## What worked

- the sketch of the ledger

## Log

- 2026-11-19 19:10 thanked Ana Lima
- 2026-11-19 19:25 thanked Hana Kim: late is a value, missing is not
`,
	Run: func(v *view, yield func(duty)) {
		within, until := v.settings.span(thankYouID, "within"), v.settings.span(thankYouID, "until")
		for _, iv := range v.journal.Interviews {
			for _, person := range hosts(iv) {
				yield(v.thankYouDuty(iv, person, within, until))
			}
		}
	},
}

// hosts returns whom a round's thank-yous go to; nil is whoever held one that
// names nobody.
func hosts(iv *parser.Interview) []*parser.Person {
	if len(iv.Interviewers) == 0 {
		return []*parser.Person{nil}
	}
	return iv.Interviewers
}

// thankYouSpeaks reports whether thank-you asks for a note to somebody met for
// a position, so that whatever would ask for the same note can be silent.
func (v *view) thankYouSpeaks(p *parser.Position) bool {
	return slices.ContainsFunc(p.Interviews, func(iv *parser.Interview) bool {
		return slices.ContainsFunc(hosts(iv), func(person *parser.Person) bool { return v.thankYouSpeaksOf(iv, person) })
	})
}

// thankYouSpeaksOf reports whether thank-you asks for a note to one person for
// one round.
func (v *view) thankYouSpeaksOf(iv *parser.Interview, person *parser.Person) bool {
	within, until := v.settings.span(thankYouID, "within"), v.settings.span(thankYouID, "until")
	return v.speaks(thankYouID, v.thankYouDuty(iv, person, within, until))
}

// thankYouDuty is one note owed for one round; a nil person is whoever held
// it.
func (v *view) thankYouDuty(iv *parser.Interview, person *parser.Person, within, until span) duty {
	return duty{
		subject: roundWith(iv, person),
		did:     func() bool { return v.thanked(iv, person) },
		judge: func() claim {
			if !v.held(iv) || v.thanked(iv, person) {
				return claim{}
			}
			due := v.interviewDeadline(iv, within)
			return v.fading(v.endedAt(iv), due, due.plus(until, v.zone))
		},
		words: func(c claim) wording {
			return wording{
				title:   thankYouTitle(iv, person),
				message: v.thankYouMessage(iv, person, c),
				action:  v.thankYouAction(iv, person, c),
				record:  v.thankYouRecord(iv, person),
			}
		},
	}
}

// fading is the claim of a duty that is due until its deadline, overdue while
// doing it late still makes sense, and then advice while the search is on.
func (v *view) fading(since time.Time, due, until deadline) claim {
	c := claim{urgency: Due, since: since, due: due}
	if v.reached(due.at) {
		c.urgency = Overdue
	}
	if v.reached(until.at) {
		c.urgency = Advice
		if !v.searchOn() {
			return claim{}
		}
	}
	return c
}

func thankYouTitle(iv *parser.Interview, person *parser.Person) string {
	if person == nil {
		return fmt.Sprintf("Thank whoever met you at %s on %s", hostOf(iv), date(dayOf(iv)))
	}
	return fmt.Sprintf("Thank %s (%s)", person.Name, hostOf(iv))
}

func (v *view) thankYouMessage(iv *parser.Interview, person *parser.Person, c claim) string {
	met := thankYouTitle(iv, person)
	if person == nil {
		met = fmt.Sprintf("Thank whoever met you at %s %s", hostOf(iv), v.on(dayOf(iv)))
	}
	switch c.urgency {
	case Due:
		return fmt.Sprintf("%s %s: %s.", met, v.by(c.due), v.left(c.due))
	case Overdue:
		return fmt.Sprintf("%s: %s, and still worth three lines.", met, v.late(c.due))
	default:
		return fmt.Sprintf("%s: it has been %s, and a short word still opens a door.", met, length(v.now.Sub(c.since)))
	}
}

func (v *view) thankYouAction(iv *parser.Interview, person *parser.Person, c claim) string {
	who, first := "whoever met you", "them"
	if person != nil {
		who, first = person.Name, firstName(person)
	}
	switch {
	case v.drafted(iv, person):
		return draftAction(iv, person)
	case c.urgency == Overdue:
		return fmt.Sprintf("Send %s three lines now: a late note still beats none.", who)
	case c.urgency == Advice:
		return fmt.Sprintf("Send %s a line when you next have news: a kind word is always welcome.", who)
	case person == nil:
		return "Look up who met you and send three lines: what you talked about, and why you liked it."
	default:
		return fmt.Sprintf("Send %s three lines: one thing %s said, and why it stayed with you.", who, first)
	}
}

// draftAction says what is left to do with a note that is drafted: one that
// debrief began may still have gaps.
func draftAction(iv *parser.Interview, person *parser.Person) string {
	note := "Your note"
	if person != nil {
		note += " to " + firstName(person)
	}
	if l := letterTo(iv, person); l != nil && gapsIn(l.Text) > 0 {
		return note + " is begun: fill in what stands in brackets, and send it."
	}
	return note + " is written: send it."
}
