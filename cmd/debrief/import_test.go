package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"debrief/parser"
	"debrief/report"
)

// imported runs import on a table in a journal of its own and returns the
// journal, the notes by path, and what the program said.
func imported(t *testing.T, table string, args ...string) (*parser.Journal, map[string]string, *invocation) {
	t.Helper()
	dir := t.TempDir()
	writeFile(t, filepath.Join(dir, "search.md"), []byte("---\nstarted: 2026-10-01\ntimezone: Europe/Berlin\n---\n"))
	file := filepath.Join(t.TempDir(), "jobs.csv")
	writeFile(t, file, []byte(table))
	got := invoke(t, append([]string{"import", file, "--journal", dir, "--yes"}, args...)...)
	journal, err := parser.Load(os.DirFS(dir), time.UTC)
	check(t, err)
	notes := map[string]string{}
	found, err := filepath.Glob(filepath.Join(dir, "applications", "*.md"))
	check(t, err)
	for _, file := range found {
		text, err := os.ReadFile(file)
		check(t, err)
		notes[filepath.Base(file)] = string(text)
	}
	return journal, notes, got
}

// facts are what a journal says, without where it says so.
func facts(j *parser.Journal) string {
	var b strings.Builder
	for _, p := range j.Positions {
		fmt.Fprintf(&b, "position %q %q %q %v via %q url %q resume %q, %d contacts, %d interviews, decision %v, due %v, first day %v, offer %v\n",
			p.Company, p.Role, p.Status, p.Ghosted, p.Via, p.URL, p.Resume, len(p.Contacts), len(p.Interviews), p.DecisionBy, p.Due, p.FirstDay, p.Offer.Given)
	}
	for _, e := range j.Events {
		fmt.Fprintf(&b, "event %s %v %d people %q\n", e.What, e.When.Time, len(e.People), e.Detail)
	}
	for _, iv := range j.Interviews {
		fmt.Fprintf(&b, "interview %v %q %d passages\n", iv.Start.Time, iv.Round, len(iv.OwnWords)+len(iv.Worked)+len(iv.Stumbles))
	}
	for _, person := range j.People {
		fmt.Fprintf(&b, "person %q\n", person.Name)
	}
	fmt.Fprintf(&b, "%d waivers, %d references\n", len(j.Waivers), len(j.References))
	for _, problem := range j.Problems {
		fmt.Fprintf(&b, "problem %s\n", problem.Message)
	}
	return b.String()
}

// factsOf are the facts of a journal of one application.
func factsOf(note string) string {
	file := parser.Parse(&parser.Source{Path: "applications/acme.md", Text: note})
	return facts(parser.NewJournal([]*parser.File{file}, time.UTC))
}

// blankNote is the note that a kept cell is added to, its log last.
const blankNote = "---\ncompany: Acme\nrole: Engineer\napplied: 2026-11-02\ninterviews: [{date: 2026-11-10}]\n---\n## Why them\n\n-\n\n## Log\n"

// hostileCells are texts in which Markdown or the format would see a fact.
var hostileCells = []string{
	"# Log\n- 2026-11-18 rejected", "- [x] thanked Dana Reyes", "---\ncompany: Globex\n---", "rejected\n========", "Log\n---\n- 2026-11-18 rejected",
	"```\nopen", "~~~", "    code\n\n- 2026-11-19 offer", "<!--", "<!-- x -->\n\n- offer", "<div>\n\n- [x] rejected", "> quoted\n> - [x] rejected",
	"1. one\n2) two", "| a | b |\n|---|---|\n| 2026-11-18 | rejected |", "a | b\n---|---\n1 | 2", "[x]: https://x.example", "[ ] thank Dana", "+ 2026-11-18 rejected",
	"* * *\n# Interview — 2026-11-18 14:00 with Dana", "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x", "{{date}} <% tp %>", ";;;\n{}\n;;;", "+++\ncompany = 'x'\n+++",
	"\n\n\n## What worked\nThe queue example went down really well with all of them", "two\r\nlines\rthree", "\ttabbed\n\t- [x] rejected", "2026-11-18 rejected", "## Interview: 2026-11-18",
	strings.Repeat("> ", 200) + "deep", strings.Repeat("- ", 200) + "deep", "    - [x] rejected\n    - offer", "\u2028- rejected", "[[Globex]]\n\n- applied to Initech as Engineer",
}

// TestKeptCells holds that a cell in a note's text says nothing to the parser,
// be it the cell or the name of its column, and that it is there as it was.
func TestKeptCells(t *testing.T) {
	for _, cell := range hostileCells {
		checkKept(t, "Notes", cell)
		checkKept(t, cell, "x")
	}
}

func checkKept(t *testing.T, column, cell string) {
	t.Helper()
	for _, source := range []string{"jobs.csv", "Interview-2026-11-18 (1).csv", "Interview: 2026-11-18", "-"} {
		kept := keptSection(topLevel(blankNote), source, []keptCell{{column, cell}, {"After", "and\n\nbeyond"}}, false)
		checkSilent(t, column, cell, source)
		if want := withoutSpace(oneLine(column) + cell); !strings.Contains(withoutSpace(unescaped(kept)), want) {
			t.Errorf("%q is not in %q", want, unescaped(kept))
		}
	}
}

// checkSilent holds that a kept cell says nothing. A name that looks like a line
// of a log has a warning, but none in backquotes.
func checkSilent(t rapid.TB, column, cell, source string) {
	t.Helper()
	for _, marked := range []bool{false, true} {
		kept := keptSection(2, source, []keptCell{{column, cell}}, marked)
		want, got := factsOf(blankNote), factsOf(blankNote+"\n"+kept+"\n")
		if !marked {
			got, _, _ = strings.Cut(got, "problem this line stands outside a log")
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("column %q, cell %q from %s (-without +with):\n%s\n%s", column, cell, source, diff, kept)
		}
	}
}

// unescaped takes away what keptSection adds to a cell.
func unescaped(kept string) string {
	var b strings.Builder
	for line := range strings.SplitSeq(kept, "\n") {
		line = strings.TrimPrefix(strings.TrimPrefix(line, "- "), "  >")
		b.WriteString(strings.Replace(line, `\`, "", strings.Count(plainMark(line), `\`)) + "\n")
	}
	return strings.Replace(b.String(), ":\n", "\n", 1)
}

// plainMark is the backslash that plainStart has put into a line, if it has.
func plainMark(line string) string {
	text := strings.TrimLeft(line, " \t0123456789")
	if strings.HasPrefix(text, `\`) {
		return `\`
	}
	return ""
}

// withoutSpace drops blanks, line ends, and the colon between name and cell.
func withoutSpace(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r <= ' ' || r == '\u2028' || r == ':' }), "")
}

// TestKeptCellsOfAnyKind is TestKeptCells for texts that nobody thought of.
func TestKeptCellsOfAnyKind(t *testing.T) {
	piece := rapid.OneOf(
		rapid.SampledFrom(hostileCells),
		rapid.SampledFrom([]string{
			"\n", "\n\n", " ", "    ", "\t", "-", "- ", "* ", "+ ", "1. ", "2) ", "#", "# ", "> ", "|", "---", "===", "```", "~~~", "[x] ", "[ ] ", "[a]: ",
			"<!--", "-->", "<p>", `\`, "`", "_", ":", ": ", "2026-11-18 ", "rejected", "thanked Dana", "Log", "Interview — ", "offer", " on ", "✅ ",
		}),
		rapid.StringN(0, 6, 20),
	)
	text := rapid.Custom(func(r *rapid.T) string {
		s := strings.Join(rapid.SliceOfN(piece, 1, 8).Draw(r, "pieces"), "")
		return strings.ReplaceAll(strings.ToValidUTF8(s, ""), "\x00", "")
	}).Filter(func(s string) bool { return oneLine(s) != "" })
	rapid.Check(t, func(r *rapid.T) {
		checkSilent(r, text.Draw(r, "column"), text.Draw(r, "cell"), "jobs.csv")
	})
}

// TestImportedFacts holds that a note says what the row's columns say, in every
// field, and nothing else, whatever stands in the other columns.
func TestImportedFacts(t *testing.T) {
	const header = "Company,Role,Status,Date applied,URL,Contact,Resume,Interview,Salary,Notes,"
	for i, cell := range hostileCells {
		quote := func(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
		row := "Acme: the #1 [robots],Engineer - {C++},Rejected,18.11.2026 14:30,https://acme.example/1234?a=b#c,Dana Reyes; Li Wei,cv.pdf,2026-11-20 14:00,"
		table := header + quote("X "+oneLine(cell)) + "\n" + row + quote(cell) + "," + quote(cell) + "," + quote(cell) + "\n"
		j, notes, got := imported(t, table)
		if got.status != statusFine || len(j.Positions) != 1 {
			t.Fatalf("%d %q: status %d, %d positions\n%s%s\n%v", i, cell, got.status, len(j.Positions), &got.stdout, &got.stderr, notes)
		}
		want := `position "Acme: the #1 [robots]" "Engineer - {C++}" "rejected" false via "" url "https://acme.example/1234?a=b#c" resume "cv.pdf", ` +
			"2 contacts, 1 interviews, decision {0 0001-01-01 00:00:00 +0000 UTC}, due {0 0001-01-01 00:00:00 +0000 UTC}, first day {0 0001-01-01 00:00:00 +0000 UTC}, offer false\n" +
			"event applied 2026-11-18 14:30:00 +0100 CET 0 people \"\"\n" +
			"interview 2026-11-20 14:00:00 +0100 CET \"\" 0 passages\n" +
			"person \"Dana Reyes\"\nperson \"Li Wei\"\n0 waivers, 0 references\n"
		if diff := cmp.Diff(want, facts(j)); diff != "" {
			t.Errorf("%q (-want +got):\n%s\n%v", cell, diff, notes)
		}
	}
}

// TestExportRoundTrip exports positions and imports them into a journal without
// any: it has the same ones then, and once more imports none.
func TestExportRoundTrip(t *testing.T) {
	hostile := fstest.MapFS{
		"applications/a.md": {Data: []byte("---\ncompany: \"=HYPERLINK(1)\"\nrole: \"+49, \\\"x\\\"\"\nstatus: ghosted\napplied: 2026-11-02 14:00\n---\n")},
		"applications/b.md": {Data: []byte("---\nvia: Hays\nrole: Engineer\napplied: 2026-11-02\n---\n")},
		"applications/c.md": {Data: []byte("---\ncompany: \"?\"\nrole: \"-1 Day\"\nurl: https://x.example/jobs/77\n---\n")},
		"log/2026.md":       {Data: []byte("- 2026-11-03 applied to Müller & Söhne as Entwickler\n- 2026-11-09 rejected by Müller & Söhne\n")},
	}
	for name, source := range map[string]func(t *testing.T) string{
		"sample":  func(*testing.T) string { return "../../sample-journal" },
		"hostile": func(t *testing.T) string { return diskOf(t, hostile) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := source(t)
			file := filepath.Join(t.TempDir(), "positions.csv")
			if got := invoke(t, "export", dir, "--now", sampleNow, "-o", file); got.status != statusFine {
				t.Fatal(&got.stderr)
			}
			text, err := os.ReadFile(file)
			check(t, err)
			zone, err := time.LoadLocation("Europe/Zurich") // invoke's
			check(t, err)
			before, err := parser.Load(os.DirFS(dir), zone)
			check(t, err)
			after, notes, got := imported(t, string(text))
			if got.status != statusFine || len(after.Problems) > 0 {
				t.Fatalf("status %d, %v\n%s%s%v", got.status, after.Problems, &got.stdout, &got.stderr, notes)
			}
			if diff := cmp.Diff(positionFacts(t, before), positionFacts(t, after)); diff != "" {
				t.Errorf("(-before +after):\n%s", diff)
			}
			for name, note := range notes {
				if strings.Contains(note, "## From") {
					t.Errorf("%s keeps what no field has:\n%s", name, note)
				}
			}
			journal := t.TempDir()
			for range 2 {
				got = invoke(t, "import", file, "--journal", journal, "--yes")
			}
			if !strings.Contains(got.stdout.String(), "\n0 new notes, ") {
				t.Errorf("a second import: %s", &got.stdout)
			}
		})
	}
}

// diskOf puts a journal on disk.
func diskOf(t *testing.T, notes fstest.MapFS) string {
	t.Helper()
	dir := t.TempDir()
	for name, note := range notes {
		writeFile(t, filepath.Join(dir, name), note.Data)
	}
	return dir
}

// positionFacts are what an export of positions has to bring across.
func positionFacts(t *testing.T, j *parser.Journal) []string {
	t.Helper()
	now, err := time.Parse(time.RFC3339, sampleNow)
	check(t, err)
	urls := map[string]string{}
	for _, p := range j.Positions {
		urls[p.Company+p.Role] = p.URL
	}
	var facts []string
	for _, p := range report.Build(j, now).Positions {
		applied := ""
		if !p.Applied.IsZero() {
			applied = p.Applied.UTC().Format(time.RFC3339)
			if p.AppliedIsDay {
				applied = p.Applied.Format(time.DateOnly)
			}
		}
		facts = append(facts, strings.Join([]string{p.Company, p.Role, p.Status, applied, urls[p.Company+p.Role]}, " | "))
	}
	slices.Sort(facts)
	return facts
}

// TestImportVocabulary holds the lists of names to the form in which they are
// compared, and each name to one meaning.
func TestImportVocabulary(t *testing.T) {
	seen := map[string]string{}
	for _, field := range importFields {
		for word := range strings.FieldsSeq(field.headers) {
			if foldHeader(word) != word || seen[word] != "" {
				t.Errorf("the header %q of %s: folded %q, already %q", word, field.name, foldHeader(word), seen[word])
			}
			seen[word] = field.name
		}
		if field.name != keptAsText && field.name != "interview" && !slices.Contains(fieldOrder, field.name) {
			t.Errorf("%s is never written", field.name)
		}
	}
	meant := map[string]string{}
	for status, words := range trackerStatuses {
		if !slices.Contains(statusOrder, status) {
			t.Errorf("%s is never looked up", status)
		}
		for word := range strings.FieldsSeq(words) {
			if known, ok := parser.ReadStatus(word); ok {
				t.Errorf("%q is the format's own word for %s", word, known)
			}
			if foldHeader(word) != word || meant[word] != "" {
				t.Errorf("the status %q: folded %q, already %q", word, foldHeader(word), meant[word])
			}
			meant[word] = string(status)
		}
	}
}

// TestImportManual holds that docs/import.md names every field and status.
func TestImportManual(t *testing.T) {
	text, err := os.ReadFile("../../docs/import.md")
	check(t, err)
	for _, name := range importFieldNames() {
		if !strings.Contains(string(text), "`"+name+"`") {
			t.Errorf("the field %s is not in it", name)
		}
	}
	// What it says of words that trackers use.
	for word, status := range map[string]string{
		"Wishlist": "lead", "Saved": "lead", "To apply": "lead", "Submitted": "applied", "In review": "applied", "Phone Screen": "screening",
		"Coding challenge": "assessment", "Interview": "interviewing", "Onsite": "interviewing", "Negotiating": "offer", "Not selected": "rejected",
		"Absage": "rejected", "I withdrew": "withdrawn", "Archived": "closed", "No response": "ghosted", "✅ 3. Applied": "applied", "2nd interview": "interviewing",
		"Talking to them": "interviewing", "Manifesting": "",
	} {
		if got, _ := importedStatus(word, []pairing{{"talking to THEM", "interviewing"}}); got != status {
			t.Errorf("%q is %q, want %q", word, got, status)
		}
	}
	// And of columns.
	for row := range strings.Lines(string(text)) {
		cells := strings.Split(row, "|")
		if len(cells) < 4 || !strings.HasPrefix(strings.TrimSpace(cells[1]), "`") {
			continue
		}
		list, _, _ := strings.Cut(strings.NewReplacer("; Date and Datum, where there is no other", ", Date, Datum", "; several", ": several", "; Salary", ", Salary").Replace(cells[2]), ":")
		for name := range strings.SplitSeq(list, ",") {
			if field := fieldOfHeader(name); !strings.Contains(cells[1], "`"+field+"`") {
				t.Errorf("%s: %q is recognised as %s", strings.TrimSpace(cells[1]), strings.TrimSpace(name), field)
			}
		}
	}
}

// TestImportEncodings imports files in other encodings than UTF-8: those that
// show what they are, and those for which somebody has to say it.
func TestImportEncodings(t *testing.T) {
	tests := map[string]struct {
		file, encoding string
		hint           string // where it is refused
	}{
		"Excel's Unicode text":   {file: "\xFF\xFEF\x00i\x00r\x00m\x00a\x00\t\x00O\x00r\x00t\x00\r\x00\n\x00M\x00\xFC\x00\t\x00B\x00\r\x00\n\x00"},
		"UTF-8 with a mark":      {file: "\xEF\xBB\xBFFirma,Ort\r\nMü,B\r\n"},
		"Windows":                {file: "Firma;Ort\r\nM\xFC;B\r\n", encoding: "windows-1252"},
		"an old Mac":             {file: "Firma;Ort\rM\x9F;B\r", encoding: "macintosh"},
		"bytes that say nothing": {file: "Firma;Ort\r\nM\xFC;B\r\n", hint: `--encoding windows-1252 if this is "Mü", --encoding macintosh if it is "M¸"`},
	}
	for name, test := range tests {
		var args []string
		if test.encoding != "" {
			args = []string{"--encoding", test.encoding}
		}
		_, notes, got := imported(t, test.file, args...)
		if test.hint != "" {
			if got.status != statusFailed || len(notes) > 0 || !strings.Contains(got.stderr.String(), test.hint) {
				t.Errorf("%s: status %d, %s", name, got.status, &got.stderr)
			}
			continue
		}
		if note := notes["mu.md"]; !strings.Contains(note, "company: Mü\n") || !strings.Contains(note, "location: B\n") {
			t.Errorf("%s: %v\n%s%s", name, notes, &got.stdout, &got.stderr)
		}
	}
}

// TestImportFile holds what else can go wrong with a file and the notes.
func TestImportFile(t *testing.T) {
	_, _, got := imported(t, "Company,Role\n"+strings.Repeat("Acme,Engineer\n", 15))
	if said := got.stdout.String(); !strings.Contains(said, "and 4 more: --dry-run lists them") || !strings.Contains(said, "1 new note, 14 there already") {
		t.Errorf("a long list: %s", said)
	}
	j, notes, _ := imported(t, "Company,Date,Status,Interview,Notes\nAcme,-,—,–,-\nGlobex,2026-11-02,Saved,,\n", "--map", "Date=applied")
	if note := notes["acme.md"]; !strings.Contains(note, "- Notes: -\n") || strings.Contains(note, "Date") || len(j.Events) != 1 {
		t.Errorf("dashes, and a date that is said to be the application's: %v\n%s", notes, facts(j))
	}
	_, _, got = imported(t, "Company,Applied\nAcme,2031-01-01\n")
	if !strings.Contains(got.stderr.String(), "1 warning comes with them") {
		t.Errorf("a date that lies ahead: %s", &got.stderr)
	}
	_, notes, got = imported(t, "Company,Role\nnull,true\nYes,- TBD\n{{company}},x\n\"A\nB\",\"C\nD\"\n")
	if got.status != statusFindings || !strings.Contains(notes["null.md"], `company: "null"`) || !strings.Contains(notes["a-b.md"], "role: C D\n") {
		t.Errorf("odd names: status %d, %v\n%s", got.status, notes, &got.stdout)
	}
	if said := got.stdout.String(); !strings.Contains(said, "line 4: {{company}}, x: it would not be understood") {
		t.Errorf("a template's mark: %s", said)
	}
}

// TestImportInterrupted holds that Ctrl-C ends an import that waits for its
// input.
func TestImportInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	silent, keep := io.Pipe()
	defer keep.Close()
	var stdout, stderr bytes.Buffer
	status := run(ctx, []string{"import", "-"}, silent, &stdout, &stderr, time.Now, func(string) string { return "" })
	if want := "debrief: interrupted: nothing was written\n"; status != statusFailed || stderr.String() != want {
		t.Errorf("status %d, %q", status, &stderr)
	}
}
