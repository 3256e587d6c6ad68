package report

import (
	"slices"
	"testing"
)

func TestSearchGoal(t *testing.T) {
	goals := func(more, log string) string {
		return searching("started: 2026-11-02\ngoals: {applications_per_week: 2, outreach_per_week: 1}\n"+more, log)
	}
	const both = "- 2026-11-16 applied to Initech as Engineer\n- 2026-11-19 applied to Hooli as Analyst\n- 2026-11-17 contacted Ana Lima"
	runStages(t, "search-goal", []stageCase{
		{"from Thursday to Sunday, each week", goals("", ""), []then{
			{"2026-11-18T23:59:59+01:00", ""},
			{"2026-11-19T00:00:00+01:00", "advice, advice"},
			{"2026-11-22T23:59:59+01:00", "advice, advice"},
			{"2026-11-23T00:00:00+01:00", ""},
			{"2026-11-26T00:00:00+01:00", "advice, advice"},
		}},
		{"reached", goals("", both), []then{{"2026-11-19T12:00:00+01:00", ""}, {"2026-11-26T12:00:00+01:00", "advice, advice"}}},
		{"one of two", goals("", "- 2026-11-16 applied to Initech as Engineer"), []then{{"2026-11-19T12:00:00+01:00", "advice, advice"}}},
		{"one goal reached", goals("", "- 2026-11-17 contacted Ana Lima"), []then{{"2026-11-19T12:00:00+01:00", "advice"}}},
		{"last week's do not count", goals("", "- 2026-11-15 applied to Initech as Engineer\n- 2026-11-15 applied to Hooli as Analyst\n- 2026-11-15 contacted Ana Lima"), []then{
			{"2026-11-19T12:00:00+01:00", "advice, advice"},
		}},
		{"no goals", searching("started: 2026-11-02", ""), []then{{"2026-11-19T12:00:00+01:00", ""}}},
		{"a goal of none", searching("started: 2026-11-02\ngoals: {applications_per_week: 0}", ""), []then{{"2026-11-19T12:00:00+01:00", ""}}},
		{"paused", goals("paused: [{from: 2026-11-20, to: 2026-11-20}]", ""), []then{
			{"2026-11-19T12:00:00+01:00", "advice, advice"}, {"2026-11-20T12:00:00+01:00", ""}, {"2026-11-21T12:00:00+01:00", "advice, advice"},
		}},
		{"the search is over", goals("first_day: 2026-11-20", ""), []then{
			{"2026-11-19T23:59:59+01:00", "advice, advice"}, {"2026-11-20T00:00:00+01:00", ""}, {"2026-11-26T12:00:00+01:00", ""},
		}},
		{"a week with a clock change", searching("started: 2026-10-01\ngoals: {outreach_per_week: 1}", ""), []then{
			{"2026-10-22T00:00:00+02:00", "advice"}, {"2026-10-25T23:59:59+01:00", "advice"}, {"2026-10-26T00:00:00+01:00", ""},
		}},
	})
}

func TestSearchGoalItems(t *testing.T) {
	r := at(t, searching("started: 2026-11-02\ngoals: {applications_per_week: 2, outreach_per_week: 1}", "- 2026-11-16 applied to Initech as Engineer"),
		"2026-11-19T20:00:00+01:00").Filter(Filter{Rules: []string{searchGoalID}})
	var said []string
	for _, item := range r.Items {
		said = append(said, item.Message)
		if !item.Since.Equal(moment(t, "2026-11-19T00:00:00+01:00")) || !item.ChangesAt.Equal(moment(t, "2026-11-23T00:00:00+01:00")) {
			t.Errorf("since %v, changes %v", item.Since, item.ChangesAt)
		}
	}
	slices.Sort(said)
	want := []string{
		"This week has 0 of 1 outreach message so far, and it goes on until Sunday.",
		"This week has 1 of 2 applications so far, and it goes on until Sunday.",
	}
	if !slices.Equal(said, want) || r.Items[0].ID == r.Items[1].ID {
		t.Errorf("says %q", said)
	}
	if early := at(t, searching("started: 2026-11-02\ngoals: {applications_per_week: 2}", ""), "2026-11-17T20:00:00+01:00").Filter(Filter{Rules: []string{searchGoalID}}); !early.NextChange.Equal(moment(t, "2026-11-19T00:00:00+01:00")) {
		t.Errorf("on Tuesday the next change is %v, want Thursday", early.NextChange)
	}
}
