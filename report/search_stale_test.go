package report

import "testing"

// searching is a journal with search.md's fields and a log.
func searching(fields, log string) string {
	return "-- search.md --\n---\ntimezone: Europe/Berlin\n" + fields + "\n---\n-- log.md --\n" + log + "\n"
}

func TestSearchStaleStages(t *testing.T) {
	const applied = "- 2026-11-10 18:00 applied to Initech as Engineer"
	accepted := "-- applications/a.md --\n---\ncompany: Acme\nrole: Engineer\napplied: 2026-11-01\nstatus: accepted\nfirst_day: 2026-12-01\n---\n"
	runStages(t, "search-stale", []stageCase{
		{"more than 7, more than 14 days", searching("started: 2026-10-01", applied), []then{
			{"2026-11-17T23:59:59+01:00", ""},
			{"2026-11-18T00:00:00+01:00", "due"},
			{"2026-11-24T23:59:59+01:00", "due"},
			{"2026-11-25T00:00:00+01:00", "overdue"},
			{"2027-03-25T00:00:00+01:00", "overdue"},
		}},
		{"since the start", searching("started: 2026-11-10", ""), []then{
			{"2026-11-17T23:59:59+01:00", ""}, {"2026-11-18T00:00:00+01:00", "due"}, {"2026-11-25T00:00:00+01:00", "overdue"},
		}},
		{"before the start", searching("started: 2026-11-15", applied), []then{{"2026-11-14T12:00:00+01:00", ""}, {"2026-11-20T00:00:00+01:00", ""}, {"2026-11-23T00:00:00+01:00", "due"}}},
		{"no search.md", "-- search.md --\nnothing\n-- log.md --\n" + applied + "\n", []then{{"2026-11-17T12:00:00Z", ""}, {"2026-11-18T00:00:00Z", "due"}}},
		{"until the first day", searching("started: 2026-10-01\nfirst_day: 2026-12-01", applied), []then{
			{"2026-11-30T23:59:59+01:00", "overdue"}, {"2026-12-01T00:00:00+01:00", ""},
		}},
		{"advice after an acceptance", searching("started: 2026-10-01", applied) + accepted, []then{
			{"2026-11-17T23:59:59+01:00", ""},
			{"2026-11-18T00:00:00+01:00", "advice"},
			{"2026-11-30T23:59:59+01:00", "advice"},
			{"2026-12-01T00:00:00+01:00", ""},
		}},
		{"noting a lead is no application", searching("started: 2026-10-01", applied) + "-- applications/b.md --\n---\ncompany: Globex\nstatus: lead\ndate: 2026-11-18\n---\n", []then{
			{"2026-11-20T00:00:00+01:00", "due"},
		}},
		{"an offer ends nothing", searching("started: 2026-10-01", applied+"\n- 2026-11-18 offer from Initech"), []then{{"2026-11-20T00:00:00+01:00", "due"}}},
		{"a pause stands still", searching("started: 2026-10-01\npaused: [{from: 2026-11-12, to: 2026-11-16}]", applied), []then{
			{"2026-11-22T23:59:59+01:00", ""}, {"2026-11-23T00:00:00+01:00", "due"}, {"2026-11-30T00:00:00+01:00", "overdue"},
		}},
		{"a pause is silent, both days included", searching("started: 2026-10-01\npaused: [{from: 2026-11-19, to: 2026-11-20}]", applied), []then{
			{"2026-11-18T23:59:59+01:00", "due"},
			{"2026-11-19T00:00:00+01:00", ""},
			{"2026-11-20T23:59:59+01:00", ""},
			{"2026-11-21T00:00:00+01:00", "due"},
			{"2026-11-26T23:59:59+01:00", "due"},
			{"2026-11-27T00:00:00+01:00", "overdue"},
		}},
		{"across a clock change", searching("started: 2026-10-01", "- 2026-10-20 applied to Initech as Engineer"), []then{
			{"2026-10-27T23:59:59+01:00", ""}, {"2026-10-28T00:00:00+01:00", "due"},
		}},
		{"other thresholds", searching("started: 2026-10-01\nrules: {search-stale: {due: 3d, overdue: 5 days}}", applied), []then{
			{"2026-11-13T23:59:59+01:00", ""}, {"2026-11-14T00:00:00+01:00", "due"}, {"2026-11-16T00:00:00+01:00", "overdue"},
		}},
	})
}

func TestSearchActivity(t *testing.T) {
	const base = "- 2026-11-01 applied to Initech as Engineer\n"
	application := "-- applications/a.md --\n---\ncompany: Acme\nrole: Engineer\napplied: 2026-10-20\nstatus: screening\ncontacts: [Dana Reyes]\n---\n"
	agency := func(status string) string {
		return "-- applications/v.md --\n---\ncompany: undisclosed\nvia: Brightmoor\nrole: Engineer\nstatus: " + status + "\n---\n"
	}
	for _, c := range []struct {
		name, log, more string
		counts          bool
	}{
		{"an application", "- 2026-11-12 applied to Umbrella as Engineer", "", true},
		{"an application's field", "", "-- applications/b.md --\n---\ncompany: Umbrella\napplied: 2026-11-12\n---\n", true},
		{"an outreach entry", "", "-- outreach/b.md --\n---\nperson: Ana Lima\ndate: 2026-11-12\n---\n", true},
		{"somebody new", "- 2026-11-12 contacted Ana Lima", "", true},
		{"somebody of a live position", "- 2026-11-12 contacted Dana Reyes", application, false},
		{"a follow-up", "- 2026-11-12 followed up with Dana Reyes", application, false},
		{"a reply", "- 2026-11-12 heard back from Dana Reyes", application, false},
		{"an interview", "- 2026-11-12 10:00 interviewed at Acme as Engineer", application, false},
		{"a thank-you", "- 2026-11-12 thanked Dana Reyes", application, false},
		{"the agency of a live position", "- 2026-11-12 contacted Brightmoor", agency("screening"), false},
		{"the agency of none", "- 2026-11-12 contacted Brightmoor", agency("lead"), true},
		{"an outreach to the agency of a live position", "", agency("screening") + "-- outreach/b.md --\n---\ncompany: Brightmoor\ndate: 2026-11-12\n---\n", false},
		{"a plan", "- [ ] 2026-11-12 apply to Umbrella as Engineer", "", false},
		{"too far ahead", "- 2026-11-22 applied to Umbrella as Engineer", "", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := "overdue"
			if c.counts {
				want = ""
			}
			checkStages(t, searching("started: 2026-10-01", base+c.log)+c.more, "search-stale", []then{{"2026-11-16T09:00:00+01:00", want}})
		})
	}
}

func TestSearchStaleItem(t *testing.T) {
	j := searching("started: 2026-10-01", "- 2026-11-10 applied to Initech as Engineer")
	for _, c := range []struct{ at, since, due string }{
		{"2026-11-19T20:00:00+01:00", "2026-11-10T00:00:00+01:00", "2026-11-25T00:00:00+01:00"},
		{"2026-11-26T20:00:00+01:00", "2026-11-10T00:00:00+01:00", "2026-11-18T00:00:00+01:00"},
	} {
		item := at(t, j, c.at).Items[0]
		if !item.Since.Equal(moment(t, c.since)) || !item.Due.Equal(moment(t, c.due)) {
			t.Errorf("at %s since %v, due %v", c.at, item.Since, item.Due)
		}
		if item.Place.Path() != "search.md" || item.Place.Start().Line != 3 || item.Company != "" {
			t.Errorf("at %s: %s:%v of %q", c.at, item.Place.Path(), item.Place.Start(), item.Company)
		}
	}
	bare := at(t, "-- log.md --\n- 2026-11-01 applied to Initech as Engineer\n", "2026-11-19T20:00:00+01:00").Items[0]
	if bare.Place.Path() != "" || bare.Place.Start().Line != 0 {
		t.Errorf("without search.md it stands at %q", bare.Place.Path())
	}
}
