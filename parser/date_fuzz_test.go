package parser

import (
	"fmt"
	"testing"
)

// FuzzDate holds every reader of dates, times and zones to three promises:
// none panics, spans stay inside the text, and what is accepted reads the same
// in its plain form.
func FuzzDate(f *testing.F) {
	for _, text := range []string{
		"2026-11-18", "2026-11-18T14:00:00-05:00", "Wed 18 November 2026, 2:30 pm met Li", "3/4/26", "18.11. thanked", "26-11-18",
		"2026-11-18 10:00-11:00", "2 days ago", "1h30", "14h30", "UTC+5:30", "18. März 2026", "2026-11-18 14:00 (europe/berlin)",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		inside := func(reader string, f *fault) {
			if f != nil && (f.start < 0 || f.start > f.end || f.end > len(text) || f.id == "" || f.message == "" || f.hint == "") {
				t.Fatalf("%s: %+v in %d bytes", reader, f, len(text))
			}
		}
		m, fault := readMoment(text)
		inside("readMoment", fault)
		if fault == nil {
			checkPlainForm(t, m)
			if m.Span.Start < 0 || m.Span.End > len(text) || m.Span.Start >= m.Span.End {
				t.Fatalf("span %v in %d bytes", m.Span, len(text))
			}
		}
		if m, rest, fault, ok := leadingMoment(text); ok {
			inside("leadingMoment", fault)
			if rest <= 0 || rest > len(text) {
				t.Fatalf("the date ends at %d of %d bytes", rest, len(text))
			}
			if fault == nil {
				checkPlainForm(t, m)
			}
		}
		_, fault = readClock(text)
		inside("readClock", fault)
		if clock, rest, ok := leadingClock(text); ok && (rest <= 0 || rest > len(text) || clock.Hour > 23) {
			t.Fatalf("the time %s ends at %d of %d bytes", clock, rest, len(text))
		}
		d, fault := readDuration(text)
		inside("readDuration", fault)
		if fault == nil && (d <= 0 || d > maxDuration) {
			t.Fatalf("the duration is %s", d)
		}
		_, _, fault = readZone(text)
		inside("readZone", fault)
		_, fault = readHomeZone(text)
		inside("readHomeZone", fault)
	})
}

// checkPlainForm reads an accepted date again in its plain form.
func checkPlainForm(t *testing.T, m Moment) {
	for _, order := range []DateOrder{OrderDMY, OrderMDY} {
		day, fault := m.civil(order)
		if fault != nil {
			if fault.id != WeekdayMismatch {
				t.Fatalf("%s: %s", writeMoment(m), fault.message)
			}
			continue
		}
		plain := day.String()
		if m.HasClock {
			plain += fmt.Sprintf("T%02d:%02d:%02d", m.Clock.Hour, m.Clock.Minute, m.Clock.Second)
		}
		if m.Zone != nil {
			plain += " " + m.Zone.String()
		}
		again, fault := readMoment(plain)
		if fault != nil || again.Day != day || again.HasClock != m.HasClock || again.Clock != m.Clock {
			t.Fatalf("%s reads as %s (%v)", plain, writeMoment(again), fault)
		}
		if m.Zone != nil && again.Zone.String() != m.Zone.String() {
			t.Fatalf("%s is in %s", plain, again.Zone)
		}
	}
}
