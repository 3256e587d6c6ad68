package render

import (
	"fmt"
	"strings"
	"time"

	"debrief/parser"
	"debrief/report"
)

// positions prints the live positions: a table on a wide page, two lines each
// on a narrow one.
func (p *page) positions(r *report.Report) {
	g := newGlance(r, p.detail == brief)
	rest := g.rest()
	if len(g.rows) == 0 && rest == "" {
		return
	}
	if p.wide() && len(g.rows) > 0 {
		p.gap()
		p.table(g.rows)
	} else {
		p.heading(bold, "Positions")
		for _, row := range g.rows {
			p.stacked(row)
		}
	}
	if rest != "" {
		p.prose(faint, 2, 2, "and "+rest)
	}
}

// stacked prints a position for a page without room for columns.
func (p *page) stacked(r row) {
	p.prose(plain, 2, 4, r.company+": "+r.role)
	line := r.status
	for _, part := range []struct{ name, text string }{{"last", r.last}, {"next", r.next}, {"owed", r.owed}} {
		if part.text != "" {
			line += ", " + part.name + " " + part.text
		}
	}
	p.prose(faint, 4, 4, line)
}

const (
	columnGap = 2
	legible   = 12 // no column is cut to less
)

// table prints the rows under a heading that stands out to the left of them.
func (p *page) table(rows []row) {
	cells := [][]string{{"Positions", "", "Status", "Last", "Next", "Owed"}}
	for _, r := range rows {
		cells = append(cells, []string{"  " + r.company, r.role, r.status, r.last, r.next, r.owed})
	}
	widths := columnWidths(cells, p.width)
	look := bold
	for _, line := range cells {
		var b strings.Builder
		for k, cell := range line {
			b.WriteString(pad(shorten(cell, widths[k]), widths[k]+columnGap))
		}
		p.line(look, strings.TrimRight(b.String(), " "))
		look = plain
	}
}

// columnWidths gives each column what it needs. Where that is more than width,
// the widest of the first three, which hold free text, gives way.
func columnWidths(cells [][]string, width int) []int {
	widths := make([]int, len(cells[0]))
	total := columnGap * (len(widths) - 1)
	for k := range widths {
		for _, line := range cells {
			widths[k] = max(widths[k], columns(line[k]))
		}
		total += widths[k]
	}
	for total > width {
		widest := 0
		for k := range 3 {
			if widths[k] > widths[widest] {
				widest = k
			}
		}
		if widths[widest] <= legible {
			break
		}
		widths[widest]--
		total--
	}
	return widths
}

// search prints the line on the search, close below the positions.
func (p *page) search(r *report.Report) {
	now := r.Now.In(zoneOf(r.Zone))
	if len(r.Positions) == 0 {
		p.line(plain, "")
	}
	line := searchLine(r.Search, func(t time.Time) string { return shortDay(t, now, true) })
	if on := dayOfSearch(r.Search, now); on > 0 {
		_, rest, _ := strings.Cut(line, ";") // how long says more than since when
		line = fmt.Sprintf("Search, day %d;%s", on, rest)
	}
	p.prose(plain, 0, 2, line)
}

// dayOfSearch counts the days of a search that is on, its first one included;
// 0 when nobody wrote down when it began.
func dayOfSearch(s report.Search, now time.Time) int {
	if !s.On || s.Started.IsZero() {
		return 0
	}
	return parser.CivilOf(s.Started.In(now.Location())).DaysUntil(parser.CivilOf(now)) + 1
}

// problemsShown keeps a journal full of problems from pushing what is owed off
// the screen.
const problemsShown = 20

// problems prints what could not be read or looks wrong, each with its place
// and what to write instead.
func (p *page) problems(problems []parser.Problem) {
	if len(problems) == 0 {
		return
	}
	p.heading(bold, "Problems")
	for i, problem := range problems {
		if i == problemsShown {
			p.line(faint, fmt.Sprintf("  and %d more: debrief check", len(problems)-i))
			break
		}
		f := fromProblem(problem)
		p.prose(plain, 2, 4, f.String())
		p.prose(faint, 4, 4, f.hint)
	}
}
