package main

import (
	"context"
	"errors"
	"time"

	"github.com/spf13/cobra"

	"debrief/report"
	"debrief/report/render"
)

const prepHelp = `Puts on one page what to read before the next round at a company: when it is
and who is met, what is known of them, the rounds so far with what worked and
what did not, what made you stumble with the better answers, research, and what
keeps coming back in interviews anywhere. Where no round has a date yet, it says
what there is.

    debrief prep globex
    debrief prep globex -o globex.md`

// newPrep returns the verb that prepares for a round.
func newPrep(p *program) *cobra.Command {
	q := newQuery("never")
	var journal folder
	cmd := &cobra.Command{
		Use:               "prep COMPANY",
		Short:             "one page to read before the next round",
		Long:              prepHelp,
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: p.complete(oneCompany),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage("debrief prep globex, for one", "prep needs the name of a company")
			}
			return p.prep(cmd.Context(), q, journal.String(), oneName(args)[0])
		},
	}
	q.register(cmd, render.BriefFormats(nil), "only", "company", "person", "since", "urgency", "fail-on")
	cmd.Flags().Var(&journal, "journal", "the journal's folder, instead of the one around here")
	return cmd
}

// prep writes the page about a company.
func (p *program) prep(ctx context.Context, q *query, dir, company string) error {
	outputs, err := q.outputs(render.BriefFormats(nil))
	if err != nil {
		return err
	}
	journal, err := p.load(ctx, p.findRoot(dir), filesOf(outputs))
	if err != nil {
		return err
	}
	r, err := p.build(ctx, journal, &q.now, time.Time{})
	if err != nil {
		return err
	}
	if q.company = words(company); company == "" {
		return usage("debrief prep globex, for one", "prep needs the name of a company")
	}
	name, err := q.employer(journal)
	if err != nil {
		return err
	}
	brief, err := report.NewBrief(journal, r.Now, name)
	if errors.Is(err, report.ErrNoCompany) {
		return usage("a note in applications/ with `company:` makes a place for what you know of them", "%s: %w", name, err)
	}
	if err != nil {
		return err
	}
	p.remarkLost(r)
	return p.write(ctx, withFormats(outputs, render.BriefFormats(brief)), nil, render.Options{}, q.color.value)
}
