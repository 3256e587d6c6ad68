package render

import (
	"fmt"
	"strings"

	"debrief/parser"
	"debrief/report"
)

// What a page bears of each kind: more is counted, with the command that lists
// it. A page of a search of many years stays below a megabyte so.
const (
	itemsOnPage     = 100
	problemsOnPage  = 100
	positionsOnPage = 200
)

// owed lists what is overdue and what is due.
func (m *webPage) owed(r *report.Report) {
	for _, part := range []struct {
		urgency   report.Urgency
		title, id string
	}{{report.Overdue, "Overdue", "overdue"}, {report.Due, "Due", "due"}} {
		items := withUrgency(r.Items, part.urgency)
		if len(items) == 0 {
			continue
		}
		m.section(part.id, part.title)
		m.list(items, part.id)
		m.endSection()
	}
}

// advice lists the newest, and folds the rest.
func (m *webPage) advice(r *report.Report, o Options) {
	shown, more := foldAdvice(r.Items, o.AllAdvice)
	if len(shown) == 0 {
		return
	}
	m.section("advice", "Advice")
	m.list(shown, "advisable")
	if more > 0 {
		above := map[string]bool{}
		for _, it := range shown {
			above[it.ID] = true
		}
		var rest []report.Item
		for _, it := range withUrgency(r.Items, report.Advice) {
			if !above[it.ID] {
				rest = append(rest, it)
			}
		}
		if len(rest) > 0 {
			m.fold(fmt.Sprintf("%d more", len(rest)))
			m.list(rest, "advisable")
			m.endFold()
		}
	}
	m.endSection()
}

// list writes items.
func (m *webPage) list(items []report.Item, class string) {
	m.open("ul", "class", "items "+class)
	m.line()
	for _, it := range items[:min(len(items), itemsOnPage)] {
		m.item(it)
	}
	m.shut("ul")
	m.line()
	if more := len(items) - itemsOnPage; more > 0 {
		m.paragraph(fmt.Sprintf("and %d more: debrief --urgency %s", more, items[0].Urgency), "more")
	}
}

func (m *webPage) item(it report.Item) {
	m.open("li")
	m.element("p", it.Message, "class", "what")
	if it.Action != "" {
		m.element("p", it.Action)
	}
	m.record(it)
	m.open("p", "class", "where")
	m.place(it.Place)
	if !it.Due.IsZero() {
		due := it.Due.In(m.now.Location())
		m.text(" ")
		m.instant(due, "due "+m.deadline(it))
	}
	m.text(" ")
	m.element("span", it.ID, "class", "id")
	m.shut("p")
	m.shut("li")
	m.line()
}

// deadline is an item's deadline in words that stay true.
func (m *webPage) deadline(it report.Item) string {
	due := it.Due.In(m.now.Location())
	if it.DueIsDay && due.Format("15:04:05") == "00:00:00" {
		due = due.AddDate(0, 0, -1)
		return due.Format("Mon ") + shortDay(due, m.now, true)
	}
	return due.Format("Mon ") + shortDay(due, m.now, false)
}

// record tells which lines record that an item is done, each to be selected
// with one click.
func (m *webPage) record(it report.Item) {
	lines := recordLines(it.Record)
	if len(lines) == 0 {
		return
	}
	m.open("div", "class", "record")
	m.element("p", strings.TrimRight("Then add "+recordPlace(it), " ")+":")
	m.element("pre", strings.Join(lines, "\n"))
	m.shut("div")
}

// place is a link to where something stands, nothing for what stands nowhere.
func (m *webPage) place(at parser.Place) {
	switch where, link := location(at), m.links.to(at); {
	case where == "":
	case link == "":
		m.element("span", where)
	default:
		m.element("a", where, "href", link)
	}
}

// evidence lists what git says, where it was asked and has something to add.
func (m *webPage) evidence(r *report.Report) {
	said := tellingOf(r)
	if len(said) == 0 {
		return
	}
	m.section("evidence", gitsWord)
	m.open("ul")
	for _, t := range said[:min(len(said), itemsOnPage)] {
		m.open("li")
		m.text(Testimony(t, m.now.Location()) + " ")
		m.place(t.Place)
		m.shut("li")
		m.line()
	}
	m.shut("ul")
	if more := len(said) - itemsOnPage; more > 0 {
		m.paragraph(fmt.Sprintf("and %d more: debrief --evidence", more), "more")
	}
	m.endSection()
}

// problems lists what could not be read or looks wrong, the first of them in
// sight.
func (m *webPage) problems(problems []parser.Problem) {
	if len(problems) == 0 {
		return
	}
	m.section("problems", "Problems")
	seen, folded := problems[:min(len(problems), problemsShown)], problems[min(len(problems), problemsShown):]
	m.problemList(seen)
	if len(folded) > 0 {
		m.fold(fmt.Sprintf("%d more", len(folded)))
		m.problemList(folded[:min(len(folded), problemsOnPage)])
		if more := len(folded) - problemsOnPage; more > 0 {
			m.paragraph(fmt.Sprintf("and %d more: debrief check", more), "more")
		}
		m.endFold()
	}
	m.endSection()
}

func (m *webPage) problemList(problems []parser.Problem) {
	m.open("ul", "class", "problems")
	m.line()
	for _, problem := range problems {
		f := fromProblem(problem)
		m.open("li")
		m.element("strong", f.severity.String())
		m.text(": " + f.text() + " ")
		m.place(problem.Place)
		m.text(" ")
		m.element("span", f.id, "class", "id")
		m.shut("li")
		m.line()
	}
	m.shut("ul")
	m.line()
}

// ending says what was read, and in which zone.
func (m *webPage) ending(r *report.Report) {
	m.open("footer")
	if r.ZoneWritten {
		m.paragraph("Times are in "+zoneOf(r.Zone).String()+".", "")
	} else {
		m.paragraph(borrowedZone(r), "")
	}
	m.paragraph(Tally(r.Counts), "")
	m.shut("footer")
	m.line()
}
