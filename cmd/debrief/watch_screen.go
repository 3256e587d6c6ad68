package main

import (
	"bytes"
	"os"
	"time"

	"debrief/cmd/debrief/internal/screen"
	"debrief/report"
	"debrief/report/render"
)

// stale is how old the words on the screen may get. `18 h left` stands in no
// item's data, and nothing else would change it until the deadline.
const stale = 10 * time.Minute

// scrolled is how many columns of the status line the place in a long page may
// take.
const scrolled = len("  lines 100–120 of 200")

// A display shows the report on the terminal.
type display struct {
	s      *session
	screen *screen.Screen
	format render.Format
	look   render.Options

	report *report.Report
	drawn  time.Time // when the report was built that is shown
	words  string    // said last, until the report changes
}

// openDisplay takes the terminal; an error means that there is none to take.
// One that calls itself dumb, such as a shell's window in emacs, shows escape
// sequences instead of obeying them.
func (s *session) openDisplay(o output, look render.Options) (*display, error) {
	if s.p.env("TERM") == "dumb" {
		return nil, screen.ErrNoTerminal
	}
	out, _ := s.p.stdout.(*os.File)
	in, _ := s.p.stdin.(*os.File)
	taken, err := screen.Open(in, out, look.Color)
	if err != nil {
		return nil, err
	}
	d := &display{s: s, screen: taken, format: o.format, look: look}
	ended := make(chan struct{})
	s.atEnd(func() { close(ended) })
	go d.listen(ended)
	return d, nil
}

// listen has the session do what the person at the terminal wants.
func (d *display) listen(ended chan struct{}) {
	for {
		select {
		case <-ended:
			return
		case e := <-d.screen.Events():
			d.s.errands.add(func() (end bool) {
				switch e {
				case screen.Quit:
					return true
				case screen.Reread:
					return d.s.reread()
				}
				return d.redraw() != nil
			})
		}
	}
}

// publish shows a report.
func (d *display) publish(r *report.Report) error {
	if d.report != nil {
		d.words = ""
	}
	d.report, d.drawn = r, d.s.p.now()
	return d.redraw()
}

// redraw shows the report as wide as the window is.
func (d *display) redraw() error {
	d.look.Width, _ = d.screen.Size()
	var page bytes.Buffer
	if err := d.format.Write(&page, d.report, d.look); err != nil {
		return err
	}
	d.screen.Show(page.Bytes(), d.status())
	return nil
}

func (d *display) mend() error { return nil }

// gone reports whether the terminal is gone, and with it the only one who could
// see the report or end the session.
func (d *display) gone() bool { return d.screen.Gone() }

// next is when the words on the screen are to be made anew.
func (d *display) next() time.Time { return d.drawn.Add(stale) }

// speak shows words in the status line until the report changes.
func (d *display) speak(words string) {
	d.words = words
	d.refresh()
}

// hush takes words back that nothing has taken the place of.
func (d *display) hush(words string) {
	if d.words == words {
		d.speak("")
	}
}

// refresh shows how things stand.
func (d *display) refresh() {
	if d.report != nil {
		d.screen.Status(d.status())
	}
}

func (d *display) status() string {
	if d.words != "" {
		return d.words
	}
	columns, _ := d.screen.Size()
	return d.s.statusLine(columns - scrolled)
}

// close gives the terminal back.
func (d *display) close() {
	if err := d.screen.Close(); err != nil {
		d.s.p.remark("the terminal: "+err.Error(), "")
	}
}
