package report

import (
	"slices"
	"time"

	"debrief/parser"
)

// A course is what became of one duty between two instants, as the journal
// tells it afterwards.
type course struct {
	item Item // as it last stood, without its words
	// began is the instant from which it was due, or overdue, in that span; zero
	// if it never was.
	began time.Time
	// ended is when it no longer was; zero while it is.
	ended time.Time
	// deed: something that was done ended it, and not time alone.
	deed bool
	// over: its position had come to an end by then.
	over bool
	// waived: nobody asks for it.
	waived bool
	// did: the notes show that it was done, if only without a date.
	did bool
	// deedOn returns the date that the notes give to what settled it by an
	// instant, zero where they give none. By that date it may never have been
	// owed: whoever thanks on the day of a round often writes the day alone.
	deedOn func(by time.Time) time.Time
}

// lookBack returns the course of every duty that the journal knows of, between
// an instant and the view's now, by its whole id. What nobody dated has always been so: it began never.
func (v *view) lookBack(rules []*Rule, from time.Time) map[string]course {
	courses := map[string]course{}
	ids := &identities{fold: v.fold}
	for _, rule := range rules {
		if v.settings.runs(rule) && rule.Done != "" {
			for _, c := range v.atOwnClock().coursesOf(rule, ids, from) {
				courses[c.item.whole] = c
			}
		}
	}
	return courses
}

// coursesOf returns the courses of one rule's duties.
func (v *view) coursesOf(rule *Rule, ids *identities, from time.Time) []course {
	v.hindsight = true
	to := v.now
	var found []course
	var standing []int
	ids.duties = ids.duties[:0]
	rule.Run(v, func(d duty) {
		place := ids.add(d.subject)
		if d.judge == nil && d.did == nil {
			return
		}
		c := v.follow(d, from, to)
		c.did = d.did != nil && d.did()
		c.deedOn = func(by time.Time) time.Time { return v.deedOn(d, by) }
		c.waived = v.waives(rule.ID, d.subject)
		c.item.Rule, c.item.Company, c.item.Role, c.item.Person = rule.ID, d.company(), d.role(), d.name()
		c.item.Place = d.place
		found, standing = append(found, c), append(standing, place)
	})
	for i, id := range ids.whole(rule.ID, standing) {
		found[i].item.whole, found[i].item.ID = id, id[:min(idLength, len(id))]
	}
	return found
}

// follow judges a duty at every instant of a span at which it may change.
func (v *view) follow(d duty, from, to time.Time) (c course) {
	if d.judge == nil {
		return course{}
	}
	defer func(present clock) { *v.clock = present }(*v.clock)
	var last time.Time // the stage in which it last stood
	*v.clock = clock{now: from}
	for range maxStages {
		at, claimed := v.now, d.judge()
		switch {
		case claimed.urgency.pressing():
			if c.began.IsZero() {
				c.began = at
			}
			last, c.ended = at, time.Time{}
			c.item.Urgency, c.item.Since = claimed.urgency, claimed.since
			c.item.Due, c.item.DueIsDay = claimed.due.at, claimed.due.day
		case !c.began.IsZero() && c.ended.IsZero():
			c.ended = at
		}
		if v.next.IsZero() || v.next.After(to) {
			break
		}
		*v.clock = clock{now: v.next}
	}
	if !c.ended.IsZero() {
		c.deed, c.over = v.doneBetween(d, last, c.ended), endedBy(d, c.ended)
	}
	return c
}

// doneBetween reports whether a duty that stood at one instant and not at a
// later one would still stand if nothing had happened in between.
func (v *view) doneBetween(d duty, stood, ended time.Time) bool {
	defer func() { v.deaf = time.Time{} }()
	v.deaf = stood
	*v.clock = clock{now: ended}
	return d.judge().urgency.pressing()
}

// deedOn returns the time of the first thing that happened without which a duty
// would stand at an instant and with which it does not; zero where there is none.
func (v *view) deedOn(d duty, at time.Time) time.Time {
	defer func(present clock) { *v.clock, v.deaf = present, time.Time{} }(*v.clock)
	stands := func(deaf time.Time) bool {
		*v.clock, v.deaf = clock{now: at}, deaf
		return d.judge != nil && d.judge().urgency.pressing()
	}
	for _, t := range v.happenings(d) {
		if stands(t.Add(-time.Nanosecond)) && !stands(t) {
			return t
		}
	}
	return time.Time{}
}

// happenings returns when what may settle a duty happened, as far as it is
// dated, in the order of time.
func (v *view) happenings(d duty) []time.Time {
	var events []*parser.Event
	if d.position != nil {
		events = append(events, d.position.Events...)
	}
	if d.interview != nil {
		events = append(events, d.interview.Thanks...)
	}
	if d.reference != nil {
		events = append(events, d.reference.Events...)
	}
	var times []time.Time
	for _, e := range events {
		if e.When.Known() {
			times = append(times, e.When.Time)
		}
	}
	slices.SortFunc(times, time.Time.Compare)
	return times
}

// endedBy reports whether the position of a duty came to its end at that very
// instant, other than by what the duty asks for.
func endedBy(d duty, at time.Time) bool {
	return d.position != nil && slices.ContainsFunc(d.position.Events, func(e *parser.Event) bool {
		switch e.What {
		case parser.Withdrew, parser.DeclinedOffer:
			return !d.parting && e.When.Time.Equal(at)
		case parser.RejectedBy, parser.StartedAt:
			return e.When.Time.Equal(at)
		}
		return false
	})
}

// pressing reports whether something is owed rather than worth knowing.
func (u Urgency) pressing() bool { return u == Overdue || u == Due }
