package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"runtime/debug"
	"slices"
	"time"

	"debrief/cmd/debrief/internal/watch"
	"debrief/cmd/debrief/internal/workspace"
	"debrief/parser"
	"debrief/report"
)

// A session keeps a report true. It is one loop: wait, look, build, publish,
// each in turn, so that no two reports are ever in the making at once.
type session struct {
	p       *program
	q       *query
	folder  string // the journal's, as it was named
	outputs []output
	files   []string       // those of them that are files
	zone    *time.Location // of a journal that names none
	unnamed error          // why zone has no name, nil where it has
	watcher *watch.Watcher
	live    *workspace.Live
	outlets []outlet
	errands *errands
	ctx     context.Context // ends with the session

	journal *parser.Journal
	look    workspace.Look // the last one
	lost    bool           // the last look failed
	left    bool           // the last look is still under way, although the session has ended
	moved   bool           // the journal's name may stand for another folder than live's
	strange bool           // the journal's name stands for another folder than before, in which no note has been seen yet
	report  *report.Report // as it was published, narrowed by --only and the like
	held    time.Time      // since when a change waits for the disk to settle, zero for none
	note    string         // that changed last
	noted   time.Time      // when it did
	// rereading: every note is read anew, so that which was read last says
	// nothing.
	rereading bool
	said      map[topic]string
	ends      []func() // to be called at the end, the last first
}

// An outlet is one place where reports go.
type outlet interface {
	// publish brings out a report that has changed.
	publish(r *report.Report) error
	// mend brings the last report out once more where it is missing. It is
	// called after every look.
	mend() error
	close()
}

// retryLooking is how long to wait before a folder that could not be looked at
// is tried once more: it may be back before its absence was noticed, and what
// was watched in it is watched no more.
const retryLooking = time.Second

// retryWriting is how long to wait before a report that could not be written
// is tried once more.
const retryWriting = 5 * time.Second

// longestHeld bounds how long a change can wait while other notes come and go.
const longestHeld = time.Second

// run keeps the report true until ctx ends or the person ends it. The error is
// about the first report: whoever starts to watch is still there to read it.
// What goes wrong later is told as it comes, and tried again.
func (s *session) run(ctx context.Context) error {
	s.ctx = ctx
	if err := s.begin(); err != nil {
		if errors.Is(err, errInterrupted) {
			return nil // whoever ends it does not wait for a first report
		}
		return err
	}
	for ctx.Err() == nil {
		switch cause := s.watcher.Wait(ctx, s.request(), s.errands.some); {
		case cause == watch.Nudged:
			if s.errands.run() {
				return nil
			}
		case cause == watch.Gone:
			s.tell(root, gone)
		case cause == watch.Deaf:
			s.tell(mode, s.watcher.Trouble())
		case cause == watch.Time:
			s.timeCame()
		case cause.Look():
			s.lookAgain(cause)
		}
	}
	return nil
}

// begin makes the first report.
func (s *session) begin() error {
	look, err := s.tryLook()
	if err != nil {
		return err
	}
	if err := s.take(look); err != nil {
		return err
	}
	r, err := s.build()
	if err != nil {
		return err
	}
	s.report = r
	for _, o := range s.outlets {
		if err := o.publish(r); err != nil {
			return err
		}
	}
	if s.speaker() == nil { // a screen has it in its last line
		s.remark(s.watcher.Mode() + s.purpose())
	}
	s.said[mode] = s.watcher.Trouble()
	s.tellZone()
	s.tellLook()
	debug.FreeOSMemory() // reading everything took far more than keeping it does
	return nil
}

// request says what to wait for.
func (s *session) request() watch.Request {
	r := watch.Request{Again: s.look.Again}
	if s.said[writing] != "" && (r.Again == 0 || r.Again > retryWriting) {
		r.Again = retryWriting
	}
	if s.lost && (r.Again == 0 || r.Again > retryLooking) {
		r.Again = retryLooking
	}
	if s.said[root] != "" || s.said[narrowing] != "" {
		return r // the last report stands: there is nothing to make another from, whatever the time
	}
	r.Until = s.report.NextChange
	for _, o := range s.outlets {
		if at := nextOf(o); !at.IsZero() && (r.Until.IsZero() || at.Before(r.Until)) {
			r.Until = at
		}
	}
	return r
}

// nextOf returns when an outlet wants the report anew though nothing in it
// changes, zero for never.
func nextOf(o outlet) time.Time {
	if o, ok := o.(interface{ next() time.Time }); ok {
		return o.next()
	}
	return time.Time{}
}

// lookAgain looks at the journal and publishes what has changed.
func (s *session) lookAgain(cause watch.Cause) {
	if cause == watch.Replaced {
		s.moved = true
	}
	look, err := s.tryLook()
	if errors.Is(err, errInterrupted) {
		return
	}
	s.lost = err != nil
	switch {
	case errors.Is(err, fs.ErrNotExist):
		s.tell(root, gone)
		return
	case err != nil:
		s.tell(root, err.Error()+": the last report stands")
		return
	case s.strange && len(look.Files) == 0 && s.journal.Counts.Notes > 0:
		// The folder on which a disk was mounted looks like this once the disk
		// has gone.
		s.tell(root, "another folder has taken the journal's place, an empty one: the last report stands until it has notes")
		return
	}
	s.strange = false
	s.tell(root, "")
	s.tell(mode, s.watcher.Trouble())
	changed := look.Changed || !s.held.IsZero()
	if look.Latest != "" && !s.rereading {
		s.note, s.noted = look.Latest, s.now()
	}
	if changed && !look.Settled && s.hold() {
		s.look = look
		return
	}
	s.held = time.Time{}
	s.look = look
	if changed && s.take(look) != nil {
		return
	}
	if changed || cause == watch.Woken {
		s.rebuild()
	}
	s.mend()
	s.tellLook() // last: a report that changes takes back what was said before it
}

// tryLook looks at the folder that the journal's name stands for. The error is
// errInterrupted where the session has ended before: a disk that answers no more
// does not keep it.
func (s *session) tryLook() (workspace.Look, error) {
	if s.ctx.Err() != nil {
		return workspace.Look{}, errInterrupted
	}
	look, err := await(s.ctx, s.lookNow)
	s.left = errors.Is(err, errInterrupted)
	return look, err
}

// lookNow looks however long it takes.
func (s *session) lookNow() (workspace.Look, error) {
	s.watcher.BeginLook()
	var look workspace.Look
	var err error
	if s.moved {
		err = s.reopen()
	}
	if err == nil {
		s.moved = false
		look, err = s.live.Look()
	}
	s.watcher.EndLook(err == nil && look.Changed && s.report != nil) // the first look finds everything, and no change
	return look, err
}

// hold reports whether a change may wait for the disk to settle.
func (s *session) hold() bool {
	now := s.p.now()
	if s.held.IsZero() {
		s.held = now
	}
	return now.Sub(s.held) < longestHeld
}

// reopen turns to the folder that the journal's name stands for now.
func (s *session) reopen() error {
	w, err := workspace.Open(s.folder)
	if err != nil {
		return err
	}
	s.live = s.liveOf(w)
	s.strange = true
	return nil
}

// liveOf returns the journal of a workspace without the reports in it.
func (s *session) liveOf(w *workspace.Workspace) *workspace.Live {
	var hidden []string
	for _, file := range s.files {
		for _, name := range namesOf(file) {
			if path, ok := pathBelow(w.Root(), name); ok {
				hidden = append(hidden, path)
			}
		}
	}
	return w.Live(workspace.LiveOptions{Hidden: hidden, Folder: s.watcher.Folder, Now: s.p.now})
}

// namesOf returns a file's name and, where that is a link, what it leads to.
func namesOf(file string) []string {
	names := []string{file}
	if target, err := filepath.EvalSymlinks(file); err == nil && target != file {
		names = append(names, target)
	}
	return names
}

// take joins the notes of a look. The error says that the session has ended.
func (s *session) take(look workspace.Look) (err error) {
	s.look = look
	s.journal = nil // the one before can go while its successor is made
	s.journal, err = await(s.ctx, func() (*parser.Journal, error) { return parser.NewJournal(look.Files, s.zone), nil })
	return err
}

// now is the instant of a report: whole seconds, as it is printed, so that the
// same report can be had again with --now.
func (s *session) now() time.Time { return s.p.now().Truncate(time.Second) }

// build reports on the journal as it stands. The error is errInterrupted where
// the session has ended before.
func (s *session) build() (*report.Report, error) {
	journal, now := s.journal, s.now()
	whole, err := await(s.ctx, func() (*report.Report, error) { return report.Build(journal, now), nil })
	if err != nil {
		return nil, err
	}
	r, err := s.q.filter(journal, whole)
	if err == nil {
		draw(r, journal, s.outputs)
	}
	return r, err
}

// timeCame brings out what an instant has changed: everywhere, if it changes
// the report; else only where the same report reads differently by now, such
// as the hours left on a page. A file that another program follows is left
// alone then: nothing in it has changed but the time of its making.
func (s *session) timeCame() {
	now := s.p.now()
	came := func(at time.Time) bool { return !at.IsZero() && !at.After(now) }
	everywhere := came(s.report.NextChange)
	s.rebuildFor(func(o outlet) bool { return everywhere || came(nextOf(o)) })
}

// rebuild builds and publishes the report.
func (s *session) rebuild() { s.rebuildFor(func(outlet) bool { return true }) }

// rebuildFor builds the report and publishes it where it is wanted.
func (s *session) rebuildFor(wanted func(outlet) bool) {
	r, err := s.build()
	if errors.Is(err, errInterrupted) {
		return
	}
	if err != nil {
		s.tell(narrowing, err.Error()+": the last report stands")
		return
	}
	s.tell(narrowing, "")
	s.report = r
	s.bringOut(func(o outlet) error {
		if wanted(o) {
			return o.publish(r)
		}
		return o.mend()
	})
}

// mend restores reports that somebody took away, and those that could not be
// written before.
func (s *session) mend() { s.bringOut(outlet.mend) }

func (s *session) bringOut(how func(outlet) error) {
	failed := ""
	for _, o := range s.outlets {
		if err := how(o); err != nil {
			failed = fmt.Sprintf("%v: the report there is an earlier one", err)
		}
	}
	s.tell(writing, failed)
}

// atEnd has something called when the session is closed.
func (s *session) atEnd(do func()) { s.ends = append(s.ends, do) }

// close gives back what the session holds.
func (s *session) close() {
	s.errands.close()
	for _, do := range slices.Backward(s.ends) {
		do()
	}
	for _, o := range s.outlets {
		o.close()
	}
	if !s.left { // else the look has it, until the process ends
		s.watcher.Close()
	}
}
