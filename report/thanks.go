package report

import (
	"slices"

	"debrief/parser"
)

// coordinator in a thank-you's via: it was passed on to everyone of the round.
const coordinator = "coordinator"

// thanked reports whether a person was thanked for an interview; nil stands
// for the interviewer of a round that names none.
func (v *view) thanked(iv *parser.Interview, person *parser.Person) bool {
	if person == nil {
		return v.settledUnnamed(iv)
	}
	return slices.ContainsFunc(iv.Thanks, func(e *parser.Event) bool {
		return reaches(e, person) && v.happened(e.When)
	})
}

// reaches reports whether a thank-you of a round reaches a person.
func reaches(e *parser.Event, person *parser.Person) bool {
	return len(e.People) == 0 || e.Via == coordinator || slices.Contains(e.People, person)
}

// settledUnnamed reports whether a round without names has its thank-you: its
// own, or one to anybody at that company on the round's day or later. An
// undated one settles only the round in whose note it stands.
func (v *view) settledUnnamed(iv *parser.Interview) bool {
	if v.anyThanks(iv) {
		return true
	}
	return slices.ContainsFunc(v.thanks()[v.companyOf(iv)], func(e *parser.Event) bool {
		if !v.happened(e.When) {
			return false
		}
		if !e.When.Known() {
			return e.Interview == nil && e.Place.Source == iv.Place.Source
		}
		return v.day(e.When).Compare(v.dayHere(iv)) >= 0
	})
}

// dayHere returns the first date anybody would give an interview: its own, or
// that of the person's calendar, by which log lines are dated.
func (v *view) dayHere(iv *parser.Interview) parser.Civil {
	own, here := dayOf(iv), dayIn(iv.Start.Time, v.zone)
	if !iv.Start.IsDay() && here.Compare(own) < 0 {
		return here
	}
	return own
}

// A company is what a thank-you and a round have in common: a name, or the
// very position where the company is not disclosed.
type company struct {
	name     string // folded
	position *parser.Position
}

func (v *view) companyOf(iv *parser.Interview) company {
	if iv.Position != nil {
		return v.companyOfPosition(iv.Position)
	}
	return company{name: v.fold(iv.Company)}
}

func (v *view) companyOfPosition(p *parser.Position) company {
	if p.Undisclosed {
		return company{position: p}
	}
	return company{name: v.fold(p.Company)}
}

// thanksByCompany indexes the thank-yous of a journal by the companies at
// which somebody received them.
func (v *view) thanksByCompany() map[company][]*parser.Event {
	index := map[company][]*parser.Event{}
	for _, e := range v.journal.Events {
		if e.What != parser.Thanked {
			continue
		}
		for _, c := range v.companiesThanked(e) {
			if known := index[c]; len(known) == 0 || known[len(known)-1] != e {
				index[c] = append(known, e)
			}
		}
	}
	return index
}

// companiesThanked returns where a thank-you was received. What the event
// itself belongs to decides before what else is known of the person; a
// reference is nobody's interviewer.
func (v *view) companiesThanked(e *parser.Event) []company {
	var found []company
	switch {
	case e.Interview != nil:
		return []company{v.companyOf(e.Interview)}
	case slices.ContainsFunc(e.People, v.isReference):
	case len(e.Positions) > 0:
		for _, p := range e.Positions {
			found = append(found, v.companyOfPosition(p))
		}
	case e.Company != "":
		found = append(found, company{name: v.fold(e.Company)})
	default:
		for _, p := range e.People {
			for _, c := range p.Companies {
				found = append(found, company{name: v.fold(c)})
			}
		}
	}
	return found
}

// isReference reports whether a person is one of the references.
func (v *view) isReference(p *parser.Person) bool {
	return slices.ContainsFunc(v.journal.References, func(r *parser.Reference) bool { return r.Person == p })
}

// drafted reports whether a note to a person is written but not sent; nil asks
// for a note to whoever held the round. A letter to nobody in particular is
// taken as sent once anybody of the round was thanked.
func (v *view) drafted(iv *parser.Interview, person *parser.Person) bool {
	return slices.ContainsFunc(iv.Letters, func(l parser.Letter) bool {
		if l.To == nil {
			return !v.anyThanks(iv)
		}
		return person == nil || l.To == person
	})
}

// appendPerson adds a person to a list that does not have them yet.
func appendPerson(people []*parser.Person, p *parser.Person) []*parser.Person {
	if slices.Contains(people, p) {
		return people
	}
	return append(people, p)
}
