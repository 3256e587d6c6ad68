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

// TestWritingAsks answers what the verbs ask that write into notes: which items
// were done, what stands in a gap, whether a change is to be made, why something
// is waived, and how a search began.
func TestWritingAsks(t *testing.T) {
	const round = "---\ncompany: Acme\ndate: 2026-11-18 14:00\nwith: [Dana Reyes, Li Wei]\nconfidnce: 3\n---\n"
	dir := diskOf(t, fstest.MapFS{
		"search.md":          {Data: []byte("---\nstarted: 2026-11-16\ntimezone: Europe/Berlin\nrules: {search-stale: off}\n---\n")},
		"interviews/acme.md": {Data: []byte(round)},
		"interviews/b.md":    {Data: []byte("---\ncompany: Globex\ndate: 18.11.2026\nthanked: yes\nwaive: {evaluation-missing: }\n---\n")},
	})
	note := func(name string) string {
		text, _ := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		return string(text)
	}
	in := func(verb string, more ...string) []string { return append([]string{verb, "--journal", dir}, more...) }
	wants := func(said string, want ...string) {
		t.Helper()
		for _, w := range want {
			if !strings.Contains(said, w) {
				t.Errorf("it did not say %q:\n%s", w, said)
			}
		}
	}

	// Nothing is picked, then something that is not on the list, then two.
	now := []string{"--now", "2026-11-19 20:45"}
	wants(talk(t, in("done", now...), ""), "Which was done? (1-", "Thank Dana Reyes")
	wants(talk(t, in("done", now...), "77"), `"77" is not on the list`)
	if got := note("interviews/acme.md"); got != round || note("log.md") != "" {
		t.Fatalf("it wrote %q and %q", got, note("log.md"))
	}
	said := talk(t, in("done", now...), "1 2", "the sketch", "the sketch")
	wants(said, "thanked Dana Reyes")
	wants(note("log.md")+note("interviews/acme.md"), "thanked Dana Reyes")

	// One by one: a no leaves it, a yes mends it, and a reason is asked for.
	said = talk(t, in("fix"), "n", "they asked for no notes", "y")
	wants(said, "+confidence: 3", "Make this change? [y/N]", "The reason (empty to leave it)?", "1 mended, 1 left as they are")
	wants(note("interviews/acme.md"), "confidnce: 3")
	wants(note("interviews/b.md"), "waive: {evaluation-missing: they asked for no notes}")
	wants(talk(t, in("fix"), "yes"), "1 mended")
	wants(note("interviews/acme.md"), "confidence: 3")

	// A search of one's own.
	fresh := filepath.Join(t.TempDir(), "search")
	wants(talk(t, []string{"init", fresh}, "last week", "2026-11-16", "Berlin", "Europe/Berlin", "2", ""),
		"Write it as 2026-11-19.", "Write a name such as Europe/Berlin.", "search.md", "the next step: debrief new interview COMPANY")
	text, err := os.ReadFile(filepath.Join(fresh, "search.md"))
	check(t, err)
	wants(string(text), "started: 2026-11-16", "timezone: Europe/Berlin", "applications_per_week: 2")
}

// TestNoteChangedMeanwhile writes into a note while fix waits to be told whether
// it may: what was written stays, and fix says so.
func TestNoteChangedMeanwhile(t *testing.T) {
	dir := diskOf(t, fstest.MapFS{"interviews/acme.md": {Data: []byte("---\ncompany: Acme\ndate: 2026-11-18\nconfidnce: 3\n---\n")}})
	note := filepath.Join(dir, "interviews", "acme.md")
	cmd := exec.Command("debrief", "fix", "--journal", dir)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "TZ=UTC")
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 40, Cols: 120})
	check(t, err)
	defer terminal.Close()
	stuck := time.AfterFunc(scriptPatience, func() { _ = cmd.Process.Kill() })
	defer stuck.Stop()
	var said strings.Builder
	for b := make([]byte, 1); !strings.HasSuffix(said.String(), "[y/N] "); {
		_, err := terminal.Read(b)
		check(t, err)
		said.Write(b)
	}
	const other = "---\ncompany: Acme\ndate: 2026-11-18\nconfidnce: 4\n---\nWritten meanwhile.\n"
	writeFile(t, note, []byte(other))
	_, err = terminal.WriteString("y\n")
	check(t, err)
	rest, _ := io.ReadAll(terminal)
	if _ = cmd.Wait(); cmd.ProcessState.ExitCode() != 3 || !strings.Contains(string(rest), "it was changed meanwhile, and was left alone") {
		t.Errorf("exit status %d: %s", cmd.ProcessState.ExitCode(), rest)
	}
	if text, err := os.ReadFile(note); err != nil || string(text) != other {
		t.Errorf("the note says %q, %v", text, err)
	}
}
