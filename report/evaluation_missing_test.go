package report

import "testing"

func TestEvaluationMissing(t *testing.T) {
	note := round("date: 2026-11-18 14:00", "thanked: yes")
	runStages(t, "evaluation-missing", []stageCase{
		{"its stages", note, []then{
			{"2026-11-18T14:59:59+01:00", ""},
			{"2026-11-18T15:00:00+01:00", "due"},
			{"2026-11-19T15:00:00+01:00", "overdue"},
			{"2026-11-26T14:59:59+01:00", "overdue"},
			{"2026-11-26T15:00:00+01:00", "advice"},
		}},
		{"of a day", round("date: 2026-11-18"), []then{
			{"2026-11-18T23:59:59+01:00", ""}, {"2026-11-19T00:00:00+01:00", "due"}, {"2026-11-20T00:00:00+01:00", "overdue"},
		}},
		{"a thank-you is none", round("date: 2026-11-18", "thanked: 2026-11-18"), []then{{"2026-11-18T20:00:00+01:00", "due"}}},
		{"not scheduled", round("date: 2026-11-18", "status: scheduled"), []then{{"2026-11-20T20:00:00+01:00", ""}}},
	})
}

func TestEvaluationCounts(t *testing.T) {
	note := round("date: 2026-11-18 14:00", "status: done")
	for _, c := range []struct {
		name, text string
		counts     bool
	}{
		{"nothing", "", false},
		{"what worked", "## What worked\n\n- the drawing\n", true},
		{"what did not", "## To improve\n\n- the drawing\n", true},
		{"stumbles", "## Tough questions\n\n- why us?\n", true},
		{"no stumbles", "## Tough questions\n\nNone\n", true},
		{"confidence in words", "## How I felt\n\nFine.\n", true},
		{"own words", "It went well after we drew the replay on the board.\n", true},
		{"few words", "It went well.\n", false},
		{"research", "## Research\n\n- they sort parcels at night with robots made in Leipzig\n", false},
		{"questions", "## Questions I asked\n\n- what does a good week look like for your team here?\n", false},
		{"next steps", "## Next steps\n\n- send the slides that they asked for to Dana tomorrow\n", false},
		{"placeholders", "## What worked\n\n- TODO\n\n## What didn't\n\n-\n", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := "due"
			if c.counts {
				want = ""
			}
			checkStages(t, note+c.text, "evaluation-missing", []then{{"2026-11-18T20:00:00Z", want}})
		})
	}
	checkStages(t, round("date: 2026-11-18 14:00", "confidence: 2"), "evaluation-missing", []then{{"2026-11-18T20:00:00Z", ""}})
}

func TestEvaluationWhichPosition(t *testing.T) {
	journal := "-- search.md --\n---\nstarted: 2026-11-01\nreferences: [Jane Doe]\n---\n-- references/jane.md --\n---\nname: Jane Doe\n---\n" +
		"-- applications/a.md --\n---\ncompany: Globex\nrole: Engineer\napplied: 2026-11-10\n---\n" +
		"-- applications/b.md --\n---\ncompany: Globex\nrole: Analyst\napplied: 2026-11-10\n---\n" +
		round("date: 2026-11-18 14:00", "with: Dana Reyes")
	r := at(t, journal, "2026-11-18T20:00:00Z")
	if got := say(r, "thank-you", "evaluation-missing", "reference-untold"); len(got) != 2 {
		t.Errorf("says %v, want the thank-you and the evaluation", got)
	}
}
