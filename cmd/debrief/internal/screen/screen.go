// Package screen is a page on a terminal that is redrawn whole. It takes the
// terminal's alternate screen, scrolls a page that is taller than the window,
// reads the keys that go with that, and gives the terminal back as it was.
//
//	s, err := screen.Open(os.Stdin, os.Stdout, color)
//	if err != nil {
//		return err
//	}
//	defer s.Close()
//	for {
//		columns, _ := s.Size()
//		s.Show(page(columns), "watching 35 notes")
//		switch <-s.Events() {
//		case screen.Quit:
//			return nil
//		case screen.Reread:
//			read()
//		case screen.Resized: // made again for the new width above
//		}
//	}
//
// While the program is suspended with Ctrl-Z or runs in the background, the
// terminal is the shell's, and what is shown meanwhile appears afterwards.
package screen

import (
	"errors"
	"fmt"
	"os"
	"sync"
	"time"

	"golang.org/x/term"
)

// ErrNoTerminal is what Open returns where there is nothing to draw on.
var ErrNoTerminal = errors.New("not a terminal that can be drawn on")

// An Event is something the user wants of the program.
type Event uint8

// The events.
const (
	Quit    Event = iota // q, Ctrl-C or Ctrl-D was typed, or the terminal is gone; no key is read any more
	Reread               // r or Ctrl-L was typed; the page has been drawn again already
	Resized              // Size returns something else; the page has been cut to it already
)

// The size of a terminal that does not know its own, as a serial line.
const (
	defaultColumns = 80
	defaultRows    = 24
)

// A Screen is a terminal while it shows a page. Its methods may be called from
// any goroutine.
type Screen struct {
	in, out *os.File
	events  chan Event
	keys    chan key
	done    chan struct{} // closed by Close
	ended   chan struct{} // closed when attend has returned

	closing  sync.Once
	closeErr error

	// What follows belongs to the goroutine of attend, and to Close after it.
	keyboard *keyboard // nil where there are no keys
	signals  *signals
	retry    *time.Ticker // while the terminal is not ours

	mu       sync.Mutex // guards what follows
	view     view
	drawn    string               // what the terminal shows, "" if that is not known
	taken    bool                 // the terminal is ours to draw on
	entered  bool                 // it shows the alternate screen because of us
	modes    *term.State          // of the input, nil where it is not raw
	unprime  func(*os.File) error // gives the output its modes back
	writeErr error                // the first one
}

// Open takes the terminal that out is, until Close. Keys are read if in is a
// terminal too; it may be nil. Color says whether the status line may have a
// style. A program in the background gets its screen once it is in the
// foreground. Open before anything that holds hundreds of files open: some
// systems cannot wait for a key beyond that.
//
// The error is ErrNoTerminal if out is no terminal, or a Windows console from
// before there were escape sequences; otherwise it says what failed.
func Open(in, out *os.File, color bool) (*Screen, error) {
	if out == nil || !term.IsTerminal(int(out.Fd())) {
		return nil, fmt.Errorf("cannot open screen: %w", ErrNoTerminal)
	}
	s := &Screen{
		in: in, out: out,
		events: make(chan Event), keys: make(chan key),
		done: make(chan struct{}), ended: make(chan struct{}),
		view: view{color: color},
	}
	if in != nil && term.IsTerminal(int(in.Fd())) {
		// Without a keyboard the screen still works, and Ctrl-C is a signal.
		s.keyboard, _ = newKeyboard(in, s.keys)
	}
	s.view.columns, s.view.rows = s.measure()
	s.retry = time.NewTicker(patience)
	s.retry.Stop()
	s.signals = newSignals()
	if err := s.take(); err != nil {
		return nil, errors.Join(fmt.Errorf("cannot open screen: %w", err), s.giveUp())
	}
	go s.attend()
	return s, nil
}

// Size returns the window's size in columns and rows, each at least 1. The last
// row is the status line.
func (s *Screen) Size() (columns, rows int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.view.columns, s.view.rows
}

// Gone reports whether there is no terminal any more, as after its window was
// closed. Where keys are read that is a Quit already; where none are, nothing
// else tells.
func (s *Screen) Gone() bool {
	_, _, err := term.GetSize(int(s.out.Fd()))
	return err != nil
}

// Show replaces the page and the status line. The page is lines of UTF-8 that
// may hold SGR sequences, each line for itself; what else could act on a
// terminal is made harmless, and what is wider than the window is cut. The
// place to which the user has scrolled stays. Nothing is written if the terminal
// shows this already.
func (s *Screen) Show(page []byte, status string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.view.setPage(page)
	s.view.status = status
	s.draw()
}

// Status replaces the status line: one line of plain text, cut to the width.
func (s *Screen) Status(status string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.view.status = status
	s.draw()
}

// Events tells what the user wants. An event that nobody has received yet is
// not repeated, and Quit goes before the others. The channel is never closed.
func (s *Screen) Events() <-chan Event { return s.events }

// Close gives the terminal back. After it nothing is written and no key taken
// from who reads the terminal next, also what was typed after q. It may be
// called more than once. The error is the first that drawing or giving back
// met, for instance because the terminal is gone.
func (s *Screen) Close() error {
	s.closing.Do(func() {
		close(s.done)
		<-s.ended
		s.closeErr = s.giveUp()
	})
	return s.closeErr
}

// giveUp releases the terminal and all that Open has acquired.
func (s *Screen) giveUp() error {
	err := s.release()
	s.signals.stop()
	s.retry.Stop()
	s.keyboard.close()
	if err != nil {
		return fmt.Errorf("cannot give the terminal back: %w", err)
	}
	return nil
}

// draw writes the view in one piece, if the terminal is ours and shows anything
// else. The caller holds mu.
func (s *Screen) draw() {
	if !s.taken {
		return
	}
	if frame := s.view.frame(); frame != s.drawn {
		s.drawn = frame
		s.write(frame)
	}
}

// write writes to the terminal and keeps the first error: nobody whom Show
// could tell would do anything about it. The caller holds mu.
func (s *Screen) write(sequence string) {
	if _, err := s.out.WriteString(sequence); err != nil && s.writeErr == nil {
		s.writeErr = err
	}
}

// measure asks the terminal for its size.
func (s *Screen) measure() (columns, rows int) {
	columns, rows, err := term.GetSize(int(s.out.Fd()))
	if err != nil || columns <= 0 {
		columns = defaultColumns
	}
	if err != nil || rows <= 0 {
		rows = defaultRows
	}
	return columns, rows
}
