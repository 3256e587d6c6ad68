package parser

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"
)

// drawStory draws what happened.
func drawStory(t *rapid.T) *story {
	names := []string{"Dana Reyes", "Li Wei", "Jürgen Groß", "José Núñez", "Anna–Lena O’Neil"}
	day := func(label string) Civil {
		return Civil{2026, time.March, 1}.AddDays(rapid.IntRange(0, 200).Draw(t, label))
	}
	s := &story{
		company:    rapid.SampledFrom([]string{"Acme Robotics", "Müller & Söhne", "L’Oréal", "Marks and Spencer"}).Draw(t, "company"),
		role:       rapid.SampledFrom([]string{"", "Platform Engineer", "QA–Lead"}).Draw(t, "role"),
		applied:    day("applied"),
		round:      day("round"),
		timed:      rapid.Bool().Draw(t, "timed"),
		clock:      Clock{Hour: rapid.IntRange(0, 23).Draw(t, "hour"), Minute: rapid.IntRange(0, 59).Draw(t, "minute")},
		panel:      rapid.Permutation(names).Draw(t, "panel")[:rapid.IntRange(1, 3).Draw(t, "people")],
		confidence: rapid.IntRange(0, 5).Draw(t, "confidence"),
	}
	if s.timed && s.clock.Hour == 2 {
		s.clock.Hour = 3 // the hour that the clocks skip or repeat has its own tests
	}
	for range s.panel {
		var at time.Time
		if rapid.Bool().Draw(t, "thanked") {
			after := time.Date(s.round.Year, s.round.Month, s.round.Day+1, 0, 0, 0, 0, time.UTC)
			at = after.Add(time.Duration(rapid.IntRange(3*60, 5*24*60).Draw(t, "minutes later")) * time.Minute)
			if at.Hour() == 2 {
				at = at.Add(time.Hour)
			}
		}
		s.thanked = append(s.thanked, at)
	}
	for range storyReferences {
		var on Civil
		if rapid.Bool().Draw(t, "told") {
			on = day("told on")
		}
		s.told = append(s.told, on)
	}
	return s
}

// joinNotes parses notes and joins them.
func joinNotes(notes map[string]string) *Journal {
	var files []*File
	for _, path := range slices.Sorted(maps.Keys(notes)) {
		files = append(files, Parse(&Source{Path: path, Text: notes[path]}))
	}
	return NewJournal(files, time.UTC)
}

// TestSpellings holds that however a story is spelt, the journal is the same
// but for the places.
func TestSpellings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawStory(t)
		plain := s.write(plainly)
		want := joinNotes(plain)
		if len(want.Problems) > 0 {
			t.Fatalf("problems: %s", dumpJournal(want, true))
		}
		notes := s.write(func(what string, n int) int { return rapid.IntRange(0, n-1).Draw(t, what) })
		got := joinNotes(notes)
		if diff := cmp.Diff(unordered(want), unordered(got)); diff != "" {
			t.Fatalf("-plain +respelt:\n%s\n%s", diff, txtar.Format(archiveOf(notes)))
		}
		for _, wrong := range inconsistencies(got) {
			t.Error(wrong)
		}
	})
}

// unordered dumps a journal without places, in an order that does not depend
// on them either: the events of one instant stand as they were written.
func unordered(j *Journal) []string {
	facts := strings.Split(strings.ReplaceAll(dumpJournal(j, false), "\n  ", "\t"), "\n")
	slices.Sort(facts)
	return facts
}

func archiveOf(notes map[string]string) *txtar.Archive {
	a := &txtar.Archive{}
	for _, path := range slices.Sorted(maps.Keys(notes)) {
		a.Files = append(a.Files, txtar.File{Name: path, Data: []byte(notes[path])})
	}
	return a
}

// caseNotes reads the notes of every case of TestJournals, by case.
func caseNotes(t testing.TB) map[string][]*Source {
	t.Helper()
	names, err := filepath.Glob("testdata/journals/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	cases := map[string][]*Source{}
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if f.Name != wantName && isNoteName(f.Name) {
				cases[name] = append(cases[name], &Source{Path: f.Name, Text: string(f.Data)})
			}
		}
	}
	return cases
}

func parseAll(sources []*Source) []*File {
	files := make([]*File, 0, len(sources)+1)
	for _, src := range sources {
		files = append(files, Parse(src))
	}
	return files
}

// TestOrder holds that the order of the notes does not matter.
func TestOrder(t *testing.T) {
	cases := caseNotes(t)
	names := slices.Sorted(maps.Keys(cases))
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom(names).Draw(t, "case")
		files := parseAll(cases[name])
		want := dumpJournal(NewJournal(files, time.UTC), true)
		got := dumpJournal(NewJournal(rapid.Permutation(files).Draw(t, "order"), time.UTC), true)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%s: -sorted +shuffled:\n%s", name, diff)
		}
	})
}

// TestLineEnds holds that a byte-order mark and carriage returns change
// nothing but offsets.
func TestLineEnds(t *testing.T) {
	variants := map[string]func(string) string{
		"bom":  func(s string) string { return byteOrderMark + s },
		"crlf": func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
		"both": func(s string) string { return byteOrderMark + strings.ReplaceAll(s, "\n", "\r\n") },
	}
	for name, sources := range caseNotes(t) {
		want := dumpJournal(NewJournal(parseAll(sources), time.UTC), false)
		for variant, change := range variants {
			var changed []*Source
			for _, src := range sources {
				changed = append(changed, &Source{Path: src.Path, Text: change(src.Text)})
			}
			j := NewJournal(parseAll(changed), time.UTC)
			got := strings.ReplaceAll(dumpJournal(j, false), `\r\n`, `\n`)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s with %s:\n%s", name, variant, diff)
			}
			for _, wrong := range inconsistencies(j) {
				t.Errorf("%s with %s: %s", name, variant, wrong)
			}
		}
	}
}

// TestUnrelatedNotes holds that a note about nothing else in the journal
// changes the counts and adds its own facts, and no more.
func TestUnrelatedNotes(t *testing.T) {
	other := &Source{Path: "recipes/bread.md", Text: "---\ntitle: Bread\n---\n- 2026-11-18 thanked Dana Reyes\n\nKnead it.\n"}
	entry := &Source{Path: "applications/zzz.md", Text: "---\ncompany: Quzwix Vjumbly\nrole: Xylophonist\napplied: 2026-11-18\ncontacts: Qadir Zulu\n---\n"}
	for name, sources := range caseNotes(t) {
		want := strings.Split(dumpJournal(NewJournal(parseAll(sources), time.UTC), true), "\n")[1:]
		got := strings.Split(dumpJournal(NewJournal(parseAll(append(slices.Clone(sources), other)), time.UTC), true), "\n")[1:]
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s with a note that is no entry:\n%s", name, diff)
		}
		got = strings.Split(dumpJournal(NewJournal(parseAll(append(slices.Clone(sources), entry)), time.UTC), true), "\n")[1:]
		got = slices.DeleteFunc(got, func(line string) bool {
			return strings.Contains(line, "Quzwix") || strings.Contains(line, "Qadir")
		})
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s with an unrelated application:\n%s", name, diff)
		}
	}
}

// TestTwice holds that neither parsing nor joining has a memory.
func TestTwice(t *testing.T) {
	for name, sources := range caseNotes(t) {
		files := parseAll(sources)
		first := dumpJournal(NewJournal(files, time.UTC), true)
		if diff := cmp.Diff(first, dumpJournal(NewJournal(files, time.UTC), true)); diff != "" {
			t.Errorf("%s joined twice:\n%s", name, diff)
		}
		if diff := cmp.Diff(first, dumpJournal(NewJournal(parseAll(sources), time.UTC), true)); diff != "" {
			t.Errorf("%s parsed twice:\n%s", name, diff)
		}
	}
}
