package render

import (
	"time"

	"debrief/report"
)

// The lanes of a timeline, in pixels: what was said to people above, the rounds
// on the line, other words below it.
const (
	timelineHeight = 82
	thanksLane     = 12
	roundLane      = 31
	wordLane       = 51
)

func (m *webPage) paintTimeline(d *drawing, marks []report.Mark, a axis) {
	month := time.Date(a.from.Year(), a.from.Month()+1, 1, 0, 0, 0, 0, a.from.Location())
	for ; month.Before(a.to); month = month.AddDate(0, 1, 0) {
		x, _ := a.at(month)
		d.stroke(x, 2, x, 64, "grid")
		if x > 0.04 && x < 0.96 {
			d.word(x, 77, centred, month.Format("2 Jan"), "small")
		}
	}
	d.stroke(0, roundLane, 1, roundLane, "axis")
	for _, mark := range marks {
		if mark.Kind != report.MarkRound {
			continue
		}
		from, inside := a.at(mark.From)
		until, _ := a.at(mark.Until)
		if inside {
			d.rect(from, roundLane-9, max(0.006, min(until, 1)-from), 18, "window")
		}
	}
	hour := m.now.Add(-time.Duration(m.now.Minute())*time.Minute - time.Duration(m.now.Second())*time.Second)
	if x, inside := a.at(hour.Truncate(time.Second)); inside {
		d.stroke(x, 2, x, 64, "today")
	}
	for _, mark := range marks {
		if x, inside := a.at(mark.Drawn()); inside {
			kind, lane := string(mark.Kind), laneOf(mark.Kind)
			if mark.Ahead {
				kind += " ahead"
			}
			d.shape(x, lane, kind, m.when(mark)+": "+mark.What)
		}
	}
}

func laneOf(kind report.MarkKind) int {
	switch kind {
	case report.MarkThanked:
		return thanksLane
	case report.MarkWrote, report.MarkHeard:
		return wordLane
	}
	return roundLane
}
