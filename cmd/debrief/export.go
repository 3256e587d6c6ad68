package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"debrief/cmd/debrief/internal/workspace"
	"debrief/parser"
	"debrief/report"
)

const exportHelp = `Writes the facts of a journal for other programs: its positions, interviews and
events. As CSV it is one of the three, positions unless --what says otherwise;
as JSON all of them, or the one of --what. The format is that of --format, else
what the ending of -o says, else CSV.

    debrief export -o positions.csv
    debrief export --what interviews
    debrief export --format json | jq '.events[].what'

Days are written as 2026-11-18 and instants with their offset, both in the order
of the journal: the same notes give the same bytes. In CSV, a cell that a
spreadsheet would take for a formula gets an apostrophe before it. debrief import
reads the positions back.`

// exportFlags are what export was asked to write, and where.
type exportFlags struct {
	format, what choice
	file         words
	now          instant
}

// newExport returns the verb that writes a journal's facts for other programs.
func newExport(p *program) *cobra.Command {
	f := exportFlags{
		format: choice{words: []string{"csv", "json"}}, now: instant{flag: "now"},
		what: choice{words: exportNames()},
	}
	cmd := &cobra.Command{
		Use:   "export [DIR]",
		Short: "positions, interviews and events for other programs",
		Long:  exportHelp,
		Args:  cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			dir, err := oneFolder(cmd, args)
			if err != nil {
				return err
			}
			return p.export(cmd.Context(), &f, dir)
		},
		ValidArgsFunction: completeFolders,
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.Var(&f.format, "format", "how to write it")
	flags.Var(&f.what, "what", "the only facts to write")
	flags.VarP(&f.file, "output", "o", "the file to write, instead of standard output")
	flags.Var(&f.now, "now", "the instant that decides what has happened, instead of now")
	return cmd
}

// export writes the facts of the journal in dir.
func (p *program) export(ctx context.Context, f *exportFlags, dir string) error {
	format, err := f.formatMeant()
	if err != nil {
		return err
	}
	file := f.file.String()
	var hide []string // a file of ours in the journal is no part of it
	if file != "" && file != standardOutput {
		hide = []string{file}
		if holdsNote(file) {
			return withHint(fmt.Errorf("%s is a note: nothing was written", file), "name a file of its own, such as positions.csv")
		}
	}
	j, err := p.load(ctx, p.findRoot(dir), hide)
	if err != nil {
		return err
	}
	r, err := p.build(ctx, j, &f.now, time.Time{})
	if err != nil {
		return err
	}
	p.remarkLost(r) // other programs see no problems
	x := exported{journal: j, report: r}
	var text []byte
	if format == "json" {
		text, err = x.json(f.what.value)
	} else {
		text, err = x.csv(f.what.value)
	}
	if err != nil {
		return err
	}
	if file == "" || file == standardOutput {
		return p.print(text)
	}
	_, err = workspace.WriteFile(file, text)
	return err
}

// formatMeant is --format, else the ending of -o, else CSV.
func (f *exportFlags) formatMeant() (string, error) {
	if f.format.value != "" {
		return f.format.value, nil
	}
	file := f.file.String()
	if file == "" || file == standardOutput {
		return "csv", nil
	}
	ending := strings.TrimPrefix(strings.ToLower(filepath.Ext(file)), ".")
	if slices.Contains(f.format.words, ending) {
		return ending, nil
	}
	return "", usage("the endings are .csv and .json; --format names one for any file", "the ending of %q names no format", file)
}

// remarkLost says that something is missing from what a verb prints without
// its problems: whoever runs it has to hear of them.
func (p *program) remarkLost(r *report.Report) {
	if errs := lostFacts(r); errs > 0 {
		p.remark(counted(errs, "1 line of the notes was not understood, and is left out", "%d lines of the notes were not understood, and are left out"),
			"debrief check names them")
	}
}

// lostFacts counts the problems by which something is missing.
func lostFacts(r *report.Report) int {
	n := 0
	for _, problem := range r.Problems {
		if problem.Severity() == parser.Error {
			n++
		}
	}
	return n
}
