package parser

import (
	"fmt"
	"slices"
)

// An eventKey is the same for two statements of one event.
type eventKey struct {
	what      EventKind
	person    *Person
	position  *Position
	interview *Interview
	company   string
	day       Civil  // for what may repeat
	files     string // likewise
}

// once reports whether something of that kind happens once for its key.
func (e *Event) once() bool {
	switch e.What {
	case AppliedTo, OfferMade, AcceptedOffer, DeclinedOffer, RejectedBy, Withdrew, StartedAt:
		return len(e.Positions) == 1
	case Told:
		return true
	case Thanked:
		return e.Interview != nil
	}
	return false
}

func (b *joiner) key(e *Event) eventKey {
	k := eventKey{what: e.What, interview: e.Interview}
	if len(e.People) > 0 {
		k.person = e.People[0]
	}
	if len(e.Positions) > 0 {
		k.position = e.Positions[0]
	} else {
		k.company = FoldName(e.Company)
	}
	if e.once() {
		return k
	}
	for _, file := range e.Files {
		k.files += file + "\n"
	}
	for _, p := range e.People[min(1, len(e.People)):] {
		k.files += p.Name + "\n"
	}
	k.day = b.dayOf(e.When)
	return k
}

func (b *joiner) dayOf(w When) Civil {
	switch w.Precision {
	case Day:
		return CivilOf(w.Time)
	case Instant:
		return CivilOf(w.Time.In(b.Zone))
	}
	return Civil{}
}

// mergeEvents makes one event of what was said twice: the earliest date
// counts, and a second date for what happens once is a problem.
func (b *joiner) mergeEvents() {
	sortEvents(b.Events)
	first := make(map[eventKey]*Event, len(b.Events))
	kept := b.Events[:0]
	for _, e := range b.Events {
		k := b.key(e)
		known := first[k]
		if known == nil {
			first[k] = e
			kept = append(kept, e)
			continue
		}
		b.mergeInto(known, e)
	}
	clear(b.Events[len(kept):])
	b.Events = kept
	if !slices.IsSortedFunc(b.Events, compareEvents) {
		sortEvents(b.Events)
	}
	for _, e := range b.Events {
		b.attach(e)
	}
	b.conflictsWithEveryone()
}

// mergeInto adds a later statement to an earlier one. Undated statements sort
// first, so known may still have to take its date from e.
func (b *joiner) mergeInto(known, e *Event) {
	switch {
	case !known.When.Known():
		known.When = e.When
		known.Place, known.order = e.Place, e.order
	case known.once() && b.dayOf(known.When) != b.dayOf(e.When):
		b.conflict(known, e)
	case known.When.IsDay() && !e.When.IsDay():
		known.When = e.When
	}
	known.Detail, known.Via = orText(known.Detail, e.Detail), orText(known.Via, e.Via)
	known.Files = appendNew(known.Files, e.Files...)
	known.Resume, known.CoverLetter = known.Resume || e.Resume, known.CoverLetter || e.CoverLetter
	known.ResumeFile = orText(known.ResumeFile, e.ResumeFile)
	known.Entry = known.Entry || e.Entry
}

func (b *joiner) conflict(known, e *Event) {
	where := "in " + known.Place.Path()
	if known.Place.Source == e.Place.Source {
		where = fmt.Sprintf("in line %d", known.Place.Start().Line)
	}
	b.problem(ConflictingDates, e.Place, "keep the date that is right",
		fmt.Sprintf("%s is dated %s here and %s %s: the earlier date counts", described(e), b.dayOf(e.When), b.dayOf(known.When), where))
}

// described names an event for a message.
func described(e *Event) string {
	what := map[EventKind]string{
		AppliedTo: "the application", OfferMade: "the offer", AcceptedOffer: "the acceptance", DeclinedOffer: "declining",
		RejectedBy: "the rejection", Withdrew: "withdrawing", StartedAt: "the first day", Told: "telling", Thanked: "thanking",
	}[e.What]
	if len(e.People) > 0 {
		what += " " + e.People[0].Name
	}
	return what
}

// conflictsWithEveryone compares a thank-you to everyone of a round with those
// to single people.
func (b *joiner) conflictsWithEveryone() {
	for _, iv := range b.Interviews {
		for _, all := range iv.Thanks {
			if len(all.People) > 0 || !all.When.Known() {
				continue
			}
			for _, one := range iv.Thanks {
				if len(one.People) == 0 || !one.When.Known() || b.dayOf(one.When) == b.dayOf(all.When) {
					continue
				}
				if one.When.Time.Before(all.When.Time) {
					b.conflict(one, all)
				} else {
					b.conflict(all, one)
				}
			}
		}
	}
}

// attach lists an event with everything it belongs to.
func (b *joiner) attach(e *Event) {
	for _, p := range e.Positions {
		p.Events = append(p.Events, e)
	}
	if e.Interview != nil && e.What == Thanked {
		e.Interview.Thanks = append(e.Interview.Thanks, e)
	}
	for _, p := range e.People {
		if r := b.people.of(p).reference; r != nil && !slices.Contains(r.Events, e) {
			r.Events = append(r.Events, e)
		}
	}
	if e.What == AppliedTo && len(e.Positions) == 1 && e.Positions[0].Resume == "" {
		e.Positions[0].Resume = e.ResumeFile
	}
}
