package report

import (
	"cmp"
	"slices"
	"time"

	"debrief/parser"
)

// compareDays orders calendar dates.
func compareDays(a, b parser.Civil) int {
	return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month), cmp.Compare(a.Day, b.Day))
}

// dayIn returns the calendar date of t in zone.
func dayIn(t time.Time, zone *time.Location) parser.Civil {
	y, m, d := t.In(zone).Date()
	return parser.Civil{Year: y, Month: m, Day: d}
}

// plusDays returns the date n days after day; n may be negative.
func plusDays(day parser.Civil, n int) parser.Civil {
	return dayIn(time.Date(day.Year, day.Month, day.Day+n, 0, 0, 0, 0, time.UTC), time.UTC)
}

// startOf returns the first instant of a day in zone. That is midnight, except
// where a clock change skips midnight (the change itself) or repeats it (the
// first of the two).
func startOf(day parser.Civil, zone *time.Location) time.Time {
	t := time.Date(day.Year, day.Month, day.Day, 0, 0, 0, 0, zone)
	change, end := t.ZoneBounds()
	if compareDays(dayIn(t, zone), day) < 0 {
		return end
	}
	if change.IsZero() {
		return t
	}
	_, before := change.Add(-time.Second).Zone()
	_, after := t.Zone()
	first := t.Add(-time.Duration(before-after) * time.Second)
	if before > after && first.Before(change) && dayIn(first, zone) == day {
		return first
	}
	return t
}

// endOf returns the instant at which a day is over in zone.
func endOf(day parser.Civil, zone *time.Location) time.Time {
	return startOf(plusDays(day, 1), zone)
}

// addDays returns the instant n calendar days after t, at the same wall clock
// in zone.
func addDays(t time.Time, n int, zone *time.Location) time.Time {
	return t.In(zone).AddDate(0, 0, n)
}

// mondayOf returns the first day of the ISO week that day lies in.
func mondayOf(day parser.Civil) parser.Civil {
	weekday := time.Date(day.Year, day.Month, day.Day, 0, 0, 0, 0, time.UTC).Weekday()
	return plusDays(day, -(int(weekday)+6)%7)
}

// A calendar is what search.md says about days: which are paused, worked, off.
type calendar struct {
	pauses   []parser.Pause
	working  [7]bool
	holidays []parser.Civil
}

func newCalendar(s parser.Search) calendar {
	c := calendar{pauses: s.Paused, working: s.Working, holidays: s.Holidays}
	if c.working == [7]bool{} {
		for day := time.Monday; day <= time.Friday; day++ {
			c.working[day] = true
		}
	}
	return c
}

// pauseOn returns the pause that covers a day. Both its ends belong to it; one
// without an end goes on.
func (c calendar) pauseOn(day parser.Civil) (parser.Pause, bool) {
	for _, p := range c.pauses {
		open := p.To == parser.Civil{}
		if compareDays(p.From, day) <= 0 && (open || compareDays(day, p.To) <= 0) {
			return p, true
		}
	}
	return parser.Pause{}, false
}

// unpaused returns the nth day after day, not counting paused days; false when
// a pause without an end comes first.
func (c calendar) unpaused(day parser.Civil, n int) (parser.Civil, bool) {
	for n > 0 {
		day = plusDays(day, 1)
		pause, paused := c.pauseOn(day)
		switch {
		case !paused:
			n--
		case pause.To == parser.Civil{}:
			return parser.Civil{}, false
		default:
			day = pause.To
		}
	}
	return day, true
}

// workingDay returns the nth working day after day. Weeks of holidays are
// given up on after ten years, so that no calendar can hold it up for ever.
func (c calendar) workingDay(day parser.Civil, n int) parser.Civil {
	for range 3660 {
		if n <= 0 {
			break
		}
		day = plusDays(day, 1)
		weekday := time.Date(day.Year, day.Month, day.Day, 0, 0, 0, 0, time.UTC).Weekday()
		if c.working[weekday] && !slices.Contains(c.holidays, day) {
			n--
		}
	}
	return day
}
