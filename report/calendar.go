package report

import (
	"slices"
	"time"

	"debrief/parser"
)

// dayIn returns the calendar date of t in zone.
func dayIn(t time.Time, zone *time.Location) parser.Civil { return parser.CivilOf(t.In(zone)) }

// addDays returns the instant n calendar days after t, at the same wall clock
// in zone; where a clock change skips that, the first instant after it.
func addDays(t time.Time, n int, zone *time.Location) time.Time {
	here := t.In(zone)
	return parser.OnDay(parser.CivilOf(here).AddDays(n), parser.ClockOf(here), zone)
}

// mondayOf returns the first day of the ISO week that day lies in.
func mondayOf(day parser.Civil) parser.Civil {
	return day.AddDays(-((int(day.Weekday()) + 6) % 7))
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
		if p.From.Compare(day) <= 0 && (open || day.Compare(p.To) <= 0) {
			return p, true
		}
	}
	return parser.Pause{}, false
}

// unpaused returns the nth day after day, not counting paused days; false when
// a pause without an end comes first.
func (c calendar) unpaused(day parser.Civil, n int) (parser.Civil, bool) {
	if len(c.pauses) == 0 {
		return day.AddDays(max(n, 0)), true
	}
	for n > 0 {
		day = day.AddDays(1)
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

// unpausedBefore returns the nth day before day, not counting paused days; it
// goes back ten years at most.
func (c calendar) unpausedBefore(day parser.Civil, n int) parser.Civil {
	for range maxIdleDays {
		if n <= 0 {
			break
		}
		day = day.AddDays(-1)
		if _, paused := c.pauseOn(day); !paused {
			n--
		}
	}
	return day
}

// maxIdleDays bounds the search for a working day: a calendar of holidays alone
// is given up on after ten years.
const maxIdleDays = 3660

// workingDay returns the nth working day after day. Holidays are none, nor are
// the days of a pause; false when a pause without an end comes first, or no
// such day within ten years.
func (c calendar) workingDay(day parser.Civil, n int) (parser.Civil, bool) {
	for idle := 0; n > 0; {
		next, ok := c.unpaused(day, 1)
		if !ok || idle > maxIdleDays {
			return parser.Civil{}, false
		}
		day = next
		if c.works(day) {
			n, idle = n-1, 0
		} else {
			idle++
		}
	}
	return day, true
}

// works reports whether a day is a working day, pauses aside.
func (c calendar) works(day parser.Civil) bool {
	return c.working[day.Weekday()] && !slices.Contains(c.holidays, day)
}

// workingDaysAfter returns the deadline n working days after something dated:
// the end of the nth. It never comes for what is undated, or where an endless
// pause lies before it.
func (v *view) workingDaysAfter(w parser.When, n int) deadline {
	if !w.Known() {
		return deadline{}
	}
	day, ok := v.calendar.workingDay(v.day(w), n)
	if !ok {
		return deadline{}
	}
	return deadline{at: day.End(v.zone), day: true}
}

// unpausedAfter moves the end of a day in the search's zone on by whole days,
// those of pauses not counted.
func (v *view) unpausedAfter(d deadline, days int) deadline {
	if d.never() {
		return d
	}
	day, ok := v.calendar.unpaused(dayIn(d.at, v.zone).AddDays(-1), days)
	if !ok {
		return deadline{}
	}
	return deadline{at: day.End(v.zone), day: true}
}
