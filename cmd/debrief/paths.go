package main

import (
	"path/filepath"

	"debrief/cmd/debrief/internal/workspace"
)

// rootAround returns the folder of the journal around a file: the nearest one
// upwards with a search.md, else $DEBRIEF_JOURNAL or the working directory
// where the file lies below it, else the file's own folder.
func (p *program) rootAround(file string) string {
	folder := filepath.Dir(file)
	root := workspace.Find(folder, p.env)
	if _, ok := pathBelow(root, file); ok {
		return root
	}
	if _, ok := pathBelow(".", file); ok {
		return "."
	}
	return folder
}

// wayTo returns what to put before a path of the journal at root so that it
// can be opened from the working directory: "search/", "../", or "" where the
// two are one, or neither lies in the other.
func wayTo(root string) string {
	here, err := realPath(".")
	if err != nil {
		return ""
	}
	there, err := realPath(root)
	if err != nil {
		return ""
	}
	way, err := filepath.Rel(here, there)
	if err != nil || way == "." {
		return ""
	}
	if back, err := filepath.Rel(there, here); err != nil || !filepath.IsLocal(way) && !filepath.IsLocal(back) {
		return ""
	}
	return filepath.ToSlash(way) + "/"
}

// pathBelow returns the path of a file inside the journal at root, with
// forward slashes, and false for a file outside it. The file itself need not
// exist.
func pathBelow(root, file string) (string, bool) {
	folder, err := realPath(filepath.Dir(file))
	if err != nil {
		return "", false
	}
	root, err = realPath(root)
	if err != nil {
		return "", false
	}
	path, err := filepath.Rel(root, filepath.Join(folder, filepath.Base(file)))
	if err != nil || !filepath.IsLocal(path) {
		return "", false
	}
	return filepath.ToSlash(path), true
}

// realPath returns the absolute path of a folder with symbolic links resolved.
func realPath(folder string) (string, error) {
	absolute, err := filepath.Abs(folder)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(absolute)
}
