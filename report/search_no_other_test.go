package report

import "testing"

// globexRound is a round at Globex on 10 November, 14:00 to 15:00, and a log.
func globexRound(search, fields, log string) string {
	return searching(search, log) + "-- applications/globex.md --\n---\ncompany: Globex\nrole: Engineer\napplied: 2026-11-09\n---\n" +
		round("role: Engineer", "date: 2026-11-10 14:00", fields)
}

func TestSearchNoOtherStages(t *testing.T) {
	const started = "started: 2026-10-01"
	runStages(t, "search-no-other", []stageCase{
		{"three days, until search-stale speaks", globexRound(started, "", ""), []then{
			{"2026-11-13T14:59:59+01:00", ""},
			{"2026-11-13T15:00:00+01:00", "due"},
			{"2026-11-16T23:59:59+01:00", "due"},
			{"2026-11-17T00:00:00+01:00", ""},
		}},
		{"with search-stale off", globexRound(started+"\nrules: {search-stale: off}", "", ""), []then{
			{"2026-11-13T14:59:59+01:00", ""}, {"2026-11-13T15:00:00+01:00", "due"}, {"2027-03-01T00:00:00+01:00", "due"},
		}},
		{"a day ends with its day", searching(started, "- 2026-11-12 applied to Globex as Analyst") + round("date: 2026-11-10", "role: Engineer", "status: done"), []then{
			{"2026-11-13T23:59:59+01:00", ""}, {"2026-11-14T00:00:00+01:00", "due"},
		}},
		{"calendar days across a clock change", searching("started: 2026-10-20", "- 2026-10-24 08:00 applied to Globex as Engineer") + round("date: 2026-10-24 14:00"), []then{
			{"2026-10-27T14:59:59+01:00", ""}, {"2026-10-27T15:00:00+01:00", "due"},
		}},
		{"a pause stands still", globexRound(started+"\npaused: [{from: 2026-11-11, to: 2026-11-12}]", "", ""), []then{
			{"2026-11-15T14:59:59+01:00", ""}, {"2026-11-15T15:00:00+01:00", "due"},
		}},
		{"a pause is silent", globexRound(started+"\npaused: [{from: 2026-11-14, to: 2026-11-14}]", "", ""), []then{
			{"2026-11-13T23:59:59+01:00", "due"}, {"2026-11-14T00:00:00+01:00", ""}, {"2026-11-15T00:00:00+01:00", "due"},
		}},
		{"a pause without an end", globexRound(started+"\npaused: [{from: 2026-11-11}]", "", ""), []then{{"2027-01-13T15:00:00+01:00", ""}}},
		{"another threshold", globexRound(started+"\nrules: {search-no-other: {after: 1d}}", "", ""), []then{
			{"2026-11-11T14:59:59+01:00", ""}, {"2026-11-11T15:00:00+01:00", "due"},
		}},
		{"the search is over", globexRound(started+"\nfirst_day: 2026-11-14", "", ""), []then{
			{"2026-11-13T23:59:59+01:00", "due"}, {"2026-11-14T00:00:00+01:00", ""},
		}},
		{"a later round counts from then", globexRound(started, "", "") + "-- interviews/b.md --\n---\ncompany: Globex\nrole: Engineer\ndate: 2026-11-13 16:00\n---\n", []then{
			{"2026-11-13T16:59:59+01:00", "due"}, {"2026-11-13T17:00:00+01:00", ""}, {"2026-11-16T17:00:00+01:00", "due"},
		}},
		{"three days after a rejection", globexRound(started, "", "- 2026-11-13 rejected by Globex"), []then{
			{"2026-11-15T23:59:59+01:00", ""}, {"2026-11-16T00:00:00+01:00", "due"},
		}},
		{"waived in the application", globexRound(started, "", "") + "-- applications/z.md --\n---\ncompany: Globex\nrole: Engineer\nwaive: {search-no-other: my dream job}\n---\n", []then{{"2026-11-14T09:00:00+01:00", ""}}},
		{"waived for the search", globexRound(started+"\nwaive: {search-no-other: one at a time}", "", ""), []then{{"2026-11-14T09:00:00+01:00", ""}}},
		{"that position is accepted", globexRound(started, "", "- 2026-11-12 accepted Globex"), []then{{"2026-11-14T09:00:00+01:00", ""}}},
		{"another is accepted", globexRound(started, "", "- 2026-11-08 applied to Initech as Engineer\n- 2026-11-09 accepted Initech"), []then{{"2026-11-14T09:00:00+01:00", "advice"}}},
	})
}

func TestSearchNoOtherActivity(t *testing.T) {
	for _, c := range []struct {
		name, log, says string
	}{
		{"an application elsewhere", "- 2026-11-11 applied to Initech as Engineer", ""},
		{"a message elsewhere", "- 2026-11-11 contacted Ana Lima at Quillstone", ""},
		{"a message to somebody of no company", "- 2026-11-11 contacted Ana Lima", ""},
		{"on the day, at no known hour", "- 2026-11-10 applied to Initech as Engineer", ""},
		{"on the day, before the round", "- 2026-11-10 09:00 applied to Initech as Engineer", "due"},
		{"the day before", "- 2026-11-09 applied to Initech as Engineer", "due"},
		{"another role at the same company", "- 2026-11-11 applied to Globex as Analyst", "due"},
		{"the same company, with its form", "- 2026-11-11 applied to Globex GmbH as Analyst", "due"},
		{"a reply from elsewhere", "- 2026-10-30 applied to Initech as Engineer\n- 2026-11-11 heard back from Initech", "due"},
		{"undated", "- [x] apply to Initech as Engineer", "due"},
	} {
		t.Run(c.name, func(t *testing.T) {
			checkStages(t, globexRound("started: 2026-10-01", "", c.log), "search-no-other", []then{{"2026-11-14T09:00:00+01:00", c.says}})
		})
	}
}

func TestSearchNoOtherItem(t *testing.T) {
	item := at(t, globexRound("started: 2026-10-01", "", ""), "2026-11-14T09:00:00+01:00").Filter(Filter{Rules: []string{searchNoOtherID}}).Items[0]
	if !item.Since.Equal(moment(t, "2026-11-13T15:00:00+01:00")) || !item.Due.IsZero() || !item.ChangesAt.Equal(moment(t, "2026-11-17T00:00:00+01:00")) {
		t.Errorf("since %v, due %v, changes %v", item.Since, item.Due, item.ChangesAt)
	}
	if item.Company != "" || item.Place.Path() != "search.md" {
		t.Errorf("of %q at %s", item.Company, item.Place.Path())
	}
}
