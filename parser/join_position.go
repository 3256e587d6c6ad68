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
	for _, f := range b.notes {
		if f.application != nil {
			b.declareApplication(f, f.application)
		}
	}
	for _, f := range b.notes {
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
		for _, f := range b.notes {
			for _, i := range f.naming {
				if line := &f.lines[i]; line.role.Given() == roles {
					b.declareLine(f, line)
				}
			}
		}
	}
}

// declareLine makes a position of the company and role that a log line names.
func (b *joiner) declareLine(f *note, line *logLine) {
	if line.who.Value == "" || line.fault != nil || !b.counts(f, line) {
		return
	}
	who, role := line.who, line.role
	if b.companies.find(plainText(who.Value)) == nil {
		var bracket At[string]
		who, bracket = line.cutBracket(b.plainRemark)
		if c := b.companies.find(plainText(who.Value)); c != nil && !role.Given() {
			role = bracketRole(c, bracket)
		}
	}
	who.Value = plainText(who.Value)
	if b.companies.find(who.Value) != nil {
		b.positionFor(f, who, role)
	}
}

func (b *joiner) declareApplication(f *note, a *applicationEntry) {
	via := a.via.Value
	if undisclosedName(via) {
		via = "" // an agency without a name is as good as none
	}
	p := b.newPosition(Position{
		Company: a.company.Value, Role: a.role.Value, Via: via, Declared: true,
		Place:  Place{f.Source, cmp.Or(a.company.Span, a.via.Span, f.top())},
		Status: Status(a.status.Value), Ghosted: a.ghosted, StatusPlace: Place{f.Source, a.status.Span},
		Resume: namedFile(a.resume.Value), URL: a.url.Value, Expect: a.expect,
	})
	f.position = p
	if agency := b.companies.find(via); via != "" && agency != nil {
		agency.via = append(agency.via, p)
	}
	if !a.company.Given() || undisclosedName(a.company.Value) {
		p.Undisclosed = true
		p.Company = "undisclosed"
		if via != "" {
			p.Company = "undisclosed via " + via
		}
	}
	c := b.companies.declare(p.Company, p.Place)
	c.declared, p.company = true, c
	c.positions = append(c.positions, p)
	if p.Undisclosed {
		hidden := b.companies.declare("undisclosed", p.Place)
		if hidden != c {
			hidden.positions = append(hidden.positions, p)
		}
	}
	f.company = c
	b.fillApplication(f, a, p)
}

func (b *joiner) fillApplication(f *note, a *applicationEntry, p *Position) {
	p.DecisionBy, p.DecisionByPlace = b.when(f, a.decisionBy), Place{f.Source, a.decisionBy.Span}
	p.Due, p.DuePlace = b.when(f, a.due), Place{f.Source, a.due.Span}
	p.FirstDay = b.when(f, a.firstDay)
	p.ReferencesRequested, p.ReferencesRequestedGiven = b.whenDone(f, a.requested)
	p.Research = f.research
	if len(b.own) > 0 {
		p.Research = f.withBlocks().companyResearch(b.own) // by titles that are known only now
	}
	p.Contacts = b.resolvePeople(f, a.contacts, f.company, nil)
	managers := b.resolvePeople(f, a.manager, f.company, p.Contacts)
	if len(managers) > 0 {
		p.Manager = managers[0]
	}
	f.people = appendNew(slices.Clip(p.Contacts), managers...)
	if p.Manager == nil {
		p.Manager = managerAmong(b.each(a.contacts), p.Contacts)
	}
	for _, person := range f.people {
		b.takesPart(person, p)
	}
	if o := a.offer; o != nil {
		on, _ := b.whenDone(f, o.written)
		p.Offer = Offer{
			Given: true, Place: Place{f.Source, o.span}, Written: o.written.Yes, WrittenOn: on, WrittenPlace: Place{f.Source, o.written.Span},
			RespondBy: b.when(f, o.respondBy), RespondByPlace: Place{f.Source, o.respondBy.Span},
			Contingencies: o.contingencies, Cleared: o.cleared,
		}
	}
}

// managerAmong returns the first of the people whose text says that they are
// the hiring manager, nil when none does.
func managerAmong(texts []personText, people []*Person) *Person {
	for i := range min(len(texts), len(people)) {
		if texts[i].Manager {
			return people[i]
		}
	}
	return nil
}

// unread marks a position of which a fact could not be read; where it is not
// known, all that the company has.
func unread(c *company, p *Position) {
	if p != nil {
		p.Unread = true
		return
	}
	if c == nil {
		return
	}
	for _, p := range c.positions {
		p.Unread = true
	}
}

// newPosition lists one more position.
func (b *joiner) newPosition(position Position) *Position {
	p := b.made.positions.next()
	*p = position
	p.number = int32(len(b.Positions))
	b.Positions = append(b.Positions, p)
	return p
}

// takesPart records that a person belongs to a position.
func (b *joiner) takesPart(person *Person, p *Position) {
	if p == nil {
		return
	}
	if known := b.people.of(person); !slices.Contains(known.positions, p) {
		known.positions = append(known.positions, p)
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
	first := slices.IndexFunc(positions, func(p *Position) bool { return SameName(p.Role, role) })
	if first < 0 {
		return nil
	}
	found := positions[first : first+1 : first+1] // most often the only one
	for _, p := range positions[first+1:] {
		if SameName(p.Role, role) {
			found = append(found, p)
		}
	}
	return found
}

// positionFor returns the position that an entry or line means, declaring it
// where the company has none for it. It is nil when several could be meant.
func (b *joiner) positionFor(f *note, name, role At[string]) *Position {
	c := b.companyIn(f, name.Value)
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
	p := b.newPosition(Position{
		Company: c.name, Role: role.Value, Place: Place{f.Source, name.Span}, Undisclosed: undisclosedName(name.Value), company: c,
	})
	c.positions = append(c.positions, p)
	return p
}

// whichPosition reports that a company's name leaves open which of its
// positions is meant.
func (b *joiner) whichPosition(place Place, company string, positions []*Position, lead string) {
	hint := "name the application's note: application: " + positions[0].Place.Path()
	if lead == asRole { // there is no such field
		hint = "give the applications different roles, and name one: " + company + " " + asRole + "ROLE"
	}
	if roles := rolesOf(positions); len(roles) > 1 {
		hint = writeRole(company, roles, lead)
	}
	b.problem(WhichPosition, place, hint,
		fmt.Sprintf("%s has %d positions, and nothing says which is meant", company, len(positions)))
}

// noSuchRole reports a role that none of a company's positions has.
func (b *joiner) noSuchRole(place Place, company, role string, positions []*Position, lead string) {
	hint := "write the company alone"
	if roles := rolesOf(positions); len(roles) > 0 {
		hint = writeRole(company, roles, lead)
	}
	b.problem(WhichPosition, place, hint, fmt.Sprintf("%s has no position as %s", company, role))
}

// writeRole tells how to write one of a company's roles: in a field of its own,
// or behind the company.
func writeRole(company string, roles []string, lead string) string {
	text := lead + strings.Join(roles, " or "+lead)
	if lead == asRole {
		text = company + " " + text
	}
	return "write " + text
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
func (b *joiner) linkedPosition(f *note, target, company string) *Position {
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
	for _, f := range b.notes {
		if f.application == nil {
			continue
		}
		stem := noteStem(f.Source.Path)
		for _, key := range []string{stem, "*/" + path.Base(stem)} {
			b.links[key] = append(b.links[key], f.position)
		}
	}
}

// noteStem is a note's path without its ending, in lower case.
func noteStem(notePath string) string {
	folded := strings.ToLower(notePath)
	return strings.TrimSuffix(strings.TrimSuffix(folded, ".markdown"), ".md")
}
