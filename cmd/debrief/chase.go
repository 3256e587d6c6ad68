package main

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"debrief/report"
)

const chaseHelp = `Drafts a short, friendly word to each company that it is time to ask: where the
day they named has passed, where it has gone quiet, or where somebody did not
come, you among them. It says when you last heard from each other and which day
they named, asks once, and offers to send more.

    debrief chase
    debrief chase globex --format mailto

debrief sends nothing; debrief done ITEM records that you did.`

// newChase returns the verb that drafts follow-ups.
func newChase(p *program) *cobra.Command {
	var f draftFlags
	cmd := &cobra.Command{
		Use:               "chase [ITEM|NAME]",
		Short:             "a friendly follow-up where it is time to ask",
		Long:              chaseHelp,
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: p.complete(owedOrNames(report.ChaseRules())),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.chase(cmd.Context(), &f, oneName(args))
		},
	}
	f.register(cmd)
	return cmd
}

// chase prints follow-ups or writes them into files.
func (p *program) chase(ctx context.Context, f *draftFlags, args []string) error {
	journal, err := p.load(ctx, p.findRoot(f.journal.String()), nil)
	if err != nil {
		return err
	}
	r, err := p.build(ctx, journal, &f.now, time.Time{})
	if err != nil {
		return err
	}
	items, err := itemsAbout(r, args, owing{rules: report.ChaseRules(), what: "follow-up"})
	if err != nil {
		return err
	}
	drafts := report.Chases(journal, r.Now, items)
	if len(drafts) == 0 {
		return p.print([]byte("There is nobody to ask tonight.\n"))
	}
	return p.handOver(f, drafts)
}
