//go:build unix

package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"

	"debrief/cmd/debrief/internal/watch"
)

// TestWatchDeadline is TestDeadlinePasses by the real clock: a thank-you turns
// overdue while no file is touched.
func TestWatchDeadline(t *testing.T) {
	t.Parallel()
	deadline := time.Now().Add(4 * time.Second).Truncate(time.Second)
	began := deadline.Add(-25 * time.Hour).UTC().Format("2006-01-02T15:04:05Z")
	w := newWatched(t, map[string]string{
		"search.md": watchedSearch,
		halden:      "---\ncompany: Halden Robotics\ndate: " + began + "\nwith: Ines Falk\n---\nWorked: the replay drawn on the board was what they liked.\n",
	})
	w.start()
	first := w.read()
	if time.Until(deadline) < time.Second {
		t.Skip("the machine is too busy: the deadline has come before the first report")
	}
	w.await("another report", func() bool { return w.read() != first })
	late := time.Since(deadline)
	r, _ := readReport(t, w.report)
	if got := r.urgencies("thank-you"); len(got) != 1 || got[0] != "overdue" {
		t.Errorf("past its deadline a thank-you is %q, want it overdue", got)
	}
	if late < 0 {
		t.Errorf("the report was written %v before the deadline", -late)
	}
	// A second is asked for; a machine that runs many tests is given more.
	if t.Logf("written %v after the deadline", late); late > 4*time.Second {
		t.Errorf("the report was written %v after the deadline", late)
	}
}

// TestWatchHangup holds that SIGHUP reads every note again, even one whose
// change the file system does not tell of.
func TestWatchHangup(t *testing.T) {
	t.Parallel()
	w := newWatched(t, smallJournal())
	w.start()
	w.signal(syscall.SIGSTOP)
	w.write(halden, "") // doubtful: it would stand as it was for two seconds
	w.signal(syscall.SIGHUP)
	w.signal(syscall.SIGCONT)
	began := time.Now()
	w.settles()
	t.Logf("read again after %v", time.Since(began))
	w.signal(syscall.SIGTERM)
	w.await("its end", func() bool {
		select {
		case <-w.ended:
			return true
		default:
			return false
		}
	})
	if status := w.cmd.ProcessState.ExitCode(); status != statusFine {
		t.Errorf("SIGTERM ended it with %d", status)
	}
}

// TestWatchTerminal shows the report on a real terminal, resizes it, and has
// the person end it.
func TestWatchTerminal(t *testing.T) {
	t.Parallel()
	w := newWatched(t, smallJournal())
	cmd := exec.Command("debrief", "watch", w.dir)
	cmd.Env = append(os.Environ(), "XDG_STATE_HOME="+w.state, "TERM=xterm-256color", "NO_COLOR=1")
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 30, Cols: 120})
	check(t, err)
	defer terminal.Close()
	var shown transcript
	copied := make(chan struct{})
	go func() {
		_, _ = io.Copy(&shown, terminal) // ends with the program
		close(copied)
	}()
	w.ended, w.cmd = copied, cmd
	showing := func(words string) {
		t.Helper()
		w.await("the screen to show "+words, func() bool { return strings.Contains(shown.String(), words) })
	}
	showing("Thank Ines Falk")
	showing("watching 4 folders")
	w.write(halden, thankedNote)
	showing("last change")
	showing(halden)
	check(t, pty.Setsize(terminal, &pty.Winsize{Rows: 12, Cols: 40}))
	showing("lines 1–11 of")
	_, err = terminal.WriteString("q")
	check(t, err)
	<-copied
	if err := cmd.Wait(); err != nil {
		t.Errorf("q ended it with %v", err)
	}
	if end := shown.String(); !strings.Contains(end[max(0, len(end)-80):], "\x1b[?1049l") {
		t.Errorf("the terminal was not given back: %q", end[max(0, len(end)-80):])
	}
}

// TestWatchLeaksNothing holds that changes, folders that come and go, and
// reading everything again leave no goroutine and no descriptor behind.
func TestWatchLeaksNothing(t *testing.T) {
	w := newWatched(t, smallJournal())
	p := &program{stdout: io.Discard, stderr: io.Discard, now: time.Now, env: func(name string) string {
		return map[string]string{"XDG_STATE_HOME": w.state, "TZ": "UTC"}[name]
	}}
	q := newQuery("never")
	q.files = fileList{w.report}
	s, err := p.newSession(q, vigil{}, w.dir)
	check(t, err)
	check(t, s.begin())
	var goroutines, descriptors int
	for i := range 300 {
		folder := fmt.Sprintf("interviews/%d", i%7)
		w.write(folder+"/a.md", fmt.Sprintf("---\ncompany: Firm %d\ndate: %s\n---\n", i, daysAgo(i%30)))
		s.lookAgain(watch.Hint)
		if i%3 == 0 {
			check(t, os.RemoveAll(w.path(folder)))
		}
		if i%50 == 0 {
			s.reread()
		}
		if i == 20 {
			goroutines, descriptors = runtime.NumGoroutine(), openFiles(t)
		}
	}
	s.reread()
	w.await("goroutines to end", func() bool { return runtime.NumGoroutine() <= goroutines+1 })
	if now := openFiles(t); now > descriptors+1 {
		t.Errorf("%d descriptors are open, %d were after the first changes", now, descriptors)
	}
	before := runtime.NumGoroutine()
	s.close()
	w.await("the session's goroutines to end", func() bool { return runtime.NumGoroutine() < before })
}

// openFiles counts the descriptors of this process, where the system lists
// them.
func openFiles(t *testing.T) int {
	t.Helper()
	entries, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Log("descriptors are not counted here")
	}
	return len(entries)
}

// TestWatchSeveralReports holds that every -o is kept true, each in its
// format, and that the report in the journal is no note of it.
func TestWatchSeveralReports(t *testing.T) {
	t.Parallel()
	w := newWatched(t, smallJournal())
	w.report = w.path("STATUS.md")
	other := filepath.Join(filepath.Dir(w.dir), "out", "status.json")
	cmd := w.command("watch", w.dir, "-o", w.report, "-o", other)
	cmd.Stderr = io.Writer(&w.stderr)
	check(t, cmd.Start())
	w.cmd, w.ended = cmd, make(chan struct{})
	defer func() {
		check(t, cmd.Process.Signal(os.Interrupt))
		check(t, cmd.Wait())
	}()
	w.said("keeping")
	w.write(halden, thankedNote)
	w.await("both reports", func() bool {
		text, err := os.ReadFile(other)
		check(t, err)
		return !strings.Contains(w.read(), "Ines Falk") && !bytes.Contains(text, []byte(`"person": "Ines Falk"`))
	})
	r, _ := readReport(t, other)
	single := filepath.Join(t.TempDir(), "STATUS.md")
	check(t, os.Rename(w.report, single)) // a single run does not know that it is no note
	want := printed(t, "report", w.dir, "--format", "markdown", "--now", r.Now.Format(time.RFC3339), "--quiet")
	text, err := os.ReadFile(single)
	check(t, err)
	if string(text) != want {
		t.Errorf("got %s, want %s", text, want)
	}
}
