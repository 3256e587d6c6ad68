package tell

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// clean makes text from a journal one line that nothing obeys: line ends and
// tabs become spaces, spaces in a row one. Controls (NUL, escapes), changes of
// direction and what is invisible go, broken UTF-8 becomes U+FFFD. What is
// longer than limit characters ends in an ellipsis: a notification shows a few
// lines, and an argument may not have any length.
func clean(s string, limit int) string {
	var b strings.Builder
	var last rune
	space := false
	for i, r := range s {
		switch {
		case unicode.IsSpace(r):
			space = b.Len() > 0
			continue
		case !visible(r) && !joins(r, last, s[i:]):
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
		last = r
	}
	return shorten(b.String(), limit)
}

func shorten(s string, limit int) string {
	if utf8.RuneCountInString(s) <= limit {
		return s
	}
	return strings.TrimSpace(string([]rune(s)[:limit-1])) + "…"
}

// visible reports whether a rune shows, and does nothing to its neighbours.
func visible(r rune) bool {
	switch {
	case unicode.IsControl(r), r&0xFFFE == 0xFFFE:
		return false
	case unicode.Is(unicode.Prepended_Concatenation_Mark, r):
		return true // format characters by class, but visible
	}
	return !unicode.In(r, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point)
}

// joins reports whether r is a joiner between two letters or symbols: Persian
// and Indic spelling, and families of emoji, need it there.
func joins(r, last rune, rest string) bool {
	if r != '\u200c' && r != '\u200d' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(rest[utf8.RuneLen(r):])
	return joinable(last) && joinable(next)
}

func joinable(r rune) bool {
	return r > '~' && r != utf8.RuneError && unicode.In(r, unicode.L, unicode.M, unicode.S)
}
