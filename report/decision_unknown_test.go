package report

import "testing"

func TestDecisionUnknown(t *testing.T) {
	held := "interviews: [{date: 2026-11-18 14:00, with: Dana Reyes, thanked: 2026-11-18, confidence: 3}]"
	two := func(first, second string) string {
		return inPlay("interviews:\n  - {date: 2026-11-10 14:00"+first+"}\n  - {date: 2026-11-18 14:00"+second+"}", "")
	}
	const when = "2026-11-20T09:00:00+01:00"
	for _, c := range []struct{ name, journal, says string }{
		{"no day", inPlay(held, ""), "advice"},
		{"the round's", two("", ", decision_by: 2026-11-27"), ""},
		{"the application's", inPlay(held+"\ndecision_by: 2026-11-27", ""), ""},
		{"an earlier round's that still holds", two(", decision_by: 2026-11-27", ""), ""},
		{"an earlier round's that does not", two(", decision_by: 2026-11-14", ""), "advice"},
		{"the application's, from before", inPlay(held+"\ndecision_by: 2026-11-12", ""), "advice"},
		{"one that has passed", inPlay(held+"\ndecision_by: 2026-11-19", ""), ""},
		{"the latest only", two("", ""), "advice"},
		{"nothing held", inPlay("interviews: [{date: 2026-11-25 14:00}]", ""), ""},
		{"the next round is set", inPlay(held, "") + round("date: 2026-11-25 14:00"), ""},
		{"the next one was called off", inPlay(held, "") + round("date: 2026-11-25 14:00", "status: cancelled"), "advice"},
		{"on hold", inPlay(held+"\nstatus: on-hold", ""), ""},
		{"an offer", inPlay(held, "- 2026-11-19 offer"), ""},
		{"accepted", inPlay(held+"\nstatus: accepted", ""), ""},
		{"rejected", inPlay(held, "- 2026-11-19 rejected"), ""},
		{"ghosted", inPlay(held+"\nstatus: ghosted", ""), ""},
		{"waived", inPlay(held+"\nwaive: {decision-unknown: they never say}", ""), ""},
		{"turned off", "-- search.md --\n---\ntimezone: Europe/Berlin\nrules: {decision-unknown: off}\n---\n" + inPlay(held, ""), ""},
		{"the search is over", "-- search.md --\n---\ntimezone: Europe/Berlin\nstarted: 2026-01-05\nfirst_day: 2026-11-20\n---\n" + inPlay(held, ""), ""},
		{"nobody knows which position", inPlay("applied: 2026-11-01", "") +
			"-- applications/b.md --\n---\ncompany: Globex\nrole: Analyst\napplied: 2026-11-01\n---\n" + round("date: 2026-11-18 14:00"), ""},
	} {
		runStages(t, decisionUnknownID, []stageCase{{c.name, c.journal, []then{{when, c.says}}}})
	}
	runStages(t, decisionUnknownID, []stageCase{{"from the end of the round", inPlay(held, ""), []then{
		{"2026-11-18T14:59:59+01:00", ""},
		{"2026-11-18T15:00:00+01:00", "advice"},
		{"2026-12-02T23:59:59+01:00", "advice"},
		{"2026-12-03T00:00:00+01:00", ""}, // position-quiet asks for a message
	}}, {"position-quiet is off", "-- search.md --\n---\nstarted: 2026-01-05\ntimezone: Europe/Berlin\nrules: {position-quiet: off}\n---\n" + inPlay(held, ""), []then{
		{"2026-11-18T14:59:59+01:00", ""}, {"2026-11-18T15:00:00+01:00", "advice"}, {"2027-06-01T00:00:00+02:00", "advice"},
	}}})
}

func TestDecisionRecord(t *testing.T) {
	for _, c := range []struct{ name, journal, file, text string }{
		{"below the round's date", round("date: 2026-11-18 14:00", "confidence: 3"), "interviews/a.md", "decision_by:"},
		{"within its item", inPlay("interviews:\n  - date: 2026-11-18 14:00\n    confidence: 3", ""), "applications/a.md", "    decision_by:"},
		{"else in the application", inPlay("status: interviewing", "") + "-- interviews/a.md --\n---\ncompany: Globex\n---\n## Round 1 — 2026-11-18 14:00 with Dana Reyes\n", "applications/a.md", "decision_by:"},
		{"else nowhere", "-- log.md --\n- 2026-11-18 14:00 interviewed at Globex as Engineer\n", "", ""},
	} {
		j := "-- search.md --\n---\nstarted: 2026-01-05\ntimezone: Europe/Berlin\n---\n" + c.journal
		items := at(t, j, "2026-11-20T09:00:00+01:00").Filter(Filter{Rules: []string{decisionUnknownID}}).Items
		if len(items) != 1 {
			t.Errorf("%s: %d items", c.name, len(items))
			continue
		}
		var got Record
		if items[0].Record != nil {
			got = *items[0].Record
		}
		if got.File != c.file || got.Text != c.text {
			t.Errorf("%s: %q in %q, want %q in %q", c.name, got.Text, got.File, c.text, c.file)
		}
	}
}
