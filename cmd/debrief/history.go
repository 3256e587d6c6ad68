package main

import (
	"context"
	"errors"
	"time"

	"github.com/spf13/cobra"

	"debrief/cmd/debrief/internal/git"
	"debrief/parser"
	"debrief/report"
	"debrief/report/render"
)

const historyHelp = `Tells the search from the first commit to now: what was overdue and due by the
notes as they stood then, and how many applications, outreach and interviews
there were by the dates that the notes give them today. A row is a day on which
something was committed, with --weekly an ISO week. Below the table is the shape
of each column.

Every text in the repository's history is read once, and nothing is checked out.`

// newHistory returns the verb that looks back over the whole search.
func newHistory(p *program) *cobra.Command {
	q := newQuery("never")
	weekly := false
	cmd := &cobra.Command{
		Use:               "history [DIR]",
		Short:             "the search over the life of its notes",
		Long:              historyHelp,
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: completeFolders,
		RunE: func(cmd *cobra.Command, args []string) error {
			dir, err := oneFolder(cmd, args)
			if err != nil {
				return err
			}
			return p.history(cmd.Context(), q, dir, weekly)
		},
	}
	q.register(cmd, render.HistoryFormats(nil), "only", "company", "person", "since", "urgency", "fail-on")
	cmd.Flags().BoolVar(&weekly, "weekly", false, "a row for every week instead of every day with a commit")
	return cmd
}

// history tells the search in dir from its first commit on.
func (p *program) history(ctx context.Context, q *query, dir string, weekly bool) error {
	outputs, err := q.outputs(render.HistoryFormats(nil))
	if err != nil {
		return err
	}
	root := p.findRoot(dir)
	a, err := p.openArchive(ctx, root, filesOf(outputs))
	if err != nil {
		return err
	}
	told, err := p.chronicle(ctx, a, q, weekly)
	if err != nil {
		return gitError(err, root)
	}
	p.remarkApart(a)
	return p.write(ctx, withFormats(outputs, render.HistoryFormats(told)), nil, q.options(), q.color.value)
}

// unshallow is the hint on a history that was cut off.
const unshallow = "this clone is shallow: git fetch --unshallow brings the rest"

// chronicle reads the journal as it stood at the end of each period.
func (p *program) chronicle(ctx context.Context, a *archive, q *query, weekly bool) (*report.History, error) {
	head, err := a.repo.Commit(ctx, "HEAD")
	if errors.Is(err, git.ErrNoCommit) {
		return nil, nothingCommitted()
	}
	if err != nil {
		return nil, err
	}
	present, err := p.present(ctx, a, q, head)
	if err != nil {
		return nil, err
	}
	count := periods{zone: present.Journal.Zone, weekly: weekly}
	eras, err := a.eras(ctx, head, func(revisions []git.Revision, i int) bool {
		return !revisions[i].Time.After(present.At) &&
			(i+1 == len(revisions) || !count.end(revisions[i+1].Time).Equal(count.end(revisions[i].Time)))
	})
	if err != nil {
		return nil, err
	}
	told := &report.History{Zone: count.zone, Weekly: weekly}
	ends, of := count.spread(eras, present.At)
	if len(ends) == 0 {
		return told, nil
	}
	if a.repo.Shallow {
		p.remark("the history begins on "+eras[0].Time.In(count.zone).Format(time.DateOnly), unshallow)
	}
	start := count.start(eras[0].Time)
	told.Periods, err = report.Chronicle(start, ends, present.Journal, func(i int) (*parser.Journal, error) {
		return eras[of[i]].journal()
	})
	return told, err
}

// periods cuts time into days or weeks of a zone.
type periods struct {
	zone   *time.Location
	weekly bool
}

// start returns the first instant of the period that t is in.
func (p periods) start(t time.Time) time.Time {
	day := parser.CivilOf(t.In(p.zone))
	if p.weekly {
		day = day.AddDays(-(int(t.In(p.zone).Weekday()) + 6) % 7)
	}
	return day.Start(p.zone)
}

// end returns the instant at which the period that t is in has ended.
func (p periods) end(t time.Time) time.Time {
	days := 1
	if p.weekly {
		days = 7
	}
	return parser.CivilOf(p.start(t).In(p.zone)).AddDays(days).Start(p.zone)
}

// spread returns the ends of the periods to tell of, and for each the number of
// the era it is told from: that of its last commit, or in a week without one
// of the commit before. The last period ends now.
func (p periods) spread(eras []era, now time.Time) (ends []time.Time, of []int) {
	var latest time.Time
	for i, e := range eras {
		end := p.end(e.Time)
		if !end.After(latest) { // clocks differ, and a rebase keeps no order
			of[len(of)-1] = i
			continue
		}
		for p.weekly && !latest.IsZero() && p.end(latest).Before(end) {
			latest = p.end(latest)
			ends, of = append(ends, latest), append(of, i-1)
		}
		ends, of, latest = append(ends, end), append(of, i), end
	}
	for p.weekly && len(ends) > 0 && latest.Before(now) {
		latest = p.end(latest)
		ends, of = append(ends, latest), append(of, len(eras)-1)
	}
	if len(ends) > 0 && ends[len(ends)-1].After(now) {
		ends[len(ends)-1] = now
	}
	return ends, of
}
