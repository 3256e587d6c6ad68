package watch

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// BeginLook says that the folder is about to be looked at. Hints from now on
// ask for another look.
//
// Watches of folders that have gone, or whose name another folder has by now,
// are given up first. The system ties a watch to the folder and not to its
// name: asked to watch a folder that was renamed, it would go on under the old
// name, and the hints would be lost when that is given up.
func (w *Watcher) BeginLook() {
	w.known, w.hinted = w.hints.take()
	w.failed = nil
	if w.source == nil {
		return
	}
	var dropped []fs.FileInfo
	for folder, id := range w.folders {
		info, err := os.Stat(folder)
		if err != nil || !os.SameFile(info, id) {
			dropped = append(dropped, id)
			w.drop(folder)
		}
	}
	// The new name may be watched already; it has the same watch.
	for folder, id := range w.folders {
		for _, d := range dropped {
			if os.SameFile(id, d) {
				w.drop(folder)
				break
			}
		}
	}
	w.count.Store(int64(len(w.folders)))
}

func (w *Watcher) drop(folder string) {
	_ = w.source.Remove(folder) // it may have gone with its folder
	delete(w.folders, folder)
}

// Folder says that a folder is about to be read, by its absolute path. From
// here on its changes are hinted at. During a look it may be called on any
// goroutine, one call at a time.
func (w *Watcher) Folder(folder string) {
	if w.source == nil || w.failed != nil {
		return
	}
	info, err := os.Stat(folder)
	if err != nil {
		return // whoever reads it will say so
	}
	// A folder that is watched already is asked for again: if it was deleted
	// and made anew, under the same number even, its watch went with it.
	err = w.source.Add(folder)
	switch {
	case err == nil:
		w.folders[folder] = info
		w.count.Store(int64(len(w.folders)))
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.ENOTDIR):
		// It was renamed this instant, which its parent hints at, or cannot be
		// read, which the look finds out.
	default:
		w.failed = err
	}
}

// EndLook says that the look has ended, and whether it found a change.
func (w *Watcher) EndLook(changed bool) {
	now := w.options.Now()
	w.looked = now
	if w.failed != nil {
		w.poll(shortage(w.failed))
	}
	if !changed {
		return
	}
	w.changed = now
	if w.cause == Safety && !w.hinted && w.source != nil {
		w.deaf = now
	}
}
