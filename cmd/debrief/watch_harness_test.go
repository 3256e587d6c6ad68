//go:build unix

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// patience is how long the real program may take on a loaded machine for what
// it does in one or two seconds on an idle one. It is less than the 30 s after
// which a watcher looks without a hint, so that a missed hint is not forgiven.
const patience = 15 * time.Second

// A watched journal is one that the real program keeps a report of.
type watched struct {
	t      *testing.T
	dir    string              // the journal
	report string              // what -o names
	state  string              // XDG_STATE_HOME
	user   *syscall.Credential // nil: whoever runs the test
	binary string
	args   []string // besides those that every watch gets

	cmd    *exec.Cmd
	ended  chan struct{}
	stderr transcript
}

// A transcript is what a process wrote so far.
type transcript struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (s *transcript) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(p)
}

func (s *transcript) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}

// newWatched lays a journal out that nobody watches yet, with everything
// around it in a folder that other users may enter.
func newWatched(t *testing.T, notes map[string]string) *watched {
	t.Helper()
	base := openFolder(t)
	w := &watched{
		t: t, dir: filepath.Join(base, "journal"), report: filepath.Join(base, "out", "report.json"),
		state: filepath.Join(base, "state"),
	}
	for _, dir := range []string{w.dir, filepath.Dir(w.report), w.state} {
		check(t, os.Mkdir(dir, 0o755))
	}
	for name, text := range notes {
		w.write(name, text)
	}
	binary, err := exec.LookPath("debrief")
	check(t, err)
	w.binary = binary
	return w
}

// openFolder returns a new folder that every user may enter, which goes at the
// end whatever its modes are by then.
func openFolder(t *testing.T) string {
	t.Helper()
	base, err := os.MkdirTemp("", "debrief-watch-")
	check(t, err)
	base, err = filepath.EvalSymlinks(base)
	check(t, err)
	t.Cleanup(func() {
		_ = filepath.WalkDir(base, func(name string, e os.DirEntry, _ error) error {
			if e != nil && e.IsDir() {
				_ = os.Chmod(name, 0o755)
			}
			return nil
		})
		if err := os.RemoveAll(base); err != nil {
			t.Error(err)
		}
	})
	check(t, os.Chmod(base, 0o755))
	return base
}

// path returns where a file of the journal is.
func (w *watched) path(name string) string { return filepath.Join(w.dir, filepath.FromSlash(name)) }

// write writes a file of the journal in place, and the folders it is in.
func (w *watched) write(name, text string) {
	w.t.Helper()
	writeFile(w.t, w.path(name), []byte(text))
}

// command returns the program with these arguments, as the user who watches.
func (w *watched) command(args ...string) *exec.Cmd {
	cmd := exec.Command(w.binary, args...)
	cmd.Dir = "/"
	cmd.Env = append(os.Environ(), "XDG_STATE_HOME="+w.state, "TZ=Europe/Zurich")
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: w.user}
	return cmd
}

// start runs the program and waits until it has written its first report. It
// is killed at the end of the test at the latest.
func (w *watched) start() {
	w.t.Helper()
	w.launch()
	w.await("the first report", func() bool { return strings.Contains(w.stderr.String(), "keeping "+w.report) })
}

// launch runs the program and does not wait.
func (w *watched) launch() {
	w.t.Helper()
	cmd := w.command(append([]string{"watch", w.dir, "-o", w.report}, w.args...)...)
	cmd.Stderr = io.Writer(&w.stderr)
	check(w.t, cmd.Start())
	ended := make(chan struct{})
	go func() {
		_ = cmd.Wait() // it was killed, mostly
		close(ended)
	}()
	w.cmd, w.ended = cmd, ended
	w.t.Cleanup(func() {
		if w.t.Failed() { // say what it is doing, if anything
			_ = cmd.Process.Signal(syscall.SIGCONT)
			_ = cmd.Process.Signal(syscall.SIGQUIT)
			select {
			case <-ended:
			case <-time.After(5 * time.Second):
			}
		}
		_ = cmd.Process.Kill()
		<-ended
		if w.t.Failed() {
			w.t.Logf("watch of %s said:\n%s", w.dir, &w.stderr)
		}
	})
}

// kill ends the program as a crash would.
func (w *watched) kill() {
	_ = w.cmd.Process.Kill()
	<-w.ended
}

// signal sends the program a signal.
func (w *watched) signal(s syscall.Signal) {
	w.t.Helper()
	check(w.t, w.cmd.Process.Signal(s))
}

// await waits for something to become true, and returns how long it took.
func (w *watched) await(what string, done func() bool) time.Duration {
	w.t.Helper()
	began := time.Now()
	for !done() {
		select {
		case <-w.ended:
			w.t.Fatalf("the program ended while waiting for %s", what)
		default:
		}
		if time.Since(began) > patience {
			w.t.Fatalf("waited in vain for %s", what)
		}
		pause(20 * time.Millisecond)
	}
	return time.Since(began)
}

// said waits until the program has said something.
func (w *watched) said(words string) {
	w.t.Helper()
	w.await("the words "+words, func() bool { return w.count(words) > 0 })
}

// count returns how often the program has said something.
func (w *watched) count(words string) int { return strings.Count(w.stderr.String(), words) }

// saidOnce holds that something was said, and once.
func (w *watched) saidOnce(words string) {
	w.t.Helper()
	if n := w.count(words); n != 1 {
		w.t.Errorf("said %q %d times, not once", words, n)
	}
}

// read returns the report as it is on disk.
func (w *watched) read() string {
	w.t.Helper()
	text, err := os.ReadFile(w.report)
	check(w.t, err)
	return string(text)
}

// settles waits until the report is what a single run prints about the journal
// at the report's own instant, byte for byte, and returns how long it took.
func (w *watched) settles() time.Duration {
	w.t.Helper()
	began := time.Now()
	compared, want := "", ""
	for {
		got := w.read()
		if got != compared {
			want, compared = w.oneShot(instantOf(w.t, got)), got
		}
		if got == want {
			return time.Since(began)
		}
		select {
		case <-w.ended:
			w.t.Fatal("the program ended")
		default:
		}
		if time.Since(began) > patience {
			w.t.Fatalf("the report is not what a single run prints (-single +watch):\n%s", cmp.Diff(want, got))
		}
		pause(20 * time.Millisecond)
	}
}

// oneShot returns the report that a single run prints about the journal as it
// is, at an instant.
func (w *watched) oneShot(now string) string {
	w.t.Helper()
	args := []string{"report", w.dir, "--format", "json", "--now", now, "--quiet"}
	if w.user == nil {
		return printed(w.t, args...)
	}
	cmd := w.command(args...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		w.t.Fatalf("%v: %v: %s", args, err, &stderr)
	}
	return string(out)
}

// printed returns what the program prints within this process.
func printed(t *testing.T, args ...string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	env := func(name string) string { return map[string]string{"TZ": "Europe/Zurich"}[name] }
	if status := run(context.Background(), args, strings.NewReader(""), &stdout, &stderr, time.Now, env); status != statusFine {
		t.Fatalf("%v ended with %d: %s", args, status, &stderr)
	}
	return stdout.String()
}

// instantOf returns the instant that a report is about. A report is never
// found half.
func instantOf(t *testing.T, text string) string {
	t.Helper()
	var r struct{ Now string }
	if err := json.Unmarshal([]byte(text), &r); err != nil {
		t.Fatalf("the report is not whole: %v\n%s", err, text)
	}
	return r.Now
}

// nobody is the user without any rights.
const nobody = 65534

// asNobody has the program run as a user whom modes keep out, which they do
// not the administrator.
func (w *watched) asNobody() {
	w.t.Helper()
	if os.Getuid() != 0 {
		return // modes keep the person out as well
	}
	base := filepath.Dir(w.dir)
	w.user = &syscall.Credential{Uid: nobody, Gid: nobody}
	for _, dir := range []string{w.state, filepath.Dir(w.report)} {
		check(w.t, os.Chown(dir, nobody, nobody))
	}
	text, err := os.ReadFile(w.binary)
	check(w.t, err)
	w.binary = filepath.Join(base, "debrief")
	syscall.ForkLock.RLock() // a process begun meanwhile would hold it open for writing: "text file busy"
	err = os.WriteFile(w.binary, text, 0o755)
	syscall.ForkLock.RUnlock()
	check(w.t, err)
	check(w.t, os.Chmod(w.binary, 0o755))
	if err := w.command("version").Run(); err != nil {
		missing(w.t, "a folder for temporary files that every user may enter", err)
	}
}

// daysAgo returns a day as notes have it: the program is real, and so is its
// clock.
func daysAgo(n int) string { return time.Now().AddDate(0, 0, -n).Format(time.DateOnly) }

// halden is the note that tests change: an interview after which two people
// are owed a note, and what becomes of it.
const halden = "interviews/halden.md"

var (
	interviewNote = "---\ncompany: Halden Robotics\ndate: " + daysAgo(2) + " 16:30\nwith: Ines Falk, Tomasz Brenner\n---\nWent well.\n"
	thankedNote   = strings.Replace(interviewNote, "\n---\nWent", "\nthanked: yes\n---\nWent", 1)
	watchedSearch = "---\nstarted: " + daysAgo(60) + "\ntimezone: Europe/Berlin\nreferences: [Marta Lindqvist]\n---\nThe search.\n"
)

// smallJournal is a journal of a few notes.
func smallJournal() map[string]string {
	return map[string]string{
		"search.md": watchedSearch, halden: interviewNote,
		"applications/halden.md": "---\ncompany: Halden Robotics\nrole: Engineer\napplied: " + daysAgo(30) + "\nstatus: interviewing\n---\n",
		"log/log.md":             "- " + daysAgo(2) + " thanked Hana Sato (Northmere Grid)\n",
	}
}
