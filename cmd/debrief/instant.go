package main

import (
	"fmt"
	"strings"
	"time"
)

// An instant is --now or --since: a moment with its offset, or a wall clock that waits
// for the journal's zone. The zero instant is "not given".
type instant struct {
	flag  string // its name, for what goes wrong later
	text  string
	clock time.Time // in UTC when local: only its wall clock counts
	local bool
	// named allows a day by its distance from today, and has it until it is
	// known which day that is.
	named bool
}

// String returns the instant as it was written.
func (i *instant) String() string { return i.text }

// Type returns what help calls an instant.
func (i *instant) Type() string { return "INSTANT" }

// Set reads an instant strictly: a date that is not in the calendar is never
// turned into another one.
func (i *instant) Set(s string) error {
	s = strings.TrimSpace(s)
	if dayNamed(s, time.DateOnly) != s && i.named {
		// Any day tells whether the rest can be read.
		err := (&instant{flag: i.flag}).Set(dayNamed(s, time.DateOnly))
		if err == nil {
			i.text = s
		}
		return err
	}
	for _, layout := range [...]string{time.RFC3339, "2006-01-02T15:04Z07:00"} {
		if t, err := time.Parse(layout, s); err == nil {
			*i = instant{flag: i.flag, text: s, clock: t, named: i.named}
			return nil
		}
	}
	layouts := [...]string{
		"2006-01-02 15:04", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02T15:04:05", time.DateOnly,
	}
	for _, layout := range layouts {
		if t, err := time.Parse(layout, s); err == nil {
			*i = instant{flag: i.flag, text: s, clock: t, local: true, named: i.named}
			return nil
		}
	}
	return withHint(fmt.Errorf("%q is not an instant", s), "write it as 2026-11-19T20:45:00+01:00, or as 2026-11-19 20:45 on the journal's clock")
}

// dayNamed puts the date in the place of today, yesterday or tomorrow at the
// start of a text; today is YYYY-MM-DD. In a note such a word would be another
// day each time it is read; what is typed is read once.
func dayNamed(text, today string) string {
	word, rest, _ := strings.Cut(text, " ")
	day, err := time.Parse(time.DateOnly, today)
	if err != nil {
		return text
	}
	switch strings.ToLower(word) {
	case "today":
	case "yesterday":
		day = day.AddDate(0, 0, -1)
	case "tomorrow":
		day = day.AddDate(0, 0, 1)
	default:
		return text
	}
	return strings.TrimSpace(day.Format(time.DateOnly) + " " + rest)
}

// on returns an instant whose day was named by its distance from today, with
// the date in its place.
func (i *instant) on(today string) (*instant, error) {
	dated := &instant{flag: i.flag}
	return dated, dated.Set(dayNamed(i.text, today))
}

// in returns the instant; a wall clock is read in zone. A wall clock that a
// change of the clocks skips is an error, one that it repeats is the first of
// the two.
func (i *instant) in(zone *time.Location) (time.Time, error) {
	if !i.local {
		return i.clock, nil
	}
	c := i.clock
	t := time.Date(c.Year(), c.Month(), c.Day(), c.Hour(), c.Minute(), c.Second(), 0, zone)
	if !sameClock(t, c) {
		return time.Time{}, usage("write it with an offset, as in 2026-11-19T20:45:00+01:00",
			"--%s: %q is skipped by the change of the clocks in %s", i.flag, i.text, zone)
	}
	if changed, _ := t.ZoneBounds(); !changed.IsZero() {
		_, offset := t.Zone()
		_, previous := changed.Add(-time.Second).Zone()
		earlier := t.Add(time.Duration(offset-previous) * time.Second)
		if earlier.Before(changed) && sameClock(earlier, c) {
			return earlier, nil
		}
	}
	return t, nil
}

// sameClock reports whether two clocks on two walls show the same.
func sameClock(a, b time.Time) bool {
	return a.Format(time.DateTime) == b.Format(time.DateTime)
}
