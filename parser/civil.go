package parser

import (
	"cmp"
	"fmt"
	"time"
)

// CivilOf returns the calendar date of an instant in the instant's own zone.
func CivilOf(t time.Time) Civil {
	year, month, day := t.Date()
	return Civil{year, month, day}
}

// Valid reports whether the calendar has that date, in the years 1 to 9999.
func (c Civil) Valid() bool {
	return c.Year >= 1 && c.Year <= 9999 &&
		c.Month >= time.January && c.Month <= time.December &&
		c.Day >= 1 && c.Day <= daysIn(c.Year, c.Month)
}

// String returns the date as 2006-01-02.
func (c Civil) String() string {
	return fmt.Sprintf("%04d-%02d-%02d", c.Year, int(c.Month), c.Day)
}

// Weekday returns the date's day of the week.
func (c Civil) Weekday() time.Weekday { return c.midnightUTC().Weekday() }

// AddDays returns the date that many days later, earlier when negative.
func (c Civil) AddDays(days int) Civil {
	return CivilOf(time.Date(c.Year, c.Month, c.Day+days, 0, 0, 0, 0, time.UTC))
}

// DaysUntil returns how many days after c the date d is, negative when d is
// the earlier one.
func (c Civil) DaysUntil(d Civil) int {
	const day = 24 * 60 * 60
	return int((d.midnightUTC().Unix() - c.midnightUTC().Unix()) / day)
}

// Compare returns -1 when c is before d, 0 when they are the same date, and 1
// when c is after d.
func (c Civil) Compare(d Civil) int {
	return cmp.Or(cmp.Compare(c.Year, d.Year), cmp.Compare(c.Month, d.Month), cmp.Compare(c.Day, d.Day))
}

func (c Civil) midnightUTC() time.Time {
	return time.Date(c.Year, c.Month, c.Day, 0, 0, 0, 0, time.UTC)
}

// daysIn returns the length of a month in days.
func daysIn(year int, month time.Month) int {
	return time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// ClockOf returns the wall-clock time of an instant in the instant's own zone,
// fractions of a second dropped.
func ClockOf(t time.Time) Clock {
	hour, minute, second := t.Clock()
	return Clock{hour, minute, second}
}

// String returns the time as 15:04, or 15:04:05 when it has seconds.
func (c Clock) String() string {
	if c.Second != 0 {
		return fmt.Sprintf("%02d:%02d:%02d", c.Hour, c.Minute, c.Second)
	}
	return fmt.Sprintf("%02d:%02d", c.Hour, c.Minute)
}

// seconds returns the time as seconds since 00:00.
func (c Clock) seconds() int { return (c.Hour*60+c.Minute)*60 + c.Second }
