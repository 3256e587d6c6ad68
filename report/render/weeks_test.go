package render

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"debrief/parser"
	"debrief/report"
)

// TestWeeks commits a report of the sample journal every Monday at eight, for
// ten weeks, and holds that its diff is the news and nothing else.
func TestWeeks(t *testing.T) {
	const weeks = 10
	monday := time.Date(2026, time.September, 21, 8, 0, 0, 0, berlin(t))
	before := sampleWeek(t, monday)
	kept := 0
	for n := 1; n < weeks; n++ {
		after := sampleWeek(t, monday.AddDate(0, 0, 7*n))
		t.Run(after.Now.Format(time.DateOnly), func(t *testing.T) {
			newsOnly(t, before, after)
			kept += len(unchanged(before, after))
		})
		before = after
	}
	if kept == 0 {
		t.Error("no item stayed the same from one week to the next: this test proves nothing")
	}
	whole := sampleAt(t, monday.AddDate(0, 0, 7*(weeks-1)))
	for name, file := range whole {
		text, err := os.ReadFile(filepath.Join("../../sample-journal", filepath.FromSlash(name)))
		if diff := cmp.Diff(string(text), string(file.Data)); err != nil || diff != "" {
			t.Errorf("%s is not in the last week as it is: %v\n%s", name, err, diff)
		}
	}
}

// newsOnly holds that every line that came or went is about something that did.
func newsOnly(t *testing.T, before, after weekOf) {
	t.Helper()
	for _, pair := range []struct {
		what string
		of   weekOf
		from weekOf
	}{{"went", before, after}, {"came", after, before}} {
		explained := explanations(pair.of, pair.from)
		for _, line := range without(pair.of.lines(), pair.from.lines()) {
			if !slices.ContainsFunc(explained, func(about string) bool { return strings.HasPrefix(line, about) }) {
				t.Errorf("%s, though nothing that it tells has changed: %s", pair.what, line)
			}
		}
	}
	for _, id := range unchanged(before, after) {
		was, is := before.line(id), after.line(id)
		if was != is {
			t.Errorf("nothing has changed, but its line:\n- %s\n+ %s", was, is)
		}
	}
	// A line that moves is a line in the diff, too.
	was, is := common(before, after), common(after, before)
	if diff := cmp.Diff(was, is); diff != "" {
		t.Errorf("lines that did not change have moved:\n%s", diff)
	}
}

// lines returns the lines of a report that say something.
func (w weekOf) lines() []string {
	return slices.DeleteFunc(strings.Split(w.text, "\n"), func(line string) bool { return line == "" })
}

// without returns the lines that others have not.
func without(lines, others []string) []string {
	return slices.DeleteFunc(slices.Clone(lines), func(line string) bool { return slices.Contains(others, line) })
}

// common returns the lines of one report that the other has as well.
func common(of, other weekOf) []string {
	return without(of.lines(), without(of.lines(), other.lines()))
}

// items are what is printed of a report, by their ids: all but the advice that
// is folded.
func (w weekOf) items() map[string]report.Item {
	printed, _ := foldAdvice(w.Items, false)
	items := map[string]report.Item{}
	for _, it := range append(printed, slices.DeleteFunc(slices.Clone(w.Items), isAdvice)...) {
		items[it.ID] = it
	}
	return items
}

func isAdvice(it report.Item) bool { return it.Urgency == report.Advice }

// line returns the line of an item.
func (w weekOf) line(id string) string {
	m := &sheet{now: w.Now}
	it := w.items()[id]
	if isAdvice(it) {
		return "- " + m.item(it)
	}
	return "- [ ] " + m.item(it) + markdownRecord(it)
}

// facts are those of an item that its line tells.
func facts(it report.Item) string {
	where := fmt.Sprint(it.Place.Path(), it.Place.Start())
	if it.Record != nil {
		where += fmt.Sprint(it.Record.File, it.Record.Line)
	}
	return fmt.Sprint(it.ID, it.Urgency, it.Due.Unix(), it.Since.Unix(), where)
}

// unchanged lists the items that both reports print and that are the same.
func unchanged(before, after weekOf) []string {
	was, is := before.items(), after.items()
	var ids []string
	for _, id := range slices.Sorted(maps.Keys(was)) {
		if now, ok := is[id]; ok && facts(now) == facts(was[id]) {
			ids = append(ids, id)
		}
	}
	return ids
}

// explanations are the beginnings of the lines of a report that may not be in
// the other: the date, the counts and the search, the week's deeds, headings
// that come and go with what is below them, and whatever is about an item, a
// position or a problem that the other has not, or has in another state.
func explanations(of, from weekOf) []string {
	explained := []string{
		of.Now.Format("Monday 2 January 2006. "), Tally(of.Counts), "Search since ", "and ", "- and ",
		"This week ", "I am sorry about ", "## ", "| Company |", "| --- |",
	}
	others := from.items()
	for id, it := range of.items() {
		if other, ok := others[id]; !ok || facts(other) != facts(it) {
			explained = append(explained, of.line(id))
		}
	}
	for _, row := range of.Positions {
		same := func(other report.Position) bool { return of.told(row) == from.told(other) }
		if !slices.ContainsFunc(from.Positions, same) {
			explained = append(explained, "| "+markdownText(row.Company)+" | ")
		}
	}
	for _, p := range of.Problems {
		same := func(other parser.Problem) bool {
			return p.ID == other.ID && p.Path() == other.Path() && p.Message == other.Message
		}
		if !slices.ContainsFunc(from.Problems, same) {
			explained = append(explained, "- "+markdownText(p.Path()))
		}
	}
	return explained
}

// told is what a position's row tells.
func (w weekOf) told(row report.Position) string {
	return fmt.Sprint(row.Company, row.Role, row.Status, row.Resting, row.LastEvent.Unix(), row.NextEvent.Unix(), owesIn(w.Report).of(row))
}
