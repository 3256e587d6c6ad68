package report

import "testing"

// TestPositionRecordsSettle adds the line that an item about a position gives,
// and looks whether the item is gone.
func TestPositionRecordsSettle(t *testing.T) {
	application := func(company, fields, body string) string {
		return "-- applications/a.md --\n---\n" + company + "\n" + fields + "\n---\n" + body
	}
	const (
		globex   = "company: Globex\nrole: Engineer"
		agency   = "company: undisclosed\nvia: Brightmoor\nrole: Engineer"
		nobody   = "company: undisclosed\nrole: Engineer"
		overdue  = "status: screening\ndecision_by: 2026-11-10"
		takeHome = "status: assessment\ndue: 2026-11-21"
		other    = "-- applications/b.md --\n---\ncompany: Globex\nrole: Analyst\napplied: 2026-11-16\n---\n"
		log      = "-- log/2026-11.md --\n- 2026-11-16 applied to Initech as Engineer\n"
	)
	absent := func(status string) string {
		return "-- interviews/a.md --\n---\ncompany: Globex\nrole: Engineer\ndate: 2026-11-18 14:00\nwith: Dana Reyes\nstatus: " + status + "\n---\n"
	}
	for _, c := range []struct{ name, rule, journal string }{
		{"no log", answerOverdueID, application(globex, overdue, "")},
		{"a log of its own", answerOverdueID, application(globex, overdue, "## Log\n\n- 2026-11-02 applied\n")},
		{"a general log", answerOverdueID, application(globex, overdue, "") + log},
		{"two roles", answerOverdueID, application(globex, overdue, "") + other + log},
		{"an agency", answerOverdueID, application(agency, overdue, "") + log},
		{"nobody named", answerOverdueID, application(nobody, overdue, "") + log},
		{"an application in TOML", answerOverdueID, "-- applications/a.md --\n+++\ncompany = \"Globex\"\nstatus = \"screening\"\ndecision_by = 2026-11-10\n+++\n" + log},
		{"a round in a log", positionQuietID, "-- log/2026-10.md --\n- 2026-10-16 14:00 interviewed at Globex as Engineer with Dana Reyes: thanked her there\n"},
		{"one application", applicationsUnansweredID, "-- log/2026-11.md --\n- 2026-11-02 applied to Globex as Engineer\n"},
		{"one of two roles", applicationsUnansweredID, "-- log/2026-11.md --\n- 2026-11-02 applied to Globex as Engineer\n- 2026-11-16 applied to Globex as Analyst\n"},
		{"they did not come", noShowID, absent("no-show")},
		{"I did not come", missedApologyID, absent("missed") + log},
		{"I did not come, and a log", missedApologyID, absent("missed") + "## Log\n\n- 2026-11-17 lunch\n"},
		{"a take-home", assessmentDueID, application(globex, takeHome, "") + log},
		{"a take-home, two roles", assessmentDueID, application(globex, takeHome, "") + other + log},
		{"a take-home for an agency", assessmentDueID, application(agency, takeHome, "") + log},
	} {
		t.Run(c.name, func(t *testing.T) {
			journal := "-- search.md --\n---\nstarted: 2026-10-05\ntimezone: Europe/Berlin\n---\n" + c.journal
			now := moment(t, "2026-11-20T12:00:00+01:00")
			items := build0(t, journal, now, nil).Filter(Filter{Rules: []string{c.rule}}).Items
			if len(items) != 1 || items[0].Record == nil {
				t.Fatalf("%d items of %s", len(items), c.rule)
			}
			record := items[0].Record
			if left := say(build0(t, journal, now, record), c.rule); len(left) > 0 {
				t.Errorf("after adding %q to %s:%d it still says %v", record.Text, record.File, record.Line, left)
			}
			if problems := build0(t, journal, now, record).Problems; len(problems) > 0 {
				t.Errorf("%q is a problem: %s", record.Text, problems[0].Message)
			}
		})
	}
}
