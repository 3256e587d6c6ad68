package workspace

import (
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
)

// ignored knows which files the ignore files hide. Every path inside is
// relative to the repository's folder, or to the journal's where there is no
// repository, with forward slashes; that folder itself is "".
type ignored struct {
	journal string    // the journal's folder, as a path
	exclude []pattern // of .git/info/exclude
	// read returns the patterns of an ignore file.
	read func(name string) []pattern

	mu      sync.Mutex
	folders map[string]*folderPatterns
}

// folderPatterns are the patterns of one folder's ignore files.
type folderPatterns struct {
	path  string
	above *folderPatterns // nil for top
	own   []pattern       // of .debriefignore
	git   []pattern       // of .gitignore
	// silent: neither this folder nor one above it has a pattern.
	silent bool
}

// newIgnored looks for the repository around a journal.
func newIgnored(root string) *ignored {
	alone := &ignored{read: patternsBelow(root), folders: map[string]*folderPatterns{}}
	top := repositoryOf(root)
	if top == "" {
		return alone
	}
	alone.exclude = readPatterns(filepath.Join(top, ".git", "info", "exclude"))
	if top == root {
		return alone
	}
	journal, err := filepath.Rel(top, root)
	if err != nil {
		return alone
	}
	in := &ignored{
		read: patternsBelow(top), journal: filepath.ToSlash(journal),
		exclude: alone.exclude, folders: map[string]*folderPatterns{},
	}
	if in.hidesJournal() {
		alone.exclude = nil
		return alone
	}
	return in
}

// patternsBelow reads ignore files on disk, named relative to a folder.
func patternsBelow(top string) func(name string) []pattern {
	return func(name string) []pattern { return readPatterns(filepath.Join(top, filepath.FromSlash(name))) }
}

// hidesJournal reports whether the journal as a whole is ignored.
func (in *ignored) hidesJournal() bool {
	// A repository that ignores the journal, or a folder around it, has
	// nothing to say about what is inside.
	for dir := in.journal; dir != "." && dir != ""; dir = path.Dir(dir) {
		if in.hidesPath(dir, true) {
			return true
		}
	}
	return false
}

// repositoryOf returns the nearest folder from dir upward that holds .git, ""
// when there is none.
func repositoryOf(dir string) string {
	for {
		if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil {
			return dir
		}
		above := filepath.Dir(dir)
		if above == dir {
			return ""
		}
		dir = above
	}
}

// hides reports whether a file of the journal is ignored, name being relative
// to the journal.
func (in *ignored) hides(name string, isDir bool) bool {
	return in.hidesPath(path.Join(in.journal, name), isDir)
}

// hidesNothing reports whether no pattern at all speaks of what is in a folder
// of the journal, as in most journals.
func (in *ignored) hidesNothing(dir string) bool {
	dir = path.Join(in.journal, dir)
	if dir == "." {
		dir = ""
	}
	return len(in.exclude) == 0 && in.patternsOf(dir).silent
}

// patternsOf returns the patterns of a folder.
func (in *ignored) patternsOf(dir string) *folderPatterns {
	in.mu.Lock()
	defer in.mu.Unlock()
	return in.folder(dir)
}

func (in *ignored) hidesPath(name string, isDir bool) bool {
	folder := in.patternsOf(parentOf(name))
	for f := folder; f != nil; f = f.above {
		if hidden, said := lastMatch(f.own, f.below(name), isDir); said {
			return hidden
		}
	}
	for f := folder; f != nil; f = f.above {
		if hidden, said := lastMatch(f.git, f.below(name), isDir); said {
			return hidden
		}
	}
	hidden, _ := lastMatch(in.exclude, name, isDir)
	return hidden
}

// folder returns the patterns of a folder, reading its ignore files when it is
// asked for first. in.mu is held.
func (in *ignored) folder(name string) *folderPatterns {
	if f := in.folders[name]; f != nil {
		return f
	}
	f := &folderPatterns{path: name}
	if name != "" {
		f.above = in.folder(parentOf(name))
	}
	f.git = in.read(path.Join(name, ".gitignore"))
	if name == in.journal || in.journal == "" || strings.HasPrefix(name, in.journal+"/") {
		f.own = in.read(path.Join(name, ".debriefignore"))
	}
	f.silent = len(f.own)+len(f.git) == 0 && (f.above == nil || f.above.silent)
	in.folders[name] = f
	return f
}

// below returns a path as the folder's patterns see it.
func (f *folderPatterns) below(name string) string {
	return strings.TrimPrefix(strings.TrimPrefix(name, f.path), "/")
}

// parentOf returns the folder of a path, "" at the top.
func parentOf(name string) string {
	if dir := path.Dir(name); dir != "." {
		return dir
	}
	return ""
}
