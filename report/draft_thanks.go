package report

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"debrief/parser"
)

// ThankYous drafts the notes that some items of the rule thank-you ask for, in
// their order; other items are left out. Where the journal has the note
// already, the draft is that note.
func ThankYous(j *parser.Journal, now time.Time, items []Item) []Draft {
	v := outsideRules(j, now)
	dealt := map[*parser.Interview]map[*parser.Person][]piece{}
	var drafts []Draft
	for _, item := range items {
		iv, person := v.roundOf(item)
		if iv == nil {
			continue
		}
		if dealt[iv] == nil {
			dealt[iv] = v.shares(iv)
		}
		d := Draft{To: person, Company: iv.Company, Role: iv.Role, Item: item, Subject: "Thank you for your time " + v.onDay(dayOf(iv))}
		if written := letterTo(iv, person); written != nil && v.drafted(iv, person) {
			d.Written = true
			for _, block := range strings.Split(written.Text, "\n\n") {
				d.Paragraphs = append(d.Paragraphs, inPlainWords(block))
			}
		} else {
			d.Paragraphs = v.thanksTo(iv, person, dealt[iv][person])
			if len(dealt[iv][person]) == 0 {
				d.Reminders = reminders(iv)
			}
		}
		drafts = append(drafts, d)
	}
	return drafts
}

// outsideRules is a journal seen at one instant by something that is no rule.
func outsideRules(j *parser.Journal, now time.Time) *view {
	set, _ := readSettings(Rules(), j.Search.Rules)
	return newView(j, now, set)
}

// roundOf returns the round and the person a thank-you is about; no round for
// any other item.
func (v *view) roundOf(item Item) (*parser.Interview, *parser.Person) {
	for _, iv := range v.journal.Interviews {
		if item.Rule != thankYouID || iv.Place != item.Place {
			continue
		}
		for _, person := range hosts(iv) {
			if roundWith(iv, person).name() == item.Person {
				return iv, person
			}
		}
	}
	return nil, nil
}

// letterTo returns the letter of a round to a person, else the one to nobody
// in particular; nil for none.
func letterTo(iv *parser.Interview, person *parser.Person) *parser.Letter {
	var open *parser.Letter
	for i := range iv.Letters {
		l := &iv.Letters[i]
		switch l.To {
		case person:
			return l
		case nil:
			open = l
		}
	}
	return open
}

// The sentences of a thank-you note. Which of them somebody gets goes by their
// place among the interviewers, so that those who compare their notes find no
// two alike.
var (
	thankOpenings = []string{
		"Thank you for taking the time to talk with me %s.",
		"Thank you for our conversation %s.",
		"Thank you for having me %s.",
	}
	workedLeads = []string{
		"One thing has stayed with me since: %s",
		"What I liked most: %s",
		"I keep coming back to this: %s",
	}
	askedLeads = []string{
		"One question is still on my mind: %s",
		"I am still turning a question over: %s",
		"There is a question I took home with me: %s",
	}
	yourQuestionLeads = []string{
		"Your question is still on my mind: %s",
		"I am still turning your question over: %s",
		"I took your question home with me: %s",
	}
	answeredLeads = []string{
		"One question I can answer better now than I did then: %s My answer: %s",
		"I went on thinking about a question: %s What I would say today: %s",
		"I owe you a better answer to this: %s Here it is: %s",
	}
	knownLeads = []string{
		"What I knew before we met made me curious: %s",
		"I had been looking forward to it: %s",
		"I came with this in mind: %s",
	}
	thankEndings = []string{
		"I would be glad to hear from you.",
		"I look forward to hearing how it goes on.",
		"It would be good to talk again.",
	}
	thankFarewells = []string{
		"I wish you and the team all the best.",
		"All the best to you and the team.",
		"I hope our paths cross again.",
	}
)

// turn returns the sentence of the person at a place.
func turn(sentences []string, place int) string { return sentences[place%len(sentences)] }

// thanksTo writes the note to one person for a round from what was dealt to
// them.
func (v *view) thanksTo(iv *parser.Interview, person *parser.Person, dealt []piece) []string {
	place := max(0, slices.Index(iv.Interviewers, person))
	opening := fmt.Sprintf(turn(thankOpenings, place), v.onDay(dayOf(iv)))
	ending := turn(thankEndings, place)
	if iv.Position != nil && v.over(iv.Position) {
		ending = turn(thankFarewells, place)
	}
	var said []string
	for _, p := range dealt {
		said = append(said, p.toldTo(person, place))
	}
	if len(said) == 0 {
		said = []string{fmt.Sprintf(turn(workedLeads, place), thankGap(person))}
	}
	paragraphs := []string{salutation(person), paragraph(opening, said[0])}
	paragraphs = append(paragraphs, said[1:]...)
	return append(paragraphs, ending, signature())
}

// toldTo puts a piece into a sentence to somebody.
func (p piece) toldTo(person *parser.Person, place int) string {
	text := asSentence(spokenTo(p.text, person))
	switch p.kind {
	case askedPiece:
		if question, theirs := strings.CutPrefix(text, "your question: "); theirs {
			return fmt.Sprintf(turn(yourQuestionLeads, place), question)
		}
		return fmt.Sprintf(turn(askedLeads, place), text)
	case answeredPiece:
		return fmt.Sprintf(turn(answeredLeads, place), text, asSentence(spokenTo(p.answer, person)))
	case knownPiece:
		return fmt.Sprintf(turn(knownLeads, place), text)
	default:
		return fmt.Sprintf(turn(workedLeads, place), text)
	}
}

// thankGap says what a note is still to be about.
func thankGap(person *parser.Person) string {
	who := "they"
	if person != nil {
		who = firstName(person)
	}
	return leftOpen(fmt.Sprintf("one thing %s said, asked or showed you, and why it stayed with you", who))
}

// mostReminders is how many lines of one's own account are a reminder.
const mostReminders = 3

// reminders are what the writer put down about a round for nobody else to
// read: no text for a letter, but it may remind of what was said.
func reminders(iv *parser.Interview) []string {
	var lines []string
	for _, p := range iv.OwnWords[:min(len(iv.OwnWords), mostReminders)] {
		lines = append(lines, inPlainWords(p.Text))
	}
	return lines
}
