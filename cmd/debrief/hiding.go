package main

import (
	"io/fs"
	"path/filepath"
	"slices"
)

// A hidingFS is a journal without some of its files: a report that debrief
// writes among the notes must not count as a note the next time, or the same
// journal would never give the same report twice.
type hidingFS struct {
	fs.FS
	paths []string
}

// withoutFiles hides those of files, named as on the command line, that lie
// below root.
func withoutFiles(fsys fs.FS, root string, files []string) fs.FS {
	var paths []string
	for _, file := range files {
		if path, ok := pathBelow(root, file); ok {
			paths = append(paths, path)
		}
	}
	if len(paths) == 0 {
		return fsys
	}
	return hidingFS{fsys, paths}
}

// ReadDir lists a folder without the hidden files.
func (h hidingFS) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(h.FS, name)
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
		return slices.Contains(h.paths, filepath.ToSlash(filepath.Join(name, e.Name())))
	}), err
}

// ReadLink returns where a symbolic link points. With Lstat it keeps links
// what they are: the parser follows them only inside the journal.
func (h hidingFS) ReadLink(name string) (string, error) { return fs.ReadLink(h.FS, name) }

// Lstat describes a file, or the link when it is one.
func (h hidingFS) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(h.FS, name) }
