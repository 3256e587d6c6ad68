package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"strings"
	"sync"
	"syscall"
	"time"

	"debrief/cmd/debrief/internal/tell"
	"debrief/parser"
	"debrief/report"
	"debrief/report/render"
)

// lastWords is how long the end of a session waits for a command that is still
// running.
const lastWords = 5 * time.Second

// A tellOutlet tells of every report that has changed.
type tellOutlet struct {
	s       *session
	command *tell.Command // nil without --exec
	desktop *tell.Desktop // nil without --notify
	again   time.Time
	failed  failures
}

// failures are those of commands and notifications that are yet to be said.
type failures struct {
	mu   sync.Mutex
	errs []error
}

func (f *failures) add(err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.errs = append(f.errs, err)
}

// take returns what is to be said, which then is said.
func (f *failures) take() []error {
	f.mu.Lock()
	defer f.mu.Unlock()
	errs := f.errs
	f.errs = nil
	return errs
}

// openTellers gets ready to tell those whom the flags name.
func (s *session) openTellers(v vigil) {
	if v.exec == "" && !v.notify {
		return
	}
	o := &tellOutlet{s: s}
	failed := func(err error) {
		o.failed.add(err) // the session may be ending, and run no errands any more
		s.errands.add(func() (end bool) {
			for _, err := range o.failed.take() {
				s.warn(err.Error())
			}
			return false
		})
	}
	if v.exec != "" {
		o.command = tell.NewCommand(tell.CommandOptions{
			Script: string(v.exec), Journal: s.watcher.Root(), Stdout: s.aside(), Stderr: s.aside(), Failed: failed,
		})
	}
	if v.notify {
		o.desktop = tell.NewDesktop(tell.DesktopOptions{Journal: s.watcher.Root(), Env: s.p.env, Failed: failed})
	}
	s.outlets = append(s.outlets, o)
}

// aside is where a command may print: standard error, unless a report covers
// it.
func (s *session) aside() io.Writer {
	if s.speaker() != nil {
		return nil
	}
	return s.p.stderr
}

// publish tells of the report.
func (o *tellOutlet) publish(r *report.Report) error {
	state, err := stateOf(r)
	if err != nil {
		return err
	}
	if o.command != nil {
		o.command.Tell(state)
	}
	if o.desktop != nil {
		search, zone := o.s.journal.Search, o.s.journal.Zone
		o.again = o.desktop.Tell(state, func(at time.Time) (bool, time.Time) { return quietAt(search, zone, at) })
	}
	return nil
}

func (o *tellOutlet) mend() error { return nil }

// next is when the quiet hours end that keep news back.
func (o *tellOutlet) next() time.Time { return o.again }

// close gives a command that is running a moment to end.
func (o *tellOutlet) close() {
	// The signal that ends the session has come, or a key did its work. Another
	// one ends the waiting, and the command with it.
	signaled, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	ctx, cancel := context.WithTimeout(signaled, lastWords)
	defer cancel()
	var err error
	if o.command != nil {
		err = o.command.Close(ctx)
	}
	if o.desktop != nil {
		err = errors.Join(err, o.desktop.Close(ctx))
	}
	for _, err := range append(o.failed.take(), err) {
		if err != nil {
			o.s.p.say(err.Error(), "")
		}
	}
}

// stateOf is what of a report is told.
func stateOf(r *report.Report) (tell.State, error) {
	parts, err := render.PartsOf(r)
	if err != nil {
		return tell.State{}, err
	}
	state := tell.State{Now: r.Now, Counts: parts.Counts, Digest: parts.Digest}
	for i, it := range r.Items {
		since := ""
		if !it.Since.IsZero() {
			since = it.Since.UTC().Format(time.RFC3339)
		}
		state.Items = append(state.Items, tell.Item{
			ID: it.ID, Urgency: string(it.Urgency), Since: since, Title: it.Message, Body: it.Action, JSON: parts.Items[i],
		})
	}
	return state, nil
}

// quietAt reports whether an instant is in the search's quiet hours, which may
// go past midnight, and when those end.
func quietAt(search parser.Search, zone *time.Location, at time.Time) (quiet bool, until time.Time) {
	const clock = "15:04"
	if search.Quiet == "" {
		return false, time.Time{}
	}
	from, to, _ := strings.Cut(search.Quiet, "-")
	at = at.In(zone)
	switch now := at.Format(clock); {
	case from == to:
		return false, time.Time{}
	case from < to && (now < from || now >= to), from > to && now < from && now >= to:
		return false, time.Time{}
	case now < to:
		return true, onDay(at, to)
	}
	return true, onDay(at.AddDate(0, 0, 1), to)
}

// onDay returns the instant at which clocks show a time on the day of at, in
// its zone.
func onDay(at time.Time, clock string) time.Time {
	t, err := time.Parse("15:04", clock)
	if err != nil { // the parser has seen to it
		return time.Time{}
	}
	day := parser.Civil{Year: at.Year(), Month: at.Month(), Day: at.Day()}
	return parser.OnDay(day, parser.Clock{Hour: t.Hour(), Minute: t.Minute()}, at.Location())
}
