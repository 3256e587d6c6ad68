// Package render turns a report into bytes: text for a person, Markdown for a
// file in git, JSON for programs, a calendar, a mail, a page for a browser, and
// one line per finding for editors and CI.
//
// A format is one file with one [Format] in it, named in [Formats] or
// [CheckFormats]; flags, help and completions are made from those lists.
//
//	err := render.Text(os.Stdout, r, render.Options{Width: 100, Color: true})
//
// Everything that comes from the journal is somebody's text: no format lets it
// move a cursor, colour a screen or begin a line of its own.
package render

import (
	"fmt"
	"io"
	"net/mail"
	"time"

	"debrief/report"
)

// Options say how a report should look. The zero Options are 80 columns
// without colour. Formats ignore what does not apply to them.
type Options struct {
	// Width is in columns; 0 means 80, and nothing is narrower than 20.
	Width int
	// Color allows bold, faint and the terminal's own red and yellow.
	Color bool
	// AllAdvice prints every advice item instead of the newest three.
	AllAdvice bool
	// Narrowed says that the report was filtered, so that owing nothing here
	// says nothing about the rest of the journal; nothing of it is left out
	// to fit a screen.
	Narrowed bool
	// Least is the least pressing urgency among a check's findings; "" is
	// Overdue.
	Least report.Urgency
	// Prefix leads from the reader's directory to the journal in a check's
	// paths: "" or "search/".
	Prefix string
	// Version is the program's version, "" to leave it out.
	Version string
	// MailFrom and MailTo are the addresses of a mail; without one, the zero
	// Address and none, it has no such header.
	MailFrom mail.Address
	MailTo   []mail.Address
	// Links say where a page's links to notes lead.
	Links Links
}

// Format is one way to write a report.
type Format struct {
	// Name is the word after --format.
	Name string
	// Endings are the file endings that ask for it, the dot included.
	Endings []string
	// About is one line for help and completions.
	About string
	// Prose is true of what a person reads: when there is nothing to say, it
	// need not be said.
	Prose bool
	// Draws is true of what shows a report's Pictures: without them it is
	// written all the same, and has none.
	Draws bool
	// Undated returns a rendering without what says when it was made, so that
	// two reports of different days can be compared. It is nil for a format
	// that does not say it.
	Undated func(rendered []byte) []byte
	// Write writes the whole report in one call to w.Write. Its errors are
	// w's, wrapped.
	Write func(w io.Writer, r *report.Report, o Options) error
	// Next, where it is set, returns the first instant after the report's at
	// which the format would write something else although no item changes;
	// zero for never.
	Next func(r *report.Report, o Options) time.Time
}

// Formats lists the formats of a report, the default first.
func Formats() []Format {
	return []Format{textFormat(), markdownFormat(), jsonFormat(), icsFormat(), emlFormat(), htmlFormat()}
}

// CheckFormats lists the formats of a check, the default first.
func CheckFormats() []Format {
	return []Format{checkFormat(), githubFormat(), sarifFormat(), jsonFormat()}
}

// emit writes all of a rendering at once: a reader of a pipe never sees half
// of it because of a later error.
func emit(w io.Writer, b []byte) error {
	if _, err := w.Write(b); err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	return nil
}
