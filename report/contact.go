package report

import (
	"slices"
	"time"

	"debrief/parser"
)

// liveAt reports whether a position was in play when something happened: it
// was applied to or interviewed for by then, and had neither ended nor fallen
// asleep. On the day of its end a position still counts as in play.
func (v *view) liveAt(p *parser.Position, at parser.When) bool {
	if !v.inPlaySince(p, at) || v.endedBefore(p, at) {
		return false
	}
	before := func(e *parser.Event) bool {
		if contact(e) {
			return v.after(at, e.When) // not the one that is asked about
		}
		return !v.after(e.When, at)
	}
	if p.Ghosted || overUndated(p) {
		// The end has no date: it is taken to have come once the position had
		// been quiet for as long as puts one to rest.
		return v.awakeAt(p, at, before)
	}
	if v.answeredBy(p, at) {
		return true
	}
	from := v.restsFrom(p, before)
	return from.IsZero() || at.Time.Before(from)
}

// awakeAt reports whether something had happened at a position, among the
// events and rounds before at, recently enough for it to be awake.
func (v *view) awakeAt(p *parser.Position, at parser.When, before func(*parser.Event) bool) bool {
	var last parser.When
	for _, e := range p.Events {
		if before(e) {
			last = latest(last, e.When)
		}
	}
	for _, iv := range p.Interviews {
		if !v.after(iv.Start, at) {
			last = latest(last, iv.Start)
		}
	}
	from := v.daysAfter(last, restsAfter)
	return !last.Known() || from.IsZero() || at.Time.Before(from)
}

// contact reports whether an event is one whose meaning liveAt is asked for.
func contact(e *parser.Event) bool {
	return e.What == parser.Contacted || e.What == parser.Outreach
}

// after reports whether a came on a later day than b, or at a later instant
// where both are known; undated things are never later.
func (v *view) after(a, b parser.When) bool {
	switch {
	case !a.Known() || !b.Known():
		return false
	case a.IsDay() || b.IsDay():
		return v.day(a).Compare(v.day(b)) > 0
	}
	return a.Time.After(b.Time)
}

// inPlaySince reports whether a position had been applied to, or a round of it
// had begun, by the time of at.
func (v *view) inPlaySince(p *parser.Position, at parser.When) bool {
	dated := false
	for _, e := range p.Events {
		if e.What == parser.AppliedTo {
			dated = true
			if !v.after(e.When, at) {
				return true
			}
		}
	}
	for _, iv := range p.Interviews {
		if !calledOff(iv) && !v.after(iv.Start, at) {
			return true
		}
	}
	return !dated && (p.Status == parser.Applied || beyondApplied(p) || p.Ghosted)
}

// ending reports whether an event ends a position.
func ending(e *parser.Event) bool {
	switch e.What {
	case parser.RejectedBy, parser.Withdrew, parser.DeclinedOffer, parser.StartedAt:
		return true
	}
	return false
}

// endedBefore reports whether a position had ended on an earlier day than at.
func (v *view) endedBefore(p *parser.Position, at parser.When) bool {
	return slices.ContainsFunc(p.Events, func(e *parser.Event) bool {
		return ending(e) && e.When.Known() && v.after(at, e.When)
	})
}

// overUndated reports whether a position ended at a time nobody wrote down.
// That is so whatever the time is now, and no clock is asked.
func overUndated(p *parser.Position) bool {
	over := saysOver(p.Status)
	for _, e := range p.Events {
		switch {
		case !ending(e):
		case e.When.Known():
			return false
		default:
			over = true
		}
	}
	return over
}

// answeredBy reports whether a field, which has no date, or a round by the time
// of at shows that the company had reacted.
func (v *view) answeredBy(p *parser.Position, at parser.When) bool {
	return reacted(p) || slices.ContainsFunc(p.Interviews, func(iv *parser.Interview) bool {
		return !v.after(iv.Start, at)
	})
}

// outreach reports whether an event is outreach: word to somebody new. Word to
// the people of a live position, or to the agency behind one, is a follow-up.
func (v *view) outreach(e *parser.Event) bool {
	switch {
	case e.What != parser.Contacted && e.What != parser.Outreach:
		return false
	case e.What == parser.Outreach && !e.Agency:
		return true
	}
	return !slices.ContainsFunc(e.Positions, func(p *parser.Position) bool { return v.liveAt(p, e.When) })
}

// findActivities returns what counts as searching, latest first: applications
// sent and outreach, as far as they are dated.
func (v *view) findActivities() []*parser.Event {
	var found []*parser.Event
	for _, e := range v.journal.Events {
		if e.When.Known() && (e.What == parser.AppliedTo || v.outreach(e)) {
			found = append(found, e)
		}
	}
	slices.SortStableFunc(found, func(a, b *parser.Event) int { return b.When.Time.Compare(a.When.Time) })
	return found
}

// lastActivity returns the latest search activity that has happened, nil when
// there is none.
func (v *view) lastActivity() *parser.Event {
	for _, e := range v.activities() {
		if v.happened(e.When) {
			return e
		}
	}
	return nil
}

// latest returns the later of two dates by their first instant.
func latest(a, b parser.When) parser.When {
	if !a.Known() || b.Known() && b.Time.After(a.Time) {
		return b
	}
	return a
}

// midnight returns the first instant, in the search's zone, of the day on
// which something dated falls.
func (v *view) midnight(w parser.When) time.Time { return v.day(w).Start(v.zone) }
