package report

import (
	"testing"

	"debrief/parser"
)

// TestOutreachOrFollowUp looks whether one contact was with somebody of a
// position in play at its time.
func TestOutreachOrFollowUp(t *testing.T) {
	app := func(fields, log string) string {
		return "-- applications/a.md --\n---\ncompany: Acme\nrole: Engineer\ncontacts: [Dana Reyes]\n" + fields + "\n---\n## Log\n\n" + log + "\n"
	}
	for _, c := range []struct {
		name, application, line string
		outreach                bool
	}{
		{"a lead", app("status: lead", ""), "2026-11-12 contacted Dana Reyes", true},
		{"before the application", app("applied: 2026-11-14", ""), "2026-11-12 contacted Dana Reyes", true},
		{"on its day", app("applied: 2026-11-12 18:00", ""), "2026-11-12 contacted Dana Reyes", false},
		{"after a round", app("status: lead\ninterviews: [{date: 2026-11-10 10:00}]", ""), "2026-11-12 contacted Dana Reyes", false},
		{"unanswered, 30 days", app("applied: 2026-10-13", ""), "2026-11-12 contacted Dana Reyes", false},
		{"unanswered, 31 days", app("applied: 2026-10-12", ""), "2026-11-12 contacted Dana Reyes", true},
		{"kept awake by another contact", app("applied: 2026-10-01", "- 2026-10-20 contacted Dana Reyes"), "2026-11-12 contacted Dana Reyes", false},
		{"answered long ago", app("applied: 2026-09-01", "- 2026-09-10 heard back"), "2026-11-12 contacted Dana Reyes", false},
		{"rejected earlier", app("applied: 2026-10-20", "- 2026-11-11 rejected"), "2026-11-12 contacted Dana Reyes", true},
		{"rejected that day", app("applied: 2026-10-20", "- 2026-11-12 rejected"), "2026-11-12 contacted Dana Reyes", false},
		{"rejected later", app("applied: 2026-10-20", "- 2026-11-13 rejected"), "2026-11-12 contacted Dana Reyes", false},
		{"rejected on no day, lately", app("applied: 2026-10-20\nstatus: rejected", ""), "2026-11-12 contacted Dana Reyes", false},
		{"rejected on no day, long ago", app("applied: 2026-06-20\nstatus: rejected", ""), "2026-11-12 contacted Dana Reyes", true},
		{"ghosted since", app("applied: 2026-10-20\nstatus: ghosted", ""), "2026-11-12 contacted Dana Reyes", false},
		{"ghosted long ago", app("applied: 2026-06-20\nstatus: ghosted", ""), "2026-11-12 contacted Dana Reyes", true},
		{"the agency, awake", app("applied: 2026-10-20\nvia: Brightmoor", ""), "2026-11-12 contacted Brightmoor", false},
		{"the agency, asleep", app("applied: 2026-09-20\nvia: Brightmoor", ""), "2026-11-12 contacted Brightmoor", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			j, _ := load(t, searching("started: 2026-06-01", "- "+c.line)+c.application)
			v := newView(j, moment(t, "2026-11-16T09:00:00+01:00"), settings{})
			for _, e := range j.Events {
				if e.What == parser.Contacted && e.When.Time.Format("01-02") == "11-12" && v.outreach(e) != c.outreach {
					t.Errorf("outreach is %v", !c.outreach)
				}
			}
		})
	}
}

func TestAgencyDoesNotWakeTheSleeping(t *testing.T) {
	journal := searching("started: 2026-08-01", "- 2026-11-12 contacted Brightmoor\n- 2026-11-13 heard back from Brightmoor") +
		"-- applications/a.md --\n---\ncompany: undisclosed\nvia: Brightmoor\napplied: 2026-09-20\n---\n" +
		"-- applications/b.md --\n---\ncompany: undisclosed\nrole: Analyst\nvia: Brightmoor\napplied: 2026-11-01\n---\n"
	for _, p := range at(t, journal, "2026-11-16T09:00:00+01:00").Positions {
		if p.Resting != (p.Role == "") {
			t.Errorf("%s %s rests: %v", p.Company, p.Role, p.Resting)
		}
	}
	for _, p := range at(t, journal, "2027-02-16T09:00:00+01:00").Positions {
		if p.Live != (p.Role == "Analyst") {
			t.Errorf("the agency answered for the one awake: %s %s live: %v", p.Company, p.Role, p.Live)
		}
	}
}
