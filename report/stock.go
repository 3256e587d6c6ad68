package report

import (
	_ "embed" // the stock phrases
	"strings"
	"sync"
)

//go:embed stockphrases.txt
var stockPhraseList string

// A slot is one place in a stock phrase.
type slot struct {
	words    map[string]bool
	optional bool
	repeated bool
}

// A phrase is a stock phrase without its function words.
type phrase struct {
	slots []slot
	// courtesy is false for words that are stock only in company ("the role").
	courtesy bool
}

// A phrasebook holds stock phrases by the words they can begin with.
type phrasebook struct {
	beginning map[string][]phrase
	lists     map[string]map[string]bool
}

// stock is the phrasebook of thank-you notes.
var stock = sync.OnceValue(func() phrasebook { return readPhrasebook(stockPhraseList) })

// readPhrasebook reads phrases, one a line, in the notation that the head of
// stockphrases.txt explains.
func readPhrasebook(text string) phrasebook {
	book := phrasebook{beginning: map[string][]phrase{}, lists: map[string]map[string]bool{}}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		name, members, isList := strings.Cut(line, " = ")
		switch {
		case line == "" || line[0] == '#':
		case isList && line[0] == '@':
			book.lists[name] = book.alternatives(strings.Fields(members))
		default:
			rest, bare := strings.CutPrefix(line, "~ ")
			book.add(phrase{slots: book.slots(rest), courtesy: !bare})
		}
	}
	return book
}

// slots reads the places of a phrase; one of nothing but function words is
// none.
func (b phrasebook) slots(text string) []slot {
	var slots []slot
	for _, part := range strings.Fields(text) {
		bare := strings.TrimRight(part, "?*")
		mark := part[len(bare):]
		if words := b.alternatives(strings.Split(bare, "|")); len(words) > 0 {
			slots = append(slots, slot{words: words, optional: mark != "", repeated: mark == "*"})
		}
	}
	return slots
}

// alternatives returns words, folded, with the lists that are named among
// them.
func (b phrasebook) alternatives(names []string) map[string]bool {
	words := map[string]bool{}
	for _, name := range names {
		if list, ok := b.lists[name]; ok {
			for w := range list {
				words[w] = true
			}
			continue
		}
		for _, w := range wordsOf(name) {
			if !functionWords()[w.folded] {
				words[w.folded] = true
			}
		}
	}
	return words
}

// add files a phrase under every word it can begin with.
func (b phrasebook) add(p phrase) {
	for _, s := range p.slots {
		for w := range s.words {
			b.beginning[w] = append(b.beginning[w], p)
		}
		if !s.optional {
			return
		}
	}
}

// longest returns how many of the words at the beginning are a stock phrase,
// the longest there is, and whether that is a courtesy.
func (b phrasebook) longest(words []token) (n int, courtesy bool) {
	if len(words) == 0 {
		return 0, false
	}
	for _, p := range b.beginning[words[0].folded] {
		if m := match(p.slots, words); m > n || m == n && p.courtesy {
			n, courtesy = m, p.courtesy
		}
	}
	return n, n > 0 && courtesy
}

// match returns how many words the slots cover at most, 0 when they do not
// fit.
func match(slots []slot, words []token) int {
	if len(slots) == 0 {
		return 0
	}
	first, best := slots[0], 0
	required := false // something behind the first slot must be there
	for _, s := range slots[1:] {
		required = required || !s.optional
	}
	if len(words) > 0 && first.words[words[0].folded] {
		if rest := match(slots[1:], words[1:]); rest > 0 || !required {
			best = 1 + rest
		}
		if first.repeated {
			if rest := match(slots, words[1:]); rest > 0 {
				best = max(best, 1+rest)
			}
		}
	}
	if first.optional {
		best = max(best, match(slots[1:], words))
	}
	return best
}
