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
	"golang.org/x/sys/unix"

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

// A terminal is what a watch that needs one is shown on.
type terminal struct {
	*watched
	file   *os.File // its other end
	shown  transcript
	closed chan struct{} // the other end is to be
	copied chan struct{} // nobody reads from it any more
}

// openTerminal runs the program on a real terminal, whose input it gets unless
// a change of the command takes that away.
func (w *watched) openTerminal(columns, rows uint16, change func(*exec.Cmd), args ...string) *terminal {
	w.t.Helper()
	cmd := w.command(append([]string{"watch", w.dir}, args...)...)
	cmd.Env = append(cmd.Env, "TERM=xterm-256color", "NO_COLOR=1")
	change(cmd)
	file, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: rows, Cols: columns})
	check(w.t, err)
	w.ended, w.cmd = make(chan struct{}), cmd
	o := &terminal{watched: w, file: file, closed: make(chan struct{}), copied: make(chan struct{})}
	go o.copy()
	go func() {
		_ = cmd.Wait() // the test looks at how it ended
		close(w.ended)
	}()
	w.t.Cleanup(func() {
		_ = cmd.Process.Kill()
		<-w.ended
		o.close()
		if w.t.Failed() {
			w.t.Logf("shown:\n%q", &o.shown)
		}
	})
	return o
}

// copy keeps what the program writes, until it has ended or the terminal is
// closed. It never waits in a read, which would keep the file open.
func (o *terminal) copy() {
	defer close(o.copied)
	var part [4096]byte
	for {
		select {
		case <-o.closed:
			return
		default:
		}
		ready := []unix.PollFd{{Fd: int32(o.file.Fd()), Events: unix.POLLIN}}
		if n, _ := unix.Poll(ready, 50); n <= 0 { // a signal interrupts it, too
			continue
		}
		n, err := o.file.Read(part[:])
		if err != nil {
			return
		}
		_, _ = o.shown.Write(part[:n]) // into memory
	}
}

// close closes the terminal, as whoever closes its window.
func (o *terminal) close() {
	select {
	case <-o.closed:
		return
	default:
	}
	close(o.closed)
	<-o.copied
	_ = o.file.Close()
}

// asIs changes nothing about a command.
func asIs(*exec.Cmd) {}

// showing waits until the terminal has been shown words.
func (o *terminal) showing(words string) {
	o.t.Helper()
	o.await("the screen to show "+words, func() bool { return strings.Contains(o.shown.String(), words) })
}

// rests waits until nothing has been drawn for a while, and returns what was
// drawn last.
func (o *terminal) rests() string {
	o.t.Helper()
	before, since := "", time.Now()
	o.await("the screen to rest", func() bool {
		if now := o.shown.String(); now != before {
			before, since = now, time.Now()
		}
		return time.Since(since) > 1500*time.Millisecond
	})
	return before[max(0, strings.LastIndex(before, "\x1b[?2026h")):]
}

// ends waits until the program has ended, as it should have.
func (o *terminal) ends() {
	o.t.Helper()
	select {
	case <-o.ended:
	case <-time.After(patience):
		o.t.Fatal("it does not end")
	}
	if status := o.cmd.ProcessState.ExitCode(); status != statusFine {
		o.t.Errorf("it ended with %v", o.cmd.ProcessState)
	}
}

// TestWatchTerminal shows the report on a real terminal, resizes it, and has
// the person end it.
func TestWatchTerminal(t *testing.T) {
	t.Parallel()
	w := newWatched(t, smallJournal())
	o := w.openTerminal(120, 30, asIs)
	o.showing("Thank Ines Falk")
	o.showing("watching 4 folders")
	w.write(halden, thankedNote)
	o.showing("last change")
	o.showing(halden)
	check(t, pty.Setsize(o.file, &pty.Winsize{Rows: 3, Cols: 10}))
	o.rests()
	check(t, pty.Setsize(o.file, &pty.Winsize{Rows: 12, Cols: 40}))
	o.showing("lines 1–11 of")
	_, err := o.file.WriteString("q")
	check(t, err)
	o.ends()
	if end := o.shown.String(); !strings.Contains(end[max(0, len(end)-80):], "\x1b[?1049l") {
		t.Errorf("the terminal was not given back: %q", end[max(0, len(end)-80):])
	}
}

// TestWatchTerminalSaysWhatIsWrong holds that what is said as the report
// changes stays on the screen when that has been drawn.
func TestWatchTerminalSaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	w := newWatched(t, smallJournal())
	w.asNobody()
	o := w.openTerminal(160, 40, asIs, "-o", w.report, "-o", "-")
	o.await("the first report", func() bool { _, err := os.Stat(w.report); return err == nil })
	check(t, os.WriteFile(w.report, []byte("mine\n"), 0o644))
	w.write(halden, thankedNote)
	o.showing("last change")
	o.stays("what they wrote is in " + w.report + ".edited~")
	check(t, os.Chmod(w.path("interviews"), 0))
	o.stays("interviews cannot be read: what was in it stands as it was")
	check(t, os.Chmod(w.path("interviews"), 0o755))
	o.stays("last change")
	_, err := o.file.WriteString("q")
	check(t, err)
	o.ends()
}

// TestWatchTerminalCloses closes the terminal of a watch, also of one that reads
// no keys from it. Nobody could see or end it any more.
func TestWatchTerminalCloses(t *testing.T) {
	keyless := func(cmd *exec.Cmd) {
		null, err := os.Open(os.DevNull)
		check(t, err)
		t.Cleanup(func() { _ = null.Close() })
		cmd.Stdin = null
		cmd.SysProcAttr.Ctty = 1 // the terminal that is its output
	}
	for name, change := range map[string]func(*exec.Cmd){"with keys": asIs, "without": keyless} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWatched(t, smallJournal())
			o := w.openTerminal(80, 24, change)
			o.showing("Thank Ines Falk")
			o.signal(syscall.SIGHUP) // while the terminal is there it means to read again
			o.rests()
			o.close()
			o.ends()
		})
	}
}

// TestWatchDumbTerminal holds that a terminal which cannot be drawn on gets the
// report in plain text.
func TestWatchDumbTerminal(t *testing.T) {
	t.Parallel()
	w := newWatched(t, smallJournal())
	o := w.openTerminal(80, 24, func(cmd *exec.Cmd) { cmd.Env = append(cmd.Env, "TERM=dumb") })
	o.showing("Thank Ines Falk")
	o.showing("watching 4 folders")
	if strings.Contains(o.shown.String(), "\x1b") {
		t.Error("it writes escape sequences")
	}
	o.signal(syscall.SIGTERM)
	o.ends()
}

// stays holds that words are shown, and still are when all has been drawn.
func (o *terminal) stays(words string) {
	o.t.Helper()
	o.await("the screen to show "+words, func() bool { return strings.Contains(o.rests(), words) })
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
