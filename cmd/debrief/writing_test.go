package main

import (
	"context"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"debrief/cmd/debrief/internal/edit"
	"debrief/parser"
	"debrief/report"
)

// corpora are the journals of the sample, of every rule's examples and of the
// parser's cases, each with the instant it is about.
func corpora(t *testing.T) map[string]corpus {
	t.Helper()
	sample, err := time.Parse(time.RFC3339, sampleNow)
	check(t, err)
	found := map[string]corpus{"sample-journal": {os.DirFS("../../sample-journal"), sample}}
	for _, rule := range report.Rules() {
		for name, text := range map[string]string{"fires": rule.Fires, "silent": rule.Silent} {
			archive := txtar.Parse([]byte(text))
			at, err := time.Parse(time.RFC3339, strings.TrimSpace(strings.TrimPrefix(string(archive.Comment), "now:")))
			check(t, err)
			found[rule.ID+" "+name] = corpus{notesIn(archive), at}
		}
	}
	cases, err := filepath.Glob("../../parser/testdata/*/*.txtar")
	check(t, err)
	for _, file := range cases {
		archive, err := txtar.ParseFile(file)
		check(t, err)
		found[filepath.Base(file)] = corpus{notesIn(archive), sample}
	}
	if len(found) < 150 {
		t.Errorf("only %d journals were found", len(found))
	}
	return found
}

// notesIn are the notes of an archive.
func notesIn(archive *txtar.Archive) fstest.MapFS {
	notes := fstest.MapFS{}
	for _, f := range archive.Files {
		notes[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return notes
}

// spelled returns the notes of a journal as somebody else would have saved them.
func (c corpus) spelled(t *testing.T, spell func(string) string) fstest.MapFS {
	t.Helper()
	notes := fstest.MapFS{}
	check(t, fs.WalkDir(c.notes, ".", func(path string, d fs.DirEntry, err error) error {
		if ext := filepath.Ext(path); err != nil || d.IsDir() || ext != ".md" && ext != ".markdown" {
			return err
		}
		text, err := fs.ReadFile(c.notes, path)
		notes[path] = &fstest.MapFile{Data: []byte(spell(string(text)))}
		return err
	}))
	return notes
}

type corpus struct {
	notes fs.FS
	now   time.Time
}

// spellings are ways to write the same note: what a record adds must leave all
// of them as they are, byte for byte.
var spellings = map[string]func(string) string{
	"as it is":         func(s string) string { return s },
	"Windows":          func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
	"byte-order mark":  func(s string) string { return "\uFEFF" + s },
	"no last line end": func(s string) string { return strings.TrimRight(s, "\n") },
	"empty lines":      func(s string) string { return s + "\n\n" },
}

// TestRecordsLeaveTheRest adds the record of every item of every corpus to
// every spelling of its note.
func TestRecordsLeaveTheRest(t *testing.T) {
	records := 0
	for name, c := range corpora(t) {
		for spelled, spell := range spellings {
			notes := c.spelled(t, spell)
			journal, err := parser.Load(notes, time.UTC)
			check(t, err)
			for _, item := range report.Build(journal, c.now).Items {
				if item.Record == nil {
					continue
				}
				before := ""
				if note := notes[item.Record.File]; note != nil {
					before = string(note.Data)
				}
				after := edit.AfterLine(before, item.Record.Line, item.Record.Text)
				records++
				if !onlyAdds(before, after) {
					t.Errorf("%s, %s, %s: %q became %q", name, spelled, item.Rule, before, after)
				}
				if strings.Contains(before, "\r\n") && strings.Contains(strings.ReplaceAll(after, "\r\n", ""), "\n") {
					t.Errorf("%s, %s: mixed line ends in %q", name, item.Rule, after)
				}
			}
		}
	}
	if records < 100 {
		t.Errorf("only %d records were tried", records)
	}
}

// onlyAdds reports whether a text is another with one piece put in.
func onlyAdds(before, after string) bool {
	same := 0
	for same < len(before) && same < len(after) && before[same] == after[same] {
		same++
	}
	return len(after) > len(before) && strings.HasSuffix(after, before[same:])
}

// TestBlankNotesOweNothing makes a note of every kind without a word about
// anybody, and one of every kind about somebody, and asks for the report.
func TestBlankNotesOweNothing(t *testing.T) {
	dir := t.TempDir()
	said := func(args ...string) string {
		t.Helper()
		var out, complaint strings.Builder
		now := func() time.Time { return time.Date(2026, time.November, 19, 19, 45, 0, 0, time.UTC) }
		env := func(string) string { return "" }
		if status := run(context.Background(), args, strings.NewReader(""), &out, &complaint, now, env); status != 0 {
			t.Fatalf("%v: %s", args, &complaint)
		}
		return out.String()
	}
	said("init", dir, "--yes", "--timezone", "Europe/Berlin", "--example")
	for _, kind := range newNotes {
		said("new", kind, "--journal", dir)
	}
	var r struct {
		Items    []struct{ Rule, Message string }
		Problems []struct{ ID, Message string }
		Counts   struct{ Entries int }
	}
	check(t, json.Unmarshal([]byte(said("report", dir, "--format", "json")), &r))
	if len(r.Items)+len(r.Problems) > 0 {
		t.Errorf("blank notes owe %v and are taken for %v", r.Items, r.Problems)
	}
	said("new", "interview", "Acme", "with=Dana Reyes", "--journal", dir)
	said("new", "application", "Acme", "role=Engineer", "applied=today", "--journal", dir)
	said("new", "reference", "Jane Doe", "--journal", dir)
	said("new", "outreach", "Globex", "--journal", dir)
	check(t, json.Unmarshal([]byte(said("report", dir, "--format", "json")), &r))
	if len(r.Problems) > 0 || r.Counts.Entries != 6 {
		t.Errorf("%d entries, and problems %v", r.Counts.Entries, r.Problems)
	}
}

// TestSlugIsShort holds the names of files to what a file system takes.
func TestSlugIsShort(t *testing.T) {
	for _, name := range []string{strings.Repeat("日本", 90), strings.Repeat("a-", 200), "../..", "\u0301"} {
		if s := slug(name); len(s) > slugLength || !utf8.ValidString(s) || strings.ContainsAny(s, "/.") || strings.HasSuffix(s, "-") {
			t.Errorf("%q became %q", name, s)
		}
	}
}
