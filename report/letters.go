package report

import (
	"slices"

	"debrief/parser"
)

// A noteText is what the journal has of the words of a thank-you: the note
// itself, or what the person wrote down that it was about.
type noteText struct {
	to     *parser.Person // nil for several, or whoever held the round
	text   string
	letter bool // the note itself
	place  parser.Place
}

// A correspondence is what the journal has of the words of one round's
// thank-yous, and whom they may be to.
type correspondence struct {
	round  *parser.Interview
	texts  []noteText
	people []*parser.Person // see addressees
}

// correspondences returns those of the rounds that have any such words.
func correspondences(rounds []*parser.Interview) []correspondence {
	all := make([]correspondence, 0, len(rounds))
	for _, iv := range rounds {
		if texts := noteTexts(iv); len(texts) > 0 {
			all = append(all, correspondence{iv, texts, addressees(iv, texts)})
		}
	}
	return all
}

// noteTexts returns the texts of a round's thank-yous. Where one person held
// the round, a note to everyone is a note to them.
func noteTexts(iv *parser.Interview) []noteText {
	texts := make([]noteText, 0, len(iv.Letters)+len(iv.Thanks))
	for _, l := range iv.Letters {
		texts = append(texts, noteText{to: l.To, text: l.Text, letter: true})
	}
	for _, e := range iv.Thanks {
		if e.Detail == "" {
			continue
		}
		t := noteText{text: e.Detail, place: e.Place}
		if len(e.People) == 1 {
			t.to = e.People[0]
		}
		// A line that thanks two people is one text, though two events.
		twin := func(other noteText) bool { return !other.letter && other.place == e.Place }
		if at := slices.IndexFunc(texts, twin); at >= 0 {
			texts[at].to = nil
			continue
		}
		texts = append(texts, t)
	}
	if len(iv.Interviewers) == 1 {
		for i := range texts {
			if texts[i].to == nil {
				texts[i].to = iv.Interviewers[0]
			}
		}
	}
	return texts
}

// addressees returns whom a round's notes may be to: nil for several, the
// interviewers, then whoever else a note names.
func addressees(iv *parser.Interview, texts []noteText) []*parser.Person {
	people := make([]*parser.Person, 1, 1+len(iv.Interviewers))
	people = append(people, iv.Interviewers...)
	for _, t := range texts {
		people = appendPerson(people, t.to)
	}
	return people
}
