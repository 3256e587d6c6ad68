//go:build unix

package tell

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// noLeaks fails if goroutines of the test outlive it.
func noLeaks(t *testing.T) {
	t.Helper()
	before := runtime.NumGoroutine()
	t.Cleanup(func() {
		if !eventually(func() bool { return runtime.NumGoroutine() <= before }) {
			stacks := make([]byte, 1<<16)
			t.Errorf("goroutines are left:\n%s", stacks[:runtime.Stack(stacks, true)])
		}
	})
}

// eventually waits up to twenty seconds for what a real process does.
func eventually(ok func() bool) bool {
	for range 2000 {
		if ok() {
			return true
		}
		<-time.After(10 * time.Millisecond)
	}
	return false
}

// shell returns a Command that runs a script in a folder of its own, $DIR, and
// what it prints and reports.
func shell(t *testing.T, script string) (c *Command, dir string, out *bytes.Buffer, f *failures) {
	t.Helper()
	dir, out, f = t.TempDir(), &bytes.Buffer{}, &failures{}
	return NewCommand(CommandOptions{
		Script: script, Journal: "/my journal", Environ: append(os.Environ(), "DIR="+dir, "DEBRIEF_JOURNAL=other"),
		Stdout: out, Stderr: out, Failed: f.add,
	}), dir, out, f
}

// closed closes a command that ends on its own.
func closed(t *testing.T, c *Command) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	if err := c.Close(ctx); err != nil {
		t.Error(err)
	}
}

func TestShellCommand(t *testing.T) {
	large := stateWith("a:due")
	large.Items[0].JSON, _ = json.Marshal(strings.Repeat("x", 1<<20))
	tests := []struct {
		name, script string
		state        State
		out          string
		failed       []string
	}{
		{"reads the change", `cat; echo "$DEBRIEF_JOURNAL" >&2`, stateWith("a:due"), `{"schema":"debrief/change/v1","now":"2026-11-19T20:45:00+01:00",` +
			`"first":true,"new":[{"id":"a"}],"changed":[],"cleared":[],"counts":{}}` + "\n/my journal\n", []string{}},
		{"shell syntax", `for i in 1 2; do printf '%s ' "$i"; done | cat`, stateWith(), "1 2 ", []string{}},
		{"reads nothing of much", `exec <&-; echo done`, large, "done\n", []string{}},
		{"fails", `echo no; exit 3`, stateWith(), "no\n", []string{"run the command: exit status 3"}},
		{"fails unread", `exit 4`, large, "", []string{"run the command: exit status 4"}},
		{"begins with a dash", `-no-such-command-`, stateWith(), "", []string{"run the command: exit status 127"}},
		{"stays in the background", `(sleep 300; touch "$DIR/late") & echo $! >"$DIR/pid"; echo out`, large, "out\n", []string{}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			noLeaks(t)
			c, dir, out, f := shell(t, test.script)
			t.Cleanup(func() { killNoted(dir) })
			c.Tell(test.state)
			closed(t, c)
			got := out.String()
			if strings.Contains(test.script, "-no-such") {
				got = "" // what the shell says is its own affair
			}
			if diff := cmp.Diff(test.out, got); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(test.failed, f.texts()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// killNoted kills the process group in which a script noted a process.
func killNoted(dir string) {
	if pid := notedPID(dir); pid > 1 {
		if group, err := syscall.Getpgid(pid); err == nil && group != syscall.Getpgrp() {
			_ = syscall.Kill(-group, syscall.SIGKILL)
		}
	}
}

func notedPID(dir string) (pid int) {
	b, _ := os.ReadFile(filepath.Join(dir, "pid"))
	_ = json.Unmarshal(bytes.TrimSpace(b), &pid)
	return pid
}

// TestShellCommandNeverTwice lets a run wait until the test has told more.
func TestShellCommandNeverTwice(t *testing.T) {
	noLeaks(t)
	c, dir, out, _ := shell(t, `mkdir "$DIR/lock" || echo two at once
		cat; touch "$DIR/began"; until [ -e "$DIR/go" ]; do sleep 0.01; done; rmdir "$DIR/lock"`)
	c.Tell(stateWith("a:due"))
	if !eventually(func() bool { _, err := os.Stat(filepath.Join(dir, "began")); return err == nil }) {
		t.Fatal("the command has not begun")
	}
	for _, s := range []State{stateWith("b:due"), stateWith("c:due"), stateWith("a:overdue")} {
		c.Tell(s)
	}
	if err := os.WriteFile(filepath.Join(dir, "go"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if !eventually(func() bool { c.mu.Lock(); defer c.mu.Unlock(); return !running(c.idle) }) {
		t.Fatal("the command has not ended")
	}
	closed(t, c)
	const head = `{"schema":"debrief/change/v1","now":"2026-11-19T20:45:00+01:00","first":`
	want := head + `true,"new":[{"id":"a"}],"changed":[],"cleared":[],"counts":{}}` + "\n" +
		head + `false,"new":[],"changed":[{"id":"a"}],"cleared":[],"counts":{}}` + "\n"
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Error(diff)
	}
}

// TestShellCommandIsKilled kills a shell with all that it has started.
func TestShellCommandIsKilled(t *testing.T) {
	noLeaks(t)
	c, dir, _, f := shell(t, `sleep 300 & echo $! >"$DIR/pid"; trap '' TERM INT; wait; sleep 300`)
	c.Tell(stateWith("a:due"))
	if !eventually(func() bool { return notedPID(dir) > 1 }) {
		t.Fatal("the command has not begun")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := c.Close(ctx); !errors.Is(err, ErrKilled) {
		t.Errorf("Close: %v", err)
	}
	if pid := notedPID(dir); !eventually(func() bool { return dead(pid) }) {
		t.Errorf("its child %d lives on", pid)
	}
	if len(f.texts()) > 0 {
		t.Errorf("reported %q", f.texts())
	}
}

// dead reports whether a process has ended; one that nobody has waited for, as
// in a container without an init, is dead too.
func dead(pid int) bool {
	if errors.Is(syscall.Kill(pid, 0), syscall.ESRCH) {
		return true
	}
	stat, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "stat"))
	return err == nil && bytes.Contains(stat, []byte(") Z "))
}

// fakeNotifySend puts a program of that name on the path and returns the folder
// in which it may write.
func fakeNotifySend(t *testing.T, script string) string {
	t.Helper()
	bin, dir := t.TempDir(), t.TempDir()
	if err := os.WriteFile(filepath.Join(bin, "notify-send"), []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin+string(filepath.ListSeparator)+os.Getenv("PATH"))
	t.Setenv("DIR", dir)
	t.Chdir(dir)
	return dir
}

// notify tells the desktop one state for real, and waits for it to be shown.
func notify(t *testing.T, s State) *failures {
	t.Helper()
	f := &failures{}
	d := NewDesktop(DesktopOptions{Journal: "/j", Env: stateIn(t.TempDir()), Failed: f.add, GOOS: "linux"})
	d.Tell(s, nil)
	if !eventually(func() bool { d.mu.Lock(); defer d.mu.Unlock(); return !running(d.idle) }) {
		t.Fatal("it is not shown")
	}
	if err := d.Close(t.Context()); err != nil {
		t.Error(err)
	}
	return f
}

// TestNotifySend lets a real process receive hostile texts.
func TestNotifySend(t *testing.T) {
	noLeaks(t)
	dir := fakeNotifySend(t, `for a; do printf '%s\000' "$a"; done >"$DIR/args"`)
	for _, text := range hostile {
		s := stateWith("a:overdue")
		s.Items[0].Title, s.Items[0].Body = text, text
		if f := notify(t, s); len(f.texts()) > 0 {
			t.Errorf("%q: %q", text, f.texts())
		}
		args, err := os.ReadFile(filepath.Join(dir, "args"))
		if err != nil {
			t.Fatal(err)
		}
		title := clean(text, titleLimit)
		want := []string{"--app-name=debrief", "--urgency=critical", "--", title, markup.Replace(title), ""}
		if title == "" {
			want[3] = "debrief"
		}
		if diff := cmp.Diff(want, strings.Split(string(args), "\x00")); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
	if names, _ := filepath.Glob(filepath.Join(dir, "*")); len(names) != 1 {
		t.Errorf("a text was run: %q", names)
	}
}

func TestNotifySendFails(t *testing.T) {
	noLeaks(t)
	fakeNotifySend(t, `echo 'Cannot autolaunch D-Bus' >&2; exit 1`)
	want := []string{"show a notification: notify-send: exit status 1 (Cannot autolaunch D-Bus)"}
	if diff := cmp.Diff(want, notify(t, stateWith("a:due", "b:due")).texts()); diff != "" {
		t.Error(diff)
	}
}

func TestNotifySendIsAbsent(t *testing.T) {
	noLeaks(t)
	t.Setenv("PATH", t.TempDir())
	f := notify(t, stateWith("a:due", "b:due"))
	if got := f.texts(); len(got) != 1 || !strings.HasPrefix(got[0], "no notifications: notify-send is missing") {
		t.Errorf("said %q", got)
	}
}

// TestNotifySendHangs closes on a program that would never end.
func TestNotifySendHangs(t *testing.T) {
	noLeaks(t)
	dir := fakeNotifySend(t, `echo $$ >"$DIR/pid"; sleep 300; sleep 300`)
	d := NewDesktop(DesktopOptions{Journal: "/j", Env: stateIn(t.TempDir()), GOOS: "linux"})
	d.Tell(stateWith("a:due"), nil)
	if !eventually(func() bool { return notedPID(dir) > 1 }) {
		t.Fatal("it has not begun")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := d.Close(ctx); !errors.Is(err, ErrKilled) {
		t.Errorf("Close: %v", err)
	}
	if pid := notedPID(dir); !eventually(func() bool { return dead(pid) }) {
		t.Errorf("process %d lives on", pid)
	}
}
