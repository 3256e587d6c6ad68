package report

import (
	"time"

	"debrief/parser"
)

// A FunnelStage is how far positions have come.
type FunnelStage struct {
	Name string // "Applied"
	// Reached counts the positions that came this far or further, Open those of
	// them that are still in play.
	Reached, Open int
}

// The stages of the funnel.
const (
	stageApplied = iota
	stageMet
	stageAgain
	stageOffer
	stageAccepted
)

var stageNames = [...]string{"Applied", "First interview", "Second interview or beyond", "Offer", "Accepted"}

// funnel counts positions by how far they came.
func (v *view) funnel() []FunnelStage {
	stages := make([]FunnelStage, len(stageNames))
	for i, name := range stageNames {
		stages[i].Name = name
	}
	for _, p := range v.journal.Positions {
		for i := range v.stageOf(p) + 1 {
			stages[i].Reached++
			if v.live(p) {
				stages[i].Open++
			}
		}
	}
	if stages[stageApplied].Reached == 0 {
		return nil
	}
	return stages
}

// stageOf returns the last stage that a position reached, -1 for one that was
// never applied to.
func (v *view) stageOf(p *parser.Position) int {
	held := len(v.heldRounds(p))
	switch {
	case v.accepted(p) || p.Status == parser.Started || v.event(p, parser.StartedAt):
		return stageAccepted
	case v.offered(p) || p.Status == parser.Declined || v.event(p, parser.DeclinedOffer):
		return stageOffer
	case held > 1:
		return stageAgain
	case held == 1 || p.Status == parser.Screening || p.Status == parser.Interviewing:
		return stageMet
	case v.applied(p) || v.interviewedFor(p):
		return stageApplied
	}
	return -1
}

// An ActiveWeek is what went out in one ISO week.
type ActiveWeek struct {
	Monday                 time.Time // its first instant, in the search's zone
	Applications, Outreach int
}

// weeksKept is how far back weeks are counted: two years and the present one.
const weeksKept = 105

// activeWeeks counts applications and outreach by week, as the report counts
// the present one.
func (v *view) activeWeeks() []ActiveWeek {
	activities := v.activities() // latest first
	present := mondayOf(v.today())
	var first parser.Civil
	switch started := v.journal.Search.Started; {
	case started.Known():
		first = mondayOf(v.day(started))
	case len(activities) > 0:
		first = mondayOf(v.day(activities[len(activities)-1].When))
	default:
		return nil
	}
	if oldest := present.AddDays(-7 * (weeksKept - 1)); first.Compare(oldest) < 0 {
		first = oldest
	}
	var weeks []ActiveWeek
	for monday := first; monday.Compare(present) <= 0; monday = monday.AddDays(7) {
		weeks = append(weeks, ActiveWeek{Monday: monday.Start(v.zone)})
	}
	for _, e := range activities {
		if !e.When.Known() || !v.happened(e.When) || v.day(e.When).Compare(first) < 0 {
			continue
		}
		i := first.DaysUntil(v.day(e.When)) / 7
		switch {
		case i >= len(weeks): // written ahead
		case e.What == parser.AppliedTo:
			weeks[i].Applications++
		default:
			weeks[i].Outreach++
		}
	}
	return weeks
}
