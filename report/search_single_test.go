package report

import "testing"

// oneLive is a search with an application to Acme of 10 November, and a log.
func oneLive(search, fields, log string) string {
	return searching("started: 2026-11-01\n"+search, log) +
		"-- applications/acme.md --\n---\ncompany: Acme\nrole: Engineer\napplied: 2026-11-10\n" + fields + "\n---\n"
}

func TestSearchSingle(t *testing.T) {
	initech := "-- applications/initech.md --\n---\ncompany: Initech\nrole: Engineer\napplied: 2026-11-12\n---\n## Log\n\n- 2026-11-16 10:00 "
	runStages(t, "search-single", []stageCase{
		{"from the application until it rests", oneLive("", "", ""), []then{
			{"2026-11-08T12:00:00+01:00", ""},
			{"2026-11-10T00:00:00+01:00", "advice"},
			{"2026-12-10T23:59:59+01:00", "advice"},
			{"2026-12-11T00:00:00+01:00", ""},
		}},
		{"a second one", oneLive("", "", "- 2026-11-14 applied to Hooli as Analyst"), []then{
			{"2026-11-12T23:59:59+01:00", "advice"}, {"2026-11-13T00:00:00+01:00", ""},
		}},
		{"a lead is none", oneLive("", "", "") + "-- applications/b.md --\n---\ncompany: Hooli\nstatus: lead\n---\n", []then{{"2026-11-12T09:00:00+01:00", "advice"}}},
		{"a round ahead elsewhere", oneLive("", "", "") + "-- interviews/b.md --\n---\ncompany: Hooli\ndate: 2026-11-20 10:00\n---\n", []then{
			{"2026-11-12T09:00:00+01:00", ""}, {"2026-11-20T10:30:00+01:00", ""}, {"2026-11-20T11:00:00+01:00", ""},
		}},
		{"one that was called off", oneLive("", "", "") + "-- interviews/b.md --\n---\ncompany: Hooli\ndate: 2026-11-20 10:00\nstatus: cancelled\n---\n", []then{
			{"2026-11-12T09:00:00+01:00", "advice"},
		}},
		{"three days after a rejection", oneLive("", "", "") + initech + "rejected\n", []then{
			{"2026-11-16T09:00:00+01:00", ""}, {"2026-11-19T09:59:59+01:00", ""}, {"2026-11-19T10:00:00+01:00", "advice"},
		}},
		{"withdrawn from the other", oneLive("", "", "") + initech + "withdrew\n", []then{{"2026-11-16T09:00:00+01:00", "advice"}}},
		{"an offer is no end", oneLive("", "status: offer", ""), []then{{"2026-11-12T09:00:00+01:00", "advice"}}},
		{"waived", oneLive("", "waive: {search-single: my dream job}", ""), []then{{"2026-11-12T09:00:00+01:00", ""}}},
		{"accepted", oneLive("", "status: accepted", ""), []then{{"2026-11-12T09:00:00+01:00", ""}}},
		{"ghosted", oneLive("", "status: ghosted", ""), []then{{"2026-11-12T09:00:00+01:00", ""}}},
		{"paused", oneLive("paused: [{from: 2026-11-12, to: 2026-11-13}]", "", ""), []then{
			{"2026-11-11T23:59:59+01:00", "advice"}, {"2026-11-12T00:00:00+01:00", ""}, {"2026-11-13T23:59:59+01:00", ""}, {"2026-11-14T00:00:00+01:00", "advice"},
		}},
		{"the search is over", oneLive("first_day: 2026-11-20", "", ""), []then{{"2026-11-20T00:00:00+01:00", ""}}},
	})
}

func TestSearchSingleSince(t *testing.T) {
	for name, c := range map[string]struct{ journal, since string }{
		"its application":          {oneLive("", "", ""), "2026-11-10T00:00:00+01:00"},
		"the end of the other":     {oneLive("", "", "- 2026-11-05 applied to Hooli as Analyst\n- 2026-11-15 withdrew from Hooli"), "2026-11-15T00:00:00+01:00"},
		"the other fell asleep":    {oneLive("", "", "- 2026-10-16 applied to Hooli as Analyst"), "2026-11-16T00:00:00+01:00"},
		"it ended before this one": {oneLive("", "", "- 2026-11-02 applied to Hooli as Analyst\n- 2026-11-05 withdrew from Hooli"), "2026-11-10T00:00:00+01:00"},
	} {
		item := at(t, c.journal, "2026-11-18T20:00:00+01:00").Filter(Filter{Rules: []string{searchSingleID}}).Items[0]
		if !item.Since.Equal(moment(t, c.since)) || !item.ChangedAt.Equal(item.Since) {
			t.Errorf("%s: since %v, changed %v, want %s", name, item.Since, item.ChangedAt, c.since)
		}
	}
}
