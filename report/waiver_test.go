package report

import (
	"slices"
	"strings"
	"testing"
)

// TestWaivedSilencesNoOther holds a waiver to what it names: a rule that keeps
// silent because another speaks is heard where that other is waived.
func TestWaivedSilencesNoOther(t *testing.T) {
	type pair struct{ rule, plain, waived, when, before, after string }
	noOther := func(waive string) string { return globexRound("started: 2026-10-01"+waive, "", "") }
	decision := func(waive string) string {
		return inPlay("status: interviewing\ndecision_by: 2026-11-13"+waive, "- 2026-11-02 heard back")
	}
	const alike = "Thank you for your time and the great conversation."
	notes := func(waive string) string {
		return round("role: Engineer", "date: 2026-11-18 14:00", "with: [Dana Reyes, Li Wei]", "thanked: yes"+waive) +
			letter("Dana Reyes", alike) + letter("Li Wei", alike)
	}
	for _, c := range []pair{
		{searchNoOtherID, noOther(""), noOther("\nwaive: {search-stale: I rest}"), "2026-11-18T09:00:00+01:00", "", "due"},
		{positionQuietID, decision(""), decision("\nwaive: {answer-overdue: they are slow}"), "2026-11-25T09:00:00+01:00", "", "due"},
		{
			contactColdID, met("", "decision_by: 2026-11-13", ""), met("", "decision_by: 2026-11-13\nwaive: {answer-overdue: they are slow, position-quiet: they are slow}", ""),
			"2026-11-20T09:00:00+01:00", "", "advice Dana Reyes",
		},
		{
			referencePermissionID, asked("interviews: [{date: 2026-11-10 14:00}]"), asked("interviews: [{date: 2026-11-10 14:00}]", "waive: {reference-untold: they never call}"),
			"2026-11-12T09:00:00+01:00", "", "due Jane Doe",
		},
		{thankYouGenericID, notes(""), notes("\nwaive: {thank-you-copied: a joke between us}"), "2026-11-19T20:00:00+01:00", "", "advice Dana Reyes, advice Li Wei"},
		{thankYouGenericID, notes(""), notes("\nwaive: {thank-you-copied Dana Reyes: a joke between us}"), "2026-11-19T20:00:00+01:00", "", ""}, // it is told of Li Wei
		{evaluationIncompleteID, evaluatedIn(""), evaluatedIn("", "waive: {evaluation-missing: dictated}"), "2026-11-19T20:00:00+01:00", "", "advice"},
		{evaluationIncompleteID, evaluatedIn(""), "-- search.md --\n---\nstarted: 2026-11-01\nrules: {evaluation-missing: off}\n---\n" + evaluatedIn(""), "2026-11-19T20:00:00+01:00", "", "advice"},
		{rejectionUnansweredID, rejectedUnthanked(""), rejectedUnthanked("waive: {thank-you: she asked for no mail}"), "2026-11-20T09:00:00+01:00", "", "advice"},
	} {
		runStages(t, c.rule, []stageCase{{"plain", c.plain, []then{{c.when, c.before}}}, {"waived", c.waived, []then{{c.when, c.after}}}})
	}
}

// rejectedUnthanked is a rejection after a round whose note went out to nobody.
func rejectedUnthanked(field string) string {
	return "-- applications/a.md --\n---\ncompany: Acme\nrole: Engineer\napplied: 2026-10-20\nstatus: rejected\n" + field +
		"\ninterviews: [{date: 2026-11-02 14:00, with: Dana Reyes, confidence: 3}]\n---\n## Log\n\n- 2026-11-10 rejected\n"
}

// TestWaivedIsCounted holds that what a waiver silences still counts as such,
// and only that.
func TestWaivedIsCounted(t *testing.T) {
	journal := "-- search.md --\n---\nstarted: 2026-11-01\ntimezone: Europe/Berlin\n" + only(answerOverdueID, positionQuietID) + "---\n" +
		inPlay("status: interviewing\ndecision_by: 2026-11-13\nwaive: {answer-overdue: they are slow}", "- 2026-11-02 heard back")
	if r := at(t, journal, "2026-11-25T09:00:00+01:00"); r.Counts.Waived != 1 || len(r.Items) != 1 {
		t.Errorf("%d waived, %v", r.Counts.Waived, say(r))
	}
}

// TestWaiverOfOneRound holds a waiver in the mapping of a round to that round,
// and one in a log to what the log tells of.
func TestWaiverOfOneRound(t *testing.T) {
	const search = "-- search.md --\n---\nstarted: 2026-11-01\ntimezone: Europe/Berlin\n---\n"
	list := func(kind, fields string) string {
		return search + "-- " + kind + "/acme.md --\n---\ncompany: Acme\nrole: Engineer\n" + fields +
			"interviews:\n  - date: 2026-11-18 10:00\n    with: Dana Reyes\n    waive: {thank-you: she left}\n" +
			"  - date: 2026-11-18 14:00\n    with: [Li Wei, Tom Berg]\n    waive: {thank-you Tom: a robot}\n---\n"
	}
	logged := search + "-- log.md --\n---\nwaive: {thank-you Dana Reyes: she left}\n---\n" +
		"- 2026-11-18 10:00 interviewed at Acme as Engineer with Dana Reyes, Li Wei\n" +
		"-- interviews/acme.md --\n---\ncompany: Acme\nrole: Engineer\ndate: 2026-11-17 10:00\nwith: Dana Reyes\n---\n"
	for _, c := range []struct {
		name, journal, says string
		waived              int
	}{
		{"in an application", list("applications", "applied: 2026-11-02\n"), "due Li Wei", 2},
		{"in an interview's note", list("interviews", ""), "due Li Wei", 2},
		{"in a log", logged, "due Li Wei, overdue Dana Reyes", 1},
	} {
		r := at(t, c.journal, "2026-11-18T20:00:00+01:00").Filter(Filter{Rules: []string{thankYouID}})
		var said []string
		for _, item := range r.Items {
			said = append(said, string(item.Urgency)+" "+item.Person)
		}
		slices.Sort(said)
		if got := strings.Join(said, ", "); got != c.says || r.Counts.Waived != c.waived || len(r.Problems) > 0 {
			t.Errorf("%s: %s, %d waived, problems %v; want %s, %d waived", c.name, got, r.Counts.Waived, r.Problems, c.says, c.waived)
		}
	}
}
