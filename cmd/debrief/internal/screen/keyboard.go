package screen

import (
	"os"
	"time"
)

// A keyboard reads keys from a terminal, between start and stop, and sends them
// to a channel. It takes one byte at a time from the system, and only when
// there is one: what is typed after q or Ctrl-Z is for the shell.
//
// A nil keyboard is one without keys.
type keyboard struct {
	wait    *waiter
	keys    chan<- key
	stopped chan struct{} // closed by stop; nil while nobody reads
	ended   chan struct{} // closed when the reader has returned
}

// grace is how long stop waits for a reader that another program, which reads
// the same terminal, has left without the key it was promised.
const grace = time.Second

// newKeyboard returns a keyboard that nobody reads yet.
func newKeyboard(in *os.File, keys chan<- key) (*keyboard, error) {
	wait, err := newWaiter(in)
	if err != nil {
		return nil, err
	}
	return &keyboard{wait: wait, keys: keys}, nil
}

// start begins to read keys.
func (k *keyboard) start() {
	if k.stopped != nil {
		return
	}
	k.stopped, k.ended = make(chan struct{}), make(chan struct{})
	go k.read(k.stopped, k.ended)
}

// read sends keys until it is stopped, has read one that is the last, or the
// terminal is gone, which is as good as q.
func (k *keyboard) read(stopped <-chan struct{}, ended chan<- struct{}) {
	defer close(ended)
	var d decoder
	for {
		pressed, err := k.wait.next(&d)
		if err != nil {
			pressed = keyQuit
		}
		if pressed == noKey {
			select {
			case <-stopped:
				return
			default:
				continue
			}
		}
		select {
		case <-stopped:
			return
		case k.keys <- pressed:
		}
		if pressed.last() {
			return
		}
	}
}

// stop ends the reading. No byte is taken after it.
func (k *keyboard) stop() {
	if k == nil || k.stopped == nil {
		return
	}
	close(k.stopped)
	k.wait.interrupt()
	timer := time.NewTimer(grace)
	defer timer.Stop()
	select {
	case <-k.ended:
	case <-timer.C:
	}
	k.wait.clear()
	k.stopped = nil
}

// close gives back what waiting needed. It comes after stop.
func (k *keyboard) close() {
	if k != nil {
		k.wait.close()
	}
}
