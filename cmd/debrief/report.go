package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"debrief/parser"
	"debrief/report/render"
)

const reportHelp = `Prints what is overdue, what is due and advice, then the positions and the search
at a glance. DIR is the journal's folder; - reads one note from standard input.

With -o the report goes into a file, in the format its ending names: .txt, .md,
.json and so on. Several -o write several files from one reading; - is standard
output. A file is replaced whole or not at all, and left alone when it already
says the same. With --if-changed, the day on which it was written does not count
either. A file of the journal that -o writes is not read as a note.

--exec runs a command with the report on its standard input, as JSON or in the
format that --format names.

An .ics is a calendar to subscribe to: what is owed and the interviews ahead. An
.eml is a mail with the report; debrief sends none itself, a program does:
debrief --format eml --mail-to ADDR | sendmail -t

An .html is a page for a browser, with pictures, in one file that loads nothing
else. Its links lead to the notes, or where --link says: into an editor with
--link 'vscode://file{path}:{line}'.

With --at the notes are read as a commit had them: of a revision, or of the last
commit before an instant. Nothing is checked out, and the report is that of the
time of the commit, unless --now says otherwise.

With --evidence git is asked when it first saw the lines that record something
without a date, or days after it. That is git's word and marked as such: nothing
that is owed depends on it.

The exit status is 0 however much is owed, unless --fail-on asks for more: then
it is 1 when something that urgent is owed or a note has lost facts to an error.`

// newReport returns the verb that debrief is for.
func newReport(p *program) *cobra.Command {
	q := newQuery("never")
	var at past
	evidence := false
	var d delivery
	cmd := &cobra.Command{
		Use:               "report [DIR]",
		Short:             "what is overdue, due and advisable",
		Long:              reportHelp,
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: completeFolders,
		RunE: func(cmd *cobra.Command, args []string) error {
			dir, err := oneFolder(cmd, args)
			if err != nil {
				return err
			}
			return d.once(p, func() error { return p.report(cmd.Context(), q, &d, dir, at, evidence) })
		},
	}
	q.register(cmd, render.Formats())
	p.completeNames(cmd)
	cmd.Flags().Var(&at, "at", "the journal as git had it there, instead of as it is")
	cmd.Flags().BoolVar(&evidence, "evidence", false, "also when git first saw what the notes do not date")
	d.register(cmd)
	return cmd
}

// report reads the journal in dir, writes the report wherever it is wanted
// and returns errFindings when it holds what --fail-on looks for. With a past,
// the journal is the one that git had there, reported on at its own time.
func (p *program) report(ctx context.Context, q *query, d *delivery, dir string, at past, evidence bool) error {
	outputs, err := d.outputs(q)
	if err != nil {
		return err
	}
	root := p.findRoot(dir)
	for i := range outputs {
		outputs[i].journal, outputs[i].links = root, q.links(root, outputs[i].file)
	}
	journal, then, err := p.loadAt(ctx, root, filesOf(outputs), at)
	if err != nil {
		return err
	}
	whole, err := p.build(ctx, journal, &q.now, then)
	if err != nil {
		return err
	}
	kept, err := q.filter(journal, whole)
	if err != nil {
		return err
	}
	draw(kept, journal, outputs)
	if evidence {
		if kept.Evidence, err = p.evidence(ctx, root, at, q.about(journal)); err != nil {
			return err
		}
	}
	if p.quiet && nothingToSay(kept) {
		outputs = withoutProse(outputs)
	}
	if err := p.write(ctx, outputs, kept, q.options(), q.color.value); err != nil {
		return err
	}
	return q.verdict(kept)
}

// loadAt reads the journal as it is, or as it stood in the past; then is when
// that was, zero for now.
func (p *program) loadAt(ctx context.Context, root string, hide []string, at past) (j *parser.Journal, then time.Time, err error) {
	if at.text == "" {
		j, err = p.load(ctx, root, hide)
		return j, then, err
	}
	j, commit, err := p.loadPast(ctx, root, hide, at)
	return j, commit.Time, err
}

// oneFolder returns the only argument, "" when there is none.
func oneFolder(cmd *cobra.Command, args []string) (string, error) {
	if len(args) == 0 {
		return "", nil
	}
	if err := notAVerb(cmd, args[0]); err != nil {
		return "", err
	}
	if len(args) > 1 {
		return "", usage(seeHelp(cmd), "%s takes one folder, not %d", cmd.CommandPath(), len(args))
	}
	if args[0] == "" {
		return "", usage("leave it out for the journal around this folder", "the folder's name is empty")
	}
	return args[0], nil
}

// notAVerb catches a mistyped verb, which the root takes for a folder: a
// plain word that names nothing on disk.
func notAVerb(cmd *cobra.Command, word string) error {
	if cmd.HasParent() || word == "" || strings.ContainsAny(word, `/\.~`) || word == standardInput {
		return nil
	}
	if _, err := os.Stat(word); !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	hint := didYouMean(word, verbNames(cmd))
	if hint == "" {
		hint = "debrief help lists the verbs; a folder is named as ./" + word
	}
	return usage(hint, "%q is neither a verb nor a folder", word)
}

// completeFolders offers folders to the shell.
func completeFolders(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}
