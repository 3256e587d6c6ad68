package report

import (
	"strings"
	"testing"
)

// spoke is a journal in which Jane Doe was told about Acme, and Acme's log.
func spoke(jane, application, log string) string {
	return "-- search.md --\n---\nstarted: 2026-09-01\ntimezone: Europe/Berlin\n---\n" +
		"-- references/jane.md --\n---\nname: Jane Doe\n" + jane + "\n---\n" +
		"-- applications/a.md --\n---\ncompany: Acme\nrole: Engineer\napplied: 2026-10-01\n" + application + "\n---\n## Log\n\n" + log + "\n"
}

func TestReferenceOutcomeStages(t *testing.T) {
	const told = "told: {Acme: 2026-10-10}"
	between := []then{
		{"2026-11-07T23:59:59+01:00", ""},
		{"2026-11-08T00:00:00+01:00", "advice Jane Doe"}, // more than 7 days
		{"2026-12-29T23:59:59+01:00", "advice Jane Doe"},
		{"2026-12-30T00:00:00+01:00", ""}, // less than 60
	}
	never := []then{{"2026-11-20T09:00:00+01:00", ""}}
	runStages(t, "reference-outcome", []stageCase{
		{"rejected", spoke(told, "", "- 2026-10-31 rejected"), between},
		{"at a time of day", spoke(told, "", "- 2026-10-31 18:00 rejected"), between},
		{"withdrawn", spoke(told, "", "- 2026-10-31 withdrew"), between},
		{"declined", spoke(told, "offer: {on: 2026-10-30, declined: 2026-10-31}", ""), between},
		{"accepted", spoke(told, "offer: {on: 2026-10-30, accepted: 2026-10-31}", ""), between},
		{"accepted, and the search is over", spoke(told, "offer: {on: 2026-10-30, accepted: 2026-10-31}\nfirst_day: 2026-11-10", ""), between},
		{"accepted, and started later", spoke(told, "offer: {on: 2026-10-30, accepted: 2026-10-31}", "- 2026-11-15 started"), between},
		{"accepted, and it fell through", spoke(told, "offer: {on: 2026-10-01, accepted: 2026-10-02}", "- 2026-10-31 withdrew"), between},
		{"on no known day", spoke(told, "status: rejected", ""), never},
		{"still open", spoke(told, "", ""), never},
		{"never told", spoke("", "", "- 2026-10-31 rejected"), never},
		{"told of another", spoke("told: {Initech: 2026-10-10}", "", "- 2026-10-31 rejected"), never},
		{"told undated", spoke("told: {Acme: yes}", "", "- 2026-10-31 rejected"), between},
		{"other thresholds", strings.Replace(spoke(told, "", "- 2026-10-31 rejected"), "timezone:", "rules: {reference-outcome: {after: 1d, until: 5d}}\ntimezone:", 1), []then{
			{"2026-11-01T23:59:59+01:00", ""}, {"2026-11-02T00:00:00+01:00", "advice Jane Doe"}, {"2026-11-05T00:00:00+01:00", ""},
		}},
		{"waived in her note", spoke(told+"\nwaive: {reference-outcome: she works there}", "", "- 2026-10-31 rejected"), never},
		{"waived in the application", spoke(told, "waive: {reference-outcome Jane: she works there}", "- 2026-10-31 rejected"), never},
	})
}

func TestReferenceKnowsOutcome(t *testing.T) {
	for _, c := range []struct{ name, jane, log, says string }{
		{"an outcome", "told: [{position: Acme, on: 2026-10-10, outcome: 2026-11-02}]", "", ""},
		{"an outcome, undated", "told: [{position: Acme, on: 2026-10-10, outcome: yes}]", "", ""},
		{"an outcome ahead", "told: [{position: Acme, on: 2026-10-10, outcome: 2026-12-02}]", "", "advice Jane Doe"},
		{"of another position", "told: [{position: Acme, on: 2026-10-10}, {position: Initech, on: 2026-10-10, outcome: 2026-11-02}]", "- 2026-10-01 applied to Initech", "advice Jane Doe"},
		{"thanked since", "told: {Acme: 2026-10-10}\nthanked: 2026-10-31", "", ""},
		{"thanked before", "told: {Acme: 2026-10-10}\nthanked: 2026-10-30", "", "advice Jane Doe"},
		{"thanked, undated", "told: {Acme: 2026-10-10}\nthanked: yes", "", "advice Jane Doe"},
		{"thanked, ticked", "told: {Acme: 2026-10-10}", "- [x] thanked Jane Doe: told them how Acme ended", ""},
		{"thanked, ticked, for no reason given", "told: {Acme: 2026-10-10}", "- [x] thanked Jane Doe", ""},
		{"thanked, ticked, for another", "told: {Acme: 2026-10-10, Initech: 2026-10-12}", "- 2026-10-02 applied to Initech\n- [x] thanked Jane Doe: told them how Initech ended", "advice Jane Doe"},
		{"thanked, planned", "told: {Acme: 2026-10-10}", "- [ ] thank Jane Doe: tell them how Acme ended", "advice Jane Doe"},
		{"told only after it ended", "told: {Acme: 2026-11-02}", "", ""},
		{"told on the day it ended", "told: {Acme: 2026-10-31}", "", "advice Jane Doe"},
		{"called since", "told: {Acme: 2026-10-10}", "- 2026-11-01 called Jane Doe: Acme said no", ""},
		{"told of another since", "told: {Acme: 2026-10-10}", "- 2026-11-01 applied to Initech\n- 2026-11-02 told Jane Doe about Initech", "advice Jane Doe"},
	} {
		t.Run(c.name, func(t *testing.T) {
			journal := spoke(c.jane, "", "- 2026-10-31 rejected") + "-- log.md --\n" + c.log + "\n"
			checkStages(t, journal, "reference-outcome", []then{{"2026-11-20T09:00:00+01:00", c.says}})
		})
	}
}
