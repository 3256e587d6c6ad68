package main

import "sync"

// errands are what other goroutines, those of signals, keys and commands, want
// done. The session's loop does them, one after the other: nothing else touches
// the session.
type errands struct {
	some chan struct{} // has an element while there are some

	mu     sync.Mutex
	todo   []func() (end bool)
	closed bool
}

func newErrands() *errands { return &errands{some: make(chan struct{}, 1)} }

// add asks for something to be done; it returns at once. An errand that
// returns true ends the session.
func (e *errands) add(do func() (end bool)) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.closed {
		return
	}
	e.todo = append(e.todo, do)
	select {
	case e.some <- struct{}{}:
	default:
	}
}

// run does what there is to do and reports whether the session has to end.
func (e *errands) run() (end bool) {
	e.mu.Lock()
	todo := e.todo
	e.todo = nil
	e.mu.Unlock()
	for _, do := range todo {
		if do() {
			return true
		}
	}
	return false
}

// close forgets what was not done, and what is still to come.
func (e *errands) close() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.closed, e.todo = true, nil
}
