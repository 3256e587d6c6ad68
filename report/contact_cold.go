package report

import (
	"fmt"

	"debrief/parser"
)

const contactColdID = "contact-cold"

var contactCold = Rule{
	ID:    contactColdID,
	Title: "Keep in touch with the people you met",
	Looks: "Everyone who held a round with you, was thanked, or of whom a log line says that you met, and from or to whom the journal has had no word for 90 to 120 days. " +
		"Somebody you meet again soon is left alone, and so is everyone at a position you have accepted or marked as resting. " +
		"Where answer-overdue asks for word from the same position, or thank-you or position-quiet for word to the same person, this says nothing. " +
		"Paused days do not count.",
	Why: "People who met you once are the shortest way to the next opening, and after a season without a word the next message is a request. " +
		"The figures are a rule of thumb: a quarter of a year is late enough not to press, and early enough to be remembered.",
	Settings: []Setting{
		{Name: "after", Default: "90d", About: "how many days without a word are fine"},
		{Name: "until", Default: "120d", About: "after how many it is let go"},
	},
	Fires: `now: 2026-11-20T09:00:00+01:00
-- search.md --
---
started: 2026-08-03
timezone: Europe/Berlin
---
-- applications/acme.md --
---
company: Acme Robotics
role: Platform Engineer
applied: 2026-08-04
status: rejected
interviews:
  - date: 2026-08-12 14:00
    with: Dana Reyes
    thanked: 2026-08-13
    confidence: 3
---
-- log.md --
- 2026-11-18 applied to Initech as Platform Engineer, sent resume-v3.pdf
`,
	Silent: `now: 2026-11-20T09:00:00+01:00
-- search.md --
---
started: 2026-08-03
timezone: Europe/Berlin
---
-- applications/acme.md --
---
company: Acme Robotics
role: Platform Engineer
applied: 2026-08-04
status: rejected
interviews:
  - date: 2026-08-12 14:00
    with: Dana Reyes
    thanked: 2026-08-13
    confidence: 3
---
-- log.md --
- 2026-10-05 contacted Dana Reyes: her talk in Hamburg
- 2026-11-18 applied to Initech as Platform Engineer, sent resume-v3.pdf
`,
	Run: func(v *view, yield func(duty)) {
		after := v.settings.span(contactColdID, "after").wholeDays()
		until := v.settings.span(contactColdID, "until").wholeDays()
		known := v.acquaintances()
		for _, person := range v.journal.People {
			if a := known[person]; a != nil && a.close() {
				yield(v.contactColdDuty(person, a, after, until))
			}
		}
	},
}

// contactColdDuty is the next word to one person.
func (v *view) contactColdDuty(person *parser.Person, a *acquaintance, after, until int) duty {
	about := a.subject()
	about.person = person
	return duty{
		subject: about,
		judge: func() claim {
			last := v.lastWordWith(a)
			if !last.Known() || !v.searchOn() {
				return claim{}
			}
			from := v.daysAfter(last, after-1)
			if !v.reached(from) || v.reached(v.daysAfter(last, until)) || v.paused() || v.spokenFor(person, a) {
				return claim{}
			}
			return claim{urgency: Advice, since: from}
		},
		words: func(claim) wording {
			last := v.day(v.lastWordWith(a))
			who := person.Name
			if company := about.company(); company != "" {
				who = fmt.Sprintf("%s (%s)", person.Name, company)
			}
			return wording{
				title: fmt.Sprintf("Say hello to %s", who),
				message: fmt.Sprintf("Say hello to %s: the last word was %s%s.", who, v.on(last),
					v.fromNow(", "+plural(last.DaysUntil(v.today()), "day")+" ago")),
				action: fmt.Sprintf("Write %s two lines about what you are doing, and ask what they are working on.", firstName(person)),
				record: v.generalLog(v.dated("contacted " + person.Name)),
			}
		},
	}
}
