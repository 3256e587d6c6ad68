package parser

import (
	"slices"
	"strings"
)

// Lines as they are typed late at night: a small word is left out, a capital, or
// whom it was about stands first. They count for nothing, and a warning says so.

// looseApplied reads `applied Acme`, `applied: Acme` and `applied to acme`, in
// which a word or a capital is left out. People apply to schools and apply patches,
// too: without a capital, and behind anything but `to`, it has to be one word.
func (b *joiner) looseApplied(s *statement) string {
	rest, applied := afterFirst(s.line.who.Value, "applied")
	if !applied {
		return ""
	}
	return b.appliedName(rest)
}

// appliedName writes an application from what stands behind `applied`.
func (b *joiner) appliedName(text string) string {
	rest, to := afterFirst(strings.TrimLeft(text, " :-–—"), "to ", "at ")
	name := strings.TrimRight(untilMark(rest, appliedMarks), " .!")
	if c := b.companies.find(bareName(name)); c != nil {
		return "applied to " + c.name
	}
	if to {
		return appliedInSmall(name)
	}
	return withName("applied to ", name)
}

// appliedInSmall writes an application to a company in small letters with a
// capital.
func appliedInSmall(name string) string {
	if name = strings.TrimRight(untilMark(name, appliedMarks), " .!"); !isBareCompany(name) {
		return ""
	}
	return "applied to " + strings.ToUpper(name[:1]) + name[1:]
}

// appliedMarks end the name of the company that somebody applied to.
var appliedMarks = []string{",", ";", " (", " - ", " – ", " — ", ":", " as ", " via ", " on ", " through ", " for "}

// isBareCompany reports whether a word in small letters is a name rather than what
// else one applies to.
func isBareCompany(word string) bool {
	if len(word) < 3 || strings.ContainsFunc(word, func(r rune) bool { return r < 'a' || r > 'z' }) {
		return false
	}
	_, common := appliedElsewhere[word]
	return !common
}

// appliedElsewhere are words behind `applied to` that name no company.
var appliedElsewhere = wordSet(`get join become work study help live rent adopt start stay return renew move
	the this that these those them him her its it's everything everyone anything something all any both each every
	another other others some several few many more most lots loads tons plenty one two three four five six seven eight nine ten
	job jobs role roles position positions posting postings company companies startup startups firm firms place places
	agency agencies school schools college university uni grad course courses program programme grant grants visa visas
	recruiter recruiters linkedin indeed today yesterday`)

// looseHanded reads `application sent to Acme` and `submitted my application to
// Acme`.
func (b *joiner) looseHanded(s *statement) string {
	rest, handed := afterFirst(s.line.who.Value, "application sent ", "application submitted ", "application handed in ", "application ",
		"submitted application ", "submitted my application ", "submitted an application ", "filed my application ")
	company, to := afterFirst(rest, "to ", "at ")
	if !handed || !to {
		return ""
	}
	return withName("applied to ", untilMark(company, appliedMarks))
}

// looseNamed reads lines that begin with whom they are about: `Acme: told Jane`,
// `Jane: told about Acme`, `Acme: thanked Dana`.
func (b *joiner) looseNamed(s *statement) string {
	name, rest, named := strings.Cut(s.line.who.Value, ": ")
	if name = plainText(name); !named || !capitalised(name) {
		return ""
	}
	word, what := firstWord(strings.TrimSpace(rest))
	what = strings.TrimSpace(what)
	c := b.companies.find(bareName(name))
	switch lowerASCII(word) {
	case "told", "informed", "briefed", "alerted":
		if c != nil {
			return b.referenceTold(s, what+" about "+c.name)
		}
		return b.referenceTold(s, name+" "+what)
	case "thanked":
		if c != nil {
			return b.insteadOf(s, Thanked, what)
		}
	case "sent", "wrote":
		if _, to := cutSecondPart(what, " to "); c != nil && namesThankYou(what) {
			return b.insteadOf(s, Thanked, to)
		}
	}
	return ""
}

// almostSent warns of a résumé that went to a reference in a line that says more
// than can be understood: `sent my CV to Jane for Acme`.
func (b *joiner) almostSent(s *statement) bool {
	text := s.file.Source.Text[s.line.span.Start:s.line.span.End]
	words := strings.Fields(text)
	at := slices.IndexFunc(words, func(word string) bool {
		word = bareName(word)
		return allFiles([]At[string]{{Value: word}}) && resumeName(word)
	})
	person := orText(b.personNamed(s, text), b.calledAlone(text))
	if at < 0 || !b.isReference(person) {
		return false
	}
	b.didYouMeanLine(s, "sent "+bareName(words[at])+" to "+person)
	return true
}

// companyInSmall returns the company whose name, or the first word of it, a text
// begins with in small letters: `globex` for Globex Systems.
func (b *joiner) companyInSmall(text string) string {
	word, _ := firstWord(strings.TrimSpace(text))
	name := bareName(word)
	if letterCount(name) < 4 || name != lowerASCII(name) {
		return ""
	}
	if c := b.companies.find(name); c != nil {
		return c.name
	}
	if longer := b.begun().longer(name); longer != nil {
		return longer.name
	}
	return ""
}

// isReference reports whether somebody of that name speaks for the person.
func (b *joiner) isReference(name string) bool {
	return slices.ContainsFunc(b.References, func(r *Reference) bool { return r.Person != nil && r.Name == name })
}
