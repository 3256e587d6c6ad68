package screen

import (
	"os"
	"unsafe"

	"golang.org/x/sys/windows"
)

// A waiter waits for a record of a console's input or an interruption. It takes
// records rather than bytes: there are some without any byte, as those of a key
// that is let go, and a read of bytes would wait through them.
type waiter struct {
	in   windows.Handle
	wake windows.Handle // an event; set is interrupted
}

func newWaiter(in *os.File) (*waiter, error) {
	const byHand, unset = 1, 0
	wake, err := windows.CreateEvent(nil, byHand, unset, nil)
	if err != nil {
		return nil, err
	}
	return &waiter{in: windows.Handle(in.Fd()), wake: wake}, nil
}

// next waits for a record and returns its key; noKey if it has none, or after
// an interruption.
func (w *waiter) next(d *decoder) (key, error) {
	// Of several that are set the first counts, so an interruption goes first.
	event, err := windows.WaitForMultipleObjects([]windows.Handle{w.wake, w.in}, false, windows.INFINITE)
	if err != nil || event == windows.WAIT_OBJECT_0 {
		return noKey, err
	}
	// Another program may have been quicker.
	var waiting uint32
	if err := windows.GetNumberOfConsoleInputEvents(w.in, &waiting); err != nil || waiting == 0 {
		return noKey, err
	}
	var r inputRecord
	if err := readConsoleInput(w.in, &r); err != nil {
		return noKey, err
	}
	return r.key(d), nil
}

// interrupt ends the wait of next, now or when it begins.
func (w *waiter) interrupt() { _ = windows.SetEvent(w.wake) }

// clear takes an interruption back.
func (w *waiter) clear() { _ = windows.ResetEvent(w.wake) }

func (w *waiter) close() { _ = windows.CloseHandle(w.wake) }

// An inputRecord is Windows' INPUT_RECORD, as it is for the event of a key.
type inputRecord struct {
	kind      uint16
	_         uint16
	down      int32 // 0 if the key was let go
	repeat    uint16
	keyCode   uint16
	scanCode  uint16
	character uint16 // UTF-16; 0 if the key has none
	modifiers uint32
}

// keyCodes are keys that have no character.
var keyCodes = map[uint16]key{
	0x21: keyPageUp, 0x22: keyPageDown, 0x23: keyEnd, 0x24: keyHome, 0x26: keyUp, 0x28: keyDown,
}

// key returns the key that a record stands for.
func (r *inputRecord) key(d *decoder) key {
	switch {
	case r.kind != windows.KEY_EVENT || r.down == 0:
		return noKey
	case r.character == 0:
		return keyCodes[r.keyCode]
	case r.character >= 0x80, r.character == ctrlZ: // there is no shell to go back to
		return noKey
	}
	return d.decode(byte(r.character))
}

var procReadConsoleInput = windows.NewLazySystemDLL("kernel32.dll").NewProc("ReadConsoleInputW")

// readConsoleInput takes one record, which there must be, or it waits.
func readConsoleInput(console windows.Handle, r *inputRecord) error {
	var read uint32
	ok, _, err := procReadConsoleInput.Call(
		uintptr(console), uintptr(unsafe.Pointer(r)), 1, uintptr(unsafe.Pointer(&read)))
	if ok == 0 {
		return err
	}
	return nil
}
