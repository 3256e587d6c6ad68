package report

import (
	"slices"

	"debrief/parser"
)

// An acquaintance is all that the journal has of one person.
type acquaintance struct {
	rounds []*parser.Interview // with them, their position known
	others []*parser.Interview // with them, at a position nobody can tell
	thanks []*parser.Event     // to them
	met    []*parser.Event     // log lines that say they met
	events []*parser.Event     // with them, or with nobody named at a position of theirs
}

// acquaintances gathers what happened with whom.
func (v *view) acquaintances() map[*parser.Person]*acquaintance {
	known := make(map[*parser.Person]*acquaintance, len(v.journal.People))
	of := func(p *parser.Person) *acquaintance {
		a := known[p]
		if a == nil {
			a = &acquaintance{}
			known[p] = a
		}
		return a
	}
	for _, iv := range v.journal.Interviews {
		for _, p := range iv.Interviewers {
			a := of(p)
			if iv.Position == nil {
				a.others = append(a.others, iv)
				continue
			}
			a.rounds = append(a.rounds, iv)
		}
	}
	for _, e := range v.journal.Events {
		for _, p := range v.partners(e) {
			a := of(p)
			a.events = append(a.events, e)
			if e.What == parser.Thanked {
				a.thanks = append(a.thanks, e)
			}
			if e.Met && len(e.People) > 0 {
				a.met = append(a.met, e)
			}
		}
	}
	return known
}

// partners returns the people with whom there was contact in an event: those
// it names, else everyone met at its positions. An application reaches nobody.
func (v *view) partners(e *parser.Event) []*parser.Person {
	if len(e.People) > 0 || e.What == parser.AppliedTo {
		return e.People
	}
	if e.What == parser.Thanked && e.Interview != nil {
		return e.Interview.Interviewers
	}
	var people []*parser.Person
	for _, p := range e.Positions {
		for _, iv := range p.Interviews {
			for _, person := range iv.Interviewers {
				if !slices.Contains(people, person) {
					people = append(people, person)
				}
			}
		}
	}
	return people
}

// close reports whether the person was met or thanked at any time.
func (a *acquaintance) close() bool { return len(a.rounds)+len(a.thanks)+len(a.met) > 0 }

// subject is the latest round with the person, else the latest thank-you, else
// the latest line that says they met.
func (a *acquaintance) subject() subject {
	if n := len(a.rounds); n > 0 {
		return subject{position: a.rounds[n-1].Position, place: a.rounds[n-1].Place}
	}
	told := a.thanks
	if len(told) == 0 {
		told = a.met
	}
	e := told[len(told)-1]
	return subject{event: e, place: e.Place}
}

// lastWordWith returns when there was last any contact with a person who was
// met or thanked; undated when they were not, or on no known day.
func (v *view) lastWordWith(a *acquaintance) parser.When {
	var last parser.When
	happened := func(e *parser.Event) bool { return v.happened(e.When) }
	met := slices.ContainsFunc(a.thanks, happened) || slices.ContainsFunc(a.met, happened)
	for _, iv := range a.rounds {
		if v.held(iv) {
			met, last = true, latest(last, iv.Start)
		}
	}
	if !met {
		return parser.When{}
	}
	for _, iv := range a.others {
		if v.held(iv) {
			last = latest(last, iv.Start)
		}
	}
	for _, e := range a.events {
		if v.happened(e.When) {
			last = latest(last, e.When)
		}
	}
	return last
}

// spokenFor reports whether a person needs no word now: a round with them is
// ahead, a position of theirs is accepted or rests, or word to them is asked for
// already.
func (v *view) spokenFor(person *parser.Person, a *acquaintance) bool {
	if slices.ContainsFunc(a.rounds, v.scheduled) || slices.ContainsFunc(a.others, v.scheduled) {
		return true
	}
	return slices.ContainsFunc(a.rounds, func(iv *parser.Interview) bool {
		p := iv.Position
		return v.accepted(p) || v.resting(p) || v.answerOverdueSpeaks(p) || v.thankYouSpeaksOf(iv, person) ||
			v.correspondent(p) == person && v.positionQuietSpeaks(p)
	})
}
