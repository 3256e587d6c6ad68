package parser

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"
)

// declarePositions makes a position of every application entry, and then of
// what log lines and interviews name with a role. Interviews without a role
// join later, when every role is known.
func (b *joiner) declarePositions() {
	for _, f := range b.files {
		if f.application != nil {
			b.declareApplication(f, f.application)
		}
	}
	for _, f := range b.files {
		if f.application != nil {
			continue
		}
		for _, e := range f.interviews {
			if e.role.Given() && e.company.Given() && !e.application.Given() {
				b.positionFor(f, e.company, e.role)
			}
		}
	}
	for _, roles := range []bool{true, false} {
		for _, f := range b.files {
			for i := range f.lines {
				line := &f.lines[i]
				if line.what != AppliedTo && line.what != InterviewedAt || line.who.Value == "" || line.role.Given() != roles || !b.counts(f, line) || line.fault != nil {
					continue
				}
				if b.companies.find(plainText(line.who.Value)) != nil {
					who := line.who
					who.Value = plainText(who.Value)
					b.positionFor(f, who, line.role)
				}
			}
		}
	}
}

func (b *joiner) declareApplication(f *File, a *applicationEntry) {
	p := &Position{
		Company: a.company.Value, Role: a.role.Value, Via: a.via.Value, Declared: true,
		Place:  Place{f.Source, cmp.Or(a.company.Span, a.via.Span, f.top())},
		Status: Status(a.status.Value), Ghosted: a.ghosted, StatusPlace: Place{f.Source, a.status.Span},
		Resume: namedFile(a.resume.Value), URL: a.url.Value, Expect: a.expect,
	}
	facts := b.facts(f)
	facts.position = p
	b.Positions = append(b.Positions, p)
	if a.via.Given() {
		agency := b.companies.find(a.via.Value)
		agency.via = append(agency.via, p)
	}
	if !a.company.Given() || undisclosedName(a.company.Value) {
		p.Undisclosed = true
		p.Company = "undisclosed"
		if a.via.Given() {
			p.Company = "undisclosed via " + a.via.Value
		}
	}
	c := b.companies.declare(p.Company, p.Place)
	c.declared = true
	c.positions = append(c.positions, p)
	if p.Undisclosed {
		hidden := b.companies.declare("undisclosed", p.Place)
		if hidden != c {
			hidden.positions = append(hidden.positions, p)
		}
	}
	facts.company = c
	b.fillApplication(f, a, p)
}

func (b *joiner) fillApplication(f *File, a *applicationEntry, p *Position) {
	facts := b.facts(f)
	p.DecisionBy, p.DecisionByPlace = b.when(f, a.decisionBy), Place{f.Source, a.decisionBy.Span}
	p.Due, p.DuePlace = b.when(f, a.due), Place{f.Source, a.due.Span}
	p.FirstDay = b.when(f, a.firstDay)
	p.ReferencesRequested, p.ReferencesRequestedGiven = b.whenDone(f, a.requested)
	p.Contacts = b.resolvePeople(f, a.contacts, facts.company, nil)
	managers := b.resolvePeople(f, a.manager, facts.company, p.Contacts)
	if len(managers) > 0 {
		p.Manager = managers[0]
	}
	facts.people = appendNew(slices.Clone(p.Contacts), managers...)
	for i, t := range b.each(a.contacts) {
		if p.Manager == nil && t.Manager && i < len(p.Contacts) {
			p.Manager = p.Contacts[i]
		}
	}
	for _, person := range facts.people {
		b.takesPart(person, p)
	}
	if o := a.offer; o != nil {
		p.Offer = Offer{
			Given: true, Place: Place{f.Source, o.span}, Written: o.written.Yes,
			RespondBy: b.when(f, o.respondBy), RespondByPlace: Place{f.Source, o.respondBy.Span},
			Contingencies: o.contingencies, Cleared: o.cleared,
		}
	}
}

// takesPart records that a person belongs to a position.
func (b *joiner) takesPart(person *Person, p *Position) {
	if p != nil && !slices.Contains(b.byPerson[person], p) {
		b.byPerson[person] = append(b.byPerson[person], p)
	}
}

// positionsAt returns the positions that a company and, maybe, a role mean.
func positionsAt(c *company, role string) []*Position {
	if c == nil {
		return nil
	}
	found := withRole(c.positions, role)
	if len(found) == 0 && len(c.positions) == 1 && c.positions[0].Role == "" {
		return c.positions
	}
	return found
}

// withRole returns the positions with a role; all of them for no role.
func withRole(positions []*Position, role string) []*Position {
	if role == "" {
		return positions
	}
	var found []*Position
	for _, p := range positions {
		if SameName(p.Role, role) {
			found = append(found, p)
		}
	}
	return found
}

// positionFor returns the position that an entry or line means, declaring it
// where the company has none for it. It is nil when several could be meant.
func (b *joiner) positionFor(f *File, name, role At[string]) *Position {
	c := b.companies.find(name.Value)
	if c == nil && undisclosedName(name.Value) {
		c = b.companies.declare("undisclosed", Place{f.Source, name.Span})
	}
	found := positionsAt(c, role.Value)
	switch {
	case len(found) == 1:
		p := found[0]
		if p.Role == "" && role.Value != "" && !p.Declared {
			p.Role = role.Value
		}
		return p
	case len(found) > 1 || c == nil:
		return nil
	}
	p := &Position{Company: c.name, Role: role.Value, Place: Place{f.Source, name.Span}, Undisclosed: undisclosedName(name.Value)}
	c.positions = append(c.positions, p)
	b.Positions = append(b.Positions, p)
	return p
}

// whichPosition reports that a company's name leaves open which of its
// positions is meant.
func (b *joiner) whichPosition(place Place, company string, positions []*Position, lead string) {
	hint := "name the application's note: application: " + positions[0].Place.Path()
	if roles := rolesOf(positions); len(roles) > 1 {
		hint = "write " + lead + strings.Join(roles, " or "+lead)
	}
	b.problem(WhichPosition, place, hint,
		fmt.Sprintf("%s has %d positions, and nothing says which is meant", company, len(positions)))
}

// noSuchRole reports a role that none of a company's positions has.
func (b *joiner) noSuchRole(place Place, company, role string, positions []*Position, lead string) {
	hint := "write the company alone"
	if roles := rolesOf(positions); len(roles) > 0 {
		hint = "write " + lead + strings.Join(roles, " or "+lead)
	}
	b.problem(WhichPosition, place, hint, fmt.Sprintf("%s has no position as %s", company, role))
}

// rolesOf lists the roles of positions, each once, sorted.
func rolesOf(positions []*Position) []string {
	var roles []string
	for _, p := range positions {
		if p.Role != "" && !slices.Contains(roles, p.Role) {
			roles = append(roles, p.Role)
		}
	}
	slices.Sort(roles)
	return roles
}

// linkedPosition returns the position of the application note that a wikilink
// or path names; the path is seen from the journal's root or the note's own
// folder, and a bare name is enough where one note has it.
func (b *joiner) linkedPosition(f *File, target, company string) *Position {
	if b.links == nil {
		b.indexLinks()
	}
	want := noteStem(target)
	for _, stem := range []string{path.Clean(want), path.Join(strings.ToLower(path.Dir(f.Source.Path)), want)} {
		if found := b.links[stem]; len(found) == 1 {
			return found[0]
		}
	}
	found := b.links["*/"+path.Base(want)]
	if len(found) > 1 && company != "" { // of two notes with that name, the company's own
		found = slices.DeleteFunc(slices.Clone(found), func(p *Position) bool { return !SameName(p.Company, company) })
	}
	if len(found) != 1 {
		return nil
	}
	return found[0]
}

// indexLinks lists the application notes by path and by name.
func (b *joiner) indexLinks() {
	b.links = map[string][]*Position{}
	for _, f := range b.files {
		if f.application == nil {
			continue
		}
		stem := noteStem(f.Source.Path)
		for _, key := range []string{stem, "*/" + path.Base(stem)} {
			b.links[key] = append(b.links[key], b.facts(f).position)
		}
	}
}

// noteStem is a note's path without its ending, in lower case.
func noteStem(notePath string) string {
	folded := strings.ToLower(notePath)
	return strings.TrimSuffix(strings.TrimSuffix(folded, ".markdown"), ".md")
}
