package report

import (
	"cmp"
	"slices"
	"time"

	"debrief/parser"
)

// rows returns the positions at a glance: those in play, then leads, those at
// rest and those that ended, each by company and role.
func (v *view) rows() []Position {
	rows := make([]Position, 0, len(v.journal.Positions))
	order := map[int]int{}
	for i, p := range v.journal.Positions {
		rows = append(rows, v.row(p))
		order[i] = v.standing(p)
	}
	index := make([]int, len(rows))
	for i := range index {
		index[i] = i
	}
	slices.SortStableFunc(index, func(a, b int) int {
		return cmp.Or(
			cmp.Compare(order[a], order[b]),
			cmp.Compare(rows[a].Company, rows[b].Company),
			cmp.Compare(rows[a].Role, rows[b].Role),
			cmp.Compare(rows[a].File, rows[b].File),
		)
	})
	sorted := make([]Position, 0, len(rows))
	for _, i := range index {
		sorted = append(sorted, rows[i])
	}
	return sorted
}

// standing orders positions by how much they still ask for attention.
func (v *view) standing(p *parser.Position) int {
	switch {
	case v.live(p):
		return 0
	case v.over(p):
		return 3
	case v.resting(p):
		return 2
	default:
		return 1
	}
}

func (v *view) row(p *parser.Position) Position {
	row := Position{
		Company: p.Company,
		Role:    p.Role,
		Status:  v.statusOf(p),
		Live:    v.live(p),
		Resting: v.resting(p),
		Over:    v.over(p),
		File:    p.Place.Path(),
	}
	applied := v.appliedOn(p)
	row.Applied, row.AppliedIsDay = applied.Time, applied.IsDay()
	if held := v.heldRounds(p); len(held) > 0 {
		row.Interviews = len(held)
		row.Confidence = held[len(held)-1].ConfidenceRating
	}
	last, next := v.lastEvent(p), v.nextEvent(p)
	row.LastEvent, row.LastIsDay = last.Time, last.IsDay()
	row.NextEvent, row.NextIsDay = next.Time, next.IsDay()
	return row
}

// statusOf returns a position's status: an ending or an acceptance that was
// logged, else the note's own word, else what the events amount to. Without any
// of them it is a lead, or "" where something shows that it was more than that
// or a fact of it could not be read.
func (v *view) statusOf(p *parser.Position) string {
	ends := []struct {
		what   parser.EventKind
		status parser.Status
	}{
		{parser.StartedAt, parser.Started},
		{parser.RejectedBy, parser.Rejected},
		{parser.Withdrew, parser.Withdrawn},
		{parser.DeclinedOffer, parser.Declined},
		{parser.AcceptedOffer, parser.Accepted},
	}
	switch p.Status {
	case parser.Started, parser.Rejected, parser.Withdrawn, parser.Declined, parser.Closed:
		return string(p.Status)
	}
	for _, end := range ends {
		if v.event(p, end.what) {
			return string(end.status)
		}
	}
	switch {
	case p.Status != "":
		return string(p.Status)
	case v.offered(p):
		return string(parser.Offered)
	case len(p.Interviews) > 0:
		return string(parser.Interviewing)
	case v.event(p, parser.AppliedTo):
		return string(parser.Applied)
	case !p.Declared || p.Ghosted || p.Unread:
		return "" // without a note, a round or an application declares a position
	case v.lossy()[p.Place.Source]:
		return ""
	}
	return string(parser.Lead)
}

// lossyNotes returns the notes of which a fact was lost.
func (v *view) lossyNotes() map[*parser.Source]bool {
	lossy := map[*parser.Source]bool{}
	for _, p := range v.journal.Problems {
		if p.Source != nil && p.Severity() == parser.Error {
			lossy[p.Source] = true
		}
	}
	return lossy
}

// lastEvent returns the latest dated thing that happened at a position, held
// rounds included.
func (v *view) lastEvent(p *parser.Position) parser.When {
	var last parser.When
	for _, e := range p.Events {
		if e.When.Known() && v.happened(e.When) {
			last = latest(last, e.When)
		}
	}
	for _, iv := range v.heldRounds(p) {
		last = latest(last, iv.Start)
	}
	return last
}

// nextEvent returns the first thing that lies ahead of a position that has not
// ended: a round, an answer by a day, a take-home, an offer's answer, a first
// day. What was done or decided before its day lies ahead no more.
func (v *view) nextEvent(p *parser.Position) parser.When {
	if v.over(p) {
		return parser.When{}
	}
	var next parser.When
	consider := func(w parser.When, ahead bool) {
		if w.Known() && ahead && (!next.Known() || w.Time.Before(next.Time)) {
			next = w
		}
	}
	decision := p.DecisionBy
	for _, iv := range p.Interviews {
		consider(iv.Start, v.scheduled(iv))
		if iv.DecisionBy.Known() && v.held(iv) {
			decision = iv.DecisionBy
		}
	}
	accepted := v.accepted(p)
	for _, day := range []struct {
		when parser.When
		moot bool
	}{
		{decision, accepted || v.offered(p)},
		{p.Due, accepted || v.submitted(p)},
		{p.Offer.RespondBy, accepted},
		{p.FirstDay, false},
	} {
		consider(day.when, !day.moot && !v.reached(v.pastEnd(day.when)))
	}
	return next
}

// pastEnd returns when something dated is over: a day with its end.
func (v *view) pastEnd(w parser.When) time.Time {
	if w.IsDay() {
		return v.day(w).End(w.Time.Location())
	}
	return w.Time
}
