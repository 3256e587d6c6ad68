package parser

import (
	"fmt"
	"strings"
)

// readClock reads a text that is a wall-clock time and nothing else: 14:00,
// 9:05, 2pm, 2:30 PM, 14h30, 14.00 Uhr, noon.
func readClock(text string) (Clock, *fault) {
	trimmed := strings.TrimSpace(text)
	lead := strings.Index(text, trimmed)
	r := dateReader{text: trimmed, whole: true}
	clock, ok, f := r.clock()
	if ok && f == nil && r.atEnd() {
		return clock, nil
	}
	if !ok || !r.atEnd() {
		f = unreadableClock(trimmed)
	}
	return Clock{}, f.over(lead, lead+len(trimmed))
}

// leadingClock reads the time that a log line below a dated heading begins
// with; rest is where it ends. An impossible time is no time.
func leadingClock(text string) (clock Clock, rest int, ok bool) {
	r := dateReader{text: text}
	r.spaces()
	clock, ok, f := r.clock()
	if !ok || f != nil || !r.wordEnds() {
		return Clock{}, 0, false
	}
	return clock, r.pos, true
}

// writeClock is the hint wherever no better one is known.
const writeClock = "write a time as HH:MM, such as 14:00"

// unreadableClock says what to write instead: 14:00 for 14 or 1400, and both
// times that a bare 2 may be.
func unreadableClock(text string) *fault {
	f := &fault{id: BadValue, message: quoted(text) + " cannot be read as a time", hint: writeClock}
	r := dateReader{text: text}
	n, width := r.digits()
	switch {
	case width == 0 || !r.atEnd():
		if strings.EqualFold(text, "midnight") { // which end of the day?
			f.hint = "write 00:00 for the start of the day, 23:59 for its end"
		}
	case width == 4 && n/100 < 24 && n%100 < 60: // 1400
		f.fix = Clock{Hour: n / 100, Minute: n % 100}.String()
		f.hint = "write " + f.fix
	case width <= 2 && n >= 1 && n <= 11:
		f.hint = fmt.Sprintf("write %d:00 or %d:00", n, n+12)
	case width <= 2 && n < 24:
		f.fix = Clock{Hour: n}.String()
		f.hint = "write " + f.fix
	}
	return f
}

// clock reads a time. It is ok with a fault when it was meant as a time that
// no clock shows. A number alone is no time.
func (r *dateReader) clock() (c Clock, ok bool, f *fault) {
	start := r.pos
	if r.takeWord("noon") {
		return Clock{Hour: 12}, true, nil
	}
	hour, width := r.digits()
	if width == 0 || width > 2 {
		r.pos = start
		return Clock{}, false, nil
	}
	c.Hour = hour
	marked := r.minutes(&c)
	if !marked {
		// In prose, 14h is a time, and 2h is how long it took.
		marked = (r.whole || width == 2) && r.takeHourSign()
	}
	half := r.halfOfDay()
	if half == 0 { // a sign after the time: 14 Uhr, 14:00 h
		sign := r.pos
		if r.spaces(); r.takeWord("uhr") || r.whole && marked && r.takeHourSign() {
			marked = true
		} else {
			r.pos = sign
		}
	}
	if !marked && half == 0 {
		r.pos = start
		return Clock{}, false, nil
	}
	c, f = c.checked(half)
	return c, true, f
}

// minutes reads :30, :30:15, .30 or h30, and whether one was there.
func (r *dateReader) minutes(c *Clock) bool {
	start := r.pos
	colon := r.take(":")
	if !colon && !r.take(".hH") {
		return false
	}
	minute, width := r.digits()
	// One digit is no minute: a score of 2:1. Two points make a date.
	if width != 2 || !colon && r.peek() == '.' && isDigit(r.peekByte(1)) {
		r.pos = start
		return false
	}
	c.Minute = minute
	if colon && r.peek() == ':' && isDigit(r.peekByte(1)) {
		r.pos++
		if c.Second, width = r.digits(); width != 2 {
			r.pos = start
			return false
		}
		if (r.peek() == '.' || r.peek() == ',') && isDigit(r.peekByte(1)) {
			r.pos++ // fractions of a second decide nothing
			r.digits()
		}
	}
	return true
}

// takeHourSign consumes the h of 14h or 14:00 h.
func (r *dateReader) takeHourSign() bool { return r.takeWord("h") }

// halfOfDay reads am or pm, and returns 'a', 'p' or 0.
func (r *dateReader) halfOfDay() byte {
	start := r.pos
	r.spaces()
	half := r.peekByte(0) | 0x20 // in lower case
	if r.take("aApP") {
		dotted := r.take(".")
		if r.take("mM") && r.wordEnds() {
			if dotted {
				r.take(".")
			}
			return half
		}
	}
	r.pos = start
	return 0
}

// checked turns a reading of a twelve-hour clock into one of twenty-four
// hours, and refuses what no clock shows.
func (c Clock) checked(half byte) (Clock, *fault) {
	var message string
	hint := writeClock
	switch {
	case c.Hour == 24 && c.Minute == 0 && c.Second == 0 && half == 0:
		message = "24:00 is the next day's 00:00"
		hint = "write 00:00 of the next day, or 23:59"
	case c.Hour > 23:
		message = fmt.Sprintf("there is no hour %d", c.Hour)
	case c.Minute > 59:
		message = fmt.Sprintf("there is no minute %d", c.Minute)
	case c.Second > 59:
		message = fmt.Sprintf("there is no second %d", c.Second)
	case half == 'a' && c.Hour > 12, half == 'p' && c.Hour == 0:
		message = fmt.Sprintf("%s with %cm contradicts itself", c, half)
		hint = fmt.Sprintf("write %s, or %s", c, Clock{(c.Hour + 12) % 24, c.Minute, c.Second})
	default: // 12 am is the hour that begins the day, 14:30 pm says it twice
		if half != 0 && c.Hour <= 12 {
			c.Hour %= 12
		}
		if half == 'p' && c.Hour < 12 {
			c.Hour += 12
		}
		return c, nil
	}
	return Clock{}, &fault{id: BadValue, message: message, hint: hint}
}
