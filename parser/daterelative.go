package parser

import (
	"fmt"
	"strings"
	"unicode"
)

// relative refuses words that mean another day tomorrow: yesterday, last
// Friday, 2 days ago, in three weeks, a bare Friday.
func (r *dateReader) relative() (*fault, bool) {
	start := r.pos
	for form := range relativeForms {
		if r.relativeForm(form) && r.wordEnds() {
			return &fault{
				id:      RelativeDate,
				message: fmt.Sprintf("%s names another day each time it is read", quoted(r.text[start:r.pos])),
				hint:    writeISO,
			}, true
		}
		r.pos = start
	}
	return nil, false
}

// relativeForms is how many forms relativeForm knows.
const relativeForms = 5

// relativeForm reads one of the forms. A table of functions would do, but then
// every dateReader would be allocated.
func (r *dateReader) relativeForm(form int) bool {
	switch form {
	case 0:
		return r.relativeWord()
	case 1:
		return r.relativePair()
	case 2:
		return r.ago()
	case 3:
		return r.ahead()
	default:
		return r.bareWeekday()
	}
}

// relativeWord reads the single words.
func (r *dateReader) relativeWord() bool {
	switch strings.ToLower(r.word()) {
	case "yesterday", "today", "tomorrow", "tonight":
		return true
	case "now":
		return r.whole
	}
	return false
}

// relativePair reads last night, this morning, next week, last Friday.
func (r *dateReader) relativePair() bool {
	switch strings.ToLower(r.word()) {
	case "last", "this", "next":
	default:
		return false
	}
	if !r.spaces() {
		return false
	}
	if _, _, ok := r.weekday(); ok {
		return true
	}
	if _, ok := r.month(); ok && r.whole { // not "this may take"
		return true
	}
	switch strings.ToLower(r.word()) {
	case "night", "morning", "afternoon", "evening", "weekend", "week", "month", "year":
		return true
	}
	return false
}

// ago reads 2 days ago, a week ago.
func (r *dateReader) ago() bool {
	return r.count() && r.spaces() && r.calendarUnit() && r.spaces() && r.takeWord("ago")
}

// ahead reads in 3 days, in a week.
func (r *dateReader) ahead() bool {
	return r.takeWord("in") && r.spaces() && r.count() && r.spaces() && r.calendarUnit()
}

// count reads how many days, in digits or as a word.
func (r *dateReader) count() bool {
	if _, width := r.digits(); width > 0 {
		return true
	}
	switch strings.ToLower(r.word()) {
	case "a", "an", "one", "two", "three", "four", "five", "six", "seven", "ten":
		return true
	}
	return false
}

// calendarUnit reads what is counted.
func (r *dateReader) calendarUnit() bool {
	switch strings.TrimSuffix(strings.ToLower(r.word()), "s") {
	case "minute", "hour", "day", "week", "month", "year":
		return true
	}
	return false
}

// bareWeekday reads a weekday that stands for a date. In prose, a short name
// is one only before a mark or a time, and a full one not before a capital:
// Sunday Adeyemi is a person.
func (r *dateReader) bareWeekday() bool {
	_, short, ok := r.weekday()
	if !ok || r.whole {
		return ok && (r.atEnd() || r.atMark())
	}
	if r.atMark() {
		return true
	}
	after := dateReader{text: r.text, pos: r.pos}
	return !short && after.spaces() && !unicode.IsUpper(after.peek())
}
