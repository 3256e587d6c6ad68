package parser

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func drawCivil(t *rapid.T) Civil {
	year := rapid.IntRange(firstYear, lastYear).Draw(t, "year")
	month := time.Month(rapid.IntRange(1, 12).Draw(t, "month"))
	return Civil{year, month, rapid.IntRange(1, daysIn(year, month)).Draw(t, "day")}
}

func drawZone(t *rapid.T) *time.Location {
	names := strings.Fields(zoneNameList)
	return loadZone(rapid.SampledFrom(names).Draw(t, "zone"))
}

// layouts are the spellings of a date that package time can write.
var layouts = []string{
	"2006-01-02", "2006/01/02", "2006.01.02", "2006-1-2", "2 Jan 2006", "02 Jan 2006", "2. January 2006", "2-Jan-2006",
	"Jan 2, 2006", "January 2, 2006", "January 2 2006", "Mon 2 Jan 2006", "Monday, 2 January 2006", "Mon, Jan 2, 2006",
	"2006-01-02 (Mon)", "2006-01-02 Monday", "02.01.2006", "2.1.2006",
}

func TestEverySpellingReadsAsItsDate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := drawCivil(t)
		text := day.midnightUTC().Format(rapid.SampledFrom(layouts).Draw(t, "layout"))
		switch rapid.IntRange(0, 2).Draw(t, "case") {
		case 1:
			text = strings.ToUpper(text)
		case 2:
			text = strings.ToLower(text)
		}
		clock := Clock{rapid.IntRange(0, 23).Draw(t, "hour"), rapid.IntRange(0, 59).Draw(t, "minute"), 0}
		hasClock := rapid.Bool().Draw(t, "hasClock")
		if hasClock {
			shown := time.Date(2026, 1, 1, clock.Hour, clock.Minute, 0, 0, time.UTC)
			text += shown.Format(rapid.SampledFrom([]string{" 15:04", ", 15:04", " at 3:04 pm", " 3:04PM", " 15h04", " 15:04:05"}).Draw(t, "clock"))
		}
		m, f := readMoment(text)
		if f != nil {
			t.Fatalf("%q: refused: %s", text, f.message)
		}
		if m.Day != day || m.Swapped != (Civil{}) || m.HasClock != hasClock || hasClock && m.Clock != clock {
			t.Fatalf("%q reads as %s", text, writeMoment(m))
		}
		led, rest, f, ok := leadingMoment(text + " thanked Dana")
		if !ok || f != nil || led.Day != day || rest != len(text) {
			t.Fatalf("before a verb, %q reads as %s up to %d", text, writeMoment(led), rest)
		}
	})
}

func TestBareNumbersReadAsTheOrderSays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := drawCivil(t)
		sep := rapid.SampledFrom([]string{"/", "-"}).Draw(t, "separator")
		for order, text := range map[DateOrder]string{
			OrderDMY: fmt.Sprintf("%d%s%d%s%d", day.Day, sep, day.Month, sep, day.Year),
			OrderMDY: fmt.Sprintf("%d%s%d%s%d", day.Month, sep, day.Day, sep, day.Year),
		} {
			m, f := readMoment(text)
			if f != nil {
				t.Fatalf("%q: refused: %s", text, f.message)
			}
			if got, f := m.civil(order); f != nil || got != day {
				t.Fatalf("%q reads as %s, want %s", text, got, day)
			}
			got, f := m.civil(OrderUnknown)
			if twoReadings := day.Day <= 12 && day.Day != int(day.Month); twoReadings != (f != nil) || f == nil && got != day {
				t.Fatalf("%q without an order: %s, %v", text, got, f)
			}
		}
	})
}

func TestResolvedTimeShowsTheWallClock(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := Moment{Day: drawCivil(t), HasClock: true}
		m.Clock = Clock{rapid.IntRange(0, 23).Draw(t, "hour"), rapid.IntRange(0, 59).Draw(t, "minute"), 0}
		zone := drawZone(t)
		when, faults := m.in(zone, OrderUnknown)
		if !when.Known() {
			if len(faults) != 1 || faults[0].id != SkippedTime {
				t.Fatalf("%s in %s: %+v", writeMoment(m), zone, faults)
			}
			return
		}
		if CivilOf(when.Time) != m.Day || ClockOf(when.Time) != m.Clock || when.Time.Location() != zone {
			t.Fatalf("%s in %s is %s", writeMoment(m), zone, when.Time)
		}
		if len(faults) == 1 { // repeated: no earlier instant shows the same
			if before := when.Time.Add(-time.Hour); ClockOf(before) == m.Clock && CivilOf(before) == m.Day {
				t.Fatalf("%s in %s is %s, and not the first", writeMoment(m), zone, when.Time)
			}
		}
	})
}

func TestDaysFollowEachOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day, zone := drawCivil(t), drawZone(t)
		start, end := day.Start(zone), day.End(zone)
		if end.Before(start) {
			t.Fatalf("%s in %s ends at %s, before its start %s", day, zone, end, start)
		}
		if CivilOf(start).Compare(day) < 0 {
			t.Fatalf("%s in %s starts at %s", day, zone, start)
		}
		if last := start.Add(-time.Nanosecond); CivilOf(last).Compare(day) >= 0 {
			t.Fatalf("%s in %s has begun before its start %s", day, zone, start)
		}
	})
}
