//go:build unix

package main

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/creack/pty"
)

// talk runs debrief on a real terminal, answers what it asks, and returns what
// stood there in the end, the answers among it.
func talk(t *testing.T, args []string, answers ...string) string {
	t.Helper()
	cmd := exec.Command("debrief", args...)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "TZ=UTC")
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 40, Cols: 120})
	check(t, err)
	defer terminal.Close()
	stuck := time.AfterFunc(scriptPatience, func() { _ = cmd.Process.Kill() })
	defer stuck.Stop()
	// The terminal keeps what is typed ahead until it is asked for.
	_, err = terminal.WriteString(strings.Join(answers, "\n") + "\n")
	check(t, err)
	said, _ := io.ReadAll(terminal) // ends with the program
	_ = cmd.Wait()                  // what was said shows how it ended
	return strings.ReplaceAll(string(said), "\r\n", "\n")
}

// TestImportAsks answers what import asks on a real terminal: what a column is,
// after a slip, how dates read, and whether to make the notes.
func TestImportAsks(t *testing.T) {
	dir := diskOf(t, fstest.MapFS{"search.md": {Data: []byte("---\ntimezone: Europe/Berlin\n---\n")}})
	file := filepath.Join(t.TempDir(), "jobs.csv")
	writeFile(t, file, []byte("Where,Job,Applied\nAcme,Engineer,03/04/2026\nGlobex,Writer,05/04/2026\n"))
	talk := func(answers ...string) string {
		t.Helper()
		return talk(t, []string{"import", file, "--journal", dir}, answers...)
	}
	made := func() int {
		found, err := filepath.Glob(filepath.Join(dir, "applications", "*"))
		check(t, err)
		return len(found)
	}

	said := talk("Where=compny", "Where=company", "", "sideways", "dmy", "n")
	for _, want := range []string{
		"Is a column something else? (COLUMN=FIELD, none to go on)",
		`"compny" is not a field that a column can fill: did you mean company?`,
		"Where    company  Acme",
		"Applied: is 03/04/2026 3 April 2026 or 4 March 2026? [dmy/mdy]",
		"2 new notes",
		"Make these 2 notes? [y/N]",
		"nothing was written",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("it did not say %q:\n%s", want, said)
		}
	}
	if made() != 0 {
		t.Errorf("a no made %d notes", made())
	}
	if said = talk("Where=company", "", ""); !strings.Contains(said, `how the column "Applied" writes its dates is open`) || made() != 0 {
		t.Errorf("an answer that was not given made %d notes:\n%s", made(), said)
	}
	if said = talk("Where=company", "", "dmy", "yes"); !strings.Contains(said, "applications/acme.md") || made() != 2 {
		t.Errorf("a yes made %d notes:\n%s", made(), said)
	}
}
