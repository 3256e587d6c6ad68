package render

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"debrief/parser"
	"debrief/report"
)

func TestOwing(t *testing.T) {
	items := func(n int) []report.Item {
		out := []report.Item{{Urgency: report.Advice}}
		for range n {
			out = append(out, report.Item{Urgency: report.Due})
		}
		return out
	}
	problem := func(id parser.ProblemID) []parser.Problem { return []parser.Problem{{ID: id}} }
	tests := []struct {
		name string
		r    report.Report
		o    Options
		want string
	}{
		{"nothing", report.Report{Items: items(0), Counts: report.Counts{Entries: 1}}, Options{}, "Nothing is owed tonight."},
		{"one", report.Report{Items: items(1)}, Options{}, "One thing is owed, then you are done."},
		{"two", report.Report{Items: items(2)}, Options{}, "Two things are owed, then you are done."},
		{"many", report.Report{Items: items(13)}, Options{}, "13 things are owed, then you are done."},
		{"nothing of some", report.Report{}, Options{Narrowed: true}, "Nothing is owed among these."},
		{"two of some", report.Report{Items: items(2)}, Options{Narrowed: true}, "Two things are owed among these."},
		{
			"a note unreadable",
			report.Report{Counts: report.Counts{Unreadable: 1}},
			Options{},
			"Nothing owed was found, but not everything could be read.",
		},
		{
			"a note read in part",
			report.Report{Partial: []string{"a.md"}},
			Options{},
			"Nothing owed was found, but not everything could be read.",
		},
		{
			"a fact lost",
			report.Report{Problems: problem(parser.BadDate)},
			Options{},
			"Nothing owed was found, but not everything could be read.",
		},
		{"owed and a fact lost", report.Report{Items: items(2), Problems: problem(parser.BadDate)}, Options{}, "Two things are owed."},
	}
	for _, tt := range tests {
		if got := owing(&tt.r, tt.o); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestPartOfDay(t *testing.T) {
	for hour, want := range map[int]string{
		0: "Thursday, after midnight", 5: "Thursday morning", 12: "Thursday afternoon",
		17: "Thursday evening", 21: "Thursday evening", 22: "Thursday night",
	} {
		if got := partOfDay(time.Date(2026, 11, 19, hour, 0, 0, 0, time.UTC)); got != want {
			t.Errorf("%d:00 is %q, want %q", hour, got, want)
		}
	}
}

func TestRejectionIsNamedOnceWithSorrow(t *testing.T) {
	r := calm(t)
	r.Sorry = []string{"Acme Robotics", "Globex"}
	text := rendered(t, textFormat(), r, Options{})
	if strings.Count(text, "I am sorry about Acme Robotics and Globex.") != 1 || strings.Count(text, "Acme Robotics") != 1 {
		t.Errorf("want one sentence about both:\n%s", text)
	}
}

func TestJournalWithoutEntriesSaysSo(t *testing.T) {
	r := &report.Report{Now: evening(t).Now, Counts: report.Counts{Notes: 3, Other: 3}}
	for _, f := range Formats()[:2] {
		if out := rendered(t, f, r, Options{}); !strings.Contains(out, "No entry of a job search was found here.") {
			t.Errorf("%s:\n%s", f.Name, out)
		}
	}
}

func TestLastLineCounts(t *testing.T) {
	const want = "28 notes: 22 entries, 6 other notes, 0 unreadable; 1 waived\n"
	for _, f := range Formats()[:2] {
		for _, r := range []*report.Report{evening(t), calm(t)} {
			if out := rendered(t, f, r, Options{}); !strings.HasSuffix(out, "\n"+want) {
				t.Errorf("%s ends with %q", f.Name, out[len(out)-80:])
			}
		}
	}
	if got := Tally(report.Counts{Notes: 1, Entries: 1}); got != "1 note: 1 entry, 0 other notes, 0 unreadable; 0 waived" {
		t.Error(got)
	}
}

func TestAdviceFolds(t *testing.T) {
	day := func(d int) time.Time { return time.Date(2026, 11, d, 0, 0, 0, 0, time.UTC) }
	var items []report.Item
	for i, rule := range []string{"a", "b", "b", "c", "d", "e"} {
		items = append(items, report.Item{Rule: rule, Urgency: report.Advice, Since: day(i + 1)})
	}
	shown, more := foldAdvice(items, false)
	var rules []string
	for _, it := range shown {
		rules = append(rules, it.Rule)
	}
	if got := strings.Join(rules, " "); got != "e d c" || more != 3 {
		t.Errorf("%s and %d more, want e d c and 3 more", got, more)
	}
	if shown, more := foldAdvice(items, true); len(shown) != 6 || more != 0 {
		t.Errorf("all advice: %d and %d more", len(shown), more)
	}
	if got := adviceLeft(3); got != "and 3 more: --urgency advice" {
		t.Error(got)
	}
}

func TestFormatsAreDistinct(t *testing.T) {
	for _, formats := range [][]Format{Formats(), CheckFormats()} {
		taken := map[string]bool{}
		for _, f := range formats {
			for _, word := range append([]string{f.Name}, f.Endings...) {
				if taken[word] || word == "" {
					t.Errorf("%s: %q is taken", f.Name, word)
				}
				taken[word] = true
			}
			if f.About == "" || f.Write == nil {
				t.Errorf("%s does not say what it is", f.Name)
			}
		}
	}
}

// TestNothingPressingIsFolded makes a week that no screen holds, and looks for
// every overdue and due item in it; only advice may be counted.
func TestNothingPressingIsFolded(t *testing.T) {
	r := evening(t)
	r.Items = nil
	for _, u := range []report.Urgency{report.Overdue, report.Due, report.Advice} {
		for i := range 60 {
			name := fmt.Sprintf("%s %d", u, i)
			message := "Thank person " + name + "."
			r.Items = append(r.Items, report.Item{
				ID: name, Rule: "thank-you", Urgency: u, Message: message, Action: "Send a line.",
				Lasting: report.Words{Message: message, Action: "Send a line."},
				Place:   place("interviews/a.md", 3, 3, "with"), Since: r.Now, Record: &report.Record{File: "log.md", Text: "- thanked"},
			})
		}
	}
	for _, f := range Formats() {
		if f.Name == "ics" { // whose lines are short and folded
			continue
		}
		text := rendered(t, f, r, Options{})
		for _, it := range r.Items {
			if it.Urgency != report.Advice && !strings.Contains(strings.Join(strings.Fields(text), " "), it.Message) {
				t.Errorf("%s does not say: %s", f.Name, it.Message)
			}
		}
	}
}
