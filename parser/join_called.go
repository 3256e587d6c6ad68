package parser

import (
	"slices"
	"strings"
)

// calledAlone returns the one person of the journal whom a text calls by first
// or last name, `Dev tonight`, or by a whole name that is a slip of the keys
// away. A name that stands beside another one is somebody else's: Dev Rossi is
// not Dev Patel, and neither is my brother Dev.
func (b *joiner) calledAlone(text string) string {
	words := strings.Fields(text)
	for i, word := range words {
		if whoseSomebody(word) {
			return ""
		}
		name := bareName(word)
		if i > 0 && !capitalised(name) || name == "" {
			continue
		}
		called := b.people.called(FoldName(name))
		if len(called) == 1 && b.isCalled(called[0], words, i) {
			return called[0].Name
		}
	}
	return ""
}

// isCalled reports whether the word of a text that is one name of a person
// means them, for all that stands next to it.
func (b *joiner) isCalled(p *Person, words []string, i int) bool {
	before, after := "", ""
	if i > 0 && capitalised(bareName(words[i-1])) && bareName(words[i-1]) == strings.TrimLeft(words[i-1], "(*_") {
		before = bareName(words[i-1]) + " "
	}
	if i+1 < len(words) && capitalised(bareName(words[i+1])) && bareName(words[i]) == strings.TrimLeft(words[i], "(*_") {
		after = " " + bareName(words[i+1])
	}
	whole := FoldName(before + bareName(words[i]) + after)
	return !strings.Contains(withoutTitle(whole), " ") || slices.ContainsFunc(b.people.of(p).keys, func(key string) bool {
		return withoutTitle(whole) == key || slipOfTheKeys(withoutTitle(whole), key)
	})
}

// whoseSomebody reports whether a word says whose the next one is: `my wife
// Maria` is hardly the one who interviewed.
func whoseSomebody(word string) bool {
	switch lowerASCII(word) {
	case "my", "our", "his", "her", "their":
		return true
	}
	return false
}

// bareName is a word without the marks around it.
func bareName(word string) string { return strings.Trim(plainText(word), ",;:.!()") }

// thankedObject resolves who was thanked, perhaps `at` a company, perhaps with
// a remark behind the name.
func (b *joiner) thankedObject(s *statement) bool {
	text := s.line.who
	if b.peopleObject(s, text, false) {
		return true
	}
	who, at := cutWord(text, " at ")
	if b.companies.find(plainText(at.Value)) != nil && b.peopleObject(s, who, false) {
		return true
	}
	if s.ambiguous {
		return false
	}
	for _, cut := range slices.Backward(cutsAt(text.Value, thankedMarks)) {
		if cut == 0 || !b.plainRemark(text.Value[cut:]) {
			continue
		}
		s.people = nil
		if b.peopleObject(s, trimmedPart(text, 0, cut), false) {
			s.remark = strings.Trim(text.Value[cut:], " ,;-")
			return true
		}
	}
	return false
}

// thankedMarks set a remark off from who was thanked.
var thankedMarks = []string{",", ";", " (", " - "}

// plainRemark reports whether text can be nothing but a remark on a statement:
// words in lower case, none of them a name, a second thing that was done, a
// date that moves, or one that takes the statement back.
func (b *joiner) plainRemark(text string) bool {
	return plainWords(text) && !slices.ContainsFunc(strings.Fields(text), func(word string) bool {
		word = strings.Trim(word, remarkPunctuation)
		return len(b.people.called(word)) > 0 || b.companies.find(word) != nil
	})
}

// remarkPunctuation may stand around the words of a remark.
const remarkPunctuation = ",;:.!()-"

// plainWords is plainRemark for whoever does not know the journal's names yet.
func plainWords(text string) bool {
	text = strings.TrimSpace(text)
	if text != lowerASCII(text) || !isASCII(text) || strings.ContainsAny(text, "?@&+/0123456789") {
		return false
	}
	if fault, _ := relativeEnd(strings.TrimRight(text, ".!)")); fault != nil {
		return false
	}
	return !slices.ContainsFunc(strings.Fields(text), func(word string) bool {
		word = strings.Trim(word, remarkPunctuation)
		_, does := verbs[word]
		return does || doubts(word) || takesBack(word)
	})
}

// takesBack reports whether a word says that something was not done, or is
// still to come.
func takesBack(word string) bool {
	switch word {
	case "not", "no", "never", "yet", "but", "and", "or", "didn't", "didnt", "couldn't", "forgot", "except", "only",
		"draft", "drafted", "unsent", "later", "soon", "will", "should", "must", "want", "wanted", "todo", "tbd", "again",
		"bounced", "failed", "too", "also", "instead", "tomorrow", "yesterday", "today", "tonight":
		return true
	}
	return false
}

// everyoneAt lists the people of the company in `everyone at Acme`.
func (b *joiner) everyoneAt(text string) string {
	who, at := cutWord(At[string]{Value: text, Span: Span{0, len(text)}}, " at ")
	c := b.companies.find(plainText(at.Value))
	if c == nil || len(c.people) == 0 || len(c.people) > 6 || !meansEveryone(who.Value) {
		return ""
	}
	var names []string
	for _, p := range c.people {
		names = append(names, p.Name)
	}
	return strings.Join(names, ", ")
}
