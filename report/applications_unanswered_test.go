package report

import (
	"strings"
	"testing"
)

func TestApplicationsUnansweredStages(t *testing.T) {
	const search = "-- search.md --\n---\nstarted: 2026-01-05\ntimezone: Europe/Berlin\n"
	applied := func(more string) string { return "-- log.md --\n- 2026-11-04 applied to Globex as Engineer\n" + more }
	runStages(t, applicationsUnansweredID, []stageCase{
		{"10 working days to 30 days", applied(""), []then{
			{"2026-11-18T23:59:59+01:00", ""},
			{"2026-11-19T00:00:00+01:00", "advice"},
			{"2026-12-04T23:59:59+01:00", "advice"},
			{"2026-12-05T00:00:00+01:00", ""},
		}},
		{"clocks stand still in a pause", search + "paused: [{from: 2026-11-06, to: 2026-11-09}, {from: 2026-11-24, to: 2026-11-25}]\n---\n" + applied(""), []then{
			{"2026-11-20T23:59:59+01:00", ""},
			{"2026-11-21T00:00:00+01:00", "advice"},
			{"2026-11-24T12:00:00+01:00", ""},
			{"2026-11-26T00:00:00+01:00", "advice"},
			{"2026-12-10T23:59:59+01:00", "advice"},
			{"2026-12-11T00:00:00+01:00", ""},
		}},
		{"other thresholds", search + "rules: {applications-unanswered: {after: 2, until: 7d}}\n---\n" + applied(""), []then{
			{"2026-11-06T23:59:59+01:00", ""}, {"2026-11-07T00:00:00+01:00", "advice"}, {"2026-11-12T00:00:00+01:00", ""},
		}},
		{"one item for all", applied("- 2026-11-10 applied to Initech as Engineer\n"), []then{
			{"2026-11-25T00:00:00+01:00", "advice"}, {"2026-12-10T23:59:59+01:00", "advice"}, {"2026-12-11T00:00:00+01:00", ""},
		}},
		{"the search is over", search + "first_day: 2026-11-25\n---\n" + applied(""), []then{
			{"2026-11-24T23:59:59+01:00", "advice"}, {"2026-11-25T00:00:00+01:00", ""},
		}},
	})
}

func TestApplicationsUnansweredWhich(t *testing.T) {
	for _, c := range []struct{ name, journal, says string }{
		{"applied", inPlay("applied: 2026-11-02", ""), "advice"},
		{"undated", inPlay("status: applied", ""), ""},
		{"a lead", inPlay("status: lead", ""), ""},
		{"answered", inPlay("applied: 2026-11-02", "- 2026-11-12 heard back"), ""},
		{"answered, undated", inPlay("applied: 2026-11-02", "- [x] heard back"), ""},
		{"followed up", inPlay("applied: 2026-11-02", "- 2026-11-12 followed up"), ""},
		{"a status beyond", inPlay("applied: 2026-11-02\nstatus: screening", ""), ""},
		{"a take-home was set", inPlay("applied: 2026-11-02\ndue: 2026-11-21", ""), ""},
		{"a lead's day is the advertisement's", inPlay("status: lead\ndue: 2026-11-21", "- 2026-11-02 applied"), "advice"},
		{"a decision date that answer-overdue asks about", inPlay("applied: 2026-11-02\ndecision_by: 2026-11-13", ""), ""},
		{"a decision date ahead", inPlay("applied: 2026-11-02\ndecision_by: 2026-11-27", ""), ""},
		{"answer-overdue is waived", inPlay("applied: 2026-11-02\ndecision_by: 2026-11-13\nwaive: {answer-overdue: they are slow}", ""), "advice"},
		{"on hold", inPlay("applied: 2026-11-02\nstatus: on-hold", ""), ""},
		{"a round ahead", inPlay("applied: 2026-11-02", "") + round("date: 2026-12-18 14:00"), ""},
		{"a round whose date cannot be read", inPlay("applied: 2026-11-02", "") + round("date: 17.11."), ""},
		{"a round called off", inPlay("applied: 2026-11-02", "") + round("date: 2026-12-18 14:00", "status: cancelled"), ""},
		{"references asked for", inPlay("applied: 2026-11-02\nreferences_requested: 2026-11-12", ""), ""},
		{"ghosted", inPlay("applied: 2026-11-02\nstatus: ghosted", ""), ""},
		{"rejected", inPlay("applied: 2026-11-02", "- 2026-11-12 rejected"), ""},
	} {
		runStages(t, applicationsUnansweredID, []stageCase{{c.name, c.journal, []then{{"2026-11-20T12:00:00+01:00", c.says}}}})
	}
}

func TestApplicationsUnansweredWaived(t *testing.T) {
	application := func(file, company, more string) string {
		return "-- applications/" + file + ".md --\n---\ncompany: " + company + "\nrole: Engineer\napplied: 2026-11-02\n" + more + "\n---\n"
	}
	search := "-- search.md --\n---\nstarted: 2026-01-05\ntimezone: Europe/Berlin\n---\n"
	const waive = "waive: {applications-unanswered: a friend asks for me}"
	for _, c := range []struct {
		name, journal, names string
		waived               int
	}{
		{"none", application("a", "Acme", "") + application("b", "Globex", ""), "Acme and Globex", 0},
		{"one of two", application("a", "Acme", waive) + application("b", "Globex", ""), "Globex", 0},
		{"the only one", application("a", "Acme", waive), "", 1},
		{"both", application("a", "Acme", waive) + application("b", "Globex", waive), "", 1},
		{"one, before it would count", application("a", "Acme", strings.Replace(waive, "a friend", "she", 1)+"\nstatus: screening"), "", 0},
	} {
		r := at(t, search+c.journal, "2026-11-20T12:00:00+01:00").Filter(Filter{Rules: []string{applicationsUnansweredID}})
		message := ""
		for _, item := range r.Items {
			message += item.Message
		}
		if (c.names == "") != (message == "") || !strings.Contains(message, c.names) || r.Counts.Waived != c.waived {
			t.Errorf("%s: %q, %d waived; want %q, %d", c.name, message, r.Counts.Waived, c.names, c.waived)
		}
	}
}

func TestApplicationsUnansweredThroughAnAgency(t *testing.T) {
	agency := func(log string) string {
		return "-- applications/v.md --\n---\ncompany: undisclosed\nvia: Brightmoor\nrole: Engineer\napplied: 2026-11-02\n---\n-- log.md --\n" + log + "\n"
	}
	runStages(t, applicationsUnansweredID, []stageCase{
		{"their word is an answer", agency("- 2026-11-10 heard back from Brightmoor"), []then{{"2026-11-20T12:00:00+01:00", ""}}},
		{"from before the application it is not", agency("- 2026-10-10 heard back from Brightmoor"), []then{
			{"2026-11-20T12:00:00+01:00", "advice"}, {"2026-12-03T00:00:00+01:00", ""},
		}},
	})
}

func TestApplicationsUnansweredItem(t *testing.T) {
	j := searching("started: 2026-10-01", "- 2026-11-02 applied to Globex as Engineer\n- 2026-11-03 applied to Acme as Engineer")
	item := at(t, j, "2026-11-20T12:00:00+01:00").Filter(Filter{Rules: []string{applicationsUnansweredID}}).Items[0]
	if item.Company != "" || item.Place.Path() != "search.md" || item.Place.Start().Line != 3 {
		t.Errorf("of %q at %s:%v", item.Company, item.Place.Path(), item.Place.Start())
	}
	if want := moment(t, "2026-11-17T00:00:00+01:00"); !item.Since.Equal(want) || !item.Due.IsZero() {
		t.Errorf("since %v, due %v", item.Since, item.Due)
	}
	if want := moment(t, "2026-12-04T00:00:00+01:00"); !item.ChangesAt.Equal(want) {
		t.Errorf("changes at %v", item.ChangesAt)
	}
}

func TestApplicationsUnansweredNames(t *testing.T) {
	application := func(file, fields string) string {
		return "-- applications/" + file + ".md --\n---\n" + fields + "\napplied: 2026-11-02\n---\n"
	}
	agency := application("a", "via: Hays\nrole: Engineer") + application("b", "via: Hays\nrole: Engineer")
	acme := application("c", "company: Acme\nrole: Engineer")
	for _, c := range []struct{ name, journal, names string }{
		{"through one agency", agency, "Look once at 2 applications without an answer: 2 undisclosed via Hays."},
		{"through one agency, and a company", agency + acme, ": Acme and 2 undisclosed via Hays."},
		{"two at one company", acme + application("d", "company: Acme\nrole: Analyst"), ": 2 at Acme."},
		{"two agencies", agency + application("e", "via: Brightmoor\nrole: Engineer"), ": undisclosed via Brightmoor and 2 undisclosed via Hays."},
		{
			"too many to name", agency + acme + application("d", "company: Globex") + application("e", "company: Initech") + application("f", "company: Initech\nrole: Analyst"),
			": Acme, Globex, 2 at Initech and 2 more.",
		},
	} {
		item := at(t, searching("started: 2026-10-01", "")+c.journal, "2026-11-20T12:00:00+01:00").Filter(Filter{Rules: []string{applicationsUnansweredID}}).Items[0]
		if !strings.HasSuffix(item.Message, c.names) {
			t.Errorf("%s: %q", c.name, item.Message)
		}
	}
}
