package report

import (
	"slices"

	"debrief/parser"
)

// waiting reports whether a position waits for its company's word: it is live
// and open.
func (v *view) waiting(p *parser.Position) bool { return v.live(p) && v.open(p) }

// open reports whether a position's company may be written to: it has not
// ended, is neither at rest, on hold nor offered, and the search is on.
func (v *view) open(p *parser.Position) bool {
	return p.Status != parser.OnHold && !v.over(p) && !v.resting(p) && !v.offered(p) && !v.accepted(p) && v.searchOn()
}

// concerns reports whether an event of a position is about it. Word with an
// agency is only while the position is in play.
func (v *view) concerns(e *parser.Event, p *parser.Position) bool {
	return !e.Agency || !e.When.Known() || v.liveAt(p, e.When)
}

// followsUp reports whether an event of a live position is the person's own
// word to the company.
func followsUp(e *parser.Event) bool {
	switch e.What {
	case parser.FollowedUp, parser.Contacted, parser.Outreach:
		return true
	}
	return false
}

// theirWord returns the latest dated sign of life from a position's company: a
// reply, an offer, references asked for, or a round whose time has come,
// whatever became of it.
func (v *view) theirWord(p *parser.Position) parser.When {
	var last parser.When
	for _, e := range p.Events {
		if answer(e) && v.concerns(e, p) && v.happened(e.When) {
			last = latest(last, e.When)
		}
	}
	for _, iv := range p.Interviews {
		if v.reached(iv.Start.Time) {
			last = latest(last, iv.Start)
		}
	}
	return latest(last, v.requestedOn(p))
}

// lastReaction returns their latest word, or the day of a take-home that was
// handed in: from then on it is theirs to answer.
func (v *view) lastReaction(p *parser.Position) parser.When {
	last := v.theirWord(p)
	if v.reached(v.pastEnd(p.Due)) && v.submitted(p) {
		last = latest(last, p.Due)
	}
	return last
}

// lastWord returns the latest dated thing that happened at a position from
// either side; a take-home's day counts as one.
func (v *view) lastWord(p *parser.Position) parser.When {
	last := v.theirWord(p)
	for _, e := range p.Events {
		if v.concerns(e, p) && v.happened(e.When) {
			last = latest(last, e.When)
		}
	}
	if v.reached(v.pastEnd(p.Due)) {
		last = latest(last, p.Due)
	}
	return last
}

// answered reports whether a position's company has reacted: a round was set,
// or a reply came.
func (v *view) answered(p *parser.Position) bool {
	return len(p.Interviews) > 0 || slices.ContainsFunc(p.Events, func(e *parser.Event) bool {
		return answer(e) && v.concerns(e, p) && v.happened(e.When)
	})
}

// ahead reports whether something of a position has a day that is still to
// come: a round or a take-home.
func (v *view) ahead(p *parser.Position) bool {
	return p.Due.Known() && !v.reached(v.pastEnd(p.Due)) || slices.ContainsFunc(p.Interviews, v.scheduled)
}

// followUps counts how often a position's company was written to since it was
// last its turn to answer.
func (v *view) followUps(p *parser.Position) int {
	n, since := 0, v.lastReaction(p)
	for _, e := range p.Events {
		if followsUp(e) && v.concerns(e, p) && v.happened(e.When) && (!since.Known() || v.after(e.When, since)) {
			n++
		}
	}
	return n
}

// followedUpUndated reports whether a follow-up was noted without a date.
func (v *view) followedUpUndated(p *parser.Position) bool {
	return slices.ContainsFunc(p.Events, func(e *parser.Event) bool {
		return e.What == parser.FollowedUp && !e.When.Known()
	})
}

// correspondent returns whom to write to about a position: a contact, the
// hiring manager, else somebody of the latest round; nil where nobody is named.
func (v *view) correspondent(p *parser.Position) *parser.Person {
	if len(p.Contacts) > 0 {
		return p.Contacts[0]
	}
	if p.Manager != nil {
		return p.Manager
	}
	for _, iv := range slices.Backward(v.heldRounds(p)) {
		if len(iv.Interviewers) > 0 {
			return iv.Interviewers[0]
		}
	}
	return nil
}

// addressee names whom to write to about a position: a person, the agency,
// else the company.
func (v *view) addressee(p *parser.Position) string {
	if person := v.correspondent(p); person != nil {
		return person.Name
	}
	if p.Via != "" {
		return p.Via
	}
	return p.Company
}
