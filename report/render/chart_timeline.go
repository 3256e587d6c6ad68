package render

import (
	"fmt"
	"strings"
	"time"

	"debrief/report"
)

const (
	openTimelines  = 25 // drawn of positions in play
	endedTimelines = 15 // and of the others
	marksDrawn     = 60 // of each, the latest
	// Of all that happened, this much time is drawn around the present: more
	// would press a day into nothing.
	daysBack, daysAhead = 91, 42
)

// A span of time, drawn from edge to edge.
type axis struct{ from, to time.Time }

// at is where an instant lies; ok is false outside.
func (a axis) at(t time.Time) (x float64, ok bool) {
	x = float64(t.Sub(a.from)) / float64(a.to.Sub(a.from))
	return x, x >= 0 && x <= 1
}

// axisOf is the time that some lines share, in whole days: it stays as it is
// while a day goes by.
func (m *webPage) axisOf(lines []report.Timeline) axis {
	today := time.Date(m.now.Year(), m.now.Month(), m.now.Day(), 0, 0, 0, 0, m.now.Location())
	a := axis{today.AddDate(0, 0, -7), today.AddDate(0, 0, 3)}
	earliest, latest := today.AddDate(0, 0, -daysBack), today.AddDate(0, 0, daysAhead)
	for _, l := range lines {
		for _, mark := range l.Marks {
			from, to := mark.At.AddDate(0, 0, -2), mark.At.AddDate(0, 0, 2)
			if from.Before(a.from) {
				a.from = from
			}
			if to.After(a.to) {
				a.to = to
			}
		}
	}
	if a.from.Before(earliest) {
		a.from = earliest
	}
	if a.to.After(latest) {
		a.to = latest
	}
	return a
}

// timelines draws each position's time, those in play first.
func (m *webPage) timelines(all []report.Timeline) {
	var open, ended []report.Timeline
	for _, l := range all {
		if l.Live {
			open = append(open, l)
		} else {
			ended = append(ended, l)
		}
	}
	if len(all) == 0 {
		return
	}
	m.open("div", "class", "timelines")
	m.line()
	m.element("h3", "Each position in time")
	m.line()
	m.legend([]legendEntry{
		{"applied", "applied"},
		{"round", "interview"},
		{"round ahead", "interview ahead"},
		{"unheld", "interview that did not take place"},
		{"window", "time for thank-you notes"},
		{"thanked", "thanked"},
		{"wrote", "you wrote"},
		{"heard", "they wrote"},
		{"offer", "offer"},
		{"decision", "decision or deadline"},
		{"end", "ended"},
		{"today", "now"},
	})
	m.timelineList(open, openTimelines, "line")
	if len(ended) > 0 {
		m.fold(capital(count(len(ended), "position that has ended, rests or waits", "positions that have ended, rest or wait")))
		m.timelineList(ended, endedTimelines, "past")
		m.endFold()
	}
	m.shut("div")
	m.line()
}

func (m *webPage) timelineList(lines []report.Timeline, most int, id string) {
	shown := lines[:min(len(lines), most)]
	a := m.axisOf(shown)
	for i, l := range shown {
		m.timeline(fmt.Sprintf("%s%d", id, i+1), l, a)
	}
	if more := len(lines) - len(shown); more > 0 {
		m.paragraph(fmt.Sprintf("and %d more that are not drawn", more), "more")
	}
}

// timeline draws one position.
func (m *webPage) timeline(id string, l report.Timeline, a axis) {
	marks := l.Marks[max(0, len(l.Marks)-marksDrawn):]
	name := clean(l.Company)
	if role := clean(l.Role); role != "" {
		name = strings.TrimPrefix(name+", "+role, ", ")
	}
	t := webTable{caption: "Dates of " + name, heads: []string{"When", "What", "Thank-you notes in time until"}}
	outside := len(l.Marks) - len(marks)
	for _, mark := range marks {
		until := ""
		if !mark.Until.IsZero() {
			until = shortDay(mark.Until, m.now, false)
		}
		if mark.IsDay && until != "" { // the window closes at the midnight behind its last day
			until = dayAlone(mark.Until.Add(-time.Second).In(mark.At.Location()), m.now)
		}
		t.rows = append(t.rows, []string{m.when(mark), capital(clean(mark.What)), until})
		if _, inside := a.at(mark.At); !inside {
			outside++
		}
	}
	about := fmt.Sprintf("%s: %s.", orDash(clean(l.Status)), count(len(l.Marks), "date", "dates"))
	if outside > 0 {
		about += fmt.Sprintf(" Not drawn, being too far away: %d.", outside)
	}
	m.open("figure", "class", "timeline", "aria-labelledby", id+"-heading")
	m.open("h4", "id", id+"-heading")
	m.text(orDash(name) + " ")
	m.element("span", orDash(clean(l.Status)), "class", "status")
	m.shut("h4")
	m.line()
	m.svg(id, name, about, timelineHeight, func(d *drawing) { m.paintTimeline(d, marks, a) })
	m.fold(capital(count(len(marks), "date", "dates")))
	m.table(t)
	m.endFold()
	m.shut("figure")
	m.line()
}

// when is a mark's time in words, in the zone it was written in if it is a day.
func (m *webPage) when(mark report.Mark) string {
	t := mark.At
	if !mark.IsDay {
		t = t.In(m.now.Location())
		return t.Format("Mon ") + shortDay(t, m.now, false)
	}
	return t.Format("Mon ") + dayAlone(t, m.now)
}
