package render

import (
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-ical"
	"pgregory.net/rapid"

	"debrief/report"
)

// shown is where an item is in the calendar.
func shown(t *testing.T, it report.Item, now time.Time) string {
	t.Helper()
	it.ID, it.Title, it.Urgency = "it", "Do it", report.Due
	r := &report.Report{Now: now, Zone: now.Location(), Items: []report.Item{it}}
	r.Counts.Entries = 1
	e := readCalendar(t, rendered(t, icsFormat(), r, Options{})).Events()[0]
	s := e.Props.Get(ical.PropDateTimeStart).Value + " " + e.Props.Get(ical.PropDateTimeEnd).Value
	for _, alarm := range e.Children {
		s += " " + alarm.Props.Get(ical.PropTrigger).Value
	}
	return s
}

func TestWhereItemsAreShown(t *testing.T) {
	zone := berlin(t)
	at := func(month, day, hour int) time.Time {
		return time.Date(2026, time.Month(month), day, hour, 0, 0, 0, zone)
	}
	now := at(11, 19, 20)
	tokyo := time.FixedZone("", 9*3600)
	tests := map[string]struct {
		item report.Item
		want string
	}{
		"a deadline ahead": {
			report.Item{Last: at(11, 20, 15), ChangedAt: at(11, 19, 15)},
			"20261120T133000Z 20261120T140000Z -PT90M",
		},
		"a deadline in a minute": {
			report.Item{Last: now.Add(time.Minute)}, "20261119T183100Z 20261119T190100Z -PT90M",
		},
		"the end of a day": {
			report.Item{Last: at(11, 21, 0), LastIsDay: true}, "20261120 20261121 PT9H",
		},
		"the end of a day far away": {
			report.Item{Last: time.Date(2026, 11, 22, 0, 0, 0, 0, tokyo), LastIsDay: true}, "20261121 20261122 PT9H",
		},
		"midnight, which ends a day": {
			report.Item{Last: at(11, 25, 0)}, "20261124 20261125 PT9H",
		},
		"overdue for two days, asked for until next week": {
			report.Item{Last: at(11, 17, 18), ChangedAt: at(11, 17, 18), ChangesAt: at(11, 24, 18)}, "20261117 20261124",
		},
		"overdue, asked for until a day has ended": {
			report.Item{Last: at(11, 17, 0), ChangedAt: at(11, 17, 0), ChangesAt: at(11, 22, 0)}, "20261117 20261122",
		},
		"overdue for good": {
			report.Item{Last: at(10, 1, 9), ChangedAt: at(10, 1, 9)}, "20261119 20261126",
		},
		"overdue for good, a day before": {
			report.Item{Last: at(10, 2, 9), ChangedAt: at(10, 2, 9)}, "20261113 20261120",
		},
		"no deadline": {
			report.Item{Since: at(11, 18, 9), ChangedAt: at(11, 18, 9)}, "20261118 20261125",
		},
		"overdue already, with its last moment ahead": {
			report.Item{Due: at(11, 19, 12), Last: at(11, 20, 12), ChangedAt: at(11, 19, 12)},
			"20261120T103000Z 20261120T110000Z -PT90M",
		},
		"nothing known":       {report.Item{}, "20261116 20261123"},
		"written ahead":       {report.Item{ChangedAt: at(11, 20, 3)}, "20261120 20261127"},
		"never":               {report.Item{Last: time.Date(9999, 12, 31, 0, 0, 0, 0, zone)}, "20261116 20261123"},
		"over a clock change": {report.Item{ChangedAt: at(10, 24, 23)}, "20261114 20261121"},
	}
	for name, tt := range tests {
		if got := shown(t, tt.item, now); got != tt.want {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
	}
}

// The calendar says the same for as long as it is true.
func TestCalendarStaysTheSame(t *testing.T) {
	r := evening(t)
	first := rendered(t, icsFormat(), r, Options{})
	next := icsNext(r, Options{})
	if want := r.Items[2].Last; !next.Equal(want) {
		t.Fatalf("changes at %v, want %v, the first deadline", next, want)
	}
	r.Now = next.Add(-time.Second)
	if rendered(t, icsFormat(), r, Options{}) != first {
		t.Error("it changed before its time")
	}
	if !icsNext(r, Options{}).Equal(next) {
		t.Error("it says another time now")
	}
	r.Now = next
	if rendered(t, icsFormat(), r, Options{}) == first || !icsNext(r, Options{}).After(next) {
		t.Error("it did not change in time")
	}
	if at := icsNext(&report.Report{Now: next, Counts: report.Counts{Entries: 1}}, Options{}); !at.IsZero() {
		t.Errorf("an empty calendar changes at %v", at)
	}
}

// Whatever the journal and the instant, a bar has today in it, and the calendar
// keeps to the time it said.
func TestBarsHaveTodayInThem(t *testing.T) {
	zone := berlin(t)
	rapid.Check(t, func(rt *rapid.T) {
		instant := func(name string) time.Time {
			return time.Unix(rapid.Int64Range(1_700_000_000, 1_800_000_000).Draw(rt, name), 0).In(zone)
		}
		now := instant("now")
		began := now.Add(-time.Duration(rapid.Int64Range(0, 1e17).Draw(rt, "for")))
		var until time.Time
		if rapid.Bool().Draw(rt, "ends") {
			until = now.Add(time.Duration(rapid.Int64Range(1, 1e15).Draw(rt, "still")))
		}
		var e, same event
		e.bar(began, until, now)
		today := now.Format(dateLayout)
		if e.start.Format(dateLayout) > today || e.end.Format(dateLayout) <= today {
			rt.Fatalf("%v to %v is not about %v", e.start, e.end, now)
		}
		if !e.until.After(now) {
			rt.Fatalf("over at %v", e.until)
		}
		same.bar(began, until, e.until.Add(-1))
		if !same.start.Equal(e.start) || !same.end.Equal(e.end) {
			rt.Fatalf("%v to %v, just before %v: %v to %v", e.start, e.end, e.until, same.start, same.end)
		}
	})
}

func TestMeetingsAreShown(t *testing.T) {
	zone := berlin(t)
	day := time.Date(2026, 11, 27, 0, 0, 0, 0, zone)
	r := idle(t)
	r.Meetings = []report.Meeting{
		{ID: "a", Company: "Acme", Round: "panel", Start: day.Add(14 * time.Hour), End: day.Add(15 * time.Hour)},
		{ID: "b", Start: day, End: day.AddDate(0, 0, 1), IsDay: true},
		{ID: "c", Company: "Never", Start: day.AddDate(8000, 0, 0), End: day.AddDate(8000, 0, 0)},
	}
	events := readCalendar(t, rendered(t, icsFormat(), r, Options{})).Events()
	if len(events) != 2 {
		t.Fatalf("%d events", len(events))
	}
	for i, want := range []string{
		"20261127 20261128 An unnamed company: interview TRANSPARENT",
		"20261127T130000Z 20261127T140000Z Acme: panel ",
	} {
		e := events[i]
		free := ""
		if p := e.Props.Get(ical.PropTransparency); p != nil {
			free = p.Value
		}
		got := strings.Join([]string{
			e.Props.Get(ical.PropDateTimeStart).Value, e.Props.Get(ical.PropDateTimeEnd).Value, textOf(t, e, ical.PropSummary), free,
		}, " ")
		if got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
