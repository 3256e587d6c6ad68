package report

import (
	"strings"
	"testing"
)

// TestRecordsStayInTheirRound looks where the evaluation of a round belongs of
// which the fields speak, in a note that has more rounds below headings.
func TestRecordsStayInTheirRound(t *testing.T) {
	const fields = "-- interviews/a.md --\n---\ncompany: Globex\ndate: 2026-11-18 14:00\nthanked: yes\n---\n"
	const second = "\n## Round 2 — 2026-11-19 14:00\n\n### What worked\n\n- b\n\n### Log\n\n- 2026-11-19 15:30 thanked\n"
	for _, c := range []struct {
		name, journal string
		line          int
		text          string
	}{
		{"nothing before it", fields + second, 5, "## What worked"},
		{"a text before it", fields + "Their office is in the old mint.\n" + second, 6, "## What worked"},
		{"an empty section before it", fields + "## What worked\n" + second, 6, "- …"},
		{"the rounds the other way round", fields + second + "\n## Round 0 — 2026-11-17 14:00\n\n### What worked\n\n- c\n\n### Log\n\n- 2026-11-17 15:30 thanked\n", 5, "## What worked"},
	} {
		t.Run(c.name, func(t *testing.T) {
			items := at(t, c.journal, "2026-11-19T20:00:00Z").Filter(Filter{Rules: []string{evaluationMissingID}}).Items
			if len(items) != 1 || items[0].Record == nil {
				t.Fatalf("it asks for %v", items)
			}
			r := items[0].Record
			if r.Line != c.line || r.Text != c.text {
				t.Fatalf("%q belongs below line %d, not %q below line %d", c.text, c.line, r.Text, r.Line)
			}
			filled := &Record{File: r.File, Line: r.Line, Text: strings.TrimSuffix(r.Text, " …") + "\n\n- the sketch"}
			after := build0(t, c.journal, moment(t, "2026-11-19T20:00:00Z"), filled)
			if left := after.Filter(Filter{Rules: []string{evaluationMissingID}}).Items; len(left) > 0 {
				t.Errorf("with it, it still asks for %v", left)
			}
		})
	}
}

// TestPositionsFindTheirLog looks where a word to a company belongs whose
// application has rounds below headings, and its log behind them.
func TestPositionsFindTheirLog(t *testing.T) {
	const journal = "-- applications/a.md --\n---\ncompany: Globex\nrole: Engineer\napplied: 2026-10-20\n---\n## Round 1 — 2026-10-28 14:00 with Hana Kim\n\n### What worked\n\n- b\n\n## Log\n\n- 2026-10-28 15:30 thanked Hana Kim\n"
	items := at(t, journal, "2026-11-19T20:00:00Z").Filter(Filter{Rules: []string{positionQuietID}}).Items
	if len(items) != 1 || items[0].Record == nil || items[0].Record.Line != 14 || items[0].Record.Text != "- 2026-11-19 followed up" {
		t.Errorf("it asks for %+v", items)
	}
}
