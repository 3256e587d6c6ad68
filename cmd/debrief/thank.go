package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"debrief/report"
)

const thankHelp = `Drafts the thank-you notes that are owed, or those of one item, person or
company: for each interviewer another one, from what the notes on the round
hold. What the journal does not know is left open in brackets, and nothing is
made up. A note that is written already is printed as it is.

    debrief thank
    debrief thank dana --format eml -o dana.eml
    debrief thank acme --save --dry-run

An .eml file opens in a mail program ready to be finished; a mailto link does
the same from a browser. debrief sends nothing. --save writes the draft into the
round's own note, where the report finds it: your note is written, send it.`

// newThank returns the verb that drafts thank-you notes.
func newThank(p *program) *cobra.Command {
	var f draftFlags
	save, dry := false, false
	cmd := &cobra.Command{
		Use:               "thank [ITEM|NAME]",
		Short:             "a draft of each thank-you note that is owed",
		Long:              thankHelp,
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: p.complete(owedOrNames(thanksOwed.rules)),
		RunE: func(cmd *cobra.Command, args []string) error {
			args = oneName(args)
			switch {
			case dry && !save:
				return usage("without --save nothing is written anyway", "--dry-run goes with --save")
			case save && (f.out.words != "" || f.format.value != ""):
				return usage("run it once with --save and once without", "--save writes into the note, --format and -o elsewhere")
			case save:
				return p.saveThanks(cmd.Context(), &f, args, dry)
			}
			return p.thank(cmd.Context(), &f, args)
		},
	}
	f.register(cmd)
	cmd.Flags().BoolVar(&save, "save", false, "write the draft into the round's note, as a letter not yet sent")
	cmd.Flags().BoolVar(&dry, "dry-run", false, "with --save: print the change instead of making it")
	return cmd
}

// thank prints drafts or writes them into files.
func (p *program) thank(ctx context.Context, f *draftFlags, args []string) error {
	journal, err := p.load(ctx, p.findRoot(f.journal.String()), nil)
	if err != nil {
		return err
	}
	r, err := p.build(ctx, journal, &f.now, time.Time{})
	if err != nil {
		return err
	}
	items, err := itemsAbout(r, args, thanksOwed)
	if err != nil {
		return err
	}
	drafts := report.ThankYous(journal, r.Now, items)
	if len(drafts) == 0 {
		p.remarkLost(r)
		return p.print([]byte("No thank-you note is owed.\n"))
	}
	return p.handOver(f, drafts)
}

// An owing is the kind of items a verb writes letters for.
type owing struct {
	rules []string
	what  string // "no … is owed to"
}

var thanksOwed = owing{rules: []string{"thank-you"}, what: "thank-you note"}

// itemsAbout returns the items of some rules that an argument means: the one of
// that id, or all about that person or company, advice included. Without an
// argument they are those that are owed.
func itemsAbout(r *report.Report, args []string, o owing) ([]report.Item, error) {
	ours := slices.DeleteFunc(slices.Clone(r.Items), func(i report.Item) bool { return !slices.Contains(o.rules, i.Rule) })
	if len(args) == 0 {
		return slices.DeleteFunc(ours, func(i report.Item) bool { return i.Urgency == report.Advice }), nil
	}
	word := args[0]
	if item, err := itemNamed(r, word); err == nil {
		if !slices.Contains(o.rules, item.Rule) {
			return nil, usage("debrief explain "+item.ID, "%s asks for no %s: %s", item.ID, o.what, item.Action)
		}
		return []report.Item{item}, nil
	}
	about := slices.DeleteFunc(slices.Clone(ours), func(i report.Item) bool { return !isNamed(i.Person, word) && !isNamed(i.Company, word) })
	if len(about) > 0 {
		return about, nil
	}
	names := namesIn(ours)
	hint := didYouMean(word, names)
	if hint == "" && len(names) > 0 {
		hint = "there is one about " + either(names[:min(len(names), 4)])
	}
	return nil, usage(hint, "no %s is owed to %q", o.what, strings.TrimSpace(word))
}

// namesIn lists the people and companies that items are about, each once.
func namesIn(items []report.Item) []string {
	var names []string
	for _, i := range items {
		for _, name := range []string{i.Person, i.Company} {
			if name != "" && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// saveThanks writes drafts into the notes of their rounds, all or none.
func (p *program) saveThanks(ctx context.Context, f *draftFlags, args []string, dry bool) error {
	n, err := p.openNotebook(p.findRoot(f.journal.String()))
	if err != nil {
		return err
	}
	r, err := p.build(ctx, n.journal, &f.now, time.Time{})
	if err != nil {
		return err
	}
	items, err := itemsAbout(r, args, thanksOwed)
	if err != nil {
		return err
	}
	drafts := report.ThankYous(n.journal, r.Now, items)
	written := func(d report.Draft) bool { return d.Written }
	if fresh := slices.DeleteFunc(slices.Clone(drafts), written); len(fresh) > 0 {
		return p.saveDrafts(n, r, fresh, dry)
	}
	if len(drafts) > 0 {
		left := "send it"
		if drafts[0].Gaps() > 0 {
			left = "fill in what stands in brackets, and send it"
		}
		return p.print([]byte(fmt.Sprintf("The note to %s is written already: %s.\n", visible(nameOf(&drafts[0])), left)))
	}
	p.remarkLost(r)
	return p.print([]byte("No thank-you note is owed.\n"))
}
