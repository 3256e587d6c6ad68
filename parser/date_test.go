package parser

import (
	"strings"
	"testing"
	"time"
)

// The 18th of November 2026 is a Wednesday.

func TestReadMoment(t *testing.T) {
	for _, spellings := range []struct {
		want string // as moment writes it
		of   string // one spelling a line
	}{
		{"2026-11-18", `
			2026-11-18
			2026/11/18
			2026.11.18
			2026‑11‑18
			2026 Nov 18
			2026-Nov-18
			18 Nov 2026
			18 nov 2026
			18 NOV 2026
			18 Nov. 2026
			18 Nov, 2026
			18 Nov 26
			18 Nov '26
			18-Nov-2026
			18-Nov-26
			18/Nov/2026
			18Nov2026
			18 November 2026
			18. November 2026
			18th November 2026
			18th of November 2026
			Nov 18 2026
			Nov 18, 2026
			Nov. 18, 2026
			Nov 18, '26
			November 18th, 2026
			November 18 2026
			18.11.2026
			18. 11. 2026
			18.11.26
			18/11/2026
			11/18/2026
			18-11-2026
			11/18/26
			Wed 18 Nov 2026
			Wed, 18 Nov 2026
			Wed. 18 Nov 2026
			(Wed) 18 Nov 2026
			wednesday, november 18, 2026
			2026-11-18 (Wed)
			2026-11-18 Wed
			2026-11-18, Wednesday
			18.11.2026 (Wednesday)`},
		{"2026-03-05", "5.3.2026\n5.3.26\n05.03.2026\n2026-3-5\n5 March 2026\nMar 5 2026"},
		{"2026-03-03", "3/3/2026\n3/3/26\n03-03-2026"},
		{"2026-04-03 or 2026-03-04", "3/4/26\n3/4/2026\n03/04/2026\n3-4-2026\nFri 3/4/26\nWed 3/4/2026"},
		{"2026-12-01", "1st Dec 2026\n1 december 2026\nTue 1 Dec 2026"},
		{"2026-09-02", "2nd Sept 2026\nSept 2, 2026\n2 sep 2026"},
		{"2024-02-29", "2024-02-29\n29.2.2024\nThurs 29 Feb 2024\nThur 29 Feb 2024"},
		{"2026-05-03", "may 3, 2026\n3 May 2026"},
		{"2031-12-31", "31-12-31"},
		{"2026-11-18 14:00", `
			2026-11-18 14:00
			2026-11-18T14:00
			2026-11-18t14:00
			2026-11-18 14:00:00
			2026-11-18T14:00:00.250
			2026-11-18  14:00
			2026-11-18, 14:00
			2026-11-18,14:00
			2026-11-18: 14:00
			2026-11-18 at 14:00
			2026-11-18 @ 14:00
			2026-11-18, at 2 pm
			2026-11-18, 2pm
			2026-11-18 2 PM
			2026-11-18 2:00 p.m.
			2026-11-18 02:00 PM
			2026-11-18 14.00
			2026-11-18 14h00
			2026-11-18 14h
			2026-11-18 14 Uhr
			2026-11-18 14.00 Uhr
			2026-11-18 Wed 14:00
			2026-11-18 (Wed) 14:00
			18.11.2026 14:00
			18 Nov 26 14:00
			11/18/2026 2:00 PM
			Wed 18 November 2026, 2:00 pm`},
		{"2026-11-18 14:00:07", "2026-11-18 14:00:07\n2026-11-18T14:00:07,5"},
		{"2026-11-18 00:00", "2026-11-18 0:00\n2026-11-18 12am\n2026-11-18 12:00 AM\n2026-11-18 00:00"},
		{"2026-11-18 12:00", "2026-11-18 noon\n2026-11-18 12pm\n2026-11-18 at noon"},
		{"2026-11-18 14:00 -05:00", `
			2026-11-18T14:00:00-05:00
			2026-11-18 14:00:00 -0500
			2026-11-18 14:00 -05:00
			2026-11-18 14:00-05:00
			2026-11-18T14:00:00-05
			2026-11-18 14:00 UTC-5
			2026-11-18 14:00 utc−5
			Wed, 18 Nov 2026 14:00:00 -0500`},
		{"2026-11-18 10:00 -11:00", "2026-11-18T10:00-11:00\n2026-11-18 10:00:00-11:00"},
		{"2026-11-18 14:00 +01:00", "2026-11-18T14:00+01:00\n2026-11-18 14:00 UTC+1\n2026-11-18 14:00 GMT+01:00\n2026-11-18 14:00+01"},
		{"2026-11-18 14:00 Z", "2026-11-18T14:00:00Z\n2026-11-18T14:00:00z\n2026-11-18 14:00Z\n2026-11-18T14:00:00.000Z\n2026-11-18 14:00 +00:00"},
		{"2026-11-18 14:00 UTC", "2026-11-18 14:00 UTC\n2026-11-18 14:00 (UTC)\n2026-11-18 2pm utc"},
		{"2026-11-18 14:00 America/New_York", "2026-11-18 14:00 ET\n2026-11-18 2pm EST\nNov 18, 2026, 2:00 PM America/New_York\n2026-11-18 14:00 america/new_york"},
		{"2026-11-18 14:00 CET", "2026-11-18 14:00 CET\n18.11.2026 14:00 Uhr CET\n18.11.2026 14:00 Uhr MEZ"},
		{"2026-11-18 14:00 Europe/Berlin", "2026-11-18 14:00 Europe/Berlin\n2026-11-18T14:00 (europe/berlin)"},
	} {
		for line := range strings.Lines(spellings.of) {
			text := strings.TrimSpace(line)
			if text == "" {
				continue
			}
			got, f := readMoment(text)
			if f != nil {
				t.Errorf("%q: refused: %s (%s)", text, f.message, f.hint)
				continue
			}
			if s := writeMoment(got); s != spellings.want {
				t.Errorf("%q reads as %s, want %s", text, s, spellings.want)
			}
			if want := (Span{0, len(text)}); got.Span != want {
				t.Errorf("%q: span %v, want %v", text, got.Span, want)
			}
		}
	}
}

// writeMoment writes what a moment says, in one form for all spellings.
func writeMoment(m Moment) string {
	s := m.Day.String()
	if m.Swapped != (Civil{}) {
		s += " or " + m.Swapped.String()
	}
	if m.HasClock {
		s += " " + m.Clock.String()
	}
	switch {
	case m.Zone == nil:
		return s
	case m.Offset && m.Zone == time.UTC:
		return s + " Z"
	}
	return s + " " + m.Zone.String()
}

func TestReadMomentTrims(t *testing.T) {
	for _, text := range []string{"  2026-11-18\n", "\t18 Nov 2026 "} {
		m, f := readMoment(text)
		if f != nil || strings.TrimSpace(text) != text[m.Span.Start:m.Span.End] {
			t.Errorf("%q: span %v, fault %v", text, m.Span, f)
		}
	}
}

func TestReadMomentRefuses(t *testing.T) {
	for _, c := range []struct {
		text string
		id   ProblemID
		hint string // a part of it
	}{
		{"2026-13-40", BadDate, "YYYY-MM-DD"},
		{"2026-02-29", BadDate, "2026-02-01 to 2026-02-28"},
		{"2026-02-30 14:00", BadDate, "2026-02-28"},
		{"31 Nov 2026", BadDate, "2026-11-30"},
		{"31/02/2026", BadDate, "2026-02-28"},
		{"2026-00-10", BadDate, "YYYY-MM-DD"},
		{"2026-11-00", BadDate, "2026-11-01"},
		{"2026-18-11", BadDate, "2026-11-18 if you mean 18 November 2026"},
		{"11.18.2026", BadDate, "write 2026-11-18 if you mean"},
		{"13/13/2026", BadDate, "YYYY-MM-DD"},
		{"20226-11-18", BadDate, "from 1970 to 2199"},
		{"18 Nov 20226", BadDate, "from 1970 to 2199"},
		{"1969-12-31", BadDate, "from 1970 to 2199"},
		{"2200-01-01", BadDate, "from 1970 to 2199"},
		{"0001-01-01", BadDate, "from 1970 to 2199"},
		{"226-11-18", BadDate, "YYYY-MM-DD"},
		{"20261118", BadDate, "write 2026-11-18"},
		{"2026-11", BadDate, "2026-11-DD"},
		{"Nov 2026", BadDate, "2026-11-DD"},
		{"2026-W47-3", BadDate, "YYYY-MM-DD"},
		{"2026", BadDate, "YYYY-MM-DD"},
		{"2026-11-18-panel", BadDate, "YYYY-MM-DD"},
		{"2026-11/18", BadDate, "YYYY-MM-DD"},
		{"18. März 2026", BadDate, "write 2026-03-18"},
		{"3 août 2026", BadDate, "write 2026-08-03"},
		{"18 Novmber 2026", BadDate, "write 2026-11-18"},
		{"18 Xyz 2026", BadDate, "2026-MM-18"},
		{"२०२६-११-१८", BadDate, "YYYY-MM-DD"},
		{"soon", BadDate, "YYYY-MM-DD"},
		{"May", BadDate, "YYYY-MM-DD"},
		{"", BadDate, "YYYY-MM-DD"},
		{"2026-11-18 25:00", BadDate, "HH:MM"},
		{"2026-11-18 14:60", BadDate, "HH:MM"},
		{"2026-11-18T14:00:60Z", BadDate, "HH:MM"},
		{"2026-11-18 24:00", BadDate, "00:00 of the next day"},
		{"2026-11-18 14", BadDate, "alone: 2026-11-18"},
		{"2026-11-18 midnight", BadDate, "2026-11-18 00:00 for the start"},
		{"2026-11-18 14:00-15:00", BadDate, "ends: 15:00"},
		{"2026-11-18 14:00 – 15:30", BadDate, "ends: 15:30"},
		{"2026-11-18 1-2pm", BadDate, "alone: 2026-11-18"},
		{"2026-11-18 14:00-15", BadDate, "alone: 2026-11-18 14:00"},
		{"2026-11-18 14:00 with Dana", BadDate, "alone: 2026-11-18 14:00"},

		{"26-11-18", AmbiguousDate, "2026-11-18 or 2018-11-26"},
		{"03-04-05", AmbiguousDate, "2003-04-05 or 2005-04-03 or 2005-03-04"},

		{"Tue 18 Nov 2026", WeekdayMismatch, "2026-11-18 if the date is right, or 2026-11-17"},
		{"2026-11-18 (Fri)", WeekdayMismatch, "2026-11-20"},
		{"Sunday, 2026-11-18 14:00", WeekdayMismatch, "2026-11-15"},
		{"Mon 3/4/26", WeekdayMismatch, "YYYY-MM-DD"},

		{"18 Nov", MissingYear, "YYYY-11-18"},
		{"Nov 18", MissingYear, "YYYY-11-18"},
		{"Wed, Nov 18", MissingYear, "YYYY-11-18"},
		{"18 Nov 14:00", MissingYear, "YYYY-11-18"},
		{"November 18th at 2pm", MissingYear, "YYYY-11-18"},
		{"29 Feb", MissingYear, "YYYY-02-29"},
		{"18.11.", MissingYear, "YYYY-11-18"},
		{"18/11", MissingYear, "YYYY-11-18"},
		{"3/4", MissingYear, "YYYY-04-03 or YYYY-03-04"},
		{"11-18", MissingYear, "YYYY-11-18"},

		{"yesterday", RelativeDate, "YYYY-MM-DD"},
		{"Today", RelativeDate, "YYYY-MM-DD"},
		{"tomorrow 14:00", RelativeDate, "YYYY-MM-DD"},
		{"tonight", RelativeDate, "YYYY-MM-DD"},
		{"now", RelativeDate, "YYYY-MM-DD"},
		{"last Friday", RelativeDate, "YYYY-MM-DD"},
		{"next week", RelativeDate, "YYYY-MM-DD"},
		{"last May", RelativeDate, "YYYY-MM-DD"},
		{"this morning", RelativeDate, "YYYY-MM-DD"},
		{"2 days ago", RelativeDate, "YYYY-MM-DD"},
		{"a week ago", RelativeDate, "YYYY-MM-DD"},
		{"in 3 days", RelativeDate, "YYYY-MM-DD"},
		{"Friday", RelativeDate, "YYYY-MM-DD"},
		{"Fri 14:00", RelativeDate, "YYYY-MM-DD"},

		{"2026-11-18 14:00 IST", AmbiguousZone, "Asia/Kolkata, Europe/Dublin or Asia/Jerusalem"},
		{"2026-11-18 2pm CST", AmbiguousZone, "America/Chicago"},
		{"2026-11-18 10:00-11:00", AmbiguousZone, "ends: 11:00; or 2026-11-18T10:00:00-11:00"},
		{"2026-11-18 14:00 europe/berln", UnknownZone, "write Europe/Berlin"},
		{"2026-11-18 14:00 New York", UnknownZone, "write America/New_York"},
		{"2026-11-18 14:00 Berlin", UnknownZone, "write Europe/Berlin"},
		{"2026-11-18 14:00 XYZ", UnknownZone, "such as Europe/Berlin"},
		{"2026-11-18T14:00:00+25:00", UnknownZone, "-12:00 to +14:00"},
	} {
		text := " " + c.text
		m, f := readMoment(text)
		if f == nil {
			t.Errorf("%q reads as %s, want %s", c.text, writeMoment(m), c.id)
			continue
		}
		if f.id != c.id || !strings.Contains(f.hint, c.hint) {
			t.Errorf("%q: %s: %s (%s), want %s with the hint %q", c.text, f.id, f.message, f.hint, c.id, c.hint)
		}
		if c.text != "" && text[f.start:f.end] != c.text {
			t.Errorf("%q: the fault spans %q", c.text, text[f.start:f.end])
		}
	}
}

func TestLeadingMoment(t *testing.T) {
	for _, c := range []struct{ text, want, rest string }{
		{"2026-11-18 19:30 thanked Dana", "2026-11-18 19:30", " thanked Dana"},
		{"2026-11-18 thanked Dana", "2026-11-18", " thanked Dana"},
		{"18 Nov 2026: applied", "2026-11-18", ": applied"},
		{"Wed 18 November 2026, 2:30 pm met Li", "2026-11-18 14:30", " met Li"},
		{"11/18/2026 told Jane", "2026-11-18", " told Jane"},
		{"3/4/26 told Jane", "2026-04-03 or 2026-03-04", " told Jane"},
		{"18 Nov 26 thanked Dana", "2026-11-18", " thanked Dana"},
		{"18.11.2026 thanked Dana", "2026-11-18", " thanked Dana"},
		{"2026-11-18, thanked Dana", "2026-11-18", ", thanked Dana"},
		{"2026-11-18 – thanked Dana", "2026-11-18", " – thanked Dana"},
		{"2026-11-18 19:30 - thanked Dana", "2026-11-18 19:30", " - thanked Dana"},
		{"2026-11-18: 19:30 thanked Dana", "2026-11-18 19:30", " thanked Dana"},
		{"2026-11-18 at Acme", "2026-11-18", " at Acme"},
		{"2026-11-18 2 people", "2026-11-18", " 2 people"},
		{"2026-11-18 2h of practice", "2026-11-18", " 2h of practice"},
		{"2026-11-18 may need more", "2026-11-18", " may need more"},
		{"2026-11-18 sat with Dana", "2026-11-18", " sat with Dana"},
		{"2026-11-18 Sun was out", "2026-11-18", " Sun was out"},
		{"2026-11-18 Wed thanked Dana", "2026-11-18", " thanked Dana"},
		{"2026-11-18 19:30 met Li", "2026-11-18 19:30", " met Li"},
		{"2026-11-18 19:30 MET LI", "2026-11-18 19:30", " MET LI"},
		{"2026-11-18 19:30 est Dana", "2026-11-18 19:30", " est Dana"},
		{"2026-11-18 19:30 ACME called", "2026-11-18 19:30", " ACME called"},
		{"2026-11-18 19:30 Acme/Globex called", "2026-11-18 19:30", " Acme/Globex called"},
		{"2026-11-18 19:30 CET thanked Dana", "2026-11-18 19:30 CET", " thanked Dana"},
		{"2026-11-18 19:30 Europe/Berlin: thanked", "2026-11-18 19:30 Europe/Berlin", ": thanked"},
		{"2026-11-18 19:30 +01:00 thanked", "2026-11-18 19:30 +01:00", " thanked"},
		{"2026-11-18 19:30 UTC+5:30 thanked", "2026-11-18 19:30 +05:30", " thanked"},
		{"2026-11-18T19:30:00Z thanked", "2026-11-18 19:30 Z", " thanked"},
		{"2026-03-12 14:00 with Dana Reyes", "2026-03-12 14:00", " with Dana Reyes"},
		{"  2026-11-18 thanked", "2026-11-18", " thanked"},

		{"2026-13-40 thanked Dana", "bad-date", " thanked Dana"},
		{"2026-13-40 19:30 thanked Dana", "bad-date", " thanked Dana"},
		{"2026-11-18 25:00 thanked Dana", "bad-date", " thanked Dana"},
		{"2026-11-18 14:00-15:00 met Li", "bad-date", " met Li"},
		{"Nov 2026: applied", "bad-date", ": applied"},
		{"18 Nov thanked Dana", "missing-year", " thanked Dana"},
		{"Nov 18 19:30 thanked Dana", "missing-year", " thanked Dana"},
		{"18.11. thanked Dana", "missing-year", " thanked Dana"},
		{"Tue 18 Nov 2026 thanked Dana", "weekday-mismatch", " thanked Dana"},
		{"2026-11-18 Thursday thanked Dana", "weekday-mismatch", " thanked Dana"},
		{"yesterday thanked Dana", "relative-date", " thanked Dana"},
		{"Yesterday 19:30 thanked Dana", "relative-date", " thanked Dana"},
		{"last night thanked Dana", "relative-date", " thanked Dana"},
		{"Friday thanked Dana", "relative-date", " thanked Dana"},
		{"Fri: thanked Dana", "relative-date", ": thanked Dana"},
		{"26-11-18 thanked Dana", "ambiguous-date", " thanked Dana"},
		{"2026-11-18 19:30 IST thanked Dana", "ambiguous-zone", " thanked Dana"},
		{"2026-11-18 19:30 Europe/Berln thanked", "unknown-zone", " thanked"},
	} {
		m, rest, f, ok := leadingMoment(c.text)
		got := "no date"
		if f != nil {
			got = string(f.id)
			if f.end != rest {
				t.Errorf("%q: the fault ends at %d, the date at %d", c.text, f.end, rest)
			}
		} else if ok {
			got = writeMoment(m)
		}
		if got != c.want || ok && c.text[rest:] != c.rest {
			t.Errorf("%q begins with %s, then %q; want %s, then %q", c.text, got, c.text[rest:], c.want, c.rest)
		}
	}
}

func TestLeadingMomentLeavesProseAlone(t *testing.T) {
	for _, text := range []string{
		"", " ", "thanked Dana", "met at 3", "met Li", "may need to ask", "may 3 people join", "May be late",
		"march on", "march 20 miles", "March was long", "sun was out", "Sun was out", "sat with Dana", "Sat with Dana",
		"wed in June", "mon ami", "Sunday Adeyemi", "April Jones", "June called", "Jan Novak", "august company",
		"next steps", "last words", "this may take", "in three rounds", "in 2027", "2 rounds", "two offers",
		"3 coffees", "2.5 hours of practice", "20 minutes", "19:30 thanked Dana", "2026 was long", "2026 goals",
		"2026-11-18-panel.md is done", "2026-11-18_notes", "555-12-3456", "0171-12-34", "12-34-56", "99/99/99",
		"1.2.3 released", "v2026-11-18", "2nd round", "10am", "C++ 2026",
	} {
		if m, rest, f, ok := leadingMoment(text); ok {
			t.Errorf("%q begins with the date %q: %s, %v", text, text[:rest], writeMoment(m), f)
		}
	}
}

func BenchmarkReadMoment(b *testing.B) {
	for _, text := range []string{"2026-11-18 14:00", "Wed 18 November 2026, 2:30 pm", "2026-11-18T14:00:00-05:00"} {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, f := readMoment(text); f != nil {
					b.Fatal(f.message)
				}
			}
		})
	}
}
