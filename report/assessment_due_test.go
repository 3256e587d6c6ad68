package report

import "testing"

func TestAssessmentDueStages(t *testing.T) {
	const search = "-- search.md --\n---\nstarted: 2026-01-05\ntimezone: Europe/Berlin\n"
	timed := inPlay("status: assessment\ndue: 2026-11-22 18:00", "")
	runStages(t, assessmentDueID, []stageCase{
		{"72 hours, 24 hours, 7 days", timed, []then{
			{"2026-11-19T17:59:59+01:00", ""},
			{"2026-11-19T18:00:00+01:00", "due"},
			{"2026-11-21T17:59:59+01:00", "due"},
			{"2026-11-21T18:00:00+01:00", "overdue"},
			{"2026-11-29T17:59:59+01:00", "overdue"},
			{"2026-11-29T18:00:00+01:00", ""},
		}},
		{"a day is its end", inPlay("status: assessment\ndue: 2026-11-22", ""), []then{
			{"2026-11-19T23:59:59+01:00", ""},
			{"2026-11-20T00:00:00+01:00", "due"},
			{"2026-11-21T23:59:59+01:00", "due"},
			{"2026-11-22T00:00:00+01:00", "overdue"},
			{"2026-11-29T23:59:59+01:00", "overdue"},
			{"2026-11-30T00:00:00+01:00", ""},
		}},
		{"hours elapse across a clock change, days do not", inPlay("status: assessment\ndue: 2026-10-25 18:00", ""), []then{
			{"2026-10-22T18:59:59+02:00", ""},
			{"2026-10-22T19:00:00+02:00", "due"},
			{"2026-10-24T18:59:59+02:00", "due"},
			{"2026-10-24T19:00:00+02:00", "overdue"},
			{"2026-11-01T17:59:59+01:00", "overdue"},
			{"2026-11-01T18:00:00+01:00", ""},
		}},
		{"an application of long ago does not rest", inPlay("applied: 2026-10-20\ndue: 2026-11-21 18:00", ""), []then{
			{"2026-11-18T17:59:59+01:00", ""},
			{"2026-11-18T18:00:00+01:00", "due"},
			{"2026-11-20T18:00:00+01:00", "overdue"},
			{"2026-11-28T17:59:59+01:00", "overdue"},
			{"2026-11-28T18:00:00+01:00", ""},
		}},
		{"other thresholds", search + "rules: {assessment-due: {due: 2d, overdue: 1h, until: 1h}}\n---\n" + timed, []then{
			{"2026-11-20T17:59:59+01:00", ""},
			{"2026-11-20T18:00:00+01:00", "due"},
			{"2026-11-22T17:00:00+01:00", "overdue"},
			{"2026-11-22T19:00:00+01:00", ""},
		}},
		{"a pause does not move it", search + "paused: [{from: 2026-11-19, to: 2026-11-30}]\n---\n" + timed, []then{{"2026-11-20T12:00:00+01:00", "due"}}},
		{"the search is over", search + "first_day: 2026-11-22\n---\n" + timed, []then{
			{"2026-11-21T23:59:59+01:00", "overdue"}, {"2026-11-22T00:00:00+01:00", ""},
		}},
	})
}

func TestAssessmentHandedIn(t *testing.T) {
	const due = "due: 2026-11-22 18:00\ncontacts: [Dana Reyes]\n"
	const jane = "-- references/jane.md --\n---\nname: Jane Doe\n---\n"
	for _, c := range []struct{ name, journal, says string }{
		{"not yet", inPlay(due+"status: assessment", ""), "due"},
		{"sent", inPlay(due+"status: assessment", "- 2026-11-20 sent ledger.zip to Dana Reyes"), ""},
		{"sent, to the company", inPlay(due+"status: assessment", "- 2026-11-20 sent ledger.zip to Globex"), ""},
		{"sent, in its own log", inPlay(due+"status: assessment", "- 2026-11-20 sent ledger.zip"), ""},
		{"sent, undated", inPlay(due+"status: assessment", "- [x] send ledger.zip to Dana Reyes"), ""},
		{"a plan", inPlay(due+"status: assessment", "- [ ] send ledger.zip to Dana Reyes"), "due"},
		{"a résumé is no take-home", inPlay(due+"status: assessment", "- 2026-11-20 sent resume-v3.pdf to Dana Reyes"), "due"},
		{"to a reference is none", jane + inPlay(due+"status: assessment", "- 2026-11-20 sent ledger.zip to Jane Doe"), "due"},
		{"sent by the day of the application", inPlay(due+"applied: 2026-11-16", "- 2026-11-16 sent ledger.zip"), "due"},
		{"sent the day after", inPlay(due+"applied: 2026-11-16", "- 2026-11-17 sent ledger.zip"), ""},
		{"sent long before, and word since", inPlay(due+"status: assessment", "- 2026-10-21 sent portfolio.pdf\n- 2026-11-12 heard back: a take-home"), "due"},
		{"sent long before, and a round since", inPlay(due+"status: assessment", "- 2026-10-21 sent portfolio.pdf") + round("date: 2026-11-12 14:00"), "due"},
		{"sent long before, and word before it alone", inPlay(due+"status: assessment", "- 2026-10-20 heard back: a take-home\n- 2026-10-21 sent ledger.zip"), ""},
		{"sent, and they say that they have it", inPlay(due+"status: assessment", "- 2026-11-16 sent ledger.zip\n- 2026-11-18 heard back: it arrived"), ""},
		{"sent, dated long before, and once more", inPlay(due+"status: assessment", "- 2026-10-21 sent portfolio.pdf\n- 2026-11-12 heard back\n- 2026-11-19 sent ledger.zip"), ""},
		{"interviewing", inPlay(due+"status: interviewing", ""), ""},
		{"screening", inPlay(due+"status: screening", ""), "due"},
		{"applied", inPlay(due+"status: applied", ""), "due"},
		{"no status", inPlay(due, ""), "due"},
		{"a lead's", inPlay(due+"status: lead", ""), ""},
		{"an offer", inPlay(due+"status: assessment", "- 2026-11-20 offer"), ""},
		{"accepted", inPlay(due+"status: accepted", ""), ""},
		{"on hold", inPlay(due+"status: on-hold", ""), ""},
		{"rejected", inPlay(due+"status: assessment", "- 2026-11-20 rejected"), ""},
		{"ghosted", inPlay(due+"status: ghosted", ""), ""},
		{"a round before", inPlay(due+"status: assessment", "") + round("date: 2026-11-18 14:00"), "due"},
		{"waived", inPlay(due+"status: assessment\nwaive: {assessment-due: I will not}", ""), ""},
	} {
		runStages(t, assessmentDueID, []stageCase{{c.name, c.journal, []then{{"2026-11-20T20:00:00+01:00", c.says}}}})
	}
	runStages(t, assessmentDueID, []stageCase{{"a round held after the day", inPlay(due+"status: assessment", "") + round("date: 2026-11-24 14:00"), []then{
		{"2026-11-24T14:59:59+01:00", "overdue"}, {"2026-11-24T15:00:00+01:00", ""},
	}}})
}

func TestAssessmentItem(t *testing.T) {
	j := "-- search.md --\n---\ntimezone: Europe/Berlin\n---\n" + inPlay("status: assessment\ndue: 2026-11-22 18:00", "- 2026-11-02 applied")
	for _, c := range []struct{ at, changes, message string }{
		{"2026-11-20T18:00:00+01:00", "2026-11-21T18:00:00+01:00", "Send Globex (Engineer) your take-home by Sunday 18:00: 2 days left."},
		{"2026-11-22T12:00:00+01:00", "2026-11-29T18:00:00+01:00", "Send Globex (Engineer) your take-home by today 18:00: 6 h left."},
		{"2026-11-22T18:00:00+01:00", "2026-11-29T18:00:00+01:00", "Send Globex (Engineer) your take-home, only just late: it was due today, and most teams still read it."},
	} {
		item := at(t, j, c.at).Filter(Filter{Rules: []string{assessmentDueID}}).Items[0]
		if !item.Since.Equal(moment(t, "2026-11-19T18:00:00+01:00")) || !item.Due.Equal(moment(t, "2026-11-21T18:00:00+01:00")) {
			t.Errorf("at %s since %v, due %v", c.at, item.Since, item.Due)
		}
		if !item.ChangesAt.Equal(moment(t, c.changes)) || item.Message != c.message {
			t.Errorf("at %s it changes at %v and says %q", c.at, item.ChangesAt, item.Message)
		}
		if item.Place.Start().Line != 5 {
			t.Errorf("at %s it stands at %v", c.at, item.Place.Start())
		}
	}
}
