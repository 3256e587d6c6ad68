package report

import (
	"slices"
	"testing"
)

func TestInterviewUnrecordedStages(t *testing.T) {
	const search = "-- search.md --\n---\nstarted: 2026-01-05\ntimezone: Europe/Berlin\n"
	timed := round("date: 2026-11-18 14:00", "with: Dana Reyes", "status: scheduled")
	runStages(t, interviewUnrecordedID, []stageCase{
		{"from the end, the thank-you's deadline, 7 days", timed, []then{
			{"2026-11-18T14:59:59+01:00", ""},
			{"2026-11-18T15:00:00+01:00", "due"},
			{"2026-11-19T14:59:59+01:00", "due"},
			{"2026-11-19T15:00:00+01:00", "overdue"},
			{"2026-11-26T14:59:59+01:00", "overdue"},
			{"2026-11-26T15:00:00+01:00", "advice"},
			{"2027-06-01T00:00:00+02:00", "advice"},
		}},
		{"a day, in its own zone", round("date: 2026-11-18", "timezone: America/New_York", "status: scheduled"), []then{
			{"2026-11-18T23:59:59-05:00", ""},
			{"2026-11-19T00:00:00-05:00", "due"},
			{"2026-11-20T00:00:00-05:00", "overdue"},
			{"2026-11-27T00:00:00-05:00", "advice"},
		}},
		{"24 hours elapse across a clock change", round("date: 2026-10-24 14:00", "status: scheduled"), []then{
			{"2026-10-25T13:59:59+01:00", "due"}, {"2026-10-25T14:00:00+01:00", "overdue"},
		}},
		{"the thank-you's own threshold counts", search + "rules: {thank-you: {within: 2h}, interview-unrecorded: {until: 1d}}\n---\n" + timed, []then{
			{"2026-11-18T16:59:59+01:00", "due"}, {"2026-11-18T17:00:00+01:00", "overdue"}, {"2026-11-19T17:00:00+01:00", "advice"},
		}},
		{"a pause does not silence it", search + "paused: [{from: 2026-11-19, to: 2026-11-20}]\n---\n" + timed, []then{{"2026-11-19T12:00:00+01:00", "due"}}},
		{"the search is over", search + "first_day: 2026-11-19\n---\n" + timed, []then{
			{"2026-11-18T23:59:59+01:00", "due"}, {"2026-11-19T00:00:00+01:00", ""},
		}},
	})
}

func TestInterviewUnrecordedAnswers(t *testing.T) {
	const when = "2026-11-20T09:00:00+01:00"
	timed := func(more ...string) string {
		return round(append([]string{"date: 2026-11-18 14:00", "role: Engineer", "with: Dana Reyes"}, more...)...)
	}
	for _, c := range []struct{ name, journal, says string }{
		{"no status is held", timed(), ""},
		{"done", timed("status: done"), ""},
		{"cancelled", timed("status: cancelled"), ""},
		{"no-show", timed("status: no-show"), ""},
		{"thanked", timed("status: scheduled", "thanked: yes"), ""},
		{"rated", timed("status: scheduled", "confidence: 3"), ""},
		{"evaluated", timed("status: scheduled") + "## What worked\n\n- the whiteboard\n", ""},
		{"research is no answer", timed("status: scheduled") + "## Research\n\n- they sort parcels at night with robots\n", "overdue"},
		{"own words are a plan", timed("status: scheduled") + "I will tell them about the robots that sort parcels at night.\n", "overdue"},
		{"rejected today", timed("status: scheduled") + inPlay("status: interviewing", "- 2026-11-20 rejected"), ""},
		{"rejected long after", timed("status: scheduled") + inPlay("status: interviewing", "- 2026-11-19 rejected"), ""},
		{"withdrawn before", timed("status: scheduled") + inPlay("status: interviewing", "- 2026-11-16 withdrew"), ""},
		{"closed, nobody knows when", timed("status: scheduled") + inPlay("status: closed", ""), ""},
		{"withdrawn after", timed("status: scheduled") + inPlay("status: interviewing", "- 2026-11-19 withdrew"), "overdue"},
		{"accepted", timed("status: scheduled") + inPlay("status: accepted", ""), ""},
		{"ghosted", timed("status: scheduled") + inPlay("status: ghosted", ""), ""},
		{"on hold", timed("status: scheduled") + inPlay("status: on-hold", ""), "overdue"},
		{"waived", timed("status: scheduled", "waive: {interview-unrecorded: long story}"), ""},
		{"nobody knows which position", round("date: 2026-11-18 14:00", "status: scheduled") + inPlay("applied: 2026-11-01", "") +
			"-- applications/b.md --\n---\ncompany: Globex\nrole: Analyst\napplied: 2026-11-01\n---\n", ""},
	} {
		runStages(t, interviewUnrecordedID, []stageCase{{c.name, c.journal, []then{{when, c.says}}}})
	}
}

// TestUnrecordedStandsForTheRest looks whether a round that nobody has spoken
// of asks for anything else.
func TestUnrecordedStandsForTheRest(t *testing.T) {
	j := "-- search.md --\n---\nstarted: 2026-11-16\ntimezone: Europe/Berlin\n---\n-- references/jane.md --\n---\nname: Jane Doe\npermission: yes\n---\n" +
		round("date: 2026-11-18 14:00", "with: [Dana Reyes, Li Wei]", "status: scheduled")
	for _, when := range []string{"2026-11-18T16:00:00+01:00", "2026-11-20T09:00:00+01:00"} {
		var rules []string
		for _, item := range at(t, j, when).Items {
			if item.Urgency != Advice {
				rules = append(rules, item.Rule)
			}
		}
		if !slices.Equal(rules, []string{interviewUnrecordedID}) {
			t.Errorf("at %s it asks for %v", when, rules)
		}
	}
}

func TestInterviewUnrecordedItem(t *testing.T) {
	j := "-- search.md --\n---\ntimezone: Europe/Berlin\n---\n" + round("date: 2026-11-18 14:00", "status: scheduled")
	item := at(t, j, "2026-11-18T20:00:00+01:00").Filter(Filter{Rules: []string{interviewUnrecordedID}}).Items[0]
	for what, pair := range map[string][2]string{
		"since":   {item.Since.Format("2006-01-02 15:04"), "2026-11-18 15:00"},
		"due":     {item.Due.Format("2006-01-02 15:04"), "2026-11-19 15:00"},
		"changes": {item.ChangesAt.Format("2006-01-02 15:04"), "2026-11-19 15:00"},
		"record":  {item.Record.File + " " + item.Record.Text, "interviews/a.md ## What worked"},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s is %q, want %q", what, pair[0], pair[1])
		}
	}
}
