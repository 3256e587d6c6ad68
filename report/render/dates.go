package render

import (
	"time"
)

// shortDay returns a day as people say it, `10 Nov`, with the year where it is
// not now's, and with the time where isDay is false. The zero time is "".
func shortDay(t, now time.Time, isDay bool) string {
	if t.IsZero() {
		return ""
	}
	t = t.In(now.Location())
	layout := "2 Jan"
	if t.Year() != now.Year() {
		layout = "2 Jan 2006"
	}
	if !isDay {
		layout += " 15:04"
	}
	return t.Format(layout)
}

// dayAlone is a day written in a zone of its own, which may have begun on
// another date where the reader is.
func dayAlone(t, now time.Time) string {
	if t.IsZero() {
		return ""
	}
	return shortDay(time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, now.Location()), now, true)
}

// dayOr is a day alone, or an instant where it is known.
func dayOr(t, now time.Time, isDay bool) string {
	if isDay {
		return dayAlone(t, now)
	}
	return shortDay(t, now, false)
}

// dateOf is the date of a day or of an instant, without its time.
func dateOf(t, now time.Time, isDay bool) string {
	if isDay {
		return dayAlone(t, now)
	}
	return shortDay(t, now, true)
}

// isoDay returns a date that sorts and never changes with the day it is read:
// `2026-11-10`, or with its time. The zero time is "".
func isoDay(t time.Time, zone *time.Location, isDay bool) string {
	switch {
	case t.IsZero():
		return ""
	case isDay:
		return t.In(zone).Format("2006-01-02")
	}
	return t.In(zone).Format("2006-01-02 15:04")
}

// isoDate is the date of a day, as it was written, or of an instant.
func isoDate(t time.Time, zone *time.Location, isDay bool) string {
	if isDay {
		zone = t.Location()
	}
	return isoDay(t, zone, true)
}

// isoDayOr is a day, as it was written, or an instant with its time.
func isoDayOr(t time.Time, zone *time.Location, isDay bool) string {
	if isDay {
		return isoDate(t, zone, true)
	}
	return isoDay(t, zone, false)
}

// partOfDay names the weekday and the part of the day: `Thursday evening`.
func partOfDay(now time.Time) string {
	day := now.Weekday().String()
	switch h := now.Hour(); {
	case h < 5:
		// "Friday night" would be read as the night to come.
		return day + ", after midnight"
	case h < 12:
		return day + " morning"
	case h < 17:
		return day + " afternoon"
	case h < 22:
		return day + " evening"
	}
	return day + " night"
}

// zoneOf returns the report's zone, UTC where it has none.
func zoneOf(zone *time.Location) *time.Location {
	if zone == nil {
		return time.UTC
	}
	return zone
}
