package parser

import (
	"slices"
	"strings"
)

// greeted returns the one of the people whom a letter greets by name, nil when
// it greets none or several of them: `Hi Jonas, thanks for …` is not for
// Aisha.
func (b *joiner) greeted(letter string, people []*Person) *Person {
	opening, _, _ := strings.Cut(letter, "\n")
	if cut := strings.IndexAny(opening, ",!:–—"); cut >= 0 {
		opening = opening[:cut]
	}
	words := strings.Fields(FoldName(opening))
	if len(words) < 2 || len(words) > 8 || !slices.Contains(greetings, words[0]) {
		return nil
	}
	var found *Person
	for _, p := range people {
		named := slices.ContainsFunc(b.people.of(p).keys, func(key string) bool {
			first, last := endWords(key)
			return slices.Contains(words[1:], first) || slices.Contains(words[1:], last)
		})
		switch {
		case !named:
		case found != nil:
			return nil
		default:
			found = p
		}
	}
	return found
}

// greetings are the words that open a letter.
var greetings = []string{
	"hi", "hello", "hey", "dear", "good", "thanks", "thank",
	"hallo", "liebe", "lieber", "guten", "sehr", "bonjour", "hola",
}
