package report

import (
	"slices"
	"time"

	"debrief/parser"
)

// restsAfter is how many days without an answer an application stays awake.
const restsAfter = 30

// event reports whether one of the given things happened at a position.
func (v *view) event(p *parser.Position, kinds ...parser.EventKind) bool {
	return slices.ContainsFunc(p.Events, func(e *parser.Event) bool {
		return slices.Contains(kinds, e.What) && v.happened(e.When)
	})
}

// saysOver reports whether a status is one of a position that has ended.
func saysOver(s parser.Status) bool {
	switch s {
	case parser.Rejected, parser.Withdrawn, parser.Declined, parser.Closed, parser.Started:
		return true
	}
	return false
}

// over reports whether a position has ended, one way or the other.
func (v *view) over(p *parser.Position) bool {
	return saysOver(p.Status) || v.event(p, parser.RejectedBy, parser.Withdrew, parser.DeclinedOffer, parser.StartedAt)
}

// refused reports whether the person was the one to end it.
func (v *view) refused(p *parser.Position) bool {
	return p.Status == parser.Withdrawn || p.Status == parser.Declined || v.event(p, parser.Withdrew, parser.DeclinedOffer)
}

// beyondApplied reports whether a position's status says that the company has
// answered.
func beyondApplied(p *parser.Position) bool {
	switch p.Status {
	case "", parser.Lead, parser.Applied:
		return false
	}
	return true
}

// reacted reports whether a position's fields, which have no date, say that the
// company has answered: a status beyond applied, or a take-home that it set. The
// day in a lead is the advertisement's.
func reacted(p *parser.Position) bool {
	return beyondApplied(p) || p.Due.Known() && p.Status != parser.Lead
}

// applied reports whether a position was applied to. A status of applied or
// beyond says so without a date, and so does what only follows an application.
func (v *view) applied(p *parser.Position) bool {
	return p.Status == parser.Applied || beyondApplied(p) || v.offered(p) || v.requested(p) ||
		v.event(p, parser.AppliedTo, parser.AcceptedOffer)
}

// interviewedFor reports whether a round of a position has had its time.
func (v *view) interviewedFor(p *parser.Position) bool {
	return slices.ContainsFunc(p.Interviews, func(iv *parser.Interview) bool {
		return !calledOff(iv) && v.ended(iv)
	})
}

// live reports whether a position is still in play.
func (v *view) live(p *parser.Position) bool {
	return (v.applied(p) || v.interviewedFor(p)) && !v.over(p) && !v.resting(p)
}

// resting reports whether a position owes nothing because nobody ever
// answered. A position marked ghosted rests whatever else is dated.
func (v *view) resting(p *parser.Position) bool {
	if v.over(p) {
		return false
	}
	if p.Ghosted {
		return true
	}
	if !v.applied(p) || len(p.Interviews) > 0 || reacted(p) || v.requested(p) {
		return false // any interview entry, whatever became of it, is an answer
	}
	return v.reached(v.restsFrom(p, func(e *parser.Event) bool { return v.happened(e.When) }))
}

// answer reports whether an event shows that the company reacted.
func answer(e *parser.Event) bool {
	switch e.What {
	case parser.HeardBack, parser.OfferMade, parser.AcceptedOffer, parser.InterviewedAt:
		return true
	}
	return false
}

// restsFrom returns when a position falls asleep, counting from the latest of
// the events that count; zero when one of them is an answer, or none is dated.
// Word with an agency before the application, or while the position is asleep,
// is about something else: it neither wakes nor answers it.
func (v *view) restsFrom(p *parser.Position, counts func(*parser.Event) bool) time.Time {
	var from time.Time
	for _, e := range p.Events { // by time
		asleep := !from.IsZero() && e.When.Known() && !e.When.Time.Before(from)
		switch {
		case !counts(e) || e.Agency && (asleep || !v.inPlaySince(p, e.When)):
		case answer(e):
			return time.Time{}
		case e.When.Known():
			from = v.daysAfter(e.When, restsAfter)
		}
	}
	return from
}

// daysAfter returns the midnight at which something is more than n days old,
// paused days not counted; zero when a pause without an end comes first.
func (v *view) daysAfter(w parser.When, n int) time.Time {
	day, ok := v.calendar.unpaused(v.day(w), n+1)
	if !ok {
		return time.Time{}
	}
	return day.Start(v.zone)
}

// requested reports whether a position's references were asked for.
func (v *view) requested(p *parser.Position) bool {
	return p.ReferencesRequestedGiven && v.happened(p.ReferencesRequested)
}

// requestedOn returns when a position's references were asked for, undated when
// they were not or nobody wrote it down.
func (v *view) requestedOn(p *parser.Position) parser.When {
	if !v.requested(p) {
		return parser.When{}
	}
	return p.ReferencesRequested
}

// offered reports whether a position was offered.
func (v *view) offered(p *parser.Position) bool {
	if p.Status == parser.Offered || v.event(p, parser.OfferMade) {
		return true
	}
	// The mapping alone counts unless it carries a day that is still ahead.
	dated := slices.ContainsFunc(p.Events, func(e *parser.Event) bool { return e.What == parser.OfferMade })
	return p.Offer.Given && !dated
}

// offerDay returns when a position was offered, undated when nobody wrote it
// down.
func (v *view) offerDay(p *parser.Position) parser.When {
	for _, e := range p.Events {
		if e.What == parser.OfferMade && e.When.Known() && v.happened(e.When) {
			return e.When
		}
	}
	return parser.When{}
}

// accepted reports whether a position's offer was accepted.
func (v *view) accepted(p *parser.Position) bool {
	return p.Status == parser.Accepted || v.event(p, parser.AcceptedOffer)
}

// heldRounds returns a position's rounds that took place, by their end.
func (v *view) heldRounds(p *parser.Position) []*parser.Interview {
	return roundsByEnd(p, v.held)
}

// lastHeld returns the last of a position's rounds to have taken place, by
// their end; nil when none has.
func (v *view) lastHeld(p *parser.Position) *parser.Interview {
	var last *parser.Interview
	for _, iv := range p.Interviews {
		if v.held(iv) && (last == nil || !iv.End.Before(last.End)) {
			last = iv
		}
	}
	return last
}

// roundsByEnd returns the rounds of a position that satisfy keep, by their
// end.
func roundsByEnd(p *parser.Position, keep func(*parser.Interview) bool) []*parser.Interview {
	if len(p.Interviews) == 0 {
		return nil
	}
	rounds := make([]*parser.Interview, 0, len(p.Interviews))
	for _, iv := range p.Interviews {
		if keep(iv) {
			rounds = append(rounds, iv)
		}
	}
	slices.SortStableFunc(rounds, func(a, b *parser.Interview) int { return a.End.Compare(b.End) })
	return rounds
}
