package parser

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// TestProblems loads every journal in testdata/problems and compares its
// problems with the archive's file `want`, and, where the archive has a file
// `read`, what was read all the same with that.
func TestProblems(t *testing.T) {
	paths, err := filepath.Glob("testdata/problems/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no journals: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			expected := cutExpected(archive)
			journal := loadSample(t, archive)
			checkMessages(t, journal)
			for _, wrong := range inconsistencies(journal) {
				t.Error(wrong)
			}
			archive.Files = append(archive.Files, txtar.File{Name: "want", Data: []byte(dumpProblems(journal))})
			if _, ok := expected["read"]; ok {
				archive.Files = append(archive.Files, txtar.File{Name: "read", Data: []byte(dumpRead(journal))})
			}
			if *update {
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			for name, got := range cutExpected(archive) {
				if diff := cmp.Diff(expected[name], got); diff != "" {
					t.Errorf("%s (-want +got):\n%s", name, diff)
				}
			}
		})
	}
}

// cutExpected takes the files `want` and `read` out of an archive.
func cutExpected(archive *txtar.Archive) map[string]string {
	expected := map[string]string{}
	archive.Files = slices.DeleteFunc(archive.Files, func(f txtar.File) bool {
		if f.Name != "want" && f.Name != "read" {
			return false
		}
		expected[f.Name] = string(f.Data)
		return true
	})
	return expected
}

// dumpProblems writes each problem as check does, with the end of its span,
// and below it the text it is about; then the counts.
func dumpProblems(j *Journal) string {
	var b strings.Builder
	for _, p := range j.Problems {
		start, end := p.Start(), p.End()
		fmt.Fprintf(&b, "%s:%d:%d-", p.Path(), start.Line, start.Column)
		if end.Line != start.Line {
			fmt.Fprintf(&b, "%d:", end.Line)
		}
		fmt.Fprintf(&b, "%d: %s: %s [%s]", end.Column, p.Severity(), p.Message, p.ID)
		if p.Hint != "" {
			fmt.Fprintf(&b, " (hint: %s)", p.Hint)
		}
		b.WriteByte('\n')
		if text := p.Source.Text; p.Span.Start < p.Span.End && p.Span.End <= len(text) {
			fmt.Fprintf(&b, "  %q\n", text[p.Span.Start:p.Span.End])
		}
	}
	c := j.Counts
	fmt.Fprintf(&b, "notes %d = entries %d + other %d + unreadable %d\n", c.Notes, c.Entries, c.Other, c.Unreadable)
	for _, path := range j.Partial {
		fmt.Fprintf(&b, "partial %s\n", path)
	}
	return b.String()
}

// dumpRead writes what a journal says, its problems apart.
func dumpRead(j *Journal) string {
	read := *j
	read.Counts, read.Partial, read.People, read.Problems = Counts{}, nil, nil, nil
	_, facts, _ := strings.Cut(dumpJournal(&read, false), "\n")
	return facts
}

// TestFixes applies every edit that a problem suggests, one at a time, and
// looks whether the problem is gone.
func TestFixes(t *testing.T) {
	paths, _ := filepath.Glob("testdata/problems/*.txtar")
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			cutExpected(archive)
			for _, p := range loadSample(t, archive).Problems {
				for _, fix := range p.Fixes {
					mended := &txtar.Archive{Comment: archive.Comment}
					filled := strings.ReplaceAll(fix.Text, "…", "they asked for no mail") // as only the person can
					for _, f := range archive.Files {
						if text := string(f.Data); f.Name == p.Path() {
							f.Data = []byte(text[:fix.Span.Start] + filled + text[fix.Span.End:])
						}
						mended.Files = append(mended.Files, f)
					}
					for _, q := range loadSample(t, mended).Problems {
						if q.ID == p.ID && q.Path() == p.Path() && q.Span.Start == p.Span.Start {
							t.Errorf("%s:%d: %s stays with %q", p.Path(), p.Start().Line, p.Message, fix.Text)
						}
					}
				}
			}
		})
	}
}
