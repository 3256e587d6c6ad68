package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"debrief/cmd/debrief/internal/screen"
	"debrief/cmd/debrief/internal/state"
	"debrief/cmd/debrief/internal/watch"
	"debrief/cmd/debrief/internal/workspace"
	"debrief/report/render"
)

// newSession prepares to watch the journal in folder: it takes the right to
// write the reports asked for, but writes none yet.
func (p *program) newSession(q *query, v vigil, folder string) (*session, error) {
	zone, unnamed := machineZone(p.env)
	s := &session{p: p, q: q, folder: folder, zone: zone, unnamed: unnamed, errands: newErrands(), ctx: context.Background(), said: map[topic]string{}}
	outputs, err := q.outputs(render.Formats())
	if err != nil {
		return nil, err
	}
	s.files, s.outputs = filesOf(outputs), outputs
	w, err := workspace.Open(folder)
	if err != nil {
		return nil, readingHint(err)
	}
	if s.watcher, err = watch.New(folder, s.watchOptions(v)); err != nil {
		return nil, readingHint(err)
	}
	s.live = s.liveOf(w)
	if err := s.openOutlets(outputs); err != nil {
		s.close()
		return nil, err
	}
	s.openTellers(v)
	return s, nil
}

// watchOptions say how to watch the journal.
func (s *session) watchOptions(v vigil) watch.Options {
	var reports []string // by their absolute paths without links, as the system names them
	for _, file := range s.files {
		for _, name := range namesOf(file) {
			if folder, err := realPath(filepath.Dir(name)); err == nil {
				reports = append(reports, filepath.Join(folder, filepath.Base(name)))
			}
		}
	}
	steady := s.p.steady
	if steady == nil {
		steady = s.p.now
	}
	return watch.Options{
		Now:  steady,
		Wall: func() time.Time { return s.p.now().Round(0) },
		Poll: v.poll,
		Busy: func() bool { return workspace.BeingRewritten(s.watcher.Root()) },
		Skip: func(path string) bool { return slices.Contains(reports, path) },
	}
}

// openOutlets opens what the reports are to be brought out through.
func (s *session) openOutlets(outputs []output) error {
	for _, o := range outputs {
		if o.file == standardOutput {
			if err := s.openStandardOutput(o); err != nil {
				return err
			}
			continue
		}
		if holdsNote(o.file) {
			return withHint(fmt.Errorf("%s is a note and no report: nothing was written", o.file),
				ownFile(o.file))
		}
		lock, err := s.lock(o.file)
		if err != nil {
			return err
		}
		workspace.SweepTemporary(filepath.Dir(o.file), s.p.now())
		s.outlets = append(s.outlets, newReportFile(o, lock, s))
	}
	return nil
}

// lock takes the right to keep a file up to date.
func (s *session) lock(file string) (*workspace.Lock, error) {
	folder, err := state.Folder(s.p.env)
	if err != nil {
		return nil, withHint(fmt.Errorf("cannot lock %s: %w", file, err), ownState)
	}
	lock, err := workspace.LockFile(filepath.Join(folder, "locks"), file)
	held, isHeld := errors.AsType[*workspace.HeldError](err)
	switch {
	case isHeld && held.Process == os.Getpid():
		return nil, usage("a file needs one -o", "%q is a second name of a file that another -o names", file)
	case isHeld:
		return nil, withHint(err, "let that one do it, or name another file")
	case errors.Is(err, workspace.ErrNoLocks):
		return nil, withHint(err, ownState)
	}
	return lock, err
}

// ownState is the hint where nothing can be remembered.
const ownState = "set XDG_STATE_HOME to a folder that you may write into"

// newReportFile returns the outlet for a file whose lock is held.
func newReportFile(o output, lock *workspace.Lock, s *session) *reportFile {
	return &reportFile{
		name: o.file, format: o.format, lock: lock, remark: s.remark,
		look: s.optionsOf(o),
	}
}

// optionsOf says how the report looks in an output.
func (s *session) optionsOf(o output) render.Options {
	options := s.q.options()
	options.Links = s.q.links(s.folder, o.file)
	return s.p.appearance(options, o.file, s.q.color.value)
}

// openStandardOutput shows reports on a terminal, and prints them elsewhere. A
// format for programs is printed on a terminal too.
func (s *session) openStandardOutput(o output) error {
	p := s.p
	look := s.optionsOf(o)
	if o.format.Name == "text" {
		d, err := s.openDisplay(o, look)
		if err == nil {
			// First, so that it shows the new report before what is said of the others.
			s.outlets = slices.Insert(s.outlets, 0, outlet(d))
			return nil
		}
		if !errors.Is(err, screen.ErrNoTerminal) {
			return err
		}
	}
	s.outlets = append(s.outlets, &printout{out: p.print, format: o.format, look: look})
	return nil
}

// hangup answers SIGHUP: services mean by it that everything is to be read
// again, and the system that the terminal is gone.
func (s *session) hangup() (end bool) {
	for _, o := range s.outlets {
		if d, ok := o.(*display); ok && d.gone() {
			return true
		}
	}
	return s.reread()
}

// reread looks at everything as if for the first time.
func (s *session) reread() (end bool) {
	s.watcher.Rearm()
	s.live.Forget()
	s.rereading = true
	s.lookAgain(watch.Hint)
	s.rereading = false
	return s.ctx.Err() != nil
}
