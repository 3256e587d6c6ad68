package parser

import (
	"fmt"
	"slices"
	"strings"
)

// An eventKey is the same for two statements of one event. It is made of
// numbers, since every event has one.
type eventKey struct {
	what                        uint16
	person, position, interview int32 // their numbers, and one more; 0 for none
	company                     int32 // by eventTexts, without a position
	day                         int32 // for what may repeat
	files                       int32 // likewise, by eventTexts
}

// eventTexts numbers the texts that tell events apart.
type eventTexts map[string]int32

func (t eventTexts) number(text string) int32 {
	if text == "" {
		return 0
	}
	known := t[text]
	if known == 0 {
		known = int32(len(t) + 1)
		t[text] = known
	}
	return known
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

func (b *joiner) key(e *Event, texts eventTexts) eventKey {
	k := eventKey{what: e.What.number()}
	if e.Interview != nil {
		k.interview = e.Interview.number + 1
	}
	if len(e.People) > 0 {
		k.person = e.People[0].number + 1
	}
	if len(e.Positions) > 0 {
		k.position = e.Positions[0].number + 1
	} else {
		k.company = texts.number(FoldName(e.Company))
	}
	if e.once() {
		return k
	}
	if len(e.Files) > 0 || len(e.People) > 1 {
		var files strings.Builder
		for _, file := range e.Files {
			files.WriteString(file + "\n")
		}
		for _, p := range e.People[min(1, len(e.People)):] {
			files.WriteString(p.Name + "\n")
		}
		k.files = texts.number(files.String())
	}
	day := b.dayOf(e.When)
	k.day = int32(day.Year<<9 | int(day.Month)<<5 | day.Day)
	return k
}

// eventKinds are the kinds of event, in any order.
var eventKinds = []EventKind{
	Thanked, Told, Sent, Asked, AppliedTo, InterviewedAt, Contacted, FollowedUp, HeardBack, Apologised, OfferMade,
	AcceptedOffer, DeclinedOffer, Withdrew, RejectedBy, StartedAt, Outreach,
}

func (k EventKind) number() uint16 { return uint16(slices.Index(eventKinds, k)) }

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
func (b *joiner) mergeEvents(rounds []*Interview) {
	b.Events = sortedEvents(b.Events)
	first := make(map[eventKey]int32, len(b.Events)) // in kept
	texts := eventTexts{}
	kept := b.Events[:0]
	for _, e := range b.Events {
		k := b.key(e, texts)
		if known, said := first[k]; said {
			b.mergeInto(kept[known], e)
			continue
		}
		first[k] = int32(len(kept))
		kept = append(kept, e)
	}
	clear(b.Events[len(kept):])
	b.Events = kept
	if !slices.IsSortedFunc(b.Events, compareEvents) {
		b.Events = sortedEvents(b.Events)
	}
	for _, e := range b.Events {
		b.tellEarly(e)
		b.attach(e)
	}
	b.conflictsWithEveryone(rounds)
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
	known.Entry, known.Met = known.Entry || e.Entry, known.Met || e.Met
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
// to single people. One that came after some of them were thanked is another
// note, to the others.
func (b *joiner) conflictsWithEveryone(rounds []*Interview) {
	for _, iv := range rounds {
		for _, all := range iv.Thanks {
			if len(all.People) > 0 || !all.When.Known() {
				continue
			}
			others := iv.othersAt(all.When)
			for _, one := range iv.Thanks {
				if len(one.People) == 0 || !one.When.Known() || b.dayOf(one.When) == b.dayOf(all.When) {
					continue
				}
				switch before := one.When.Time.Before(all.When.Time); {
				case before && !others:
					b.conflict(one, all)
				case !before:
					b.conflict(all, one)
				}
			}
		}
	}
}

// othersAt reports whether a round had anybody, by the time of at, who had not
// been thanked by name. Who a round without names was with, nobody can tell.
func (iv *Interview) othersAt(at When) bool {
	thanked := map[*Person]bool{}
	for _, e := range iv.Thanks {
		for _, p := range e.People {
			thanked[p] = thanked[p] || e.When.Time.Before(at.Time)
		}
	}
	return len(iv.Interviewers) == 0 || slices.ContainsFunc(iv.Interviewers, func(p *Person) bool { return !thanked[p] })
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
