package watch

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fsnotify/fsnotify"
)

// hinting is a source whose hints the test gives.
type hinting struct {
	events  chan fsnotify.Event
	errors  chan error
	refused error // what Add answers
	added   map[string]int
	removed map[string]int
}

func newHinting() *hinting {
	return &hinting{
		events: make(chan fsnotify.Event), errors: make(chan error),
		added: map[string]int{}, removed: map[string]int{},
	}
}

func (h *hinting) Add(folder string) error {
	if h.refused == nil {
		h.added[folder]++
	}
	return h.refused
}

func (h *hinting) Remove(folder string) error {
	h.removed[folder]++
	return nil
}

func (h *hinting) Events() <-chan fsnotify.Event { return h.events }
func (h *hinting) Errors() <-chan error          { return h.errors }

func (h *hinting) Close() error {
	close(h.events)
	close(h.errors)
	return nil
}

// a trial is a watcher in a bubble of its own time.
type trial struct {
	*Watcher
	t      *testing.T
	source *hinting
	dir    string
	jump   atomic.Int64 // how far the wall clock was set, in ns
	busy   atomic.Bool
	start  time.Time
}

// try runs a test of a watcher whose hints and clocks the test rules. The first
// look has been had.
func try(t *testing.T, test func(tr *trial)) {
	t.Helper()
	dir := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		tr := &trial{t: t, source: newHinting(), dir: dir, start: time.Now()}
		w, err := newWatcher(dir, Options{
			Now:  time.Now,
			Wall: func() time.Time { return time.Now().Round(0).Add(time.Duration(tr.jump.Load())) },
			Busy: func() bool { return tr.busy.Load() },
			Skip: func(path string) bool { return filepath.Base(path) == "STATUS.md" },
		}, func() (source, error) { return tr.source, nil })
		if err != nil {
			t.Fatal(err)
		}
		tr.Watcher = w
		defer w.Close()
		tr.look(false)
		test(tr)
	})
}

// look is what somebody does who was woken to look.
func (tr *trial) look(changed bool) {
	tr.BeginLook()
	tr.Folder(tr.dir)
	tr.EndLook(changed)
}

// pass lets the bubble's time pass.
func pass(d time.Duration) { <-time.After(d) }

// hint gives a hint about a file after a while.
func (tr *trial) hint(after time.Duration, name string) {
	pass(after)
	tr.source.events <- fsnotify.Event{Name: filepath.Join(tr.dir, name), Op: fsnotify.Write}
}

// expect waits and checks what is said when, in time since the last look.
func (tr *trial) expect(r Request, want Cause, after time.Duration) {
	tr.t.Helper()
	tr.expectWithin(r, want, after, 0)
}

// expectWithin does so with some time to spare.
func (tr *trial) expectWithin(r Request, want Cause, after, spare time.Duration) {
	tr.t.Helper()
	ctx, cancel := context.WithTimeout(tr.t.Context(), time.Hour)
	defer cancel()
	from := tr.looked
	got := tr.Wait(ctx, r, nil)
	if spent := time.Since(from); got != want || spent < after || spent > after+spare {
		tr.t.Fatalf("woken by cause %d after %v, want cause %d after %v", got, spent, want, after)
	}
}

func TestQuiet(t *testing.T) {
	try(t, func(tr *trial) {
		go func() {
			tr.hint(time.Second, "a.md")
			tr.hint(100*time.Millisecond, "a.md~")
			tr.hint(100*time.Millisecond, "a.md")
		}()
		tr.expect(Request{}, Hint, 1350*time.Millisecond)
	})
}

func TestHintsWithoutEnd(t *testing.T) {
	try(t, func(tr *trial) {
		var writer sync.WaitGroup
		writer.Go(func() {
			for range 200 {
				tr.hint(10*time.Millisecond, "a.md")
			}
		})
		tr.expect(Request{}, Hint, longest+10*time.Millisecond)
		tr.look(true)
		writer.Wait()
	})
}

func TestTrifles(t *testing.T) {
	try(t, func(tr *trial) {
		go func() {
			tr.hint(time.Second, ".a.md.swp")
			tr.hint(time.Second, "STATUS.md")
			tr.hint(time.Second, ".debrief-17.tmp")
			tr.hint(time.Second, ".debriefignore")
		}()
		tr.expect(Request{}, Hint, 4*time.Second+quiet)
	})
}

// TestBusy holds that nothing is looked at while git rewrites the folder, but
// not for ever.
func TestBusy(t *testing.T) {
	try(t, func(tr *trial) {
		go func() {
			tr.busy.Store(true)
			tr.hint(0, "a.md")
			pass(2050 * time.Millisecond)
			tr.busy.Store(false)
		}()
		synctest.Wait()
		tr.expect(Request{}, Hint, 2150*time.Millisecond)
		tr.look(true)
		tr.busy.Store(true)
		go tr.hint(0, "a.md")
		synctest.Wait()
		tr.expect(Request{}, Hint, longestBusy)
	})
}

// TestBusyWhateverFor holds that a look waits for git also where none of git's
// hints asks for it, and that it is had as soon as git is done.
func TestBusyWhateverFor(t *testing.T) {
	for _, test := range []struct {
		cause   Cause
		request Request
		poll    bool
		due     time.Duration
	}{{Retry, Request{Again: 300 * time.Millisecond}, false, 300 * time.Millisecond}, {Safety, Request{}, false, safety}, {Poll, Request{}, true, pollIdle}} {
		try(t, func(tr *trial) {
			if test.poll {
				tr.poll("here")
			}
			tr.busy.Store(true)
			tr.expect(test.request, test.cause, test.due+longestBusy)
			tr.look(false)
			go func() {
				pass(test.due + time.Second)
				tr.busy.Store(false)
			}()
			synctest.Wait()
			tr.expectWithin(test.request, test.cause, test.due+time.Second, quiet)
		})
	}
}

// TestRearmWithoutFolder holds that a folder which was gone while everything was
// to be read again is watched once it is back, though it is the same.
func TestRearmWithoutFolder(t *testing.T) {
	try(t, func(tr *trial) {
		moved := tr.dir + "-moved"
		if err := os.Rename(tr.dir, moved); err != nil {
			t.Fatal(err)
		}
		tr.source = newHinting() // the one before is closed
		tr.Rearm()
		if err := os.Rename(moved, tr.dir); err != nil {
			t.Fatal(err)
		}
		tr.expect(Request{}, Replaced, time.Second)
		tr.look(true)
		if got, want := tr.Mode(), "watching 1 folder"; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	})
}

func TestOverflow(t *testing.T) {
	try(t, func(tr *trial) {
		go func() {
			pass(time.Second)
			tr.source.errors <- fsnotify.ErrEventOverflow
		}()
		tr.expect(Request{}, Hint, time.Second+quiet)
	})
}

func TestSafety(t *testing.T) {
	try(t, func(tr *trial) {
		tr.expect(Request{}, Safety, safety)
		tr.look(false)
		tr.expect(Request{Again: 300 * time.Millisecond}, Retry, 300*time.Millisecond)
	})
}

// TestDeaf holds that hints are given up once a change came without any.
func TestDeaf(t *testing.T) {
	try(t, func(tr *trial) {
		tr.expect(Request{}, Safety, safety)
		tr.look(true)
		tr.expect(Request{}, Deaf, grace)
		if got, want := tr.Trouble(), "looking every 1 to 10 s: a change came without a hint"; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		tr.expect(Request{}, Poll, grace) // at once: it has been a second
	})
}

// TestLateHint holds that a hint may come after the change was seen.
func TestLateHint(t *testing.T) {
	try(t, func(tr *trial) {
		tr.expect(Request{}, Safety, safety)
		tr.look(true)
		go tr.hint(10*time.Millisecond, "a.md")
		tr.expect(Request{}, Hint, 10*time.Millisecond+quiet)
		tr.look(false)
		tr.expect(Request{}, Safety, safety)
		if got := tr.Trouble(); got != "" {
			t.Errorf("got %q", got)
		}
	})
}

// TestPolling holds how often a folder without hints is looked at.
func TestPolling(t *testing.T) {
	try(t, func(tr *trial) {
		tr.source.refused = fmt.Errorf("add: %w", syscall.ENOSPC)
		tr.look(false)
		if got, want := tr.Trouble(), "looking every 1 to 10 s: the system has no watches left"; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		tr.expect(Request{}, Poll, pollIdle)
		tr.look(true)
		for range 59 {
			tr.expect(Request{}, Poll, pollActive)
			tr.look(false)
		}
		tr.expect(Request{}, Poll, pollIdle)
	})
}

// TestUnreadableFolder holds that a folder which cannot be watched because it
// cannot be read is no reason to poll.
func TestUnreadableFolder(t *testing.T) {
	try(t, func(tr *trial) {
		tr.source.refused = fmt.Errorf("add: %w", os.ErrPermission)
		tr.look(false)
		if got := tr.Trouble(); got != "" {
			t.Errorf("got %q", got)
		}
	})
}

func TestInstant(t *testing.T) {
	try(t, func(tr *trial) {
		tr.expect(Request{Until: tr.start.Add(2500 * time.Millisecond)}, Time, 2500*time.Millisecond)
	})
}

// TestSleep holds that a machine which slept past an instant knows it within a
// second of waking, though no timer ran meanwhile, and that everything is
// looked at again.
func TestSleep(t *testing.T) {
	try(t, func(tr *trial) {
		go func() {
			pass(4500 * time.Millisecond)
			tr.jump.Store(int64(8 * time.Hour))
		}()
		until := tr.start.Add(3 * time.Hour)
		tr.expect(Request{Until: until}, Woken, 5*time.Second)
		tr.look(false)
		tr.expect(Request{Until: until}, Time, 0)
	})
}

// TestClockSetBack holds that a clock that was set back a day is noticed too,
// and the instant is waited for once more.
func TestClockSetBack(t *testing.T) {
	try(t, func(tr *trial) {
		tr.jump.Store(int64(-24 * time.Hour))
		tr.expect(Request{Until: tr.start.Add(time.Second)}, Woken, time.Second)
		tr.look(false)
		tr.jump.Store(int64(0))
		tr.expect(Request{Until: tr.start.Add(time.Second)}, Time, 0)
	})
}

// TestSlowDrift holds that a clock which network time corrects a little is
// nobody's business.
func TestSlowDrift(t *testing.T) {
	try(t, func(tr *trial) {
		tr.jump.Store(int64(leap - time.Millisecond))
		tr.expect(Request{}, Safety, safety)
	})
}

func TestRootGoneAndBack(t *testing.T) {
	try(t, func(tr *trial) {
		moved := tr.dir + "-moved"
		if err := os.Rename(tr.dir, moved); err != nil {
			t.Fatal(err)
		}
		tr.expect(Request{}, Gone, time.Second)
		if got, want := tr.Mode(), "the folder is gone"; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		go func() {
			pass(time.Minute - time.Second/2)
			if err := os.Rename(moved, tr.dir); err != nil {
				t.Error(err)
			}
		}()
		tr.source = newHinting() // the one before is closed
		tr.expect(Request{}, Replaced, time.Minute+time.Second)
	})
}

func TestNudgeAndEnd(t *testing.T) {
	try(t, func(tr *trial) {
		nudged := make(chan struct{}, 1)
		nudged <- struct{}{}
		if got := tr.Wait(tr.t.Context(), Request{}, nudged); got != Nudged {
			t.Errorf("got cause %d", got)
		}
		ctx, cancel := context.WithCancel(tr.t.Context())
		cancel()
		if got := tr.Wait(ctx, Request{}, nudged); got != Ended {
			t.Errorf("got cause %d", got)
		}
	})
}

// TestRenamedFolder holds that the watch of a folder that was renamed is given
// up before it is set under the new name.
func TestRenamedFolder(t *testing.T) {
	try(t, func(tr *trial) {
		a, b := filepath.Join(tr.dir, "a"), filepath.Join(tr.dir, "b")
		if err := os.Mkdir(a, 0o700); err != nil {
			t.Fatal(err)
		}
		tr.BeginLook()
		tr.Folder(a)
		tr.EndLook(true)
		if err := os.Rename(a, b); err != nil {
			t.Fatal(err)
		}
		tr.BeginLook()
		if tr.source.removed[a] != 1 {
			t.Errorf("the watch of the old name stands")
		}
		tr.Folder(b)
		tr.EndLook(true)
		if got, want := tr.Mode(), "watching 2 folders"; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	})
}

func TestNoHintsAtAll(t *testing.T) {
	w, err := newWatcher(t.TempDir(), Options{Now: time.Now}, func() (source, error) {
		return nil, fmt.Errorf("new watcher: %w", syscall.EMFILE)
	})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if got, want := w.Trouble(), "looking every 1 to 10 s: too many files are open to watch more"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestNoFolder(t *testing.T) {
	dir := t.TempDir()
	_, err := New(filepath.Join(dir, "none"), Options{Now: time.Now})
	if !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v", err)
	}
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := New(file, Options{Now: time.Now}); !errors.Is(err, syscall.ENOTDIR) {
		t.Errorf("got %v", err)
	}
}
