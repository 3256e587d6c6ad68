package parser

import (
	"strings"
	"unicode"
)

// editDistance counts the insertions, deletions, substitutions and swaps of
// neighbours that turn a into b, giving up with limit+1 once it is above
// limit. A swap counts once because it is one slip of the fingers.
func editDistance(a, b string, limit int) int {
	var runes [2][48]rune // enough for nearly every name, without an allocation
	s, t := appendRunes(runes[0][:0], a), appendRunes(runes[1][:0], b)
	if len(s)-len(t) > limit || len(t)-len(s) > limit {
		return limit + 1
	}
	var rows [3][48]int
	before, above, row := rows[0][:], rows[1][:], rows[2][:]
	if len(t) >= len(row) {
		before, above, row = make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	}
	for j := range len(t) + 1 {
		above[j] = j
	}
	for i := 1; i <= len(s); i++ {
		// Further from the diagonal than limit, every count is above it.
		from, to := max(1, i-limit), min(len(t), i+limit)
		row[from-1] = limit + 1
		if from == 1 {
			row[0] = i
		}
		if to == i+limit {
			above[to] = limit + 1
		}
		least := row[from-1]
		for j := from; j <= to; j++ {
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

func appendRunes(runes []rune, s string) []rune {
	for _, r := range s {
		runes = append(runes, r)
	}
	return runes
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
	limit := slipsAllowed(letterCount(a), letterCount(b))
	if limit == 0 || editDistance(a, b, limit) > limit {
		return false
	}
	if digitsOf(a) != digitsOf(b) {
		return false
	}
	return distinctWords(a) == distinctWords(b)
}

// slipsAllowed returns how many edits may be a slip between two names of so
// many letters: none in a short one, two in a long one.
func slipsAllowed(a, b int) int {
	switch shorter := min(a, b); {
	case shorter < 6:
		return 0
	case shorter < 12:
		return 1
	}
	return 2
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
