package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"debrief/cmd/debrief/internal/workspace"
	"debrief/parser"
	"debrief/report"
	"debrief/report/render"
)

const checkHelp = `Prints problems and overdue items one per line, as FILE:LINE:COL: SEVERITY:
MESSAGE [ID], which the quickfix list of every editor understands. For hooks and
continuous integration there are --format github and --format sarif.

Given files, or a folder inside a journal, it reads the journal around them and
prints only what stands in them. Given nothing, or the journal's own folder, it
prints what the whole journal holds; - reads one note from standard input. Paths
can be opened from here when the journal is in this folder or around it; where
it is elsewhere, or was named by an absolute path, they are the journal's own.

What was read is counted on standard error. The exit status is 1 when an item is
overdue or a note has lost facts to an error. --fail-on due prints what is due
as well and fails on it; with --fail-on never the status is 0 whatever is
printed.

With --staged the notes are read from git's index, as a commit would have them,
and what is printed stands in those that the commit would change. Only facts
lost to an error give the exit status 1 then; what is owed is printed when
--urgency asks for it, and counts when --fail-on does. debrief hook install has
git do this before every commit.`

// newCheck returns the verb for hooks and editors.
func newCheck(p *program) *cobra.Command {
	q := newQuery("overdue")
	var staged bool
	cmd := &cobra.Command{
		Use:   "check [DIR|FILE…]",
		Short: "problems and overdue items, one per line",
		Long:  checkHelp,
		Args:  cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if staged && !cmd.Flags().Changed("fail-on") {
				q.failOn.value = onProblems
			}
			return p.check(cmd.Context(), q, args, staged)
		},
	}
	q.register(cmd, render.CheckFormats())
	p.completeNames(cmd)
	cmd.Flags().BoolVar(&staged, "staged", false, "what is about to be committed, as git's index has it")
	return cmd
}

// check reads the journal that args name and prints its findings; of a journal
// in git's index, those that a commit would bring.
func (p *program) check(ctx context.Context, q *query, args []string, staged bool) error {
	outputs, err := q.outputs(render.CheckFormats())
	if err != nil {
		return err
	}
	root, files, err := p.whatToCheck(args, staged)
	if err != nil {
		return err
	}
	notes, err := p.notesToCheck(ctx, root, files, filesOf(outputs), staged)
	if err != nil {
		return err
	}
	journal := notes.journal
	whole, err := p.build(ctx, journal, &q.now, time.Time{})
	if err != nil {
		return err
	}
	kept, err := q.filter(journal, whole)
	if err != nil {
		return err
	}
	kept = atLeast(kept, q.least())
	options := q.options()
	options.Least = q.least()
	if len(args) == 0 || !filepath.IsAbs(args[0]) {
		options.Prefix = wayTo(root)
	}
	for _, within := range [][]string{files, notes.changed} {
		if within != nil {
			kept = inFiles(kept, within)
			options.Narrowed = true
		}
	}
	if err := p.write(ctx, outputs, kept, options, q.color.value); err != nil {
		return err
	}
	p.remarkOn(whole, notes.counted(files))
	return q.verdict(kept)
}

// checked are the notes of a check.
type checked struct {
	journal *parser.Journal
	// changed are the notes that a commit would change, relative to the journal:
	// only what stands in them is printed. Nil stands for all, as on disk.
	changed []string
}

// notesToCheck reads the journal on disk, or in git's index.
func (p *program) notesToCheck(ctx context.Context, root string, files, hide []string, staged bool) (checked, error) {
	if staged {
		return p.loadStaged(ctx, root, files, hide)
	}
	journal, err := p.load(ctx, root, hide)
	return checked{journal: journal}, err
}

// remarkOn says on standard error what findings alone would not show: how much
// was read, so that silence is no all-clear, and a zone nobody wrote down. more
// continues the count.
func (p *program) remarkOn(r *report.Report, more string) {
	if !r.ZoneWritten {
		p.remark(fmt.Sprintf("times are in %s, this machine's zone", r.Zone),
			fmt.Sprintf("write `timezone: %s` in search.md", r.Zone))
	}
	p.remark(render.Tally(r.Counts)+more, "")
}

// whatToCheck returns the folder of the journal and, when args are files,
// their paths in it; nil files stand for the whole journal. What is staged need
// not be on disk.
func (p *program) whatToCheck(args []string, staged bool) (root string, files []string, err error) {
	if len(args) == 0 {
		return p.findRoot(""), nil, nil
	}
	if staged && slices.Contains(args, standardInput) {
		return "", nil, usage("leave out one of the two", "a note on standard input is not staged")
	}
	if slices.Contains(args, standardInput) {
		if len(args) > 1 {
			return "", nil, usage("check the files and the note on standard input one after the other", "- stands alone")
		}
		return standardInput, nil, nil
	}
	for _, arg := range args {
		info, err := os.Stat(arg)
		switch {
		case staged && errors.Is(err, fs.ErrNotExist):
			continue
		case err != nil:
			return "", nil, fmt.Errorf("%s: %w", arg, cause(err))
		case !info.IsDir():
			continue
		case len(args) > 1:
			return "", nil, usage("check takes one folder, or files", "%s is a folder among others", arg)
		}
		if root, ok := workspace.Around(arg); ok && !samePlace(root, arg) {
			path, _ := pathBelow(root, arg)
			return root, []string{path + "/"}, nil
		}
		return arg, nil, nil
	}
	return p.filesToCheck(args)
}

// filesToCheck returns the journal around files and their paths in it.
func (p *program) filesToCheck(args []string) (root string, files []string, err error) {
	root = p.rootAround(args[0])
	for _, arg := range args {
		path, ok := pathBelow(root, arg)
		if !ok {
			return "", nil, usage("check the files of one journal at a time", "%s is not in the journal %s", arg, root)
		}
		files = append(files, path)
	}
	return root, files, nil
}

// least returns the least pressing urgency that check prints: what --urgency
// asks for, else overdue, or due where that is enough to fail; "" where items
// are not asked for.
func (q *query) least() report.Urgency {
	switch {
	case q.urgency.value != "":
		return report.Urgency(q.urgency.value)
	case q.failOn.value == string(report.Due):
		return report.Due
	case q.failOn.value == onProblems:
		return ""
	}
	return report.Overdue
}
