package screen

import (
	"errors"
	"fmt"
	"os"
	"time"

	"golang.org/x/term"
)

const (
	// The alternate screen, without a cursor.
	enter = "\x1b[?1049h\x1b[?25l"
	// All of what enter and a frame that was cut short may have left behind:
	// held output, no wrapping, a colour, no cursor, the alternate screen.
	leave = "\x1b[?2026l\x1b[?7h\x1b[0m\x1b[?25h\x1b[?1049l"
)

// patience is how often a program in the background looks whether it has come
// to the foreground, which no signal says.
const patience = 250 * time.Millisecond

// take makes the terminal ours and draws, or sees to it that it is tried again
// if we are in the background: to touch the terminal there would stop us.
func (s *Screen) take() error {
	if !foreground(s.out) {
		s.retry.Reset(patience)
		return nil
	}
	s.retry.Stop()
	s.mu.Lock()
	defer s.mu.Unlock()
	// Input first: a program that may not have it shall not cover the shell.
	if err := s.raw(); err != nil {
		return err
	}
	unprime, err := prime(s.out)
	if err != nil {
		return errors.Join(err, s.cooked())
	}
	s.unprime = unprime
	s.taken, s.entered, s.drawn = true, true, ""
	s.write(enter)
	s.draw()
	if s.modes != nil {
		s.keyboard.start()
	}
	return nil
}

// release makes the terminal as it was before take.
func (s *Screen) release() error {
	// Before the lock, which the keyboard's goroutine never takes, and before
	// the modes, so that it gets nothing that was typed for the shell.
	s.keyboard.stop()
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.entered {
		return s.writeErr
	}
	s.write(leave)
	s.taken, s.entered = false, false
	err := s.cooked()
	if s.unprime != nil {
		err = errors.Join(err, s.unprime(s.out))
	}
	return errors.Join(s.writeErr, err)
}

// raw has keys arrive one by one and unseen. The caller holds mu.
func (s *Screen) raw() error {
	if s.keyboard == nil {
		return nil
	}
	modes, err := rawMode(s.in)
	if err != nil {
		return fmt.Errorf("read keys: %w", err)
	}
	// After SIGSTOP the modes to go back to are those from before it.
	if s.modes == nil {
		s.modes = modes
	}
	return nil
}

// cooked ends what raw began. The caller holds mu.
func (s *Screen) cooked() error {
	modes := s.modes
	s.modes = nil
	// In the background the shell has long set the modes that it wants.
	if modes == nil || !foreground(s.in) {
		return nil
	}
	return term.Restore(int(s.in.Fd()), modes)
}

// handBackKeys ends the reading of keys for good, while the page stays: from
// here on Ctrl-C is the system's again, whatever the program is busy with.
func (s *Screen) handBackKeys() {
	s.keyboard.stop()
	s.keyboard.close()
	s.keyboard = nil
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.cooked(); err != nil && s.writeErr == nil {
		s.writeErr = err
	}
}

// unchanged is the way back for an output whose modes were fine.
func unchanged(*os.File) error { return nil }
