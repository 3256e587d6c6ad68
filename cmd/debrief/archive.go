package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"debrief/cmd/debrief/internal/git"
	"debrief/cmd/debrief/internal/workspace"
	"debrief/parser"
)

// An archive is the journal as git has kept it. Every version of a note is read
// and parsed once, however many commits have it.
type archive struct {
	repo  *git.Repository
	texts *git.Blobs
	root  string
	hide  []string // files of the journal that are not read as notes
	zone  *time.Location

	mu     sync.Mutex
	parsed map[wording]*parser.File
	apart  map[string]bool // submodules that journals had, whose notes are elsewhere
}

// A wording is what a note says at one time. The path is part of it, since a
// note's folder and name can say what it is.
type wording struct{ path, blob string }

// openArchive opens the repository around the journal at root.
func (p *program) openArchive(ctx context.Context, root string, hide []string) (*archive, error) {
	if root == standardInput {
		return nil, usage("name the folder of a journal that is in git", "a note on standard input has no history")
	}
	repo, err := git.Open(ctx, git.Options{Dir: root})
	if err != nil {
		return nil, gitError(err, root)
	}
	zone, _ := machineZone(p.env)
	return &archive{
		repo: repo, texts: repo.Blobs(ctx), root: root, hide: hide, zone: zone,
		parsed: map[wording]*parser.File{}, apart: map[string]bool{},
	}, nil
}

// gitError says in the program's own words why the history cannot be read.
func gitError(err error, root string) error {
	refused, _ := errors.AsType[*git.Error](err)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, git.ErrNoGit):
		return withHint(err, "install it, or go without the history")
	case errors.Is(err, git.ErrNoRepository) && err == git.ErrNoRepository: //nolint:errorlint // wrapped, it says more
		return withHint(fmt.Errorf("the journal %s is not in a git repository", root),
			"`git init` there, and a commit now and then, keep every version of your notes")
	case errors.Is(err, fs.ErrNotExist):
		return withHint(fmt.Errorf("cannot read journal %s: %w", root, cause(err)), "name the folder of your notes, or set DEBRIEF_JOURNAL to it")
	case errors.Is(err, git.ErrMissing):
		return withHint(err, "a full clone has them; git fsck says whether there is damage")
	case refused != nil && strings.Contains(refused.Said, "dubious ownership"):
		return withHint(err, "the repository belongs to another user: git config --global --add safe.directory FOLDER lets it be read")
	}
	return err
}

// journal reads the journal of a snapshot.
func (a *archive) journal(s *git.Snapshot) (*parser.Journal, error) {
	a.mu.Lock()
	for _, folder := range s.Apart {
		a.apart[folder] = true
	}
	a.mu.Unlock()
	fsys, err := workspace.Committed(s.Files, s.Below, a.repo.Top)
	if err != nil {
		return nil, fmt.Errorf("cannot read journal %s: %w", a.root, cause(err))
	}
	notes, problems, err := parser.Walk(withoutFiles(fsys, a.root, a.hide))
	if err != nil {
		return nil, fmt.Errorf("cannot read journal %s: %w", a.root, cause(err))
	}
	files := parser.ReadNotes(notes, func(n parser.NoteFile) *parser.File { return a.note(s, fsys, n) })
	for _, p := range problems {
		files = append(files, parser.FolderProblem(p))
	}
	return parser.NewJournal(files, a.zone), nil
}

// apartIn lists the submodules that the journal has in a commit, as paths on
// disk.
func (a *archive) apartIn(ctx context.Context, c git.Commit) []string {
	s, err := a.repo.Snapshot(ctx, c.ID, a.texts)
	if err != nil {
		return nil // whoever reads the commit says so
	}
	var paths []string
	for _, folder := range s.Apart {
		paths = append(paths, filepath.Join(a.root, filepath.FromSlash(folder)))
	}
	return paths
}

// remarkApart says which folders of the journal have their notes elsewhere.
func (p *program) remarkApart(a *archive) {
	for _, folder := range slices.Sorted(maps.Keys(a.apart)) {
		p.remark(folder+" is a submodule: its notes are not in the commits of this repository",
			"name that folder to read it by itself")
	}
}

// note returns a note in the version that a snapshot has.
func (a *archive) note(s *git.Snapshot, fsys fs.FS, n parser.NoteFile) *parser.File {
	e, ok := s.Files.Entry(path.Join(s.Below, n.Path))
	if ok && e.Kind == git.Unmerged {
		return parser.UnmergedFile(n.Path)
	}
	v := wording{n.Path, e.Blob}
	if ok && e.Kind == git.File && n.Unreadable == nil {
		a.mu.Lock()
		f := a.parsed[v]
		a.mu.Unlock()
		if f != nil {
			return f
		}
	}
	src, unreadable := parser.ReadNote(fsys, n)
	if src == nil {
		return unreadable
	}
	f := parser.Parse(src)
	if ok && e.Kind == git.File {
		a.mu.Lock()
		a.parsed[v] = f
		a.mu.Unlock()
	}
	return f
}

// at reads the journal as a commit has it. folder is where in the commit it is,
// "" for where it is now.
func (a *archive) at(ctx context.Context, c git.Commit, folder string) (*parser.Journal, error) {
	tree := c.ID
	if folder != "" {
		tree += ":" + strings.Trim(folder, "/")
	}
	s, err := a.repo.Snapshot(ctx, tree, a.texts)
	if refused, ok := errors.AsType[*git.Error](err); ok && folder != "" {
		return nil, usage("the folder is seen from the top of the repository", "%s has no folder %q (%s)", c.Short(), folder, refused.Said)
	}
	if err != nil {
		return nil, err
	}
	if a.repo.Bare && folder == "" {
		s.Below = searchFolder(s.Files)
	}
	if s.Notes == 0 {
		return nil, withHint(fmt.Errorf("%s has nothing of the journal %s", c.Short(), a.root),
			"git log -- FOLDER lists the commits that have")
	}
	return a.journal(s)
}

// searchFolder returns the folder of a repository's only search.md, ""
// when it has none or several: in a bare clone nobody stands in the journal.
func searchFolder(t *git.Tree) string {
	var found []string
	_ = fs.WalkDir(t, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.EqualFold(d.Name(), "search.md") {
			found = append(found, path.Dir(name))
		}
		return nil
	})
	if len(found) != 1 || found[0] == "." {
		return ""
	}
	return found[0]
}
