package schedule

import (
	"fmt"
	"math/bits"
	"time"

	"debrief/parser"
)

// A set holds small numbers, one bit each.
type set uint64

func (s set) has(n int) bool { return s&(1<<n) != 0 }
func (s set) len() int       { return bits.OnesCount64(uint64(s)) }

// between is the set of all numbers from low to high.
func between(low, high int) set { return 1<<(high+1) - 1<<low }

// numbers lists the numbers in rising order.
func (s set) numbers() []int {
	var all []int
	for ; s != 0; s &= s - 1 {
		all = append(all, bits.TrailingZeros64(uint64(s)))
	}
	return all
}

// When is the times at which a job is run, by the clock on the machine's wall:
// what the five fields of a line for cron say. Make one with [Daily], [Weekly]
// or [Parse].
type When struct {
	minutes, hours, days, months set
	weekdays                     set // 0 is Sunday
	// anyDay and anyWeekday: the field is a star. cron runs a job when either
	// of the two fields matches, unless one of them is a star.
	anyDay, anyWeekday bool
}

// every is all times there are.
func every() When {
	return When{
		minutes: minuteField.all(), hours: hourField.all(), days: dayField.all(), months: monthField.all(),
		weekdays: between(0, 6), anyDay: true, anyWeekday: true,
	}
}

// Daily is every day at that time.
func Daily(hour, minute int) When {
	w := every()
	w.hours, w.minutes = 1<<hour, 1<<minute
	return w
}

// Weekly is every week on that day at that time.
func Weekly(day time.Weekday, hour, minute int) When {
	w := Daily(hour, minute)
	w.weekdays, w.anyWeekday = 1<<day, false
	return w
}

// either reports whether one of the two fields for days is enough.
func (w When) either() bool { return !w.anyDay && !w.anyWeekday }

// split returns the times as one When, or as two, neither of which needs the
// rule that one of the two fields for days is enough.
func (w When) split() []When {
	if !w.either() {
		return []When{w}
	}
	byDay, byWeekday := w, w
	byDay.weekdays, byDay.anyWeekday = every().weekdays, true
	byWeekday.days, byWeekday.anyDay = every().days, true
	return []When{byDay, byWeekday}
}

// on reports whether there are times on a day.
func (w When) on(day time.Time) bool {
	if !w.months.has(int(day.Month())) {
		return false
	}
	monthly, weekly := w.days.has(day.Day()), w.weekdays.has(int(day.Weekday()))
	if w.either() {
		return monthly || weekly
	}
	return monthly && weekly
}

// hourly reports whether the job is run every hour or more often: what was
// missed then is soon made up for.
func (w When) hourly() bool {
	return w.hours == hourField.all() && w.months == monthField.all() && w.anyDay && w.anyWeekday
}

// longestCycle is how many days there may be between two times: from 29
// February 2096 to that of 2104.
const longestCycle = 8*366 + 1

// Last returns the latest of the times that is not after now, by the clock in
// now's zone. A time that a change of the clocks repeats is its first instant,
// and one that the change skips is the moment of the change: that is when cron
// and systemd run the job.
func (w When) Last(now time.Time) time.Time {
	noon := parser.OnDay(parser.CivilOf(now), parser.Clock{Hour: 12}, now.Location())
	for back := range longestCycle {
		day := noon.AddDate(0, 0, -back)
		if !w.on(day) {
			continue
		}
		var last time.Time
		for _, hour := range w.hours.numbers() {
			for _, minute := range w.minutes.numbers() {
				at := parser.OnDay(parser.CivilOf(day), parser.Clock{Hour: hour, Minute: minute}, now.Location())
				if !at.After(now) && at.After(last) {
					last = at
				}
			}
		}
		if !last.IsZero() {
			return last
		}
	}
	return time.Time{} // Parse refuses what never comes
}

// Words says when the job is run, as in `every day at 08:00`.
func (w When) Words() string {
	if w.hours.len() == 1 && w.minutes.len() == 1 && w.anyDay && w.months == monthField.all() {
		clock := fmt.Sprintf("%02d:%02d", w.hours.numbers()[0], w.minutes.numbers()[0])
		switch {
		case w.anyWeekday:
			return "every day at " + clock
		case w.weekdays.len() == 1:
			return "every " + time.Weekday(w.weekdays.numbers()[0]).String() + " at " + clock
		case w.weekdays == between(1, 5):
			return "Monday to Friday at " + clock
		}
	}
	return "at cron's " + w.String()
}
