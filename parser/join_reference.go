package parser

import (
	"strings"
)

// declareReferences makes a reference of every reference entry. Two notes on
// one person are one reference.
func (b *joiner) declareReferences() {
	for _, f := range b.notes {
		e := f.reference
		if e == nil || !e.name.Given() {
			continue
		}
		text := readPerson(e.name)
		text.Email = orText(text.Email, e.email)
		var r *Reference
		if known := b.people.find(text.Name.Value); known != nil {
			r = b.people.of(known).reference
		}
		if r == nil {
			r = b.newReference(Reference{Person: b.people.declare(&text), Place: Place{f.Source, e.name.Span}})
		}
		r.Active, r.Relationship = r.Active || e.active, orText(r.Relationship, e.relationship)
		switch {
		case e.permission.Yes:
			r.Permission = PermissionYes
		case e.permission.No && r.Permission == PermissionUnknown:
			r.Permission = PermissionNo
		}
		f.subject = r
		f.people = []*Person{r.Person}
	}
}

// newReference lists one more reference.
func (b *joiner) newReference(reference Reference) *Reference {
	r := &reference
	b.people.of(r.Person).reference = r
	b.References = append(b.References, r)
	return r
}

// nameReferences resolves the references that search.md and the applications
// name.
func (b *joiner) nameReferences() {
	if b.search != nil && b.search.search.referencesAt != (Span{}) {
		b.Search.ReferencesSet = true
		b.Search.References = b.namedReferences(b.search, b.search.search.references)
	}
	for _, f := range b.notes {
		if a := f.application; a != nil && a.expect == ExpectNamed {
			f.position.References = b.namedReferences(f, a.references)
		}
	}
}

func (b *joiner) namedReferences(f *note, texts []personText) []*Reference {
	var known []*Person
	for _, r := range b.References {
		known = append(known, r.Person)
	}
	var named []*Reference
	for _, t := range b.each(texts) {
		if word := FoldName(t.Name.Value); word == "none" || word == "" {
			continue
		}
		p, several := b.people.lookup(t.Name.Value, known)
		if len(several) > 0 {
			b.ambiguous(Place{f.Source, t.Name.Span}, t.Name.Value, several)
			continue
		}
		if p == nil {
			p = b.people.declare(&t)
		}
		r := b.people.of(p).reference
		if r == nil {
			b.problem(NoSuchReference, Place{f.Source, t.Name.Span},
				"write a note for them: name: "+t.Name.Value+", in a folder references",
				"no note says who the reference "+t.Name.Value+" is")
			r = b.newReference(Reference{Person: p, Place: Place{f.Source, t.Name.Span}, Active: true})
			known = append(known, p)
		}
		named = appendNew(named, r)
	}
	return named
}

func (b *joiner) referenceEvents(f *note, e *referenceEntry) {
	r := f.subject
	if r == nil {
		return
	}
	event := func(what EventKind, w When, span Span) Event {
		return Event{What: what, When: w, People: []*Person{r.Person}, Entry: true, Place: Place{f.Source, span}}
	}
	if w, ok := b.whenDone(f, e.permission); ok {
		asked := event(Asked, w, e.permission.Span)
		b.add(f, &asked)
	}
	if w, ok := b.whenDone(f, e.thanked); ok {
		thanked := event(Thanked, w, e.thanked.Span)
		b.add(f, &thanked)
	}
	for _, t := range b.eachTold(e.told) {
		position, ok := b.toldPosition(f, &t)
		if !ok {
			continue
		}
		if w, ok := b.whenDone(f, t.on); ok {
			told := event(Told, w, t.span)
			b.about(&told, position, t.position.Value)
			told.Resume, told.ResumeFile = t.resume, t.resumeFile
			b.add(f, &told)
		}
		if w, ok := b.whenDone(f, t.outcome); ok && position != nil {
			r.Outcomes = append(r.Outcomes, Outcome{position, w})
		}
	}
}

// eachTold splits texts that may name several positions.
func (b *joiner) eachTold(texts []toldText) []toldText {
	var all []toldText
	for _, t := range texts {
		if t.splittable == "" {
			all = append(all, t)
			continue
		}
		for _, part := range splitList(t.position, t.splittable, b.namesPosition) {
			one := t
			one.span, one.position = part.Span, part
			all = append(all, one)
		}
	}
	return all
}

// namesPosition reports whether text is a known company, or one with a role.
func (b *joiner) namesPosition(text string) bool {
	if b.companies.find(text) != nil {
		return true
	}
	at := strings.LastIndex(lowerASCII(text), " "+asRole)
	return at > 0 && b.companies.find(strings.TrimSpace(text[:at])) != nil
}

// about sets what a told event is about.
func (b *joiner) about(e *Event, position *Position, text string) {
	e.Company = text
	if position != nil {
		e.Company, e.Role, e.Positions = position.Company, position.Role, []*Position{position}
	}
}

// toldPosition finds the position behind `COMPANY`, `COMPANY as ROLE` or
// `COMPANY (ROLE)`. It is nil where no note names it yet, and false where
// several could be meant.
func (b *joiner) toldPosition(f *note, t *toldText) (*Position, bool) {
	text := t.position
	name := At[string]{plainText(text.Value), text.Span}
	company, role := name, At[string]{}
	c := b.companies.find(name.Value)
	if c == nil {
		company, role = b.companyAndRole(name)
		c = b.companies.find(company.Value)
	}
	if c == nil {
		m := mention{name: name.Value, place: Place{f.Source, text.Span}}
		if t.on.Yes || t.outcome.Yes {
			m.hint = b.toldHint(name.Value)
		}
		b.unknown = append(b.unknown, m)
		return nil, true
	}
	c.mentions++
	return b.onlyPosition(f, company, c, role.Value, asRole)
}

// companyAndRole takes `COMPANY as ROLE` and `COMPANY (ROLE)` apart. Reports
// print the latter.
func (b *joiner) companyAndRole(text At[string]) (company, role At[string]) {
	if at := strings.LastIndex(lowerASCII(text.Value), " "+asRole); at > 0 {
		return trimmedPart(text, 0, at), trimmedPart(text, at+len(" "+asRole), len(text.Value))
	}
	if open := strings.LastIndex(text.Value, " ("); open > 0 && strings.HasSuffix(text.Value, ")") {
		from := open + len(" (")
		if startsFold(text.Value[from:], asRole) {
			from += len(asRole)
		}
		return trimmedPart(text, 0, open), trimmedPart(text, from, len(text.Value)-1)
	}
	return text, At[string]{}
}

// toldHint says how to write the position of a text that names none.
func (b *joiner) toldHint(text string) string {
	name := b.companyNamed(text)
	if name == "" {
		return "write the company as its application does"
	}
	var roles []string
	for _, role := range rolesOf(b.companies.find(name).positions) {
		roles = append(roles, name+" "+asRole+role)
	}
	if len(roles) == 0 || len(roles) > 3 {
		return "write " + name
	}
	return "write " + strings.Join(roles, " or ")
}

// asRole leads to the role where a position is written as one text.
const asRole = "as "

// onlyPosition returns the one position that a company, or an agency, and
// maybe a role mean; false and a problem where several could be meant, or none
// has that role.
func (b *joiner) onlyPosition(f *note, text At[string], c *company, role, lead string) (*Position, bool) {
	known, found := c.positions, positionsAt(c, role)
	if len(known) == 0 {
		known, found = c.via, withRole(c.via, role)
	}
	switch {
	case len(known) == 0:
		return nil, true
	case len(found) == 1:
		return found[0], true
	case len(found) == 0:
		b.noSuchRole(Place{f.Source, text.Span}, c.name, role, known, lead)
	default:
		b.whichPosition(Place{f.Source, text.Span}, c.name, known, lead)
	}
	return nil, false
}
