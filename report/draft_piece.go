package report

import (
	"regexp"
	"slices"
	"strings"

	"debrief/parser"
)

// A piece is one thing of a round's notes that a letter can be about.
type piece struct {
	kind pieceKind
	text string
	// answer is the better answer to a question that was hard.
	answer string
}

// A pieceKind is what a piece is; a letter has at most one of each.
type pieceKind uint8

const (
	workedPiece   pieceKind = iota // what went well
	askedPiece                     // a question, of theirs or one's own
	answeredPiece                  // a hard question that has a better answer by now
	knownPiece                     // what was known about somebody before they were met
	pieceKinds
)

// mostPieces is how many things one letter is about at most: it should be read
// in half a minute.
const mostPieces = 2

// piecesOf returns what a round's notes hold for letters. What went badly, how
// it felt and one's own account of it are nobody's letter. Neither is research,
// unless it is about somebody who was met.
func piecesOf(iv *parser.Interview) []piece {
	var pieces []piece
	add := func(kind pieceKind, text, answer string) {
		if text = inPlainWords(text); text != "" {
			pieces = append(pieces, piece{kind, text, inPlainWords(answer)})
		}
	}
	for _, p := range iv.Worked {
		add(workedPiece, p.Text, "")
	}
	for _, p := range iv.Questions {
		add(askedPiece, p.Text, "")
	}
	for _, s := range iv.Stumbles {
		if s.Answer != "" {
			add(answeredPiece, s.Question, s.Answer)
		}
	}
	for _, p := range iv.Research {
		if len(namedIn(p.Text, iv.Interviewers)) > 0 {
			add(knownPiece, p.Text, "")
		}
	}
	return pieces
}

// namedIn returns those of some people whom a text names, by the first or the
// last of their names.
func namedIn(text string, people []*parser.Person) []*parser.Person {
	words := wordsOf(text)
	return slices.DeleteFunc(slices.Clone(people), func(p *parser.Person) bool {
		return !slices.ContainsFunc(words, func(w token) bool { return w.capital && isNameOf(w.folded, p) })
	})
}

// isNameOf reports whether a folded word is the first or last name of somebody.
func isNameOf(word string, p *parser.Person) bool {
	names := wordsOf(p.Name)
	return len(names) > 0 && (names[0].folded == word || names[len(names)-1].folded == word)
}

// shares deals a round's pieces out among those who are still to be thanked,
// so that no two letters are about the same. A piece that names one of them is
// theirs; one that names somebody else who was met is nobody's; the others go
// to whoever has fewest. What a letter of the round says already is told.
func (v *view) shares(iv *parser.Interview) map[*parser.Person][]piece {
	var people []*parser.Person
	for _, person := range hosts(iv) {
		if !v.thanked(iv, person) && !v.drafted(iv, person) {
			people = append(people, person)
		}
	}
	dealt := map[*parser.Person][]piece{}
	texts, pieces := noteTexts(iv), piecesOf(iv)
	for kind := range pieceKinds {
		for _, named := range []bool{true, false} { // whoever is named comes first
			for _, p := range pieces {
				met := namedIn(p.text+" "+p.answer, iv.Interviewers)
				if p.kind != kind || named != (len(met) > 0) || isTold(p, texts) {
					continue
				}
				among := people
				if named {
					among = met
				}
				deal(dealt, p, among, people)
			}
		}
	}
	return dealt
}

// deal gives a piece to the one among some people who has fewest so far, of
// those who still have room for one of its kind; only people count.
func deal(dealt map[*parser.Person][]piece, p piece, among, people []*parser.Person) {
	best := -1
	for i, person := range among {
		same := func(other piece) bool { return other.kind == p.kind || sameText(other.text, p.text) }
		if !slices.Contains(people, person) || len(dealt[person]) >= mostPieces || slices.ContainsFunc(dealt[person], same) {
			continue
		}
		if best < 0 || len(dealt[person]) < len(dealt[among[best]]) {
			best = i
		}
	}
	taken := func(person *parser.Person) bool {
		return slices.ContainsFunc(dealt[person], func(other piece) bool { return sameText(other.text, p.text) })
	}
	if best >= 0 && !slices.ContainsFunc(people, taken) {
		dealt[among[best]] = append(dealt[among[best]], p)
	}
}

// sameText reports whether two texts are alike as two notes that were copied
// are.
func sameText(a, b string) bool {
	words := newVocabulary()
	return a == b || words.contentWords(a, nil).alike(words.contentWords(b, nil), sameAbove)
}

const (
	// sameAbove is from how many of 100 words in common on two pieces are one.
	sameAbove = 60
	// toldAbove is how many of 100 words of a piece a letter has when it tells
	// of it.
	toldAbove = 60
)

// isTold reports whether a letter of the round holds most words of a piece.
func isTold(p piece, texts []noteText) bool {
	words := newVocabulary()
	own := words.contentWords(p.text, nil)
	return slices.ContainsFunc(texts, func(t noteText) bool {
		told, both := words.contentWords(t.text, nil), 0
		for _, w := range own {
			if slices.Contains(told, w) {
				both++
			}
		}
		return both > 0 && both*100 >= toldAbove*len(own)
	})
}

// didVerbs are the past tenses that read the same behind "you" as behind a
// name, as far as people write them of an interview. Those in -ed come besides.
const didVerbs = "asked said told showed gave found had made drew wrote liked knew ran built spoke saw thought got took put brought led knew laughed"

// otherPeople are the words that would still speak of somebody in the third
// person.
var otherPeople = []string{"he", "she", "him", "her", "his", "hers", "himself", "herself"}

// spokenTo turns a sentence about somebody into one to them, where that is no
// more than another word: "Dev's question" is your question, "Dev found the
// hole" is you found the hole. Where the name or a pronoun would be left over,
// the sentence stays as it is.
func spokenTo(text string, p *parser.Person) string {
	if p == nil || slices.ContainsFunc(wordsOf(text), func(w token) bool { return slices.Contains(otherPeople, w.folded) }) {
		return text
	}
	turned := text
	for _, name := range []string{p.Name, firstName(p)} {
		name = regexp.QuoteMeta(name)
		owner := regexp.MustCompile(`(^|[^\pL])` + name + `['’]s([^\pL]|$)`)
		doer := regexp.MustCompile(`(^|[^\pL])` + name + ` (\pL+ed|` + strings.ReplaceAll(didVerbs, " ", "|") + `)([^\pL]|$)`)
		turned = owner.ReplaceAllString(turned, "${1}your${2}")
		turned = doer.ReplaceAllString(turned, "${1}you ${2}${3}")
	}
	if len(namedIn(turned, []*parser.Person{p})) > 0 {
		return text
	}
	return turned
}
