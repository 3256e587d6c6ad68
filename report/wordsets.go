package report

import (
	_ "embed" // the function words
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A token is one word of a text, folded for comparison as names are.
type token struct {
	folded string
	// capital: it was written with a capital, as names are.
	capital bool
	// apart: more than a space stands between it and the word before.
	apart bool
	// begins: it is the first of a sentence.
	begins bool
}

// wordsOf splits a text into its words. A hyphen within a word belongs to it;
// what follows an apostrophe as an ending (Hana's, don't, I'd) is dropped.
func wordsOf(text string) []token { return appendWords(make([]token, 0, len(text)/5+1), text) }

// appendWords is wordsOf into a slice of the caller's.
func appendWords(words []token, text string) []token {
	apart, begins := true, true
	for text != "" {
		start := wordStart(text)
		if start == len(text) {
			break
		}
		if gap := text[:start]; gap != " " {
			apart = apart || strings.Trim(gap, " ") != ""
			begins = begins || strings.ContainsAny(gap, ".!?;:\n")
		}
		text = text[start:]
		end := wordEnd(text)
		folded, capital := foldWord(text[:end])
		text = text[end:]
		if folded != "" {
			words = append(words, token{folded: folded, capital: capital, apart: apart, begins: begins})
			apart, begins = false, false
		}
	}
	return words
}

// wordStart returns where the first word of text begins, its length if there
// is none.
func wordStart(text string) int {
	for i, r := range text {
		if r < utf8.RuneSelf && plainInWord[r] || r >= utf8.RuneSelf && inWord(r) {
			return i
		}
	}
	return len(text)
}

// wordEnd returns where the word ends that text begins with.
func wordEnd(text string) int {
	for i, r := range text {
		if r < utf8.RuneSelf && !plainInWord[r] || r >= utf8.RuneSelf && !inWord(r) {
			return i
		}
	}
	return len(text)
}

// plainInWord is inWord for the characters of ASCII.
var plainInWord = func() (in [utf8.RuneSelf]bool) {
	for r := range rune(utf8.RuneSelf) {
		in[r] = inWord(r)
	}
	return in
}()

// foldWord folds one word and reports whether it begins with a capital.
func foldWord(raw string) (folded string, capital bool) {
	letters, lower := true, true // plain ones, as in most words
	for i := range len(raw) {
		c := raw[i]
		lower = lower && 'a' <= c && c <= 'z'
		letters = letters && 'a' <= c|0x20 && c|0x20 <= 'z'
	}
	switch {
	case lower:
		return raw, false
	case letters:
		return strings.ToLower(raw), raw[0] <= 'Z'
	}
	raw = strings.Trim(strings.ReplaceAll(raw, "’", "'"), "'-")
	if stem, ending, ok := strings.Cut(raw, "'"); ok && len(ending) <= 2 {
		raw = stem
	}
	first, _ := utf8.DecodeRuneInString(raw)
	return strings.ReplaceAll(foldName(raw), "'", ""), unicode.IsUpper(first)
}

// inWord reports whether a character belongs to a word.
func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '\'' || r == '-'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == '’'
}

// A vocabulary numbers words, each when it is first met, so that sets of them
// are quickly made and compared. It is for one goroutine.
type vocabulary struct {
	numbers map[string]int32
	plain   []bool // by number: a function word
}

func newVocabulary() *vocabulary { return &vocabulary{numbers: map[string]int32{}} }

// number returns a folded word's number.
func (v *vocabulary) number(word string) int32 {
	number, known := v.numbers[word]
	if !known {
		number = int32(len(v.plain))
		v.numbers[word], v.plain = number, append(v.plain, functionWords()[word])
	}
	return number
}

// A wordSet is the content words of a text by their numbers, ascending, each
// once. Sets are compared with those of the same vocabulary.
type wordSet []int32

// contentWords returns the words of a text that say what it is about: no
// articles, pronouns or helping verbs, and none of those left out. A text of
// nothing else ("Why us?") is the set of all its words.
func (v *vocabulary) contentWords(text string, leftOut func(word string) bool) wordSet {
	var (
		ofText    [64]token // enough for most texts
		ofSubject [64]int32
	)
	words, content := appendWords(ofText[:0], text), ofSubject[:0]
	for _, w := range words {
		if number := v.number(w.folded); !v.plain[number] && (leftOut == nil || !leftOut(w.folded)) {
			content = append(content, number)
		}
	}
	if len(content) == 0 {
		for _, w := range words {
			content = append(content, v.number(w.folded))
		}
	}
	slices.Sort(content)
	return slices.Clone(slices.Compact(content))
}

// alike reports whether two sets have at least percent of their words in
// common: the Jaccard index, what is in both by what is in either. Sets
// without words are like nothing.
func (a wordSet) alike(b wordSet, percent int) bool {
	if min(len(a), len(b))*100 < percent*max(len(a), len(b)) {
		return false // even if the smaller were part of the larger
	}
	both := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			both++
			i++
			j++
		}
	}
	return both > 0 && both*100 >= percent*(len(a)+len(b)-both)
}

//go:embed functionwords.txt
var functionWordList string

// functionWords are the words of English and German without a subject of their
// own.
var functionWords = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for line := range strings.Lines(functionWordList) {
		if !strings.HasPrefix(line, "#") {
			for _, w := range wordsOf(line) {
				words[w.folded] = true
			}
		}
	}
	return words
})

// fewWords are words so few that looking through them is quickest.
type fewWords []string

// with adds the words of a text.
func (f fewWords) with(text string) fewWords {
	var words [8]token // enough for most names
	for _, w := range appendWords(words[:0], text) {
		if !f.has(w.folded) {
			f = append(f, w.folded)
		}
	}
	return f
}

func (f fewWords) has(word string) bool { return slices.Contains(f, word) }
