// Package edit changes notes: one small splice each, everything else byte for
// byte as it was.
//
//	note, err := edit.Read("interviews/acme.md")
//	if err != nil {
//		return err
//	}
//	change := note.Change(edit.AfterLine(note.Text, 4, "thanked: 2026-11-19"))
//	fmt.Print(change.Diff())
//	err = edit.Write(change)
//
// A note that somebody else has changed since it was read is left alone.
package edit

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"debrief/cmd/debrief/internal/workspace"
)

// ErrChanged is returned for a note that is no longer as it was read.
var ErrChanged = errors.New("it was changed meanwhile, and was left alone")

// A Note is a file as it was read.
type Note struct {
	// Name is what to call it, as with a path relative to the journal.
	Name string
	// Text is what it says; "" for one that is not there yet.
	Text string
	// New: there is no such file yet.
	New bool

	file string
}

// Read reads a note to be changed; name is how messages call it. One that does
// not exist is no error: the change will make it. Links are followed.
func Read(file, name string) (*Note, error) {
	text, err := os.ReadFile(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &Note{Name: name, New: true, file: file}, nil
	case err != nil:
		return nil, fmt.Errorf("cannot read %s: %w", name, cause(err))
	}
	return &Note{Name: name, Text: string(text), file: file}, nil
}

// Change is the note with another text.
func (n *Note) Change(text string) Change { return Change{note: n, After: text} }

// A Change is what a note is to say instead.
type Change struct {
	note *Note
	// After is the whole new text.
	After string
}

// Name is what the changed note is called.
func (c Change) Name() string { return c.note.Name }

// Diff returns the change as a unified diff, "" for none.
func (c Change) Diff() string {
	before := "a/" + c.note.Name
	if c.note.New {
		before = os.DevNull
	}
	d := diff.Diff(before, []byte(c.note.Text), "b/"+c.note.Name, []byte(c.After))
	_, d, _ = bytes.Cut(d, []byte("\n")) // the line that would run diff
	return string(d)
}

// Write writes changes, each of a note of its own, all of them or none: before
// the first is written, every note must still be as it was read. The error is
// ErrChanged, wrapped with the note's name, or what kept one from being
// written; the notes before it are then written.
func Write(changes ...Change) error {
	for _, c := range changes {
		now, err := Read(c.note.file, c.note.Name)
		if err != nil {
			return err
		}
		if now.New != c.note.New || now.Text != c.note.Text {
			return fmt.Errorf("%s: %w", c.note.Name, ErrChanged)
		}
	}
	for _, c := range changes {
		if c.note.New {
			if err := os.MkdirAll(filepath.Dir(c.note.file), 0o755); err != nil {
				return fmt.Errorf("cannot make the folder of %s: %w", c.note.Name, cause(err))
			}
		}
		if _, err := workspace.WriteFile(c.note.file, []byte(c.After)); err != nil {
			return err
		}
	}
	return nil
}

// cause drops the system call and the path from an error of the file system.
func cause(err error) error {
	if named, ok := errors.AsType[*fs.PathError](err); ok {
		return named.Err
	}
	return err
}

// EndOfLine returns the line end a text uses: that of its first line, a line
// feed where it has none.
func EndOfLine(text string) string {
	if i := strings.IndexByte(text, '\n'); i > 0 && text[i-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// AfterLine returns a text with lines added below one of its lines, counted
// from 1; 0 stands for the end of the text. The new lines are given with line
// feeds and without the last one's; they get the text's own line ends. At the
// end, a heading and the first line of a list are set off by an empty line.
func AfterLine(text string, line int, added string) string {
	eol := EndOfLine(text)
	added = strings.ReplaceAll(added, "\n", eol)
	at := len(text)
	if line > 0 {
		at = endOf(text, line)
	}
	before, after := text[:at], text[at:]
	var gap string
	if before != "" && !strings.HasSuffix(before, "\n") {
		gap = eol
	}
	if (line == 0 || strings.HasPrefix(added, "#")) && setOff(before, added) {
		gap += eol
	}
	return before + gap + added + eol + after
}

// Replace returns a text with the bytes from start to end in other words, which
// are given with line feeds and get the text's own line ends.
func Replace(text string, start, end int, with string) string {
	return text[:start] + strings.ReplaceAll(with, "\n", EndOfLine(text)) + text[end:]
}

// endOf returns the offset behind the end of a line.
func endOf(text string, line int) int {
	at := 0
	for range line {
		next := strings.IndexByte(text[at:], '\n')
		if next < 0 {
			return len(text)
		}
		at += next + 1
	}
	return at
}

// setOff reports whether what is added at the end of a text needs an empty line
// before it.
func setOff(before, added string) bool {
	lines := strings.Split(strings.TrimRight(before, "\r\n"), "\n")
	last := strings.TrimRight(lines[len(lines)-1], "\r")
	blank := strings.HasSuffix(strings.ReplaceAll(before, "\r", ""), "\n\n")
	switch {
	case strings.TrimSpace(before) == "" || strings.TrimPrefix(before, "\uFEFF") == "" || blank:
		return false
	case strings.HasPrefix(added, "#"):
		return true
	case strings.HasPrefix(added, "- "):
		item := strings.TrimLeft(last, " \t")
		return !strings.HasPrefix(item, "- ") && !strings.HasPrefix(item, "* ") && item == last
	}
	return false
}
