package report

import (
	"strings"
	"testing"
)

// met is a journal with a round at Acme with Dana Reyes on 10 August, who was
// thanked, and a log. It is on hold unless said otherwise: nothing else is asked.
func met(search, application, log string) string {
	if application == "" {
		application = "status: on-hold"
	}
	return searching("started: 2026-08-01\n"+search, log) + "-- applications/a.md --\n---\ncompany: Acme\nrole: Engineer\napplied: 2026-08-02\n" +
		application + "\ninterviews: [{date: 2026-08-10 14:00, with: Dana Reyes, thanked: yes}]\n---\n"
}

func TestContactCold(t *testing.T) {
	window := []then{
		{"2026-11-07T23:59:59+01:00", ""},
		{"2026-11-08T00:00:00+01:00", "advice Dana Reyes"}, // 90 days
		{"2026-12-08T23:59:59+01:00", "advice Dana Reyes"}, // 120
		{"2026-12-09T00:00:00+01:00", ""},
	}
	const dana = "advice Dana Reyes"
	says := func(s string) []then { return []then{{"2026-11-20T09:00:00+01:00", s}} }
	runStages(t, "contact-cold", []stageCase{
		{"90 to 120 days", met("", "", ""), window},
		{"after a rejection too", met("", "status: rejected", ""), window},
		{"thanked last", met("", "", "- 2026-08-12 thanked Dana Reyes"), []then{{"2026-11-09T23:59:59+01:00", ""}, {"2026-11-10T00:00:00+01:00", dana}}},
		{"contacted since", met("", "", "- 2026-09-20 called Dana Reyes"), says("")},
		{"heard from since", met("", "", "- 2026-09-20 heard back from Dana Reyes"), says("")},
		{"word with the company since", met("", "", "- 2026-09-20 followed up with Acme"), says("")},
		{"word with somebody else", met("", "", "- 2026-09-20 contacted Ana Lima"), says(dana)},
		{"contacted, never met", searching("started: 2026-08-01", "- 2026-08-20 contacted Ana Lima"), says("")},
		{"met over coffee", searching("started: 2026-08-01", "- 2026-08-01 contacted Ana Lima at Hooli\n- 2026-08-20 met Ana Lima"), says("advice Ana Lima")},
		{"met twice", searching("started: 2026-08-01", "- 2026-08-01 contacted Ana Lima at Hooli\n- 2026-08-20 met Ana Lima\n- 2026-10-20 met with Ana"), says("")},
		{"called, never met", searching("started: 2026-08-01", "- 2026-08-01 contacted Ana Lima at Hooli\n- 2026-08-20 called Ana Lima"), says("")},
		{"thanked, never met", searching("started: 2026-08-01", "- 2026-08-01 contacted Ana Lima at Hooli\n- 2026-08-20 thanked Ana Lima"), says("advice Ana Lima")},
		{"another round ahead", met("", "", "") + "-- interviews/b.md --\n---\ncompany: Acme\ndate: 2026-11-24 10:00\nwith: Dana Reyes\n---\n", says("")},
		{"at a position nobody can tell", strings.Replace(met("", "", ""), "interviews: [{date: 2026-08-10 14:00, with: Dana Reyes, thanked: yes}]\n", "", 1) +
			"-- applications/b.md --\n---\ncompany: Acme\nrole: Analyst\napplied: 2026-08-02\n---\n" +
			"-- interviews/a.md --\n---\ncompany: Acme\ndate: 2026-08-10 14:00\nwith: Dana Reyes\n---\n", says("")},
		{"cancelled", strings.Replace(met("", "", ""), "14:00,", "14:00, status: cancelled,", 1), says("")},
		{"accepted", met("", "status: accepted", ""), says("")},
		{"ghosted", met("", "status: ghosted", ""), says("")},
		{"paused", met("paused: [{from: 2026-11-10, to: 2026-11-11}]", "", ""), []then{
			{"2026-11-09T23:59:59+01:00", dana},
			{"2026-11-10T00:00:00+01:00", ""},
			{"2026-11-12T00:00:00+01:00", dana},
			{"2026-12-10T23:59:59+01:00", dana},
			{"2026-12-11T00:00:00+01:00", ""},
		}},
		{"a pause before stands still", met("paused: [{from: 2026-10-01, to: 2026-10-02}]", "", ""), []then{
			{"2026-11-09T23:59:59+01:00", ""}, {"2026-11-10T00:00:00+01:00", dana},
		}},
		{"answer-overdue asks already", met("", "decision_by: 2026-11-13", ""), []then{
			{"2026-11-16T09:00:00+01:00", dana}, {"2026-11-20T09:00:00+01:00", ""},
		}},
		{"position-quiet asks for word to the same person", met("", "status: interviewing", ""), says("")},
		{"position-quiet asks for word to somebody else", met("", "status: interviewing\ncontacts: [Li Wei]", ""), says(dana)},
		{"position-quiet is off", met("rules: {position-quiet: off}", "status: interviewing", ""), says(dana)},
		{"position-quiet is waived", met("", "status: interviewing\nwaive: {position-quiet: they are slow}", ""), says(dana)},
		{"thank-you asks for word already", strings.Replace(met("", "status: rejected", ""), ", thanked: yes", "", 1), says("")},
		{"thank-you is waived", strings.Replace(met("", "status: rejected\nwaive: {thank-you: she asked for none}", ""), ", thanked: yes", "", 1), says(dana)},
		{"the search is over", met("first_day: 2026-11-20", "", ""), says("")},
		{"other thresholds", met("rules: {contact-cold: {after: 10d, until: 12d}}", "", ""), []then{
			{"2026-08-19T23:59:59+02:00", ""}, {"2026-08-20T00:00:00+02:00", dana}, {"2026-08-22T23:59:59+02:00", dana}, {"2026-08-23T00:00:00+02:00", ""},
		}},
		{"waived", met("", "status: on-hold\nwaive: {contact-cold Dana Reyes: we meet at the club}", ""), says("")},
		{"waived for everyone", met("waive: {contact-cold: not my way}", "", ""), says("")},
	})
}
