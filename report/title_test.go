package report

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// fleeting are words that are true on one day only.
var fleeting = regexp.MustCompile(`(?i)\b(today|tonight|tomorrow|yesterday|ago|late|left|this week|by the end)\b|\d\d:\d\d`)

// titled returns every title that the rules give, with its rule, in each of
// their stories from its own instant on through every change.
func titled(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, rule := range Rules() {
		var own []string
		for _, story := range stories(t, rule) {
			j, now := load(t, story)
			for range maxChanges {
				r := Build(j, now).Filter(Filter{Rules: []string{rule.ID}})
				for _, item := range r.Items {
					own = append(own, rule.ID+": "+item.Title)
				}
				if now = r.NextChange; now.IsZero() {
					break
				}
			}
		}
		slices.Sort(own)
		all = append(all, slices.Compact(own)...)
	}
	return all
}

// TestTitles holds every title word for word, and to what a title is.
func TestTitles(t *testing.T) {
	all := titled(t)
	for _, s := range all {
		rule, title, _ := strings.Cut(s, ": ")
		switch verb, _, _ := strings.Cut(title, " "); {
		case fleeting.MatchString(title):
			t.Errorf("%s: %q will not be true for long", rule, title)
		case unwelcome.MatchString(title) || stutter.MatchString(title) || strings.Contains(title, "%!"):
			t.Errorf("%s: %q", rule, title)
		case utf8.RuneCountInString(title) > 90 || strings.HasSuffix(title, "."):
			t.Errorf("%s: %q is a sentence", rule, title)
		case !slices.Contains(imperatives, verb):
			t.Errorf("%s: %q begins with no known imperative", rule, title)
		}
	}
	golden := filepath.Join("testdata", "titles.golden")
	text := strings.Join(all, "\n") + "\n"
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile(golden, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if text != string(want) {
		t.Errorf("%s is stale: `go test ./report -run Titles -update` rewrites it. Now it is\n%s", golden, text)
	}
}

// TestTitlesStay holds titles, actions, instants and the words that last to what
// a calendar and a report in git need of them: while an item is as pressing as it is, they are the same.
func TestTitlesStay(t *testing.T) {
	for _, rule := range Rules() {
		if rule.ID == applicationsUnansweredID {
			continue // counts what comes and goes
		}
		for _, story := range stories(t, rule) {
			j, now := load(t, story)
			for range maxChanges {
				r := Build(j, now).Filter(Filter{Rules: []string{rule.ID}})
				for _, at := range momentsBetween(r) {
					for _, later := range Build(j, at).Filter(Filter{Rules: []string{rule.ID}}).Items {
						i := slices.IndexFunc(r.Items, func(it Item) bool { return it.ID == later.ID })
						if i < 0 {
							t.Errorf("%s: %s came at %v unannounced", rule.ID, later.ID, at)
							continue
						}
						item := r.Items[i]
						if item.Since.Equal(dayIn(r.Now, r.Zone).Start(r.Zone)) {
							// A round of today that has no hours counts as begun, not
							// ended, as long as the day goes on.
							item.Since, item.ChangedAt = later.Since, later.ChangedAt
						}
						if before, after := lasting(item), lasting(later); before != after {
							t.Errorf("%s, %s: at %v\n%s, at %v\n%s", rule.ID, later.Urgency, now, before, at, after)
						}
					}
				}
				if now = r.NextChange; now.IsZero() {
					break
				}
			}
		}
	}
}

// momentsBetween returns moments after a report's at which no item has changed
// and none's last moment has come since.
func momentsBetween(r *Report) []time.Time {
	until := r.Now.AddDate(0, 0, 40)
	if !r.NextChange.IsZero() {
		until = r.NextChange
	}
	for _, it := range r.Items {
		if it.Last.After(r.Now) && it.Last.Before(until) {
			until = it.Last
		}
	}
	return []time.Time{r.Now.Add(until.Sub(r.Now) / 2), until.Add(-time.Second)}
}

// lasting is what of an item must not change by itself.
func lasting(it Item) string {
	record := "no record"
	if it.Lasting.Record != nil {
		record = it.Lasting.Record.Text
	}
	return fmt.Sprint(it.Lasting.Message, "\n", it.Lasting.Action, "\n", record, "\n", it.Title, "\n", it.Action, "\n", it.ChangedAt.UTC(), it.Since.UTC(), it.ChangesAt.UTC(), it.Due.UTC(), it.Last.UTC(), it.LastIsDay)
}
