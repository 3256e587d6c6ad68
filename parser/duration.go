package parser

import (
	"strings"
	"time"
)

// maxDuration is how long one interview may take. Longer is a slip: 90h for
// 90m.
const maxDuration = 24 * time.Hour

// readDuration reads how long something took: 90m, 1h30, 1 h 30 min, 1.5h,
// 2 hours, 1:30, ~45 min, or bare minutes.
func readDuration(text string) (time.Duration, *fault) {
	trimmed := strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(text), "~"))
	lead := strings.Index(text, trimmed)
	r := dateReader{text: trimmed, whole: true}
	d, ok := r.duration()
	var message string
	switch {
	case strings.HasPrefix(trimmed, "-"):
		message = quoted(trimmed) + " is negative"
	case !ok || !r.atEnd():
		message = quoted(trimmed) + " cannot be read as a duration"
	case d <= 0:
		message = "the duration is zero"
	case d > maxDuration:
		message = quoted(trimmed) + " is longer than a day"
	default:
		return d, nil
	}
	f := &fault{id: BadValue, message: message, hint: "write a duration such as 45m, 90m or 1h30"}
	return 0, f.over(lead, lead+len(trimmed))
}

// duration reads hours, minutes, or hours and minutes.
func (r *dateReader) duration() (time.Duration, bool) {
	first, whole, ok := r.amount()
	if !ok {
		return 0, false
	}
	if whole && r.take(":") { // 1:30; no interview is timed in seconds
		minutes, width := r.digits()
		return first*time.Hour + time.Duration(minutes)*time.Minute, width == 2 && minutes < 60
	}
	// Multiplied before it is divided, 1.5h is exact.
	scale := func(unit time.Duration) time.Duration {
		if whole {
			return first * unit
		}
		return first * unit / fraction
	}
	r.spaces()
	switch r.timeUnit() {
	case time.Minute:
		return scale(time.Minute), true
	case time.Hour:
	default: // bare minutes; 1.5 alone would be either
		return scale(time.Minute), whole && r.atEnd()
	}
	// What follows hours are minutes; after 1.5h there can be none.
	hours := scale(time.Hour)
	if r.spaces(); r.atEnd() {
		return hours, true
	}
	if r.takeWord("and") {
		r.spaces()
	}
	minutes, width := r.digits()
	r.spaces()
	unit := r.timeUnit()
	ok = whole && width > 0 && width <= 3 && (unit == time.Minute || unit == 0 && r.atEnd() && width == 2)
	return hours + time.Duration(minutes)*time.Minute, ok
}

// fraction is the unit in which amount gives a number with decimals.
const fraction = 1000

// amount reads a number; one with decimals (whole is false) is in thousandths.
func (r *dateReader) amount() (n time.Duration, whole, ok bool) {
	value, width := r.digits()
	if width == 0 || width > 5 { // far above maxDuration, and it cannot overflow
		return 0, false, false
	}
	if c := r.peek(); c != '.' && c != ',' || !isDigit(r.peekByte(1)) {
		return time.Duration(value), true, true
	}
	r.pos++
	decimals, width := r.digits()
	if width > 3 {
		return 0, false, false
	}
	for ; width < 3; width++ {
		decimals *= 10
	}
	return time.Duration(value*fraction + decimals), false, true
}

// timeUnit reads hours or minutes, and returns 0 when neither comes next.
func (r *dateReader) timeUnit() time.Duration {
	start := r.pos
	switch strings.TrimSuffix(strings.ToLower(r.word()), "s") {
	case "h", "hr", "hour":
		r.take(".")
		return time.Hour
	case "m", "min", "minute":
		r.take(".")
		return time.Minute
	}
	r.pos = start
	return 0
}
