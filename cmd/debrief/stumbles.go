package main

import (
	"context"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"debrief/report"
	"debrief/report/render"
)

const stumblesHelp = `Lists every question that ever made you stumble, with the better answers: those
that came up in most interviews first, then the latest. Questions in other words
are one where the rule stumble-repeated takes them for the same.

    debrief stumbles --unanswered
    debrief stumbles -o practice.md`

// newStumbles returns the verb that lists hard questions.
func newStumbles(p *program) *cobra.Command {
	q := newQuery("never")
	unanswered := false
	cmd := &cobra.Command{
		Use:               "stumbles [DIR]",
		Short:             "every question that made you stumble, with the answers",
		Long:              stumblesHelp,
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: completeFolders,
		RunE: func(cmd *cobra.Command, args []string) error {
			dir, err := oneFolder(cmd, args)
			if err != nil {
				return err
			}
			return p.stumbles(cmd.Context(), q, dir, unanswered)
		},
	}
	q.register(cmd, render.StumbleFormats(nil, time.Time{}), "only", "company", "person", "since", "urgency", "fail-on")
	cmd.Flags().BoolVar(&unanswered, "unanswered", false, "only those without a better answer")
	return cmd
}

// stumbles writes the hard questions of a journal.
func (p *program) stumbles(ctx context.Context, q *query, dir string, unanswered bool) error {
	outputs, err := q.outputs(render.StumbleFormats(nil, time.Time{}))
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
	questions := report.HardQuestions(journal, r.Now)
	if unanswered {
		questions = slices.DeleteFunc(questions, func(q report.HardQuestion) bool { return q.Answer() != "" })
	}
	return p.write(ctx, withFormats(outputs, render.StumbleFormats(questions, r.Now)), nil, render.Options{}, q.color.value)
}
