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
	usual := newCalendar(parser.Search{
		Holidays: []parser.Civil{civil(2026, 12, 24), civil(2026, 12, 25), civil(2026, 12, 26), civil(2026, 12, 28)},
		Paused:   []parser.Pause{{From: civil(2027, 1, 5), To: civil(2027, 1, 6)}},
	})
	for _, c := range []struct {
		why  string
		from parser.Civil
		n    int
		want parser.Civil
	}{
		{"the same day", civil(2026, 11, 18), 0, civil(2026, 11, 18)},
		{"within a week", civil(2026, 11, 18), 2, civil(2026, 11, 20)},
		{"over a weekend", civil(2026, 11, 20), 1, civil(2026, 11, 23)},
		{"from a Saturday", civil(2026, 11, 21), 1, civil(2026, 11, 23)},
		{"two weeks", civil(2026, 11, 18), 10, civil(2026, 12, 2)},
		{"over holidays in a row and a weekend", civil(2026, 12, 23), 1, civil(2026, 12, 29)},
		{"from a holiday", civil(2026, 12, 25), 2, civil(2026, 12, 30)},
		{"over a pause", civil(2027, 1, 4), 1, civil(2027, 1, 7)},
		{"from within a pause", civil(2027, 1, 5), 1, civil(2027, 1, 7)},
	} {
		if got, ok := usual.workingDay(c.from, c.n); !ok || got != c.want {
			t.Errorf("%s: %d working days after %s is %s, want %s", c.why, c.n, c.from, got, c.want)
		}
	}
	friday := newCalendar(parser.Search{Working: [7]bool{time.Friday: true}})
	if got, ok := friday.workingDay(civil(2026, 11, 20), 2); !ok || got != civil(2026, 12, 4) {
		t.Errorf("two Fridays after Friday is %s", got)
	}
}

func TestNoWorkingDays(t *testing.T) {
	none := calendar{} // nothing that search.md can ask for, and no reason to hang
	if got, ok := none.workingDay(civil(2026, 11, 20), 1); ok {
		t.Errorf("without working days there is one on %s", got)
	}
	paused := newCalendar(parser.Search{Paused: []parser.Pause{{From: civil(2026, 11, 21)}}})
	if got, ok := paused.workingDay(civil(2026, 11, 20), 1); ok {
		t.Errorf("a pause without an end has a working day on %s", got)
	}
}

// TestWorkingDeadlines holds deadlines in working days to the end of the day in
// the search's zone, clock changes included.
func TestWorkingDeadlines(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	v := newView(&parser.Journal{Zone: berlin}, moment(t, "2026-10-20T09:00:00+02:00"), settings{})
	late := parser.When{Precision: parser.Instant, Time: moment(t, "2026-10-22T23:30:00Z")} // the 23rd in Berlin
	d := v.workingDaysAfter(late, 1)
	if want := moment(t, "2026-10-27T00:00:00+01:00"); !d.at.Equal(want) || !d.day {
		t.Errorf("one working day after Friday night ends %s, want %s", d.at, want)
	}
	if got, want := v.unpausedAfter(d, 14), moment(t, "2026-11-10T00:00:00+01:00"); !got.at.Equal(want) {
		t.Errorf("14 days on it is %s, want %s", got.at, want)
	}
	if got := v.workingDaysAfter(parser.When{}, 1); !got.never() {
		t.Errorf("working days after nothing end %s", got.at)
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
