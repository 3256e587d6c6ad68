package report

import "testing"

// unmetRules are the rules about rounds at which the two did not meet, and the
// status that says so.
var unmetRules = map[string]string{noShowID: "no-show", missedApologyID: "missed"}

func TestUnmetStages(t *testing.T) {
	const search = "-- search.md --\n---\nstarted: 2026-01-05\ntimezone: Europe/Berlin\n"
	for rule, status := range unmetRules {
		timed := round("date: 2026-11-18 14:00", "with: Dana Reyes", "status: "+status)
		runStages(t, rule, []stageCase{
			{"at once, the end of the next day, 7 days", timed, []then{
				{"2026-11-18T13:59:59+01:00", ""},
				{"2026-11-18T14:00:00+01:00", "due"},
				{"2026-11-19T23:59:59+01:00", "due"},
				{"2026-11-20T00:00:00+01:00", "overdue"},
				{"2026-11-26T23:59:59+01:00", "overdue"},
				{"2026-11-27T00:00:00+01:00", ""},
			}},
			{"a day, in its own zone", round("date: 2026-11-18", "timezone: America/New_York", "status: "+status), []then{
				{"2026-11-17T23:59:59-05:00", ""},
				{"2026-11-18T00:00:00-05:00", "due"},
				{"2026-11-20T00:00:00-05:00", "overdue"},
				{"2026-11-27T00:00:00-05:00", ""},
			}},
			{"days, not hours, across a clock change", round("date: 2026-10-24 14:00", "status: "+status), []then{
				{"2026-10-25T23:59:59+01:00", "due"}, {"2026-10-26T00:00:00+01:00", "overdue"}, {"2026-11-02T00:00:00+01:00", ""},
			}},
			{"other thresholds", search + "rules: {" + rule + ": {within: 2d, until: 1d}}\n---\n" + timed, []then{
				{"2026-11-20T23:59:59+01:00", "due"}, {"2026-11-21T00:00:00+01:00", "overdue"}, {"2026-11-22T00:00:00+01:00", ""},
			}},
			{"the search is over", search + "first_day: 2026-11-19\n---\n" + timed, []then{
				{"2026-11-18T23:59:59+01:00", "due"}, {"2026-11-19T00:00:00+01:00", ""},
			}},
		})
	}
}

func TestUnmetSettledBy(t *testing.T) {
	const when = "2026-11-19T20:00:00+01:00"
	for rule, status := range unmetRules {
		absent := func(more ...string) string {
			return round(append([]string{"role: Engineer", "date: 2026-11-18 14:00", "with: Dana Reyes", "status: " + status}, more...)...)
		}
		for _, c := range []struct{ name, journal, says string }{
			{"nothing", absent(), "due"},
			{"another status", round("date: 2026-11-18 14:00", "status: done"), ""},
			{"an apology", absent() + "## Log\n\n- 2026-11-18 16:00 apologised to Dana Reyes\n", ""},
			{"an apology, undated, in its own note", absent() + "## Log\n\n- [x] apologise to Dana Reyes\n", ""},
			{"a plan", absent() + "## Log\n\n- [ ] apologise to Dana Reyes\n", "due"},
			{"a line in a log", absent() + "-- log.md --\n- 2026-11-18 apologised to Dana Reyes\n", ""},
			{"a reply", absent() + inPlay("status: interviewing", "- 2026-11-19 heard back"), ""},
			{"a reply at that hour", absent() + inPlay("status: interviewing", "- 2026-11-18 14:00 heard back"), ""},
			{"a reply that morning was about something else", absent() + inPlay("status: interviewing", "- 2026-11-18 09:00 heard back: see you at two"), "due"},
			{"a follow-up", absent() + inPlay("status: interviewing", "- 2026-11-18 followed up"), ""},
			{"a word the day before", absent() + inPlay("status: interviewing", "- 2026-11-17 followed up"), "due"},
			{"a thank-you", absent() + inPlay("status: interviewing", "- 2026-11-18 17:00 thanked Dana Reyes"), ""},
			{"a reference told is none", absent() + "-- references/jane.md --\n---\nname: Jane Doe\ntold: {Globex: 2026-11-18}\n---\n", "due"},
			{"a later round", absent() + "-- interviews/b.md --\n---\ncompany: Globex\nrole: Engineer\ndate: 2026-11-25 14:00\nstatus: scheduled\n---\n", ""},
			{"a later round, called off", absent() + "-- interviews/b.md --\n---\ncompany: Globex\nrole: Engineer\ndate: 2026-11-25 14:00\nstatus: cancelled\n---\n", "due"},
			{"a later round, held", absent() + "-- interviews/b.md --\n---\ncompany: Globex\nrole: Engineer\ndate: 2026-11-19 10:00\n---\n", ""},
			{"an earlier round", absent() + "-- interviews/b.md --\n---\ncompany: Globex\nrole: Engineer\ndate: 2026-11-10 14:00\n---\n", "due"},
			{"references asked for", absent() + inPlay("status: interviewing\nreferences_requested: 2026-11-19", ""), ""},
			{"rejected", absent() + inPlay("status: interviewing", "- 2026-11-19 rejected"), ""},
			{"an offer", absent() + inPlay("status: offer", ""), ""},
			{"accepted", absent() + inPlay("status: accepted", ""), ""},
			{"on hold", absent() + inPlay("status: on-hold", ""), ""},
			{"ghosted", absent() + inPlay("status: ghosted", ""), ""},
			{"waived", absent("waive: {" + rule + ": we spoke on the stairs}"), ""},
		} {
			runStages(t, rule, []stageCase{{rule + ", " + c.name, c.journal, []then{{when, c.says}}}})
		}
	}
}

func TestUnmetItem(t *testing.T) {
	for rule, status := range unmetRules {
		j := "-- search.md --\n---\ntimezone: Europe/Berlin\n---\n" + round("date: 2026-11-18 14:00", "with: Dana Reyes", "status: "+status)
		r := at(t, j, "2026-11-19T20:00:00+01:00")
		items := r.Filter(Filter{Rules: []string{rule}}).Items
		if len(items) != 1 {
			t.Fatalf("%s says %v", rule, say(r))
		}
		item := items[0]
		if item.Since.Format("2006-01-02 15:04") != "2026-11-18 14:00" || item.Due.Format("2006-01-02 15:04") != "2026-11-20 00:00" || !item.DueIsDay {
			t.Errorf("%s: since %v, due %v", rule, item.Since, item.Due)
		}
		if !item.ChangesAt.Equal(item.Due) || item.Place.Start().Line != 3 {
			t.Errorf("%s: changes at %v, stands at %v", rule, item.ChangesAt, item.Place.Start())
		}
	}
}
