package render

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"debrief/parser"
	"debrief/report"
)

// The first lines of what is written as Markdown.
const (
	MarkdownTitle = "# What is owed"
	changesTitle  = "# What changed"
	historyTitle  = "# The search so far"
)

// MarkdownTitles are the first lines of everything written as Markdown: what
// tells it from a note.
var MarkdownTitles = []string{MarkdownTitle, changesTitle, historyTitle, "# " + BriefTitle, "# " + StumblesTitle}

func markdownFormat() Format {
	return Format{
		Name:    "markdown",
		Endings: []string{".md", ".markdown"},
		About:   "to keep in git or show on a forge",
		Prose:   true,
		Undated: undatedMarkdown,
		Write:   Markdown,
	}
}

// Markdown writes the report as GitHub-flavoured Markdown whose diff is the
// news: one item a line, dates that do not depend on the day they are read,
// and of now only the date.
func Markdown(w io.Writer, r *report.Report, o Options) error {
	m := &sheet{now: r.Now.In(zoneOf(r.Zone))}
	m.opening(r, o)
	m.owed("Overdue", withUrgency(r.Items, report.Overdue))
	m.owed("Due", withUrgency(r.Items, report.Due))
	m.advice(foldAdvice(r.Items, o.AllAdvice))
	m.positions(r)
	m.block(markdownText(searchLine(r.Search, m.day)) + ".")
	m.problems(r.Problems)
	m.evidence(r)
	if !r.ZoneWritten {
		m.block(markdownText(borrowedZone(r)))
	}
	m.block(markdownText(Tally(r.Counts)))
	return emit(w, []byte(m.String()))
}

// undatedMarkdown takes out the day below the title: no other counts from now.
func undatedMarkdown(rendered []byte) []byte {
	title := []byte(MarkdownTitle + "\n\n")
	below, ok := bytes.CutPrefix(rendered, title)
	if !ok {
		return rendered
	}
	return append(title, afterFirstSentence(below)...)
}

// afterFirstSentence is the rest of a text behind the first sentence of its
// first line.
func afterFirstSentence(text []byte) []byte {
	line, _, _ := bytes.Cut(text, []byte("\n"))
	if _, _, ok := bytes.Cut(line, []byte(". ")); !ok {
		return text
	}
	_, rest, _ := bytes.Cut(text, []byte(". "))
	return rest
}

// A sheet collects the blocks of a Markdown text.
type sheet struct {
	strings.Builder
	now time.Time
}

// block writes lines as one block, an empty line before all but the first.
func (m *sheet) block(lines ...string) {
	if m.Len() > 0 {
		m.WriteByte('\n')
	}
	m.WriteString(strings.Join(lines, "\n") + "\n")
}

// day is a date for the line on the search.
func (m *sheet) day(t time.Time) string { return isoDay(t, m.now.Location(), true) }

// opening says how much is owed, what could not be read, and the rest kindly.
func (m *sheet) opening(r *report.Report, o Options) {
	m.block(MarkdownTitle)
	m.block(m.now.Format("Monday 2 January 2006") + ". " + markdownText(owing(r, o)))
	for _, s := range unread(r) {
		m.block("**" + markdownText(s) + "**")
	}
	var lines []string
	for _, s := range kindness(r) {
		lines = append(lines, markdownText(s))
	}
	if len(lines) > 0 {
		m.block(lines...)
	}
}

// owed lists the items of one urgency as tasks.
func (m *sheet) owed(title string, items []report.Item) {
	if len(items) == 0 {
		return
	}
	var lines []string
	for _, it := range items {
		lines = append(lines, "- [ ] "+m.item(it)+markdownRecord(it))
	}
	m.block("## " + title)
	m.block(lines...)
}

// advice lists what is worth knowing: no tasks, since nobody has to do them.
func (m *sheet) advice(shown []report.Item, more int) {
	if len(shown) == 0 {
		return
	}
	var lines []string
	for _, it := range shown {
		lines = append(lines, "- "+m.item(it))
	}
	if more > 0 {
		lines = append(lines, "- "+markdownText(adviceLeft(more)))
	}
	m.block("## Advice")
	m.block(lines...)
}

// item is what is owed, the next step and a link to the place.
func (m *sheet) item(it report.Item) string {
	parts := []string{m.headline(it), markdownText(it.Lasting.Action)}
	if place := location(it.Place); place != "" {
		parts = append(parts, "("+markdownLink(place, it.Place.Path())+")")
	}
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	return strings.Join(parts, " ")
}

// headline says what an item is about. Where it has a deadline, its message
// counts the hours, which would be wrong an hour later and new in every diff:
// here the deadline itself stands.
func (m *sheet) headline(it report.Item) string {
	if it.Due.IsZero() {
		return strong(markdownText(it.Lasting.Message))
	}
	who := it.Company
	if it.Company != "" && it.Role != "" {
		who += " (" + it.Role + ")"
	}
	who = strings.Trim(it.Person+", "+who, ", ")
	if who == "" {
		who = "The search"
	}
	return strong(markdownText(who)) + ": " + markdownText(it.Rule) + ", due " + m.deadline(it) + "."
}

// deadline is an item's deadline: the last day that is in time, or the moment.
func (m *sheet) deadline(it report.Item) string {
	zone := m.now.Location()
	due := it.Due.In(zone)
	if it.DueIsDay && due.Format("15:04:05") == "00:00:00" {
		return isoDay(due.AddDate(0, 0, -1), zone, true)
	}
	return isoDay(due, zone, false) // also of a day that ends in another zone
}

// strong makes escaped text bold; two pairs of stars around nothing would be a
// line of their own.
func strong(s string) string {
	if s == "" {
		return ""
	}
	return "**" + s + "**"
}

// markdownRecord tells which lines record that an item is done.
func markdownRecord(it report.Item) string {
	lines := recordLines(it.Lasting.Record)
	if len(lines) == 0 {
		return ""
	}
	for i, l := range lines {
		lines[i] = markdownCode(l)
	}
	s := " Then add"
	if where := markdownText(recordPlace(it)); where != "" {
		s += " " + where
	}
	return s + ": " + strings.Join(lines, ", below it ")
}

// positions lists every position, ended and resting ones too: there is room.
func (m *sheet) positions(r *report.Report) {
	if len(r.Positions) == 0 {
		return
	}
	lines := []string{
		"| Company | Role | Status | Last event | Next event | Owed |",
		"| --- | --- | --- | --- | --- | ---: |",
	}
	counts := owesIn(r)
	for _, pos := range r.Positions {
		status := orDash(pos.Status)
		if pos.Resting {
			status += ", resting"
		}
		cells := []string{
			pos.Company, orDash(pos.Role), status,
			isoDate(pos.LastEvent, m.now.Location(), pos.LastIsDay),
			isoDayOr(pos.NextEvent, m.now.Location(), pos.NextIsDay),
			orNothing(counts.of(pos)),
		}
		for i, cell := range cells {
			cells[i] = markdownText(cell)
		}
		lines = append(lines, "| "+strings.Join(cells, " | ")+" |")
	}
	m.block("## Positions")
	m.block(lines...)
}

// problems lists them all: a file has room where a screen has not.
func (m *sheet) problems(problems []parser.Problem) {
	if len(problems) == 0 {
		return
	}
	var lines []string
	for _, problem := range problems {
		f := fromProblem(problem)
		lines = append(lines, "- "+markdownText(fmt.Sprintf("%s:%d:%d: %s: %s [%s]",
			f.path(), f.start.Line, f.start.Column, f.severity, f.text(), f.id)))
	}
	m.block("## Problems")
	m.block(lines...)
}
