package report

import (
	"strings"
	"time"

	"debrief/parser"
)

// LetterRecord is where a thank-you note belongs so that the journal has it as
// a letter to that person, written and not yet sent: below its heading in the
// round's own note. It is nil where an item is no thank-you's, or no note can
// hold the letter.
func LetterRecord(j *parser.Journal, now time.Time, d *Draft) *Record {
	v := outsideRules(j, now)
	iv, person := v.roundOf(d.Item)
	if iv == nil || iv.Place.Source == nil {
		return nil
	}
	title, text := "Thank-you note", strings.Join(d.Paragraphs, "\n\n")
	if person != nil {
		title += " to " + person.Name
	}
	if isLogNote(iv.Place.Source.Path) {
		record := newNote(iv, title)
		record.Text += "\n\n" + text
		return record
	}
	n := v.noteOf(iv.Place.Source)
	from, to, level := n.round(iv.Place.Start().Line - 1)
	for _, heading := range []string{title, "Thank-you note"} {
		same := func(written string) bool { return foldName(written) == foldName(heading) }
		// The letter's salutation says whom one below a bare heading is to.
		if last, ok := n.section(from, to, same); ok && (heading == title || len(iv.Interviewers) == 1) {
			return &Record{File: iv.Place.Source.Path, Line: last + 1, Text: "\n" + text}
		}
	}
	record := n.addSection(iv.Place.Source, from, to, level+1, title+"\n\n"+text)
	if record.Line > 0 {
		record.Text = "\n" + record.Text
	}
	return record
}
