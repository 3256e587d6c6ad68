package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"debrief/cmd/debrief/internal/workspace"
	"debrief/report"
	"debrief/report/render"
)

// A reportFile is a file that a session keeps up to date.
type reportFile struct {
	name   string
	format render.Format
	look   render.Options
	lock   *workspace.Lock
	remark func(words string)

	content []byte                     // that the file should have
	until   time.Time                  // when content is out of date by itself, zero for never
	failed  bool                       // it could not be written
	ours    map[[sha256.Size]byte]bool // by the sums of what was written
	begun   bool
}

// mostOurs bounds how many earlier reports are remembered by their sums. git
// may bring any of them back; of one that is forgotten a copy is put aside,
// which does no harm.
const mostOurs = 10_000

// publish makes the file hold the report.
func (f *reportFile) publish(r *report.Report) error {
	var b bytes.Buffer
	if err := f.format.Write(&b, r, f.look); err != nil {
		return fmt.Errorf("%s: %w", f.name, err)
	}
	f.content, f.until = b.Bytes(), changes(f.format, r, f.look)
	return f.write()
}

// next returns when the file is to be written anew though no item changes.
func (f *reportFile) next() time.Time { return f.until }

// changes returns when a format writes something else though no item changes.
func changes(format render.Format, r *report.Report, o render.Options) time.Time {
	if format.Next == nil {
		return time.Time{}
	}
	return format.Next(r, o)
}

// mend writes the file once more where the last attempt failed or the file has
// been taken away.
func (f *reportFile) mend() error {
	if _, err := os.Lstat(f.name); f.failed || errors.Is(err, fs.ErrNotExist) {
		return f.write()
	}
	return nil
}

// write writes the file, after putting aside what somebody else wrote there.
func (f *reportFile) write() error {
	f.failed = true
	if err := f.putAside(); err != nil {
		return err
	}
	if _, err := workspace.WriteFile(f.name, f.content); err != nil {
		return err
	}
	f.failed, f.begun = false, true
	if len(f.ours) >= mostOurs || f.ours == nil {
		f.ours = map[[sha256.Size]byte]bool{}
	}
	f.ours[sha256.Sum256(f.content)] = true
	return nil
}

// putAside copies what is in the file, if it is no report that this session
// wrote, to a file beside it. What was there before the session is a report,
// as for every -o.
func (f *reportFile) putAside() error {
	if !f.begun {
		return nil
	}
	info, err := os.Stat(f.name)
	if err != nil || !info.Mode().IsRegular() {
		return nil // gone, or a device that holds nothing
	}
	text, err := os.ReadFile(f.name)
	if err != nil {
		return nil // WriteFile says what is wrong with it
	}
	if len(bytes.TrimSpace(text)) == 0 || f.ours[sha256.Sum256(text)] {
		return nil
	}
	for n := 1; ; n++ {
		aside := f.name + ".edited~" // as editors name their backups: no note
		if n > 1 {
			aside = fmt.Sprintf("%s.edited-%d~", f.name, n)
		}
		there, err := os.ReadFile(aside)
		if err == nil && !bytes.Equal(there, text) {
			continue
		}
		if _, err := workspace.WriteFile(aside, text); err != nil {
			return err
		}
		f.remark(fmt.Sprintf("somebody changed %s: what they wrote is in %s", f.name, aside))
		return nil
	}
}

// close lets other watchers have the file.
func (f *reportFile) close() { f.lock.Release() }

// A printout prints every report to standard output, which is no terminal.
type printout struct {
	out    func(text []byte) error
	format render.Format
	look   render.Options
	begun  bool
	last   []byte    // that has been printed, or failed to be
	failed bool      // it could not be printed
	until  time.Time // when last is out of date by itself, zero for never
}

// publish prints the report if it reads differently; an empty line parts it
// from the one before.
func (o *printout) publish(r *report.Report) error {
	var b bytes.Buffer
	if err := o.format.Write(&b, r, o.look); err != nil {
		return err
	}
	o.until = changes(o.format, r, o.look)
	if bytes.Equal(b.Bytes(), o.last) {
		return o.mend()
	}
	o.last = b.Bytes()
	return o.write()
}

// mend prints the last report once more where the last attempt failed, on a
// full disk for one.
func (o *printout) mend() error {
	if o.failed {
		return o.write()
	}
	return nil
}

func (o *printout) write() error {
	text := o.last
	if o.begun {
		text = append([]byte("\n"), text...)
	}
	o.begun = true
	err := o.out(text)
	o.failed = err != nil
	return err
}

func (o *printout) next() time.Time { return o.until }
func (o *printout) close()          {}
