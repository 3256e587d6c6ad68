package main

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"debrief/cmd/debrief/internal/edit"
	"debrief/cmd/debrief/internal/table"
)

const importHelp = `Makes an application note of each row of a spreadsheet: a sheet of your own, or
what a tracker exports (Huntr, Teal, Notion, LinkedIn and others). FILE is text
with commas, semicolons or tabs, as every spreadsheet saves it under CSV; - is
standard input.

Columns are recognised by their names, in English and German, and shown. What
has no place in the fields of a note, or cannot be read there, is kept in its
text, so that nothing of a row is lost. Rows that the journal knows already, by
company and role or by the link, are listed and left alone.

    debrief import jobs.csv --dry-run
    debrief import jobs.csv --map 'Where=source,Name=company' --yes

On a terminal it asks; elsewhere notes are made with --yes, or where --map says
of every column what it is. COLUMN=text keeps a column as text, COLUMN= leaves it
out. A date such as 03/04/2026 is read as the other rows of its column show, or
as --dates says, and never guessed.`

// importFlags are how import was asked to read a spreadsheet.
type importFlags struct {
	journal             folder
	now                 instant
	maps, statuses      pairings
	dates, encoding     choice
	yes, dryRun, ragged bool

	// file is as it was given, called what messages call it, and source what the
	// notes do: a path means nothing in a note that outlives the file.
	file, called, source string
}

// newImport returns the verb that makes notes of a spreadsheet.
func newImport(p *program) *cobra.Command {
	f := importFlags{
		now:      instant{flag: "now"},
		maps:     pairings{kind: "COLUMN=FIELD,…", reads: readField},
		statuses: pairings{kind: "WORD=STATUS,…", reads: readStatusWord},
		dates:    choice{words: []string{"dmy", "mdy"}}, encoding: choice{words: table.Encodings},
	}
	cmd := &cobra.Command{
		Use:   "import FILE",
		Short: "make notes of a spreadsheet, or of a tracker's export",
		Long:  importHelp,
		Args:  cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage(seeHelp(cmd), "import takes one file, not %d", len(args))
			}
			return p.importFile(cmd.Context(), &f, args[0])
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return []string{"csv", "tsv", "txt"}, cobra.ShellCompDirectiveFilterFileExt
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.Var(&f.maps, "map", "what a column is, where its name does not say")
	flags.Var(&f.statuses, "status", "what a word for where it stands means")
	flags.Var(&f.dates, "dates", "how 03/04/2026 reads where no row shows it")
	flags.Var(&f.encoding, "encoding", "how the file's letters are encoded, where it does not show")
	flags.BoolVar(&f.ragged, "ragged", false, "take rows with too few or too many cells as they are")
	flags.BoolVar(&f.dryRun, "dry-run", false, "print the notes instead of making them")
	flags.BoolVar(&f.yes, "yes", false, "ask nothing and make the notes")
	flags.Var(&f.journal, "journal", "the journal's folder, instead of the one around here")
	flags.Var(&f.now, "now", "the instant that today is of, instead of now")
	return cmd
}

// importFile reads a spreadsheet, shows what it takes it for, and makes notes.
func (p *program) importFile(ctx context.Context, f *importFlags, file string) error {
	f.file, f.called, f.source = file, file, filepath.Base(file)
	if file == standardInput {
		f.called, f.source = "standard input", file
	}
	t, err := p.readTable(ctx, f)
	if err != nil {
		return err
	}
	m := newMapping(t)
	if err := m.settle(f.maps.list); err != nil {
		return err
	}
	// Shown before anything that may be wrong with it: the table is what helps to
	// understand the message.
	if err := p.print([]byte(m.String())); err != nil {
		return err
	}
	if err := p.settleByHand(f, m); err != nil {
		return err
	}
	if !m.has("company") && !m.has("via") {
		return usage("--map 'COLUMN=company' names it; "+m.hint(""), "%s: no column is known to be the company", f.called)
	}
	orders, err := p.orders(f, t, m)
	if err != nil {
		return err
	}
	n, err := p.openNotebook(p.findRoot(f.journal.String()))
	if err != nil {
		return err
	}
	now, err := p.instantOf(&f.now, n.journal.Zone)
	if err != nil {
		return err
	}
	reader := &rowReader{table: t, mapping: m, orders: orders, statuses: f.statuses.list}
	check := newCustoms(n, now)
	all, err := check.importRows(reader, f.source)
	if err != nil {
		return err
	}
	return p.finishImport(f, m, all, check.warnings)
}

// finishImport says what became of each row, and writes the notes where that is
// wanted. warnings are how many more there are with them.
func (p *program) finishImport(f *importFlags, m mapping, all []*importRow, warnings int) error {
	var changes []edit.Change
	for _, ir := range all {
		if ir.refused == "" && ir.known == "" {
			changes = append(changes, ir.change)
		}
	}
	if err := p.print([]byte(f.account(all))); err != nil {
		return err
	}
	switch {
	case f.dryRun:
		return cmp.Or(p.apply(true, changes...), leftOut(all))
	case len(changes) == 0:
		return leftOut(all)
	case f.yes:
	case p.asksAbout(f):
		if !p.agreesTo(fmt.Sprintf("Make %s? [y/N] ", counted(len(changes), "this note", "these %d notes"))) {
			p.remark("nothing was written", "")
			return nil
		}
	case !m.allByHand(): // nobody has looked at what the columns are taken for
		p.remark("nothing was written", "--yes makes the notes, --dry-run shows them; --map changes what a column is")
		return leftOut(all)
	}
	if err := p.apply(false, changes...); err != nil {
		return err
	}
	var paths strings.Builder
	for _, c := range changes {
		fmt.Fprintf(&paths, "%s\n", visible(c.Name()))
	}
	if warnings > 0 {
		p.remark(counted(warnings, "1 warning comes with them", "%d warnings come with them"), "debrief check shows what to look at")
	}
	return cmp.Or(p.print([]byte(paths.String())), leftOut(all))
}

// leftOut ends the verb with the status of findings where a row could not be
// imported, so that a script takes note.
func leftOut(all []*importRow) error {
	if slices.ContainsFunc(all, func(ir *importRow) bool { return ir.refused != "" }) {
		return errFindings
	}
	return nil
}
