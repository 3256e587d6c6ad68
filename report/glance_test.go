package report

import (
	"slices"
	"strings"
	"testing"
	"time"

	"debrief/parser"
)

func TestPositionsAtAGlance(t *testing.T) {
	app := func(name, fields string) string {
		return "-- applications/" + name + ".md --\n---\ncompany: " + name + "\nrole: Engineer\n" + fields + "\n---\n"
	}
	journal := "-- search.md --\n---\ntimezone: Europe/Berlin\npaused: [{from: 2026-10-01, to: 2026-10-05}]\n---\n" +
		app("Lead", "status: saved") + app("Bare", "url: https://bare.example") +
		app("Applied", "status: applied") + app("Dated", "applied: 2026-11-01") + app("Hold", "status: on-hold") +
		app("Fresh", "applied: 2026-10-21") + app("Stale", "applied: 2026-10-20") + app("Paused", "applied: 2026-09-24") + app("Slept", "applied: 2026-09-13") +
		app("Cancelled", "applied: 2026-09-01\ninterviews: [{date: 2026-09-20 10:00, status: cancelled}]") +
		app("Ghosted", "status: ghosted\napplied: 2026-11-01") + app("Gone", "status: rejected") + app("Shut", "status: frozen") +
		app("Logged", "status: interviewing") + "## Log\n- 2026-11-02 rejected\n" +
		app("Woken", "applied: 2026-09-01") + "## Log\n- 2026-11-02 followed up\n" +
		app("Ahead", "status: lead\ninterviews: [{date: 2026-11-25 10:00}]") +
		app("Taken", "offer: {on: 2026-11-01, accepted: 2026-11-03}\nfirst_day: 2026-12-01")
	r := at(t, journal, "2026-11-20T09:00:00+01:00")
	got := []string{}
	for _, p := range r.Positions {
		state := "-"
		switch {
		case p.Live && p.Resting:
			state = "both"
		case p.Live:
			state = "live"
		case p.Resting:
			state = "rests"
		}
		got = append(got, p.Company+" "+p.Status+" "+state)
	}
	want := []string{
		"Applied applied live", "Cancelled interviewing live", "Dated applied live", "Fresh applied live", "Hold on-hold live",
		"Taken accepted live", "Woken applied live", "Ahead lead -", "Bare lead -", "Lead lead -",
		"Ghosted applied rests", "Paused applied rests", "Slept applied rests", "Stale applied rests",
		"Gone rejected -", "Logged rejected -", "Shut closed -",
	}
	if !slices.Equal(got, want) {
		t.Errorf("positions\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if r.Counts.Resting != 4 {
		t.Errorf("%d rest", r.Counts.Resting)
	}
}

// TestUnknownStatus holds a position to be called a lead only where nothing
// was lost that may say more.
func TestUnknownStatus(t *testing.T) {
	const bare = "-- applications/a.md --\n---\ncompany: Acme\nrole: Engineer\n---\n"
	for _, c := range []struct{ name, journal, status string }{
		{"nothing is said", bare, "lead"},
		{"a round of no day", "-- interviews/a.md --\n---\ncompany: Acme\ndate: 2026-13-40\n---\n", ""},
		{"a round of no day, with an application", bare + "-- interviews/a.md --\n---\ncompany: Acme\ndate: 18 Nov\n---\n", ""},
		{"a line without a year", "-- log.md --\n## 18 November\n\n- applied to Acme as Engineer\n", ""},
		{"a line without a year, with an application", bare + "-- log.md --\n## 18 November\n\n- applied to Acme as Engineer\n", ""},
		{"an interview without a year, with an application", bare + "-- log.md --\n## 18 November\n\n- interviewed at Acme\n", ""},
		{"applied at no date", "-- applications/a.md --\n---\ncompany: Acme\napplied: yesterday\n---\n", ""},
		{"a status of another's", "-- applications/a.md --\n---\ncompany: Acme\nstatus: aplyed for\n---\n", ""},
		{"ghosted", "-- applications/a.md --\n---\ncompany: Acme\nstatus: ghosted\n---\n", ""},
		{"its status says enough", "-- applications/a.md --\n---\ncompany: Acme\nstatus: lead\ndue: soon\n---\n", "lead"},
		{"what happened says enough", "-- applications/a.md --\n---\ncompany: Acme\napplied: 2026-11-10\ndue: soon\n---\n", "applied"},
	} {
		if got := at(t, c.journal, "2026-11-20T09:00:00+01:00").Positions[0].Status; got != c.status {
			t.Errorf("%s: %q, want %q", c.name, got, c.status)
		}
	}
}

func TestRestsAfterThirtyDays(t *testing.T) {
	journal := "-- search.md --\n---\ntimezone: Europe/Berlin\npaused: [{from: 2026-11-05, to: 2026-11-09}]\n---\n" +
		"-- applications/a.md --\n---\ncompany: Acme\napplied: 2026-10-10 18:00\n---\n"
	for instant, rests := range map[string]bool{
		"2026-11-14T23:59:59+01:00": false, // the 30th day, five of them paused
		"2026-11-15T00:00:00+01:00": true,
	} {
		if got := at(t, journal, instant).Positions[0].Resting; got != rests {
			t.Errorf("at %s it rests: %v", instant, got)
		}
	}
}

func TestPositionRow(t *testing.T) {
	journal := "-- search.md --\n---\ntimezone: Europe/Berlin\n---\n-- applications/a.md --\n---\ncompany: Acme\nrole: Engineer\napplied: 2026-11-01\ndecision_by: 2026-12-01\n" +
		"interviews: [{date: 2026-11-10 14:00, confidence: 2}, {date: 2026-11-12 14:00, confidence: 4, decision_by: 2026-11-30}, {date: 2026-11-24 11:00}]\n---\n"
	row := at(t, journal, "2026-11-20T09:00:00+01:00").Positions[0]
	if row.Interviews != 2 || row.Confidence != 4 || row.File != "applications/a.md" || !row.AppliedIsDay {
		t.Errorf("%+v", row)
	}
	if !row.LastEvent.Equal(moment(t, "2026-11-12T14:00:00+01:00")) || !row.NextEvent.Equal(moment(t, "2026-11-24T11:00:00+01:00")) {
		t.Errorf("last %v, next %v", row.LastEvent, row.NextEvent)
	}
	later := at(t, journal, "2026-11-29T09:00:00+01:00").Positions[0]
	if !later.NextEvent.Equal(moment(t, "2026-11-30T00:00:00+01:00")) || !later.NextIsDay {
		t.Errorf("the day of the latest round that names one decides, not %v", later.NextEvent)
	}
}

// TestNextOfAPosition holds what comes next to what nothing has settled yet.
func TestNextOfAPosition(t *testing.T) {
	const days = "decision_by: 2026-11-21\ndue: 2026-11-22\nfirst_day: 2027-01-11\n"
	offer := func(more string) string { return "offer: {on: 2026-11-18, respond_by: 2026-11-24" + more + "}\n" }
	for _, c := range []struct{ name, fields, log, next string }{
		{"an answer", "status: assessment\n" + days, "", "2026-11-21"},
		{"the take-home was sent", "status: assessment\ndue: 2026-11-20\ndecision_by: 2026-11-21\n", "- 2026-11-19 sent ledger.zip", "2026-11-21"},
		{"an offer is the answer", days + offer(""), "", "2026-11-24"},
		{"accepted", days + offer(", accepted: 2026-11-19"), "", "2027-01-11"},
		{"accepted, by a line", days + offer(""), "- 2026-11-19 accepted", "2027-01-11"},
		{"accepted, by its status", "status: accepted\n" + days + offer(""), "", "2027-01-11"},
		{"declined", days + offer(", declined: 2026-11-19"), "", "0001-01-01"},
	} {
		journal := "-- search.md --\n---\ntimezone: Europe/Berlin\n---\n-- applications/a.md --\n---\ncompany: Acme\napplied: 2026-11-01\n" +
			c.fields + "---\n## Log\n\n" + c.log + "\n"
		if next := at(t, journal, "2026-11-19T20:45:00+01:00").Positions[0].NextEvent; next.Format("2006-01-02") != c.next {
			t.Errorf("%s: next is %v, want %s", c.name, next, c.next)
		}
	}
}

func TestSearchAtAGlance(t *testing.T) {
	journal := searching("started: 2026-10-01\nfirst_day: 2026-12-01\ngoals: {applications_per_week: 3, outreach_per_week: 1}",
		"- 2026-11-15 applied to Old as Engineer\n- 2026-11-16 applied to Initech as Engineer\n- 2026-11-18 contacted Ana Lima\n- 2026-11-22 applied to Early as Engineer")
	s := at(t, journal, "2026-11-19T20:00:00+01:00").Search
	if !s.On || s.ApplicationsThisWeek != 1 || s.OutreachThisWeek != 1 || s.ApplicationsGoal != 3 || s.OutreachGoal != 1 {
		t.Errorf("%+v", s)
	}
	if !s.LastActivity.Equal(moment(t, "2026-11-18T00:00:00+01:00")) || !s.FirstDay.Equal(moment(t, "2026-12-01T00:00:00+01:00")) {
		t.Errorf("%+v", s)
	}
	if at(t, journal, "2026-12-01T00:00:00+01:00").Search.On {
		t.Error("on after the first day")
	}
	if s := Build(&parser.Journal{Zone: time.UTC}, time.Unix(1e9, 0)).Search; s.On {
		t.Error("an empty journal searches")
	}
}

func TestSearchEnds(t *testing.T) {
	app := func(fields string) string {
		return searching("started: 2026-10-01", "") + "-- applications/a.md --\n---\ncompany: Acme\nrole: Engineer\n" + fields + "\n---\n"
	}
	for _, c := range []struct {
		name, journal string
		on            bool
	}{
		{"an offer", app("status: offer\nfirst_day: 2026-11-01"), true},
		{"accepted, first day ahead", app("status: accepted\nfirst_day: 2026-12-01"), true},
		{"accepted, first day come", app("status: accepted\nfirst_day: 2026-11-20"), false},
		{"accepted, no first day", app("status: accepted"), true},
		{"started, first day come", app("status: started\nfirst_day: 2026-11-20"), false},
		{"started, first day ahead", app("status: started\nfirst_day: 2026-12-01"), true},
		{"started, undated", app("status: started"), false},
		{"started, logged", app("status: accepted") + "## Log\n- 2026-11-20 started\n", false},
		{"accepted, then declined", app("status: declined\nfirst_day: 2026-11-01"), true},
		{"an earlier job", app("status: started\nfirst_day: 2024-11-01"), true},
	} {
		if got := at(t, c.journal, "2026-11-20T00:00:00+01:00").Search.On; got != c.on {
			t.Errorf("%s: on is %v", c.name, got)
		}
	}
}

func TestOpening(t *testing.T) {
	journal := searching("started: 2026-10-01", "- 2026-11-16 applied to Initech as Engineer\n- 2026-11-18 thanked Dana Reyes\n- 2026-11-18 thanked Li Wei\n- 2026-11-13 contacted Ana Lima") +
		round("date: 2026-11-17 14:00", "with: [Dana Reyes, Li Wei]", "confidence: 3")
	want := []string{"This week you interviewed at Globex, applied to Initech and thanked Dana Reyes and Li Wei (Globex)."}
	if got := at(t, journal, "2026-11-19T20:00:00+01:00").Done; !slices.Equal(got, want) {
		t.Errorf("done: %q", got)
	}
	if got := at(t, journal, "2026-11-30T20:00:00+01:00").Done; len(got) > 0 {
		t.Errorf("done in a later week: %q", got)
	}
}

func TestRejection(t *testing.T) {
	journal := "-- search.md --\n---\ntimezone: Europe/Berlin\n---\n-- applications/a.md --\n---\ncompany: Globex\nrole: Engineer\n---\n## Log\n- 2026-11-18 rejected\n" +
		round("date: 2026-11-17 14:00", "with: Dana Reyes")
	for _, c := range []struct {
		at, says string
		sorry    bool
	}{
		{"2026-11-18T12:00:00+01:00", "due thank-you Dana Reyes", true},
		{"2026-11-20T23:59:59+01:00", "overdue thank-you Dana Reyes", true},
		{"2026-11-21T00:00:00+01:00", "overdue evaluation-missing, overdue thank-you Dana Reyes", false},
	} {
		r := at(t, journal, c.at)
		if got := strings.Join(say(r, "thank-you", "evaluation-missing"), ", "); got != c.says {
			t.Errorf("at %s: %q, want %q", c.at, got, c.says)
		}
		if sorry := slices.Contains(r.Sorry, "Globex (Engineer)"); sorry != c.sorry {
			t.Errorf("at %s sorry is %v", c.at, r.Sorry)
		}
	}
}
