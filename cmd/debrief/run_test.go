package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// brokenPipe is a standard output on which every write fails.
type brokenPipe struct{ err error }

func (b brokenPipe) Write([]byte) (int, error) { return 0, b.err }

// TestWriteErrors holds what becomes of a result that cannot be printed.
func TestWriteErrors(t *testing.T) {
	tests := []struct {
		name   string
		err    error
		status int
		stderr string
	}{
		{"closed pipe", &fs.PathError{Op: "write", Path: "/dev/stdout", Err: syscall.EPIPE}, statusFine, ""},
		{"full disk", &fs.PathError{Op: "write", Path: "/dev/stdout", Err: syscall.ENOSPC}, statusFailed, "debrief: standard output: no space left on device\n"},
		{"other", io.ErrShortWrite, statusFailed, "debrief: standard output: short write\n"},
	}
	for _, test := range tests {
		for _, args := range [][]string{{"report", t.TempDir()}, {"--help"}, {"version"}, {"completion", "fish"}} {
			t.Run(test.name+"/"+args[0], func(t *testing.T) {
				var stderr bytes.Buffer
				clock := func() time.Time { return time.Date(2026, 11, 19, 20, 45, 0, 0, time.UTC) }
				env := func(string) string { return "UTC" }
				status := run(t.Context(), args, strings.NewReader(""), brokenPipe{test.err}, &stderr, clock, env)
				if status != test.status || stderr.String() != test.stderr {
					t.Errorf("got %d %q, want %d %q", status, &stderr, test.status, test.stderr)
				}
			})
		}
	}
}

// TestInterrupted holds that Ctrl-C ends a run that waits for its input, with
// nothing printed.
func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	silent, keep := io.Pipe()
	defer func() { _ = keep.Close() }()
	var stdout, stderr bytes.Buffer
	cancel()
	status := run(ctx, []string{"check", "-"}, silent, &stdout, &stderr, time.Now, func(string) string { return "" })
	if status != statusFailed || stdout.Len() > 0 {
		t.Errorf("got %d and %q", status, &stdout)
	}
	if want := "debrief: interrupted before the report was written\n"; stderr.String() != want {
		t.Errorf("got %q, want %q", &stderr, want)
	}
}

// TestInterruptedAtWork holds that Ctrl-C also ends a run whose notes have been
// read: nothing is printed, no file is written and none is replaced.
func TestInterruptedAtWork(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "STATUS.md")
	if err := os.WriteFile(filepath.Join(folder, "search.md"), []byte("---\nstarted: 2026-11-02\n---\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"report", folder}, {"report", folder, "-o", file}, {"check", folder}, {"done", "--journal", folder}} {
		ctx, cancel := context.WithCancel(t.Context())
		clock := func() time.Time { // asked when the notes are read
			cancel()
			return time.Date(2026, 11, 19, 20, 45, 0, 0, time.UTC)
		}
		var stdout, stderr bytes.Buffer
		status := run(ctx, args, strings.NewReader(""), &stdout, &stderr, clock, func(string) string { return "UTC" })
		if want := "debrief: interrupted before the report was written\n"; status != statusFailed || stderr.String() != want || stdout.Len() > 0 {
			t.Errorf("%q: got %d, %q and %q", args, status, &stdout, &stderr)
		}
		if _, err := os.Stat(file); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%q: wrote %s", args, file)
		}
	}
}

// TestUnreadableInput holds that standard input which cannot be read is not
// taken for an empty note.
func TestUnreadableInput(t *testing.T) {
	var stdout, stderr bytes.Buffer
	broken, end := io.Pipe()
	end.CloseWithError(errors.New("input/output error"))
	status := run(t.Context(), []string{"report", "-"}, broken, &stdout, &stderr, time.Now, func(string) string { return "UTC" })
	if want := "debrief: standard input: input/output error\n"; status != statusFailed || stderr.String() != want {
		t.Errorf("got %d %q, want %d %q", status, &stderr, statusFailed, want)
	}
}

// TestHostileNames holds that a name on the command line cannot act on the
// terminal, or forge a line, when it is quoted back.
func TestHostileNames(t *testing.T) {
	for _, args := range [][]string{
		{"report", "no\x1b[2J\u202e\nhint: all is well"},
		{"--only", "no\x1b[2J\u202e\nhint: all is well"},
		{"--no\x1b[2J\u202e\nhint: all is well"},
		{"explain", "no\x1b[2J\u202e\nhint: all is well"},
	} {
		got := invoke(t, args...)
		if strings.ContainsAny(got.stderr.String(), "\x1b\u202e") || strings.Contains(got.stderr.String(), "\nhint: all") {
			t.Errorf("%q: %q", args, &got.stderr)
		}
	}
}
