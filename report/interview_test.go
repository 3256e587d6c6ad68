package report

import (
	"testing"

	"debrief/parser"
)

func TestInterviewStates(t *testing.T) {
	states := func(journal, instant string) string {
		j, _ := load(t, "-- search.md --\n---\ntimezone: Europe/Berlin\n---\n"+journal)
		v := newView(j, moment(t, instant), settings{})
		said := ""
		for _, is := range []struct {
			word string
			test func(*parser.Interview) bool
		}{{"scheduled ", v.scheduled}, {"unrecorded ", v.unrecorded}, {"held ", v.held}} {
			if is.test(j.Interviews[0]) {
				said += is.word
			}
		}
		return said
	}
	const before, after = "2026-11-18T14:59:59+01:00", "2026-11-18T15:00:00+01:00"
	for _, c := range []struct{ name, journal, before, after string }{
		{"no status", round("date: 2026-11-18 14:00"), "scheduled ", "held "},
		{"scheduled", round("date: 2026-11-18 14:00", "status: scheduled"), "scheduled ", "unrecorded "},
		{"scheduled, thanked", round("date: 2026-11-18 14:00", "status: scheduled", "thanked: 2026-11-18"), "scheduled ", "held "},
		{"scheduled, rated", round("date: 2026-11-18 14:00", "status: scheduled", "confidence: 3"), "scheduled ", "held "},
		{"done", round("date: 2026-11-18 14:00", "status: done"), "", "held "},
		{"they did not come", round("date: 2026-11-18 14:00", "status: no-show"), "", ""},
		{"a day, no status", round("date: 2026-11-18"), "scheduled ", "scheduled "},
		{"a day that is done", round("date: 2026-11-18", "status: done"), "held ", "held "},
		{"a line that says so", "-- log.md --\n- 2026-11-18 interviewed at Globex as Engineer with Dana Reyes\n", "held ", "held "},
	} {
		if got := states(c.journal, before); got != c.before {
			t.Errorf("%s, before: %q, want %q", c.name, got, c.before)
		}
		if got := states(c.journal, after); got != c.after {
			t.Errorf("%s, after: %q, want %q", c.name, got, c.after)
		}
	}
}
