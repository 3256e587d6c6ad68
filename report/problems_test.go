package report

import (
	"slices"
	"testing"

	"debrief/parser"
)

func TestFutureEvents(t *testing.T) {
	journal := func(body string) string {
		return "-- search.md --\n---\ntimezone: Europe/Berlin\n---\n" + body
	}
	const when = "2026-11-18T20:00:00+01:00"
	for _, c := range []struct {
		name, journal string
		problem       string
	}{
		{"tomorrow", journal("-- log.md --\n- 2026-11-19 applied to Initech as Engineer\n"), ""},
		{"in two days", journal("-- log.md --\n- 2026-11-20 applied to Initech as Engineer\n"), "2026-11-20 applied to Initech as Engineer"},
		{"in 24 hours", journal("-- log.md --\n- 2026-11-19 20:00 applied to Initech as Engineer\n"), ""},
		{"in more than 24 hours", journal("-- log.md --\n- 2026-11-19 20:01 applied to Initech as Engineer\n"), "2026-11-19 20:01 applied to Initech as Engineer"},
		{"an interview ahead", journal(round("date: 2026-11-25 14:00")), ""},
		{"a scheduled one", journal(round("date: 2026-11-25 14:00", "status: scheduled")), ""},
		{"a cancelled one", journal(round("date: 2026-11-25 14:00", "status: cancelled")), ""},
		{"one that is done", journal(round("date: 2026-11-25 14:00", "status: done")), "2026-11-25 14:00"},
		{"a thank-you", journal(round("date: 2026-11-17 14:00", "thanked: 2026-11-27")), "2026-11-27"},
		{"an offer in writing", journal(inPlay("offer: {accepted: 2026-11-12, written: 2026-12-25}", "")), "2026-12-25"},
		{"an offer in writing tomorrow", journal(inPlay("offer: {accepted: 2026-11-12, written: 2026-11-19}", "")), ""},
		{"a decision ahead", journal("-- applications/a.md --\n---\ncompany: Acme\ndecision_by: 2026-12-01\n---\n"), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, p := range at(t, c.journal, when).Problems {
				if p.ID == parser.FutureEvent {
					got = append(got, p.Source.Text[p.Span.Start:p.Span.End])
				}
			}
			var want []string
			if c.problem != "" {
				want = []string{c.problem}
			}
			if !slices.Equal(got, want) {
				t.Errorf("future events %q, want %q", got, want)
			}
		})
	}
}

// TestFutureEventsInWords holds the warning to a person's words for the thing.
func TestFutureEventsInWords(t *testing.T) {
	const ahead = "2027-01-05"
	journal := "-- outreach/v.md --\n---\nperson: Ana Lima\ndate: " + ahead + "\n---\n" +
		"-- applications/a.md --\n---\ncompany: Acme\napplied: " + ahead + "\n---\n## Log\n- " + ahead + " rejected\n"
	want := []string{
		"this application is dated " + ahead + ", which is still ahead", "this rejection is dated " + ahead + ", which is still ahead",
		"this message is dated " + ahead + ", which is still ahead",
	}
	var got []string
	for _, p := range at(t, journal, "2026-11-19T20:00:00+01:00").Problems {
		got = append(got, p.Message)
	}
	if !slices.Equal(got, want) {
		t.Errorf("it warns %q, want %q", got, want)
	}
}

func TestFutureEventCountsWhenItComes(t *testing.T) {
	journal := "-- search.md --\n---\ntimezone: Europe/Berlin\nstarted: 2026-11-01\n---\n-- log.md --\n- 2026-11-20 applied to Initech as Engineer\n"
	checkStages(t, journal, "search-stale", []then{
		{"2026-11-18T23:59:59+01:00", "overdue"},
		{"2026-11-19T00:00:00+01:00", ""},
		{"2026-11-28T00:00:00+01:00", "due"},
	})
}

func TestProblemsAreSorted(t *testing.T) {
	journal := "-- search.md --\n---\nrules: {nonsense: on}\n---\n-- log.md --\n- 2027-01-01 applied to Initech as Engineer\n" +
		"-- applications/a.md --\n---\ncompany: Acme\nrole: Engineer\napplied: 2026-13-40\n---\n"
	r := at(t, journal, "2026-11-18T20:00:00+01:00")
	var paths []string
	for _, p := range r.Problems {
		paths = append(paths, p.Path())
	}
	if !slices.IsSorted(paths) || len(paths) != 3 || r.Counts.Problems != 3 {
		t.Errorf("problems in %v", paths)
	}
}
