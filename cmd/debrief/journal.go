package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"

	"debrief/cmd/debrief/internal/workspace"
	"debrief/parser"
	"debrief/report"
)

// standardInput is the DIR or FILE that stands for one note on standard
// input, and that note's path in the report.
const standardInput = "-"

// maxInput bounds what is read from standard input, in bytes: one more than
// the largest note, so that the parser still sees that it is too large.
const maxInput = parser.MaxNote + 1

// findRoot returns the folder of the journal: dir, or the one around the
// working directory when dir is empty.
//
// A folder that is named is read as it is, even inside a journal. It then has
// no search.md and perhaps not the name that says what its notes are: so that
// this is not taken for an all-clear, it is said.
func (p *program) findRoot(dir string) string {
	if dir == standardInput {
		return dir
	}
	root, found := workspace.Around(cmp.Or(dir, "."))
	switch {
	case dir != "":
		if _, err := os.Stat(dir); err == nil && found && !samePlace(root, dir) {
			p.remark(dir+" is only a part of the journal "+root, "without the folder's name, the whole journal is read")
		}
		return dir
	case found:
		return root
	}
	root = workspace.Find(".", p.env)
	if root == "." {
		p.remark("no search.md here or above: this folder is taken for the journal", "debrief DIR names another")
	}
	return root
}

// samePlace reports whether two paths name one folder.
func samePlace(a, b string) bool {
	x, errX := realPath(a)
	y, errY := realPath(b)
	return errX == nil && errY == nil && x == y
}

// load reads the journal below root, or the note on standard input when root
// is `-`. hide are files of the journal that are not read as notes.
func (p *program) load(ctx context.Context, root string, hide []string) (*parser.Journal, error) {
	zone, unnamed := machineZone(p.env)
	journal, err := await(ctx, func() (*parser.Journal, error) {
		if root == standardInput {
			return readNote(p.stdin, zone)
		}
		w, err := workspace.Open(root)
		if err != nil {
			return nil, err
		}
		j, err := parser.Load(withoutFiles(w.FS(), w.Root(), hide), zone)
		if err != nil {
			return nil, fmt.Errorf("cannot read journal %s: %w", root, cause(err))
		}
		return j, nil
	})
	if err != nil {
		return nil, readingHint(err)
	}
	if unnamed != nil && !journal.ZoneWritten {
		p.remark(unnamed.Error(), nameZone)
	}
	return journal, nil
}

// nameZone is the hint for a journal whose reports read differently on another
// machine.
const nameZone = "write `timezone:` with a name such as Europe/Zurich in search.md"

// readNote reads a journal of one note.
func readNote(from io.Reader, zone *time.Location) (*parser.Journal, error) {
	text, err := io.ReadAll(io.LimitReader(from, maxInput))
	if err != nil {
		return nil, fmt.Errorf("standard input: %w", err)
	}
	note := parser.Parse(&parser.Source{Path: standardInput, Text: string(text)})
	return parser.NewJournal([]*parser.File{note}, zone), nil
}

// readingHint says what may help where a folder cannot be read.
func readingHint(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return withHint(err, "name the folder of your notes, or set DEBRIEF_JOURNAL to it")
	case errors.Is(err, fs.ErrPermission):
		return withHint(err, "nothing was read: the folder is not yours to read")
	case errors.Is(err, workspace.ErrRepository):
		return withHint(err, "debrief report --at HEAD reads those of the last one")
	}
	return err
}

// build reports on a journal at the instant that --now says, else at the time
// it is of, else now.
func (p *program) build(ctx context.Context, j *parser.Journal, at *instant, then time.Time) (*report.Report, error) {
	if at.text != "" || then.IsZero() {
		now, err := p.instantOf(at, j.Zone)
		if err != nil {
			return nil, err
		}
		then = now
	}
	return await(ctx, func() (*report.Report, error) { return report.Build(j, then), nil })
}

// instantOf returns the instant that --now says, on a zone's clock, else now.
func (p *program) instantOf(at *instant, zone *time.Location) (time.Time, error) {
	if at.text == "" {
		return p.now(), nil
	}
	return at.in(zone)
}

// errInterrupted is what a signal, such as that of Ctrl-C, ends a verb with.
var errInterrupted = errors.New("interrupted before the report was written")

// await runs work and returns its result, or an error as soon as ctx ends: a
// dead network disk, a silent standard input or a journal of a million duties
// must not hold the person who pressed Ctrl-C. What work still does then dies with the process.
func await[T any](ctx context.Context, work func() (T, error)) (T, error) {
	type result struct {
		value T
		err   error
	}
	done := make(chan result, 1)
	go func() {
		value, err := work()
		done <- result{value, err}
	}()
	select {
	case r := <-done:
		if ctx.Err() == nil {
			return r.value, r.err
		}
	case <-ctx.Done():
	}
	var none T
	return none, errInterrupted
}
