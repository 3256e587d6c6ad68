package report

import (
	"strings"
	"testing"
)

// toldOf is a journal in which Jane Doe was told about companies, each on a
// day.
func toldOf(search string, days map[string]string) string {
	var told, log strings.Builder
	for _, company := range []string{"Acme", "Globex", "Hooli", "Initech", "Umbrella"} {
		if day, ok := days[company]; ok {
			told.WriteString("  " + company + ": " + day + "\n")
			log.WriteString("- 2026-10-01 applied to " + company + " as Engineer\n")
		}
	}
	return searching("started: 2026-09-01\n"+search, log.String()) + "-- references/jane.md --\n---\nname: Jane Doe\ntold:\n" + told.String() + "---\n"
}

func TestReferenceOverused(t *testing.T) {
	four := map[string]string{"Acme": "2026-10-20", "Globex": "2026-10-30", "Hooli": "2026-11-05", "Initech": "2026-11-10 18:00"}
	runStages(t, "reference-overused", []stageCase{
		{"four in 30 days", toldOf("", four), []then{
			{"2026-11-09T17:59:59+01:00", ""}, // nothing is told a day ahead
			{"2026-11-10T18:00:00+01:00", "advice Jane Doe"},
			{"2026-11-19T23:59:59+01:00", "advice Jane Doe"},
			{"2026-11-20T00:00:00+01:00", ""},
		}},
		{"three", toldOf("", map[string]string{"Acme": "2026-10-20", "Globex": "2026-10-30", "Hooli": "2026-11-05"}), []then{{"2026-11-11T09:00:00+01:00", ""}}},
		{"one of them undated", toldOf("", map[string]string{"Acme": "yes", "Globex": "2026-10-30", "Hooli": "2026-11-05", "Initech": "2026-11-10"}), []then{
			{"2026-11-11T09:00:00+01:00", ""},
		}},
		{"other thresholds", toldOf("rules: {reference-overused: {positions: 1, within: 7d}}", four), []then{
			{"2026-11-10T18:00:00+01:00", "advice Jane Doe"}, {"2026-11-12T23:59:59+01:00", "advice Jane Doe"}, {"2026-11-13T00:00:00+01:00", ""},
		}},
		{"the search is over", toldOf("first_day: 2026-11-11", four), []then{{"2026-11-11T09:00:00+01:00", ""}}},
		{"waived", strings.Replace(toldOf("", four), "told:", "waive: {reference-overused: she likes it}\ntold:", 1), []then{{"2026-11-11T09:00:00+01:00", ""}}},
	})
}

func TestReferenceOverusedSince(t *testing.T) {
	for name, c := range map[string]struct {
		days  map[string]string
		since string
	}{
		"from the fourth": {map[string]string{"Acme": "2026-10-20", "Globex": "2026-10-30", "Hooli": "2026-11-05", "Initech": "2026-11-10"}, "2026-11-10T00:00:00+01:00"},
		"and on with the fifth": {map[string]string{
			"Acme": "2026-10-20", "Globex": "2026-10-30", "Hooli": "2026-11-05", "Initech": "2026-11-10", "Umbrella": "2026-11-11",
		}, "2026-11-10T00:00:00+01:00"},
		"again after a rest": {map[string]string{
			"Acme": "2026-10-01", "Globex": "2026-10-16", "Hooli": "2026-10-20", "Initech": "2026-10-22", "Umbrella": "2026-11-11",
		}, "2026-11-11T00:00:00+01:00"},
	} {
		item := at(t, toldOf("", c.days), "2026-11-12T09:00:00+01:00").Filter(Filter{Rules: []string{referenceOverusedID}}).Items[0]
		if !item.Since.Equal(moment(t, c.since)) {
			t.Errorf("%s: since %v, want %s", name, item.Since, c.since)
		}
	}
}
