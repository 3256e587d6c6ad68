package render

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"debrief/parser"
	"debrief/report"
)

func textFormat() Format {
	return Format{
		Name:    "text",
		Endings: []string{".txt"},
		About:   "for reading, fitted to the terminal",
		Prose:   true,
		Undated: afterFirstSentence, // Thursday evening
		Write:   Text,
	}
}

// Text writes the report for a person: what is owed first, then advice, the
// positions and the search at a glance, problems, and what was read. No line
// is wider than o.Width, except for a path that cannot be broken. A page longer
// than a screen tells less of each item, unless somebody narrowed it to see
// just these.
func Text(w io.Writer, r *report.Report, o Options) error {
	var p *page
	for detail := full; ; detail-- {
		p = newPage(o, detail)
		p.report(r, o)
		if detail == brief || p.lines <= screen || o.Narrowed || o.AllAdvice {
			return emit(w, []byte(p.String()))
		}
	}
}

// report writes the whole page at the page's level of detail.
func (p *page) report(r *report.Report, o Options) {
	p.opening(r, o)
	p.owed("Overdue", alarm, withUrgency(r.Items, report.Overdue))
	p.owed("Due", caution, withUrgency(r.Items, report.Due))
	p.untold(r.Items)
	p.advice(foldAdvice(r.Items, o.AllAdvice))
	p.positions(r)
	p.search(r)
	p.problems(r.Problems)
	p.evidence(r)
	p.ending(r)
}

// opening says how much is owed, what could not be read, and the rest kindly.
func (p *page) opening(r *report.Report, o Options) {
	p.prose(bold, 0, 0, partOfDay(r.Now.In(zoneOf(r.Zone)))+". "+owing(r, o))
	for _, s := range unread(r) {
		p.prose(caution, 0, 0, s)
	}
	if s := kindness(r); len(s) > 0 {
		p.prose(plain, 0, 0, strings.Join(s, " "))
	}
}

// owed prints the items of one urgency with the line that records each.
func (p *page) owed(title string, look style, items []report.Item) {
	if len(items) == 0 {
		return
	}
	p.heading(look, title)
	for _, it := range items {
		lines := append(p.stretch(bold, 2, clean(it.Message)), p.stretch(plain, 4, clean(it.Action))...)
		p.item(lines, whereabouts(it))
		if p.detail >= records {
			p.record(it)
		}
	}
}

// untold says where the lines are that a crowded page leaves out.
func (p *page) untold(items []report.Item) {
	recorded := func(it report.Item) bool { return it.Urgency != report.Advice && it.Record != nil }
	if p.detail < records && slices.ContainsFunc(items, recorded) {
		p.prose(faint, 2, 2, "debrief --format markdown shows the line to add once a thing is done")
	}
}

// advice prints the advice left after folding, and how much there is besides.
func (p *page) advice(shown []report.Item, more int) {
	if len(shown) == 0 {
		return
	}
	p.heading(bold, "Advice")
	for _, it := range shown {
		lines := p.stretch(plain, 2, clean(it.Message))
		if p.detail == full {
			lines = append(lines, p.stretch(faint, 4, clean(it.Action))...)
		}
		at := whereabouts(it)
		if p.detail == brief {
			at = ""
		}
		p.item(lines, at)
	}
	if more > 0 {
		p.line(faint, "  "+adviceLeft(more))
	}
}

// A stretch is one line of an item before its place is set beside it.
type stretch struct {
	look style
	text string
}

// stretch wraps text for an item.
func (p *page) stretch(look style, indent int, s string) []stretch {
	var out []stretch
	for _, l := range wrap(s, p.width-indent, isPath) {
		out = append(out, stretch{look, strings.Repeat(" ", indent) + l})
	}
	return out
}

// item prints an item's lines with its place at the right edge of the first
// line that has room, once the message is told.
func (p *page) item(lines []stretch, place string) {
	for i, l := range lines {
		p.WriteString(p.paint(l.look, l.text))
		gap := p.width - columns(l.text) - columns(place)
		told := i+1 == len(lines) || lines[i+1].look != l.look
		if p.wide() && place != "" && told && gap >= leastGap {
			p.WriteString(strings.Repeat(" ", gap) + p.paint(faint, place))
			place = ""
		}
		p.end()
	}
	if at, id, two := cutLast(place, " "); two && columns(place) > p.width {
		// What is too long for a terminal is cut off there, and done needs the id.
		p.line(faint, strings.Repeat(" ", p.aside(at))+at)
		place = id
	}
	if place != "" {
		p.line(faint, strings.Repeat(" ", p.aside(place))+place)
	}
}

// cutLast cuts a text at the last sep.
func cutLast(text, sep string) (before, after string, found bool) {
	at := strings.LastIndex(text, sep)
	if at < 0 {
		return text, "", false
	}
	return text[:at], text[at+len(sep):], true
}

// aside is the indent of a place on a line of its own: at the right edge of a
// wide page, below the item on a narrow one, and less when it is too long.
func (p *page) aside(place string) int {
	room := max(0, p.width-columns(place))
	if p.wide() {
		return room
	}
	return min(4, room)
}

// whereabouts is an item's place and the id that other verbs know it by.
func whereabouts(it report.Item) string {
	return strings.TrimSpace(location(it.Place) + " " + clean(it.ID))
}

// location is `file:line`, "" for what stands nowhere.
func location(at parser.Place) string {
	if at.Path() == "" {
		return ""
	}
	return fmt.Sprintf("%s:%d", clean(at.Path()), at.Start().Line)
}

// record tells which lines record that an item is done, and where they go.
func (p *page) record(it report.Item) {
	lines := recordLines(it.Record)
	if len(lines) == 0 {
		return
	}
	intro := strings.TrimRight("then add "+recordPlace(it), " ") + ":"
	if len(lines) == 1 {
		p.prose(faint, 4, 4, intro+" "+lines[0])
		return
	}
	p.prose(faint, 4, 4, intro)
	for _, l := range lines {
		p.prose(faint, 6, 6, l)
	}
}

// recordLines are the lines of a record, clean, without empty ones.
func recordLines(rec *report.Record) []string {
	if rec == nil {
		return nil
	}
	var lines []string
	for l := range strings.Lines(rec.Text) {
		if l = strings.TrimSpace(clean(l)); l != "" {
			lines = append(lines, l)
		}
	}
	return lines
}

// recordPlace says where an item's record goes: to which file, unless the item
// stands in it, and below which line.
func recordPlace(it report.Item) string {
	var where []string
	if it.Record.File != it.Place.Path() {
		where = append(where, "to "+clean(it.Record.File))
	}
	if it.Record.Line > 0 {
		where = append(where, fmt.Sprintf("below line %d", it.Record.Line))
	}
	return strings.Join(where, " ")
}

// ending names a zone that nobody wrote down, then counts.
func (p *page) ending(r *report.Report) {
	if !r.ZoneWritten {
		p.prose(plain, 0, 0, borrowedZone(r))
	}
	p.prose(faint, 0, 0, Tally(r.Counts))
}

// borrowedZone names the machine's zone where the journal names none.
func borrowedZone(r *report.Report) string {
	return "Times are in " + clean(zoneOf(r.Zone).String()) + ", this machine's zone."
}
