package render

import (
	"fmt"
	"strings"
	"time"

	"debrief/parser"
	"debrief/report"
)

// Mail programs drop style sheets and bring a dark page of their own, so the
// styles stand at each element and leave the colours of text and paper alone.
// The two edges are dark enough on white and light enough on black.
const (
	mailBody  = "font: 16px/1.5 system-ui, sans-serif; max-width: 44em; margin: 0 auto; padding: 0 1em"
	mailItem  = "margin: 0 0 1em; padding: 0 0 0 .8em; border-left: .25em solid "
	mailPlain = "margin: 1em 0"
	mailSmall = "font-size: .85em"
	mailCell  = "text-align: left; vertical-align: top; padding: .2em 1em .2em 0"
	mailCode  = "font-family: ui-monospace, monospace"

	redEdge   = "#d0463b"
	amberEdge = "#b8860b"
	greyEdge  = "#888888"
)

// A mailSheet collects the HTML of a mail.
type mailSheet struct {
	markup
	now time.Time
}

// mailPage is the report as HTML for a mail: what the text part says, with the
// lines to add, which a mail has room for.
func mailPage(r *report.Report, o Options, title string) string {
	m := &mailSheet{now: r.Now.In(zoneOf(r.Zone))}
	m.WriteString("<!DOCTYPE html>\n")
	m.open("html", "lang", "en")
	m.open("head")
	m.WriteString(`<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">`)
	m.element("title", title)
	m.shut("head")
	m.line()
	m.open("body", "style", mailBody)
	m.line()
	m.opening(r, o)
	m.items("Overdue", redEdge, withUrgency(r.Items, report.Overdue))
	m.items("Due", amberEdge, withUrgency(r.Items, report.Due))
	advice, more := foldAdvice(r.Items, o.AllAdvice)
	m.items("Advice", greyEdge, advice)
	if more > 0 {
		m.paragraph(adviceLeft(more), mailSmall)
	}
	m.positions(r)
	m.evidence(r)
	m.problems(r.Problems)
	if !r.ZoneWritten {
		m.paragraph(borrowedZone(r), mailSmall)
	}
	m.paragraph(Tally(r.Counts), mailSmall)
	m.WriteString("</body></html>\n")
	return m.String()
}

func (m *mailSheet) paragraph(text, style string) {
	m.element("p", text, "style", style)
	m.line()
}

// opening says how much is owed, what could not be read, and the rest kindly.
func (m *mailSheet) opening(r *report.Report, o Options) {
	m.paragraph(partOfDay(m.now)+". "+owing(r, o), "font-size: 1.25em; font-weight: bold")
	for _, s := range unread(r) {
		m.paragraph(s, "font-weight: bold")
	}
	if s := kindness(r); len(s) > 0 {
		m.paragraph(strings.Join(s, " "), mailPlain)
	}
}

func (m *mailSheet) heading(title string) {
	m.element("h2", title, "style", "font-size: 1.1em; margin: 1.5em 0 .5em")
	m.line()
}

// items lists the items of one urgency.
func (m *mailSheet) items(title, edge string, items []report.Item) {
	if len(items) == 0 {
		return
	}
	m.heading(title)
	for _, it := range items {
		m.open("div", "style", mailItem+edge)
		m.element("strong", it.Message)
		m.WriteString("<br>")
		m.text(it.Action)
		m.record(it)
		if place := whereabouts(it); place != "" {
			m.WriteString("<br>")
			m.element("span", place, "style", mailSmall)
		}
		m.shut("div")
		m.line()
	}
}

// record tells which lines record that an item is done.
func (m *mailSheet) record(it report.Item) {
	lines := recordLines(it.Record)
	if len(lines) == 0 || it.Urgency == report.Advice {
		return
	}
	m.WriteString("<br>")
	m.open("span", "style", mailSmall)
	m.text(strings.TrimRight("then add "+recordPlace(it), " ") + ":")
	for _, l := range lines {
		m.WriteString("<br>")
		m.element("code", l, "style", mailCode)
	}
	m.shut("span")
}

// positions are those that have a row on paper, the others as a count.
func (m *mailSheet) positions(r *report.Report) {
	if len(r.Positions) > 0 {
		m.heading("Positions")
		g := newGlance(r, false)
		if len(g.rows) > 0 {
			m.table(g.rows)
		}
		if rest := g.rest(); rest != "" {
			m.paragraph("and "+rest, mailSmall)
		}
	}
	m.paragraph(searchLine(r.Search, func(t time.Time) string { return shortDay(t, m.now, true) })+".", mailPlain)
}

func (m *mailSheet) table(rows []row) {
	m.open("table", "style", "border-collapse: collapse")
	m.line()
	cells := func(tag string, texts ...string) {
		m.open("tr")
		for _, s := range texts {
			m.element(tag, s, "style", mailCell)
		}
		m.shut("tr")
		m.line()
	}
	cells("th", "Company", "Role", "Status", "Last", "Next", "Owed")
	for _, row := range rows {
		cells("td", row.company, row.role, row.status, row.last, row.next, row.owed)
	}
	m.shut("table")
	m.line()
}

// evidence lists what git says, where it was asked and has something to add.
func (m *mailSheet) evidence(r *report.Report) {
	said := tellingOf(r)
	if len(said) == 0 {
		return
	}
	m.heading(gitsWord)
	for _, t := range said {
		m.paragraph(Testimony(t, m.now.Location())+" ("+location(t.Place)+")", mailPlain)
	}
}

// problems lists what went wrong in the notes.
func (m *mailSheet) problems(problems []parser.Problem) {
	if len(problems) == 0 {
		return
	}
	m.heading("Problems")
	for i, problem := range problems {
		if i == problemsShown {
			m.paragraph(fmt.Sprintf("and %d more: debrief check", len(problems)-i), mailSmall)
			break
		}
		f := fromProblem(problem)
		m.paragraph(f.line("", f.text()), mailSmall)
	}
}
