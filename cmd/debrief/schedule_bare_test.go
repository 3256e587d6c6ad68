//go:build unix

package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestScheduledLineNeedsNothing runs the line that is printed for cron without
// an environment, a terminal or a home, in another folder and under any umask.
func TestScheduledLineNeedsNothing(t *testing.T) {
	t.Parallel()
	for _, umask := range []string{"0777", "0277", "0077", "0022", "0000"} {
		t.Run(umask, func(t *testing.T) {
			root := filepath.Join(scratch(t), "journal")
			writeSearch(t, root)
			writeInterview(t, root, "interviews/halden.md", "Halden Robotics", "Ines Falk", "")
			notes := filepath.Join(filepath.Dir(root), "notes")
			line := cronLine(t, notes, "--journal", root)
			file := filepath.Join(root, "STATUS.md")

			mustSayNothing(t, umask, line)
			if text := readText(file); !strings.Contains(text, "Ines Falk") {
				t.Fatalf("the report is %q", text)
			}
			before, err := os.Stat(file)
			check(t, err)
			if mode := before.Mode().Perm(); mode&0o600 != 0o600 || mode&0o022 != 0 {
				t.Errorf("the report's mode is %v: its owner has to read it, and nobody else to write it", mode)
			}
			mustSayNothing(t, umask, line)
			after, err := os.Stat(file)
			check(t, err)
			if !os.SameFile(before, after) || !after.ModTime().Equal(before.ModTime()) {
				t.Error("the report was written again though nothing had changed")
			}
			check(t, filepath.Walk(notes, func(path string, info os.FileInfo, err error) error {
				if err == nil && info.Mode().Perm()&0o600 != 0o600 {
					t.Errorf("%s is %v", path, info.Mode())
				}
				return err
			}))

			// When it goes wrong, that is said, and the status says it too.
			check(t, os.RemoveAll(root))
			out, err := bare(t, umask, line).CombinedOutput()
			if want := fmt.Sprintf("debrief: cannot read journal %s: no such file or directory\n", root); !strings.HasPrefix(string(out), want) || exitStatus(err) != statusFailed {
				t.Errorf("without the journal: %v\n%s", err, out)
			}
		})
	}
}

// cronLine returns the command in the first of the lines that are printed for
// cron. It holds no percent sign here, which is the one thing that cron reads
// otherwise than the shell.
func cronLine(t *testing.T, notes string, flags ...string) string {
	t.Helper()
	cmd := exec.Command("debrief", append([]string{"schedule", "--as", "cron", "--quiet"}, flags...)...)
	cmd.Env = append(os.Environ(), "XDG_STATE_HOME="+notes)
	out, err := cmd.Output()
	check(t, err)
	line := regexp.MustCompile(`(?m)^0 8 \* \* \* (.*)$`).FindSubmatch(out)
	if line == nil {
		t.Fatalf("no line for eight o'clock:\n%s", out)
	}
	return string(line[1])
}

// bare is a command line as the most frugal of crons would run it.
func bare(t *testing.T, umask, line string) *exec.Cmd {
	t.Helper()
	needTool(t, "setsid")
	cmd := exec.CommandContext(t.Context(), "setsid", "env", "-i", "/bin/sh", "-c", "umask "+umask+" && cd / && exec "+line)
	cmd.Dir = "/"
	return cmd
}

func mustSayNothing(t *testing.T, umask, line string) {
	t.Helper()
	if out, err := bare(t, umask, line).CombinedOutput(); err != nil || len(out) > 0 {
		t.Fatalf("%s: %v\n%s", line, err, out)
	}
}

// exitStatus is the status behind an error of os/exec.
func exitStatus(err error) int {
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		return exit.ExitCode()
	}
	return statusFine
}

// TestScheduleKeepsNoFleetingProgram holds that what `go run` has built is not
// installed: it is gone by the time that it is needed.
func TestScheduleKeepsNoFleetingProgram(t *testing.T) {
	this, err := os.Executable()
	check(t, err)
	if !fleeting(this) {
		t.Skip("this test was not built by go test")
	}
	root := t.TempDir()
	writeSearch(t, root)
	got := invoke(t, "schedule", "--as", "cron", "--install", "--journal", root)
	if got.status != statusFailed || !strings.Contains(got.stderr.String(), " will be gone by then\nhint: go build -o ") {
		t.Errorf("%d: %s", got.status, &got.stderr)
	}
	got = invoke(t, "schedule", "--as", "cron", "--journal", root)
	if got.status != statusFine || !strings.Contains(got.stderr.String(), " will be gone by then\n") {
		t.Errorf("%d: %s", got.status, &got.stderr)
	}
}
