//go:build unix

package screen

import (
	"errors"
	"io"
	"os"

	"golang.org/x/sys/unix"
)

// A waiter waits for a byte of a terminal or an interruption. It uses select,
// because poll and kqueue do not know terminals on macOS, and it does not make
// the terminal non-blocking, because the shell shares that.
type waiter struct {
	in          int
	woken, wake *os.File // a pipe; a byte in it is an interruption
}

// newWaiter fails where select cannot wait for the files.
func newWaiter(in *os.File) (*waiter, error) {
	woken, wake, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	w := &waiter{in: int(in.Fd()), woken: woken, wake: wake}
	if max(w.in, int(woken.Fd())) >= unix.FD_SETSIZE {
		w.close()
		return nil, errors.New("too many open files to wait for keys")
	}
	return w, nil
}

// next waits for a byte and returns the key that it completes; noKey if it
// completes none, or after an interruption.
func (w *waiter) next(d *decoder) (key, error) {
	interrupted, err := w.ready()
	if interrupted || err != nil {
		return noKey, err
	}
	var b [1]byte
	n, err := unix.Read(w.in, b[:])
	switch {
	case errors.Is(err, unix.EINTR), errors.Is(err, unix.EAGAIN):
		return noKey, nil
	case err != nil:
		return noKey, err
	case n == 0:
		return noKey, io.EOF
	}
	return d.decode(b[0]), nil
}

// ready waits until there is a byte, or an interruption.
func (w *waiter) ready() (interrupted bool, err error) {
	woken := int(w.woken.Fd())
	for {
		var set unix.FdSet
		set.Set(w.in)
		set.Set(woken)
		_, err := unix.Select(max(w.in, woken)+1, &set, nil, nil, nil)
		if errors.Is(err, unix.EINTR) { // the Go runtime's own signals do that often
			continue
		}
		return err == nil && set.IsSet(woken), err
	}
}

// interrupt ends the wait of next, now or when it begins.
func (w *waiter) interrupt() { _, _ = w.wake.Write([]byte{0}) }

// clear takes one interruption back.
func (w *waiter) clear() { _, _ = w.woken.Read(make([]byte, 1)) }

func (w *waiter) close() {
	w.woken.Close()
	w.wake.Close()
}
