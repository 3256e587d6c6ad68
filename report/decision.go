package report

import (
	"slices"

	"debrief/parser"
)

// A decision is the day by which a company said that it would answer.
type decision struct {
	by    parser.When
	place parser.Place
}

// decisions returns every date that could ever be a position's decision date.
func decisions(p *parser.Position) []decision {
	var all []decision
	for _, iv := range p.Interviews {
		if iv.DecisionBy.Known() {
			all = append(all, decision{iv.DecisionBy, iv.DecisionByPlace})
		}
	}
	if p.DecisionBy.Known() {
		all = append(all, decision{p.DecisionBy, p.DecisionByPlace})
	}
	return all
}

// decisionOf returns a position's decision date: that of its latest held
// round, else of an earlier one, else the application's. A date that a later
// round has overtaken is none any more.
func (v *view) decisionOf(p *parser.Position) decision {
	held := v.heldRounds(p)
	overtaken := func(w parser.When) bool {
		return len(held) > 0 && v.day(w).Compare(dayOf(held[len(held)-1])) < 0
	}
	for i, iv := range slices.Backward(held) {
		if iv.DecisionBy.Known() && (i == len(held)-1 || !overtaken(iv.DecisionBy)) {
			return decision{iv.DecisionBy, iv.DecisionByPlace}
		}
	}
	if p.DecisionBy.Known() && !overtaken(p.DecisionBy) {
		return decision{p.DecisionBy, p.DecisionByPlace}
	}
	return decision{}
}

// pending returns a position's decision date as long as nothing has happened
// since.
func (v *view) pending(p *parser.Position) (decision, bool) {
	d := v.decisionOf(p)
	if !d.by.Known() || v.movedSince(p, d) {
		return decision{}, false
	}
	return d, true
}

// movedSince reports whether something happened at a position since its
// decision date. On that very day only word between the two sides counts: a
// thank-you or a reference told is no answer.
func (v *view) movedSince(p *parser.Position, d decision) bool {
	day := v.day(d.by)
	if asked := v.requestedOn(p); asked.Known() && v.day(asked).Compare(day) >= 0 {
		return true
	}
	if slices.ContainsFunc(p.Events, func(e *parser.Event) bool {
		if !v.concerns(e, p) || !v.happened(e.When) {
			return false
		}
		if !e.When.Known() {
			return e.What == parser.FollowedUp // undated is done
		}
		since := day.Compare(v.day(e.When))
		return since < 0 || since == 0 && (followsUp(e) || answer(e))
	}) {
		return true
	}
	return slices.ContainsFunc(p.Interviews, func(iv *parser.Interview) bool {
		own := iv.DecisionByPlace == d.place
		return !own && !calledOff(iv) && v.day(iv.Start).Compare(day) >= 0
	})
}

// answerOverdue reports whether a position's decision date has passed by the
// days of grace without a word.
func (v *view) answerOverdue(p *parser.Position) bool {
	d, pending := v.pending(p)
	return pending && v.waiting(p) && !v.paused() &&
		v.reached(v.workingDaysAfter(d.by, v.settings.number(answerOverdueID, "due")).at)
}

// answerOverdueHeard reports whether answer-overdue is asked about a position
// at all: it is neither off nor waived there.
func (v *view) answerOverdueHeard(p *parser.Position) bool {
	return !v.settings.off(answerOverdueID) && !v.waives(answerOverdueID, subject{position: p})
}

// answerOverdueSpeaks reports whether answer-overdue asks for word from a
// position, so that what would ask for the same message can be silent.
func (v *view) answerOverdueSpeaks(p *parser.Position) bool {
	return v.answerOverdueHeard(p) && v.answerOverdue(p)
}
