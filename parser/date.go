package parser

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"
)

// Why no date library: every natural-language parser settles two readings by
// itself, and time.Parse accepts neither half of what people write nor says
// which part is wrong.

// readMoment reads a text that is a date and nothing else, with an optional
// time and zone. Spans are relative to text.
func readMoment(text string) (Moment, *fault) {
	trimmed := strings.TrimSpace(text)
	lead := strings.Index(text, trimmed)
	if m, ok := plainMoment(trimmed); ok {
		return m.shift(lead), nil
	}
	r := dateReader{text: trimmed, whole: true}
	m, f, ok := r.moment()
	switch {
	case !ok:
		f = unreadableDate(trimmed)
	case f == nil && !r.atEnd():
		f = trailingText(trimmed, r.rest())
	}
	if f != nil {
		return Moment{}, f.over(lead, lead+len(trimmed))
	}
	return m.shift(lead), nil
}

// leadingMoment reads the date that text begins with, and the time and zone
// after it; rest is where they end. It is not ok when text does not begin
// with anything meant as a date, and f is set when it does with one that
// cannot be accepted.
//
// Words count as part of a date here only where prose would not say the same:
// "may need to ask" and "met at 3" begin with no date. Yet "3/4 of them" looks
// like one without its year, so a caller that reads prose should report f
// only when what follows is a statement.
func leadingMoment(text string) (m Moment, rest int, f *fault, ok bool) {
	if !mayBeginDate(text) {
		return Moment{}, 0, nil, false
	}
	r := dateReader{text: text}
	r.spaces()
	start := r.pos
	m, f, ok = r.moment()
	if !ok {
		return Moment{}, 0, nil, false
	}
	if f != nil {
		return Moment{}, r.pos, f.over(start, r.pos), true
	}
	return m, r.pos, nil, true
}

// mayBeginDate rules out, at the first word, nearly every line of prose.
func mayBeginDate(text string) bool {
	text = strings.TrimLeft(text, " \t\u00a0(")
	if text == "" || text[0] >= utf8.RuneSelf || text[0] >= '0' && text[0] <= '9' {
		return text != ""
	}
	size := 0
	for size < len(text) && (text[size]|0x20 >= 'a' && text[size]|0x20 <= 'z') {
		size++
	}
	if size > len("wednesday") {
		return false
	}
	var word [len("wednesday")]byte
	for i := range size {
		word[i] = text[i] | 0x20
	}
	switch string(word[:min(size, 3)]) {
	case "mon", "tue", "wed", "thu", "fri", "sat", "sun",
		"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
		"yes", "tod", "tom", "ton", "now", "las", "thi", "nex",
		"in", "a", "an", "one", "two", "thr", "fou", "fiv", "six", "sev", "ten":
		return true
	}
	return false
}

// shift returns the moment with its span moved by base bytes.
func (m Moment) shift(base int) Moment {
	m.Span.Start += base
	m.Span.End += base
	return m
}

// plainMoment reads 2006-01-02 and 2006-01-02 15:04, which are nearly all the
// dates there are, without a detour.
func plainMoment(text string) (Moment, bool) {
	if len(text) != 10 && (len(text) != 16 || text[10] != ' ' || text[13] != ':') ||
		text[4] != '-' || text[7] != '-' {
		return Moment{}, false
	}
	var parts [5]int
	for i, at := range [...]struct{ start, width int }{{0, 4}, {5, 2}, {8, 2}, {11, 2}, {14, 2}} {
		if at.start > len(text) {
			break
		}
		for _, b := range []byte(text[at.start : at.start+at.width]) {
			if !isDigit(b) {
				return Moment{}, false
			}
			parts[i] = parts[i]*10 + int(b-'0')
		}
	}
	m := Moment{Day: Civil{parts[0], time.Month(parts[1]), parts[2]}, Span: Span{0, len(text)}}
	m.Clock, m.HasClock = Clock{Hour: parts[3], Minute: parts[4]}, len(text) > 10
	ok := m.Day.Valid() && inRange(m.Day.Year) && m.Clock.Hour < 24 && m.Clock.Minute < 60
	return m, ok
}

// A writtenDate is a date as far as its digits and names tell.
type writtenDate struct {
	day, swapped Civil  // as in Moment
	fault        *fault // not placed yet; day is then worth nothing
}

// moment reads [weekday] date [weekday] [time [zone]].
func (r *dateReader) moment() (Moment, *fault, bool) {
	start := r.pos
	named, hasName := r.leadingWeekday()
	d, ok := r.date()
	if !ok {
		r.pos = start
		if d.fault, ok = r.relative(); !ok {
			return Moment{}, nil, false
		}
	}
	m := Moment{Day: d.day, Swapped: d.swapped}
	if d.fault == nil {
		if !hasName {
			named, hasName = r.trailingWeekday(d)
		}
		if hasName {
			d.fault = m.checkWeekday(named)
		}
	}
	f := r.timeOfDay(&m)
	if d.fault != nil {
		f = d.fault
	}
	m.Span = Span{start, r.pos}
	return m, f, true
}

// date reads a date without weekday and time.
func (r *dateReader) date() (writtenDate, bool) {
	start := r.pos
	var d writtenDate
	var ok bool
	if n, width := r.digits(); width >= 3 {
		d, ok = r.yearFirst(n, width)
	} else if width > 0 {
		d, ok = r.dayFirst(n, width)
	} else {
		d, ok = r.monthFirst()
	}
	if ok && !r.dateEnds() {
		ok = false
	}
	if !ok {
		r.pos = start
	}
	return d, ok
}

const writeISO = "write the date as YYYY-MM-DD, such as 2026-11-18"

func unreadableDate(text string) *fault {
	f := &fault{id: BadDate, message: quoted(text) + " cannot be read as a date", hint: writeISO}
	r := dateReader{text: text}
	if n, width := r.digits(); width == 8 && r.atEnd() { // 20261118
		if c := (Civil{n / 10000, time.Month(n / 100 % 100), n % 100}); c.Valid() && inRange(c.Year) {
			f.hint, f.fix = "write "+c.String(), c.String()
		}
	}
	return f
}

// trailingText says that a date was read but not what follows it.
func trailingText(text, rest string) *fault {
	date := strings.TrimRight(text[:len(text)-len(rest)], spaceChars)
	rest = strings.Trim(rest, spaceChars+",;")
	f := &fault{
		id:      BadDate,
		message: quoted(rest) + " after the date cannot be read as a time or a zone",
		hint:    "write the date alone: " + date,
	}
	inner := strings.Trim(rest, "()")
	switch {
	case strings.EqualFold(rest, "midnight"):
		f.hint = fmt.Sprintf("write %s 00:00 for the start of the day, %[1]s 23:59 for its end", date)
	case inner != rest && isMoment(date+" "+inner):
		f.hint = "write the time without brackets: " + date + " " + inner
	case movedWord(inner):
		f.hint = movedHint
	}
	return f
}

func isMoment(text string) bool {
	_, f := readMoment(text)
	return f == nil
}

const movedHint = "write the day on which it takes place alone, or status: cancelled where it does not"

// movedWord reports whether what stands behind a date says that it holds no
// longer: the date alone would then be the wrong one.
func movedWord(text string) bool {
	for _, word := range []string{"cancel", "moved", "resched", "postpone", "instead", "->", "→"} {
		if indexFold(text, word) >= 0 {
			return true
		}
	}
	return false
}

// The years a date may have: an interview outside them is a slip of the
// fingers, like 20226.
const (
	firstYear = 1970
	lastYear  = 2199
)

func inRange(year int) bool { return firstYear <= year && year <= lastYear }

// calendarDate returns the date when the calendar has it.
func calendarDate(year, month, day int) writtenDate {
	c := Civil{year, time.Month(month), day}
	if inRange(year) && c.Valid() {
		return writtenDate{day: c}
	}
	f := &fault{id: BadDate, hint: writeISO}
	switch {
	case !inRange(year):
		f.message = fmt.Sprintf("the year %d is too far off", year)
		f.hint = fmt.Sprintf("write a year from %d to %d", firstYear, lastYear)
	case month < 1 || month > 12:
		f.message = fmt.Sprintf("there is no month %d", month)
		if swapped := (Civil{year, time.Month(day), month}); swapped.Valid() {
			f.hint = fmt.Sprintf("write it as YYYY-MM-DD: %s if you mean %s", swapped, longDate(swapped))
		}
	default:
		last := daysIn(year, c.Month)
		f.message = fmt.Sprintf("%s %d has %d days, so there is no day %d", c.Month, year, last, day)
		f.hint = fmt.Sprintf("write a day from %s to %s", Civil{year, c.Month, 1}, Civil{year, c.Month, last})
	}
	return writtenDate{fault: f}
}

// longDate returns the date as 18 November 2026.
func longDate(c Civil) string { return fmt.Sprintf("%d %s %d", c.Day, c.Month, c.Year) }
