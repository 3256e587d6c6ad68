package render

import (
	"fmt"

	"debrief/report"
)

// weeksDrawn is half a year of weeks: on a phone, a column for each.
const weeksDrawn = 26

// weeks draws applications and outreach by week, each against its goal.
func (m *webPage) weeks(all []report.ActiveWeek, s report.Search) {
	if len(all) == 0 {
		return
	}
	shown := all[max(0, len(all)-weeksDrawn):]
	for _, kind := range []struct {
		id, title, class string
		goal             int
		of               func(report.ActiveWeek) int
	}{
		{"applications", "Applications a week", "first", s.ApplicationsGoal, func(w report.ActiveWeek) int { return w.Applications }},
		{"outreach", "Outreach a week", "second", s.OutreachGoal, func(w report.ActiveWeek) int { return w.Outreach }},
	} {
		f := figure{id: kind.id, title: kind.title, table: webTable{
			caption: kind.title, heads: []string{"Week of", "Count"}, figures: map[int]bool{1: true},
		}}
		most, reached, sum := max(1, kind.goal), 0, 0
		for _, w := range shown {
			n := kind.of(w)
			most, sum = max(most, n), sum+n
			if kind.goal > 0 && n >= kind.goal {
				reached++
			}
			f.table.rows = append(f.table.rows, []string{shortDay(w.Monday, m.now, true), fmt.Sprint(n)})
		}
		if sum == 0 && kind.goal == 0 {
			continue // an empty picture says nothing that the words do not
		}
		f.about = weeksInWords(kind.of(shown[len(shown)-1]), len(shown), kind.goal, reached)
		f.about = sentence(f.about)
		if before := len(all) - len(shown); before > 0 {
			f.about += fmt.Sprintf(" Earlier weeks are left out: %d.", before)
		}
		m.draw(f, nil, weekHeight, func(d *drawing) {
			d.goal(kind.goal, most)
			for i, w := range shown {
				d.week(i, len(shown), kind.of(w), most, kind.class)
			}
			m.weekNames(d, shown)
		})
	}
}

// weeksInWords tells of weeks: what went out in the present one, and how many
// of them reached the goal, where any did.
func weeksInWords(present, weeks, goal, reached int) string {
	words := fmt.Sprintf("%d this week", present)
	if weeks > 1 {
		words += fmt.Sprintf(", the latest of %d weeks", weeks)
	}
	switch {
	case goal > 0 && reached > 0 && weeks > 1:
		words += fmt.Sprintf("; the goal of %d was reached in %d of them", goal, reached)
	case goal > 0:
		words += fmt.Sprintf("; the goal is %d", goal)
	}
	return words
}

// The columns of a week, in pixels.
const (
	weekHeight = 128
	weekTop    = 22 // above the highest column, for its count
	weekFloor  = 104
)

// level is how high a count is drawn.
func level(n, most int) int { return weekFloor - n*(weekFloor-weekTop)/most }

// goal draws the line that the columns are to reach.
func (d *drawing) goal(goal, most int) {
	d.stroke(0, weekFloor, 1, weekFloor, "axis")
	if goal > 0 {
		y := level(goal, most)
		d.stroke(0, y, 1, y, "goal")
		d.word(0, y-4, fromStart, fmt.Sprintf("goal %d", goal), "small")
	}
}

// week draws the column of the i-th of n weeks.
func (d *drawing) week(i, n, value, most int, class string) {
	slot := weekSlot(n)
	x := 1 - float64(slot*float64(n-i))
	if value > 0 {
		y := level(value, most)
		d.rect(x+float64(slot*0.14), y, slot*0.72, weekFloor-y, class)
		d.word(x+slot/2, y-4, centred, fmt.Sprint(value), "small value")
	}
}

// weekSlot is the width of a week: a share of a row that has room for the goal
// at its left, and no column is broader than a tenth of it.
func weekSlot(n int) float64 { return min(0.86/float64(n), 0.1) }

// weekNames names some of the weeks, the present one always.
func (m *webPage) weekNames(d *drawing, shown []report.ActiveWeek) {
	n := len(shown)
	every := (n + 3) / 4
	for i := n - 1; i >= 0; i -= every {
		x, at := 1-float64(weekSlot(n)*(float64(n-i)-0.5)), centred
		if i == n-1 {
			x, at = 1, toEnd
		}
		d.word(x, weekFloor+18, at, shortDay(shown[i].Monday, m.now, true), "small")
	}
}
