package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// afterGit is how long a report may lag behind git.
const afterGit = 2 * time.Second

// gitNotes is how many notes git changes at a time.
const gitNotes = 1000

// A repository is a journal in git, of which a real `debrief watch` keeps a
// report.
type repository struct {
	root string
	kept *keptReport
}

// TestGit changes a thousand notes at a time by a checkout, a stash and a
// rebase: two seconds after git has ended the report has to be true, and none
// in between may lack a note that git had nothing to do with.
func TestGit(t *testing.T) {
	needTool(t, "git")
	r := newRepository(t)
	r.git(t, "checkout", "-q", "-b", "sent")
	r.rewrite(t, -gitNotes, func(text string) string { return text + thanked("Ada") })
	r.git(t, "commit", "-q", "-a", "-m", "thanked everybody")
	r.watched(t, gitNotes, "checkout", "-q", "main")
	r.watched(t, -gitNotes, "checkout", "-q", "sent")

	r.rewrite(t, gitNotes, func(text string) string { return strings.Replace(text, " thanked ", " wrote to ", 1) })
	r.watched(t, -gitNotes, "stash", "-q")
	r.watched(t, gitNotes, "stash", "pop", "-q")
	r.watched(t, -gitNotes, "checkout", "-q", ".")

	// main moves on, in the same notes; the three commits are put on top.
	for _, line := range []string{"- I asked about the crane.\n", "- They asked about trains.\n"} {
		r.rewrite(t, 0, func(text string) string { return strings.Replace(text, "\n\n## Log", "\n"+line+"\n## Log", 1) })
		r.git(t, "commit", "-q", "-a", "-m", "remember more")
	}
	r.watched(t, gitNotes, "checkout", "-q", "main")
	r.rewrite(t, 0, func(text string) string { return strings.Replace(text, "with:", "location: Berlin\nwith:", 1) })
	r.git(t, "commit", "-q", "-a", "-m", "say where it was")
	r.watched(t, -gitNotes, "checkout", "-q", "sent")
	r.watched(t, 0, "rebase", "-q", "main")
}

// newRepository writes a journal of which git is to change all but a few notes.
func newRepository(t *testing.T) *repository {
	t.Helper()
	dir := scratch(t)
	r := &repository{root: filepath.Join(dir, "journal")}
	writeWatchedJournal(t, r.root)
	for n := range gitNotes {
		writeInterview(t, r.root, r.note(n), fmt.Sprintf("Company Number %04d", n), fmt.Sprintf("Ada Number%04d", n), "")
	}
	r.git(t, "init", "-q", "-b", "main")
	r.git(t, "add", ".")
	r.git(t, "commit", "-q", "-m", "two days of interviews")
	r.kept = keepReport(t, buildProgram(t), r.root, filepath.Join(dir, "STATUS.json"))
	r.kept.mustBeTrue(t, "at the start", time.Now(), afterGit)
	return r
}

// buildProgram builds the program as it is installed: under the race detector,
// which the test itself may run under, a thousand notes take seconds.
func buildProgram(t *testing.T) string {
	t.Helper()
	needTool(t, "go")
	name := filepath.Join(t.TempDir(), "debrief")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", name, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v: %s", err, out)
	}
	return name
}

// note returns the path of one of the notes that git changes.
func (r *repository) note(n int) string { return fmt.Sprintf("interviews/git-%04d.md", n) }

// git runs git as somebody without settings of their own.
func (r *repository) git(t *testing.T, args ...string) {
	t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = r.root
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=Test", "GIT_AUTHOR_EMAIL=test@example.com",
		"GIT_COMMITTER_NAME=Test", "GIT_COMMITTER_EMAIL=test@example.com",
		// Waiting for the disk a thousand times over would be most of the test.
		"GIT_CONFIG_COUNT=2", "GIT_CONFIG_KEY_0=core.fsync", "GIT_CONFIG_VALUE_0=none",
		"GIT_CONFIG_KEY_1=gc.auto", "GIT_CONFIG_VALUE_1=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("git %s: %v: %s", strings.Join(args, " "), err, out)
	}
}

// watched runs git, after which so many more items are owed.
func (r *repository) watched(t *testing.T, more int, args ...string) {
	t.Helper()
	r.change(t, "git "+strings.Join(args, " "), more, func() { r.git(t, args...) })
}

// rewrite changes the text of every note that git is to change, after which so
// many more items are owed.
func (r *repository) rewrite(t *testing.T, more int, change func(text string) string) {
	t.Helper()
	r.change(t, "rewriting", more, func() {
		for n := range gitNotes {
			file := filepath.Join(r.root, filepath.FromSlash(r.note(n)))
			text, err := os.ReadFile(file)
			check(t, err)
			writeFile(t, file, []byte(change(string(text))))
		}
	})
}

// change does something to the notes and waits for the report.
func (r *repository) change(t *testing.T, what string, more int, do func()) {
	t.Helper()
	first, owed := len(r.kept.seen())-1, len(r.kept.last().Items)
	began := time.Now()
	do()
	ended := time.Now()
	t.Logf("%s took %d ms", what, ended.Sub(began).Milliseconds())
	if more == 0 {
		pause(afterGit / 2) // the report may be the same: it has to stay so
	}
	r.kept.mustBeTrue(t, what, ended, afterGit)
	if got := len(r.kept.last().Items); got != owed+more {
		t.Errorf("%s: %d items, want %d", what, got, owed+more)
	}
	r.kept.mustHaveKept(t, first, r.kept.last().owed(func(file string) bool {
		return !strings.HasPrefix(file, "interviews/git-")
	}))
}
