package report

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"debrief/parser"
)

// An address is the words that may differ between two copies of one note.
type address struct {
	names fewWords // of those it is to
	firm  fewWords
}

// An occasion is what makes names and titles in a note nothing specific.
type occasion struct {
	address
	role func() map[string]bool
	// noted reports whether the round's own notes hold a word.
	noted func(string) bool
}

// address gathers whom the notes for a round are to.
func (c correspondence) address() address {
	a := address{names: make(fewWords, 0, 2*len(c.people))}
	for _, p := range c.people {
		if p != nil {
			a.names = a.names.with(p.Name)
		}
	}
	a.firm = a.firm.with(c.round.Company)
	return a
}

// occasion gathers what is known of a round with notes.
func (c correspondence) occasion() occasion {
	// Seldom asked for:
	notes := sync.OnceValue(func() map[string]bool { return wordsIn(notesOf(c.round)...) })
	role := sync.OnceValue(func() map[string]bool { return wordsIn(c.round.Role) })
	return occasion{
		address: c.address(),
		role:    role,
		noted:   func(w string) bool { return notes()[w] },
	}
}

// wordsIn returns the words of texts.
func wordsIn(texts ...string) map[string]bool {
	words := map[string]bool{}
	for _, text := range texts {
		for _, w := range wordsOf(text) {
			words[w.folded] = true
		}
	}
	return words
}

// notesOf returns what is written about a round, its letters apart.
func notesOf(iv *parser.Interview) []string {
	var texts []string
	for _, passages := range [][]parser.Passage{iv.Worked, iv.Didnt, iv.Research, iv.Confidence, iv.Questions, iv.Next, iv.OwnWords} {
		for _, p := range passages {
			texts = append(texts, p.Text)
		}
	}
	for _, s := range iv.Stumbles {
		texts = append(texts, s.Question, s.Answer)
	}
	return texts
}

// addressed reports whether a word may differ between two copies of one note.
func (a address) addressed(word string) bool {
	return a.names.has(word) || a.firm.has(word) || slices.Contains(greetings, word)
}

// asks reports whether a text holds a question.
func asks(t noteText) bool { return strings.Contains(t.text, "?") || strings.Contains(t.text, "？") }

// generic reports whether a text is a thank-you that would suit any interview:
// courtesies, names and dates, and not one word beyond. A question is always
// more than that, and so is any word the phrasebook does not know.
func (o occasion) generic(t noteText) bool {
	if asks(t) {
		return false
	}
	book, polite := stock(), false
	for words := o.telling(t, book); len(words) > 0; {
		n, courtesy := book.longest(firstSentence(words))
		if n == 0 {
			n = o.titled(book, words)
		}
		subject := func(w token) bool { return book.has("@place", w.folded) && o.noted(w.folded) }
		if n == 0 || slices.ContainsFunc(words[:n], subject) {
			return false
		}
		polite = polite || courtesy
		words = words[n:]
	}
	return polite
}

// telling returns the words of a note that could tell something: neither
// function words nor days of a month, nor the names of the company and of whom
// it is to and from.
func (o occasion) telling(t noteText, book *phrasebook) []token {
	all := wordsOf(t.text)
	if t.letter {
		all = withoutSignature(o.withoutSalutation(all), t.text)
	}
	month := func(i int) bool { return i >= 0 && i < len(all) && book.has("@month", all[i].folded) }
	var words []token
	begins := false
	for i, w := range all {
		begins = begins || w.begins
		named := w.capital && (o.names.has(w.folded) || o.firm.has(w.folded))
		dated := isDayOrYear(w.folded) && (month(i-1) || month(i+1) || month(i-2))
		if named || dated || functionWords()[w.folded] {
			continue
		}
		w.begins = begins
		words, begins = append(words, w), false
	}
	return words
}

// firstSentence returns the words up to the next that begins a sentence.
func firstSentence(words []token) []token {
	for i := 1; i < len(words); i++ {
		if words[i].begins {
			return words[:i]
		}
	}
	return words
}

// titled returns how many words at the beginning name the role: whole and in
// capitals, or with a word for it behind ("the data engineer position"). What
// the round's own notes speak of is a subject, not a title.
func (o occasion) titled(book *phrasebook, words []token) int {
	n, capitals := 0, true
	for n < len(words) && o.role()[words[n].folded] && !o.noted(words[n].folded) {
		capitals = capitals && words[n].capital
		n++
	}
	if capitals && n == len(o.role()) || n < len(words) && book.has("@job", words[n].folded) {
		return n
	}
	return 0
}

// isDayOrYear reports whether a word is the number of a day or of a year.
func isDayOrYear(w string) bool {
	for _, ending := range []string{"st", "nd", "rd", "th"} {
		w = strings.TrimSuffix(w, ending)
	}
	return len(w) <= 4 && strings.Trim(w, "0123456789") == ""
}

// greetings are the words before the name at the beginning, folded.
var greetings = strings.Fields("dear hi hello hey liebe lieber hallo")

// withoutSalutation drops the names after a greeting at the very beginning:
// "Dear Ms Kim", "hi jo".
func (o occasion) withoutSalutation(words []token) []token {
	if len(words) == 0 || !slices.Contains(greetings, words[0].folded) {
		return words
	}
	n := 1
	for n < len(words) && n < 5 && (words[n].capital || o.names.has(words[n].folded)) && !words[n].apart {
		n++
	}
	if n == len(words) || words[n].apart {
		return words[n:]
	}
	return words // no comma says where the name ends
}

// closings are the last words before a signature, folded.
var closings = strings.Fields(`regards wishes best sincerely faithfully cheers truly yours respectfully warmly
	gruss grusse grussen gruesse gruessen mfg vg lg`)

// longestSignature is how many words a name below a note may have.
const longestSignature = 3

// withoutSignature drops the writer's name at the end of a letter: capitals
// behind a closing word, or on their own without a full stop.
func withoutSignature(words []token, text string) []token {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(text))
	kept := words
	for n := 1; n <= longestSignature && n < len(words); n++ {
		at := len(words) - n
		if !words[at].capital {
			break
		}
		before := words[at-1].folded
		alone := words[at].begins || words[at].apart && slices.Contains([]string{"thanks", "soon", "again", "danke"}, before)
		switch {
		case before == "best":
			kept = words[:at-1] // a closing only here: "the best interview"
		case slices.Contains(closings, before), alone && inWord(last):
			kept = words[:at]
		}
	}
	return kept
}
