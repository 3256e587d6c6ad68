package parser

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// fuzzPaths are where a note may lie, one for each way to be an entry.
var fuzzPaths = [...]string{
	"search.md", "applications/a.md", "interviews/a.md", "references/a.md", "outreach/a.md", "log/2026-11-18.md", "a.md",
}

// fuzzLimit is how long one note may take. It is far above what any needs, so
// that a busy machine does not fail the test, and far below what a quadratic
// loop over a large note takes.
const fuzzLimit = 10 * time.Second

// fuzzNeighbours are the rest of the journal, for names to be known.
func fuzzNeighbours() []*File {
	var files []*File
	for path, text := range map[string]string{
		"applications/acme.md": "---\ncompany: Acme Robotics\nrole: Engineer\napplied: 2026-11-01\ncontacts: Dana Reyes\n---\n",
		"applications/hays.md": "---\nvia: Hays\n---\n",
		"interviews/acme.md":   "---\ncompany: Acme Robotics\ndate: 2026-11-18 14:00\nwith: [Dana Reyes, Li Wei]\n---\n",
		"references/jane.md":   "---\nname: Jane Doe\ntold: {Acme Robotics: 2026-11-19}\n---\n",
	} {
		files = append(files, Parse(&Source{Path: path, Text: text}))
	}
	return files
}

// checkFile holds what must be so of every note, however broken.
func checkFile(t *testing.T, f *File, src *Source) {
	t.Helper()
	for _, p := range f.Problems {
		if p.Source == nil || len(p.Source.Text) != len(src.Text) {
			t.Fatalf("%s lies in no note, or in another", p.ID)
		}
	}
	j := NewJournal(append(fuzzNeighbours(), f), time.UTC)
	for _, wrong := range inconsistencies(j) {
		t.Error(wrong)
	}
	again := NewJournal(append(fuzzNeighbours(), Parse(src)), time.UTC)
	if first, second := dumpJournal(j, true), dumpJournal(again, true); first != second {
		t.Errorf("read twice:\n%s\n%s", first, second)
	}
}

// FuzzParse reads any text as a note in any place of a journal.
func FuzzParse(f *testing.F) {
	for _, sources := range caseNotes(f) {
		for _, src := range sources {
			kind := Parse(src).Kind
			for i, path := range fuzzPaths {
				if kindOfPath(path) == kind {
					f.Add(byte(i), src.Text)
				}
			}
		}
	}
	f.Fuzz(func(t *testing.T, where byte, text string) {
		src := &Source{Path: fuzzPaths[int(where)%len(fuzzPaths)], Text: text}
		started := time.Now()
		file := Parse(src)
		if took := time.Since(started); took > fuzzLimit {
			t.Fatalf("%d bytes took %s", len(text), took)
		}
		checkFile(t, file, src)
	})
}

// FuzzLogLine reads any text as a line of a log.
func FuzzLogLine(f *testing.F) {
	for _, text := range []string{
		"2026-11-18 19:30 thanked Dana Reyes: the move to Kafka", "[x] 2026-11-19 told Jane Doe about Acme Robotics, sent resume-v3.pdf",
		"2026-11-20 applied to Initech as Platform Engineer, sent a.pdf, b.md", "interviewed at Globex as Data Engineer with Ana Lima, Tom Berg",
		"[[2026-11-18]] reached out to Grace Hopper at Globex", "3/4/26 rejected by Acme Robotics", "sent cv.pdf to Jane", "offer", "heard back.",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		src := &Source{Path: "log/log.md", Text: "- " + text}
		file := Parse(src)
		for i := range file.lines {
			line := &file.lines[i]
			if _, known := verbs[line.word]; !known {
				t.Errorf("the verb is %q", line.word)
			}
			for _, part := range []At[string]{line.who, line.position, line.role, line.with} {
				if part.Span.Start < 0 || part.Span.Start > part.Span.End || part.Span.End > len(src.Text) {
					t.Errorf("%q at %v of %d bytes", part.Value, part.Span, len(src.Text))
				}
			}
		}
		checkFile(t, file, src)
	})
}

// FuzzPerson reads any text as a person, and as a list of people.
func FuzzPerson(f *testing.F) {
	for _, text := range []string{
		"Dana Reyes", "Dana Reyes <dana@acme.example>", "Dana Reyes (hiring manager), Li Wei & Tom and Ana; Bob", "[[refs/jane|Jane Doe]]",
		"Dr. José Ñúñez", "Jürgen Groß", "O’Neil–Smith", "<>", "(", "@", "[[", " and ", "ẞ", "e\u0301",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return // refused before any name is read
		}
		all := At[string]{text, Span{0, len(text)}}
		for _, part := range splitList(all, anySeparator, nil) {
			if text[part.Span.Start:part.Span.End] != part.Value || strings.TrimSpace(part.Value) != part.Value {
				t.Errorf("%q at %v of %q", part.Value, part.Span, text)
			}
			if p := readPerson(part); strings.TrimSpace(p.Name.Value) != p.Name.Value {
				t.Errorf("the name of %q is %q", part.Value, p.Name.Value)
			}
		}
		folded := FoldName(text)
		if twice := FoldName(folded); twice != folded {
			t.Errorf("%q folds to %q, and that to %q", text, folded, twice)
		}
		if !SameName(text, text) || !SameName(text, folded) {
			t.Errorf("%q is not the same as %q", text, folded)
		}
	})
}

// TestPastedLines reads lines as nobody types but a paste may bring; the time
// must not grow with the square of their length.
func TestPastedLines(t *testing.T) {
	many := strings.Repeat("a, ", 5000)
	for name, note := range map[string]struct{ path, text string }{
		"names in a log":   {"log/log.md", "- 2026-11-18 thanked " + many + "\n"},
		"names in a field": {"interviews/a.md", "---\ncompany: Acme\ndate: 2026-11-18\nwith: " + many + "\n---\n"},
		"positions":        {"references/a.md", "---\nname: Bob Ray\ntold: " + many + "\n---\n"},
		"brackets":         {"interviews/a.md", "---\ncompany: Acme\ndate: 2026-11-18\nwith: \"" + strings.Repeat("[[", 20_000) + "\"\n---\n"},
		"links":            {"log/log.md", "- contacted " + strings.Repeat("[a](", 20_000) + "\n"},
		"colons":           {"log/log.md", strings.Repeat("- 2026-11-18 thanked a: ", 20_000) + "\n"},
	} {
		started := time.Now()
		src := &Source{Path: note.path, Text: note.text}
		NewJournal(append(fuzzNeighbours(), Parse(src)), time.UTC)
		if took := time.Since(started); took > fuzzLimit {
			t.Errorf("%s: %d bytes took %s", name, len(note.text), took)
		}
	}
}
