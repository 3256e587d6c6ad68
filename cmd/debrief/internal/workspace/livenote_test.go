package workspace

import (
	"errors"
	"io/fs"
	"testing"
	"time"

	"debrief/parser"
)

// shortFS is a journal while the system has no file left to open.
type shortFS struct{ fs.FS }

func (shortFS) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: errors.New("too many open files")}
}

// TestUnreadableForAMoment holds that a note which could not be read is tried
// again, although nothing about it has changed.
func TestUnreadableForAMoment(t *testing.T) {
	root := lay(t, map[string]string{"interviews/a.md": "---\ncompany: Acme\ndate: 2026-11-18\n---\n"})
	w, err := Open(root)
	if err != nil {
		t.Fatal(err)
	}
	l := w.Live(LiveOptions{Now: time.Now})
	n := &liveNote{trusted: true}
	listed := parser.NoteFile{Path: "interviews/a.md"}
	at := time.Now().Add(time.Hour) // its time tells every change
	n.look(l, shortFS{w.FS()}, listed, at)
	if n.file == nil || !n.file.Unreadable {
		t.Fatalf("got %+v", n.file)
	}
	n.look(l, w.FS(), listed, at.Add(time.Minute))
	if n.file == nil || n.file.Unreadable {
		t.Errorf("got %+v", n.file)
	}
}
