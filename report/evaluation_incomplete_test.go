package report

import (
	"strings"
	"testing"
)

// evaluatedIn is a note on a round at Globex with fields and sections of its
// own, thanked for.
func evaluatedIn(body string, fields ...string) string {
	return round(append([]string{"role: Engineer", "date: 2026-11-18 14:00", "thanked: yes"}, fields...)...) + body
}

func TestEvaluationIncompleteAsks(t *testing.T) {
	const (
		worked   = "## What worked\n\n- the drawing\n\n"
		didnt    = "## To improve\n\n- the start\n\n"
		research = "## Prep\n\n- they sort parcels\n\n"
		felt     = "## How I felt\n\n- fine\n\n"
		stumbles = "## Tough questions\n\nNone\n"
	)
	for _, c := range []struct{ name, note, asks string }{
		{"two of four", evaluatedIn(worked), "what did not work, and what did you know about them beforehand?"},
		{"two of three", evaluatedIn(worked + didnt), "what did you know about them beforehand, and how confident did your answers feel?"},
		{"ratings answer", evaluatedIn(worked+didnt, "confidence: 3", "research: 2"), "which questions made you stumble?"},
		{
			"own words answer the first two", evaluatedIn("It went well once we had drawn the replay on the board.\n" + felt + stumbles),
			"what did you know about them beforehand?",
		},
		{
			"research in the application's note", "-- applications/a.md --\n---\ncompany: Globex\nrole: Engineer\n---\n" + research + evaluatedIn(worked+didnt),
			"how confident did your answers feel, and which questions made you stumble?",
		},
		{"placeholders do not", evaluatedIn(worked + didnt + research + felt + "## Stumbles\n\n- …\n"), "which questions made you stumble?"},
		{"all there", evaluatedIn(worked + didnt + research + felt + stumbles), ""},
		{"nothing there is another rule's", evaluatedIn(""), ""},
		{"a phone screen", evaluatedIn(worked, "round: Phone screen"), ""},
		{"a screening by video", evaluatedIn(worked, "round: screening", "format: video"), ""},
		{"by telephone", evaluatedIn(worked, "format: telephone"), ""},
		{"which position", "-- applications/a.md --\n---\ncompany: Globex\nrole: Analyst\n---\n-- applications/b.md --\n---\ncompany: Globex\nrole: Writer\n---\n" +
			round("date: 2026-11-18 14:00", "thanked: yes") + worked, ""},
		{"accepted", "-- applications/a.md --\n---\ncompany: Globex\nrole: Engineer\nstatus: accepted\n---\n" + evaluatedIn(worked), ""},
		{"asleep", "-- applications/a.md --\n---\ncompany: Globex\nrole: Engineer\nstatus: ghosted\n---\n" + evaluatedIn(worked), ""},
		{"rejected lately", "-- log.md --\n- 2026-11-19 rejected by Globex\n" + evaluatedIn(worked), ""},
		{"rejected a while ago", "-- log.md --\n- 2026-11-16 rejected by Globex\n" + evaluatedIn(worked), "what did not work, and what did you know about them beforehand?"},
		{"one question at a time", "-- search.md --\n---\nstarted: 2026-11-01\nrules: {evaluation-incomplete: {questions: 1}}\n---\n" + evaluatedIn(worked), "what did not work?"},
		{"the search is off", "-- search.md --\n---\nstarted: 2026-11-01\nfirst_day: 2026-11-19\n---\n" + evaluatedIn(worked), ""},
		{"waived", evaluatedIn(worked, "waive: {evaluation-incomplete: enough}"), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			items := at(t, c.note, "2026-11-19T20:00:00Z").Filter(Filter{Rules: []string{"evaluation-incomplete"}}).Items
			got := ""
			for _, item := range items {
				_, got, _ = strings.Cut(item.Message, ": ")
			}
			if len(items) > 1 || got != c.asks {
				t.Errorf("%d items ask %q, want %q", len(items), got, c.asks)
			}
		})
	}
}

func TestEvaluationIncompleteIsOfTheLatestRound(t *testing.T) {
	first := evaluatedIn("## What worked\n\n- the drawing\n")
	later := func(fields string) string {
		return "-- interviews/b.md --\n---\ncompany: Initech\ndate: 2026-11-20 10:00\n" + fields + "---\n"
	}
	runStages(t, "evaluation-incomplete", []stageCase{
		{"until the next one is over", first + later(""), []then{
			{"2026-11-18T14:59:59+01:00", ""},
			{"2026-11-18T15:00:00+01:00", "advice"},
			{"2026-11-20T10:59:59+01:00", "advice"},
			{"2026-11-20T11:00:00+01:00", ""}, // evaluation-missing has the word
		}},
		{"a screen is the latest all the same", first + later("round: screen\nconfidence: 3\n"), []then{{"2026-11-20T11:00:00+01:00", ""}}},
		{"one that was called off is none", first + later("status: cancelled\n"), []then{{"2026-11-20T11:00:00+01:00", "advice"}}},
	})
	r := at(t, first+later(""), "2026-11-19T20:00:00Z").Filter(Filter{Rules: []string{"evaluation-incomplete"}})
	if item := r.Items[0]; !item.ChangesAt.Equal(moment(t, "2026-11-20T11:00:00Z")) || !item.Due.IsZero() || item.Record.Text != "## What didn't work" {
		t.Errorf("changes at %v, due %v, record %v", item.ChangesAt, item.Due, item.Record)
	}
}
