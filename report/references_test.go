package report

import (
	"strings"
	"testing"
)

// asked is a journal of one application, told to nobody yet, with the given
// fields, and Jane Doe as the only reference.
func asked(fields ...string) string {
	return "-- search.md --\n---\nstarted: 2026-11-01\ntimezone: Europe/Berlin\n---\n" +
		"-- references/jane.md --\n---\nname: Jane Doe\n---\n" +
		"-- applications/a.md --\n---\ncompany: Acme\nrole: Engineer\napplied: 2026-11-05\n" + strings.Join(fields, "\n") + "\n---\n"
}

func TestReferenceUntoldStages(t *testing.T) {
	const jane = "due Jane Doe"
	runStages(t, "reference-untold", []stageCase{
		{"applied only", asked(), []then{{"2026-11-20T09:00:00+01:00", ""}}},
		{"one round", asked("interviews: [{date: 2026-11-10 14:00}]"), []then{
			{"2026-11-10T14:59:59+01:00", ""}, {"2026-11-10T15:00:00+01:00", jane}, {"2026-12-10T15:00:00+01:00", jane},
		}},
		{"two rounds: 48 hours", asked("interviews: [{date: 2026-11-10 14:00}, {date: 2026-11-12 14:00}]"), []then{
			{"2026-11-14T14:59:59+01:00", jane}, {"2026-11-14T15:00:00+01:00", "overdue Jane Doe"},
		}},
		{"two rounds, the second a day", asked("interviews: [{date: 2026-11-10 14:00}, {date: 2026-11-12}]"), []then{
			{"2026-11-14T23:59:59+01:00", jane}, {"2026-11-15T00:00:00+01:00", "overdue Jane Doe"},
		}},
		{"a cancelled round is none", asked("interviews: [{date: 2026-11-10 14:00}, {date: 2026-11-12 14:00, status: cancelled}]"), []then{
			{"2026-11-20T14:59:59+01:00", jane},
		}},
		{"confident: 24 hours", asked("interviews: [{date: 2026-11-10 14:00, confidence: 4}]"), []then{
			{"2026-11-11T14:59:59+01:00", jane}, {"2026-11-11T15:00:00+01:00", "overdue Jane Doe"},
		}},
		{"so-so", asked("interviews: [{date: 2026-11-10 14:00, confidence: 3}]"), []then{{"2026-11-20T15:00:00+01:00", jane}}},
		{"requested on a day", asked("references_requested: 2026-11-10"), []then{
			{"2026-11-10T09:00:00+01:00", jane}, {"2026-11-10T23:59:59+01:00", jane}, {"2026-11-11T00:00:00+01:00", "overdue Jane Doe"},
		}},
		{"an offer on a day", asked("offer: {on: 2026-11-10}"), []then{
			{"2026-11-10T23:59:59+01:00", jane}, {"2026-11-11T00:00:00+01:00", "overdue Jane Doe"},
		}},
		{"an offer on no day", asked("status: offer"), []then{{"2026-11-30T09:00:00+01:00", jane}}},
		{"an offer logged", asked() + "## Log\n- 2026-11-10 15:00 offer\n", []then{{"2026-11-10T15:00:00+01:00", "overdue Jane Doe"}}},
		{"the earliest counts", asked("references_requested: 2026-11-12", "interviews: [{date: 2026-11-10 14:00, confidence: 5}]"), []then{
			{"2026-11-11T15:00:00+01:00", "overdue Jane Doe"},
		}},
		{"rejected", asked("status: rejected", "interviews: [{date: 2026-11-10 14:00}]"), []then{{"2026-11-11T15:00:00+01:00", ""}}},
		{"rejected, in the log", asked("status: interviewing", "interviews: [{date: 2026-11-10 14:00}]") + "## Log\n- 2026-11-12 rejected\n", []then{
			{"2026-11-10T16:00:00+01:00", jane}, {"2026-11-12T15:00:00+01:00", ""},
		}},
		{"accepted", asked("status: accepted", "interviews: [{date: 2026-11-10 14:00}]"), []then{{"2026-11-11T15:00:00+01:00", ""}}},
		{"on hold is live", asked("status: on-hold", "interviews: [{date: 2026-11-10 14:00}]"), []then{{"2026-11-11T15:00:00+01:00", jane}}},
		{"ghosted rests", asked("status: ghosted", "interviews: [{date: 2026-11-10 14:00}]"), []then{{"2026-11-11T15:00:00+01:00", ""}}},
	})
}

func TestReferenceUntoldExpected(t *testing.T) {
	const when = "2026-11-12T09:00:00+01:00"
	held := "interviews: [{date: 2026-11-10 14:00}]"
	more := "-- references/li.md --\n---\nname: Li Wei\n---\n-- references/old.md --\n---\nname: Ana Lima\nactive: no\n---\n-- references/no.md --\n---\nname: Tom Berg\npermission: no\n---\n"
	named := func(references string) string {
		return strings.Replace(asked(held), "timezone:", "references: "+references+"\ntimezone:", 1) + more
	}
	for _, c := range []struct{ name, journal, says string }{
		{"every active one", asked(held) + more, "due Jane Doe, due Li Wei"},
		{"the search's", named("[Li Wei]"), "due Li Wei"},
		{"the search's, not active", named("[Ana Lima]"), "due Ana Lima"},
		{"never one who said no", named("[Tom Berg, Li Wei]"), "due Li Wei"},
		{"the application's", asked(held, "references: [Ana Lima]") + more, "due Ana Lima"},
		{"nobody", asked(held, "references: none") + more, ""},
		{"later", asked(held, "references: later") + more, ""},
		{"later is now", asked(held, "references: later", "references_requested: yes") + more, "due Jane Doe, due Li Wei"},
		{"later, with an offer", asked(held, "references: later", "status: offer") + more, "due Jane Doe, due Li Wei"},
	} {
		t.Run(c.name, func(t *testing.T) {
			checkStages(t, c.journal, "reference-untold", []then{{when, c.says}})
		})
	}
}

func TestReferenceTold(t *testing.T) {
	const when = "2026-11-12T09:00:00+01:00"
	held := "interviews: [{date: 2026-11-10 14:00}]"
	told := func(field string) string {
		return strings.Replace(asked(held), "name: Jane Doe\n", "name: Jane Doe\n"+field+"\n", 1)
	}
	for _, c := range []struct{ name, journal, says string }{
		{"told, dated", told("told: {Acme: 2026-11-11}"), ""},
		{"told, undated", told("told: {Acme: yes}"), ""},
		{"told of the role", told("told: {Acme as Engineer: yes}"), ""},
		{"told of another", told("told: {Initech: yes}") + "-- applications/b.md --\n---\ncompany: Initech\n---\n", "due Jane Doe"},
		{"told in a log", asked(held) + "-- log.md --\n- 2026-11-11 told Jane about Acme\n", ""},
		{"a plan to tell", asked(held) + "-- log.md --\n- [ ] tell Jane Doe about Acme\n", "due Jane Doe"},
		{"dated ahead", told("told: {Acme: 2026-11-20}"), "due Jane Doe"},
	} {
		t.Run(c.name, func(t *testing.T) {
			checkStages(t, c.journal, "reference-untold", []then{{when, c.says}})
		})
	}
}

func TestReferenceUntoldDeadlineAhead(t *testing.T) {
	j := asked("interviews: [{date: 2026-11-10 14:00}, {date: 2026-11-12 14:00}]")
	item := at(t, j, "2026-11-11T09:00:00+01:00").Filter(Filter{Rules: []string{"reference-untold"}}).Items[0]
	want := moment(t, "2026-11-14T15:00:00+01:00")
	if !item.Due.Equal(want) || !item.ChangesAt.Equal(want) {
		t.Errorf("due %v, changes %v; want both when the round ahead is 48 hours past", item.Due, item.ChangesAt)
	}
}

func TestReferenceResume(t *testing.T) {
	held := "interviews: [{date: 2026-11-10 14:00}, {date: 2026-11-12 14:00}]" // untold: overdue from the 14th, 15:00
	jane := func(journal, field string) string {
		return strings.Replace(journal, "name: Jane Doe\n", "name: Jane Doe\n"+field+"\n", 1)
	}
	sent := func(line string) string {
		return jane(asked(held, "resume: v3.pdf"), "told: {Acme: 2026-11-11}") + "-- log.md --\n- " + line + "\n"
	}
	undated := strings.Replace(asked("interviews: [{date: 2026-11-10 14:00}]"), "applied: 2026-11-05\n", "", 1)
	runStages(t, "reference-resume", []stageCase{
		{"at the later instant: untold's", jane(asked(held), "told: {Acme: 2026-11-11 09:00}"), []then{
			{"2026-11-11T12:00:00+01:00", "due Jane Doe"}, {"2026-11-14T14:59:59+01:00", "due Jane Doe"}, {"2026-11-14T15:00:00+01:00", "overdue Jane Doe"},
		}},
		{"at the later instant: 48 hours after", jane(asked(held), "told: {Acme: 2026-11-13 18:00}"), []then{
			{"2026-11-15T17:59:59+01:00", "due Jane Doe"}, {"2026-11-15T18:00:00+01:00", "overdue Jane Doe"},
		}},
		{"told on a day", jane(asked(held), "told: {Acme: 2026-11-13}"), []then{
			{"2026-11-15T23:59:59+01:00", "due Jane Doe"}, {"2026-11-16T00:00:00+01:00", "overdue Jane Doe"},
		}},
		{"told undated", jane(asked(held), "told: {Acme: yes}"), []then{{"2026-11-30T09:00:00+01:00", "due Jane Doe"}}},
		{"untold's instant never comes", jane(asked("interviews: [{date: 2026-11-10 14:00}]"), "told: {Acme: 2026-11-11}"), []then{
			{"2026-11-30T09:00:00+01:00", "due Jane Doe"},
		}},
		{"told before any round", jane(asked(), "told: {Acme: 2026-11-11}"), []then{{"2026-11-12T09:00:00+01:00", ""}}},
		{"everyone told, expected or not", jane(asked(held, "references: none"), "told: {Acme: 2026-11-11}"), []then{{"2026-11-12T09:00:00+01:00", "due Jane Doe"}}},
		{"told with it", jane(asked(held), "told: [{position: Acme, on: 2026-11-11, resume: yes}]"), []then{{"2026-11-20T09:00:00+01:00", ""}}},
		{"any version since", sent("2026-11-06 sent resume-v2.pdf to Jane Doe"), []then{{"2026-11-20T09:00:00+01:00", ""}}},
		{"on the very day", sent("2026-11-05 sent resume-v2.pdf to Jane Doe"), []then{{"2026-11-20T09:00:00+01:00", ""}}},
		{"another version before", sent("2026-11-04 sent resume-v2.pdf to Jane Doe"), []then{{"2026-11-20T09:00:00+01:00", "overdue Jane Doe"}}},
		{"the very file before", sent("2026-09-01 sent v3.pdf to Jane Doe"), []then{{"2026-11-20T09:00:00+01:00", ""}}},
		{"the very file before, as a line of the log names it", jane(asked(held), "told: {Acme: 2026-11-11}") +
			"-- log.md --\n- 2026-11-05 applied to Acme as Engineer, sent resume-v3.pdf\n- 2026-09-01 sent resume-v3.pdf to Jane Doe\n", []then{
			{"2026-11-20T09:00:00+01:00", ""},
		}},
		{"a file before that they were sent later", jane(asked(held), "told: {Acme: 2026-11-11}") +
			"-- log.md --\n- 2026-11-08 sent resume-v2.pdf to Acme\n- 2026-09-01 sent resume-v2.pdf to Jane Doe\n", []then{
			{"2026-11-20T09:00:00+01:00", "overdue Jane Doe"},
		}},
		{"not a résumé", sent("2026-11-06 sent holiday-pictures.zip to Jane Doe"), []then{{"2026-11-20T09:00:00+01:00", "overdue Jane Doe"}}},
		{"no application date, 14 days", jane(undated, "told: {Acme: 2026-11-20}") + "-- log.md --\n- 2026-11-06 sent resume.pdf to Jane Doe\n", []then{
			{"2026-11-21T09:00:00+01:00", ""},
		}},
		{"no application date, 15 days", jane(undated, "told: {Acme: 2026-11-20}") + "-- log.md --\n- 2026-11-05 sent resume.pdf to Jane Doe\n", []then{
			{"2026-11-21T09:00:00+01:00", "due Jane Doe"},
		}},
		{"accepted", jane(asked(held, "status: accepted"), "told: {Acme: 2026-11-11}"), []then{{"2026-11-20T09:00:00+01:00", ""}}},
	})
}
