package parser

import (
	"fmt"
	"slices"
	"strings"
)

// Lines that are news to a reader and nothing to the grammar are passed over
// in silence: that is what makes a log a diary. But where a duty hangs on one,
// silence means that the person is asked to do again what they have done; such
// a line gets a warning.

// almostStatement warns of a line that says somebody was thanked or told, and
// names them, but says more than can be understood.
func (b *joiner) almostStatement(s *statement) {
	line := s.line
	if s.ambiguous || !b.saysDone(s.file, line) {
		return
	}
	switch {
	case line.outcome() || line.what == HeardBack:
		b.almostOutcome(s)
		return
	case line.what != Thanked && line.what != Told:
		return
	}
	text := line.who.Value + " " + line.position.Value
	if line.what == Told {
		text += " " + line.detail
	}
	person := b.personNamed(s, text)
	if person == "" {
		return
	}
	instead := "thanked " + person
	if line.what == Told {
		company := b.companyNamed(text)
		if company == "" {
			return
		}
		instead = fmt.Sprintf("told %s about %s", person, company)
	}
	b.didYouMeanLine(s, instead)
}

// misplaced warns of a statement that would count, if it stood as a list item
// in a log.
func (b *joiner) misplaced(f *note, line *logLine) {
	switch line.what {
	case Thanked, Told, Sent, AppliedTo, RejectedBy, OfferMade:
	default:
		return
	}
	if line.box == openBox || line.imperative && line.box != tickedBox || !b.saysDone(f, line) {
		return
	}
	problems, unknown := len(b.Problems), len(b.unknown)
	understood := b.understand(&statement{file: f, line: line, role: line.role})
	b.Problems, b.unknown = b.Problems[:problems], b.unknown[:unknown]
	switch {
	case !understood:
	case line.bare:
		b.problem(DidYouMean, Place{f.Source, line.span}, "begin it with - ",
			"this line is no list item, so it counts for nothing")
	default:
		b.problem(DidYouMean, Place{f.Source, line.span}, "put it below a heading Log",
			"this line stands outside a log, so it counts for nothing")
	}
}

// saysDone reports whether a line is dated, itself or by the heading above it,
// or ticked.
func (b *joiner) saysDone(f *note, line *logLine) bool {
	return line.moment.Given() || line.box == tickedBox || f.days[line.day].moment.Given()
}

// personNamed returns somebody whom text names: anybody by whole name, those of
// the note, its company and the references by one name too, even misspelt.
func (b *joiner) personNamed(s *statement, text string) string {
	near := slices.Clone(s.file.people)
	if s.file.company != nil {
		near = appendNew(near, s.file.company.people...)
	}
	for _, r := range b.References {
		near = appendNew(near, r.Person)
	}
	found := firstNamed(text, func(name string) string {
		if p := b.people.find(name); p != nil && strings.Contains(name, " ") {
			return p.Name
		}
		if among := b.people.among(near, FoldName(name)); len(among) == 1 && capitalised(name) {
			return among[0].Name
		}
		return ""
	})
	if found != "" {
		return found
	}
	return firstNamed(text, func(name string) string {
		for _, p := range near {
			if capitalised(name) && misspells(FoldName(name), FoldName(p.Name)) {
				return p.Name
			}
		}
		return ""
	})
}

// misspells reports whether a name is a slip away from a folded whole name, or
// from its first or last part.
func misspells(name, whole string) bool {
	if slipOfTheKeys(name, whole) {
		return true
	}
	if letterCount(name) < 5 {
		return false
	}
	first, last := endWords(whole)
	return missesOne(name, first) || missesOne(name, last)
}

// missesOne reports whether a name is one slip away from a long part of another.
func missesOne(name, part string) bool {
	return letterCount(part) >= 5 && editDistance(name, part, 1) == 1
}

// firstNamed returns what look says of the first stretch of at most four words
// that it knows, the longest at each place.
func firstNamed(text string, look func(name string) string) string {
	words := strings.Fields(text)
	for i := range words {
		for j := min(i+4, len(words)); j > i; j-- {
			name := strings.Trim(plainText(strings.Join(words[i:j], " ")), ",;:.!()")
			if found := look(name); name != "" && found != "" {
				return found
			}
		}
	}
	return ""
}
