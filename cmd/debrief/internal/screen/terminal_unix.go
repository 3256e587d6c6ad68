//go:build unix

package screen

import (
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
	"golang.org/x/term"
)

// signals are what the system says about the terminal.
type signals struct {
	resize, suspend, resume chan os.Signal
	certain                 bool // resize says that the size has changed, not only that it may have
}

// newSignals begins to listen. A program that was started with stops ignored
// goes on ignoring them.
func newSignals() *signals {
	s := &signals{
		resize: make(chan os.Signal, 1), suspend: make(chan os.Signal, 1), resume: make(chan os.Signal, 1),
		certain: true,
	}
	signal.Notify(s.resize, unix.SIGWINCH)
	signal.Notify(s.resume, unix.SIGCONT)
	if !signal.Ignored(unix.SIGTSTP) {
		signal.Notify(s.suspend, unix.SIGTSTP)
	}
	return s
}

func (s *signals) stop() {
	signal.Stop(s.resize)
	signal.Stop(s.suspend)
	signal.Stop(s.resume)
}

// stopWithin is how long the system may take to stop us. It stops no program
// that nobody could continue, as one that is a window's only one, and does not
// say so.
const stopWithin = 250 * time.Millisecond

// stopProcess stops the program and returns when it goes on, or soon if the
// system does not stop it, or when done is closed.
func (s *signals) stopProcess(done <-chan struct{}) {
	if signal.Ignored(unix.SIGTSTP) {
		return
	}
	drain(s.resume)
	timer := time.NewTimer(stopWithin)
	defer timer.Stop()
	// All of the group, as the terminal does it: the shell may wait for a
	// program that has started us, such as go run. Not with SIGTSTP, which would
	// not stop us, for the Go runtime never gives back a signal that it has once
	// caught. This one is like it, but for the word that the shell prints.
	_ = unix.Kill(0, unix.SIGTTOU)
	select {
	case <-s.resume:
	case <-timer.C:
	case <-done:
	}
	drain(s.resume) // the timer may have been read first
}

// drain forgets a signal that has arrived already.
func drain(c <-chan os.Signal) {
	select {
	case <-c:
	default:
	}
}

// foreground reports whether we may use a terminal. One that does not control
// us has no opinion.
func foreground(f *os.File) bool {
	group, err := unix.IoctlGetInt(int(f.Fd()), unix.TIOCGPGRP)
	return err != nil || group == syscall.Getpgrp()
}

// rawMode has the terminal pass every key on as it comes.
func rawMode(in *os.File) (*term.State, error) { return term.MakeRaw(int(in.Fd())) }

// prime has the output obey escape sequences: here it always does.
func prime(*os.File) (func(*os.File) error, error) { return unchanged, nil }
