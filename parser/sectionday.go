package parser

import (
	"path"
	"strings"
	"time"
)

// dayInMonth reads a heading that is only the day of a month, `24`, `Tue 24th`,
// below one that names the month, `November 2026`, or in a note that is called
// after it, 2026-11.md.
func (f *File) dayInMonth(i int) (Civil, bool) {
	s := &f.sections[i]
	if len(s.title.Value) > len("Wednesday, 24th.") {
		return Civil{}, false
	}
	r := dateReader{text: strings.TrimSpace(s.title.Value)}
	weekday, _, named := r.weekday()
	if !named {
		r.pos = 0
	}
	r.take(",")
	r.spaces()
	day, width := r.digits()
	if width == 0 || width > 2 {
		return Civil{}, false
	}
	if !r.ordinal() {
		r.take(".")
	}
	if !r.atEnd() {
		return Civil{}, false
	}
	month, ok := f.monthAround(s.parent)
	if !ok {
		return Civil{}, false
	}
	c, ok := month.day(day)
	return c, ok && (!named || c.Weekday() == weekday)
}

// monthAround is the month that a section, one around it or the note is called
// after.
func (f *File) monthAround(section int) (calendarMonth, bool) {
	for ; section >= 0; section = f.sections[section].parent {
		if month, ok := monthOf(f.sections[section].title.Value); ok {
			return month, true
		}
	}
	month, ok := monthOf(f.stem())
	return month, ok && f.Kind == KindLog
}

// weekdayOfNote reports whether a heading is only the weekday of the date that a
// log is called after: `Thursday` in 2026-11-26.md names no other.
func (f *File) weekdayOfNote(title string) bool {
	r := dateReader{text: strings.TrimSpace(title)}
	day, _, named := r.weekday()
	if !named || !r.atEnd() || f.Kind != KindLog || len(f.stem()) != len("2006-01-02") {
		return false
	}
	m, fault := readMoment(f.stem())
	return fault == nil && m.Day.Weekday() == day
}

// stem is the name of the note without its ending.
func (f *File) stem() string {
	return strings.TrimSuffix(path.Base(f.Source.Path), path.Ext(f.Source.Path))
}

// A calendarMonth is a month of a year.
type calendarMonth struct {
	year  int
	month time.Month
}

// day returns one of its days, false where it has none such.
func (m calendarMonth) day(day int) (Civil, bool) {
	c := Civil{m.year, m.month, day}
	return c, c.Valid() && inRange(c.Year)
}

// monthOf reads `November 2026` and `2026-11`.
func monthOf(text string) (calendarMonth, bool) {
	r := dateReader{text: strings.TrimSpace(text)}
	if month, ok := r.month(); ok {
		r.spaces()
		year, width := r.digits()
		return calendarMonth{year, month}, width == 4 && r.atEnd()
	}
	r.pos = 0
	year, width := r.digits()
	if width != 4 || !r.take("-") {
		return calendarMonth{}, false
	}
	month, width := r.digits()
	return calendarMonth{year, time.Month(month)}, width == 2 && r.atEnd()
}
