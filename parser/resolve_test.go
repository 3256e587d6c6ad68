package parser

import (
	"strings"
	"testing"
	"time"
)

func zoneForTest(t testing.TB, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

func TestMomentIn(t *testing.T) {
	for _, c := range []struct {
		text, zone string
		order      DateOrder
		want       string // RFC 3339, of a day its start; "" when refused
		id         ProblemID
		hint       string
	}{
		{text: "2026-11-18", zone: "Europe/Berlin", want: "day 2026-11-18T00:00:00+01:00"},
		{text: "2026-11-18 14:00", zone: "Europe/Berlin", want: "2026-11-18T14:00:00+01:00"},
		{text: "2026-07-18 14:00", zone: "Europe/Berlin", want: "2026-07-18T14:00:00+02:00"},
		{text: "2026-11-18T14:00:00-05:00", zone: "Europe/Berlin", want: "2026-11-18T14:00:00-05:00"},
		{text: "2026-11-18 14:00 Asia/Tokyo", zone: "Europe/Berlin", want: "2026-11-18T14:00:00+09:00"},
		{text: "2026-11-18T14:00:00Z", zone: "Europe/Berlin", want: "2026-11-18T14:00:00Z"},
		{text: "2026-07-18 14:00 ET", zone: "UTC", want: "2026-07-18T14:00:00-04:00"},
		{text: "2026-07-18 14:00 CET", zone: "UTC", want: "2026-07-18T14:00:00+02:00"},
		{text: "2026-11-18 14:00 EST", zone: "UTC", want: "2026-11-18T14:00:00-05:00"},
		{text: "2026-07-18 14:00 EDT", zone: "UTC", want: "2026-07-18T14:00:00-04:00"},
		{text: "2026-07-18 14:00 EST", zone: "UTC", id: AmbiguousZone, hint: "write 2026-07-18 14:00 America/New_York for the clock there, or 2026-07-18 14:00 -05:00"},
		{text: "2026-11-18 14:00 CEST", zone: "UTC", id: AmbiguousZone, hint: "2026-11-18 14:00 +02:00"},
		{text: "2026-07-18 14:00", zone: "EST", id: AmbiguousZone, hint: "America/New_York"},

		{text: "3/4/26", zone: "UTC", id: AmbiguousDate, hint: "write 2026-04-03 or 2026-03-04; or say the order once, in search.md: date_order: dmy"},
		{text: "3/4/26", zone: "UTC", order: OrderDMY, want: "day 2026-04-03T00:00:00Z"},
		{text: "3/4/26", zone: "UTC", order: OrderMDY, want: "day 2026-03-04T00:00:00Z"},
		{text: "3/4/2026 2pm", zone: "UTC", order: OrderMDY, want: "2026-03-04T14:00:00Z"},
		{text: "18/11/2026", zone: "UTC", order: OrderMDY, want: "day 2026-11-18T00:00:00Z"},
		{text: "11/18/2026", zone: "UTC", order: OrderDMY, want: "day 2026-11-18T00:00:00Z"},
		{text: "5.3.2026", zone: "UTC", order: OrderMDY, want: "day 2026-03-05T00:00:00Z"},
		{text: "Fri 3/4/26", zone: "UTC", want: "day 2026-04-03T00:00:00Z"},
		{text: "Wed 3/4/26", zone: "UTC", want: "day 2026-03-04T00:00:00Z"},
		{text: "Wed 3/4/26", zone: "UTC", order: OrderMDY, want: "day 2026-03-04T00:00:00Z"},
		{text: "Wed 3/4/26", zone: "UTC", order: OrderDMY, id: WeekdayMismatch, hint: "2026-04-03"},

		{text: "2026-03-29 01:59", zone: "Europe/Berlin", want: "2026-03-29T01:59:00+01:00"},
		{text: "2026-03-29 02:00", zone: "Europe/Berlin", id: SkippedTime, hint: "write 2026-03-29 01:00 or 2026-03-29 03:00"},
		{text: "2026-03-29 02:30", zone: "Europe/Berlin", id: SkippedTime, hint: "write 2026-03-29 01:30 or 2026-03-29 03:30"},
		{text: "2026-03-29 03:00", zone: "Europe/Berlin", want: "2026-03-29T03:00:00+02:00"},
		{text: "2026-03-08 02:30 ET", zone: "UTC", id: SkippedTime, hint: "2026-03-08 03:30"},
		{text: "2026-03-29 02:30 +01:00", zone: "Europe/Berlin", want: "2026-03-29T02:30:00+01:00"},
		{text: "2026-10-25 01:59", zone: "Europe/Berlin", want: "2026-10-25T01:59:00+02:00"},
		{text: "2026-10-25 02:30", zone: "Europe/Berlin", want: "2026-10-25T02:30:00+02:00", id: RepeatedTime, hint: "write 2026-10-25T02:30:00+02:00 or 2026-10-25T02:30:00+01:00"},
		{text: "2026-10-25 03:00", zone: "Europe/Berlin", want: "2026-10-25T03:00:00+01:00"},
		{text: "2026-11-01 01:30 EST", zone: "UTC", want: "2026-11-01T01:30:00-05:00"},
		{text: "2026-11-01 01:30 EDT", zone: "UTC", want: "2026-11-01T01:30:00-04:00"},
		{text: "2026-10-04 02:15", zone: "Australia/Lord_Howe", id: SkippedTime, hint: "write 2026-10-04 01:45 or 2026-10-04 02:45"},
		{text: "2018-11-04", zone: "America/Sao_Paulo", want: "day 2018-11-04T01:00:00-02:00"},
		{text: "2018-11-04 00:30", zone: "America/Sao_Paulo", id: SkippedTime, hint: "2018-11-04 01:30"},
		{text: "2088-12-31 18:28", zone: "Europe/Berlin", want: "2088-12-31T18:28:00+01:00"},
		{text: "2088-12-31", zone: "America/New_York", want: "day 2088-12-31T00:00:00-05:00"},
		{text: "2011-12-30", zone: "Pacific/Apia", id: SkippedTime, hint: "write 2011-12-29 or 2011-12-31"},
		{text: "2011-12-30 12:00", zone: "Pacific/Apia", id: SkippedTime, hint: "write 2011-12-29 12:00 or 2011-12-31 12:00"},
	} {
		m, f := readMoment(c.text)
		if f != nil {
			t.Errorf("%q: refused: %s", c.text, f.message)
			continue
		}
		zone, _, f := readZone(c.zone)
		if f != nil {
			t.Fatalf("%s: %s", c.zone, f.message)
		}
		when, faults := m.shift(100).in(zone, c.order)
		got := ""
		if when.Known() {
			got = when.Time.Format(time.RFC3339)
			if when.IsDay() {
				got = "day " + got
			}
		}
		if got != c.want {
			t.Errorf("%q in %s is %q, want %q", c.text, c.zone, got, c.want)
		}
		switch {
		case len(faults) == 0 && c.id == "":
		case len(faults) != 1 || faults[0].id != c.id || !strings.Contains(faults[0].hint, c.hint):
			t.Errorf("%q in %s: %+v, want %s with the hint %q", c.text, c.zone, faults, c.id, c.hint)
		case faults[0].start != 100 || faults[0].end != 100+len(c.text):
			t.Errorf("%q in %s: the fault spans %d to %d", c.text, c.zone, faults[0].start, faults[0].end)
		}
	}
}

func TestCivilStartAndEnd(t *testing.T) {
	for _, c := range []struct{ zone, day, start, end string }{
		{"Europe/Berlin", "2026-11-18", "2026-11-18T00:00:00+01:00", "2026-11-19T00:00:00+01:00"},
		{"Europe/Berlin", "2026-03-29", "2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00"},
		{"America/Sao_Paulo", "2018-11-04", "2018-11-04T01:00:00-02:00", "2018-11-05T00:00:00-02:00"},
		{"America/Sao_Paulo", "2018-11-03", "2018-11-03T00:00:00-03:00", "2018-11-04T01:00:00-02:00"},
		{"America/Sao_Paulo", "2018-02-17", "2018-02-17T00:00:00-02:00", "2018-02-18T00:00:00-03:00"},
		{"Asia/Beirut", "2026-03-29", "2026-03-29T01:00:00+03:00", "2026-03-30T00:00:00+03:00"},
		{"Africa/Cairo", "2026-04-24", "2026-04-24T01:00:00+03:00", "2026-04-25T00:00:00+03:00"},
		{"America/Havana", "2026-11-01", "2026-11-01T00:00:00-04:00", "2026-11-02T00:00:00-05:00"},
		{"Pacific/Apia", "2011-12-30", "2011-12-31T00:00:00+14:00", "2011-12-31T00:00:00+14:00"},
		{"Pacific/Apia", "2011-12-29", "2011-12-29T00:00:00-10:00", "2011-12-31T00:00:00+14:00"},
		{"UTC", "2026-12-31", "2026-12-31T00:00:00Z", "2027-01-01T00:00:00Z"},
	} {
		zone := zoneForTest(t, c.zone)
		m, f := readMoment(c.day)
		if f != nil {
			t.Fatal(f.message)
		}
		if got := m.Day.Start(zone).Format(time.RFC3339); got != c.start {
			t.Errorf("%s in %s begins at %s, want %s", c.day, c.zone, got, c.start)
		}
		if got := m.Day.End(zone).Format(time.RFC3339); got != c.end {
			t.Errorf("%s in %s ends at %s, want %s", c.day, c.zone, got, c.end)
		}
	}
}

func TestOnDayInAGapIsTheInstantAfterIt(t *testing.T) {
	berlin := zoneForTest(t, "Europe/Berlin")
	got := OnDay(Civil{2026, time.March, 29}, Clock{Hour: 2, Minute: 30}, berlin)
	if want := "2026-03-29T03:00:00+02:00"; got.Format(time.RFC3339) != want {
		t.Errorf("got %s, want %s", got.Format(time.RFC3339), want)
	}
}

func TestCivil(t *testing.T) {
	day := Civil{2026, time.November, 18}
	for _, c := range []struct {
		days int
		want string
	}{{0, "2026-11-18"}, {1, "2026-11-19"}, {13, "2026-12-01"}, {-18, "2026-10-31"}, {365, "2027-11-18"}, {-1000, "2024-02-22"}} {
		got := day.AddDays(c.days)
		if got.String() != c.want || day.DaysUntil(got) != c.days {
			t.Errorf("%s and %d days: %s, %d days away", day, c.days, got, day.DaysUntil(got))
		}
	}
	for _, c := range []Civil{{}, {2026, 2, 29}, {2026, 13, 1}, {2026, 0, 1}, {2026, 1, 0}, {2026, 4, 31}, {-1, 1, 1}, {10000, 1, 1}} {
		if c.Valid() {
			t.Errorf("%+v is valid", c)
		}
	}
	if leap := (Civil{2024, time.February, 29}); !leap.Valid() || leap.Weekday() != time.Thursday || leap.Compare(day) != -1 {
		t.Errorf("%s: valid %v, %s", leap, leap.Valid(), leap.Weekday())
	}
}

func TestFaultBecomesAProblem(t *testing.T) {
	src := &Source{Path: "acme.md", Text: "---\napplied: 18. März 2026\n---\n"}
	base := strings.Index(src.Text, "18.")
	_, f := readMoment("18. März 2026")
	p := f.problem(src, base)
	if p.ID != BadDate || p.Path() != "acme.md" || p.Start() != (LineColumn{2, 10}) || p.Hint == "" || p.Message == "" {
		t.Errorf("got %+v", p)
	}
	if len(p.Fixes) != 1 || p.Fixes[0] != (Fix{p.Span, "2026-03-18"}) {
		t.Errorf("fixes: %+v", p.Fixes)
	}
}
