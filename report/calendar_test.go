package report

import (
	"testing"
	"time"

	"debrief/parser"
)

func civil(y, m, d int) parser.Civil { return parser.Civil{Year: y, Month: time.Month(m), Day: d} }

func TestAddDaysKeepsTheWallClock(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ from, want string }{
		{"2026-10-24T14:00:00+02:00", "2026-10-31T14:00:00+01:00"},
		{"2026-03-28T14:00:00+01:00", "2026-04-04T14:00:00+02:00"},
		{"2026-03-22T02:30:00+01:00", "2026-03-29T03:00:00+02:00"}, // 02:30 is skipped
		{"2026-10-18T02:30:00+02:00", "2026-10-25T02:30:00+02:00"}, // twice: the first
	} {
		if got := addDays(moment(t, c.from), 7, berlin); !got.Equal(moment(t, c.want)) {
			t.Errorf("7 days after %s is %s, want %s", c.from, got, c.want)
		}
	}
}

func TestWorkingDays(t *testing.T) {
	usual := newCalendar(parser.Search{Holidays: []parser.Civil{civil(2026, 12, 25)}})
	for _, c := range []struct {
		from parser.Civil
		n    int
		want parser.Civil
	}{
		{civil(2026, 11, 18), 2, civil(2026, 11, 20)},
		{civil(2026, 11, 20), 1, civil(2026, 11, 23)}, // over a weekend
		{civil(2026, 11, 21), 1, civil(2026, 11, 23)}, // from a Saturday
		{civil(2026, 12, 24), 1, civil(2026, 12, 28)}, // over a holiday
		{civil(2026, 11, 18), 0, civil(2026, 11, 18)},
	} {
		if got := usual.workingDay(c.from, c.n); got != c.want {
			t.Errorf("%d working days after %s is %s, want %s", c.n, c.from, got, c.want)
		}
	}
	friday := newCalendar(parser.Search{Working: [7]bool{time.Friday: true}})
	if got := friday.workingDay(civil(2026, 11, 20), 2); got != civil(2026, 12, 4) {
		t.Errorf("two Fridays after Friday is %s", got)
	}
}

func TestUnpaused(t *testing.T) {
	c := newCalendar(parser.Search{Paused: []parser.Pause{
		{From: civil(2026, 11, 5), To: civil(2026, 11, 6)},
		{From: civil(2026, 12, 20)},
	}})
	if got, ok := c.unpaused(civil(2026, 11, 4), 1); !ok || got != civil(2026, 11, 7) {
		t.Errorf("the day after a pause is %s, %v", got, ok)
	}
	if got, ok := c.unpaused(civil(2026, 12, 18), 2); ok {
		t.Errorf("a pause without an end ends on %s", got)
	}
}

func TestMonday(t *testing.T) {
	for _, day := range []parser.Civil{civil(2026, 11, 16), civil(2026, 11, 19), civil(2026, 11, 22)} {
		if got := mondayOf(day); got != civil(2026, 11, 16) {
			t.Errorf("the Monday of %s is %s", day, got)
		}
	}
}
