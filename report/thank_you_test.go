package report

import (
	"strings"
	"testing"
)

// round is an interview note of Globex with the given fields.
func round(fields ...string) string {
	return "-- interviews/a.md --\n---\ncompany: Globex\n" + strings.Join(fields, "\n") + "\n---\n"
}

func TestThankYouStages(t *testing.T) {
	timed := round("date: 2026-11-18 14:00", "with: Dana Reyes")
	day := round("date: 2026-11-18", "with: Dana Reyes")
	runStages(t, "thank-you", []stageCase{
		{"from the end, 24 hours, 7 days", timed, []then{
			{"2026-11-18T14:59:59+01:00", ""},
			{"2026-11-18T15:00:00+01:00", "due Dana Reyes"},
			{"2026-11-19T14:59:59+01:00", "due Dana Reyes"},
			{"2026-11-19T15:00:00+01:00", "overdue Dana Reyes"},
			{"2026-11-26T14:59:59+01:00", "overdue Dana Reyes"},
			{"2026-11-26T15:00:00+01:00", "advice Dana Reyes"},
			{"2027-06-01T00:00:00+02:00", "advice Dana Reyes"},
		}},
		{"ends decides", round("date: 2026-11-18 14:00", "ends: 16:30", "with: Dana Reyes"), []then{
			{"2026-11-18T16:29:59+01:00", ""}, {"2026-11-18T16:30:00+01:00", "due Dana Reyes"},
		}},
		{"duration decides", round("date: 2026-11-18 14:00", "duration: 90m", "with: Dana Reyes"), []then{
			{"2026-11-18T15:29:59+01:00", ""}, {"2026-11-18T15:30:00+01:00", "due Dana Reyes"},
		}},
		{"a day ends with the day", day, []then{
			{"2026-11-18T23:59:59+01:00", ""},
			{"2026-11-19T00:00:00+01:00", "due Dana Reyes"},
			{"2026-11-19T23:59:59+01:00", "due Dana Reyes"},
			{"2026-11-20T00:00:00+01:00", "overdue Dana Reyes"},
			{"2026-11-26T23:59:59+01:00", "overdue Dana Reyes"},
			{"2026-11-27T00:00:00+01:00", "advice Dana Reyes"},
		}},
		{"a day that is done has ended already", round("date: 2026-11-18", "with: Dana Reyes", "status: done"), []then{
			{"2026-11-17T23:59:59+01:00", ""},
			{"2026-11-18T00:00:00+01:00", "due Dana Reyes"},
			{"2026-11-19T23:59:59+01:00", "due Dana Reyes"},
			{"2026-11-20T00:00:00+01:00", "overdue Dana Reyes"},
		}},
		{"a day with an evaluation has ended already", day + "## What worked\n\n- the whiteboard\n", []then{
			{"2026-11-17T23:59:59+01:00", ""}, {"2026-11-18T00:00:00+01:00", "due Dana Reyes"},
		}},
		{"research ends nothing", day + "## Research\n\n- they build robots that sort parcels at night\n", []then{
			{"2026-11-18T20:00:00+01:00", ""},
		}},
		{"a day with one thank-you has ended already", round("date: 2026-11-18", "with: [Dana Reyes, Li Wei]", "thanked: {Li Wei: 2026-11-18}"), []then{
			{"2026-11-18T20:00:00+01:00", "due Dana Reyes"},
		}},
		{"own words end no scheduled day", round("date: 2026-11-18", "with: Dana Reyes", "status: scheduled") +
			"I will tell them about the robots and the parcels they sort at night.\n", []then{
			{"2026-11-18T20:00:00+01:00", ""}, {"2026-11-19T20:00:00+01:00", ""},
		}},
		{"scheduled and evaluated is held", round("date: 2026-11-18 14:00", "with: Dana Reyes", "status: scheduled", "confidence: 4"), []then{
			{"2026-11-18T14:30:00+01:00", ""}, {"2026-11-18T15:00:00+01:00", "due Dana Reyes"},
		}},
		{"an own zone", round("date: 2026-11-18", "timezone: America/New_York", "with: Dana Reyes"), []then{
			{"2026-11-18T23:59:59-05:00", ""},
			{"2026-11-19T00:00:00-05:00", "due Dana Reyes"},
			{"2026-11-20T00:00:00-05:00", "overdue Dana Reyes"},
			{"2026-11-26T23:59:59-05:00", "overdue Dana Reyes"},
			{"2026-11-27T00:00:00-05:00", "advice Dana Reyes"},
		}},
		{"24 hours elapse across a clock change, a week does not", round("date: 2026-10-24 14:00", "with: Dana Reyes"), []then{
			{"2026-10-25T13:59:59+01:00", "due Dana Reyes"}, // 15:00+02:00 a day on is 14:00+01:00
			{"2026-10-25T14:00:00+01:00", "overdue Dana Reyes"},
			{"2026-11-01T13:59:59+01:00", "overdue Dana Reyes"},
			{"2026-11-01T14:00:00+01:00", "advice Dana Reyes"},
		}},
	})
}

func TestThankYouStatuses(t *testing.T) {
	const later = "2026-11-20T09:00:00+01:00"
	for status, says := range map[string]string{
		"done": "overdue Dana Reyes", "scheduled": "", "cancelled": "", "rescheduled": "", "no-show": "", "missed": "",
	} {
		checkStages(t, round("date: 2026-11-18 14:00", "with: Dana Reyes", "status: "+status), "thank-you", []then{{later, says}})
	}
	for _, status := range []string{"lead", "applied", "rejected", "withdrawn", "closed", "accepted", "on-hold", "ghosted"} {
		application := "-- applications/a.md --\n---\ncompany: Globex\nrole: Engineer\nstatus: " + status + "\n---\n"
		checkStages(t, application+round("date: 2026-11-18 14:00", "with: Dana Reyes"), "thank-you", []then{{later, "overdue Dana Reyes"}})
	}
}

func TestThanked(t *testing.T) {
	const when = "2026-11-19T20:00:00+01:00"
	two := func(more string) string {
		return round("date: 2026-11-18 14:00", "with: [Dana Reyes, Li Wei]", more)
	}
	for _, c := range []struct{ name, journal, says string }{
		{"nobody", two("tags: x"), "overdue Dana Reyes, overdue Li Wei"},
		{"everyone, dated", two("thanked: 2026-11-18"), ""},
		{"everyone, undated", two("thanked: yes"), ""},
		{"no is no thank-you", two("thanked: no"), "overdue Dana Reyes, overdue Li Wei"},
		{"one by name", two("thanked: Li Wei"), "overdue Dana Reyes"},
		{"one by date", two("thanked: {Li Wei: 2026-11-18 20:00}"), "overdue Dana Reyes"},
		{"a coordinator passes it on", two("thanked: [{to: Li Wei, sent: 2026-11-18, via: coordinator}]"), ""},
		{"an email does not", two("thanked: [{to: Li Wei, sent: 2026-11-18, via: email}]"), "overdue Dana Reyes"},
		{"tomorrow counts", two("thanked: 2026-11-20"), ""},
		{"the day after does not yet", two("thanked: 2026-11-21"), "overdue Dana Reyes, overdue Li Wei"},
		{"its own log, no name", two("tags: x") + "## Log\n- 2026-11-18 thanked\n", ""},
		{"a plan", two("tags: x") + "## Log\n- [ ] 2026-11-18 thank Dana Reyes\n", "overdue Dana Reyes, overdue Li Wei"},
		{"a ticked plan", two("tags: x") + "## Log\n- [x] thank Dana Reyes\n", "overdue Li Wei"},
	} {
		t.Run(c.name, func(t *testing.T) {
			checkStages(t, "-- search.md --\n---\ntimezone: Europe/Berlin\n---\n"+c.journal, "thank-you", []then{{when, c.says}})
		})
	}
}

func TestThankYouUnnamedRound(t *testing.T) {
	const when = "2026-11-20T20:00:00+01:00"
	unnamed := round("date: 2026-11-18 14:00")
	application := "-- applications/a.md --\n---\ncompany: Globex\nrole: Engineer\nstatus: interviewing\ncontacts: [Dana Reyes]\n---\n"
	for _, c := range []struct{ name, journal, says string }{
		{"one item without a person", unnamed, "overdue"},
		{"its own thank-you", round("date: 2026-11-18 14:00", "thanked: yes"), ""},
		{"somebody there, the same day", unnamed + application + "-- log.md --\n- 2026-11-18 thanked Dana Reyes\n", ""},
		{"somebody there, earlier", unnamed + application + "-- log.md --\n- 2026-11-17 thanked Dana Reyes\n", "overdue"},
		{"somebody there, undated", unnamed + application + "-- log.md --\n- [x] thank Dana Reyes\n", "overdue"},
		{"undated in its own note", unnamed + "## Log\n- [x] thank Dana Reyes\n" + application, ""},
		{"somebody elsewhere", unnamed + "-- interviews/b.md --\n---\ncompany: Initech\ndate: 2026-11-17 10:00\nwith: Ana Lima\n---\n" +
			"-- log.md --\n- 2026-11-19 thanked Ana Lima\n", "overdue"},
		{"a later named round there", unnamed + "-- interviews/b.md --\n---\ncompany: Globex\ndate: 2026-11-19 10:00\nwith: Ana Lima\nthanked: 2026-11-19\n---\n", ""},
		{"a reference who knows", unnamed + application + "-- references/jane.md --\n---\nname: Jane Doe\nthanked: 2026-11-19\ntold: {Globex: 2026-11-19}\n---\n", "overdue"},
	} {
		t.Run(c.name, func(t *testing.T) {
			checkStages(t, "-- search.md --\n---\ntimezone: Europe/Berlin\n---\n"+c.journal, "thank-you", []then{{when, c.says}})
		})
	}
}

func TestThankYouEndsWithTheSearch(t *testing.T) {
	search := "-- search.md --\n---\nstarted: 2026-10-01\nfirst_day: 2026-12-01\ntimezone: Europe/Berlin\n---\n"
	runStages(t, "thank-you", []stageCase{{"advice only while it is on", search + round("date: 2026-11-20 14:00", "with: Dana Reyes"), []then{
		{"2026-11-30T23:59:59+01:00", "advice Dana Reyes"},
		{"2026-12-01T00:00:00+01:00", ""},
	}}, {"due and overdue without it", search + round("date: 2026-11-29 14:00", "with: Dana Reyes"), []then{
		{"2026-12-01T12:00:00+01:00", "overdue Dana Reyes"},
		{"2026-12-07T15:00:00+01:00", ""},
	}}})
}

func TestThankYouDraft(t *testing.T) {
	draft := round("date: 2026-11-18 14:00", "with: [Dana Reyes, Li Wei]") + "## Thank-you note to Dana Reyes\n\nDear Dana, thank you for the hour.\n"
	r := at(t, draft, "2026-11-18T20:00:00Z")
	for _, item := range r.Filter(Filter{Rules: []string{"thank-you"}}).Items {
		written := item.Action == "Your note to Dana is written: send it."
		if written != (item.Person == "Dana Reyes") {
			t.Errorf("%s: %q", item.Person, item.Action)
		}
	}
}

// TestThankYouDraftGap has two notes that debrief began: as long as something
// stands in brackets, neither is ready to go out.
func TestThankYouDraftGap(t *testing.T) {
	draft := round("date: 2026-11-18 14:00", "with: [Dana Reyes, Li Wei]") + "## Thank-you note to Dana Reyes\n\nDear Dana, […: one thing Dana said]\n" +
		"## Thank-you note to Li Wei\n\nDear Li, the queue! Kind regards, [your name]\n"
	items := at(t, draft, "2026-11-18T20:00:00Z").Filter(Filter{Rules: []string{"thank-you"}}).Items
	if len(items) != 2 {
		t.Fatalf("%d items", len(items))
	}
	for _, item := range items {
		if want := " is begun: fill in what stands in brackets, and send it."; !strings.HasSuffix(item.Action, want) {
			t.Errorf("%s: %q, want …%q", item.Person, item.Action, want)
		}
	}
}

func TestThankYouItem(t *testing.T) {
	j := "-- search.md --\n---\ntimezone: Europe/Berlin\n---\n" + round("role: Engineer", "date: 2026-11-18", "with: Dana Reyes")
	r := at(t, j, "2026-11-19T12:00:00+01:00")
	item := r.Filter(Filter{Rules: []string{"thank-you"}}).Items[0]
	for what, pair := range map[string][2]string{
		"since":   {item.Since.Format("2006-01-02 15:04"), "2026-11-19 00:00"},
		"due":     {item.Due.Format("2006-01-02 15:04"), "2026-11-20 00:00"},
		"changes": {item.ChangesAt.Format("2006-01-02 15:04"), "2026-11-20 00:00"},
		"message": {item.Message, "Thank Dana Reyes (Globex) by the end of today: 12 h left."},
		"company": {item.Company + "/" + item.Role, "Globex/Engineer"},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s is %q, want %q", what, pair[0], pair[1])
		}
	}
	if !item.DueIsDay || item.Place.Start().Line != 4 || item.Place.Path() != "interviews/a.md" {
		t.Errorf("day %v, at %s:%v", item.DueIsDay, item.Place.Path(), item.Place.Start())
	}
}
