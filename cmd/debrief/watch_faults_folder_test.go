//go:build unix

package main

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// atOnce does something to the disk of which a watcher sees nothing before it
// is all done.
func (w *watched) atOnce(do func()) {
	w.t.Helper()
	w.signal(syscall.SIGSTOP)
	defer w.signal(syscall.SIGCONT)
	do()
}

// stands holds that the last report stands while the journal is gone: for two
// more seconds at least.
func (w *watched) stands(report string) {
	w.t.Helper()
	pause(2 * time.Second)
	if w.read() != report {
		w.t.Errorf("another report was written:\n%s", w.read())
	}
}

const (
	folderGone = "the folder is gone: the last report stands until it is back"
	folderBack = "the folder is back"
)

// TestWatchFolderLeaves takes the journal away in several ways, and brings one
// back. Meanwhile the last report stands, and that is said once.
func TestWatchFolderLeaves(t *testing.T) {
	rename := func(from, to string) func(*watched) {
		return func(w *watched) {
			above := filepath.Dir(filepath.Dir(w.dir))
			check(w.t, os.Rename(filepath.Join(above, from), filepath.Join(above, to)))
		}
	}
	remove := func(w *watched) { check(w.t, os.RemoveAll(w.dir)) }
	restore := func(w *watched) {
		check(w.t, os.MkdirAll(w.dir, 0o755))
		for name, text := range smallJournal() {
			w.write(name, text)
		}
	}
	tests := []struct {
		name       string
		gone, back func(w *watched)
	}{
		{"removed", remove, restore},
		{"renamed", rename("above/journal", "above/elsewhere"), rename("above/elsewhere", "above/journal")},
		{"renamed, then another", rename("above/journal", "above/elsewhere"), restore},
		{"its parent renamed", rename("above", "elsewhere"), rename("elsewhere", "above")},
		{"a file in its place", func(w *watched) {
			remove(w)
			check(w.t, os.WriteFile(w.dir, nil, 0o644))
		}, func(w *watched) {
			check(w.t, os.Remove(w.dir))
			restore(w)
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			w := newWatched(t, smallJournal())
			above := filepath.Join(filepath.Dir(w.dir), "above")
			check(t, os.Mkdir(above, 0o755))
			check(t, os.Rename(w.dir, filepath.Join(above, "journal")))
			w.dir = filepath.Join(above, "journal")
			w.start()
			before := w.read()
			w.atOnce(func() { test.gone(w) })
			w.said(folderGone)
			w.stands(before)
			w.atOnce(func() { test.back(w) })
			w.said(folderBack)
			w.settles()
			w.write(halden, thankedNote)
			w.settles()
			w.saidOnce(folderGone)
			w.saidOnce(folderBack)
		})
	}
}

// TestWatchFolderLeavesForAMoment moves the journal away and back so quickly
// that a watcher may or may not notice.
func TestWatchFolderLeavesForAMoment(t *testing.T) {
	t.Parallel()
	w := newWatched(t, smallJournal())
	w.start()
	for n := range 12 {
		check(t, os.Rename(w.dir, w.dir+"-away"))
		pause(time.Duration(n) * 60 * time.Millisecond)
		check(t, os.Rename(w.dir+"-away", w.dir))
		if n%3 > 0 {
			pause(time.Duration(n) * 100 * time.Millisecond)
		}
		w.write(halden, []string{thankedNote, interviewNote}[n%2])
		w.settles()
	}
	if w.count("without a hint") > 0 {
		t.Error("hints were lost")
	}
}

// TestWatchFolderReplaced puts other folders in the journal's place: another
// journal is read from then on, an empty folder is taken for the place where a
// disk was.
func TestWatchFolderReplaced(t *testing.T) {
	t.Parallel()
	w := newWatched(t, smallJournal())
	other := filepath.Join(filepath.Dir(w.dir), "other")
	for name, text := range map[string]string{"search.md": watchedSearch, "interviews/another.md": interviewNote} {
		writeFile(t, filepath.Join(other, name), []byte(text))
	}
	w.start()
	replace := func(by string) {
		w.atOnce(func() {
			check(t, os.RemoveAll(w.dir))
			check(t, os.Rename(by, w.dir))
		})
	}
	replace(other)
	w.settles()
	before := w.read()
	empty := filepath.Join(filepath.Dir(w.dir), "empty")
	check(t, os.Mkdir(empty, 0o755))
	replace(empty)
	w.said("an empty one: the last report stands until it has notes")
	w.stands(before)
	w.write(halden, thankedNote)
	w.settles()
	w.saidOnce("an empty one")
	w.saidOnce(folderBack)
}

// TestWatchLinkedFolder watches a journal by the name of a link, and lets the
// link lead elsewhere.
func TestWatchLinkedFolder(t *testing.T) {
	t.Parallel()
	w := newWatched(t, smallJournal())
	real, alias := w.dir, filepath.Join(filepath.Dir(w.dir), "alias")
	other := filepath.Join(filepath.Dir(w.dir), "other")
	writeFile(t, filepath.Join(other, halden), []byte(interviewNote))
	check(t, os.Symlink(real, alias))
	w.dir = alias
	w.start()
	w.write(halden, thankedNote)
	w.settles()
	w.atOnce(func() {
		check(t, os.Remove(alias))
		check(t, os.Symlink(other, alias))
	})
	w.settles()
	writeFile(t, filepath.Join(real, "old.md"), nil) // nobody's business any more
	w.write(halden, thankedNote)
	w.settles()
}

// TestWatchClosedFolder takes away the permission to read a folder, a note, and
// the journal itself.
func TestWatchClosedFolder(t *testing.T) {
	t.Parallel()
	w := newWatched(t, smallJournal())
	w.asNobody()
	w.start()
	before := w.read()

	check(t, os.Chmod(w.path("interviews"), 0))
	w.said("interviews cannot be read: what was in it stands as it was")
	if got, want := countsOf(t, []byte(w.read())), countsOf(t, []byte(before)); got.Notes != want.Notes || got.Overdue+got.Due != want.Overdue+want.Due {
		t.Errorf("got %+v, want %+v and a problem", got, want)
	}
	check(t, os.Chmod(w.path("interviews"), 0o755))
	w.settles()
	w.saidOnce("interviews cannot be read")

	check(t, os.Chmod(w.path(halden), 0))
	w.settles()
	if n := countsOf(t, []byte(w.read())).Unreadable; n != 1 {
		t.Errorf("%d notes could not be read", n)
	}
	check(t, os.Chmod(w.path(halden), 0o644))
	w.settles()

	before = w.read()
	check(t, os.Chmod(w.dir, 0))
	w.said("permission denied: the last report stands")
	w.stands(before)
	check(t, os.Chmod(w.dir, 0o755))
	w.said(folderBack)
	w.write(halden, thankedNote)
	w.settles()
	w.saidOnce("permission denied: the last report stands")
}

// TestWatchLinksIntoHiddenFolders changes what links lead to where nobody else
// looks: each step on the way is watched.
func TestWatchLinksIntoHiddenFolders(t *testing.T) {
	t.Parallel()
	w := newWatched(t, smallJournal())
	note := func(n int) string { return []string{thankedNote, interviewNote}[n%2] }
	w.write(".attic/a/note.md", note(0))
	w.write(".attic/b/note.md", note(1))
	w.write(".note.md", note(0))
	w.write(".gitignore", "/private/\n")
	w.write("private/deep/note.md", note(1))
	for name, to := range map[string]string{
		".attic/now":                "a",
		"interviews/hidden.md":      "../.note.md",
		"interviews/by-steps.md":    "../.attic/now/note.md",
		"interviews/ignored.md":     "../private/deep/note.md",
		"applications/all":          "../private/deep",
		"interviews/yet-to-come.md": "../.later/x/note.md",
	} {
		check(t, os.Symlink(to, w.path(name)))
	}
	w.start()
	for n, change := range []func(){
		func() { w.write(".note.md", note(1)) },
		func() { w.write(".attic/a/note.md", note(1)) },
		func() {
			check(t, os.Remove(w.path(".attic/now")))
			check(t, os.Symlink("b", w.path(".attic/now")))
		},
		func() { w.write(".attic/b/note.md", note(0)) },
		func() { w.write("private/deep/note.md", note(0)) },
		func() { w.write("private/deep/another.md", note(0)) },
		func() { check(t, os.Rename(w.path("private/deep"), w.path("private/elsewhere"))) },
		func() { w.write("private/deep/note.md", note(1)) },
		func() { check(t, os.Mkdir(w.path(".later"), 0o755)) },
		func() { check(t, os.Mkdir(w.path(".later/x"), 0o755)) },
		func() { w.write(".later/x/note.md", note(1)) },
		func() { check(t, os.RemoveAll(w.path(".later"))) },
	} {
		change()
		if took := w.settles(); took > 5*time.Second {
			t.Logf("change %d was reported after %v", n, took)
		}
		pause(300 * time.Millisecond) // the watcher may still have to set watches
	}
	if w.count("without a hint") > 0 {
		t.Error("hints were lost")
	}
}

// TestWatchIgnoreFilesAround changes the ignore files of a repository around
// the journal.
func TestWatchIgnoreFilesAround(t *testing.T) {
	t.Parallel()
	w := newWatched(t, smallJournal())
	repo := filepath.Dir(w.dir)
	check(t, os.MkdirAll(filepath.Join(repo, ".git", "info"), 0o755))
	w.start()
	for _, change := range []func(){
		func() { writeFile(t, filepath.Join(repo, ".gitignore"), []byte("applications/\n")) },
		func() { check(t, os.Remove(filepath.Join(repo, ".gitignore"))) },
		func() { writeFile(t, filepath.Join(repo, ".git", "info", "exclude"), []byte("*.md\n")) },
		func() { check(t, os.Mkdir(w.path(".git"), 0o755)) },
	} {
		change()
		w.settles()
	}
	if w.count("without a hint") > 0 {
		t.Error("hints were lost")
	}
}
