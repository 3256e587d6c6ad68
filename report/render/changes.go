package render

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"debrief/report"
)

// ChangesFormats lists the formats of changes, the default first. Their Write
// takes no report; c may be nil to ask for the names only.
func ChangesFormats(c *report.Changes) []Format {
	as := func(write func(io.Writer, *report.Changes, Options) error) func(io.Writer, *report.Report, Options) error {
		return func(w io.Writer, _ *report.Report, o Options) error { return write(w, c, o) }
	}
	return []Format{
		{Name: "text", Endings: []string{".txt"}, About: "for reading, fitted to the terminal", Write: as(ChangesText)},
		{Name: "markdown", Endings: []string{".md", ".markdown"}, About: "for a weekly review kept in git", Write: as(ChangesMarkdown)},
		{Name: "json", Endings: []string{".json"}, About: "for programs (docs/changes.schema.json)", Write: as(ChangesJSON)},
	}
}

// ChangesText writes for a person what became owed, was done and went between
// two instants.
func ChangesText(w io.Writer, c *report.Changes, o Options) error {
	p := newPage(o, full)
	s := story{c}
	p.prose(bold, 0, 0, s.span())
	p.prose(plain, 0, 0, s.deeds())
	for _, part := range s.parts() {
		p.heading(part.look, part.title)
		for _, change := range part.changes {
			line, place := part.tell(change), location(change.Item.Place)
			if part.stands {
				line, place = clean(change.Item.Message), whereabouts(change.Item)
			}
			p.item(p.stretch(plain, 2, line), place)
		}
	}
	p.line(plain, "")
	p.prose(plain, 0, 0, s.balance())
	if s.Lossy {
		p.prose(caution, 0, 0, lossyWords)
	}
	return emit(w, []byte(p.String()))
}

// ChangesMarkdown writes the same as Markdown, with dates that read the same
// on any day.
func ChangesMarkdown(w io.Writer, c *report.Changes, _ Options) error {
	s := story{c}
	m := &sheet{now: c.To.In(zoneOf(c.Zone))}
	m.block(changesTitle)
	m.block(markdownText(s.span()), markdownText(s.deeds()))
	for _, part := range s.parts() {
		var lines []string
		for _, change := range part.changes {
			line := "- " + markdownText(part.tell(change))
			if place := location(change.Item.Place); place != "" {
				line += " (" + markdownLink(place, change.Item.Place.Path()) + ")"
			}
			lines = append(lines, line)
		}
		m.block("## " + part.title)
		m.block(lines...)
	}
	m.block(markdownText(s.balance()))
	if s.Lossy {
		m.block(markdownText(lossyWords))
	}
	return emit(w, []byte(m.String()))
}

// A story words changes.
type story struct{ *report.Changes }

// A part is one section of the story.
type part struct {
	title   string
	look    style
	changes []report.Change
	tell    func(report.Change) string
	stands  bool // what is in it is still owed
}

// parts returns the sections that have something in them.
func (s story) parts() []part {
	all := []part{
		{"Done", bold, s.Done, s.done, false},
		{"Became owed", caution, s.Owed, s.stands, true},
		{"Became overdue", alarm, s.Overdue, s.stands, true},
		{"No longer asked for", bold, s.Gone, s.gone, false},
	}
	return slices.DeleteFunc(all, func(p part) bool { return len(p.changes) == 0 })
}

// span says from when to when.
func (s story) span() string {
	if len(s.Done)+len(s.Owed)+len(s.Overdue)+len(s.Gone) == 0 {
		return fmt.Sprintf("Nothing changed from %s to %s.", s.moment(s.From), s.moment(s.To))
	}
	return fmt.Sprintf("From %s to %s.", s.moment(s.From), s.moment(s.To))
}

func (s story) moment(t time.Time) string { return t.In(zoneOf(s.Zone)).Format("Mon 2 Jan 2006 15:04") }

// deeds says what was done, whether or not anything asked for it.
func (s story) deeds() string {
	d := s.Deeds
	return sentence(both([]string{
		count(d.Applications, "application", "applications"), fmt.Sprintf("%d outreach", d.Outreach),
		count(d.Interviews, "interview", "interviews"), count(d.ThankYous, "thank-you note", "thank-you notes"),
		count(d.Told, "reference told", "references told"),
	}))
}

// balance compares what was owed with what is.
func (s story) balance() string {
	return fmt.Sprintf("Owed now: %d overdue and %d due; before: %d overdue and %d due.",
		s.After.Overdue, s.After.Due, s.Before.Overdue, s.Before.Due)
}

// lossyWords say that there may have been more to tell.
const lossyWords = "Not all of the notes could be read, and something may be missing here: debrief check says which."

// stands tells of a duty that stands: who, what and until when.
func (s story) stands(c report.Change) string {
	line := subject(c.Item) + ": " + c.Item.Rule
	if !c.Item.Due.IsZero() {
		line += ", " + string(c.Item.Urgency) + " " + s.deadline(c.Item)
	}
	return sentence(line)
}

// deadline is the last day that is in time, or the moment.
func (s story) deadline(it report.Item) string {
	m := sheet{now: s.To.In(zoneOf(s.Zone))}
	return m.deadline(it)
}

// done tells of a duty that was done, and of the deadline only where that had
// passed.
func (s story) done(c report.Change) string {
	line := subject(c.Item) + ": " + doneWords(c.Item.Rule)
	switch {
	case !c.At.IsZero():
		line += ", " + s.dayOf(c.At)
	case !c.Recorded.IsZero():
		line += ", undated, written down by " + s.dayOf(c.Recorded)
	}
	if c.Late && !c.Item.Due.IsZero() {
		line += ", " + roughly(c.At.Sub(c.Item.Due)) + " after the deadline"
	}
	return sentence(line)
}

// gone tells why a duty is no longer asked for.
func (s story) gone(c report.Change) string {
	why := map[string]string{
		report.WhyTime: "its time has passed", report.WhyEnded: "the application has ended", report.WhyWaived: "waived",
		report.WhyRemoved: "its note is gone", report.WhyChanged: "the notes say otherwise now",
		report.WhyUnread: "not all of the notes could be read",
	}[c.Why]
	return sentence(subject(c.Item) + ": " + c.Item.Rule + ", " + why)
}

// dayOf is a moment, or just its day where that is all there is to know.
func (s story) dayOf(t time.Time) string {
	t = t.In(zoneOf(s.Zone))
	return isoDay(t, t.Location(), t.Format("15:04:05") == "00:00:00")
}

// roughly is a span in its largest unit.
func roughly(d time.Duration) string {
	switch hours := int(d.Hours()); {
	case hours >= 48:
		return count(hours/24, "day", "days")
	case hours >= 1:
		return count(hours, "hour", "hours")
	}
	return count(max(1, int(d.Minutes())), "minute", "minutes")
}

// subject names whom and what an item is about.
func subject(it report.Item) string {
	who := it.Company
	if it.Company != "" && it.Role != "" {
		who += " (" + it.Role + ")"
	}
	who = strings.Trim(it.Person+", "+who, ", ")
	if who == "" {
		return "The search"
	}
	return clean(who)
}

// doneWords says what was done where a rule's duty was settled.
func doneWords(id string) string {
	for _, rule := range report.Rules() {
		if rule.ID == id && rule.Done != "" {
			return rule.Done
		}
	}
	return id
}
