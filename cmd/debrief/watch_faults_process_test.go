//go:build unix

package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// TestWatchKilled kills the program two hundred times while it writes the
// report. What is found afterwards is the old report or the new one, whole.
func TestWatchKilled(t *testing.T) {
	var lanes sync.WaitGroup
	const at = 2 // at a time
	for lane := range at {
		notes := smallJournal()
		for n := range 150 { // so that writing takes a while
			notes[fmt.Sprintf("interviews/%d.md", n)] = strings.Replace(interviewNote, "Halden", fmt.Sprint("Halden", n), 1)
		}
		w := newWatched(t, notes)
		w.start()
		w.kill()
		lanes.Go(func() { w.killOften(rand.New(rand.NewPCG(uint64(lane), 0)), 200/at) })
	}
	lanes.Wait()
}

// killOften changes the journal and kills the program when the report is about
// to follow, again and again. It may not end the test: it is not the test's
// own goroutine.
func (w *watched) killOften(random *rand.Rand, times int) {
	reports := map[bool]string{} // of the journal with and without the thanks, but for the instant
	for _, thanked := range []bool{true, false} {
		if err := os.WriteFile(w.path(halden), noteOf(thanked), 0o644); err != nil {
			w.t.Error(err)
			return
		}
		reports[thanked] = w.shape(printed(w.t, "report", w.dir, "--format", "json", "--quiet"))
	}
	caught := 0
	for n := range times {
		thanked := n%2 == 0
		if err := os.WriteFile(w.path(halden), noteOf(thanked), 0o644); err != nil {
			w.t.Error(err)
			return
		}
		cmd := w.command("watch", w.dir, "-o", w.report, "--quiet")
		if err := cmd.Start(); err != nil {
			w.t.Error(err)
			return
		}
		if w.writing() {
			caught++
		}
		pause(time.Duration(random.IntN(1500)) * time.Microsecond)
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		text, err := os.ReadFile(w.report)
		if got := w.shape(string(text)); err != nil || got != reports[true] && got != reports[false] {
			w.t.Errorf("after %d kills: %v\n%s", n+1, err, text)
			return
		}
	}
	if caught == 0 {
		w.t.Error("never killed while writing")
	}
	w.t.Logf("killed while writing %d times of %d", caught, times)
}

// writing waits until the program is about to write the report, and reports
// whether it was caught at that.
func (w *watched) writing() bool {
	before, _ := os.Stat(w.report)
	for began := time.Now(); time.Since(began) < patience; {
		if found, _ := filepath.Glob(filepath.Join(filepath.Dir(w.report), ".debrief-*.tmp")); len(found) > 0 {
			for _, name := range found {
				defer os.Remove(name) // left by this kill: it must not be taken for the next one's
			}
			return true
		}
		if now, err := os.Stat(w.report); err == nil && (before == nil || !os.SameFile(before, now)) {
			return false // missed it
		}
		pause(100 * time.Microsecond)
	}
	return false
}

func noteOf(thanked bool) []byte {
	if thanked {
		return []byte(thankedNote)
	}
	return []byte(interviewNote)
}

// shape returns what a report counts and its number of lines, by which the two
// that there can be are told apart at any instant.
func (w *watched) shape(text string) string {
	if !strings.HasSuffix(text, "}\n") {
		return "half"
	}
	c := countsOf(w.t, []byte(text))
	return fmt.Sprint(c.Notes, c.Entries, c.Overdue+c.Due, c.Problems)
}

// TestWatchOverflow makes more changes than the system remembers while the
// program stands still.
func TestWatchOverflow(t *testing.T) {
	t.Parallel()
	for _, small := range []bool{false, true} {
		w := newWatched(t, smallJournal())
		if small {
			w.startWithSmallQueue()
		} else {
			w.start()
		}
		w.atOnce(func() {
			for n := range 12_000 { // two hints each, of 16,384 that are kept
				for _, name := range []string{"search.md", "log/log.md"} {
					check(t, os.Chmod(w.path(name), []os.FileMode{0o644, 0o600}[n%2]))
				}
			}
			check(t, os.Rename(w.path("interviews"), w.path("later")))
			check(t, os.MkdirAll(w.path("interviews/deep"), 0o755))
			w.write("interviews/deep/note.md", thankedNote)
			check(t, os.RemoveAll(w.path("applications")))
		})
		w.settles()
		w.write("interviews/deep/note.md", interviewNote)
		w.settles()
		if n := w.count("every 1 to 10 s"); n > 0 {
			t.Error("it polls, although a lost hint is one that asks for a look")
		}
	}
}

// repository makes the journal a git repository with a branch on which
// everything is otherwise.
func (w *watched) repository() {
	w.t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		missing(w.t, "git", err)
	}
	for n := range 40 {
		w.write(fmt.Sprintf("interviews/%02d.md", n), interviewNote)
	}
	w.git("init", "-q", "-b", "main")
	w.git("add", ".")
	w.git("commit", "-q", "-m", "before")
	w.git("checkout", "-q", "-b", "other")
	for n := range 40 {
		if n%3 > 0 {
			w.write(fmt.Sprintf("interviews/%02d.md", n), thankedNote)
		} else {
			check(w.t, os.Remove(w.path(fmt.Sprintf("interviews/%02d.md", n))))
		}
	}
	w.write("outreach/new.md", "---\nperson: Hana Sato\ndate: "+daysAgo(1)+"\n---\n")
	w.git("add", ".")
	w.git("commit", "-q", "-m", "after")
	w.git("checkout", "-q", "main")
}

// gitCommand returns a git command in the journal that knows nothing of the
// machine's configuration.
func (w *watched) gitCommand(args ...string) *exec.Cmd {
	cmd := exec.Command("git", append([]string{"-c", "user.name=a", "-c", "user.email=a@example.com"}, args...)...)
	cmd.Dir = w.dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1")
	return cmd
}

func (w *watched) git(args ...string) {
	w.t.Helper()
	if out, err := w.gitCommand(args...).CombinedOutput(); err != nil {
		w.t.Fatalf("git %v: %v: %s", args, err, out)
	}
}

// TestWatchStalledDuringCheckout stops the program while git changes branches
// under it.
func TestWatchStalledDuringCheckout(t *testing.T) {
	t.Parallel()
	w := newWatched(t, smallJournal())
	w.repository()
	w.start()
	for _, branch := range []string{"other", "main", "other"} {
		w.atOnce(func() { w.git("checkout", "-q", branch) })
		w.settles()
		w.git("stash", "-q", "-u") // nothing to stash: the index is locked, and that is all
		w.settles()
	}
	stop := w.observe()
	before := countsOf(t, []byte(w.read()))
	w.git("checkout", "-q", "main") // this time it looks on
	w.settles()
	after := countsOf(t, []byte(w.read()))
	for _, c := range stop() {
		if c != before && c != after {
			t.Errorf("a report in the middle of a checkout: %+v, neither %+v nor %+v", c, before, after)
		}
	}
}

// TestWatchStalledCheckout stops git in the middle of a checkout. The report
// waits for git, but not for ever.
func TestWatchStalledCheckout(t *testing.T) {
	t.Parallel()
	w := newWatched(t, smallJournal())
	w.repository()
	base := filepath.Dir(w.dir)
	started, ready := filepath.Join(base, "started"), filepath.Join(base, "ready")
	script := fmt.Sprintf("touch %s; while [ ! -e %s ]; do sleep 0.05; done; cat", started, ready)
	writeFile(t, w.path(".git/info/attributes"), []byte("outreach/*.md filter=stall\n")) // comes after the interviews
	w.start()
	before := w.read()
	checkout := w.gitCommand("-c", "filter.stall.smudge="+script, "checkout", "-q", "other")
	check(t, checkout.Start())
	defer func() { // whatever becomes of the test
		_ = os.WriteFile(ready, nil, 0o644)
		_ = checkout.Process.Signal(syscall.SIGCONT)
		_ = checkout.Wait()
	}()
	w.await("git to stall", func() bool { _, err := os.Stat(started); return err == nil })
	check(t, checkout.Process.Signal(syscall.SIGSTOP))
	stalled := time.Now()
	w.await("a report nevertheless", func() bool { return w.read() != before })
	t.Logf("reported after %v", time.Since(stalled))
	w.settles()
	check(t, os.WriteFile(ready, nil, 0o644))
	check(t, checkout.Process.Signal(syscall.SIGCONT))
	w.await("git's end", func() bool { _, err := os.Stat(w.path(".git/index.lock")); return os.IsNotExist(err) })
	w.settles()
}
