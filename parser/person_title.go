package parser

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// listedPeople reads an item of a list of people. What stands there behind a
// comma or a dash is most often what they do: `Ana Lima, Head of Data`.
func (f *fields) listedPeople(n *node) []personText {
	text := n.plain()
	name, rest, comma := cutTitle(text)
	switch {
	case rest.Value == "" || partOfWhole(rest.Value):
		return peopleInText(text, innerSeparator)
	case strings.IndexFunc(rest.Value, unicode.IsLetter) < 0 || isWebAddress(rest.Value) || isMailAddress(rest.Value):
		return besideAddress(name, rest.Value)
	case saysTitle(rest.Value):
		people := peopleInText(name, innerSeparator)
		if len(people) == 1 && people[0].splittable == "" {
			people[0].entitle(rest.Value)
		}
		return people
	case comma && fullName(name.Value) && fullName(rest.Value):
		return peopleInText(text, anySeparator)
	}
	f.file.problem(AmbiguousName, text.Span, "write "+name.Value+" ("+rest.Value+"), or each on a line of their own",
		"%s could be a name and a title, or two people", quoted(text.Value))
	return peopleInText(text, innerSeparator)
}

// cutTitle cuts a text at the comma or dash behind a full name; rest is empty
// where there is none. Reyes, Dana is a name turned around.
func cutTitle(text At[string]) (name, rest At[string], comma bool) {
	if strings.ContainsAny(text.Value, "(<[") {
		return text, At[string]{}, false
	}
	for _, mark := range []string{", ", " - ", " – ", " — "} {
		at := strings.Index(text.Value, mark)
		if at < 0 {
			continue
		}
		name, rest = trimmedPart(text, 0, at), trimmedPart(text, at+len(mark), len(text.Value))
		if strings.Contains(name.Value, " ") && capitalised(name.Value) || rest.Value != "" && plainTitle(rest.Value) {
			return name, rest, mark == ", "
		}
		return text, At[string]{}, false
	}
	return text, At[string]{}, false
}

// saysTitle reports whether text behind a name is a title: it has a word that
// titles have, a degree, or a word in lower case, which no name begins with.
func saysTitle(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return plainTitle(text) || unicode.IsLower(first)
}

// plainTitle reports whether text holds a word of titles or of degrees.
func plainTitle(text string) bool {
	words := strings.FieldsFunc(FoldName(text), func(r rune) bool { return r == ' ' || r == '-' || r == '/' || r == '&' })
	return slices.ContainsFunc(words, func(word string) bool {
		_, ok := titleWords[word]
		return ok
	})
}

// partOfWhole reports whether text behind a comma belongs to the name: Sammy
// Davis, Jr.
func partOfWhole(text string) bool {
	switch FoldName(text) {
	case "jr", "sr", "junior", "senior", "ii", "iii", "iv":
		return true
	}
	return false
}

// fullName reports whether text reads as one person's whole name.
func fullName(text string) bool {
	n := len(strings.Fields(text))
	return n >= 2 && n <= 3 && capitalised(text) && !strings.ContainsAny(text, ",;&0123456789") && !plainTitle(text)
}

var titleWords = wordSet(`head lead director manager management engineer engineering recruiter recruiting recruitment
	cto ceo coo cfo cio cpo ciso vp svp evp hr phd md mba msc chief senior junior staff principal developer
	founder cofounder partner analyst designer design scientist talent product team hiring architect officer president
	consultant coordinator specialist owner platform backend frontend software operations sourcer associate assistant
	executive administrator intern technician researcher professor ops sre qa of`)

func wordSet(words string) map[string]struct{} {
	set := map[string]struct{}{}
	for _, word := range strings.Fields(words) {
		set[word] = struct{}{}
	}
	return set
}
