package main

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"debrief/cmd/debrief/internal/git"
	"debrief/report"
	"debrief/report/render"
)

const changesHelp = `Says what became owed, what was done, and what is no longer asked for, between
two revisions or instants. Without FROM it begins with the last commit that
touched the report (STATUS.md and its like, or the file that --report names),
and where there is none a week ago; without TO it ends now, with the notes as
they are on disk. DIR is the journal's folder, named by --journal.

    debrief changes                       since the last report
    debrief changes 2026-11-16            since Monday
    debrief changes HEAD~5..HEAD
    debrief changes 2026-11-09..2026-11-16 -o review.md

What was done is told with the day that the notes give it. Where they give none,
the time of the first commit that has it is told instead. Nothing is checked
out, and nothing written but what -o names.`

// week is how far changes looks back without a report in git, in days.
const week = 7

// A stretchOfTime is FROM..TO as it was written.
type stretchOfTime struct{ from, to past }

// newChanges returns the verb for the weekly review.
func newChanges(p *program) *cobra.Command {
	q := newQuery("never")
	var journal folder
	var reportFile words
	cmd := &cobra.Command{
		Use:   "changes [FROM[..TO]]",
		Short: "what became owed and was done since",
		Long:  changesHelp,
		Args:  cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usage("write it as FROM..TO", "changes takes one span, not %d", len(args))
			}
			span, err := readSpan(strings.Join(args, ""))
			if err != nil {
				return err
			}
			return p.changes(cmd.Context(), q, journal.String(), string(reportFile), span)
		},
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	q.register(cmd, render.ChangesFormats(nil), "only", "company", "person", "since", "urgency", "fail-on")
	cmd.Flags().Var(&journal, "journal", "the journal's folder, instead of the one around here")
	cmd.Flags().Var(&reportFile, "report", "the report in git since which to tell")
	return cmd
}

// readSpan reads FROM..TO, either of which may be left out.
func readSpan(s string) (stretchOfTime, error) {
	var span stretchOfTime
	from, to, _ := strings.Cut(s, "..")
	if strings.HasPrefix(to, ".") {
		return span, usage("write it with two dots", "%q has three dots", s)
	}
	for _, end := range []struct {
		text string
		at   *past
	}{{from, &span.from}, {to, &span.to}} {
		if end.text == "" {
			continue
		}
		if err := end.at.Set(end.text); err != nil {
			return span, err
		}
	}
	return span, nil
}

// changes compares the journal at the two ends of a span.
func (p *program) changes(ctx context.Context, q *query, dir, reportFile string, span stretchOfTime) error {
	outputs, err := q.outputs(render.ChangesFormats(nil))
	if err != nil {
		return err
	}
	root := p.findRoot(dir)
	a, err := p.openArchive(ctx, root, filesOf(outputs))
	if err != nil {
		return err
	}
	states, err := p.statesOf(ctx, a, q, reportFile, span)
	if err != nil {
		return gitError(err, root)
	}
	p.remarkApart(a)
	changes := report.Compare(states)
	return p.write(ctx, withFormats(outputs, render.ChangesFormats(changes)), nil, q.options(), q.color.value)
}

// statesOf returns the journal at both ends of a span, and at the commits
// between them.
func (p *program) statesOf(ctx context.Context, a *archive, q *query, reportFile string, span stretchOfTime) ([]report.State, error) {
	last, head, err := p.endOf(ctx, a, q, span.to)
	if err != nil {
		return nil, err
	}
	start, from, err := p.startOf(ctx, a, reportFile, span.from, last.At)
	if err != nil {
		return nil, err
	}
	if !from.Before(last.At) {
		return nil, usage("the one that was committed earlier comes first: FROM..TO",
			"the span from %s to %s ends before it begins", from.In(a.zone).Format("2006-01-02 15:04"), last.At.In(a.zone).Format("2006-01-02 15:04"))
	}
	first, err := a.at(ctx, start, "")
	if err != nil {
		return nil, err
	}
	states := []report.State{{Journal: first, At: from}}
	between, err := a.eras(ctx, head, func(revisions []git.Revision, i int) bool {
		at := revisions[i].Time
		if !at.After(from) || !at.Before(last.At) {
			return false
		}
		return len(revisions) <= manyCommits || i+1 == len(revisions) || dayOf(revisions[i+1].Time) != dayOf(at)
	})
	if err != nil {
		return nil, err
	}
	for _, e := range between {
		journal, err := e.journal()
		if err != nil {
			return nil, err
		}
		if e.Time.After(states[len(states)-1].At) {
			states = append(states, report.State{Journal: journal, At: e.Time})
		}
	}
	return append(states, last), nil
}

// manyCommits is how many commits are looked at one by one; of a longer
// history, each day's last.
const manyCommits = 300

// dayOf is the calendar day of a commit, where it was made.
func dayOf(t time.Time) string { return t.Format(time.DateOnly) }

// endOf returns the journal where a span ends, and the last commit before that.
func (p *program) endOf(ctx context.Context, a *archive, q *query, to past) (report.State, git.Commit, error) {
	if to.text == "" {
		head, err := a.repo.Commit(ctx, "HEAD")
		if errors.Is(err, git.ErrNoCommit) {
			return report.State{}, head, nothingCommitted()
		}
		if err != nil {
			return report.State{}, head, err
		}
		state, err := p.present(ctx, a, q, head)
		return state, head, err
	}
	c, folder, err := a.find(ctx, to)
	if err != nil {
		return report.State{}, c, err
	}
	journal, err := a.at(ctx, c, folder)
	if err != nil {
		return report.State{}, c, err
	}
	state := report.State{Journal: journal, At: c.Time}
	if to.isInstant() {
		state.At, err = to.when.in(journal.Zone)
	}
	return state, c, err
}

// present returns the journal as it is now: on disk, in a bare repository its
// last commit. Of a submodule no commit has the notes: with them in the present
// alone, all that they ask for would seem to have come up now.
func (p *program) present(ctx context.Context, a *archive, q *query, head git.Commit) (report.State, error) {
	var state report.State
	var err error
	if a.repo.Bare {
		state.Journal, err = a.at(ctx, head, "")
	} else {
		state.Journal, err = p.load(ctx, a.root, append(a.apartIn(ctx, head), a.hide...))
	}
	if err == nil {
		state.At, err = p.instantOf(&q.now, state.Journal.Zone)
	}
	return state, err
}

// startOf returns the commit and the instant at which a span begins.
func (p *program) startOf(ctx context.Context, a *archive, reportFile string, from past, end time.Time) (git.Commit, time.Time, error) {
	if from.text != "" {
		c, _, err := a.find(ctx, from)
		if errors.Is(err, git.ErrNoCommit) && from.isInstant() {
			return p.firstCommit(ctx, a)
		}
		if err != nil || !from.isInstant() {
			return c, c.Time, err
		}
		at, err := from.when.in(a.currentZone(ctx))
		return c, at, err
	}
	c, err := a.repo.LastChange(ctx, reportFiles(reportFile)...)
	if err == nil && c.Time.Before(end) {
		return c, c.Time, nil
	}
	if reportFile != "" {
		return c, end, withHint(errors.New("no commit before has the report "+reportFile), "name it as the journal's folder has it")
	}
	if err != nil && !errors.Is(err, git.ErrNoCommit) {
		return c, end, err
	}
	at := end.In(a.currentZone(ctx)).AddDate(0, 0, -week)
	c, err = a.repo.Before(ctx, at)
	if errors.Is(err, git.ErrNoCommit) {
		return p.firstCommit(ctx, a)
	}
	return c, at, err
}

// firstCommit begins with the history where that is younger than the span.
func (p *program) firstCommit(ctx context.Context, a *archive) (git.Commit, time.Time, error) {
	head, err := a.repo.Commit(ctx, "HEAD")
	if err != nil {
		return head, time.Time{}, err
	}
	history, err := a.repo.History(ctx, head.ID)
	if err != nil {
		return head, time.Time{}, err
	}
	if len(history) == 0 {
		return head, time.Time{}, withHint(errors.New("nothing of the journal has been committed yet"), "git add . && git commit -m 'first notes'")
	}
	first, hint := history[0].Commit, ""
	if a.repo.Shallow {
		hint = unshallow
	}
	p.remark("the history begins on "+first.Time.In(a.zone).Format("2006-01-02 15:04")+", so that is told from", hint)
	return first, first.Time, nil
}

// reportFiles lists the names under which a report is kept in git, or the one
// that was named.
func reportFiles(named string) []string {
	if named != "" {
		return []string{named}
	}
	var files []string
	for _, name := range []string{"STATUS", "status", "Status"} {
		for _, f := range render.Formats() {
			for _, ending := range f.Endings {
				files = append(files, name+ending)
			}
		}
	}
	return files
}
