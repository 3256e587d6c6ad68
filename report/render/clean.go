package render

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// marksPerLetter is how many combining marks in a row are kept. Four are the
// most that written languages stack; heaps of them reach into other lines.
const marksPerLetter = 8

// clean makes text from a journal safe to print: one line, no controls, no
// change of direction, nothing invisible. Line ends and tabs become spaces,
// other controls and broken UTF-8 become U+FFFD, so that the reader sees that
// something stood there. Letters of every script and emoji stay whole.
func clean(s string) string {
	if isPlain(s) {
		return s
	}
	var b strings.Builder
	var last rune
	marks := 0
	for i, r := range s {
		switch fateOf(r) {
		case blanked:
			r = ' '
		case replaced:
			r = utf8.RuneError
		case dropped:
			continue
		case joining:
			next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
			if !joinable(last) || !joinable(next) {
				continue
			}
		}
		if marks = nextMarks(marks, r); marks > marksPerLetter {
			continue
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

// nextMarks counts the combining marks in a row up to r.
func nextMarks(marks int, r rune) int {
	if unicode.Is(unicode.M, r) {
		return marks + 1
	}
	return 0
}

// isPlain reports whether s is printable ASCII, as nearly all text is.
func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// A fate is what becomes of a rune.
type fate uint8

const (
	kept     fate = iota
	blanked       // a space
	replaced      // U+FFFD
	dropped
	joining // kept between two letters or symbols beyond ASCII, else dropped
)

// fateOf decides about one rune by what it does to a line, not by script.
func fateOf(r rune) fate {
	switch {
	case r >= ' ' && r <= '~':
		return kept
	case r >= '\t' && r <= '\r', r == '\u0085', r == '\u2028', r == '\u2029':
		return blanked
	case unicode.IsControl(r), r == utf8.RuneError, r&0xFFFE == 0xFFFE:
		return replaced
	case r == '\u200c', r == '\u200d':
		// Persian and Indic spelling, and families of emoji, need them.
		return joining
	case unicode.Is(unicode.Prepended_Concatenation_Mark, r):
		return kept // format characters by class, but visible
	case unicode.Is(unicode.Cf, r), unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r):
		// Bidi controls, zero-width spaces, tags, fillers.
		return dropped
	}
	return kept
}

// joinable reports whether a joiner means something beside r.
func joinable(r rune) bool {
	return r > '~' && r != utf8.RuneError && unicode.In(r, unicode.L, unicode.M, unicode.S)
}
