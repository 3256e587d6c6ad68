package report

import (
	"slices"

	"debrief/parser"
)

// sinceRound reports whether something was done after a round. What was done
// at no known hour of its day is taken to have been.
func (v *view) sinceRound(w parser.When, iv *parser.Interview) bool {
	if w.IsDay() || iv.Start.IsDay() {
		return v.day(w).Compare(v.dayHere(iv)) >= 0
	}
	return !w.Time.Before(iv.Start.Time)
}

// elsewhere reports whether an event is about another company than a round,
// as far as anybody can tell: word to somebody of no known company is.
func (v *view) elsewhere(e *parser.Event, iv *parser.Interview) bool {
	if len(e.Positions) == 0 {
		return e.Company == "" || !parser.SameCompany(e.Company, iv.Company)
	}
	own := v.companyOf(iv)
	return slices.ContainsFunc(e.Positions, func(p *parser.Position) bool { return v.companyOfPosition(p) != own })
}

// positionOf returns the position of a round, nothing of none.
func positionOf(iv *parser.Interview) []*parser.Position {
	if iv == nil {
		return nil
	}
	return []*parser.Position{iv.Position}
}

// roundsLatestFirst returns the rounds whose position is known, by their end.
func (v *view) roundsLatestFirst() []*parser.Interview {
	var rounds []*parser.Interview
	for _, iv := range v.journal.Interviews {
		if iv.Position != nil {
			rounds = append(rounds, iv)
		}
	}
	slices.SortStableFunc(rounds, func(a, b *parser.Interview) int { return b.End.Compare(a.End) })
	return rounds
}

// restedDeadline returns the deadline n days after an interview's end, paused
// days not counted; never when a pause without an end comes first.
func (v *view) restedDeadline(iv *parser.Interview, n int) deadline {
	if iv.Start.IsDay() {
		day, ok := v.calendar.unpaused(dayOf(iv), n)
		if !ok {
			return deadline{}
		}
		return deadline{at: day.End(zoneOf(iv)), day: true}
	}
	here := iv.End.In(v.zone)
	day, ok := v.calendar.unpaused(parser.CivilOf(here), n)
	if !ok {
		return deadline{}
	}
	return deadline{at: parser.OnDay(day, parser.ClockOf(here), v.zone)}
}
