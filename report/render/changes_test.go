package render

import (
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"debrief/parser"
	"debrief/report"
)

// infestedChanges are changes with one text in every field that holds text.
func infestedChanges(text string) *report.Changes {
	place := parser.Place{Source: &parser.Source{Path: text + ".md", Text: text}}
	due := time.Date(2026, time.November, 19, 15, 0, 0, 0, time.UTC)
	item := report.Item{
		ID: "abcdefg", Rule: "thank-you", Urgency: report.Overdue, Company: text, Role: text, Person: text,
		Due: due, Message: text, Place: place,
	}
	c := &report.Changes{From: due.AddDate(0, 0, -7), To: due.AddDate(0, 0, 1), Zone: time.UTC}
	c.Done = []report.Change{{Item: item, At: due.Add(3 * time.Hour), Late: true}, {Item: item, Recorded: due}}
	c.Owed, c.Overdue = []report.Change{{Item: item}}, []report.Change{{Item: item}}
	for _, why := range []string{report.WhyTime, report.WhyEnded, report.WhyWaived, report.WhyRemoved, report.WhyChanged, report.WhyUnread} {
		c.Gone = append(c.Gone, report.Change{Item: item, Why: why})
	}
	return c
}

// TestChangesOfHostileText holds every format of changes to what holds for
// reports: text from the journal is text, and JSON follows its schema.
func TestChangesOfHostileText(t *testing.T) {
	s := schemaOf(t, "changes")
	for name, text := range hostile {
		c := infestedChanges(text)
		for _, f := range ChangesFormats(c) {
			out := rendered(t, f, nil, Options{})
			if f.Name == "json" {
				v, err := jsonschema.UnmarshalJSON(strings.NewReader(out))
				if err != nil {
					t.Fatal(err)
				}
				if err := s.Validate(v); err != nil {
					t.Errorf("%s: %v", name, err)
				}
				continue
			}
			if strings.ContainsFunc(strings.ReplaceAll(out, "\n", ""), unsafeRune) {
				t.Errorf("%s in %s: %q", name, f.Name, out)
			}
		}
	}
}

func unsafeRune(r rune) bool {
	return r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r >= 0x202a && r <= 0x202e
}

func TestHistoryFollowsItsSchema(t *testing.T) {
	start := time.Date(2026, time.November, 16, 0, 0, 0, 0, time.UTC)
	h := &report.History{Zone: time.UTC, Weekly: true}
	for week := range 200 {
		h.Periods = append(h.Periods, report.Period{
			From: start.AddDate(0, 0, 7*week), To: start.AddDate(0, 0, 7*week+7),
			Overdue: week % 5, Due: week % 3, Deeds: report.Deeds{Applications: week % 7},
		})
	}
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(rendered(t, HistoryFormats(h)[2], nil, Options{})))
	if err != nil {
		t.Fatal(err)
	}
	if err := schemaOf(t, "history").Validate(v); err != nil {
		t.Error(err)
	}
	for _, width := range []int{20, 40, 80, 120} {
		for line := range strings.Lines(rendered(t, HistoryFormats(h)[0], nil, Options{Width: width})) {
			if got := columns(strings.TrimSuffix(line, "\n")); got > max(width, 40) {
				t.Errorf("%d columns in a page of %d: %s", got, width, line)
			}
		}
	}
	if got := rendered(t, HistoryFormats(&report.History{})[0], nil, Options{}); got != "Nothing has been recorded yet.\n" {
		t.Errorf("an empty history says %q", got)
	}
}
