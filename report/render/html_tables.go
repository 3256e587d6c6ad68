package render

import (
	"fmt"
	"time"

	"debrief/report"
)

// A webTable is cells below headings. Columns of figures are set to the right.
type webTable struct {
	caption string
	heads   []string
	figures map[int]bool
	rows    [][]string
	links   []string // of each row's first cell, "" for none; may be nil
}

// table writes a table in a region of its own, which scrolls where it is wider
// than the page and can be reached with a keyboard.
func (m *webPage) table(t webTable) {
	m.open("section", "class", "scroll", "aria-label", t.caption, "tabindex", "0")
	m.open("table")
	m.element("caption", t.caption)
	m.line()
	m.open("thead")
	m.open("tr")
	for k, head := range t.heads {
		m.element("th", head, t.attributes(k, "scope", "col")...)
	}
	m.shut("tr")
	m.shut("thead")
	m.line()
	m.open("tbody")
	m.line()
	for i, cells := range t.rows {
		m.open("tr")
		for k, cell := range cells {
			switch {
			case k > 0:
				m.element("td", cell, t.attributes(k)...)
			case i < len(t.links) && t.links[i] != "":
				m.open("th", "scope", "row")
				m.element("a", cell, "href", t.links[i])
				m.shut("th")
			default:
				m.element("th", cell, "scope", "row")
			}
		}
		m.shut("tr")
		m.line()
	}
	m.shut("tbody")
	m.shut("table")
	m.shut("section")
	m.line()
}

func (t webTable) attributes(column int, attributes ...string) []string {
	if t.figures[column] {
		return append([]string{"class", "figure"}, attributes...)
	}
	return attributes
}

// numbers folds a table that says what a picture shows.
func (m *webPage) numbers(t webTable) {
	m.fold("The numbers")
	m.table(t)
	m.endFold()
}

// positions are those in play as a table, the others folded.
func (m *webPage) positions(r *report.Report) {
	m.section("positions", "Positions")
	g := newGlance(r, false)
	if len(g.rows) > 0 {
		m.positionTable("Positions in play", g.rows)
	}
	if rest := g.rest(); rest != "" {
		m.fold("and " + rest)
		var rows []row
		counts := owesIn(r)
		for _, pos := range g.folded {
			rows = append(rows, newRow(pos, counts.of(pos), m.now))
			if last := &rows[len(rows)-1]; pos.Resting {
				last.status += ", resting"
			}
		}
		m.positionTable("Other positions", rows)
		m.endFold()
	}
	m.paragraph(searchLine(r.Search, func(t time.Time) string { return shortDay(t, m.now, true) })+".", "")
	m.endSection()
}

func (m *webPage) positionTable(caption string, rows []row) {
	t := webTable{caption: caption, heads: []string{"Company", "Role", "Status", "Last", "Next", "Owed"}, figures: map[int]bool{5: true}}
	for _, r := range rows[:min(len(rows), positionsOnPage)] {
		t.rows = append(t.rows, []string{r.company, r.role, r.status, r.last, r.next, r.owed})
		link := ""
		if r.file != "" && r.company != "" {
			link = m.links.toFile(r.file)
		}
		t.links = append(t.links, link)
	}
	m.table(t)
	if more := len(rows) - positionsOnPage; more > 0 {
		m.paragraph(fmt.Sprintf("and %d more: debrief --format markdown", more), "more")
	}
}
