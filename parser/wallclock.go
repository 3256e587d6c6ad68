package parser

import "time"

// Start returns the first instant of the date in zone. Where a clock change
// skips midnight it is the first instant after the change; where it skips the
// whole date, the first instant of the next date there is; where midnight
// comes twice, the first.
func (c Civil) Start(zone *time.Location) time.Time { return OnDay(c, Clock{}, zone) }

// End returns the instant at which the date has ended in zone: the start of
// the following one.
func (c Civil) End(zone *time.Location) time.Time { return c.AddDays(1).Start(zone) }

// OnDay returns the instant at which the clocks of zone show clock on the date
// c: the first such instant when a clock change repeats it, and the first
// instant after the change when one skips it.
func OnDay(c Civil, clock Clock, zone *time.Location) time.Time {
	w := lookUpWall(c, clock, zone)
	if w.count == 0 {
		return w.afterGap
	}
	return w.instants[0]
}

// wall is what the clocks of a zone do around one wall-clock time.
type wall struct {
	// instants are those at which the clocks show the time: none in the gap
	// that a change leaves, two when a change repeats it.
	instants [2]time.Time
	count    int
	// afterGap is the instant of the change that skips the time, and opens
	// and closes are the clock just at that change: 02:00 and 03:00.
	afterGap      time.Time
	opens, closes time.Time
}

// Why not time.Time.ZoneBounds: for years after a zone's last listed change it
// ends a leap year a day early, and then its bounds do not hold the instant.

// reach is how far a zone's clocks are from UTC at most, in seconds: 14 h, and
// one more for safety.
const reach = 15 * 60 * 60

// lookUpWall finds the instants at which the clocks of zone show clock on c.
// time.Date alone does not say whether a time is skipped or repeated.
func lookUpWall(c Civil, clock Clock, zone *time.Location) wall {
	shown := c.midnightUTC().Unix() + int64(clock.seconds()) // as if zone were UTC
	before, after := offsetAt(shown-reach, zone), offsetAt(shown+reach, zone)
	if before == after {
		return wall{instants: [2]time.Time{time.Unix(shown-before, 0).In(zone)}, count: 1}
	}
	var w wall
	for _, offset := range [...]int64{before, after} {
		if instant := shown - offset; offsetAt(instant, zone) == offset {
			w.instants[w.count] = time.Unix(instant, 0).In(zone)
			w.count++
		}
	}
	if w.count > 0 {
		return w
	}
	if before > after { // two changes within a day: no zone has had them since 1970
		return wall{instants: [2]time.Time{time.Unix(shown-after, 0).In(zone)}, count: 1}
	}
	change := changeBetween(shown-after, shown-before, zone)
	w.afterGap = time.Unix(change, 0).In(zone)
	w.opens, w.closes = time.Unix(change+before, 0).UTC(), time.Unix(change+after, 0).UTC()
	return w
}

// offsetAt returns how many seconds zone is ahead of UTC at an instant, given
// in Unix seconds.
func offsetAt(instant int64, zone *time.Location) int64 {
	_, offset := time.Unix(instant, 0).In(zone).Zone()
	return int64(offset)
}

// changeBetween returns the instant of the one clock change of zone after from
// and not after to.
func changeBetween(from, to int64, zone *time.Location) int64 {
	old := offsetAt(from, zone)
	for from+1 < to {
		middle := from + (to-from)/2
		if offsetAt(middle, zone) == old {
			from = middle
		} else {
			to = middle
		}
	}
	return to
}
