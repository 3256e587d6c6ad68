package report

import (
	"strings"
	"testing"
)

func TestRejectionUnanswered(t *testing.T) {
	no := func(search, application, log string) string {
		return searching("started: 2026-09-01\n"+search, "") + "-- applications/a.md --\n---\ncompany: Acme\nrole: Engineer\napplied: 2026-10-01\n" +
			"interviews: [{date: 2026-10-20 14:00, with: Dana Reyes, thanked: yes}]\n" + application + "\n---\n## Log\n\n" + log + "\n"
	}
	const rejected = "- 2026-11-02 rejected"
	stages := []then{
		{"2026-11-04T23:59:59+01:00", ""},
		{"2026-11-05T00:00:00+01:00", "advice"},
		{"2026-12-02T23:59:59+01:00", "advice"},
		{"2026-12-03T00:00:00+01:00", ""},
	}
	says := func(s string) []then { return []then{{"2026-11-10T09:00:00+01:00", s}} }
	runStages(t, "rejection-unanswered", []stageCase{
		{"3 to 30 days", no("", "", rejected), stages},
		{"with the status too", no("", "status: rejected", rejected), stages},
		{"at a time of day", no("", "", "- 2026-11-02 18:00 rejected"), []then{
			{"2026-11-05T17:59:59+01:00", ""}, {"2026-11-05T18:00:00+01:00", "advice"}, {"2026-12-03T00:00:00+01:00", ""},
		}},
		{"on no known day", no("", "status: rejected", ""), says("")},
		{"without a round", strings.Replace(no("", "", rejected), "interviews: [{date: 2026-10-20 14:00, with: Dana Reyes, thanked: yes}]\n", "", 1), says("")},
		{"a round that never was", no("", "", rejected) + "-- applications/b.md --\n---\ncompany: Hooli\ninterviews: [{date: 2026-10-20, status: cancelled}]\n---\n## Log\n\n" + rejected + "\n", says("advice")},
		{"withdrawn", no("", "", "- 2026-11-02 withdrew"), says("")},
		{"thanked since", no("", "", rejected+"\n- 2026-11-04 thanked Dana Reyes"), says("")},
		{"thanked that day", no("", "", rejected+"\n- 2026-11-02 thanked Dana Reyes"), says("")},
		{"thanked for the round", no("", "", rejected+"\n- 2026-10-21 thanked Dana Reyes"), says("advice")},
		{"thanked for the round, undated", no("", "", rejected+"\n- [x] thanked Dana Reyes"), says("advice")},
		{"followed up since", no("", "", rejected+"\n- 2026-11-05 followed up"), says("")},
		{"followed up, undated", no("", "", rejected+"\n- [x] follow up with Dana"), says("")},
		{"written to since", no("", "", rejected+"\n- 2026-11-05 emailed Dana Reyes"), says("")},
		{"the news itself", no("", "", rejected+"\n- 2026-11-02 heard back"), says("advice")},
		{"heard from since", no("", "", rejected+"\n- 2026-11-06 heard back"), says("")},
		{"while she waits for her thank-you", strings.Replace(no("", "", rejected), ", thanked: yes", "", 1), says("")},
		{"while somebody else of the round does", strings.Replace(no("", "", rejected), "with: Dana Reyes, thanked: yes", "with: [Dana Reyes, Li Wei], thanked: {Dana Reyes: yes}", 1), says("")},
		{"once the round needs no thank-you", strings.Replace(no("", "waive: {thank-you: she asked for no mail}", rejected), ", thanked: yes", "", 1), says("advice")},
		{"when thank-yous are not asked for", strings.Replace(no("rules: {thank-you: off}", "", rejected), ", thanked: yes", "", 1), says("advice")},
		{"the search is over", no("first_day: 2026-11-09", "", rejected), says("")},
		{"another threshold", no("rules: {rejection-unanswered: {until: 7d}}", "", rejected), []then{
			{"2026-11-09T23:59:59+01:00", "advice"}, {"2026-11-10T00:00:00+01:00", ""},
		}},
		{"waived", no("", "waive: {rejection-unanswered: not them}", rejected), says("")},
	})
}
