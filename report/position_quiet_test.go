package report

import "testing"

func TestPositionQuietStages(t *testing.T) {
	const pause = "-- search.md --\n---\nstarted: 2026-01-05\ntimezone: Europe/Berlin\n"
	const heard = "- 2026-11-04 heard back"
	quiet := inPlay("status: screening", heard)
	runStages(t, positionQuietID, []stageCase{
		{"10 working days", quiet, []then{
			{"2026-11-18T23:59:59+01:00", ""}, {"2026-11-19T00:00:00+01:00", "due"}, {"2027-06-01T00:00:00+02:00", "due"},
		}},
		{"since a round", inPlay("status: screening", "") + round("role: Engineer", "date: 2026-11-04 14:00"), []then{
			{"2026-11-18T23:59:59+01:00", ""}, {"2026-11-19T00:00:00+01:00", "due"},
		}},
		{"over a clock change", inPlay("status: screening", "- 2026-10-16 18:00 heard back"), []then{
			{"2026-10-30T23:59:59+01:00", ""}, {"2026-10-31T00:00:00+01:00", "due"},
		}},
		{"holidays", pause + "holidays: [2026-11-05, 2026-11-06, 2026-11-09]\n---\n" + quiet, []then{
			{"2026-11-23T23:59:59+01:00", ""}, {"2026-11-24T00:00:00+01:00", "due"},
		}},
		{"clocks stand still in a pause, and it is silent", pause + "paused: [{from: 2026-11-06, to: 2026-11-09}, {from: 2026-11-24, to: 2026-11-25}]\n---\n" + quiet, []then{
			{"2026-11-20T23:59:59+01:00", ""},
			{"2026-11-21T00:00:00+01:00", "due"},
			{"2026-11-24T00:00:00+01:00", ""},
			{"2026-11-25T23:59:59+01:00", ""},
			{"2026-11-26T00:00:00+01:00", "due"},
		}},
		{"one follow-up starts it again", inPlay("status: screening", heard+"\n- 2026-11-10 followed up"), []then{
			{"2026-11-24T23:59:59+01:00", ""}, {"2026-11-25T00:00:00+01:00", "due"},
		}},
		{"two follow-ups leave advice", inPlay("status: screening\ncontacts: [Dana Reyes]", heard+"\n- 2026-11-10 followed up\n- 2026-11-12 contacted Dana Reyes"), []then{
			{"2026-11-26T23:59:59+01:00", ""}, {"2026-11-27T00:00:00+01:00", "advice"},
		}},
		{"a reply starts the counting again", inPlay("status: screening", heard+"\n- 2026-11-05 followed up\n- 2026-11-09 followed up\n- 2026-11-10 heard back"), []then{
			{"2026-11-24T23:59:59+01:00", ""}, {"2026-11-25T00:00:00+01:00", "due"},
		}},
		{"a follow-up without a date is done", inPlay("status: screening", heard+"\n- [x] follow up"), []then{{"2026-12-19T00:00:00+01:00", ""}}},
		{"another threshold", pause + "rules: {position-quiet: {after: 2, times: 0}}\n---\n" + quiet, []then{
			{"2026-11-06T23:59:59+01:00", ""}, {"2026-11-07T00:00:00+01:00", "advice"},
		}},
		{"the search is over", pause + "first_day: 2026-11-25\n---\n" + quiet, []then{
			{"2026-11-24T23:59:59+01:00", "due"}, {"2026-11-25T00:00:00+01:00", ""},
		}},
	})
}

func TestPositionQuietWhere(t *testing.T) {
	const heard = "- 2026-11-02 heard back"
	for _, c := range []struct{ name, journal, says string }{
		{"nothing but an application", inPlay("applied: 2026-11-01", ""), ""},
		{"a status is no dated word", inPlay("status: interviewing\napplied: 2026-10-01", ""), ""},
		{"on hold", inPlay("status: on-hold", heard), ""},
		{"an offer", inPlay("status: offer", heard), ""},
		{"accepted", inPlay("status: accepted", heard), ""},
		{"rejected", inPlay("status: rejected", heard), ""},
		{"ghosted rests", inPlay("status: ghosted", heard), ""},
		{"a round ahead", inPlay("status: screening", heard) + round("date: 2026-12-18 14:00"), ""},
		{"a round called off does not count as ahead", inPlay("status: screening", heard) + round("date: 2026-12-18 14:00", "status: cancelled"), "due"},
		{"a decision date ahead", inPlay("status: screening\ndecision_by: 2026-12-18", heard), ""},
		{"a decision date yesterday", inPlay("status: screening\ndecision_by: 2026-11-24", heard), ""},
		{"a decision date long past is answer-overdue's", inPlay("status: screening\ndecision_by: 2026-11-10", heard), ""},
		{"a decision date that was answered", inPlay("status: screening\ndecision_by: 2026-11-02", heard), "due"},
		{"a take-home ahead", inPlay("status: assessment\ndue: 2026-12-01", heard), ""},
		{"a take-home lately", inPlay("status: assessment\ndue: 2026-11-20", heard), ""},
		{"a take-home handed in", inPlay("status: assessment\ndue: 2026-11-08", "- 2026-11-06 sent ledger.zip"), "due"},
		{"no status, a take-home handed in", inPlay("applied: 2026-10-05\ndue: 2026-11-08", "- 2026-11-06 sent ledger.zip"), "due"},
		{"a take-home handed in before its day", inPlay("status: assessment\ndue: 2026-11-20", "- 2026-11-06 sent ledger.zip"), ""},
		{"a take-home never handed in", inPlay("status: assessment\ndue: 2026-11-08", ""), ""},
		{"asked twice after the take-home", inPlay("status: assessment\ndue: 2026-11-01", "- 2026-10-31 sent ledger.zip\n- 2026-11-05 followed up\n- 2026-11-10 followed up"), "advice"},
		{"asked twice before it", inPlay("status: assessment\ndue: 2026-11-08", "- 2026-10-12 followed up\n- 2026-10-20 followed up\n- 2026-11-06 sent ledger.zip"), "due"},
		{"another event lately", inPlay("status: screening\ncontacts: [Dana Reyes]", heard+"\n- 2026-11-20 thanked Dana Reyes"), ""},
		{"references asked for lately", inPlay("status: screening\nreferences_requested: 2026-11-20", heard), ""},
		{"waived", inPlay("status: screening\nwaive: {position-quiet: on leave until May}", heard), ""},
	} {
		runStages(t, positionQuietID, []stageCase{{c.name, c.journal, []then{{"2026-11-25T12:00:00+01:00", c.says}}}})
	}
}

func TestPositionQuietWithoutAnswerOverdue(t *testing.T) {
	off := "-- search.md --\n---\nstarted: 2026-01-05\ntimezone: Europe/Berlin\nrules: {answer-overdue: off}\n---\n"
	runStages(t, positionQuietID, []stageCase{{"speaks once the day has passed", off + inPlay("status: screening\ndecision_by: 2026-11-24", "- 2026-11-02 heard back"), []then{
		{"2026-11-24T23:59:59+01:00", ""}, {"2026-11-25T00:00:00+01:00", "due"},
	}}})
}

func TestPositionQuietThroughAnAgency(t *testing.T) {
	agency := func(log string) string {
		return "-- applications/v.md --\n---\ncompany: undisclosed\nvia: Brightmoor\nrole: Engineer\napplied: 2026-10-26\n---\n-- log.md --\n" + log + "\n"
	}
	runStages(t, positionQuietID, []stageCase{
		{"their word counts", agency("- 2026-11-04 heard back from Brightmoor"), []then{{"2026-11-18T23:59:59+01:00", ""}, {"2026-11-19T00:00:00+01:00", "due"}}},
		{"mine does too", agency("- 2026-11-04 heard back from Brightmoor\n- 2026-11-12 contacted Brightmoor"), []then{{"2026-11-20T00:00:00+01:00", ""}, {"2026-11-27T00:00:00+01:00", "due"}}},
		{"a word from before the application is about something else", agency("- 2026-10-02 heard back from Brightmoor"), []then{{"2026-11-20T00:00:00+01:00", ""}}},
	})
}

func TestPositionQuietItem(t *testing.T) {
	j := "-- search.md --\n---\ntimezone: Europe/Berlin\n---\n" + inPlay("status: screening", "- 2026-11-04 heard back")
	item := at(t, j, "2026-11-20T09:00:00+01:00").Filter(Filter{Rules: []string{positionQuietID}}).Items[0]
	if item.Since.Format("2006-01-02 15:04") != "2026-11-19 00:00" || !item.Due.IsZero() || !item.ChangesAt.IsZero() {
		t.Errorf("since %v, due %v, changes %v", item.Since, item.Due, item.ChangesAt)
	}
	if item.Record.Text != "- 2026-11-20 followed up" || item.Place.Start().Line != 2 {
		t.Errorf("at %v, record %+v", item.Place.Start(), item.Record)
	}
}
