package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// oneRound is a journal with one interview; more are further lines of its
// frontmatter, and body what stands below.
func oneRound(more, body string) string {
	return "-- search.md --\n---\ntimezone: Europe/Berlin\nstarted: 2026-11-15\n" +
		only("thank-you", "evaluation-missing", "interview-soon", "reference-untold") + "---\n" +
		"-- applications/acme.md --\n---\ncompany: Acme\nrole: Engineer\napplied: 2026-11-10\nreferences: none\n---\n" +
		"-- interviews/a.md --\n---\ncompany: Acme\ndate: 2026-11-18 14:00\nwith: Dana Reyes\n" + more + "---\n" + body
}

// offered is a journal with an offer to answer; more is what else is said of it.
func offered(more string) string {
	return "-- search.md --\n---\ntimezone: Europe/Berlin\nstarted: 2026-11-15\n" + only("offer-deadline") + "---\n" +
		"-- applications/acme.md --\n---\ncompany: Acme\nrole: Engineer\napplied: 2026-11-10\noffer: {on: 2026-11-18, respond_by: 2026-11-22" + more + "}\n---\n"
}

// summary puts changes into a few words.
func summary(c *Changes) []string {
	var out []string
	for _, section := range []struct {
		name    string
		changes []Change
	}{{"done", c.Done}, {"owed", c.Owed}, {"overdue", c.Overdue}, {"gone", c.Gone}} {
		for _, change := range section.changes {
			line := section.name + " " + change.Item.Rule
			if change.Late {
				line += " late"
			}
			if change.Why != "" {
				line += " " + change.Why
			}
			if !change.At.IsZero() {
				line += " at " + change.At.In(c.Zone).Format("02 15:04")
			}
			if !change.Recorded.IsZero() && change.At.IsZero() {
				line += " by " + change.Recorded.In(c.Zone).Format("02 15:04")
			}
			out = append(out, line)
		}
	}
	return out
}

func TestCompare(t *testing.T) {
	const written = "## What worked\n\n- I drew the queue before anybody asked\n"
	type state struct{ journal, at string }
	for _, c := range []struct {
		name   string
		states []state
		want   []string
	}{
		{
			"nothing",
			[]state{{oneRound("", written), "18 16:00"}, {oneRound("", written), "18 17:00"}},
			nil,
		},
		{
			"an interview is held",
			[]state{{oneRound("", ""), "18 10:00"}, {oneRound("", ""), "18 16:00"}},
			[]string{"owed evaluation-missing", "owed thank-you", "gone interview-soon time at 18 14:00"},
		},
		{
			"a deadline passes",
			[]state{{oneRound("", written), "18 16:00"}, {oneRound("", written), "20 16:00"}},
			[]string{"overdue thank-you"},
		},
		{
			"thanked in time",
			[]state{{oneRound("", written), "18 16:00"}, {oneRound("thanked: 2026-11-18 20:00\n", written), "20 16:00"}},
			[]string{"done thank-you at 18 20:00"},
		},
		{
			"thanked late by less than a day",
			[]state{{oneRound("", written), "18 16:00"}, {oneRound("thanked: 2026-11-19 20:00\n", written), "20 16:00"}},
			[]string{"done thank-you late at 19 20:00"},
		},
		{
			"thanked on the day of the deadline",
			[]state{{oneRound("", written), "18 16:00"}, {oneRound("thanked: 2026-11-19\n", written), "20 16:00"}},
			[]string{"done thank-you at 19 00:00"},
		},
		{
			"it came and was done between two states",
			[]state{{oneRound("", written), "17 16:00"}, {oneRound("thanked: 2026-11-18 20:00\n", written), "20 16:00"}},
			[]string{"done thank-you at 18 20:00", "gone interview-soon time at 18 14:00"},
		},
		{
			"undated",
			[]state{{oneRound("", written), "18 16:00"}, {oneRound("thanked: yes\n", written), "18 22:00"}},
			[]string{"done thank-you by 18 22:00"},
		},
		{
			"undated, come and gone: only a state between tells",
			[]state{{oneRound("", ""), "18 14:30"}, {oneRound("", ""), "18 16:00"}, {oneRound("thanked: yes\n", written), "18 22:00"}, {oneRound("thanked: yes\n", written), "19 10:00"}},
			[]string{"done evaluation-missing by 18 22:00", "done thank-you by 18 22:00"},
		},
		{
			"waived",
			[]state{{oneRound("", written), "18 16:00"}, {oneRound("waive: {thank-you: she left the company}\n", written), "18 22:00"}},
			[]string{"gone thank-you waived by 18 22:00"},
		},
		{
			"the note is gone",
			[]state{{oneRound("", written), "18 16:00"}, {strings.Split(oneRound("", ""), "-- interviews")[0], "18 22:00"}},
			[]string{"gone thank-you removed by 18 22:00"},
		},
		{
			"the round was called off",
			[]state{{oneRound("", written), "18 16:00"}, {oneRound("status: cancelled\n", ""), "18 22:00"}},
			[]string{"gone thank-you changed by 18 22:00"},
		},
		{
			"the round is on another day",
			[]state{{oneRound("", written), "18 16:00"}, {strings.Replace(oneRound("", ""), "date: 2026-11-18", "date: 2026-11-25", 1), "18 22:00"}},
			[]string{"gone thank-you changed by 18 22:00"},
		},
		{
			"somebody is called otherwise",
			[]state{{oneRound("", written), "18 16:00"}, {strings.ReplaceAll(oneRound("", written), "Dana", "Diana"), "18 22:00"}},
			[]string{"gone thank-you changed by 18 22:00", "owed thank-you"},
		},
		{
			"the rule was turned off",
			[]state{{oneRound("", written), "18 16:00"}, {strings.Replace(oneRound("", written), "rules: {", "rules: {thank-you: off, ", 1), "18 22:00"}},
			[]string{"gone thank-you changed by 18 22:00"},
		},
		{
			"the note cannot be read",
			[]state{{oneRound("", written), "18 16:00"}, {strings.Replace(oneRound("", written), "date:", "<<<<<<< HEAD\ndate:", 1), "18 22:00"}},
			[]string{"gone thank-you unread by 18 22:00"},
		},
		{
			"the note is gone, and another cannot be read",
			[]state{{oneRound("", written), "18 16:00"}, {
				strings.Split(oneRound("", ""), "-- interviews")[0] + "-- interviews/b.md --\n---\ncompany: Acme\ndate: 2026-11-38\n---\n", "18 22:00",
			}},
			[]string{"gone thank-you removed by 18 22:00"},
		},
		{
			"thanked on the day of the round, as a day",
			[]state{{oneRound("", written), "18 16:00"}, {oneRound("thanked: 2026-11-18\n", written), "18 22:00"}},
			[]string{"done thank-you at 18 00:00"},
		},
		{
			"written down late, with a date before the span",
			[]state{{oneRound("", written), "20 16:00"}, {oneRound("thanked: 2026-11-19 20:00\n", written), "20 22:00"}},
			[]string{"done thank-you late at 19 20:00"},
		},
		{
			"an offer was declined",
			[]state{{offered(""), "20 10:00"}, {offered(", declined: 2026-11-20"), "21 10:00"}},
			[]string{"done offer-deadline at 20 00:00"},
		},
		{
			"an offer was accepted, nobody wrote down when",
			[]state{{offered(""), "20 10:00"}, {offered(", accepted: yes"), "20 22:00"}},
			[]string{"done offer-deadline by 20 22:00"},
		},
		{
			"an offer stands longer",
			[]state{{offered(""), "20 10:00"}, {strings.Replace(offered(""), "11-22", "12-22", 1), "20 22:00"}},
			[]string{"gone offer-deadline changed by 20 22:00"},
		},
		{
			"its time has passed",
			[]state{{oneRound("", written), "18 16:00"}, {oneRound("", written), "30 16:00"}},
			[]string{"gone thank-you time at 26 15:00"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			var states []State
			for _, s := range c.states {
				j, _ := load(t, s.journal)
				day, clock, _ := strings.Cut(s.at, " ")
				states = append(states, State{j, moment(t, fmt.Sprintf("2026-11-%sT%s:00+01:00", day, clock))})
			}
			got := summary(Compare(states))
			for i := range got { // who it is by itself is no news here
				got[i] = strings.TrimSpace(got[i])
			}
			if !slices.Equal(sorted(got), sorted(c.want)) {
				t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(c.want, "\n\t"))
			}
		})
	}
}

func sorted(lines []string) []string { return slices.Sorted(slices.Values(lines)) }

// TestDoneWords holds the rules to the words of what they ask for: a rule
// without them is left out where only what is owed counts.
func TestDoneWords(t *testing.T) {
	for _, rule := range Rules() {
		j, now := load(t, rule.Fires)
		for _, item := range Build(j, now).Items {
			if item.Rule == rule.ID && item.Urgency.pressing() != (rule.Done != "") && rule.Done == "" {
				t.Errorf("%s asks for something and has no words for its being done", rule.ID)
			}
		}
	}
}

// TestOwedAt holds the short way to the figures of the whole report.
func TestOwedAt(t *testing.T) {
	for _, rule := range Rules() {
		j, now := load(t, rule.Fires)
		counts := Build(j, now).Counts
		if overdue, due := owedAt(j, now); overdue != counts.Overdue || due != counts.Due {
			t.Errorf("%s: %d overdue and %d due, the report has %d and %d", rule.ID, overdue, due, counts.Overdue, counts.Due)
		}
	}
}
