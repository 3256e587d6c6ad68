package parser

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// withNames reads the names behind `interviewed at COMPANY with`. Such a line
// goes on in words as often as in names, and words made into people would be
// owed a thank-you: what is no name ends the list.
func (b *joiner) withNames(text At[string]) []personText {
	text = trimmedPart(text, 0, sentenceEnd(text.Value))
	var people []personText
	strict := false // the part before ended in words: the next may be more of them
	for i, part := range splitSlashes(splitList(text, anySeparator, b.isPerson), b.isPerson) {
		cut := len(part.Value)
		if !b.isPerson(plainText(part.Value)) {
			cut = nameEnd(part.Value)
		}
		name, tail := trimmedPart(part, 0, cut), strings.TrimLeft(part.Value[cut:], " -–")
		switch {
		case i > 0 && isAside(part.Value):
			people = withTitle(people, part.Value)
			continue
		case i > 0 && !b.listsName(name.Value, people, strict):
			return people
		}
		if p := readPerson(name); name.Value != "" && !p.nobody() {
			people = append(people, p)
		}
		if isTitle(tail) {
			people = withTitle(people, tail)
		}
		strict = strict || tail != "" && !isAside(tail) && !tellsHow(tail)
	}
	return people
}

// splitSlashes splits those parts of a list of names that are two with a slash
// between them: Ana/Bo.
func splitSlashes(parts []At[string], known func(string) bool) []At[string] {
	for i := 0; i < len(parts); i++ {
		text := parts[i]
		at := strings.IndexByte(text.Value, '/')
		if at <= 0 || at+1 == len(text.Value) || isLower(text.Value) || isLower(text.Value[at+1:]) ||
			strings.ContainsAny(text.Value, "[(<@:") || known(text.Value) {
			continue
		}
		parts[i] = trimmedPart(text, 0, at)
		parts = slices.Insert(parts, i+1, trimmedPart(text, at+1, len(text.Value)))
	}
	return parts
}

// isPerson reports whether somebody of the journal has that whole name.
func (b *joiner) isPerson(name string) bool { return b.people.find(name) != nil }

// listsName reports whether a part of a list, other than its first, is a name:
// in capitals, or somebody known. Whoever writes the first name in lower case
// writes the others like it.
func (b *joiner) listsName(written string, before []personText, strict bool) bool {
	name := plainText(written)
	switch {
	case name == "":
		return false
	case b.isPerson(name), strings.HasPrefix(written, "[["), strings.Contains(written, "@"):
		return true
	case strict:
		return fullName(name)
	case capitalised(name), isLower(name) && capitalised(afterParticles(name)):
		return true
	case !strings.Contains(name, " "):
		return len(b.people.called(FoldName(name))) > 0
	}
	return len(before) > 0 && isLower(before[0].Name.Value) && twoPlainWords(name)
}

func isLower(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(first)
}

// twoPlainWords reports whether a text in lower case may be a first and a last
// name, for all that is in it.
func twoPlainWords(text string) bool {
	words := strings.Fields(text)
	return len(words) == 2 && !slices.ContainsFunc(words, func(word string) bool {
		_, does := verbs[word]
		return does || tailWord(word) || remarkWord(word) || takesBack(word) || strings.ContainsFunc(word, func(r rune) bool {
			return !unicode.IsLetter(r) && r != '-' && r != '\''
		})
	})
}

// remarkWord reports whether a word is one of remarks, and hardly a name.
func remarkWord(word string) bool {
	switch word {
	case "a", "an", "the", "it", "he", "she", "they", "we", "was", "were", "is", "went", "had", "did", "got", "very", "so", "all", "his", "her", "their",
		"my", "our", "others", "other", "team", "people", "more", "two", "three", "well", "good", "great", "fine", "okay", "ok", "bit", "some", "asked",
		"talked", "really", "quite", "felt", "more.", "both", "then", "after", "before":
		return true
	}
	return false
}

// sentenceEnd returns where the first sentence of a text ends, its end when it
// is the only one. `Dr. Who` and `J. R. Smith` are none.
func sentenceEnd(text string) int {
	depth := 0
	for i := range len(text) {
		switch text[i] {
		case '(', '[', '<':
			depth++
		case ')', ']', '>':
			depth--
		case '!', '?', '.':
			if depth > 0 || i+1 >= len(text) || text[i+1] != ' ' {
				continue
			}
			if text[i] != '.' || endsSentence(text[:i], text[i+1:]) {
				return i
			}
		}
	}
	return len(text)
}

// endsSentence reports whether a full stop ends a sentence rather than shortens
// a word of a name.
func endsSentence(before, after string) bool {
	at := strings.LastIndexAny(before, " ,&") + 1
	word := lowerASCII(before[at:])
	switch {
	case utf8.RuneCountInString(word) < 2, word == "st", strings.Contains(word, "."), partOfWhole(word), withoutTitle(word+" x") == "x":
		return false
	case at == 0 || before[at-1] != ' ': // Chr. Smith
		return !capitalised(after)
	}
	return true
}

// nameEnd returns where the name that a text begins with ends: at a word that
// leads on, at a time, at a dash, or where capitals go over into lower case.
func nameEnd(text string) int {
	capitals, depth := 0, 0
	for at, n := 0, 0; at < len(text); n++ {
		word, rest := firstWord(text[at:])
		next := len(text) - len(rest)
		rest = strings.TrimLeft(rest, " ")
		switch {
		case depth > 0 || strings.ContainsAny(word, "([<"):
		case n > 0 && (tailWord(word) && !strings.HasPrefix(rest, "'t ") || word == "-" || timeWord(word, rest)),
			n == 0 && tailWord(word) && rest != "",
			capitals > 1 && isLower(word) && !capitalised(afterParticles(text[at:])):
			return at
		case !isLower(word):
			capitals++
		}
		depth += strings.Count(word, "(") - strings.Count(word, ")") + strings.Count(word, "[") - strings.Count(word, "]")
		at = len(text) - len(rest)
		if at < next { // the last word
			break
		}
	}
	return len(text)
}

// afterParticles returns the first word that is none of the small ones that a
// last name may begin with: Berg of van der Berg.
func afterParticles(text string) string {
	word, rest := firstWord(text)
	for range 3 { // van den de
		switch strings.TrimRight(word, "'’") {
		case "van", "von", "der", "den", "de", "del", "della", "di", "da", "do", "dos", "das", "du", "la", "le", "el", "al", "bin", "ibn", "ben",
			"ter", "ten", "zu", "zur", "vom", "y", "e", "d", "op", "in", "het", "af", "av", "'t":
			word, rest = firstWord(strings.TrimLeft(rest, " "))
		default:
			return word
		}
	}
	return word
}

// tailWord reports whether a word behind a name leads to when, how or why.
func tailWord(word string) bool {
	switch word {
	case "via", "on", "at", "by", "over", "in", "for", "from", "about", "through", "as", "re", "who", "which", "where", "because", "but", "while", "since":
		return true
	}
	return false
}

// tellsHow reports whether what a tail word leads to is a time or a way to talk,
// after which a list of names may go on.
func tellsHow(tail string) bool {
	word, rest := firstWord(tail)
	return tailWord(word) && isAside(strings.TrimSpace(rest))
}

// timeWord reports whether a word, with what follows it, is a time or how long
// something took.
func timeWord(word, rest string) bool {
	if !isDigit(word[0]) {
		return false
	}
	if unit := strings.TrimLeft(word, "0123456789.:-–"); unit != "" || strings.Contains(word, ":") {
		return unit == "" || timeUnit(unit)
	}
	next, _ := firstWord(rest)
	return timeUnit(next)
}

func timeUnit(word string) bool {
	switch lowerASCII(strings.Trim(word, ".,;")) {
	case "am", "pm", "h", "hr", "hrs", "hour", "hours", "m", "min", "mins", "minute", "minutes", "uhr":
		return true
	}
	return false
}

// isAside reports whether a part of a list of names says something about the
// name before it, or about the talk: a title, a time, Zoom.
func isAside(part string) bool {
	text := plainText(part)
	if text == "" || isDigit(text[0]) || partOfWhole(text) || isTitle(text) {
		return true
	}
	switch lowerASCII(text) {
	case "zoom", "teams", "ms teams", "microsoft teams", "google meet", "skype", "webex", "phone", "the phone", "video", "video call", "onsite",
		"on-site", "on site", "remote", "remotely", "in person", "person", "slack", "hangouts":
		return true
	}
	word, rest := firstWord(text)
	return tailWord(word) && rest != "" && isAside(strings.TrimSpace(rest))
}

// isTitle reports whether the whole of a text is what somebody does, or a
// degree: it begins or ends with a word of titles. Dev Patel has a name.
func isTitle(text string) bool {
	words := strings.Fields(strings.ReplaceAll(FoldName(text), ".", ""))
	if len(words) == 0 {
		return false
	}
	for i, word := range words {
		words[i] = strings.Trim(word, "-–&/")
	}
	first, last := words[0], words[len(words)-1]
	_, begins := titleWords[first]
	_, ends := titleWords[last]
	switch first {
	case "dev", "design", "team":
		begins = ends && len(words) > 1
	}
	switch last {
	case "head", "dev", "chief", "partner":
		ends = false
	}
	return begins || ends || len(words) > 1 && plainTitle(strings.Join(words, " ")) && slices.Contains(words, "of")
}

// withTitle gives the last of the people the title behind the name.
func withTitle(people []personText, text string) []personText {
	if n := len(people); n > 0 && isTitle(text) {
		people[n-1].entitle(plainText(text))
	}
	return people
}
