package parser

import (
	"fmt"
	"time"
)

// civil returns the calendar date, with order deciding between the two
// readings of 3/4/26. A weekday beside it decides, too, and must agree.
func (m Moment) civil(order DateOrder) (Civil, *fault) {
	if m.Swapped == (Civil{}) {
		return m.Day, nil
	}
	day := m.Day
	switch {
	case order == OrderMDY:
		day = m.Swapped
	case order == OrderUnknown && !m.hasName, order == OrderUnknown && m.Day.Weekday() == m.Swapped.Weekday():
		f := &fault{
			id:      AmbiguousDate,
			message: fmt.Sprintf("the date reads as %s or %s", longDate(m.Day), longDate(m.Swapped)),
			hint: fmt.Sprintf("write %s or %s; or say the order once, in search.md: date_order: dmy (or mdy)",
				m.Day, m.Swapped),
		}
		return Civil{}, f.over(m.Span.Start, m.Span.End)
	case order == OrderUnknown && m.Swapped.Weekday() == m.named:
		day = m.Swapped
	}
	if m.hasName {
		if f := mismatch(day, m.named); f != nil {
			return Civil{}, f.over(m.Span.Start, m.Span.End)
		}
	}
	return day, nil
}

// in resolves the moment: in the zone written with it, else in zone. When the
// result is zero, an error among the faults says why; a time that comes twice
// is its first instant, with a note. Faults are placed like m.Span.
func (m Moment) in(zone *time.Location, order DateOrder) (When, []*fault) {
	day, f := m.civil(order)
	if f != nil {
		return When{}, []*fault{f}
	}
	if m.Zone != nil {
		zone = m.Zone
	}
	if m.HasClock {
		when, f := m.instant(day, zone)
		if f != nil {
			return when, []*fault{f.over(m.Span.Start, m.Span.End)}
		}
		return when, nil
	}
	start := day.Start(zone)
	if CivilOf(start) != day { // the date line moved over it
		f := &fault{
			id:      SkippedTime,
			message: fmt.Sprintf("%s does not exist in %s", day, zone),
			hint:    fmt.Sprintf("write %s or %s", day.AddDays(-1), day.AddDays(1)),
		}
		return When{}, []*fault{f.over(m.Span.Start, m.Span.End)}
	}
	return When{Day, start}, nil
}

// instant finds when the clocks of zone show m.Clock on day.
func (m Moment) instant(day Civil, zone *time.Location) (When, *fault) {
	w := lookUpWall(day, m.Clock, zone)
	if w.count == 0 {
		return When{}, skippedTime(day, m.Clock, zone, w)
	}
	// Of an hour that comes twice, 01:30 EST and 01:30 EDT say which.
	if season := seasonOf(zone); season != "" {
		for _, t := range w.instants[:w.count] {
			if name, _ := t.Zone(); name == season {
				return When{Instant, t}, nil
			}
		}
		return When{}, wrongSeason(day, m.Clock, zone, season, w.instants[0])
	}
	when := When{Instant, w.instants[0]}
	if w.count == 1 {
		return when, nil
	}
	const iso = "2006-01-02T15:04:05Z07:00"
	return when, &fault{
		id:      RepeatedTime,
		message: fmt.Sprintf("%s comes twice on %s in %s; the first is taken", m.Clock, day, zone),
		hint:    fmt.Sprintf("write %s or %s", w.instants[0].Format(iso), w.instants[1].Format(iso)),
	}
}

// skippedTime refuses a time that the clocks jumped over, and shows what they
// would have shown without the change, and with it.
func skippedTime(day Civil, clock Clock, zone *time.Location, w wall) *fault {
	gap := w.closes.Sub(w.opens)
	shown := day.midnightUTC().Add(time.Duration(clock.seconds()) * time.Second)
	const form = "2006-01-02 15:04"
	return &fault{
		id: SkippedTime,
		message: fmt.Sprintf("%s on %s does not exist in %s: the clocks went from %s to %s",
			clock, day, zone, ClockOf(w.opens), ClockOf(w.closes)),
		hint: fmt.Sprintf("write %s or %s", shown.Add(-gap).Format(form), shown.Add(gap).Format(form)),
	}
}

// wrongSeason refuses 14:00 EST in July: people write EST for New York all
// year, and exactly one hour is between that and what it says.
func wrongSeason(day Civil, clock Clock, zone *time.Location, season string, shown time.Time) *fault {
	current, _ := shown.Zone()
	f := &fault{
		id:      AmbiguousZone,
		message: fmt.Sprintf("on %s the clocks of %s show %s, not %s", day, zone, current, season),
		hint:    fmt.Sprintf("write %s %s %s for the clock there", day, clock, zone),
	}
	// The offset it stands for is the one it has in its own season.
	for months := 1; months < 12; months++ {
		t := shown.AddDate(0, months, 0)
		if name, offset := t.Zone(); name == season {
			f.hint += fmt.Sprintf(", or %s %s %s", day, clock, fixedZone(offset))
			break
		}
	}
	return f
}
