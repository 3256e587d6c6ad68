package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"debrief/cmd/debrief/internal/edit"
	"debrief/parser"
	"debrief/report"
)

const fixHelp = `Mends what debrief check knows how to: a misspelt field or name, a date in a
form that can be read in one way only, a quote that is missing, a waiver without
a reason. Each is shown as a diff first. On a terminal each is asked for;
elsewhere nothing is changed unless --all says so. What only you can know, such
as the reason, is asked for, or given with --reason.

FILE names the notes to mend; without one it is the whole journal. A change after
which the note would still not be understood is not made, and in a journal kept
in git, git checkout takes any of them back.`

// fixFlags are how fix was asked to mend.
type fixFlags struct {
	journal     folder
	reason      phrase
	all, dryRun bool
}

// newFix returns the verb that mends what check finds.
func newFix(p *program) *cobra.Command {
	var f fixFlags
	cmd := &cobra.Command{
		Use:   "fix [FILE…]",
		Short: "mend what check knows how to",
		Long:  fixHelp,
		Args:  cobra.ArbitraryArgs,
		RunE:  func(_ *cobra.Command, args []string) error { return p.fix(&f, args) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.BoolVar(&f.all, "all", false, "ask nothing and mend all of it")
	flags.BoolVar(&f.dryRun, "dry-run", false, "print the changes and make none")
	flags.Var(&f.reason, "reason", "the reason of waivers that have none")
	flags.Var(&f.journal, "journal", "the journal's folder, instead of the one around here")
	return cmd
}

// fix mends the problems of a journal, or of some of its notes.
func (p *program) fix(f *fixFlags, args []string) error {
	root := f.journal.String()
	if root == "" && len(args) > 0 {
		root = p.rootAround(args[0])
	}
	n, err := p.openNotebook(p.findRoot(root))
	if err != nil {
		return err
	}
	only, err := n.named(args)
	if err != nil {
		return err
	}
	mendable := n.mendable(p, only)
	if len(mendable) == 0 {
		return p.print([]byte("Nothing is wrong that could be mended by itself.\n"))
	}
	done, skipped := 0, 0
	for _, problem := range mendable {
		changed, err := p.mend(f, n, problem)
		if err != nil {
			return err
		}
		if !changed {
			skipped++
			continue
		}
		done++
		if !f.dryRun { // what comes next in the note has moved
			if n, err = p.openNotebook(n.root); err != nil {
				return err
			}
		}
	}
	return p.sumUp(f, done, skipped)
}

// sumUp says how many problems were mended.
func (p *program) sumUp(f *fixFlags, done, skipped int) error {
	switch {
	case f.dryRun || done+skipped == 0:
	case done == 0 && !p.asks() && !f.all:
		p.remark("nothing was changed", "debrief fix --all makes these changes")
	case skipped > 0:
		p.remark(fmt.Sprintf("%d mended, %d left as they are", done, skipped), "")
	default:
		p.remark(fmt.Sprintf("%d mended", done), "")
	}
	return nil
}

// named returns the paths of the notes on the command line; nil for all.
func (n *notebook) named(args []string) ([]string, error) {
	var paths []string
	for _, arg := range args {
		if _, err := os.Stat(arg); err != nil {
			return nil, fmt.Errorf("%s: %w", arg, cause(err))
		}
		name, ok := pathBelow(n.root, arg)
		if !ok {
			return nil, usage("mend the notes of one journal at a time", "%s is not in the journal %s", arg, n.root)
		}
		paths = append(paths, name)
	}
	return paths, nil
}

// mendable lists the problems that have a change to offer, in the order in
// which check prints them.
func (n *notebook) mendable(p *program, only []string) []parser.Problem {
	all := report.Build(n.journal, p.now()).Problems
	return slices.DeleteFunc(slices.Clone(all), func(problem parser.Problem) bool {
		return len(problem.Fixes) == 0 || problem.Source == nil || only != nil && !slices.Contains(only, problem.Path())
	})
}

// mend shows the change that mends a problem, and makes it if that is wanted.
// The problem is looked for anew, since a change before may have moved it.
func (p *program) mend(f *fixFlags, n *notebook, old parser.Problem) (changed bool, err error) {
	here := n.mendable(p, []string{old.Path()})
	at := slices.IndexFunc(here, func(q parser.Problem) bool { return sameProblem(old, q) })
	if at < 0 {
		return false, nil // mended together with another
	}
	problem := here[at]
	fix := problem.Fixes[0]
	start := problem.Start()
	heading := fmt.Sprintf("%s:%d:%d: %s [%s]\n", visible(problem.Path()), start.Line, start.Column, visible(problem.Message), problem.ID)
	if err := p.print([]byte(heading)); err != nil {
		return false, err
	}
	if strings.Contains(fix.Text, gap) {
		reason := f.reason.String()
		if reason == "" && p.asks() && !f.dryRun {
			reason = p.ask("The reason (empty to leave it)? ")
		}
		if reason == "" {
			return false, p.print([]byte("  only you know what to write for …: --reason TEXT says it\n"))
		}
		fix.Text = strings.Replace(fix.Text, gap, plainYAML(reason), 1)
	}
	note, err := n.note(problem.Path())
	if err != nil {
		return false, err
	}
	change := note.Change(edit.Replace(note.Text, fix.Span.Start, fix.Span.End, fix.Text))
	if !n.mends(p, problem, change) {
		return false, p.print([]byte("  what debrief would write instead makes something else unclear: it was left alone\n"))
	}
	if err := p.print([]byte(visibleLines(change.Diff()))); err != nil {
		return false, err
	}
	if f.dryRun || !f.all && !p.agrees() {
		return false, nil
	}
	return true, p.apply(false, change)
}

// agrees asks whether to make a change; nobody there to be asked is a no.
func (p *program) agrees() bool {
	return p.asks() && p.agreesTo("Make this change? [y/N] ")
}

// mends reports whether a change makes a problem go and no error come. What was
// not read before may well have a warning of its own.
func (n *notebook) mends(p *program, problem parser.Problem, change edit.Change) bool {
	before := report.Build(n.journal, p.now()).Problems
	after := report.Build(n.with(change), p.now()).Problems
	return count(before, problem) > count(after, problem) && errorsAmong(after) <= errorsAmong(before)
}

func errorsAmong(problems []parser.Problem) int {
	n := 0
	for _, p := range problems {
		if p.Severity() == parser.Error {
			n++
		}
	}
	return n
}

func count(problems []parser.Problem, like parser.Problem) int {
	n := 0
	for _, p := range problems {
		if sameProblem(p, like) {
			n++
		}
	}
	return n
}

// sameProblem reports whether two problems say the same of the same note.
func sameProblem(a, b parser.Problem) bool {
	return a.ID == b.ID && a.Path() == b.Path() && a.Message == b.Message
}
