package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// soon is how long a report may lag behind a save.
const soon = time.Second

// A saver is somebody who changes a note, by an editor or otherwise.
type saver interface {
	// begin gets ready to change the note.
	begin(t *testing.T, note string)
	// save makes the note end with another line, and returns as soon as the
	// change is on its way. old is the text so far.
	save(t *testing.T, old, line string)
	// end leaves the editor.
	end(t *testing.T)
}

// A desk is one program and the way somebody saves with it.
type desk struct {
	name  string
	needs []string // programs
	saver func() saver
}

// TestEditors saves with real editors and tools while a real `debrief watch`
// keeps a report, which has to be true within a second of each save, and never
// lacks what did not change.
func TestEditors(t *testing.T) {
	documented := documentedSaves(t)
	for n, d := range append(terminalEditors(), plainTools()...) {
		t.Run(d.name, func(t *testing.T) {
			t.Parallel()
			for _, program := range d.needs {
				needTool(t, program)
			}
			dir := scratch(t)
			root, file := filepath.Join(dir, "journal"), filepath.Join(dir, "STATUS.json")
			if n%2 == 0 {
				file = filepath.Join(root, "STATUS.json")
			}
			note := writeWatchedJournal(t, root)
			saveTwice(t, d.saver(), keepReport(t, "debrief", root, file), note, documented[d.name])
		})
	}
}

// writeWatchedJournal writes a small journal and returns the note to edit, an
// interview with four people of whom one was thanked.
func writeWatchedJournal(t *testing.T, root string) (note string) {
	t.Helper()
	writeSearch(t, root)
	for n := range 12 {
		writeInterview(t, root, fmt.Sprintf("interviews/other-%02d.md", n), fmt.Sprintf("Other Company %02d", n),
			fmt.Sprintf("Person Number%02d", n), "")
	}
	writeInterview(t, root, "interviews/halden.md", "Halden Robotics",
		"Ines Falk, Tomasz Brenner, Dana Reyes, Omar Idris", thanked("Ines Falk"))
	return filepath.Join(root, "interviews", "halden.md")
}

// saveTwice saves two changes without leaving the editor in between.
func saveTwice(t *testing.T, s saver, k *keptReport, note string, documented saves) {
	k.mustBeTrue(t, "at the start", time.Now(), soon)
	s.begin(t, note)
	for n, who := range []string{"Tomasz Brenner", "Dana Reyes"} {
		what := fmt.Sprintf("save %d", n+1)
		first, owed := len(k.seen())-1, len(k.last().Items)
		before, err := os.Open(note) // while it is open no other file gets its number
		check(t, err)
		old, line := readText(note), thanked(who)
		s.save(t, old, line)
		saved := eventually(t, 10*time.Second, func() bool { return readText(note) == old+line },
			func() string { return fmt.Sprintf("the note is\n%s%s", readText(note), screenOf(s)) })
		k.mustBeTrue(t, what, saved, soon)
		if got := len(k.last().Items); got != owed-1 {
			t.Errorf("%s: %d items, want one less than %d", what, got, owed)
		}
		// A save only takes away: what is still owed was owed all the time.
		k.mustHaveKept(t, first, k.last().owed(everyNote))
		documented[n].mustDescribe(t, what, before, note)
		check(t, before.Close())
	}
	first := len(k.seen()) - 1
	s.end(t)
	pause(300 * time.Millisecond) // for what an editor cleans up
	k.mustBeTrue(t, "at the end", time.Now(), soon)
	k.mustHaveKept(t, first, k.last().owed(everyNote))
}

// readText returns the text of a note, "" while it is out of its place.
func readText(note string) string {
	text, err := os.ReadFile(note)
	if err != nil {
		return ""
	}
	return string(text)
}

// screenOf returns what a terminal editor shows.
func screenOf(s saver) string {
	if s, ok := s.(*typist); ok {
		return "\nand the screen shows\n" + s.screen()
	}
	return ""
}

// saves are what docs/editors.md says happens to a note at the first save and
// at later ones.
type saves [2]save

// A save is one of them: "in place, …" or how the name gets a new file.
type save string

// documentedSaves reads the table of docs/editors.md, by the programs.
func documentedSaves(t *testing.T) map[string]saves {
	t.Helper()
	text, err := os.ReadFile("../../docs/editors.md")
	check(t, err)
	table := map[string]saves{}
	for line := range strings.Lines(string(text)) {
		cells := strings.Split(line, " | ")
		if len(cells) != 4 {
			continue
		}
		first, later, differs := strings.Cut(cells[2], "; later saves: ")
		if !differs {
			later = first
		}
		table[strings.TrimPrefix(cells[0], "| ")] = saves{save(strings.TrimPrefix(first, "first save: ")), save(later)}
	}
	return table
}

// mustDescribe holds the documentation to whether the note is still the file
// that it was.
func (s save) mustDescribe(t *testing.T, what string, before *os.File, note string) {
	t.Helper()
	was, err := before.Stat()
	check(t, err)
	is, err := os.Stat(note)
	check(t, err)
	if same := os.SameFile(was, is); s == "" || same != strings.HasPrefix(string(s), "in place") {
		t.Errorf("%s: is it the same file? %v; docs/editors.md says %q", what, same, s)
	}
}
