//go:build unix

package screen

import (
	"bytes"
	"errors"
	"os"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"
	"golang.org/x/term"
)

// patient is how long a test waits for what has to happen.
const patient = 10 * time.Second

// A window is the other end of a terminal: it types, and keeps what is written.
type window struct {
	t       *testing.T
	pty     *os.File
	tty     *os.File
	mu      sync.Mutex
	written bytes.Buffer
}

func openWindow(t *testing.T, columns, rows uint16) *window {
	t.Helper()
	master, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	// A copy that can be closed while it is read; the original is not, since it
	// has lent its descriptor.
	copied, err := unix.Dup(int(master.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	master.Close()
	if err := unix.SetNonblock(copied, true); err != nil {
		t.Fatal(err)
	}
	master = os.NewFile(uintptr(copied), "master")
	w := &window{t: t, pty: master, tty: tty}
	w.resize(columns, rows)
	t.Cleanup(func() { tty.Close(); master.Close() })
	go func() {
		b := make([]byte, 1<<16)
		for {
			n, err := master.Read(b)
			if err != nil {
				return
			}
			w.mu.Lock()
			w.written.Write(b[:n])
			w.mu.Unlock()
		}
	}()
	return w
}

func (w *window) resize(columns, rows uint16) {
	w.t.Helper()
	if err := pty.Setsize(w.tty, &pty.Winsize{Cols: columns, Rows: rows}); err != nil {
		w.t.Fatal(err)
	}
}

func (w *window) press(keys string) {
	w.t.Helper()
	if _, err := w.pty.WriteString(keys); err != nil {
		w.t.Fatal(err)
	}
}

// shows waits until a text has been written, and forgets all up to its end.
func (w *window) shows(text string) string {
	w.t.Helper()
	var before string
	eventually(w.t, "the terminal gets "+text, func() bool {
		w.mu.Lock()
		defer w.mu.Unlock()
		at := strings.Index(w.written.String(), text)
		if at >= 0 {
			before = string(w.written.Next(at + len(text)))
		}
		return at >= 0
	})
	return before
}

// eventually waits until something holds.
func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	ticker := time.NewTicker(5 * time.Millisecond)
	defer ticker.Stop()
	for deadline := time.Now().Add(patient); !holds(); <-ticker.C {
		if time.Now().After(deadline) {
			t.Fatalf("not within %v: %s", patient, what)
		}
	}
}

func (w *window) open() *Screen {
	w.t.Helper()
	s, err := Open(w.tty, w.tty, false)
	if err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(func() { s.Close() })
	return s
}

func expect(t *testing.T, s *Screen, want Event) {
	t.Helper()
	timer := time.NewTimer(patient)
	defer timer.Stop()
	select {
	case got := <-s.Events():
		if got != want {
			t.Fatalf("got event %d, want %d", got, want)
		}
	case <-timer.C:
		t.Fatalf("no event within %v, want %d", patient, want)
	}
}

func TestKeysOnATerminal(t *testing.T) {
	w := openWindow(t, 40, 12)
	s := w.open()
	s.Show(lines(60), "fine")
	w.shows(enter)
	w.shows("lines 1–11 of 60")
	w.press("j")
	w.shows("lines 2–12 of 60")
	w.press("\x1b") // an arrow that arrives in pieces
	w.press("[")
	w.press("A")
	w.shows("lines 1–11 of 60")
	w.press("G")
	w.shows("lines 50–60 of 60")
	w.press("r")
	expect(t, s, Reread)
	w.shows("lines 50–60 of 60")
	w.press("\x03")
	expect(t, s, Quit)
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	w.shows(leave)
}

// TestOnlyChanges says that what is shown already is not written again.
func TestOnlyChanges(t *testing.T) {
	w := openWindow(t, 40, 12)
	s := w.open()
	s.Show(lines(3), "fine")
	w.shows("fine")
	s.Show(lines(3), "fine")
	s.Status("fine")
	w.press("jG ") // there is nowhere to go
	s.Status("other")
	if between := w.shows("other"); strings.Count(between, beginFrame) != 1 {
		t.Errorf("written for no change: %q", between)
	}
}

func TestResize(t *testing.T) {
	w := openWindow(t, 80, 24)
	s := w.open()
	s.Show(lines(60), "fine")
	w.shows("lines 1–23 of 60")
	w.resize(40, 12)
	if err := unix.Kill(os.Getpid(), unix.SIGWINCH); err != nil {
		t.Fatal(err)
	}
	w.shows("lines 1–11 of 60")
	expect(t, s, Resized)
	if columns, rows := s.Size(); columns != 40 || rows != 12 {
		t.Errorf("%d×%d, want 40×12", columns, rows)
	}
}

// TestSmallestWindows opens terminals without a size and of a single character.
func TestSmallestWindows(t *testing.T) {
	for _, size := range [][4]int{{0, 0, 80, 24}, {1, 1, 1, 1}, {0, 5, 80, 5}} {
		w := openWindow(t, uint16(size[0]), uint16(size[1]))
		s := w.open()
		s.Show(lines(60), "status")
		if columns, rows := s.Size(); columns != size[2] || rows != size[3] {
			t.Errorf("%v: %d×%d", size, columns, rows)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

// TestTypedAhead says that keys after q are left to whoever reads next, and
// that the terminal's modes are what they were.
func TestTypedAhead(t *testing.T) {
	w := openWindow(t, 40, 12)
	before, err := term.GetState(int(w.tty.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	s := w.open()
	w.press("jqls -l\n")
	expect(t, s, Quit)
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	after, err := term.GetState(int(w.tty.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	if *before != *after {
		t.Errorf("modes were %+v, are %+v", before, after)
	}
	left := make([]byte, 100)
	n, err := w.tty.Read(left)
	if got := string(left[:n]); got != "ls -l\n" || err != nil {
		t.Errorf("left for the shell: %q (%v)", got, err)
	}
}

// TestClosed says that nothing goes on after Close: no goroutine, no writing.
func TestClosed(t *testing.T) {
	w := openWindow(t, 40, 12)
	w.open().Close() // the first one starts the runtime's own for signals
	before := runtime.NumGoroutine()
	for range 5 {
		s := w.open()
		s.Show(lines(60), "fine")
		w.press("r") // and nobody receives the event
		for range 2 {
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		}
		s.Show(lines(3), "after the end")
		s.Status("after the end")
	}
	eventually(t, "all goroutines end", func() bool { return runtime.NumGoroutine() <= before })
	w.mu.Lock()
	defer w.mu.Unlock()
	if strings.Contains(w.written.String(), "after") {
		t.Error("written after Close")
	}
}

// TestGone says that a terminal that goes away is a reason to quit, not to hang.
func TestGone(t *testing.T) {
	w := openWindow(t, 40, 12)
	s := w.open()
	s.Show(lines(60), "fine")
	w.shows("fine")
	w.pty.Close()
	expect(t, s, Quit)
	s.Status("to nobody")
	if err := s.Close(); err == nil {
		t.Error("Close says nothing of what could not be written")
	}
}

func TestNoTerminal(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	defer w.Close()
	if _, err := Open(r, w, false); !errors.Is(err, ErrNoTerminal) {
		t.Errorf("got %v", err)
	}
	if _, err := Open(nil, nil, false); !errors.Is(err, ErrNoTerminal) {
		t.Errorf("got %v", err)
	}
	// Input from a pipe is nothing to read keys from.
	win := openWindow(t, 40, 12)
	s, err := Open(r, win.tty, false)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.WriteString("q"); err != nil {
		t.Fatal(err)
	}
	s.Show(lines(3), "fine")
	win.shows("fine")
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	b := make([]byte, 1)
	if _, err := r.Read(b); err != nil || b[0] != 'q' {
		t.Errorf("q was taken from the pipe: %q, %v", b, err)
	}
}
