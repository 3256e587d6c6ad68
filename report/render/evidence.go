package render

import (
	"fmt"
	"strings"
	"time"

	"debrief/report"
)

// gitsWord is the title of what git says, so that nobody takes it for what the
// notes say.
const gitsWord = "Git's word"

// evidence prints when git first saw what the notes do not date, or date days
// earlier.
func (p *page) evidence(r *report.Report) {
	if r.Evidence == nil {
		return
	}
	p.heading(bold, gitsWord)
	said := tellingOf(r)
	if len(said) == 0 {
		p.prose(faint, 2, 2, "It adds nothing: all that was done is dated, and nothing shows that it was written down days later.")
	}
	for _, t := range said {
		p.item(p.stretch(plain, 2, Testimony(t, zoneOf(r.Zone))), location(t.Place))
	}
}

// evidence lists the same as Markdown.
func (m *sheet) evidence(r *report.Report) {
	said := tellingOf(r)
	if len(said) == 0 {
		return
	}
	var lines []string
	for _, t := range said {
		line := "- " + markdownText(Testimony(t, m.now.Location()))
		lines = append(lines, line+" ("+markdownLink(location(t.Place), t.Place.Path())+")")
	}
	m.block("## " + gitsWord)
	m.block(lines...)
}

// tellingOf returns what git adds to the notes.
func tellingOf(r *report.Report) []report.Testimony {
	var said []report.Testimony
	for _, t := range r.Evidence {
		if t.Telling(zoneOf(r.Zone)) {
			said = append(said, t)
		}
	}
	return said
}

// Testimony says in one sentence what was done, when by the note, and when git
// first saw the line, in a zone.
func Testimony(t report.Testimony, zone *time.Location) string {
	return strings.TrimSuffix(Said(t, zone), ".") + "; " + gitSaw(t, zone) + "."
}

// Said is a testimony without git's word.
func Said(t report.Testimony, zone *time.Location) string {
	dated := "undated"
	if t.Dated.Known() {
		day := t.Dated.Time
		if !t.Dated.IsDay() {
			day = day.In(zone)
		}
		dated = "dated " + isoDay(day, day.Location(), t.Dated.IsDay())
	}
	return sentence(clean(t.What) + ": " + dated)
}

// gitSaw says when git first saw a line.
func gitSaw(t report.Testimony, zone *time.Location) string {
	if t.Commit == "" {
		return "not committed yet"
	}
	at := isoDay(t.Seen, zone, false)
	switch later := t.DaysLater(zone); {
	case t.Earlier:
		return "git has had this line since " + at + " or before, where its history begins"
	case later > 1:
		return fmt.Sprintf("git first saw this line on %s, %d days later", at, later)
	}
	return "git first saw this line on " + at
}
