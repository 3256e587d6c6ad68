package git

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// A Tree is the files of a repository as one commit or the index has them. It
// is an fs.FS with links, for many goroutines, of the whole repository or of
// the part of it that it was made of.
type Tree struct {
	files   map[string]Entry
	folders map[string][]fs.DirEntry
	text    func(Entry) ([]byte, error)
}

// NewTree returns the tree of some entries, whose paths become those of the
// file system. text returns what is in one.
func NewTree(entries []Entry, text func(Entry) ([]byte, error)) *Tree {
	t := &Tree{files: make(map[string]Entry, len(entries)), folders: map[string][]fs.DirEntry{".": nil}, text: text}
	for _, e := range entries {
		if !fs.ValidPath(e.Path) {
			continue
		}
		if e.Kind == Submodule {
			t.folder(e.Path)
			continue
		}
		t.files[e.Path] = e
		dir := t.folder(path.Dir(e.Path))
		t.folders[dir] = append(t.folders[dir], leaf{t, e.Path, e})
	}
	for _, entries := range t.folders {
		slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	}
	return t
}

// folder makes sure that a folder is there, and those around it.
func (t *Tree) folder(dir string) string {
	if _, known := t.folders[dir]; known {
		return dir
	}
	t.folders[dir] = nil
	above := t.folder(path.Dir(dir))
	t.folders[above] = append(t.folders[above], leaf{t, dir, Entry{}})
	return dir
}

// Entry returns the file of that path, false for a folder and for nothing.
func (t *Tree) Entry(name string) (Entry, bool) {
	e, ok := t.files[name]
	return e, ok
}

// Files returns how many files there are.
func (t *Tree) Files() int { return len(t.files) }

// Open opens a file or a folder. A link opens as what it leads to, as long as
// that is in the tree.
func (t *Tree) Open(name string) (fs.File, error) {
	name, err := t.follow("open", name)
	if err != nil {
		return nil, err
	}
	if _, ok := t.folders[name]; ok {
		return &openTree{leaf{t, name, Entry{}}, t.folders[name]}, nil
	}
	text, err := t.text(t.files[name])
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return &openBlob{leaf{t, name, t.files[name]}, bytes.NewReader(text)}, nil
}

// Resolve returns the path of the file or folder that a path leads to, through
// links.
func (t *Tree) Resolve(name string) (string, error) { return t.follow("resolve", name) }

// ReadDir lists a folder, sorted by name.
func (t *Tree) ReadDir(name string) ([]fs.DirEntry, error) {
	name, err := t.follow("readdir", name)
	if err != nil {
		return nil, err
	}
	entries, ok := t.folders[name]
	if !ok {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrInvalid}
	}
	return slices.Clone(entries), nil
}

// Lstat describes a file, a folder or a link.
func (t *Tree) Lstat(name string) (fs.FileInfo, error) {
	e, ok := t.files[name]
	if _, isFolder := t.folders[name]; !ok && !isFolder {
		return nil, &fs.PathError{Op: "lstat", Path: name, Err: fs.ErrNotExist}
	}
	return leaf{t, name, e}, nil
}

// ReadLink returns where a link leads, as it was committed.
func (t *Tree) ReadLink(name string) (string, error) {
	e, ok := t.files[name]
	if !ok || e.Kind != Link {
		return "", &fs.PathError{Op: "readlink", Path: name, Err: fs.ErrInvalid}
	}
	to, err := t.text(e)
	return string(to), err
}

// maxLinks is how many links may lead to one file, as on Linux.
const maxLinks = 40

// follow returns the path of what a path leads to.
func (t *Tree) follow(op, name string) (string, error) {
	missing := &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
	if !fs.ValidPath(name) {
		missing.Err = fs.ErrInvalid
		return "", missing
	}
	for range maxLinks {
		if _, ok := t.folders[name]; ok {
			return name, nil
		}
		link, rest := t.firstLink(name)
		if link == "" {
			if _, ok := t.files[name]; ok {
				return name, nil
			}
			return "", missing
		}
		to, err := t.text(t.files[link])
		if err != nil {
			return "", err
		}
		name = path.Join(path.Dir(link), string(to), rest)
		if path.IsAbs(string(to)) || !fs.ValidPath(name) {
			return "", missing
		}
	}
	return "", missing
}

// firstLink returns the first link on the way along a path, and what follows
// it.
func (t *Tree) firstLink(name string) (link, rest string) {
	for at := 0; at <= len(name); at++ {
		if at < len(name) && name[at] != '/' {
			continue
		}
		if e, ok := t.files[name[:at]]; ok && e.Kind == Link {
			return name[:at], strings.TrimPrefix(name[at:], "/")
		}
	}
	return "", ""
}

// A leaf describes a file, link or folder of a tree.
type leaf struct {
	tree  *Tree
	path  string
	entry Entry
}

func (l leaf) Name() string               { return path.Base(l.path) }
func (l leaf) IsDir() bool                { return l.Mode().IsDir() }
func (l leaf) Type() fs.FileMode          { return l.Mode().Type() }
func (l leaf) Info() (fs.FileInfo, error) { return l, nil }
func (l leaf) ModTime() time.Time         { return time.Time{} } // git keeps none
func (l leaf) Sys() any                   { return nil }

// Size returns the length of the text, which may have to be read for it.
func (l leaf) Size() int64 {
	if l.IsDir() {
		return 0
	}
	text, _ := l.tree.text(l.entry)
	return int64(len(text))
}

func (l leaf) Mode() fs.FileMode {
	switch {
	case l.entry.Blob == "":
		return fs.ModeDir | 0o755
	case l.entry.Kind == Link:
		return fs.ModeSymlink | 0o777
	}
	return 0o644
}

// openBlob is an open file.
type openBlob struct {
	leaf
	*bytes.Reader
}

func (f *openBlob) Stat() (fs.FileInfo, error) { return f.leaf, nil }
func (f *openBlob) Close() error               { return nil }

// Size returns the length of the text in bytes.
func (f *openBlob) Size() int64 { return f.Reader.Size() }

// openTree is an open folder.
type openTree struct {
	leaf
	left []fs.DirEntry
}

func (f *openTree) Stat() (fs.FileInfo, error) { return f.leaf, nil }
func (f *openTree) Close() error               { return nil }

func (f *openTree) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.path, Err: fs.ErrInvalid}
}

// ReadDir lists the next n entries, or all that remain if n <= 0.
func (f *openTree) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 {
		n = len(f.left)
	} else if len(f.left) == 0 {
		return nil, io.EOF
	}
	n = min(n, len(f.left))
	entries := slices.Clone(f.left[:n])
	f.left = f.left[n:]
	return entries, nil
}

var (
	_ fs.ReadDirFS  = (*Tree)(nil)
	_ fs.ReadLinkFS = (*Tree)(nil)
)
