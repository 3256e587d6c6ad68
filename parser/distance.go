package parser

import (
	"strings"
	"unicode"
)

// editDistance counts the insertions, deletions, substitutions and swaps of
// neighbours that turn a into b, giving up with limit+1 once it is above
// limit. A swap counts once because it is one slip of the fingers.
func editDistance(a, b string, limit int) int {
	s, t := []rune(a), []rune(b)
	if len(s)-len(t) > limit || len(t)-len(s) > limit {
		return limit + 1
	}
	before, above, row := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range above {
		above[j] = j
	}
	for i := 1; i <= len(s); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > limit {
			return limit + 1
		}
		before, above, row = above, row, before
	}
	return above[len(t)]
}

// nearest returns the candidate closest to word within limit edits, "" when
// there is none or two are equally close.
func nearest(word string, candidates []string, limit int) string {
	best, at, tie := "", limit+1, false
	for _, c := range candidates {
		switch d := editDistance(word, c, limit); {
		case d > limit || c == best:
		case d < at:
			best, at, tie = c, d, false
		case d == at:
			tie = true
		}
	}
	if tie {
		return ""
	}
	return best
}

// slipOfTheKeys reports whether two different folded names are so alike that
// one is likely a misspelling of the other. A difference in a digit, a Roman
// numeral or a word of at most two letters tells two names apart instead.
func slipOfTheKeys(a, b string) bool {
	limit := 1
	if min(letterCount(a), letterCount(b)) >= 12 {
		limit = 2
	}
	if min(letterCount(a), letterCount(b)) < 6 || editDistance(a, b, limit) > limit {
		return false
	}
	if digitsOf(a) != digitsOf(b) {
		return false
	}
	return distinctWords(a) == distinctWords(b)
}

func letterCount(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// distinctWords keeps the words that tell names apart by themselves: Roman
// numerals and words of one or two letters (QA, UX, II).
func distinctWords(s string) string {
	var kept []string
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' || r == '/' }) {
		if len([]rune(w)) <= 2 || strings.Trim(w, "ivx") == "" {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}
