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
	stamps := newStamper(w.root)
	defer stamps.close()
	n := &liveNote{trusted: true}
	listed := parser.NoteFile{Path: "interviews/a.md"}
	at := time.Now().Add(time.Hour) // its time tells every change
	n.look(stamps, shortFS{w.FS()}, listed, at)
	if n.file == nil || !n.file.Unreadable {
		t.Fatalf("got %+v", n.file)
	}
	n.look(stamps, w.FS(), listed, at.Add(time.Minute))
	if n.file == nil || n.file.Unreadable {
		t.Errorf("got %+v", n.file)
	}
}

// TestDoubtWithoutFile holds that a link which leads nowhere is doubted for two
// seconds, once, although there is no file to tell whether it has changed.
func TestDoubtWithoutFile(t *testing.T) {
	w, err := Open(lay(t, nil))
	if err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	stamps := newStamper(w.root)
	defer stamps.close()
	broken := parser.Problem{ID: parser.UnreadableFile, Place: parser.Place{Source: &parser.Source{Path: "a.md"}}, Message: "no such file"}
	listed := parser.NoteFile{Path: "a.md", Unreadable: &broken}
	n := &liveNote{}
	for _, step := range []struct {
		after    time.Duration
		believed bool
	}{{0, false}, {300 * time.Millisecond, false}, {time.Second, false}, {2 * time.Second, true}, {3 * time.Second, true}, {time.Minute, true}} {
		n.look(stamps, w.FS(), listed, began.Add(step.after))
		if got := n.file != nil && n.doubt == nil; got != step.believed {
			t.Errorf("after %v: believed %v, want %v", step.after, got, step.believed)
		}
	}
}
