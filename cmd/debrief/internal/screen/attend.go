package screen

// attend is the screen's own goroutine: it answers keys and signals, and passes
// on what the program has to answer.
func (s *Screen) attend() {
	defer close(s.ended)
	var due pending
	for {
		next, out := due.next(s.events)
		select {
		case <-s.done:
			return
		case out <- next:
			due.delivered(next)
		case k := <-s.keys:
			s.answer(k, &due)
		case <-s.signals.resize:
			s.resize(&due)
		case <-s.signals.suspend:
			s.suspend(&due)
		case <-s.signals.resume:
			s.resume(&due)
		case <-s.retry.C:
			s.reclaim(&due)
		}
	}
}

// answer does what a key asks for.
func (s *Screen) answer(k key, due *pending) {
	switch k {
	case keyQuit:
		s.handBackKeys()
		due.add(Quit)
	case keySuspend:
		s.suspend(due)
	case keyReread:
		s.redraw()
		due.add(Reread)
	default:
		s.mu.Lock()
		defer s.mu.Unlock()
		s.view.scroll(k)
		s.draw()
	}
}

// redraw draws whatever the terminal shows: another program may have written
// over it.
func (s *Screen) redraw() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.drawn = ""
	s.draw()
}

// resize draws for the window's new size. The terminal may have shifted what it
// showed, so it draws also when the size is the same.
func (s *Screen) resize(due *pending) {
	columns, rows := s.measure()
	s.mu.Lock()
	same := columns == s.view.columns && rows == s.view.rows
	s.view.columns, s.view.rows = columns, rows
	s.mu.Unlock()
	if same && !s.signals.certain {
		return
	}
	s.redraw()
	if !same {
		due.add(Resized)
	}
}

// suspend gives the terminal to the shell, stops the program, and takes the
// terminal again when the program goes on.
func (s *Screen) suspend(due *pending) {
	// An error would come again, from Close.
	_ = s.release()
	s.signals.stopProcess(s.done)
	s.reclaim(due)
}

// resume is for a program that was stopped without a word, by SIGSTOP, and goes
// on: the shell has had the terminal since.
func (s *Screen) resume(due *pending) {
	s.keyboard.stop()
	s.mu.Lock()
	s.taken = false
	s.mu.Unlock()
	s.reclaim(due)
}

// reclaim takes the terminal again after the shell had it. Where that fails the
// terminal is gone, and so is the reason to go on.
func (s *Screen) reclaim(due *pending) {
	select {
	case <-s.done: // Close wants the terminal as it is now
		return
	default:
	}
	s.resize(due)
	if err := s.take(); err != nil {
		due.add(Quit)
	}
}

// pending holds the events that have not been received, each once.
type pending [Resized + 1]bool

func (p *pending) add(e Event)       { p[e] = true }
func (p *pending) delivered(e Event) { p[e] = false }

// next returns the event to send first and where to: nowhere if there is none.
func (p *pending) next(events chan<- Event) (Event, chan<- Event) {
	for e, due := range p {
		if due {
			return Event(e), events
		}
	}
	return 0, nil
}
