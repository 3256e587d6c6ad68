package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"
)

// A recorded is one commit of a test's history: the notes as it leaves them,
// and those it removes.
type recorded struct {
	at      time.Time
	notes   map[string]string
	removed []string
}

// importHistory makes a repository of commits in dir, oldest first, and checks
// the last one out unless the repository is to be bare.
func importHistory(tb testing.TB, dir string, bare bool, commits []recorded) {
	tb.Helper()
	args := []string{"init", "-q", "-b", "main", dir}
	if bare {
		args = append(args, "--bare")
	}
	runGit(tb, ".", nil, args...)
	var stream bytes.Buffer
	for _, c := range commits {
		subject := "notes of " + c.at.Format(time.DateOnly)
		fmt.Fprintf(&stream, "commit refs/heads/main\ncommitter Robin <robin@mail.example> %d %s\ndata %d\n%s\n",
			c.at.Unix(), c.at.Format("-0700"), len(subject), subject)
		for _, path := range c.removed {
			fmt.Fprintf(&stream, "D %s\n", path)
		}
		for _, path := range slices.Sorted(maps.Keys(c.notes)) {
			fmt.Fprintf(&stream, "M 100644 inline %s\ndata %d\n%s\n", path, len(c.notes[path]), c.notes[path])
		}
	}
	runGit(tb, dir, &stream, "fast-import", "--quiet")
	if !bare {
		runGit(tb, dir, nil, "reset", "-q", "--hard")
	}
}

// runGit runs git as somebody with no settings of their own.
func runGit(tb testing.TB, dir string, stdin *bytes.Buffer, args ...string) string {
	tb.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	cmd.Env = append(slices.DeleteFunc(os.Environ(), func(entry string) bool { return strings.HasPrefix(entry, "GIT_") }),
		"GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL="+os.DevNull,
		"GIT_AUTHOR_NAME=Robin", "GIT_AUTHOR_EMAIL=robin@mail.example",
		"GIT_COMMITTER_NAME=Robin", "GIT_COMMITTER_EMAIL=robin@mail.example")
	if stdin != nil {
		cmd.Stdin = stdin
	}
	out, err := cmd.CombinedOutput()
	if err != nil {
		tb.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}
