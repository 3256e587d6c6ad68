package parser

import (
	"cmp"
	"slices"
	"strings"
)

// people knows everybody by folded name.
type people struct {
	list   []*Person
	keys   keyring
	byText map[string]*Person
	byKey  map[string]*Person
	byWord map[string][]*Person // by first and by last name, folded
}

func newPeople() *people {
	return &people{
		keys: newKeyring(personKeys), byText: map[string]*Person{}, byKey: map[string]*Person{}, byWord: map[string][]*Person{},
	}
}

// find returns the person of that whole name, nil when there is none.
func (p *people) find(name string) *Person {
	if known := p.byText[name]; known != nil {
		return known
	}
	for _, key := range p.keys.of(name) {
		if known := p.byKey[key]; known != nil {
			p.byText[name] = known
			return known
		}
	}
	return nil
}

// declare returns the person of that name, new or known, with what the text
// adds.
func (p *people) declare(text personText) *Person {
	known := p.find(text.Name.Value)
	if known == nil {
		return p.add(text)
	}
	known.Email, known.Title = orText(known.Email, text.Email), orText(known.Title, text.Title)
	return known
}

// add makes a new person known, beside any of the same name.
func (p *people) add(text personText) *Person {
	fresh := &Person{Name: text.Name.Value, Email: text.Email, Title: text.Title}
	p.list = append(p.list, fresh)
	for _, key := range p.keys.of(text.Name.Value) {
		if p.byKey[key] == nil {
			p.byKey[key] = fresh
		}
		for _, word := range endWords(key) {
			if !slices.Contains(p.byWord[word], fresh) {
				p.byWord[word] = append(p.byWord[word], fresh)
			}
		}
	}
	return fresh
}

func withoutCompany(candidates []*Person) []*Person {
	var free []*Person
	for _, p := range candidates {
		if len(p.Companies) == 0 {
			free = append(free, p)
		}
	}
	if len(free) != 1 {
		return nil
	}
	return free
}

// endWords are a folded name's first and last word.
func endWords(key string) []string {
	first, _, more := strings.Cut(key, " ")
	if !more {
		return []string{key}
	}
	return []string{first, key[strings.LastIndexByte(key, ' ')+1:]}
}

func (p *people) sorted() []*Person {
	type foldedPerson struct {
		folded string
		person *Person
	}
	byName := make([]foldedPerson, len(p.list))
	for i, person := range p.list {
		byName[i] = foldedPerson{p.keys.of(person.Name)[0], person}
	}
	slices.SortStableFunc(byName, func(x, y foldedPerson) int {
		if order := cmp.Compare(x.folded, y.folded); order != 0 {
			return order
		}
		return cmp.Compare(x.person.Name, y.person.Name)
	})
	list := make([]*Person, len(byName))
	for i, p := range byName {
		list[i] = p.person
	}
	return list
}

// among returns those of the scope who have the word as first or last name.
func (p *people) among(scope []*Person, word string) []*Person {
	var found []*Person
	for _, somebody := range scope {
		for _, key := range p.keys.of(somebody.Name) {
			if slices.Contains(endWords(key), word) && !slices.Contains(found, somebody) {
				found = append(found, somebody)
			}
		}
	}
	return found
}

// lookup finds a person by whole name, or by first or last name alone where
// exactly one in a scope has it: the scopes first, then the whole journal. The
// candidates are returned when there are several.
func (p *people) lookup(name string, scopes ...[]*Person) (*Person, []*Person) {
	name = plainText(name)
	keys := p.keys.of(name)
	for _, scope := range scopes { // the very name, among those at hand
		for _, s := range scope {
			if slices.ContainsFunc(p.keys.of(s.Name), func(k string) bool { return slices.Contains(keys, k) }) {
				return s, nil
			}
		}
	}
	word := keys[0]
	single := !strings.Contains(word, " ")
	if single {
		for _, scope := range scopes {
			switch found := p.among(scope, word); len(found) {
			case 0:
			case 1:
				return found[0], nil
			default:
				return nil, found
			}
		}
	}
	if known := p.find(name); known != nil && (!single || len(p.byWord[word]) == 1) {
		return known, nil
	}
	if !single || word == "" {
		return nil, nil
	}
	switch found := p.byWord[word]; len(found) {
	case 0:
		return nil, nil
	case 1:
		return found[0], nil
	default:
		return nil, found
	}
}

// whole reports whether a name that could be split is one known person or
// company, for splitList.
func (b *joiner) whole(name string) bool {
	return b.people.find(name) != nil || b.companies.find(name) != nil
}

// each splits texts that may name several people.
func (b *joiner) each(texts []personText) []personText {
	if !slices.ContainsFunc(texts, func(t personText) bool { return t.splittable != "" }) {
		return texts
	}
	var all []personText
	for _, t := range texts {
		if t.splittable == "" {
			all = append(all, t)
			continue
		}
		for _, part := range splitList(t.Name, t.splittable, func(s string) bool { return b.people.find(s) != nil }) {
			if p := readPerson(part); !p.nobody() {
				all = append(all, p)
			}
		}
	}
	return all
}

// declarePeople makes everybody known by whole name, before any name alone is
// looked up: first those who stand by themselves, then those in lists that
// may have to be split.
func (b *joiner) declarePeople() {
	visit := func(see func([]personText)) {
		for _, f := range b.files {
			if a := f.application; a != nil {
				see(a.contacts)
				see(a.manager)
				see(a.references)
			}
			if f == b.search {
				see(f.search.references)
			}
			for _, e := range f.interviews {
				see(e.interviewers)
			}
			if o := f.outreach; o != nil {
				see(o.person)
			}
		}
	}
	visit(func(texts []personText) {
		for _, t := range texts {
			if t.splittable == "" && strings.Contains(t.Name.Value, " ") {
				b.people.declare(t)
			}
		}
	})
	visit(func(texts []personText) {
		for _, t := range texts {
			if t.splittable == "" {
				continue
			}
			for _, one := range b.each([]personText{t}) {
				if strings.Contains(one.Name.Value, " ") {
					b.people.declare(one)
				}
			}
		}
	})
}

// resolvePeople turns texts of an entry into people. A name alone is somebody
// of the entry or the company where exactly one has it; where several have it
// that is a problem; where nobody has it, it is a person of that name.
func (b *joiner) resolvePeople(f *File, texts []personText, c *company, scope []*Person) []*Person {
	var found []*Person
	for _, t := range b.each(texts) {
		p, _ := b.resolvePerson(f, t, c, scope)
		if !slices.Contains(found, p) {
			found = append(found, p)
		}
	}
	return found
}

// resolvePerson is false where several people could be meant: the problem is
// recorded, and the person returned is nobody but a name.
func (b *joiner) resolvePerson(f *File, t personText, c *company, scope []*Person) (*Person, bool) {
	p := b.people.find(t.Name.Value)
	if !strings.Contains(t.Name.Value, " ") {
		var colleagues []*Person
		if c != nil {
			colleagues = c.people
		}
		candidates := b.people.among(scope, FoldName(t.Name.Value))
		if len(candidates) == 0 {
			candidates = b.people.among(colleagues, FoldName(t.Name.Value))
		}
		if p == nil && len(candidates) == 0 {
			candidates = withoutCompany(b.people.byWord[FoldName(t.Name.Value)])
		}
		switch {
		case len(candidates) == 1:
			p = candidates[0]
		case len(candidates) == 0 && p != nil && c != nil && !slices.Contains(c.people, p):
			p = b.people.add(t) // another company's Dana
		case len(candidates) > 1 && !slices.Contains(candidates, p):
			b.ambiguous(Place{f.Source, t.Name.Span}, t.Name.Value, candidates)
			return &Person{Name: t.Name.Value}, false
		}
	}
	if p == nil {
		p = b.people.declare(t)
	} else {
		p.Email, p.Title = orText(p.Email, t.Email), orText(p.Title, t.Title)
	}
	b.belongs(p, c)
	return p, true
}

// belongs records that a person is of a company.
func (b *joiner) belongs(p *Person, c *company) {
	if c == nil {
		return
	}
	if !slices.Contains(c.people, p) {
		c.people = append(c.people, p)
	}
	if !slices.Contains(p.Companies, c.name) {
		p.Companies = append(p.Companies, c.name)
	}
}

func (b *joiner) ambiguous(place Place, name string, candidates []*Person) {
	var names []string
	for _, c := range candidates {
		names = append(names, c.Name)
	}
	slices.Sort(names)
	b.problem(AmbiguousName, place, "write "+strings.Join(names, " or "),
		name+" could be any of "+strings.Join(names, ", "))
}
