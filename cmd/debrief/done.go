package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"debrief/cmd/debrief/internal/edit"
	"debrief/parser"
	"debrief/report"
)

const doneHelp = `Records that an item of the report was done, by adding the very line that the
report names. ITEM is the short word behind the item's place in the report, or
the name of a person or company that only one item is about. Where the line has
gaps, WORDS fill them from left to right.

    debrief done annznue
    debrief done annznue --on 2026-11-18 --about 'the replay on the board'
    debrief done xtxoys7 Initech 'Platform Engineer'

Without ITEM the open ones are listed with numbers, and on a terminal asked for.
Nothing is written where the line would not settle the item. --dry-run prints
the change as a diff; in a journal kept in git, git checkout takes it back.`

// A deedFlags is how done was asked to record something.
type deedFlags struct {
	on, now instant
	about   phrase
	journal folder
	dryRun  bool
}

// newDone returns the verb that records what was done.
func newDone(p *program) *cobra.Command {
	f := deedFlags{on: instant{flag: "on", named: true}, now: instant{flag: "now"}}
	cmd := &cobra.Command{
		Use:               "done [ITEM [WORDS…]]",
		Short:             "record that an item was done",
		Long:              doneHelp,
		Args:              cobra.ArbitraryArgs,
		RunE:              func(cmd *cobra.Command, args []string) error { return p.done(cmd.Context(), &f, args) },
		ValidArgsFunction: p.complete(theDeeds),
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.Var(&f.on, "on", "when it was done, instead of today")
	flags.Var(&f.about, "about", "what it was about")
	flags.BoolVar(&f.dryRun, "dry-run", false, "print the change instead of making it")
	flags.Var(&f.journal, "journal", "the journal's folder, instead of the one around here")
	flags.Var(&f.now, "now", "the instant of the report, instead of now")
	return cmd
}

// done records that something was done.
func (p *program) done(ctx context.Context, f *deedFlags, args []string) error {
	n, err := p.openNotebook(p.findRoot(f.journal.String()))
	if err != nil {
		return err
	}
	r, err := p.build(ctx, n.journal, &f.now, time.Time{})
	if err != nil {
		return err
	}
	if len(args) > 0 {
		words := wordsOfName(r, args)
		item, err := itemMeant(r, strings.Join(args[:words], " "))
		if err != nil {
			return err
		}
		return p.record(f, n, r, item, args[words:])
	}
	open := recordable(r)
	if len(open) == 0 {
		p.remarkLost(r)
		return p.print([]byte("Nothing is open that a line in a note would settle.\n"))
	}
	if err := p.print([]byte(numbered(open))); err != nil || !p.asks() {
		return err
	}
	picked, err := p.pick(len(open))
	if err != nil {
		return err
	}
	for i, at := range picked {
		if i > 0 { // the line before has moved the others
			if n, err = p.openNotebook(n.root); err != nil {
				return err
			}
			if r, err = p.build(ctx, n.journal, &f.now, time.Time{}); err != nil {
				return err
			}
		}
		item, err := itemNamed(r, open[at].ID)
		if err != nil {
			continue // settled together with another
		}
		if err := p.record(f, n, r, item, nil); err != nil {
			return err
		}
	}
	return nil
}

// recordable lists the items that are owed and that a line settles.
func recordable(r *report.Report) []report.Item {
	return slices.DeleteFunc(slices.Clone(r.Items), func(i report.Item) bool {
		return i.Record == nil || i.Urgency == report.Advice
	})
}

// numbered lists items to choose from.
func numbered(items []report.Item) string {
	var b strings.Builder
	for i, item := range items {
		fmt.Fprintf(&b, "%2d  %s  %s\n", i+1, item.ID, visible(item.Message))
	}
	return b.String()
}

// asks reports whether there is somebody at a terminal to be asked.
func (p *program) asks() bool {
	f, ok := p.stdin.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// pick asks for numbers from 1 to n and returns them counted from 0; none for
// an empty answer.
func (p *program) pick(n int) ([]int, error) {
	answer := p.ask("Which was done? (1-" + strconv.Itoa(n) + ", several with spaces, none to leave) ")
	var picked []int
	for _, word := range strings.FieldsFunc(answer, func(r rune) bool { return r == ' ' || r == ',' }) {
		k, err := strconv.Atoi(word)
		if err != nil || k < 1 || k > n {
			return nil, usage("write the number before it", "%q is not on the list", word)
		}
		picked = append(picked, k-1)
	}
	return picked, nil
}

// ask prints a question on standard error and returns the line that answers it.
func (p *program) ask(question string) string {
	fmt.Fprint(p.stderr, question)
	if p.answers == nil {
		p.answers = bufio.NewReader(p.stdin)
	}
	answer, err := p.answers.ReadString('\n')
	if err != nil && answer == "" {
		fmt.Fprintln(p.stderr)
		return "" // Ctrl-D leaves as an empty answer does
	}
	return strings.TrimSpace(answer)
}

// itemMeant returns the item of an id, or the only one about a person or a
// company.
func itemMeant(r *report.Report, word string) (report.Item, error) {
	item, err := itemNamed(r, word)
	if err == nil {
		return item, nil
	}
	var about []report.Item
	for _, item := range recordable(r) {
		if isNamed(item.Person, word) || isNamed(item.Company, word) {
			about = append(about, item)
		}
	}
	switch len(about) {
	case 0:
		if len(itemsCalled(r, word)) > 1 {
			return report.Item{}, err
		}
		return report.Item{}, usage(openHint(r, word), "nothing that is open is about %q", word)
	case 1:
		return about[0], nil
	}
	var each []string
	for _, item := range about {
		each = append(each, fmt.Sprintf("%s (%s)", item.ID, strings.TrimSpace(item.Rule+" "+item.Person)))
	}
	return report.Item{}, usage("write the short word of the one you mean: "+either(each), "%d items are about %q", len(about), word)
}

// wordsOfName returns how many of the first arguments are the name of somebody
// or of a company that something is open for: Li Wei is one name without quotes
// as well. One, where none are.
func wordsOfName(r *report.Report, args []string) int {
	for n := len(args); n > 1; n-- {
		name := strings.Join(args[:n], " ")
		called := func(i report.Item) bool {
			return parser.SameName(i.Person, name) || parser.SameName(i.Company, name)
		}
		if slices.ContainsFunc(recordable(r), called) {
			return n
		}
	}
	return 1
}

// openHint says what to write instead of a word that means no open item. The
// numbers of the list are no names: they change with the next line in a note.
func openHint(r *report.Report, word string) string {
	open := recordable(r)
	if n, err := strconv.Atoi(word); err == nil && n > 0 && n <= len(open) {
		return fmt.Sprintf("number %d is %s: debrief done %s", n, visible(open[n-1].Message), open[n-1].ID)
	}
	if hint := didYouMean(word, namesIn(open)); hint != "" {
		return hint
	}
	return "debrief done lists what is open, and what to call it"
}

// isNamed reports whether a word is somebody's name, or one part of it.
func isNamed(name, word string) bool {
	if name == "" {
		return false
	}
	return parser.SameName(name, word) || slices.ContainsFunc(strings.Fields(name), func(part string) bool { return parser.SameName(part, word) })
}

// record writes the line that settles an item.
func (p *program) record(f *deedFlags, n *notebook, r *report.Report, item report.Item, fill []string) error {
	if item.Record == nil {
		return withHint(fmt.Errorf("no single line settles this: %s", item.Action), "debrief explain "+item.ID)
	}
	text, err := p.recordText(f, r, item, fill)
	if err != nil {
		return err
	}
	note, err := n.note(item.Record.File)
	if err != nil {
		return err
	}
	change := note.Change(edit.AfterLine(note.Text, item.Record.Line, text))
	after := report.Build(n.with(change), r.Now)
	if _, err := itemNamed(after, item.ID); err == nil {
		return withHint(fmt.Errorf("%q would not settle this, and was not written", text), gapHint(item, text))
	}
	if err := p.apply(f.dryRun, change); err != nil || f.dryRun {
		return err
	}
	at := item.Record.Line + 1
	switch {
	case item.Record.Line == 0:
		at = strings.Count(change.After, "\n") - strings.Count(text, "\n")
	case strings.HasPrefix(text, "#") && strings.TrimSpace(strings.Split(change.After, "\n")[at-1]) == "":
		at++ // set off by an empty line
	}
	return p.print([]byte(fmt.Sprintf("%s:%d: %s\n", visible(note.Name), at, visible(strings.ReplaceAll(text, "\n", " / ")))))
}
