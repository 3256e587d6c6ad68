package parser

import (
	"strings"
	"testing"
	"time"
)

func TestReadClock(t *testing.T) {
	for text, want := range map[string]string{
		"14:00": "14:00", "9:05": "09:05", "09:05": "09:05", "0:00": "00:00", "23:59": "23:59", "14:00:30": "14:00:30",
		"2pm": "14:00", "2 PM": "14:00", "2:30 PM": "14:30", "2.30 pm": "14:30", "2:30p.m.": "14:30", "2:30\u202fPM": "14:30",
		"12am": "00:00", "12:30 am": "00:30", "12pm": "12:00", "0:30 am": "00:30", "14:30 pm": "14:30",
		"14h": "14:00", "14h30": "14:30", "9h05": "09:05", "14:00h": "14:00", "14:00 h": "14:00",
		"14 Uhr": "14:00", "14.30 Uhr": "14:30", "14:00 uhr": "14:00", "14.30": "14:30", "noon": "12:00", " 14:00 ": "14:00",
	} {
		got, f := readClock(text)
		if f != nil {
			t.Errorf("%q: refused: %s", text, f.message)
		} else if got.String() != want {
			t.Errorf("%q reads as %s, want %s", text, got, want)
		}
	}
}

func TestReadClockRefuses(t *testing.T) {
	for text, hint := range map[string]string{
		"24:00": "00:00 of the next day", "25:00": "HH:MM", "14:60": "HH:MM", "14:00:61": "HH:MM", "99:99": "HH:MM",
		"14": "write 14:00", "2": "write 2:00 or 14:00", "0": "write 00:00", "1400": "write 14:00", "2561": "HH:MM",
		"14:0": "HH:MM", "14:000": "HH:MM", "2:30 xm": "HH:MM", "14:00 am": "write 14:00, or 02:00", "0:30 pm": "write 00:30, or 12:30",
		"midnight": "00:00 for the start of the day", "": "HH:MM", "soon": "HH:MM", "-2:00": "HH:MM", "14:00-15:00": "HH:MM",
		"14:00 CET": "HH:MM", "１４:００": "HH:MM",
	} {
		got, f := readClock(text)
		if f == nil {
			t.Errorf("%q reads as %s", text, got)
		} else if f.id != BadValue || !strings.Contains(f.hint, hint) || text[f.start:f.end] != text {
			t.Errorf("%q: %s at %d to %d: %s (%s), want a hint with %q", text, f.id, f.start, f.end, f.message, f.hint, hint)
		}
	}
}

func TestLeadingClock(t *testing.T) {
	for _, c := range []struct{ text, want, rest string }{
		{"19:30 thanked Dana", "19:30", " thanked Dana"},
		{"9:05: thanked Dana", "09:05", ": thanked Dana"},
		{"2pm met Li", "14:00", " met Li"},
		{"2:30 PM – met Li", "14:30", " – met Li"},
		{"14h30 met Li", "14:30", " met Li"},
		{"14h met Li", "14:00", " met Li"},
		{"noon met Li", "12:00", " met Li"},
		{"2h of practice", "", ""},
		{"2 rounds", "", ""},
		{"25:00 thanked Dana", "", ""},
		{"9 amazing people", "", ""},
		{"19:300 thanked", "", ""},
		{"2:1 odds", "", ""},
		{"thanked Dana", "", ""},
	} {
		clock, rest, ok := leadingClock(c.text)
		if !ok {
			if c.want != "" {
				t.Errorf("%q begins with no time, want %s", c.text, c.want)
			}
		} else if clock.String() != c.want || c.text[rest:] != c.rest {
			t.Errorf("%q begins with %s, then %q; want %q, then %q", c.text, clock, c.text[rest:], c.want, c.rest)
		}
	}
}

func TestReadDuration(t *testing.T) {
	for text, want := range map[string]time.Duration{
		"90m": 90 * time.Minute, "45 min": 45 * time.Minute, "45": 45 * time.Minute, "45 mins.": 45 * time.Minute,
		"1h": time.Hour, "2 hours": 2 * time.Hour, "1 hr": time.Hour, "24h": 24 * time.Hour,
		"1h30": 90 * time.Minute, "1h 30m": 90 * time.Minute, "1h30m": 90 * time.Minute, "1 hour 5 minutes": 65 * time.Minute,
		"1 hour and 30 min": 90 * time.Minute, "1:30": 90 * time.Minute, "0:45": 45 * time.Minute,
		"1.5h": 90 * time.Minute, "1,5 h": 90 * time.Minute, "0.75 hours": 45 * time.Minute, ".5h": 0, " 90m ": 90 * time.Minute,
	} {
		got, f := readDuration(text)
		if want == 0 && f != nil {
			continue
		}
		if f != nil {
			t.Errorf("%q: refused: %s", text, f.message)
		} else if got != want {
			t.Errorf("%q reads as %s, want %s", text, got, want)
		}
	}
}

func TestReadDurationRefuses(t *testing.T) {
	for _, text := range []string{
		"0", "0m", "0h00", "-30", "-1h", "25h", "24h01", "90h", "1441", "99999999999999999999m", "1.5", "1h 90 x", "1:90", "1:5",
		"1.5h30", "30s", "half an hour", "1h 30 m 5", "", "h", "m30", "1d",
	} {
		d, f := readDuration(text)
		if f == nil {
			t.Errorf("%q reads as %s", text, d)
		} else if f.id != BadValue || !strings.Contains(f.hint, "1h30") || text[f.start:f.end] != text {
			t.Errorf("%q: %s at %d to %d: %s (%s)", text, f.id, f.start, f.end, f.message, f.hint)
		}
	}
}
