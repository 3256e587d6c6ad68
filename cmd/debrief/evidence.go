package main

import (
	"context"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"debrief/cmd/debrief/internal/git"
	"debrief/parser"
	"debrief/report"
)

// evidence asks git when it first saw the lines of some testimonies: on disk,
// or with a past, in its commit. One call of git for each note, two at a time.
func (p *program) evidence(ctx context.Context, root string, at past, said []report.Testimony) ([]report.Testimony, error) {
	a, err := p.openArchive(ctx, root, nil)
	if err != nil {
		return nil, err
	}
	s, err := a.standpointOf(ctx, at)
	if err != nil {
		return nil, err
	}
	seen := append([]report.Testimony{}, said...)
	notes := slices.CompactFunc(slices.Clone(seen), sameNote)
	errs := make([]error, len(notes))
	var working sync.WaitGroup
	free := make(chan bool, runtime.GOMAXPROCS(0))
	for i, note := range notes {
		free <- true
		working.Go(func() {
			defer func() { <-free }()
			errs[i] = a.testify(ctx, s, note.Place.Path(), seen)
		})
	}
	working.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, gitError(err, root)
		}
	}
	return seen, nil
}

// sameNote reports whether two testimonies stand in one note; they are sorted
// by it.
func sameNote(a, b report.Testimony) bool { return a.Place.Path() == b.Place.Path() }

// A standpoint is from where the lines of notes are looked at: the folder on
// disk, or a commit.
type standpoint struct {
	id    string // the commit's, "" for the disk
	above string // the folder of that commit that the snapshot is of, "" for all
	*git.Snapshot
}

// standpointOf returns what a past stands for: without one the disk, in a bare
// repository its last commit.
func (a *archive) standpointOf(ctx context.Context, at past) (standpoint, error) {
	if at.text == "" && !a.repo.Bare {
		return standpoint{}, nil
	}
	if at.text == "" {
		at.text = "HEAD"
	}
	c, folder, err := a.find(ctx, at)
	if err != nil {
		return standpoint{}, err
	}
	tree := c.ID
	if folder != "" {
		tree += ":" + strings.Trim(folder, "/")
	}
	s, err := a.repo.Snapshot(ctx, tree, a.texts)
	if err != nil {
		return standpoint{}, gitError(err, a.root)
	}
	if a.repo.Bare && folder == "" {
		s.Below = searchFolder(s.Files)
	}
	return standpoint{c.ID, strings.Trim(folder, "/"), s}, nil
}

// testify fills in git's word on the testimonies of one note.
func (a *archive) testify(ctx context.Context, s standpoint, note string, said []report.Testimony) error {
	var lines []int
	for i := range said { // other goroutines write into those of other notes
		if t := &said[i]; t.Place.Path() == note {
			lines = append(lines, t.Place.Start().Line)
		}
	}
	slices.Sort(lines)
	repo, file, err := a.keeperOf(ctx, s, note)
	if err != nil {
		return err
	}
	seen, err := repo.Blame(ctx, s.id, file, slices.Compact(lines))
	if err != nil {
		return err
	}
	for i := range said {
		if t := &said[i]; t.Place.Path() == note {
			at := seen[t.Place.Start().Line]
			t.Seen, t.Commit, t.Earlier = at.Time, at.Commit, at.Earlier
		}
	}
	return nil
}

// keeperOf returns the repository that has the lines of a note, and the file
// they are in, relative to where that repository is read from. A note may be a
// link to another file, and a folder of the journal a repository of its own, as
// a submodule is.
func (a *archive) keeperOf(ctx context.Context, s standpoint, note string) (*git.Repository, string, error) {
	if s.id != "" {
		file, err := s.Files.Resolve(path.Join(s.Below, note))
		return a.repo, path.Join(a.repo.Upwards(), s.above, file), err
	}
	root, err := filepath.EvalSymlinks(a.root)
	if err != nil {
		return nil, "", err
	}
	file, err := filepath.EvalSymlinks(filepath.Join(root, filepath.FromSlash(note)))
	if err != nil {
		return nil, "", err
	}
	for dir := filepath.Dir(file); len(dir) > len(root); dir = filepath.Dir(dir) {
		if _, err := os.Lstat(filepath.Join(dir, ".git")); err != nil {
			continue
		}
		repo, err := git.Open(ctx, git.Options{Dir: dir})
		if err != nil {
			return nil, "", err
		}
		within, err := filepath.Rel(dir, file)
		return repo, filepath.ToSlash(within), err
	}
	within, err := filepath.Rel(root, file)
	return a.repo, filepath.ToSlash(within), err
}

// about returns the testimonies on what the query asks for, of which filter has
// already seen that the journal knows it.
func (q *query) about(j *parser.Journal) []report.Testimony {
	company, _ := q.employer(j)
	person, _ := q.who(j)
	return slices.DeleteFunc(report.Testimonies(j), func(t report.Testimony) bool { return !t.About(company, person) })
}
