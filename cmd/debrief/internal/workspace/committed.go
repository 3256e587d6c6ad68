package workspace

import (
	"io/fs"
	"path"
	"path/filepath"
	"slices"
)

// Committed returns the journal in a folder of a repository that is given as a
// file system, as a commit or git's index has it, without what the ignore files
// in it hide: the same notes that FS would show if they were on disk. below is
// the journal's folder, "" for the repository's own. top is the repository's
// folder on disk, whose .git/info/exclude counts as well; "" for none.
//
// The result implements fs.ReadDirFS and, where the repository does,
// fs.ReadLinkFS. The error is that of a folder that is not there.
func Committed(repository fs.FS, below, top string) (fs.FS, error) {
	if below == "" {
		below = "."
	}
	if info, err := fs.Stat(repository, below); err != nil {
		return nil, err
	} else if !info.IsDir() {
		return nil, &fs.PathError{Op: "open", Path: below, Err: fs.ErrNotExist}
	}
	c := &committedFS{whole: repository, below: below, ignored: &ignored{folders: map[string]*folderPatterns{}}}
	c.ignored.read = func(name string) []pattern { return committedPatterns(repository, name) }
	if below != "." {
		c.ignored.journal = below
	}
	if top != "" {
		c.ignored.exclude = readPatterns(filepath.Join(top, ".git", "info", "exclude"))
	}
	if c.ignored.journal != "" && c.ignored.hidesJournal() {
		c.ignored.journal, c.ignored.exclude = "", nil
		c.ignored.read = func(name string) []pattern { return committedPatterns(repository, path.Join(below, name)) }
		c.ignored.folders = map[string]*folderPatterns{}
	}
	return c, nil
}

// committedPatterns reads an ignore file; as on disk, a link is none.
func committedPatterns(repository fs.FS, name string) []pattern {
	if info, err := fs.Lstat(repository, name); err != nil || !info.Mode().IsRegular() {
		return nil
	}
	text, err := fs.ReadFile(repository, name)
	if err != nil {
		return nil
	}
	return parsePatterns(string(text))
}

// committedFS is a folder of a repository less what is ignored. A link is not
// followed out of it.
type committedFS struct {
	whole   fs.FS
	below   string
	ignored *ignored
}

// Open opens a file, or a folder as a whole.
func (c *committedFS) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	return c.whole.Open(path.Join(c.below, name))
}

// ReadDir lists a folder without what is ignored.
func (c *committedFS) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(c.whole, path.Join(c.below, name))
	if c.ignored.hidesNothing(name) {
		return entries, err
	}
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
		return c.ignored.hides(path.Join(name, e.Name()), e.IsDir())
	}), err
}

// Lstat describes a file or link.
func (c *committedFS) Lstat(name string) (fs.FileInfo, error) {
	return fs.Lstat(c.whole, path.Join(c.below, name))
}

// ReadLink returns where a link leads.
func (c *committedFS) ReadLink(name string) (string, error) {
	return fs.ReadLink(c.whole, path.Join(c.below, name))
}

var (
	_ fs.ReadDirFS  = (*committedFS)(nil)
	_ fs.ReadLinkFS = (*committedFS)(nil)
)
