// Package watch says when a folder is worth another look: because the system
// hints at a change in it, because nobody has looked for a while, or because
// an instant has come. It knows nothing of what is in the files.
//
// Hints are only ever hints. They arrive before a file is whole, twice, late
// or never, and a path in one says little about what is on disk by now. So
// nothing is concluded from them but that it is time to look at everything
// again; whoever looks tells the watcher of each folder before reading it, and
// the watcher sets its watches by that:
//
//	w := watch.New(root, watch.Options{Now: time.Now})
//	defer w.Close()
//	for ctx.Err() == nil {
//		w.BeginLook()
//		changed := look(w.Folder) // calls it before reading each folder
//		w.EndLook(changed)
//		wake := w.Wait(ctx, watch.Request{Until: deadline}, nil)
//		…
//	}
package watch

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"
	"syscall"
	"time"
)

// The spans of time that decide when to look. All are measured on the
// monotonic clock.
const (
	// quiet is how long there must be no hint before it is worth looking.
	// Saving takes editors several steps: looked at 20 ms after the last hint,
	// 14 of 133 saves by editors were found half written or not at all.
	quiet = 150 * time.Millisecond
	// longest is how long hints that keep coming can put a look off.
	longest = time.Second
	// longestBusy is the same while git holds its index: it is rewriting the
	// folder, and what lies there in between was never anybody's journal.
	longestBusy = 5 * time.Second
	// safety is how long the folder goes unseen without any hint. Changes
	// through a memory map or from the far side of a network disk give none.
	safety = 30 * time.Second
	// pollActive and pollIdle are the time between looks where no hints are to
	// be had: shortly after a change, and later.
	pollActive = time.Second
	pollIdle   = 10 * time.Second
	// active is how long after a change further ones are expected.
	active = time.Minute
	// pulse is how often the root and the wall clock are checked, which is all
	// that an idle watcher does.
	pulse = time.Second
	// leap is how far the wall clock must part from the monotonic one before
	// somebody has set it, or the machine has slept.
	leap = 2 * time.Second
	// grace is how late a hint may come for a change that was seen already.
	grace = time.Second
)

// A Watcher says when to look at one folder. It is for one goroutine.
type Watcher struct {
	named string // as it was asked for, absolute
	root  string // where that leads
	id    fs.FileInfo
	gone  bool

	options Options
	hints   *hints
	open    func() (source, error)
	source  source // nil while polling
	reason  string // why it polls
	folders map[string]fs.FileInfo
	failed  error // of a watch, during the present look
	count   atomic.Int64

	looked  time.Time // when the last look ended
	changed time.Time // when a look last found a change
	checked time.Time // when the pulse was last felt
	wall    time.Time // what the wall clock said then
	deaf    time.Time // when a change without a hint was found, zero for none
	busy    time.Time // since when a look waits for somebody who is busy, zero while none does
	again   time.Time // when somebody wants another look, zero for never
	known   int64     // hints counted when the last look began
	hinted  bool      // there were news among them
	cause   Cause     // why Wait returned last
}

// Options say how to watch. Now is required.
type Options struct {
	// Now is time.Now, with its monotonic reading, by which spans are measured.
	Now func() time.Time
	// Wall is the wall clock; the default is Now without its monotonic reading.
	Wall func() time.Time
	// Poll looks at regular intervals instead of waiting for hints.
	Poll bool
	// Busy reports whether a look should wait because somebody is rewriting
	// much of the folder; at most 5 s in a row. The default is never.
	Busy func() bool
	// Skip reports whether a change of the file with this absolute path is not
	// worth a look. It is called on another goroutine.
	Skip func(path string) bool
}

// New returns a watcher of a folder. It sets no watch yet: the first look
// does. The error says why the folder cannot be watched at all.
func New(folder string, o Options) (*Watcher, error) { return newWatcher(folder, o, openNotifier) }

func newWatcher(folder string, o Options, open func() (source, error)) (*Watcher, error) {
	named, err := filepath.Abs(folder)
	if err != nil {
		return nil, fmt.Errorf("cannot watch %s: %w", folder, err)
	}
	if o.Wall == nil {
		o.Wall = func() time.Time { return o.Now().Round(0) }
	}
	if o.Busy == nil {
		o.Busy = func() bool { return false }
	}
	if o.Skip == nil {
		o.Skip = func(string) bool { return false }
	}
	w := &Watcher{
		named: named, options: o, folders: map[string]fs.FileInfo{},
		open: open, checked: o.Now(), wall: o.Wall(),
	}
	w.hints = newHints(o.Skip, o.Now)
	if err := w.resolve(); err != nil {
		return nil, fmt.Errorf("cannot watch %s: %w", folder, cause(err))
	}
	w.arm()
	return w, nil
}

// resolve finds out which folder the name stands for.
func (w *Watcher) resolve() error {
	root, err := filepath.EvalSymlinks(w.named)
	if err != nil {
		return err
	}
	info, err := os.Stat(root)
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return &fs.PathError{Op: "watch", Path: root, Err: syscall.ENOTDIR}
	}
	w.root, w.id = root, info
	return nil
}

// arm asks the system for hints, unless they are not wanted or not to be had.
func (w *Watcher) arm() {
	if w.options.Poll {
		w.poll(asked)
		return
	}
	if kind := networkDisk(w.root); kind != "" {
		w.poll(kind + " gives no word of what others change")
		return
	}
	source, err := w.open()
	if err != nil {
		w.poll(shortage(err))
		return
	}
	w.source, w.reason = source, ""
	w.hints.listen(source)
}

// poll gives hints up, for a reason that Mode tells.
func (w *Watcher) poll(reason string) {
	if w.source != nil {
		_ = w.source.Close() // nothing is expected of it any more
		w.source = nil
	}
	clear(w.folders)
	w.count.Store(0)
	w.reason = reason
}

// Rearm forgets all watches and why there were none, as at the start; the next
// look sets them anew.
func (w *Watcher) Rearm() {
	w.poll("")
	w.deaf = time.Time{}
	if err := w.resolve(); err != nil {
		w.id, w.reason = nil, cause(err).Error() // whatever comes in its place is another folder
		return
	}
	w.arm()
}

// Close ends watching and gives back what the system lent for it.
func (w *Watcher) Close() {
	w.poll("closed")
	w.hints.wait()
}

// Root returns the folder that is watched, as an absolute path without links.
func (w *Watcher) Root() string { return w.root }

// asked is why a watcher polls that was told to.
const asked = "as asked for"

// Mode says in a few words how changes are noticed, for a status line.
func (w *Watcher) Mode() string {
	switch {
	case w.gone:
		return "the folder is gone"
	case w.source == nil && w.reason == asked:
		return "looking every 1 to 10 s"
	case w.source == nil:
		return "looking every 1 to 10 s: " + w.reason
	case w.count.Load() == 1:
		return "watching 1 folder"
	}
	return fmt.Sprintf("watching %d folders", w.count.Load())
}

// Trouble says in a few words why there are no hints, or that the folder has
// gone; "" while all is well.
func (w *Watcher) Trouble() string {
	if w.gone || w.source == nil && w.reason != asked {
		return w.Mode()
	}
	return ""
}

// shortage puts into words why the system gives no hints. What it runs out of
// is told by the number of the error: its text is the system's own.
func shortage(err error) string {
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return "the system has no watches left"
	case errors.Is(err, syscall.EMFILE), errors.Is(err, syscall.ENFILE):
		return "too many files are open to watch more"
	}
	return "no hints from the system (" + err.Error() + ")"
}

// cause drops the system call and the path from an error of the file system,
// which whoever reads it has seen.
func cause(err error) error {
	if named, ok := errors.AsType[*fs.PathError](err); ok {
		return named.Err
	}
	return err
}
