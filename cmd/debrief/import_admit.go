package main

import (
	"fmt"
	"slices"
	"time"

	"debrief/cmd/debrief/internal/edit"
	"debrief/parser"
	"debrief/report"
)

// A customs looks at rows together with the journal: each may be sound by itself
// and still make something unclear that was clear before, as when a company gets
// a second position and an interview names no role.
type customs struct {
	notebook *notebook
	now      time.Time
	before   map[string]int // errors as they are, by what they say
	admitted []*importRow
	// warnings are how many more there are with the rows that were let in.
	warnings int
}

func newCustoms(n *notebook, now time.Time) *customs {
	c := &customs{notebook: n, now: now, before: map[string]int{}}
	for _, problem := range report.Build(n.journal, now).Problems {
		c.before[complaint(problem)]++
	}
	return c
}

// importRows makes notes of rows, all but those that are known or refused.
func (c *customs) importRows(r *rowReader, source string) ([]*importRow, error) {
	n, known := c.notebook, newRegistry(c.notebook.journal)
	var b blanks
	b.onClock(c.now, n.journal.Zone)
	// One after the other: what a note is called, and whether a row is new, depends
	// on the rows above it.
	var all, sound []*importRow
	for _, row := range r.table.Rows {
		ir := r.read(row)
		all = append(all, ir)
		if ir.refused != "" {
			continue
		}
		if err := ir.compose(n, source, b); err != nil {
			return nil, err
		}
		if ir.refused != "" {
			continue
		}
		if ir.known = known.find(ir.position); ir.known != "" {
			continue
		}
		known.add(ir.position, fmt.Sprintf("line %d", ir.line))
		n.taken[ir.change.Name()] = true
		sound = append(sound, ir)
	}
	c.admit(sound)
	return all, nil
}

// complaint is a problem as text, its line aside, which a change may move.
func complaint(p parser.Problem) string { return string(p.ID) + " " + p.Path() + " " + p.Message }

// admit lets in the rows after which nothing is unclear that was not before, and
// refuses the others. Where a batch is sound as it is, that takes one look; else
// its halves are looked at one after the other.
func (c *customs) admit(rows []*importRow) {
	if len(rows) == 0 {
		return
	}
	fresh := c.fresh(slices.Concat(c.admitted, rows))
	at := slices.IndexFunc(fresh, func(p parser.Problem) bool { return p.Severity() == parser.Error })
	switch {
	case at < 0:
		c.admitted = append(c.admitted, rows...)
		c.warnings = len(fresh)
	case len(rows) == 1:
		problem := fresh[at]
		start := problem.Start()
		rows[0].refused = fmt.Sprintf("with it, %s:%d would be unclear: %s", problem.Path(), start.Line, problem.Message)
	default:
		c.admit(rows[:len(rows)/2])
		c.admit(rows[len(rows)/2:])
	}
}

// fresh lists the problems that the journal would have with some rows and has
// not without.
func (c *customs) fresh(rows []*importRow) []parser.Problem {
	changes := make([]edit.Change, len(rows))
	for i, row := range rows {
		changes[i] = row.change
	}
	seen := map[string]int{}
	var fresh []parser.Problem
	for _, problem := range report.Build(c.notebook.with(changes...), c.now).Problems {
		words := complaint(problem)
		if seen[words]++; seen[words] > c.before[words] {
			fresh = append(fresh, problem)
		}
	}
	return fresh
}
