package main

import (
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"debrief/parser"
	"debrief/report"
)

// sampleJournal is the folder of the journal that comes with the program.
const sampleJournal = "../../sample-journal"

// A verdict is one row of the table in the sample journal's README: what a
// rule says there, or that it is silent.
type verdict struct{ rule, urgency, company, person string }

// silent is the table's word for a rule that has nothing to say.
const silent = "silent"

// TestSampleTable holds the table in the sample journal's README to the
// report: every rule is in it, in the manual's order, and every item.
func TestSampleTable(t *testing.T) {
	told := readVerdicts(t)
	var rules []string
	for _, rule := range report.Rules() {
		rules = append(rules, rule.ID)
	}
	var named []string
	for _, v := range told {
		named = append(named, v.rule)
	}
	if diff := cmp.Diff(rules, slices.Compact(named)); diff != "" {
		t.Errorf("the table's rules (-rules of the program +table):\n%s", diff)
	}
	want := slices.DeleteFunc(slices.Clone(told), func(v verdict) bool { return v.urgency == silent })
	if diff := cmp.Diff(sorted(want), sorted(reportedVerdicts(t))); diff != "" {
		t.Errorf("what the rules say (-table +report):\n%s", diff)
	}
}

// TestSampleWeek holds the report on the sample to one screen, and to a
// handful of duties.
func TestSampleWeek(t *testing.T) {
	const screen, columns, handful = 40, 80, 8
	got := invoke(t, "report", sampleJournal, "--now", sampleNow)
	if lines := strings.Count(got.stdout.String(), "\n"); lines > screen {
		t.Errorf("the report has %d lines, a screen has %d", lines, screen)
	}
	for line := range strings.Lines(got.stdout.String()) {
		if n := utf8.RuneCountInString(strings.TrimSuffix(line, "\n")); n > columns {
			t.Errorf("a line of %d characters, a screen has %d: %s", n, columns, line)
		}
	}
	pressing := func(v verdict) bool { return v.urgency != string(report.Advice) }
	if owed := slices.DeleteFunc(reportedVerdicts(t), func(v verdict) bool { return !pressing(v) }); len(owed) > handful {
		t.Errorf("%d duties are more than %d: %v", len(owed), handful, owed)
	}
}

// TestSampleSettled unsettles, one at a time, the facts for which the table
// calls a rule silent, and expects it to speak.
func TestSampleSettled(t *testing.T) {
	for _, v := range readVerdicts(t) {
		if v.urgency != silent {
			continue
		}
		t.Run(v.rule, func(t *testing.T) {
			edits, ok := unsettled()[v.rule]
			if !ok {
				t.Fatal("unsettled does not say which fact keeps it silent")
			}
			notes := copyFolder(t, sampleJournal)
			for _, e := range edits {
				e.apply(t, notes)
			}
			journal, err := parser.Load(notes, time.UTC)
			check(t, err)
			now, err := time.Parse(time.RFC3339, sampleNow)
			check(t, err)
			speaks := func(it report.Item) bool { return it.Rule == v.rule }
			if !slices.ContainsFunc(report.Build(journal, now).Items, speaks) {
				t.Error("it is silent without the fact, too")
			}
		})
	}
}

// readVerdicts reads the table, whose rows name existing notes.
func readVerdicts(t *testing.T) []verdict {
	t.Helper()
	text, err := os.ReadFile(path.Join(sampleJournal, "README.md"))
	check(t, err)
	_, table, found := strings.Cut(string(text), "|---|---|---|---|---|---|\n")
	if !found {
		t.Fatal("the README has no table of six columns")
	}
	var told []verdict
	for line := range strings.Lines(table) {
		cells := strings.Split(strings.TrimSpace(line), "|")
		if len(cells) != 8 {
			break
		}
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		told = append(told, verdict{cells[1], cells[2], cells[3], cells[4]})
		if _, err := os.Stat(path.Join(sampleJournal, cells[5])); err != nil {
			t.Errorf("%s: the deciding note: %v", cells[1], err)
		}
	}
	return told
}

// reportedVerdicts returns what the program reports on the sample.
func reportedVerdicts(t *testing.T) []verdict {
	t.Helper()
	var got struct {
		Items []struct{ Rule, Urgency, Company, Person string }
	}
	printed := invoke(t, "report", sampleJournal, "--now", sampleNow, "--format", "json")
	check(t, json.Unmarshal(printed.stdout.Bytes(), &got))
	var said []verdict
	for _, it := range got.Items {
		said = append(said, verdict{it.Rule, it.Urgency, it.Company, it.Person})
	}
	return said
}

// sorted returns verdicts as lines, in an order of their own.
func sorted(verdicts []verdict) []string {
	var lines []string
	for _, v := range verdicts {
		lines = append(lines, strings.Join([]string{v.rule, v.urgency, v.company, v.person}, " | "))
	}
	slices.Sort(lines)
	return lines
}

// copyFolder returns a copy of a folder's files that may be changed.
func copyFolder(t *testing.T, folder string) fstest.MapFS {
	t.Helper()
	notes := fstest.MapFS{}
	check(t, fs.WalkDir(os.DirFS(folder), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path.Join(folder, name))
		notes[name] = &fstest.MapFile{Data: text}
		return err
	}))
	return notes
}

// A rewording replaces what a pattern matches, in one place of one note.
type rewording struct{ note, pattern, text string }

func (e rewording) apply(t *testing.T, notes fstest.MapFS) {
	t.Helper()
	pattern := regexp.MustCompile(e.pattern)
	note := notes[e.note]
	if note == nil || len(pattern.FindAllIndex(note.Data, -1)) != 1 {
		t.Fatalf("%s: %s is not there exactly once", e.note, e.pattern)
	}
	note.Data = pattern.ReplaceAllLiteral(note.Data, []byte(e.text))
}
