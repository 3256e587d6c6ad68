package main

import (
	"context"
	"maps"
	"slices"

	"debrief/cmd/debrief/internal/git"
	"debrief/parser"
)

// An era is the journal from one commit until the next.
type era struct {
	git.Commit
	archive *archive
	files   []git.Entry // those of this commit, by path
}

// journal reads the notes of the era, those that no earlier era had.
func (e era) journal() (*parser.Journal, error) {
	s := &git.Snapshot{Below: e.archive.repo.Below, Files: git.NewTree(e.files, e.archive.texts.Text)}
	if e.archive.repo.Bare {
		s.Below = searchFolder(s.Files)
	}
	s.Apart = git.Submodules(e.files, s.Below)
	return e.archive.journal(s)
}

// eras returns the journal's commits up to one, oldest first. What changed
// between them comes from a single git log, and every text that any of them has
// is read by a single git cat-file. keep says which eras are wanted, by their
// number among n; the others are only passed through.
func (a *archive) eras(ctx context.Context, head git.Commit, keep func(revisions []git.Revision, i int) bool) ([]era, error) {
	revisions, err := a.repo.History(ctx, head.ID)
	if err != nil {
		return nil, gitError(err, a.root)
	}
	var eras []era
	var ahead []git.Entry
	files := map[string]git.Entry{}
	for i, revision := range revisions {
		for _, c := range revision.Changes {
			if c.Removed {
				delete(files, c.Entry.Path)
			} else {
				files[c.Entry.Path] = c.Entry
			}
		}
		if !keep(revisions, i) {
			continue
		}
		e := era{Commit: revision.Commit, archive: a}
		for _, name := range slices.Sorted(maps.Keys(files)) {
			e.files = append(e.files, files[name])
		}
		ahead = append(ahead, e.files...)
		eras = append(eras, e)
	}
	return eras, a.texts.Read(slices.DeleteFunc(ahead, func(e git.Entry) bool { return !git.Wanted(e) }))
}
