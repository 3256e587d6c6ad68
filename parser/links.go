package parser

import (
	"errors"
	"io/fs"
	"path"
	"strings"
)

// A link is a symbolic link that a walker met.
type link struct{ name, real string }

// Why a link is not followed.
var (
	errLeaves = errors.New("leaves the journal")
	errLoops  = errors.New("leads back to itself")
)

// maxLinks is how many links may stand on the way to one file; Linux allows
// as many.
const maxLinks = 40

// followLinks lists what the links lead to and nothing else did. Links to
// folders come first: what is in them has a better path there.
func (w *walker) followLinks() {
	type target struct {
		link
		mode fs.FileMode
	}
	if len(w.pending) == 0 {
		return
	}
	// Up to here no file could be met twice, and its path was its real one.
	w.files = make(map[string]bool, len(w.notes))
	for _, n := range w.notes {
		w.files[n.Path] = true
	}
	var files []target
	for len(w.pending) > 0 {
		l := w.pending[0]
		w.pending = w.pending[1:]
		real, mode, err := w.resolve(l.real)
		switch {
		case err != nil:
			w.brokenLink(l.name, err)
		case mode.IsDir() && (real == "." || strings.HasPrefix(l.real, real+"/")):
			w.brokenLink(l.name, errLoops)
		case mode.IsDir():
			w.subfolder(l.name, real)
		case isNoteName(l.name):
			files = append(files, target{link{l.name, real}, mode})
		}
	}
	for _, f := range files {
		w.note(f.name, f.real, f.mode)
	}
}

// brokenLink reports a link that cannot be followed, if what it hides could be
// a note.
func (w *walker) brokenLink(name string, err error) {
	switch {
	case errors.Is(err, errLeaves):
		if isNoteName(name) || w.leadsToFolder(name) {
			w.problem(name, LinkOutside, "this link leads out of the journal and was not followed",
				"put the notes themselves here, or delete the link")
		}
	case errors.Is(err, errLoops):
		w.problem(name, LinkLoop, "this link leads back to where it stands and was not followed", "delete the link")
	case isNoteName(name):
		n := NoteFile{Path: name, Unreadable: folderProblem(name, UnreadableFile,
			"this link cannot be followed: "+reason(err), "point it at a note of the journal, or delete it")}
		w.notes = append(w.notes, n)
	}
}

func (w *walker) leadsToFolder(name string) bool {
	info, err := fs.Stat(w.fsys, name)
	return err == nil && info.IsDir()
}

// resolve returns the file that a path leads to when every link on the way is
// followed.
func (w *walker) resolve(name string) (real string, mode fs.FileMode, err error) {
	real, mode = ".", fs.ModeDir
	rest := strings.Split(name, "/")
	for followed := 0; len(rest) > 0; {
		step := rest[0]
		rest = rest[1:]
		switch step {
		case "", ".":
			continue
		case "..":
			if real == "." {
				return "", 0, errLeaves
			}
			real, mode = path.Dir(real), fs.ModeDir
			continue
		}
		at := path.Join(real, step)
		info, err := w.links.Lstat(at)
		if err != nil {
			return "", 0, err
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			real, mode = at, info.Mode()
			continue
		}
		if followed++; followed > maxLinks {
			return "", 0, errLoops
		}
		to, err := w.links.ReadLink(at)
		if err != nil {
			return "", 0, err
		}
		if path.IsAbs(to) {
			return "", 0, errLeaves
		}
		rest = append(strings.Split(to, "/"), rest...)
	}
	return real, mode, nil
}
