package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// scratch returns a folder that is removed after the test and is not below
// /tmp, where vim and emacs leave out half of what they do when they save.
func scratch(t *testing.T) string {
	t.Helper()
	parent, err := os.UserCacheDir()
	if err != nil || strings.HasPrefix(parent, os.TempDir()) {
		parent, err = filepath.Abs("testdata")
	}
	check(t, err)
	check(t, os.MkdirAll(parent, 0o777))
	dir, err := os.MkdirTemp(parent, "debrief-test-")
	check(t, err)
	t.Cleanup(func() {
		// A program may still be writing while it ends.
		eventually(t, time.Second, func() bool { return os.RemoveAll(dir) == nil },
			func() string { return dir + " could not be removed" })
	})
	return dir
}

// needTool skips the test where a program is missing, or fails it in the gate.
func needTool(t *testing.T, name string) {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("%s is missing: .ci/run should have installed it", name)
		}
		t.Skipf("%s is not installed", name)
	}
}

// pause waits for a program that gives no sign of what it is doing.
func pause(d time.Duration) { <-time.After(d) }

// eventually polls until done reports true, and returns the instant. It ends
// the test with what explain returns after limit.
func eventually(t *testing.T, limit time.Duration, done func() bool, explain func() string) time.Time {
	t.Helper()
	for start := time.Now(); ; pause(2 * time.Millisecond) {
		if done() {
			return time.Now()
		}
		if time.Since(start) > limit {
			t.Fatalf("not within %v: %s", limit, explain())
		}
	}
}

// A syncBuffer takes the output of a process while a test may look at it.
type syncBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *syncBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *syncBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

// writeInterview writes the note of an interview two days ago, with a log.
func writeInterview(t *testing.T, root, file, company, people, log string) {
	t.Helper()
	day := time.Now().UTC().Add(-50 * time.Hour).Format("2006-01-02 15:04")
	text := fmt.Sprintf("---\ncompany: %s\ndate: %s\nwith: %s\n---\n## What worked\n\nWe drew the replay on the board.\n\n## Log\n\n%s",
		company, day, people, log)
	writeFile(t, filepath.Join(root, filepath.FromSlash(file)), []byte(text))
}

// writeSearch writes search.md.
func writeSearch(t *testing.T, root string) {
	t.Helper()
	began := time.Now().UTC().AddDate(0, 0, -20).Format(time.DateOnly)
	writeFile(t, filepath.Join(root, "search.md"), []byte("---\nstarted: "+began+"\ntimezone: UTC\n---\n# The search\n"))
}

// thanked is the line of a log that says somebody was thanked, hours before the
// thank-you for writeInterview's round was due: whatever the hour is now, it was
// not late.
func thanked(who string) string {
	return fmt.Sprintf("- %s thanked %s\n", time.Now().UTC().Add(-40*time.Hour).Format("2006-01-02 15:04"), who)
}
