package report

import "testing"

func TestStartedLooseEnds(t *testing.T) {
	job := func(fields string) string {
		return "-- applications/a.md --\n---\ncompany: Acme\nrole: Engineer\napplied: 2026-10-01\n" + fields + "\n---\n"
	}
	other := func(fields, log string) string {
		return "-- applications/b.md --\n---\ncompany: Initech\napplied: 2026-11-10\n" + fields + "\n---\n## Log\n\n" + log + "\n"
	}
	third := "-- applications/c.md --\n---\ncompany: Hooli\nstatus: screening\n---\n"
	search := func(fields string) string { return searching("started: 2026-09-01\n"+fields, "") }
	accepted := job("status: accepted\nfirst_day: 2026-12-01")
	says := func(s string) []then { return []then{{"2026-12-03T09:00:00+01:00", s}} }
	runStages(t, "started-loose-ends", []stageCase{
		{"from the first day until it rests", search("") + accepted + other("", ""), []then{
			{"2026-11-30T23:59:59+01:00", ""},
			{"2026-12-01T00:00:00+01:00", "due"},
			{"2026-12-10T23:59:59+01:00", "due"},
			{"2026-12-11T00:00:00+01:00", ""},
		}},
		{"one for each", search("") + accepted + other("", "") + third, says("due, due")},
		{"search.md's first day", search("first_day: 2026-12-02") + other("", "") + third, says("due, due")},
		{"search.md's first day, and the new job", search("first_day: 2026-12-02") + job("status: accepted") + other("", ""), says("due")},
		{"an offer may be the new job", search("first_day: 2026-12-02") + job("status: offer") + other("", ""), says("due")},
		{"an offer beside the accepted one", search("") + accepted + other("status: offer", ""), says("due")},
		{"started, on no known day", search("") + job("status: started") + other("", ""), says("due")},
		{"nothing has started", search("") + job("status: accepted") + other("", ""), says("")},
		{"on hold", search("") + accepted + other("status: on-hold", ""), says("due")},
		{"a lead", search("") + accepted + "-- applications/c.md --\n---\ncompany: Hooli\nstatus: lead\n---\n", says("")},
		{"withdrawn", search("") + accepted + other("", "- 2026-11-28 withdrew"), says("")},
		{"rejected", search("") + accepted + other("status: rejected", ""), says("")},
		{"ghosted", search("") + accepted + other("status: ghosted", ""), says("")},
		{"applied for since: a new search", search("") + accepted + "-- log.md --\n- 2026-12-02 applied to Globex as Analyst\n", says("")},
		{"waived", search("") + accepted + other("waive: {started-loose-ends: a friend's firm}", ""), says("")},
	})
}

// TestOffWithTheSearch holds every rule but the four that outlive the search
// to silence once it is over.
func TestOffWithTheSearch(t *testing.T) {
	outlive := map[string]bool{thankYouID: true, evaluationMissingID: true, referenceOutcomeID: true, startedLooseEndsID: true}
	for _, rule := range Rules() {
		j, now := load(t, rule.Fires)
		j.Search.FirstDay = j.Search.Started
		j.Search.FirstDay.Time = now.AddDate(0, 0, -1)
		for _, item := range Build(j, now).Items {
			if !outlive[item.Rule] {
				t.Errorf("%s still speaks after the first day: %s", item.Rule, item.Message)
			}
		}
	}
}
