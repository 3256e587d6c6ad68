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

// nearChange is more than any clock change moves the clock: whole days were
// skipped at the date line.
const nearChange = 26 * time.Hour

// lookUpWall finds the instants at which the clocks of zone show clock on c.
// time.Date alone does not say whether a time is skipped or repeated.
func lookUpWall(c Civil, clock Clock, zone *time.Location) wall {
	guess := time.Date(c.Year, c.Month, c.Day, clock.Hour, clock.Minute, clock.Second, 0, zone)
	start, end := guess.ZoneBounds()
	if (start.IsZero() || guess.Sub(start) > nearChange) && (end.IsZero() || end.Sub(guess) > nearChange) {
		return wall{instants: [2]time.Time{guess}, count: 1}
	}
	return walkWall(c.midnightUTC().Unix()+int64(clock.seconds()), zone)
}

// walkWall goes through the spans of constant offset around a wall-clock time,
// given as the seconds it would be after 1970 in UTC.
func walkWall(shown int64, zone *time.Location) wall {
	var w wall
	const reach = int64(nearChange / time.Second)
	at := time.Unix(shown-reach, 0).In(zone)
	for {
		start, end := at.ZoneBounds()
		_, offset := at.Zone()
		instant := time.Unix(shown-int64(offset), 0).In(zone)
		if !instant.Before(start) && (end.IsZero() || instant.Before(end)) && w.count < len(w.instants) {
			w.instants[w.count] = instant
			w.count++
		}
		if end.IsZero() || end.Unix() > shown+reach {
			return w
		}
		_, next := end.Zone()
		before, after := end.Unix()+int64(offset), end.Unix()+int64(next)
		if before <= shown && shown < after {
			w.afterGap = end
			w.opens, w.closes = time.Unix(before, 0).UTC(), time.Unix(after, 0).UTC()
		}
		at = end
	}
}
