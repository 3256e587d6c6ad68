package parser

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// A NoteFile is a file of the journal that Walk takes for a note; ReadNote
// reads it.
type NoteFile struct {
	// Path is relative to the journal, with forward slashes.
	Path string
	// Unreadable is why the note is not to be opened at all, as with a sync
	// tool's copy; nil for a note that ought to be readable.
	Unreadable *Problem
}

// Walk lists the notes of a journal, sorted by path. Hidden files and folders
// are left out, and so is what an editor puts beside a note, as none of it
// ends in .md or .markdown.
//
// Links are understood where the file system tells them apart (fs.ReadLinkFS):
// a link into the journal stands for its target, which is listed once, under
// its own path if Walk comes by there and else under the link's. An absolute
// link counts as leaving the journal, since an fs.FS does not say where it is.
//
// The problems are those that belong to no note: links that were not followed
// and folders that could not be read. The error is about the journal's own
// folder only.
func Walk(fsys fs.FS) ([]NoteFile, []Problem, error) {
	w := walker{fsys: fsys, folders: map[string]bool{}}
	w.links, _ = fsys.(fs.ReadLinkFS)
	if err := w.folder(".", "."); err != nil {
		return nil, nil, fmt.Errorf("cannot read the journal: %w", err)
	}
	w.followLinks()
	slices.SortFunc(w.notes, func(a, b NoteFile) int { return cmp.Compare(a.Path, b.Path) })
	slices.SortFunc(w.problems, compareProblems)
	return w.notes, w.problems, nil
}

// A walker collects what Walk returns. Two paths lead to each file: the one it
// is listed under and, where a link is on the way, its real one.
type walker struct {
	fsys     fs.FS
	links    fs.ReadLinkFS // nil: the file system has no links
	notes    []NoteFile
	problems []Problem
	folders  map[string]bool // walked, by real path
	files    map[string]bool // listed, by real path; nil until links are followed
	pending  []link          // to be followed when all else is known
}

// folder lists what is in a folder; the error is that of reading the folder.
func (w *walker) folder(dir, real string) error {
	if w.folders[real] {
		return nil
	}
	w.folders[real] = true
	entries, err := fs.ReadDir(w.fsys, dir)
	if err != nil && dir == "." {
		return err
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		name := inFolder(dir, e.Name())
		at := name
		if real != dir {
			at = inFolder(real, e.Name())
		}
		w.entry(name, at, e.Type())
	}
	return err
}

// inFolder returns the path of what a folder lists under a name.
func inFolder(dir, name string) string {
	if dir == "." {
		return name
	}
	return dir + "/" + name
}

// entry lists a file, or what is below it if it is a folder.
func (w *walker) entry(name, real string, mode fs.FileMode) {
	switch {
	case mode&fs.ModeSymlink != 0 && w.links != nil:
		w.pending = append(w.pending, link{name, real})
	case mode.IsDir():
		w.subfolder(name, real)
	case isNoteName(name):
		w.note(name, real, mode)
	}
}

func (w *walker) subfolder(name, real string) {
	err := w.folder(name, real)
	if err != nil && !errors.Is(err, fs.ErrNotExist) { // deleted this instant
		w.problem(name, UnreadableFile, "this folder cannot be read: "+reason(err),
			"give yourself permission to read it, or list it in .debriefignore")
	}
}

// note lists a file with a note's name. A pipe or a device would keep whoever
// opens it waiting, so those are never opened.
func (w *walker) note(name, real string, mode fs.FileMode) {
	if w.files[real] {
		return
	}
	if w.files != nil {
		w.files[real] = true
	}
	n := NoteFile{Path: name}
	const unopenable = fs.ModeNamedPipe | fs.ModeSocket | fs.ModeDevice | fs.ModeCharDevice
	switch {
	case isConflictedCopy(name):
		n.Unreadable = folderProblem(name, ConflictedCopy, "a sync tool put this second copy here; it was not read",
			"take over what the note itself lacks, then delete the copy")
	case mode&unopenable != 0:
		n.Unreadable = folderProblem(name, UnreadableFile, "this is a pipe, a socket or a device, not a note",
			"move it out of the journal")
	}
	w.notes = append(w.notes, n)
}

func (w *walker) problem(name string, id ProblemID, message, hint string) {
	w.problems = append(w.problems, *folderProblem(name, id, message, hint))
}

// folderProblem is a problem of a file as a whole, told at its first line.
func folderProblem(name string, id ProblemID, message, hint string) *Problem {
	return &Problem{ID: id, Place: Place{Source: &Source{Path: name}}, Message: message, Hint: hint}
}

// isNoteName reports whether a file's name is a note's.
func isNoteName(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".md" || ext == ".markdown"
}

// isConflictedCopy reports whether a sync tool named the file: Dropbox and
// Nextcloud write `search (Dana's conflicted copy 2026-11-18).md`, Syncthing
// writes `search.sync-conflict-20261118-193000-ABCDEFG.md`.
func isConflictedCopy(name string) bool {
	name = strings.ToLower(path.Base(name))
	if strings.Contains(name, ".sync-conflict-") {
		return true
	}
	_, bracket, _ := strings.Cut(name, "(")
	_, after, found := strings.Cut(bracket, "conflicted copy")
	return found && strings.Contains(after, ")")
}
