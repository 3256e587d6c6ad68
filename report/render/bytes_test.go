package render

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"

	"debrief/parser"
	"debrief/report"
)

// journals are the sample journal and the cases of the parser, by name.
func journals(t testing.TB) map[string][]*parser.Source {
	t.Helper()
	all := map[string][]*parser.Source{}
	sample := os.DirFS("../../sample-journal")
	err := fs.WalkDir(sample, ".", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".md") {
			return err
		}
		text, err := fs.ReadFile(sample, path)
		all["sample-journal"] = append(all["sample-journal"], &parser.Source{Path: path, Text: string(text)})
		return err
	})
	cases, globErr := filepath.Glob("../../parser/testdata/journals/*.txtar")
	if err != nil || globErr != nil || len(cases) == 0 {
		t.Fatal(err, globErr, len(cases))
	}
	for _, name := range cases {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if strings.HasSuffix(f.Name, ".md") {
				all[filepath.Base(name)] = append(all[filepath.Base(name)], &parser.Source{Path: f.Name, Text: string(f.Data)})
			}
		}
	}
	return all
}

// printed is the report on notes in every format, one behind the other.
func printed(t testing.TB, sources []*parser.Source, change func(string) string) string {
	t.Helper()
	var files []*parser.File
	for _, src := range sources {
		files = append(files, parser.Parse(&parser.Source{Path: src.Path, Text: change(src.Text)}))
	}
	r := report.Build(parser.NewJournal(files, time.UTC), time.Date(2026, 11, 19, 19, 45, 0, 0, time.UTC))
	var b strings.Builder
	for _, f := range slices.Concat(Formats(), CheckFormats()) {
		b.WriteString("=== " + f.Name + "\n" + rendered(t, f, r, Options{}))
	}
	return b.String()
}

func asTyped(text string) string { return text }

// TestOrderOfFiles holds that the order in which notes are found changes no
// byte of a report.
func TestOrderOfFiles(t *testing.T) {
	all := journals(t)
	names := slices.Sorted(maps.Keys(all))
	want := map[string]string{}
	for _, name := range names {
		want[name] = printed(t, all[name], asTyped)
	}
	rapid.Check(t, func(r *rapid.T) {
		name := rapid.SampledFrom(names).Draw(r, "journal")
		got := printed(t, rapid.Permutation(all[name]).Draw(r, "order"), asTyped)
		if diff := cmp.Diff(want[name], got); diff != "" {
			r.Fatalf("%s (-sorted +shuffled):\n%s", name, diff)
		}
	})
}

// TestLineEnds holds that carriage returns and a byte-order mark change no
// byte of a report.
func TestLineEnds(t *testing.T) {
	const mark = "\ufeff"
	crlf := func(text string) string { return strings.ReplaceAll(text, "\n", "\r\n") }
	for name, sources := range journals(t) {
		want := printed(t, sources, asTyped)
		for variant, change := range map[string]func(string) string{
			"a byte-order mark": func(text string) string { return mark + text },
			"carriage returns":  crlf,
			"both":              func(text string) string { return mark + crlf(text) },
		} {
			if diff := cmp.Diff(want, printed(t, sources, change)); diff != "" {
				t.Errorf("%s with %s:\n%s", name, variant, diff)
			}
		}
	}
}

// TestUnrelatedNote holds that a note about something else changes the counts
// of notes in a report, and nothing else.
func TestUnrelatedNote(t *testing.T) {
	at := time.Date(2026, 11, 19, 19, 45, 0, 0, time.UTC)
	other := &parser.Source{Path: "recipes/bread.md", Text: "---\ntitle: Bread\n---\n- 2026-11-18 thanked Dana Reyes\n\nKnead it.\n"}
	for name, sources := range journals(t) {
		var files []*parser.File
		for _, src := range sources {
			files = append(files, parser.Parse(src))
		}
		alone := report.Build(parser.NewJournal(files, time.UTC), at)
		beside := report.Build(parser.NewJournal(append(files, parser.Parse(other)), time.UTC), at)
		if beside.Counts.Notes != alone.Counts.Notes+1 || beside.Counts.Other != alone.Counts.Other+1 {
			t.Errorf("%s: %+v became %+v", name, alone.Counts, beside.Counts)
		}
		beside.Counts = alone.Counts
		for _, f := range slices.Concat(Formats(), CheckFormats()) {
			if diff := cmp.Diff(rendered(t, f, alone, Options{}), rendered(t, f, beside, Options{})); diff != "" {
				t.Errorf("%s as %s (-alone +beside bread):\n%s", name, f.Name, diff)
			}
		}
	}
}
