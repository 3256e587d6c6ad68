package report

import (
	"fmt"
	"slices"
	"sync"

	"debrief/parser"
)

const thankYouGenericID = "thank-you-generic"

var thankYouGeneric = Rule{
	ID:    thankYouGenericID,
	Title: "Say one thing that belongs to this interview",
	Looks: "A thank-you note whose text, or a line about it, is in the journal: once courtesies, names, the company, the title of the role and dates are taken away, " +
		"is any word left? Every word counts that is not on a list of stock phrases (English and German), and so does every question; a note in another language passes. " +
		"Without a text there is nothing to judge. Where thank-you-copied speaks of the same note, this rule is silent. " +
		"Of the notes in report/testdata/letters it doubts 0 of 96 that say something, and sees 25 of 35 that do not.",
	Why: "A note is remembered for the one sentence that only you could have written: what they said, asked, built or laughed about. " +
		"As nothing can be as discouraging as to be told that a heartfelt note is empty, the rule speaks only where nothing else can be meant.",
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
interviewers: [Hana Kim]
thanked: 2026-11-19
---
## What worked

- we drew the ledger together

## Thank-you note

Dear Hana, thank you for taking the time to meet with me today. It was a pleasure to learn more about the role and the team.
I look forward to hearing from you. Best regards, Jo
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
interviewers: [Hana Kim]
thanked: 2026-11-19
---
## What worked

- we drew the ledger together

## Thank-you note

Dear Hana, thank you for taking the time to meet with me today. The ledger is still on my mind.
I look forward to hearing from you. Best regards, Jo
`,
	Run: func(v *view, yield func(duty)) {
		copied := sync.OnceValue(func() chorus { // most journals have no such note
			if v.settings.off(thankYouCopiedID) {
				return chorus{}
			}
			return v.personalNotes()
		})
		for _, c := range v.written() {
			o := sync.OnceValue(c.occasion) // a question settles most notes
			for _, person := range c.people {
				if !says(person, c.texts, o) {
					yield(duty{subject: roundWith(c.round, person)})
					continue
				}
				yield(v.genericDuty(c.round, person, copied))
			}
		}
	},
}

// says reports whether the notes for a round to one person hold courtesies
// only; nil stands for the notes to several, which the words to each of them
// make up for.
func says(person *parser.Person, texts []noteText, o func() occasion) bool {
	own := false
	for _, t := range texts {
		switch {
		case t.to == person:
			own = true
		case person != nil && t.to == nil:
			return false // told of the note to everyone
		case person != nil:
			continue
		}
		if asks(t) || !o().generic(t) {
			return false
		}
	}
	return own
}

// copiedFrom reports whether thank-you-copied says of a note to a person that it
// is like one to somebody else, earlier or later. It says so at the last of them.
func (v *view) copiedFrom(iv *parser.Interview, person *parser.Person, all chorus) bool {
	for _, i := range all.of(iv) {
		if all.said[i].person != person {
			continue
		}
		for _, k := range slices.Backward(all.kin[i]) {
			if !all.apart(i, k) || !v.held(all.said[k].round) {
				continue
			}
			last := &all.said[max(i, k)]
			if !v.waives(thankYouCopiedID, roundWith(last.round, last.person)) {
				return true
			}
			break
		}
	}
	return false
}

// genericDuty is the word on a note that would suit any interview.
func (v *view) genericDuty(iv *parser.Interview, person *parser.Person, copied func() chorus) duty {
	return duty{
		subject: roundWith(iv, person),
		judge: func() claim {
			if !v.teaches(iv) || v.copiedFrom(iv, person, copied()) {
				return claim{}
			}
			return claim{urgency: Advice, since: v.endedAt(iv)}
		},
		words: func(claim) wording {
			whom, action := "everyone", "Name one thing in the next note that was said, asked or shown, and why it stayed with you."
			if person != nil {
				whom = person.Name
			}
			if !v.thanked(iv, person) {
				action = "Add one sentence before it goes out: a thing that was said, asked or shown, and why it stayed with you."
			}
			return wording{
				title:   fmt.Sprintf("Name one thing of the interview to %s (%s)", whom, hostOf(iv)),
				message: fmt.Sprintf("Your note to %s (%s, %s) is kind, and has room for one thing that only this interview had.", whom, hostOf(iv), v.dayName(dayOf(iv))),
				action:  action,
			}
		},
	}
}
