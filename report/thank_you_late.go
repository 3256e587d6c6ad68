package report

import (
	"fmt"
	"slices"

	"debrief/parser"
)

const thankYouLateID = "thank-you-late"

var thankYouLate = Rule{
	ID:    thankYouLateID,
	Title: "Draft the next note on the same evening",
	Looks: "The latest of the thank-you notes that went out after their deadline, the one that the rule thank-you has for it, and only if that was in the last 14 days. " +
		"A note without a date is never late, and one dated by its day is in time on the whole day of the deadline. " +
		"For a round that names nobody only notes that belong to that round are looked at.",
	Why: "A late note is still a good note, and nothing remains to be done about it. What helps is to write the next one before the day is over, " +
		"when its best sentence is still in the ear: two weeks is about as long as such a habit takes to be tried out.",
	Settings: []Setting{
		{Name: "last", Default: "14d", About: "how long after it was sent such a note is mentioned"},
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
date: 2026-11-17 14:30
interviewers: [Hana Kim]
thanked: 2026-11-19
---
## What worked

- we drew the ledger together
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
date: 2026-11-17 14:30
interviewers: [Hana Kim]
thanked: 2026-11-18
---
## What worked

- we drew the ledger together
`,
	Run: func(v *view, yield func(duty)) {
		if v.settings.off(thankYouID) {
			return // without a deadline nothing is late
		}
		late, last := v.lateNotes(v.settings.span(thankYouID, "within")), v.settings.span(thankYouLateID, "last")
		known := map[lateKey]bool{}
		for _, n := range late {
			known[n.key()] = true
		}
		for _, iv := range v.journal.Interviews {
			if len(iv.Thanks) == 0 {
				continue
			}
			for _, person := range append([]*parser.Person{nil}, iv.Interviewers...) {
				key := lateKey{iv, person}
				if !known[key] {
					yield(duty{subject: roundWith(iv, person)})
					continue
				}
				yield(v.lateNoteDuty(key, late, last))
			}
		}
	},
}

// A lateNote is a thank-you that went out after its deadline.
type lateNote struct {
	round *parser.Interview
	to    []*parser.Person // for whom it was the first; nil for whoever held the round
	sent  *parser.Event
}

// A lateKey is a round and the one person a note is to, nil for several.
type lateKey struct {
	round  *parser.Interview
	person *parser.Person
}

func (n lateNote) key() lateKey {
	if len(n.to) == 1 {
		return lateKey{n.round, n.to[0]}
	}
	return lateKey{round: n.round}
}

// lateNotes returns the notes of all rounds that went out after their
// deadline, by the time they did.
func (v *view) lateNotes(within span) []lateNote {
	var late []lateNote
	for _, iv := range v.journal.Interviews {
		if len(iv.Thanks) == 0 {
			continue
		}
		due := v.interviewDeadline(iv, within)
		people := iv.Interviewers
		if len(people) == 0 {
			people = []*parser.Person{nil}
		}
		from := len(late)
		for _, person := range people {
			first := firstThanks(iv, person)
			if first == nil || !v.past(first.When, due) {
				continue
			}
			same := func(n lateNote) bool { return n.sent.Place == first.Place } // one line that names both
			if i := slices.IndexFunc(late[from:], same); i >= 0 {
				late[from+i].to = append(late[from+i].to, person)
				continue
			}
			late = append(late, lateNote{round: iv, to: []*parser.Person{person}, sent: first})
		}
	}
	slices.SortStableFunc(late, func(a, b lateNote) int { return a.sent.When.Time.Compare(b.sent.When.Time) })
	return late
}

// firstThanks returns the first note that thanks a person for a round; nil
// stands for whoever held it. An undated one comes before all.
func firstThanks(iv *parser.Interview, person *parser.Person) *parser.Event {
	var first *parser.Event
	for _, e := range iv.Thanks {
		if person != nil && !reaches(e, person) {
			continue
		}
		if !e.When.Known() {
			return e
		}
		if first == nil || e.When.Time.Before(first.When.Time) {
			first = e
		}
	}
	return first
}

// past reports whether something dated came after a deadline; a day does when
// it is later than the deadline's.
func (v *view) past(w parser.When, due deadline) bool {
	switch w.Precision {
	case parser.Instant:
		return w.Time.After(due.at) || due.day && w.Time.Equal(due.at)
	case parser.Day:
		if due.day {
			return v.day(w).Compare(dayIn(due.at, due.at.Location())) >= 0
		}
		return v.day(w).Compare(dayIn(due.at, v.zone)) > 0
	default:
		return false
	}
}

// latestLate returns the latest of the late notes that is still to be
// mentioned, the zero lateNote when none is.
func (v *view) latestLate(notes []lateNote, last span) lateNote {
	for _, n := range slices.Backward(notes) {
		sent := n.sent.When
		if v.reached(addDays(sent.Time, last.wholeDays()+2, v.zone)) {
			break // the rest were sent even earlier
		}
		if v.reached(sent.Time) && !v.reached(v.deadlineAfter(sent, last).at) && v.teaches(n.round) {
			return n
		}
	}
	return lateNote{}
}

// lateNoteDuty is the word on a late note.
func (v *view) lateNoteDuty(key lateKey, notes []lateNote, last span) duty {
	iv := key.round
	return duty{
		subject: roundWith(iv, key.person),
		judge: func() claim {
			n := v.latestLate(notes, last)
			if n.key() != key {
				return claim{}
			}
			return claim{urgency: Advice, since: n.sent.When.Time}
		},
		words: func(claim) wording {
			n := v.latestLate(notes, last)
			return wording{
				title: "Draft the next thank-you on the evening of the interview",
				message: fmt.Sprintf("Your note to %s (%s) went out %s, and the round was %s: it still counts.",
					recipients(n.to), hostOf(iv), v.on(v.day(n.sent.When)), v.on(dayOf(iv))),
				action: "Draft the next note on the evening of the interview: one thing they said, and why it stayed with you.",
			}
		},
	}
}

// recipients names whom a note is to.
func recipients(people []*parser.Person) string {
	var names []string
	for _, p := range people {
		if p == nil {
			return "whoever met you"
		}
		names = append(names, p.Name)
	}
	return sentence(names)
}
