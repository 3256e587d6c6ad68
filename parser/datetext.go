package parser

import (
	"strings"
	"time"
)

// A DateError says why a text was not read as a date.
type DateError struct {
	ID ProblemID
	// Message is one lower-case sentence without a full stop, Hint what to
	// write instead.
	Message, Hint string
}

// Error returns what is wrong with the text.
func (e *DateError) Error() string { return e.Message }

// error returns the fault as an error, nil for none.
func (f *fault) error() error {
	if f == nil {
		return nil
	}
	return &DateError{f.id, f.message, f.hint}
}

// ReadDate reads a text that is a date and nothing else, with an optional time
// and zone, by the very rules by which the fields of notes are read. The error
// is a *DateError.
func ReadDate(text string) (Moment, error) {
	m, f := readMoment(text)
	return m, f.error()
}

// Date returns the calendar date of a moment. Where its day and month could be
// swapped, order decides, or the weekday that was written with it; else the
// error is a *DateError with the id AmbiguousDate.
func (m Moment) Date(order DateOrder) (Civil, error) {
	day, f := m.civil(order)
	return day, f.error()
}

// Plain returns the moment in the form that is written into notes, its date
// being day: 2026-11-18, 2026-11-18 14:00, or 2026-11-18T14:00:00-05:00 where
// it was written with a zone.
func (m Moment) Plain(day Civil) string {
	switch {
	case !m.HasClock:
		return day.String()
	case m.Zone == nil:
		return day.String() + " " + m.Clock.String()
	}
	t := time.Date(day.Year, day.Month, day.Day, m.Clock.Hour, m.Clock.Minute, m.Clock.Second, 0, m.Zone)
	return t.Format(time.RFC3339)
}

// OrderShown returns the order of day and month that a date of bare numbers
// gives away: 25/12/2026 can only be day first. It is OrderUnknown for a date
// with two readings or none, for one whose two are the same, and for every
// form whose order is fixed.
func OrderShown(text string) DateOrder {
	r := dateReader{text: strings.TrimSpace(text), whole: true}
	r.leadingWeekday()
	first, width := r.digits()
	sep := r.separator()
	second, _ := r.digits()
	if width == 0 || width > 2 || sep != '/' && sep != '-' || r.separator() != sep {
		return OrderUnknown
	}
	m, f := readMoment(text)
	switch {
	case f != nil || m.Swapped != (Civil{}) || first == second:
		return OrderUnknown
	case m.Day.Day == first && int(m.Day.Month) == second:
		return OrderDMY
	case m.Day.Day == second && int(m.Day.Month) == first:
		return OrderMDY
	}
	return OrderUnknown // 26-11-18
}
