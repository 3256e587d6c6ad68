package parser

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"
)

// weekday reads the name of a weekday, in full or short; short tells which.
func (r *dateReader) weekday() (named time.Weekday, short, ok bool) {
	start := r.pos
	word := r.word()
	if word == "" || word[0] < utf8.RuneSelf && strings.IndexByte("smtwfSMTWF", word[0]) < 0 {
		r.pos = start
		return 0, false, false
	}
	for day := time.Sunday; day <= time.Saturday; day++ {
		short = !strings.EqualFold(word, day.String())
		if isShortFor(word, day.String()) || isLongShort(word, day) {
			if short {
				r.take(".")
			}
			return day, short, true
		}
	}
	r.pos = start
	return 0, false, false
}

// isLongShort reports whether word is one of the longer short forms.
func isLongShort(word string, day time.Weekday) bool {
	switch day {
	case time.Tuesday:
		return strings.EqualFold(word, "tues")
	case time.Thursday:
		return strings.EqualFold(word, "thur") || strings.EqualFold(word, "thurs")
	}
	return false
}

// leadingWeekday reads the weekday before a date: `Wed `, `Wednesday, `,
// `(Wed) `. Whether a date follows is for the caller to see.
func (r *dateReader) leadingWeekday() (time.Weekday, bool) {
	start := r.pos
	paren := r.take("(")
	day, _, ok := r.weekday()
	if ok && (!paren || r.take(")")) {
		comma := r.take(",")
		if r.spaces() || comma {
			return day, true
		}
	}
	r.pos = start
	return 0, false
}

// trailingWeekday reads the weekday after a date. In prose "sat with Dana" and
// "Sun was out" are sentences, so there a bare short name needs a sign that it
// belongs to the date: it agrees with it, or a time or a mark follows.
func (r *dateReader) trailingWeekday(d writtenDate) (time.Weekday, bool) {
	start := r.pos
	r.take(",")
	r.spaces()
	paren := r.take("(")
	at := r.pos
	day, short, ok := r.weekday()
	ok = ok && at > start && (!paren || r.take(")")) && r.wordEnds()
	if ok && !r.whole && !paren {
		capital := 'A' <= r.text[at] && r.text[at] <= 'Z'
		agrees := d.day.Weekday() == day || d.swapped.Valid() && d.swapped.Weekday() == day
		ok = !short || capital && (agrees || r.atMark())
	}
	if !ok {
		r.pos = start
		return 0, false
	}
	return day, true
}

// atMark reports whether a time, a comma, a colon or the end comes next.
func (r *dateReader) atMark() bool {
	start := r.pos
	defer func() { r.pos = start }()
	if r.atEnd() || r.take(",:") {
		return true
	}
	r.spaces()
	_, isClock, _ := r.clock()
	return isClock
}

// checkWeekday holds the weekday against the date. Of two readings, the one
// with that weekday is remembered for civil to choose.
func (m *Moment) checkWeekday(named time.Weekday) *fault {
	if m.Swapped != (Civil{}) {
		m.named, m.hasName = named, true
		if m.Day.Weekday() == named || m.Swapped.Weekday() == named {
			return nil
		}
		return &fault{
			id:      WeekdayMismatch,
			message: fmt.Sprintf("%s is a %s and %s a %s, neither a %s", m.Day, m.Day.Weekday(), m.Swapped, m.Swapped.Weekday(), named),
			hint:    "write the date as YYYY-MM-DD, and its weekday or none",
		}
	}
	return mismatch(m.Day, named)
}

// mismatch returns the fault of a weekday that is not the date's, nil when it
// is.
func mismatch(day Civil, named time.Weekday) *fault {
	actual := day.Weekday()
	if actual == named {
		return nil
	}
	// The nearest such weekday, before or after.
	ahead := (int(named) - int(actual) + 7) % 7
	if ahead > 3 {
		ahead -= 7
	}
	return &fault{
		id:      WeekdayMismatch,
		message: fmt.Sprintf("%s is a %s, not a %s", day, actual, named),
		hint:    fmt.Sprintf("write %s if the date is right, or %s if it was the %s", day, day.AddDays(ahead), named),
	}
}
