package workspace

import (
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// journalFS is a folder on disk less what is ignored.
type journalFS struct {
	root    string
	disk    fs.FS
	ignored *ignored
}

// Open opens a file, or a folder whose listing leaves out what is ignored.
func (j *journalFS) Open(name string) (fs.File, error) {
	if fs.ValidPath(name) {
		if f, ok := openDirectly(j.root + "/" + name); ok {
			return f, nil
		}
	}
	f, err := j.disk.Open(name)
	if err != nil {
		return nil, err
	}
	dir, ok := f.(fs.ReadDirFile)
	if !ok {
		return f, nil
	}
	if info, err := f.Stat(); err != nil || !info.IsDir() {
		return f, nil
	}
	return &openFolder{dir, j, name}, nil
}

// ReadDir lists a folder by name, without what is ignored.
func (j *journalFS) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(j.disk, name)
	return j.shown(name, entries), err
}

// ReadFile reads a whole file.
func (j *journalFS) ReadFile(name string) ([]byte, error) { return fs.ReadFile(j.disk, name) }

// Stat describes a file, following links.
func (j *journalFS) Stat(name string) (fs.FileInfo, error) { return fs.Stat(j.disk, name) }

// Lstat describes a file or link.
func (j *journalFS) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(j.disk, name) }

// ReadLink returns where a link leads, with forward slashes. A link that is
// absolute, or leaves the journal on its way back into it, is given as the
// plain relative link it amounts to; any other that leaves is given so that it
// is seen to leave.
func (j *journalFS) ReadLink(name string) (string, error) {
	to, err := fs.ReadLink(j.disk, name)
	if err != nil {
		return "", err
	}
	to = filepath.FromSlash(to)
	dir := filepath.FromSlash(path.Dir(name))
	if !filepath.IsAbs(to) && filepath.IsLocal(filepath.Join(dir, to)) {
		return filepath.ToSlash(to), nil
	}
	if inside, ok := j.inside(dir, to); ok {
		up := strings.Repeat("../", strings.Count(name, "/"))
		return up + filepath.ToSlash(inside), nil
	}
	if filepath.IsAbs(to) {
		return path.Join("/", filepath.ToSlash(to)), nil
	}
	return filepath.ToSlash(to), nil
}

// inside returns the place in the journal that a link in dir amounts to.
func (j *journalFS) inside(dir, to string) (string, bool) {
	if !filepath.IsAbs(to) {
		to = filepath.Join(j.root, dir, to)
	}
	if inside, err := filepath.Rel(j.root, to); err == nil && filepath.IsLocal(inside) {
		return inside, true
	}
	// The journal may have been reached by another name, such as /tmp for
	// /private/tmp.
	real, err := filepath.EvalSymlinks(to)
	if err != nil {
		return "", false
	}
	inside, err := filepath.Rel(j.root, real)
	return inside, err == nil && filepath.IsLocal(inside)
}

// shown returns the entries of a folder that are not ignored.
func (j *journalFS) shown(dir string, entries []fs.DirEntry) []fs.DirEntry {
	if j.ignored.hidesNothing(dir) {
		return entries
	}
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
		return j.ignored.hides(path.Join(dir, e.Name()), e.IsDir())
	})
}

// openFolder is an open folder whose listing leaves out what is ignored.
type openFolder struct {
	fs.ReadDirFile
	journal *journalFS
	name    string
}

// ReadDir lists the next n entries, or all that remain if n <= 0.
func (f *openFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	for {
		entries, err := f.ReadDirFile.ReadDir(n)
		if len(entries) == 0 || err != nil {
			return entries, err
		}
		// A batch of which nothing is shown must not look like the end.
		if shown := f.journal.shown(f.name, entries); len(shown) > 0 || n <= 0 {
			return shown, nil
		}
	}
}

var (
	_ fs.ReadDirFS  = (*journalFS)(nil)
	_ fs.ReadFileFS = (*journalFS)(nil)
	_ fs.StatFS     = (*journalFS)(nil)
	_ fs.ReadLinkFS = (*journalFS)(nil)
)
