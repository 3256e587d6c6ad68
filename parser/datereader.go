package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A dateReader walks over a text that may begin with a date, a time or a zone.
// Its methods consume what they find, and nothing when they find nothing.
type dateReader struct {
	text string
	pos  int
	// whole: the text is meant as a date and nothing else, so a word such as
	// `may` or `met` can be taken at its word.
	whole bool
}

func (r *dateReader) rest() string { return r.text[r.pos:] }

func (r *dateReader) atEnd() bool { return r.pos == len(r.text) }

// peek returns the next character, 0 at the end.
func (r *dateReader) peek() rune {
	if r.atEnd() {
		return 0
	}
	c, _ := utf8.DecodeRuneInString(r.rest())
	return c
}

// peekByte returns the byte ahead of the next one by that many, 0 at the end.
func (r *dateReader) peekByte(ahead int) byte {
	if r.pos+ahead >= len(r.text) {
		return 0
	}
	return r.text[r.pos+ahead]
}

// take consumes the next byte when it is one of chars.
func (r *dateReader) take(chars string) bool {
	if !r.atEnd() && strings.IndexByte(chars, r.text[r.pos]) >= 0 {
		r.pos++
		return true
	}
	return false
}

// takeAny consumes the next character when it is one of chars.
func (r *dateReader) takeAny(chars string) bool {
	c := r.peek()
	if c == 0 || !strings.ContainsRune(chars, c) {
		return false
	}
	r.pos += utf8.RuneLen(c)
	return true
}

// Phones and word processors put these in place of the plain characters.
const (
	spaceChars = " \t\u00a0\u2009\u202f"
	dashChars  = "-\u2010\u2011\u2012\u2013\u2212"
)

// spaces consumes blanks, and reports whether there was one.
func (r *dateReader) spaces() bool {
	start := r.pos
	for r.takeAny(spaceChars) {
	}
	return r.pos > start
}

// separator consumes the character between two numbers of a date, and returns
// it as one of '-', '/', '.', or 0 when there is none.
func (r *dateReader) separator() byte {
	switch {
	case r.takeAny(dashChars):
		return '-'
	case r.take("/"):
		return '/'
	case r.take("."):
		return '.'
	}
	return 0
}

// digits consumes ASCII digits and returns their value and how many there
// were. The value of more than nine digits is meaningless.
func (r *dateReader) digits() (value, width int) {
	for isDigit(r.peekByte(0)) {
		if width < 9 {
			value = value*10 + int(r.text[r.pos]-'0')
		}
		r.pos++
		width++
	}
	return value, width
}

// word consumes letters.
func (r *dateReader) word() string {
	start := r.pos
	for {
		c, size := utf8.DecodeRuneInString(r.rest())
		if !unicode.IsLetter(c) {
			return r.text[start:r.pos]
		}
		r.pos += size
	}
}

// takeWord consumes the word when it comes next, in any case, as a whole.
func (r *dateReader) takeWord(word string) bool {
	start := r.pos
	if strings.EqualFold(r.word(), word) {
		return true
	}
	r.pos = start
	return false
}

// wordEnds reports whether no letter, digit or underscore comes next.
func (r *dateReader) wordEnds() bool {
	c := r.peek()
	return c != '_' && !unicode.IsLetter(c) && !unicode.IsDigit(c)
}

// dateEnds reports whether a date may end here: not in the middle of a file
// name or of a longer number.
func (r *dateReader) dateEnds() bool {
	next, after := r.peekByte(0), rune(r.peekByte(1))
	if next == 'T' || next == 't' {
		return isDigit(byte(after))
	}
	if next == '-' || next == '/' || next == '.' {
		return !unicode.IsLetter(after) && !isDigit(byte(after))
	}
	return r.wordEnds()
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }
