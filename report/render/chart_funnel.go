package render

import (
	"fmt"
	"strings"

	"debrief/report"
)

// funnel draws how many positions came how far.
func (m *webPage) funnel(stages []report.FunnelStage) {
	if len(stages) == 0 {
		return
	}
	all := stages[0].Reached
	f := figure{id: "funnel", title: "From applications to offers", table: webTable{
		caption: "Positions by how far they came",
		heads:   []string{"Stage", "Positions", "Still open", "Of all applied to"},
		figures: map[int]bool{1: true, 2: true, 3: true},
	}}
	var rows []barRow
	var said []string
	for _, s := range stages {
		share := float64(s.Reached) / float64(all)
		value := fmt.Sprint(s.Reached)
		if s.Open > 0 {
			value += fmt.Sprintf(" (%d open)", s.Open)
		}
		open := float64(s.Open) / float64(all)
		rows = append(rows, barRow{s.Name, value, []barPart{{open, "open"}, {share - open, "closed"}}})
		said = append(said, fmt.Sprintf("%s: %d", strings.ToLower(s.Name), s.Reached))
		f.table.rows = append(f.table.rows, []string{s.Name, fmt.Sprint(s.Reached), fmt.Sprint(s.Open), fmt.Sprintf("%d %%", (s.Reached*200+all)/(2*all))})
	}
	f.about = "How many positions came how far. " + sentence(strings.Join(said, "; "))
	m.draw(f, []legendEntry{{"open", "still open"}, {"closed", "ended or resting"}}, barsHeight(rows), func(d *drawing) { d.bars(rows) })
}

// referencesDrawn is how many references a page draws.
const referencesDrawn = 20

// informed draws how many positions each reference was told about.
func (m *webPage) informed(references []report.Informed) {
	if len(references) == 0 {
		return
	}
	f := figure{id: "told", title: "How often each reference was told", table: webTable{
		caption: "References and what they were told about",
		heads:   []string{"Reference", "Positions", "Last", "Which"},
		figures: map[int]bool{1: true},
	}}
	shown := references[:min(len(references), referencesDrawn)]
	most := 1
	for _, r := range shown {
		most = max(most, len(r.Positions))
	}
	var rows []barRow
	for _, r := range shown {
		n := len(r.Positions)
		rows = append(rows, barRow{r.Name, fmt.Sprint(n), []barPart{{float64(n) / float64(most), "first"}}})
		which := strings.Join(r.Positions[max(0, n-namesShown):], ", ")
		if n > namesShown {
			which = fmt.Sprintf("%d before, ", n-namesShown) + which
		}
		f.table.rows = append(f.table.rows, []string{orDash(clean(r.Name)), fmt.Sprint(n), orDash(shortDay(r.Last, m.now, true)), orDash(clean(which))})
	}
	f.about = "How many positions each reference has been told about."
	if more := len(references) - len(shown); more > 0 {
		f.about += fmt.Sprintf(" %d more references are not drawn.", more)
	}
	m.draw(f, nil, barsHeight(rows), func(d *drawing) { d.bars(rows) })
}

// namesShown is how many names a cell bears.
const namesShown = 6
