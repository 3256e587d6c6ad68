package screen

// A key is what a key means here.
type key uint8

const (
	noKey key = iota
	keyQuit
	keyReread
	keySuspend
	keyUp
	keyDown
	keyPageUp
	keyPageDown
	keyHome
	keyEnd
)

// last reports whether reading ends with a key: what is typed after it is
// meant for the shell.
func (k key) last() bool { return k == keyQuit || k == keySuspend }

const (
	ctrlC  = 0x03
	ctrlD  = 0x04
	ctrlL  = 0x0c
	ctrlZ  = 0x1a
	escape = 0x1b
)

// plainKeys are keys of a single byte.
var plainKeys = map[byte]key{
	'q': keyQuit, 'Q': keyQuit, ctrlC: keyQuit, ctrlD: keyQuit,
	'r': keyReread, ctrlL: keyReread, ctrlZ: keySuspend,
	'k': keyUp, 'j': keyDown, 'b': keyPageUp, ' ': keyPageDown, 'g': keyHome, 'G': keyEnd,
}

// lettered are keys that end in a letter after ESC [ or ESC O.
var lettered = map[byte]key{'A': keyUp, 'B': keyDown, 'H': keyHome, 'F': keyEnd}

// numbered are keys that are a number between ESC [ and ~.
var numbered = map[int]key{1: keyHome, 4: keyEnd, 5: keyPageUp, 6: keyPageDown, 7: keyHome, 8: keyEnd}

// A decoder makes keys out of the bytes of a terminal. Escape sequences may
// arrive in pieces. It does not wait after an Esc: whatever follows that could
// not be a sequence counts for itself, so that Esc alone does nothing and Esc q
// quits.
type decoder struct {
	state  byte // 0, escape, '[' or 'O': what stands before the next byte
	number int  // the first parameter after ESC [
	later  bool // past the first parameter: modifiers, which change nothing
}

// maxNumber keeps a parameter without end from overflowing; no key has it.
const maxNumber = 9999

// decode takes the next byte and returns the key that it completes, or noKey.
func (d *decoder) decode(b byte) key {
	switch {
	case b == escape:
		*d = decoder{state: escape}
		return noKey
	case b < ' ': // ends a sequence that was cut off
		*d = decoder{}
		return plainKeys[b]
	case d.state == escape && (b == '[' || b == 'O'):
		d.state = b
		return noKey
	case d.state == 'O':
		d.state = 0
		return lettered[b]
	case d.state == '[':
		return d.parameter(b)
	}
	d.state = 0
	return plainKeys[b]
}

// parameter takes a byte after ESC [.
func (d *decoder) parameter(b byte) key {
	switch {
	case b >= '0' && b <= '9' && !d.later:
		d.number = min(d.number*10+int(b-'0'), maxNumber)
		return noKey
	case b < '@':
		d.later = true
		return noKey
	}
	number := d.number
	*d = decoder{}
	if b == '~' {
		return numbered[number]
	}
	return lettered[b]
}
