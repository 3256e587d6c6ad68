package render

import (
	"fmt"
	"strings"
	"time"

	"debrief/report"
)

// A row is one position at a glance, clean and in words.
type row struct {
	company, role, status string
	last, next            string
	owed                  string // a count, "" for none
	file                  string // where it is declared, as it is
}

// newRow puts a position into words; owes counts its overdue and due items.
func newRow(pos report.Position, owes int, now time.Time) row {
	return row{
		company: clean(pos.Company), role: orDash(clean(pos.Role)), status: orDash(clean(pos.Status)),
		last: dateOf(pos.LastEvent, now, pos.LastIsDay),
		next: dayOr(pos.NextEvent, now, pos.NextIsDay),
		owed: orNothing(owes), file: pos.File,
	}
}

// owes counts overdue and due items by the company and role they are about.
type owes map[[2]string]int

func owesIn(r *report.Report) owes {
	counts := owes{}
	for _, it := range r.Items {
		if it.Urgency != report.Advice {
			counts[[2]string{it.Company, it.Role}]++
		}
	}
	return counts
}

// of counts the items of a position.
func (o owes) of(pos report.Position) int { return o[[2]string{pos.Company, pos.Role}] }

// A glance is the positions of a report as a page shows them: live ones as
// rows, the others as counts.
type glance struct {
	rows                 []row
	waiting              int // live, with nothing owed or ahead
	leads, resting, over int
	folded               []report.Position // those without a row
}

// crowded is how many rows a screen bears; from there on, and on a brief page,
// live positions with nothing owed or ahead are counted.
const crowded = 10

// newGlance sorts the positions into rows and counts. What owes something has a
// row even when it has ended.
func newGlance(r *report.Report, brief bool) glance {
	var g glance
	live := 0
	for _, pos := range r.Positions {
		if pos.Live {
			live++
		}
	}
	counts := owesIn(r)
	for _, pos := range r.Positions {
		owes := counts.of(pos)
		switch {
		case pos.Live && owes == 0 && pos.NextEvent.IsZero() && (brief || live > crowded):
			g.waiting++
		case pos.Live || owes > 0 || pos.Status == "" && !pos.Resting || !pos.Over && !pos.Resting && !pos.NextEvent.IsZero():
			g.rows = append(g.rows, newRow(pos, owes, r.Now.In(zoneOf(r.Zone))))
			continue
		case pos.Resting:
			g.resting++
		case pos.Over:
			g.over++
		default:
			g.leads++
		}
		g.folded = append(g.folded, pos)
	}
	return g
}

// rest counts the positions that have no row; "" when all have one.
func (g glance) rest() string {
	var parts []string
	for _, c := range []struct {
		n    int
		word string
	}{
		{g.waiting, "more open"},
		{g.leads, "not applied to yet"},
		{g.resting, "resting"},
		{g.over, "over"},
	} {
		if c.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", c.n, c.word))
		}
	}
	return strings.Join(parts, ", ")
}

// searchLine says how the search stands. day puts an instant into words.
func searchLine(s report.Search, day func(time.Time) string) string {
	if !s.On {
		if s.FirstDay.IsZero() {
			return "No search is on"
		}
		return "The search ended on the first day, " + day(s.FirstDay)
	}
	line := "Search"
	if s.Started.IsZero() {
		line += " on"
	} else {
		line += " since " + day(s.Started)
	}
	line += fmt.Sprintf("; this week %s, %s outreach",
		ofGoal(s.ApplicationsThisWeek, s.ApplicationsGoal, " application", " applications"),
		ofGoal(s.OutreachThisWeek, s.OutreachGoal, "", ""))
	if !s.LastActivity.IsZero() {
		line += "; latest " + day(s.LastActivity)
	}
	if !s.FirstDay.IsZero() {
		line += "; first day " + day(s.FirstDay)
	}
	return line
}

// ofGoal counts one kind of activity against its weekly goal, if it has one.
func ofGoal(n, goal int, one, many string) string {
	switch {
	case goal > 0:
		return fmt.Sprintf("%d/%d%s", n, goal, many)
	case n == 1:
		return "1" + one
	}
	return fmt.Sprint(n) + many
}

// orDash shows that a cell is empty because nothing is written.
func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

// orNothing leaves a count of zero out: in a column, it is the others that
// matter.
func orNothing(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}
