package main

import (
	"context"
	"path"
	"runtime"
	"slices"
	"sync"

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
	id, folder, err := a.commitOf(ctx, at)
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
			errs[i] = a.testify(ctx, id, folder, note.Place.Path(), seen)
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

// commitOf returns the commit whose lines are asked about, "" for those on
// disk, and the journal's folder there as seen from where git runs.
func (a *archive) commitOf(ctx context.Context, at past) (id, folder string, err error) {
	if at.text == "" && !a.repo.Bare {
		return "", "", nil
	}
	if at.text == "" {
		at.text = "HEAD"
	}
	c, folder, err := a.find(ctx, at)
	if err != nil {
		return "", "", err
	}
	if folder == "" && a.repo.Bare {
		s, err := a.repo.Snapshot(ctx, c.ID, a.texts)
		if err != nil {
			return "", "", gitError(err, a.root)
		}
		folder = searchFolder(s.Files)
	} else if folder != "" {
		folder = path.Join(a.repo.Upwards(), folder)
	}
	return c.ID, folder, nil
}

// testify fills in git's word on the testimonies of one note.
func (a *archive) testify(ctx context.Context, id, folder, note string, said []report.Testimony) error {
	var lines []int
	for i := range said { // other goroutines write into those of other notes
		if t := &said[i]; t.Place.Path() == note {
			lines = append(lines, t.Place.Start().Line)
		}
	}
	slices.Sort(lines)
	seen, err := a.repo.Blame(ctx, id, path.Join(folder, note), slices.Compact(lines))
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

// about returns the testimonies on what the query asks for, of which filter has
// already seen that the journal knows it.
func (q *query) about(j *parser.Journal) []report.Testimony {
	company, _ := q.employer(j)
	person, _ := q.who(j)
	return slices.DeleteFunc(report.Testimonies(j), func(t report.Testimony) bool { return !t.About(company, person) })
}
