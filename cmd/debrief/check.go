package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
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
printed.`

// newCheck returns the verb for hooks and editors.
func newCheck(p *program) *cobra.Command {
	q := newQuery("overdue")
	cmd := &cobra.Command{
		Use:   "check [DIR|FILE…]",
		Short: "problems and overdue items, one per line",
		Long:  checkHelp,
		Args:  cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.check(cmd.Context(), q, args)
		},
	}
	q.register(cmd, render.CheckFormats())
	p.completeNames(cmd)
	return cmd
}

// check reads the journal that args name and prints its findings.
func (p *program) check(ctx context.Context, q *query, args []string) error {
	outputs, err := q.outputs(render.CheckFormats())
	if err != nil {
		return err
	}
	root, files, err := p.whatToCheck(args)
	if err != nil {
		return err
	}
	journal, err := p.load(ctx, root, filesOf(outputs))
	if err != nil {
		return err
	}
	whole, err := p.build(journal, &q.now, time.Time{})
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
	if files != nil {
		kept = inFiles(kept, files)
		options.Narrowed = true
	}
	if err := p.write(ctx, outputs, kept, options, q.color.value); err != nil {
		return err
	}
	p.remarkOn(whole)
	return q.verdict(kept)
}

// remarkOn says on standard error what findings alone would not show: how much
// was read, so that silence is no all-clear, and a zone nobody wrote down.
func (p *program) remarkOn(r *report.Report) {
	if !r.ZoneWritten {
		p.remark(fmt.Sprintf("times are in %s, this machine's zone", r.Zone),
			fmt.Sprintf("write `timezone: %s` in search.md", r.Zone))
	}
	p.remark(render.Tally(r.Counts), "")
}

// whatToCheck returns the folder of the journal and, when args are files,
// their paths in it; nil files stand for the whole journal.
func (p *program) whatToCheck(args []string) (root string, files []string, err error) {
	if len(args) == 0 {
		return p.findRoot(""), nil, nil
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
// asks for, else overdue, or due where that is enough to fail.
func (q *query) least() report.Urgency {
	switch {
	case q.urgency.value != "":
		return report.Urgency(q.urgency.value)
	case q.failOn.value == string(report.Due):
		return report.Due
	}
	return report.Overdue
}

// atLeast keeps the items that are as pressing as least, or more.
func atLeast(r *report.Report, least report.Urgency) *report.Report {
	pressing := []report.Urgency{report.Overdue, report.Due, report.Advice}
	pressing = pressing[:slices.Index(pressing, least)+1]
	return narrow(r,
		func(i report.Item) bool { return slices.Contains(pressing, i.Urgency) },
		func(parser.Problem) bool { return true })
}

// inFiles keeps what stands in one of the files.
func inFiles(r *report.Report, files []string) *report.Report {
	within := func(path string) bool {
		return slices.ContainsFunc(files, func(f string) bool {
			return path == f || strings.HasSuffix(f, "/") && strings.HasPrefix(path, f)
		})
	}
	return narrow(r,
		func(i report.Item) bool { return within(i.Place.Path()) },
		func(p parser.Problem) bool { return within(p.Path()) })
}

// narrow returns a copy of the report with the items and problems to keep.
func narrow(r *report.Report, item func(report.Item) bool, problem func(parser.Problem) bool) *report.Report {
	kept := *r
	kept.Items, kept.Problems = nil, nil
	kept.Counts.Overdue, kept.Counts.Due, kept.Counts.Advice = 0, 0, 0
	for _, i := range r.Items {
		if !item(i) {
			continue
		}
		kept.Items = append(kept.Items, i)
		switch i.Urgency {
		case report.Overdue:
			kept.Counts.Overdue++
		case report.Due:
			kept.Counts.Due++
		case report.Advice:
			kept.Counts.Advice++
		}
	}
	for _, p := range r.Problems {
		if problem(p) {
			kept.Problems = append(kept.Problems, p)
		}
	}
	kept.Counts.Problems = len(kept.Problems)
	return &kept
}
