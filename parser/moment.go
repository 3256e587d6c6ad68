package parser

import "time"

// A Moment is a date as it was written, before its zone and the order of day
// and month are known.
type Moment struct {
	// Day is the date. Where day and month could be swapped (3/4/26), Day is
	// the reading day-month and Swapped the reading month-day; else Swapped
	// is the zero Civil.
	Day, Swapped Civil
	// Clock is the wall-clock time; HasClock is false for a whole day.
	Clock Clock
	// Zone is the zone written with the time, nil when there was none.
	Zone *time.Location
	// Span covers date, time and zone.
	Span Span
	// named is the weekday written beside a date with two readings, which may
	// decide between them; hasName is false when there was none.
	named time.Weekday

	// The flags stand together, as every line of every log holds a Moment.
	HasClock bool
	// Offset is true when Zone is a fixed offset (Z, -05:00) rather than a
	// named zone.
	Offset  bool
	hasName bool
}

// Civil is a calendar date without a zone.
type Civil struct {
	Year  int
	Month time.Month
	Day   int
}

// Clock is a wall-clock time, 00:00:00 to 23:59:59.
type Clock struct{ Hour, Minute, Second int }

// DateOrder is how a date of bare numbers reads.
type DateOrder uint8

const (
	// OrderUnknown refuses dates with two readings.
	OrderUnknown DateOrder = iota
	// OrderDMY reads 3/4/26 as 3 April 2026.
	OrderDMY
	// OrderMDY reads 3/4/26 as 4 March 2026.
	OrderMDY
)

// Precision says how exactly the time of an event is known.
type Precision uint8

const (
	// Unknown: no date was written.
	Unknown Precision = iota
	// Day: the calendar day is known.
	Day
	// Instant: the very moment is known.
	Instant
)

// When is a resolved date. The zero When is "at some time, undated".
type When struct {
	Precision Precision
	// Time is the instant, or the first instant of the day, in the zone the
	// date was written in.
	Time time.Time
}

// Known reports whether the date is known at least to the day.
func (w When) Known() bool { return w.Precision != Unknown }

// IsDay reports whether only the calendar day is known.
func (w When) IsDay() bool { return w.Precision == Day }
