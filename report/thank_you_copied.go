package report

import (
	"fmt"

	"debrief/parser"
)

const thankYouCopiedID = "thank-you-copied"

var thankYouCopied = Rule{
	ID:    thankYouCopiedID,
	Title: "Give each person a note of their own",
	Looks: "The texts of thank-you notes to different people: do two of them share at least 90 of every 100 content words, names left aside? " +
		"One item, at the last of those that are alike. Three words or fewer say too little to be a copy, and a line about what a note was about " +
		"has to be a whole sentence of six: a subject may well be the same. A note to everyone of a round is one text. " +
		"Of the pairs in report/testdata/letters it takes 0 of 6 for copies that are none, and sees 6 of 7 copies.",
	Why: "People who interviewed you together talk about you together, and show each other what you wrote. " +
		"Nine words in ten leave room for a greeting and a typing error, and for no sentence that only one of them could have got.",
	Settings: []Setting{
		{Name: "alike", Default: "90", About: "how many of 100 content words two notes share to be the same"},
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
interviewers: [Hana Kim, Ana Lima]
thanked: 2026-11-19
---
## What worked

- we drew the ledger together

## Thank-you note to Hana Kim

Dear Hana, thank you for the hour today. The ledger we drew together stayed with me: late is a value, missing is not.

## Thank-you note to Ana Lima

Dear Ana, thank you for the hour today. The ledger we drew together stayed with me: late is a value, missing is not.
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
interviewers: [Hana Kim, Ana Lima]
thanked: 2026-11-19
---
## What worked

- we drew the ledger together

## Thank-you note to Hana Kim

Dear Hana, thank you for the hour today. The ledger we drew together stayed with me: late is a value, missing is not.

## Thank-you note to Ana Lima

Dear Ana, thank you for the hour today. Your map of who owns which clock explained more to me than any chart I know.
`,
	Run: func(v *view, yield func(duty)) {
		all := v.personalNotes()
		for _, c := range v.written() {
			for _, person := range c.people {
				yield(v.copiedDuty(c.round, person, all))
			}
		}
	},
}

// From how many content words on a note is long enough to be a copy: a letter
// sooner than a line about one, which mostly names a subject.
const (
	leastLetter = 4
	leastMemo   = 6
)

// personalNotes returns the notes that are to one person each, with those that
// are alike.
func (v *view) personalNotes() chorus {
	most := 0
	for _, c := range v.written() {
		most += len(c.texts)
	}
	notes, vocabulary := make([]utterance, 0, most), newVocabulary()
	for _, c := range v.written() {
		addressed := c.address().addressed
		for _, t := range c.texts {
			words, least := vocabulary.contentWords(t.text, addressed), leastMemo
			if t.letter {
				least = leastLetter
			}
			if t.to != nil && len(words) >= least {
				notes = append(notes, utterance{round: c.round, person: t.to, text: t.text, words: words})
			}
		}
	}
	return newChorus(notes, v.settings.number(thankYouCopiedID, "alike"), toPerson)
}

// toPerson has a note belong to whom it is to.
func toPerson(u *utterance) any { return u.person }

// firstCopy returns the first of the notes to one person for one round that is a
// copy, false when none is.
func (v *view) firstCopy(iv *parser.Interview, person *parser.Person, all chorus) (int, bool) {
	for _, i := range all.of(iv) {
		if all.said[i].person == person && v.recurs(all, i) {
			return i, true
		}
	}
	return 0, false
}

// copies returns the earlier notes to other people that those to one person
// for one round repeat, latest first.
func (v *view) copies(iv *parser.Interview, person *parser.Person, all chorus) []int {
	i, copied := v.firstCopy(iv, person, all)
	if !copied {
		return nil
	}
	return v.repeats(all, i, i)
}

// copiedDuty is the word on notes to one person that others got as well.
func (v *view) copiedDuty(iv *parser.Interview, person *parser.Person, all chorus) duty {
	about := roundWith(iv, person)
	if !all.echoes(iv, person) {
		return duty{subject: about}
	}
	return duty{
		subject: about,
		judge: func() claim {
			if !v.teaches(iv) {
				return claim{}
			}
			if _, copied := v.firstCopy(iv, person, all); !copied {
				return claim{}
			}
			return claim{urgency: Advice, since: v.endedAt(iv)}
		},
		words: func(claim) wording {
			var others []*parser.Person
			for _, k := range v.copies(iv, person, all) {
				others = appendPerson(others, all.said[k].person)
			}
			action := "Give each person a sentence of their own in the next notes: what they said, asked or showed you."
			if !v.thanked(iv, person) {
				action = fmt.Sprintf("Give %s a sentence of their own before it goes out: what they said, asked or showed you.", person.Name)
			}
			return wording{
				title:   fmt.Sprintf("Give %s (%s) a sentence of their own", person.Name, hostOf(iv)),
				message: fmt.Sprintf("Your note to %s (%s, %s) says much the same as the one to %s.", person.Name, hostOf(iv), v.dayName(dayOf(iv)), recipients(others)),
				action:  action,
			}
		},
	}
}
