// Package hook adds a few lines to git's pre-commit hook and takes them out
// again. It knows scripts only as text: where they lie, and how they are
// written, is for the caller.
//
//	with, change, err := hook.Install(script, hook.Block{Journal: "search"})
//	…
//	without, change, err := hook.Remove(with) // script, byte for byte
//
// The lines stand between two marks, right below the script's first line, since
// what follows may end in exec or exit. The upper mark holds a sum of them: by
// it lines that an older debrief wrote, which may be replaced, are told from
// lines that somebody has changed, which are no longer ours.
package hook

import (
	"bytes"
	"errors"
)

// ErrEdited is returned for a script in which somebody has changed the lines
// between the marks, or the marks.
var ErrEdited = errors.New("the lines of debrief were changed by hand")

// A Change is what became of a script.
type Change int

// What can become of a script.
const (
	Unchanged Change = iota // it is as it ought to be
	Written                 // there was none
	Added                   // it has the lines besides its own now
	Renewed                 // it had other lines of debrief
	TakenOut                // it is as it was before
	Deleted                 // nothing but what was written is left: the file is to go
)

// firstLine is that of a script of which nobody wrote anything.
const firstLine = "#!/bin/sh\n"

// Install returns a hook with the lines of a block in it; script is nil where
// there is no hook yet. The error is ErrEdited, or a *Foreign for a hook that no
// shell runs.
func Install(script []byte, b Block) ([]byte, Change, error) {
	if script == nil {
		return []byte(firstLine + b.text(b.made())), Written, nil
	}
	found, err := find(script)
	if err != nil {
		return nil, Unchanged, err
	}
	if found == nil {
		if err := runByShell(script); err != nil {
			return nil, Unchanged, err
		}
		return addBelowFirst(script, b.text("")), Added, nil
	}
	text := []byte(b.text(found.made))
	if !found.ended {
		text = bytes.TrimSuffix(text, []byte("\n"))
	}
	if bytes.Equal(text, script[found.start:found.end]) {
		return script, Unchanged, nil
	}
	return concat(script[:found.start], text, script[found.end:]), Renewed, nil
}

// Remove returns a hook without the lines that Install has added, Deleted where
// it has nothing else, and Unchanged where it has no such lines. The error is
// ErrEdited.
func Remove(script []byte) ([]byte, Change, error) {
	found, err := find(script)
	if err != nil || found == nil {
		return script, Unchanged, err
	}
	above, below := script[:found.start], script[found.end:]
	if !found.ended {
		above = bytes.TrimSuffix(above, []byte("\n")) // came with the lines
	}
	rest := concat(above, below)
	if found.made != "" && string(rest) == firstLine {
		return nil, Deleted, nil
	}
	return rest, TakenOut, nil
}

// addBelowFirst puts text below the first line of a script. Where that is the
// last one too, and not ended, nor is the text: so Remove knows of it.
func addBelowFirst(script []byte, text string) []byte {
	if end := bytes.IndexByte(script, '\n'); end >= 0 {
		return concat(script[:end+1], []byte(text), script[end+1:])
	}
	return concat(script, []byte("\n"), bytes.TrimSuffix([]byte(text), []byte("\n")))
}

func concat(parts ...[]byte) []byte { return bytes.Join(parts, nil) }
