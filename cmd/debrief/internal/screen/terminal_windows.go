package screen

import (
	"fmt"
	"os"
	"time"

	"golang.org/x/sys/windows"
	"golang.org/x/term"
)

// signals are what the system says about the terminal. On Windows it says
// nothing, so it is asked for its size every second.
type signals struct {
	ticker          *time.Ticker
	resize          <-chan time.Time
	suspend, resume <-chan os.Signal
	certain         bool // resize says that the size has changed, not only that it may have
}

// sizeInterval is how often the window's size is compared.
const sizeInterval = time.Second

func newSignals() *signals {
	ticker := time.NewTicker(sizeInterval)
	return &signals{ticker: ticker, resize: ticker.C}
}

func (s *signals) stop() { s.ticker.Stop() }

// stopProcess does nothing: a Windows program cannot be suspended.
func (*signals) stopProcess(<-chan struct{}) {}

// foreground reports whether we may use the terminal.
func foreground(*os.File) bool { return true }

// rawMode has the console pass every key on as it comes. The console keeps
// calling arrows arrows, since not every Windows can make sequences of them.
func rawMode(in *os.File) (*term.State, error) {
	before, err := term.GetState(int(in.Fd()))
	if err != nil {
		return nil, err
	}
	console := windows.Handle(in.Fd())
	var mode uint32
	if err := windows.GetConsoleMode(console, &mode); err != nil {
		return nil, err
	}
	mode &^= windows.ENABLE_ECHO_INPUT | windows.ENABLE_LINE_INPUT |
		windows.ENABLE_PROCESSED_INPUT | windows.ENABLE_VIRTUAL_TERMINAL_INPUT
	return before, windows.SetConsoleMode(console, mode)
}

// prime has the console obey escape sequences. One that cannot would print
// them, which nobody wants to read.
func prime(out *os.File) (func(*os.File) error, error) {
	console := windows.Handle(out.Fd())
	var mode uint32
	if err := windows.GetConsoleMode(console, &mode); err != nil {
		return nil, err
	}
	wanted := mode | windows.ENABLE_PROCESSED_OUTPUT | windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING
	if wanted == mode {
		return unchanged, nil
	}
	if err := windows.SetConsoleMode(console, wanted); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNoTerminal, err)
	}
	return func(*os.File) error { return windows.SetConsoleMode(console, mode) }, nil
}
