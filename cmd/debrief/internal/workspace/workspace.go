// Package workspace is the journal on disk: where it is, which of its files are
// to be seen, and how a result is written beside it.
//
//	w, err := workspace.Open(workspace.Find(".", os.Getenv))
//	if err != nil {
//		return err
//	}
//	journal, err := parser.Load(w.FS(), time.Local)
package workspace

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// A Workspace is a journal's folder.
type Workspace struct{ root string }

// Open finds the journal in the folder dir, which may be a link to one. The
// error says which folder could not be read and why.
func Open(dir string) (*Workspace, error) {
	root, err := filepath.Abs(dir)
	if err == nil {
		root, err = filepath.EvalSymlinks(root)
	}
	if err != nil {
		return nil, cannotRead(dir, err)
	}
	info, err := os.Stat(root)
	if err != nil {
		return nil, cannotRead(dir, err)
	}
	if !info.IsDir() {
		return nil, cannotRead(dir, errors.New("not a folder"))
	}
	if isRepository(root) {
		return nil, cannotRead(dir, ErrRepository)
	}
	return &Workspace{root}, nil
}

// ErrRepository is returned for a folder that is a git repository itself, as a
// bare one is: it holds the history of notes, and no notes.
var ErrRepository = errors.New("it is a git repository without a work tree, and its notes are in its commits")

// isRepository reports whether a folder has what git takes for a repository.
func isRepository(root string) bool {
	for _, name := range []string{"objects", "refs"} {
		if info, err := os.Stat(filepath.Join(root, name)); err != nil || !info.IsDir() {
			return false
		}
	}
	info, err := os.Lstat(filepath.Join(root, "HEAD"))
	return err == nil && !info.IsDir()
}

func cannotRead(dir string, err error) error {
	// The path inside a PathError says the same once more, and less legibly.
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		err = e.Err
	}
	return fmt.Errorf("cannot read journal %s: %w", dir, err)
}

// Root returns the journal's folder as an absolute path without links.
func (w *Workspace) Root() string { return w.root }

// FS returns the journal's files as they are now, without those that an ignore
// file hides. The ignore files are read once per call of FS, so a long-lived
// program calls it for every look at the journal. It is safe for concurrent
// use and implements fs.ReadDirFS, fs.ReadFileFS, fs.StatFS and fs.ReadLinkFS.
//
// .gitignore and .debriefignore work as in git: in every folder, with `!`, `/`
// and `**`. Where the journal is inside a git repository, so do the .gitignore
// files above it and .git/info/exclude, unless they hide the journal as a
// whole: whoever keeps it out of git still wants it read. What .debriefignore
// says goes before what .gitignore says, so it can also bring files back. A
// file that git tracks although it is ignored stays hidden.
//
// Hidden means that no listing shows it. A path that is asked for by name, or
// that a link leads to, still opens.
func (w *Workspace) FS() fs.FS { return w.view() }

func (w *Workspace) view() *journalFS {
	return &journalFS{root: w.root, disk: os.DirFS(w.root), ignored: newIgnored(w.root)}
}
