package report

import (
	_ "embed" // the stock phrases
	"slices"
	"strings"
	"sync"
)

//go:embed stockphrases.txt
var stockPhraseList string

// lists are some of the lists of a phrasebook, one bit each.
type lists uint32

// A slot is one place in a stock phrase: a word of its own, or one of a list.
type slot struct {
	words    fewWords
	lists    lists
	optional bool
	repeated bool
}

// A phrase is a stock phrase without its function words.
type phrase struct {
	slots []slot
	// courtesy is false for words that are stock only in company ("the role").
	courtesy bool
}

// A phrasebook holds stock phrases by the words they can begin with. Phrases
// refer to the lists and do not repeat them: a phrasebook of copies takes longer
// to make than the rest of a small journal's report.
type phrasebook struct {
	beginning map[string][]*phrase // by one of their own words, or @name
	names     []string             // of the lists, from bit 0 on
	listed    map[string]lists     // by word
}

// stock is the phrasebook of thank-you notes.
var stock = sync.OnceValue(func() *phrasebook { return readPhrasebook(stockPhraseList) })

// readPhrasebook reads phrases, one a line, in the notation that the head of
// stockphrases.txt explains. A list stands before the phrases that name it.
func readPhrasebook(text string) *phrasebook {
	book := &phrasebook{beginning: map[string][]*phrase{}, listed: map[string]lists{}}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		name, members, isList := strings.Cut(line, " = ")
		switch {
		case line == "" || line[0] == '#':
		case isList && line[0] == '@':
			list := lists(1) << len(book.names)
			book.names = append(book.names, name)
			for _, w := range subjectWords(nil, members) {
				book.listed[w] |= list
			}
		default:
			rest, bare := strings.CutPrefix(line, "~ ")
			book.add(&phrase{slots: book.slots(rest), courtesy: !bare})
		}
	}
	return book
}

// slots reads the places of a phrase; one of nothing but function words is
// none.
func (b *phrasebook) slots(text string) []slot {
	var slots []slot
	for part := range strings.FieldsSeq(text) {
		bare := strings.TrimRight(part, "?*")
		mark := part[len(bare):]
		s := slot{optional: mark != "", repeated: mark == "*"}
		for name := range strings.SplitSeq(bare, "|") {
			if list := slices.Index(b.names, name); list >= 0 {
				s.lists |= 1 << list
			} else {
				s.words = subjectWords(s.words, name)
			}
		}
		if len(s.words) > 0 || s.lists != 0 {
			slots = append(slots, s)
		}
	}
	return slots
}

// subjectWords adds the words of a text, folded, that are no function words.
func subjectWords(to fewWords, text string) fewWords {
	var few [2]token // enough for an alternative
	for _, w := range appendWords(few[:0], text) {
		if !functionWords()[w.folded] {
			to = append(to, w.folded)
		}
	}
	return to
}

// add files a phrase under every word and list it can begin with.
func (b *phrasebook) add(p *phrase) {
	for _, s := range p.slots {
		for _, w := range s.words {
			b.beginning[w] = append(b.beginning[w], p)
		}
		for i, name := range b.names {
			if s.lists&(1<<i) != 0 {
				b.beginning[name] = append(b.beginning[name], p)
			}
		}
		if !s.optional {
			return
		}
	}
}

// has reports whether a word is of a list.
func (b *phrasebook) has(name, word string) bool {
	list := slices.Index(b.names, name)
	return list >= 0 && b.listed[word]&(1<<list) != 0
}

// longest returns how many of the words at the beginning are a stock phrase,
// the longest there is, and whether that is a courtesy.
func (b *phrasebook) longest(words []token) (n int, courtesy bool) {
	if len(words) == 0 {
		return 0, false
	}
	try := func(phrases []*phrase) {
		for _, p := range phrases {
			if m := b.match(p.slots, words); m > n || m == n && p.courtesy {
				n, courtesy = m, p.courtesy
			}
		}
	}
	try(b.beginning[words[0].folded])
	if listed := b.listed[words[0].folded]; listed != 0 {
		for i, name := range b.names {
			if listed&(1<<i) != 0 {
				try(b.beginning[name])
			}
		}
	}
	return n, n > 0 && courtesy
}

// fits reports whether a word can stand in a slot.
func (b *phrasebook) fits(s slot, word string) bool {
	return s.words.has(word) || s.lists != 0 && b.listed[word]&s.lists != 0
}

// match returns how many words the slots cover at most, 0 when they do not
// fit.
func (b *phrasebook) match(slots []slot, words []token) int {
	if len(slots) == 0 {
		return 0
	}
	first, best := slots[0], 0
	required := false // something behind the first slot must be there
	for _, s := range slots[1:] {
		required = required || !s.optional
	}
	if len(words) > 0 && b.fits(first, words[0].folded) {
		if rest := b.match(slots[1:], words[1:]); rest > 0 || !required {
			best = 1 + rest
		}
		if first.repeated {
			if rest := b.match(slots, words[1:]); rest > 0 {
				best = max(best, 1+rest)
			}
		}
	}
	if first.optional {
		best = max(best, b.match(slots[1:], words))
	}
	return best
}
