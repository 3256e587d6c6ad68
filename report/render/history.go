package render

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"debrief/report"
)

// HistoryFormats lists the formats of a history, the default first. Their Write
// takes no report; h may be nil to ask for the names only.
func HistoryFormats(h *report.History) []Format {
	as := func(write func(io.Writer, *report.History, Options) error) func(io.Writer, *report.Report, Options) error {
		return func(w io.Writer, _ *report.Report, o Options) error { return write(w, h, o) }
	}
	return []Format{
		{Name: "text", Endings: []string{".txt"}, About: "a table and sparklines", Write: as(HistoryText)},
		{Name: "markdown", Endings: []string{".md", ".markdown"}, About: "a table to keep in git", Write: as(HistoryMarkdown)},
		{Name: "json", Endings: []string{".json"}, About: "for programs (docs/history.schema.json)", Write: as(HistoryJSON)},
	}
}

// A measure is one column of a history.
type measure struct {
	name  string
	value func(report.Period) int
	// sum: of several periods the values add up; else the highest counts.
	sum bool
}

func measures() []measure {
	return []measure{
		{"overdue", func(p report.Period) int { return p.Overdue }, false},
		{"due", func(p report.Period) int { return p.Due }, false},
		{"applications", func(p report.Period) int { return p.Deeds.Applications }, true},
		{"outreach", func(p report.Period) int { return p.Deeds.Outreach }, true},
		{"interviews", func(p report.Period) int { return p.Deeds.Interviews }, true},
	}
}

// HistoryText writes a table with one row for each period, the latest last,
// and below it the shape of each column.
func HistoryText(w io.Writer, h *report.History, o Options) error {
	p := newPage(o, full)
	if len(h.Periods) == 0 {
		p.line(plain, "Nothing has been recorded yet.")
		return emit(w, []byte(p.String()))
	}
	for i, line := range historyCells(h) {
		look := plain
		if i == 0 {
			look = bold
			if !p.wide() {
				line = initials(line)
			}
		}
		p.figures(look, line)
	}
	p.line(plain, "")
	for _, m := range measures() {
		p.line(plain, sparkLine(m, h.Periods, p.width))
	}
	return emit(w, []byte(p.String()))
}

// historyCells are the heading and the rows of a history's table.
func historyCells(h *report.History) [][]string {
	heads := []string{"day"}
	if h.Weekly {
		heads[0] = "week"
	}
	for _, m := range measures() {
		heads = append(heads, m.name)
	}
	cells := [][]string{heads}
	for _, period := range h.Periods {
		line := []string{periodName(h, period)}
		for _, m := range measures() {
			line = append(line, orNothing(m.value(period)))
		}
		cells = append(cells, line)
	}
	return cells
}

// periodName is the period's week, or the day at its end.
func periodName(h *report.History, p report.Period) string {
	last := p.To.Add(-time.Nanosecond).In(zoneOf(h.Zone))
	if !h.Weekly {
		return last.Format("2006-01-02")
	}
	year, week := last.ISOWeek()
	return fmt.Sprintf("%d-W%02d", year, week)
}

// initials shortens the heads of columns to what fits 40 columns.
func initials(heads []string) []string {
	short := slices.Clone(heads)
	for i := range short {
		short[i] = short[i][:min(len(short[i]), 5)]
	}
	return short
}

// figures writes a line of the table: a name, then figures below their heads.
func (p *page) figures(look style, cells []string) {
	width := len("applications")
	if !p.wide() {
		width = 5
	}
	var b strings.Builder
	b.WriteString(pad(cells[0], len("2006-01-02")))
	for _, cell := range cells[1:] {
		b.WriteString(" " + strings.Repeat(" ", max(0, width-columns(cell))) + cell)
	}
	p.line(look, strings.TrimRight(b.String(), " "))
}

// bars are the heights of a sparkline, the lowest first.
var bars = []rune("▁▂▃▄▅▆▇█")

// sparkLine draws one measure over all periods, its highest value behind it.
func sparkLine(m measure, periods []report.Period, width int) string {
	name := pad(m.name, len("applications")+1)
	room := max(8, width-columns(name)-len(" up to 9999"))
	values := inColumns(m, periods, room)
	top := slices.Max(values)
	var b strings.Builder
	for _, v := range values {
		b.WriteRune(bars[v*(len(bars)-1)/max(1, top)])
	}
	return name + b.String() + " up to " + strconv.Itoa(top)
}

// inColumns puts neighbouring periods together until there are no more than
// room of them.
func inColumns(m measure, periods []report.Period, room int) []int {
	each := (len(periods) + room - 1) / room
	var values []int
	for group := range slices.Chunk(periods, max(1, each)) {
		total := 0
		for _, p := range group {
			if m.sum {
				total += m.value(p)
			} else {
				total = max(total, m.value(p))
			}
		}
		values = append(values, total)
	}
	return values
}

// HistoryMarkdown writes the table as Markdown.
func HistoryMarkdown(w io.Writer, h *report.History, _ Options) error {
	var m sheet
	m.block(historyTitle)
	var lines []string
	for i, cells := range historyCells(h) {
		lines = append(lines, "| "+strings.Join(cells, " | ")+" |")
		if i == 0 {
			lines = append(lines, "| --- |"+strings.Repeat(" ---: |", len(cells)-1))
		}
	}
	m.block(lines...)
	return emit(w, []byte(m.String()))
}

// HistoryJSON writes a history in the stable form of docs/history.schema.json.
func HistoryJSON(w io.Writer, h *report.History, _ Options) error {
	zone := zoneOf(h.Zone)
	o := historyObject{Schema: "debrief/history/v1", Timezone: zone.String(), Weekly: h.Weekly, Periods: []periodObject{}}
	for _, p := range h.Periods {
		o.Periods = append(o.Periods, periodObject{
			Name: periodName(h, p), From: p.From.In(zone).Format(time.RFC3339), To: p.To.In(zone).Format(time.RFC3339),
			Overdue: p.Overdue, Due: p.Due, Deeds: deedsObject(p.Deeds),
		})
	}
	b, err := marshal(o)
	if err != nil {
		return fmt.Errorf("encode the history: %w", err)
	}
	return emit(w, b)
}

type historyObject struct {
	Schema   string         `json:"schema"`
	Timezone string         `json:"timezone"`
	Weekly   bool           `json:"weekly"`
	Periods  []periodObject `json:"periods"`
}

type periodObject struct {
	Name    string      `json:"name"`
	From    string      `json:"from"`
	To      string      `json:"to"`
	Overdue int         `json:"overdue"`
	Due     int         `json:"due"`
	Deeds   deedsObject `json:"deeds"`
}
