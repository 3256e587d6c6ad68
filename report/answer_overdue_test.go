package report

import "testing"

// inPlay is the note of a live position at Globex: fields, then a log.
func inPlay(fields, log string) string {
	return "-- applications/a.md --\n---\ncompany: Globex\nrole: Engineer\n" + fields + "\n---\n## Log\n\n" + log + "\n"
}

func TestAnswerOverdueStages(t *testing.T) {
	const pause = "-- search.md --\n---\nstarted: 2026-01-05\ntimezone: Europe/Berlin\n"
	by18 := inPlay("status: interviewing\ndecision_by: 2026-11-18", "")
	runStages(t, answerOverdueID, []stageCase{
		{"2 working days, 5 more, 14 days", by18, []then{
			{"2026-11-20T23:59:59+01:00", ""},
			{"2026-11-21T00:00:00+01:00", "due"},
			{"2026-11-27T23:59:59+01:00", "due"},
			{"2026-11-28T00:00:00+01:00", "overdue"},
			{"2026-12-11T23:59:59+01:00", "overdue"},
			{"2026-12-12T00:00:00+01:00", "advice"},
			{"2027-06-01T00:00:00+02:00", "advice"},
		}},
		{"a time is as good as its day", inPlay("status: interviewing\ndecision_by: 2026-11-18 09:00", ""), []then{
			{"2026-11-20T23:59:59+01:00", ""}, {"2026-11-21T00:00:00+01:00", "due"},
		}},
		{"over a weekend and a clock change", inPlay("status: interviewing\ndecision_by: 2026-10-22", ""), []then{
			{"2026-10-26T23:59:59+01:00", ""},
			{"2026-10-27T00:00:00+01:00", "due"},
			{"2026-11-02T23:59:59+01:00", "due"},
			{"2026-11-03T00:00:00+01:00", "overdue"},
		}},
		{"holidays are not worked", pause + "holidays: [2026-11-19, 2026-11-20]\n---\n" + by18, []then{
			{"2026-11-24T23:59:59+01:00", ""}, {"2026-11-25T00:00:00+01:00", "due"},
		}},
		{"own working days", pause + "working_days: [Sat, Sun]\n---\n" + by18, []then{
			{"2026-11-22T23:59:59+01:00", ""}, {"2026-11-23T00:00:00+01:00", "due"},
		}},
		{"clocks stand still in a pause", pause + "paused: [{from: 2026-11-20, to: 2026-11-22}, {from: 2026-11-25, to: 2026-11-26}]\n---\n" + by18, []then{
			{"2026-11-23T23:59:59+01:00", ""},
			{"2026-11-24T00:00:00+01:00", "due"},
			{"2026-11-25T00:00:00+01:00", ""}, // 19 and 23 November, then the pause
			{"2026-11-26T23:59:59+01:00", ""},
			{"2026-11-27T00:00:00+01:00", "due"},
			{"2026-12-02T23:59:59+01:00", "due"},
			{"2026-12-03T00:00:00+01:00", "overdue"},
		}},
		{"an endless pause", pause + "paused: [{from: 2026-11-20}]\n---\n" + by18, []then{{"2027-06-01T00:00:00+02:00", ""}}},
		{"other thresholds", pause + "rules: {answer-overdue: {due: 0, overdue: 1, until: 2d}}\n---\n" + by18, []then{
			{"2026-11-18T23:59:59+01:00", ""},
			{"2026-11-19T00:00:00+01:00", "due"},
			{"2026-11-20T00:00:00+01:00", "overdue"},
			{"2026-11-22T00:00:00+01:00", "advice"},
		}},
		{"the search is over", pause + "first_day: 2026-11-30\n---\n" + by18, []then{
			{"2026-11-29T23:59:59+01:00", "overdue"}, {"2026-11-30T00:00:00+01:00", ""},
		}},
	})
}

func TestAnswerOverdueSettledBy(t *testing.T) {
	const by = "decision_by: 2026-11-18\ncontacts: [Dana Reyes]"
	const jane = "-- references/jane.md --\n---\nname: Jane Doe\n---\n"
	next := func(fields string) string {
		return "-- interviews/b.md --\n---\ncompany: Globex\n" + fields + "\n---\n"
	}
	for _, c := range []struct{ name, journal, says string }{
		{"nothing", inPlay("status: screening\n"+by, ""), "due"},
		{"a reply", inPlay("status: screening\n"+by, "- 2026-11-20 heard back"), ""},
		{"a reply on the day", inPlay("status: screening\n"+by, "- 2026-11-18 heard back"), ""},
		{"a reply before", inPlay("status: screening\n"+by, "- 2026-11-17 heard back: by the 18th"), "due"},
		{"a follow-up", inPlay("status: screening\n"+by, "- 2026-11-19 followed up"), ""},
		{"a follow-up, undated", inPlay("status: screening\n"+by, "- [x] follow up"), ""},
		{"a plan", inPlay("status: screening\n"+by, "- [ ] 2026-11-20 follow up"), "due"},
		{"word to a contact", inPlay("status: screening\n"+by, "- 2026-11-20 contacted Dana Reyes"), ""},
		{"a thank-you after", inPlay("status: screening\n"+by, "- 2026-11-19 thanked Dana Reyes"), ""},
		{"a thank-you on the day is no answer", inPlay("status: screening\n"+by, "- 2026-11-18 thanked Dana Reyes"), "due"},
		{"a reference told on the day is none", jane + inPlay("status: screening\n"+by, "- 2026-11-18 told Jane Doe about Globex"), "due"},
		{"a round since", inPlay("status: screening\n"+by, "") + next("date: 2026-11-19 10:00"), ""},
		{"a round on the day", inPlay("status: screening\n"+by, "") + next("date: 2026-11-18 10:00"), ""},
		{"a round ahead", inPlay("status: screening\n"+by, "") + next("date: 2026-11-25 10:00\nstatus: scheduled"), ""},
		{"a round called off", inPlay("status: screening\n"+by, "") + next("date: 2026-11-25 10:00\nstatus: cancelled"), "due"},
		{"an earlier round", inPlay("status: screening\n"+by, "") + next("date: 2026-11-16 10:00"), "due"},
		{"references asked for", inPlay("status: screening\nreferences_requested: 2026-11-19\n"+by, ""), ""},
		{"references asked for before", inPlay("status: screening\nreferences_requested: 2026-11-17\n"+by, ""), "due"},
		{"on hold", inPlay("status: on-hold\n"+by, ""), ""},
		{"an offer", inPlay("status: offer\n"+by, ""), ""},
		{"accepted", inPlay("status: accepted\n"+by, ""), ""},
		{"rejected", inPlay("status: rejected\n"+by, ""), ""},
		{"a lead", inPlay("status: lead\n"+by, ""), ""},
		{"only applied", inPlay("applied: 2026-11-10\n"+by, ""), "due"},
		{"only applied, and asleep", inPlay("applied: 2026-10-10\n"+by, ""), ""},
		{"ghosted rests", inPlay("status: ghosted\n"+by, ""), ""},
		{"waived", inPlay("status: screening\nwaive: {answer-overdue: they are slow}\n"+by, ""), ""},
	} {
		runStages(t, answerOverdueID, []stageCase{{c.name, c.journal, []then{{"2026-11-24T09:00:00+01:00", c.says}}}})
	}
}

func TestAnswerOverdueWhichDay(t *testing.T) {
	rounds := func(by, first, second string) string {
		return inPlay(by, "") +
			"-- interviews/a.md --\n---\ncompany: Globex\ndate: 2026-11-09 10:00\n" + first + "\n---\n" +
			"-- interviews/b.md --\n---\ncompany: Globex\ndate: 2026-11-12 10:00\n" + second + "\n---\n"
	}
	const when = "2026-11-24T09:00:00+01:00"
	for _, c := range []struct{ name, journal, says, file string }{
		{"the application's alone", rounds("decision_by: 2026-11-18", "", ""), "due", "applications/a.md"},
		{"the latest round's first", rounds("decision_by: 2026-12-18", "decision_by: 2026-12-17", "decision_by: 2026-11-18"), "due", "interviews/b.md"},
		{"the latest round's, still ahead", rounds("decision_by: 2026-11-18", "decision_by: 2026-11-18", "decision_by: 2026-12-18"), "", ""},
		{"not one of a round ahead", rounds("decision_by: 2026-11-18", "", "decision_by: 2026-12-18\nstatus: cancelled"), "due", "applications/a.md"},
		{"an earlier round's that still holds", rounds("", "decision_by: 2026-11-18", ""), "due", "interviews/a.md"},
		{"overtaken by the next round", rounds("decision_by: 2026-11-10", "decision_by: 2026-11-11", ""), "", ""},
	} {
		runStages(t, answerOverdueID, []stageCase{{c.name, c.journal, []then{{when, c.says}}}})
		for _, item := range at(t, c.journal, when).Filter(Filter{Rules: []string{answerOverdueID}}).Items {
			if item.Place.Path() != c.file {
				t.Errorf("%s: written in %s, want %s", c.name, item.Place.Path(), c.file)
			}
		}
	}
}

func TestAnswerOverdueItem(t *testing.T) {
	j := "-- search.md --\n---\ntimezone: Europe/Berlin\n---\n" + inPlay("status: interviewing\ndecision_by: 2026-11-18", "- 2026-11-02 applied")
	r := at(t, j, "2026-11-24T09:00:00+01:00").Filter(Filter{Rules: []string{answerOverdueID}})
	item := r.Items[0]
	for what, pair := range map[string][2]string{
		"since":   {item.Since.Format("2006-01-02 15:04"), "2026-11-21 00:00"},
		"due":     {item.Due.Format("2006-01-02 15:04"), "2026-11-28 00:00"},
		"changes": {item.ChangesAt.Format("2006-01-02 15:04"), "2026-11-28 00:00"},
		"next":    {r.NextChange.Format("2006-01-02 15:04"), "2026-11-28 00:00"},
		"message": {item.Message, "Ask Globex (Engineer) how things stand: they meant to decide by Wed 18 Nov."},
		"record":  {item.Record.File + " " + item.Record.Text, "applications/a.md - 2026-11-24 followed up"},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s is %q, want %q", what, pair[0], pair[1])
		}
	}
	if !item.DueIsDay || item.Place.Start().Line != 5 || item.Place.Start().Column != 14 {
		t.Errorf("day %v, at %v", item.DueIsDay, item.Place.Start())
	}
}
