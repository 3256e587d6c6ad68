package report

import (
	"strings"
	"testing"
)

func TestInterviewSoon(t *testing.T) {
	timed := round("role: Engineer", "date: 2026-11-20 14:00")
	application := func(status string) string {
		return "-- applications/a.md --\n---\ncompany: Globex\nrole: Engineer\nstatus: " + status + "\n---\n"
	}
	const eve = "2026-11-19T20:00:00+01:00"
	runStages(t, "interview-soon", []stageCase{
		{"48 hours before, until it begins", timed, []then{
			{"2026-11-18T13:59:59+01:00", ""},
			{"2026-11-18T14:00:00+01:00", "due"},
			{"2026-11-20T13:59:59+01:00", "due"},
			{"2026-11-20T14:00:00+01:00", ""},
		}},
		{"48 hours elapse across a clock change", round("date: 2026-10-26 14:00"), []then{
			{"2026-10-24T14:59:59+02:00", ""}, {"2026-10-24T15:00:00+02:00", "due"},
		}},
		{"of a day, the two days before and the day itself", round("date: 2026-11-20"), []then{
			{"2026-11-17T23:59:59+01:00", ""},
			{"2026-11-18T00:00:00+01:00", "due"},
			{"2026-11-20T23:59:59+01:00", "due"},
			{"2026-11-21T00:00:00+01:00", ""},
		}},
		{"a day in its own zone", round("date: 2026-11-20", "timezone: America/New_York"), []then{
			{"2026-11-17T23:59:59-05:00", ""},
			{"2026-11-18T00:00:00-05:00", "due"},
			{"2026-11-20T23:59:59-05:00", "due"},
			{"2026-11-21T00:00:00-05:00", ""},
		}},
		{"a day that was held already", round("date: 2026-11-20", "confidence: 3"), []then{{"2026-11-19T12:00:00+01:00", "due"}, {"2026-11-20T12:00:00+01:00", ""}}},
		{"scheduled", round("date: 2026-11-20 14:00", "status: scheduled"), []then{{eve, "due"}}},
		{"cancelled", round("date: 2026-11-20 14:00", "status: cancelled"), []then{{eve, ""}}},
		{"rescheduled", round("date: 2026-11-20 14:00", "status: rescheduled"), []then{{eve, ""}}},
		{"prepared", timed + "## Homework\n\n- they sort parcels\n", []then{{eve, ""}}},
		{"in the application's note", timed + application("interviewing") + "## Research\n\n- they sort parcels\n", []then{{eve, ""}}},
		{"a placeholder in the application's note", timed + application("interviewing") + "## Research\n\n- TODO\n", []then{{eve, "due"}}},
		{"under a heading of search.md's", "-- search.md --\n---\nstarted: 2026-11-01\nsections: {Firma: research}\n---\n" + timed + application("interviewing") +
			"## Firma\n\n- they sort parcels\n", []then{{eve, ""}}},
		{"beside a list of rounds", application("interviewing\ninterviews: [{date: 2026-11-20 14:00}, {date: 2026-11-24 14:00}]") +
			"## Prep\n\n- they sort parcels\n", []then{{eve, ""}}},
		{"of the application's other round", application("interviewing") +
			"## Round 1 — 2026-11-12 14:00\n\n### Prep\n\n- they sort parcels\n\n## Round 2 — 2026-11-20 14:00\n", []then{{eve, "due"}}},
		{"rated", round("date: 2026-11-20 14:00", "research: 3"), []then{{eve, ""}}},
		{"a resolution", timed + "I should look at their blog and their careers page before I go there.\n", []then{{eve, "due"}}},
		{"what is known, under no heading", timed + "They sort parcels at night with robots that are built in Leipzig.\n", []then{{eve, "due"}}},
		{"a placeholder", timed + "## Research\n\n- TODO\n", []then{{eve, "due"}}},
		{"an address", timed + "Ring twice.\n", []then{{eve, "due"}}},
		{"on hold", timed + application("on-hold"), []then{{eve, "due"}}},
		{"rejected", timed + application("rejected"), []then{{eve, ""}}},
		{"accepted", timed + application("accepted"), []then{{eve, ""}}},
		{"ghosted", timed + application("ghosted"), []then{{eve, ""}}},
		{"which position", "-- applications/a.md --\n---\ncompany: Globex\nrole: Analyst\n---\n-- applications/b.md --\n---\ncompany: Globex\nrole: Writer\n---\n" +
			round("date: 2026-11-20 14:00"), []then{{eve, ""}}},
		{"paused all the same", "-- search.md --\n---\nstarted: 2026-11-01\ntimezone: Europe/Berlin\npaused: [{from: 2026-11-16, to: 2026-11-30}]\n---\n" + timed, []then{{eve, "due"}}},
		{"the search is off", "-- search.md --\n---\nstarted: 2026-11-01\nfirst_day: 2026-11-18\ntimezone: Europe/Berlin\n---\n" + timed, []then{{eve, ""}}},
		{"waived", round("date: 2026-11-20 14:00", "waive: {interview-soon: I worked there}"), []then{{eve, ""}}},
		{"a day by choice", "-- search.md --\n---\nstarted: 2026-11-01\ntimezone: Europe/Berlin\nrules: {interview-soon: {within: 24h}}\n---\n" + timed, []then{
			{"2026-11-19T13:59:59+01:00", ""}, {"2026-11-19T14:00:00+01:00", "due"},
		}},
	})
}

func TestInterviewSoonShowsWhatWentBefore(t *testing.T) {
	journal := "-- search.md --\n---\ntimezone: Europe/Berlin\nstarted: 2026-11-01\n---\n" +
		stumbled("Globex", "2026-11-10 14:00", "with: Dana Reyes", "Why us?") +
		stumbled("Acme", "2026-11-12 14:00", "How long?", "And then? → Sleep.") +
		round("role: Engineer", "date: 2026-11-20 14:00")
	item := at(t, journal, "2026-11-19T20:00:00+01:00").Filter(Filter{Rules: []string{"interview-soon"}}).Items[0]
	for what, pair := range map[string][2]string{
		"message": {item.Message, "Globex meets you tomorrow 14:00, in 18 h, and nothing is written about them yet; you met them before, on Tue 10 Nov (Dana Reyes)."},
		"action":  {item.Action, "Write three lines under Research, what they make, what is new and one question for them, and a better answer to “How long?” and 1 earlier question."},
		"record":  {item.Record.Text, "## Research"},
		"since":   {item.Since.Format("2006-01-02 15:04"), "2026-11-18 14:00"},
		"changes": {item.ChangesAt.Format("2006-01-02 15:04"), "2026-11-20 14:00"},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s is %q, want %q", what, pair[0], pair[1])
		}
	}
	if !item.Due.IsZero() {
		t.Errorf("due %v, though it is never overdue", item.Due)
	}
}

// TestInterviewSoonOnItsDay holds that a round of which only the day is known
// says on that day how it is told apart from one that is over.
func TestInterviewSoonOnItsDay(t *testing.T) {
	journal := round("date: 2026-11-20")
	for now, want := range map[string]string{
		"2026-11-19T20:00:00+01:00": "Globex meets you tomorrow, and nothing is written about them yet.",
		"2026-11-20T20:00:00+01:00": "Globex meets you today, and nothing is written about them yet; once you have met them, add the time to its date.",
	} {
		items := at(t, journal, now).Filter(Filter{Rules: []string{"interview-soon"}}).Items
		if len(items) != 1 || items[0].Message != want {
			t.Errorf("%s: got %+v, want %q", now, items, want)
		}
	}
}

// TestInterviewSoonKnowsOfResearch holds that nobody is told that nothing is
// written about a company where something is.
func TestInterviewSoonKnowsOfResearch(t *testing.T) {
	const prep = "## Research\n\n- they sort parcels\n"
	next := round("role: Engineer", "date: 2026-11-20 14:00")
	application := func(company, body string) string {
		return "-- applications/a.md --\n---\ncompany: " + company + "\nrole: Engineer\napplied: 2026-11-01\n---\n" + body
	}
	earlier := func(company, body string) string {
		return "-- interviews/z.md --\n---\ncompany: " + company + "\nrole: Engineer\ndate: 2026-11-12 14:00\n---\n" + body
	}
	const nothing, elsewhere = "nothing is written about them yet", "its own note holds no research yet"
	for _, c := range []struct{ name, journal, says, action string }{
		{"nowhere", next, nothing, "Write three lines"},
		{"in another application's note", strings.Replace(application("Globex", prep), "Engineer", "Analyst", 1) + next, elsewhere, "Read again"},
		{"the application's note says other things", application("Globex", "## Offer\n\n- none\n") + next, nothing, "Write three lines"},
		{"for an earlier round", earlier("Globex", prep) + next, elsewhere, "Read again"},
		{"an earlier round without", earlier("Globex", "") + next, nothing, "Write three lines"},
		{"for a round elsewhere", earlier("Acme", prep) + next, nothing, "Write three lines"},
	} {
		item := at(t, c.journal, "2026-11-19T20:00:00+01:00").Filter(Filter{Rules: []string{interviewSoonID}}).Items[0]
		if !strings.Contains(item.Message, c.says) || !strings.HasPrefix(item.Action, c.action) {
			t.Errorf("%s: %q, %q", c.name, item.Message, item.Action)
		}
	}
}
