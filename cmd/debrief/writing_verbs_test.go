package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// TestVerbsLeaveTheRest lets the verbs that write do all they can in every
// corpus, whose notes are in Windows' line ends, behind a byte-order mark and of
// a mode of their own. What was in a note before is there afterwards, line by
// line and byte for byte; fix alone changes lines, and no more than it says.
func TestVerbsLeaveTheRest(t *testing.T) {
	wrote := map[string]int{}
	for name, c := range corpora(t) {
		notes := c.spelled(t, func(s string) string { return "\uFEFF" + strings.ReplaceAll(s, "\n", "\r\n") })
		dir := diskOf(t, notes)
		for path := range notes {
			check(t, os.Chmod(filepath.Join(dir, path), 0o640))
		}
		now := c.now.Format("2006-01-02T15:04:05Z07:00")
		verb := func(args ...string) (string, int) {
			var out, complaint strings.Builder
			env := func(string) string { return "" }
			status := run(context.Background(), args, strings.NewReader(""), &out, &complaint, c.clock, env)
			if status == 0 && !strings.HasPrefix(args[0], "rep") {
				wrote[args[0]]++
			}
			return out.String(), status
		}
		verb("thank", "--save", "--journal", dir, "--now", now)
		var r struct {
			Items []struct{ ID string }
		}
		said, _ := verb("report", dir, "--format", "json", "--now", now)
		check(t, json.Unmarshal([]byte(said), &r))
		for _, item := range r.Items[:min(len(r.Items), 3)] {
			verb("done", item.ID, "--journal", dir, "--now", now)
		}
		added := onDisk(t, dir, notes)
		for path, note := range notes {
			if why := keptLines(string(note.Data), added[path]); why != "" {
				t.Errorf("%s, %s: %s in %q", name, path, why, added[path])
			}
		}
		verb("fix", "--all", "--reason", "they asked for: none", "--journal", dir)
		for path, after := range onDisk(t, dir, notes) {
			if linesBesideFences(after) != linesBesideFences(added[path]) {
				t.Errorf("%s, %s: fix made %q of %q", name, path, after, added[path])
			}
		}
	}
	for verb, least := range map[string]int{"thank": 20, "done": 100, "fix": 50} {
		if wrote[verb] < least {
			t.Errorf("%s wrote only %d times", verb, wrote[verb])
		}
	}
}

// onDisk reads notes again, which have kept their mode.
func onDisk(t *testing.T, dir string, notes fstest.MapFS) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for path := range notes {
		file := filepath.Join(dir, filepath.FromSlash(path))
		text, err := os.ReadFile(file)
		check(t, err)
		texts[path] = string(text)
		if info, err := os.Stat(file); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o640 {
			t.Errorf("%s: mode %v, %v", path, info.Mode(), err)
		}
	}
	return texts
}

// keptLines says what is wrong with a note to which lines were added; "" for
// nothing.
func keptLines(before, after string) string {
	rest := after
	for _, line := range strings.SplitAfter(before, "\n") {
		at := strings.Index(rest, line)
		for at > 0 && rest[at-1] != '\n' { // not in the middle of another
			next := strings.Index(rest[at+1:], line)
			if next < 0 {
				at = -1
				break
			}
			at += 1 + next
		}
		if at < 0 {
			return fmt.Sprintf("%q is missing", line)
		}
		rest = rest[at+len(line):]
	}
	if strings.Contains(strings.ReplaceAll(after, "\r\n", ""), "\n") {
		return "a lone line feed"
	}
	return ""
}

// clock is the instant that a corpus is about.
func (c corpus) clock() time.Time { return c.now }

// linesBesideFences counts the lines of a note that are no fence, which fix adds
// where the fields have none.
func linesBesideFences(text string) (n int) {
	for line := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) {
		if bare := strings.TrimSpace(line); bare == "" || strings.Trim(bare, "-–—") != "" {
			n++
		}
	}
	return n
}
