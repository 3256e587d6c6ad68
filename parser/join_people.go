package parser

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
)

// people knows everybody by folded name.
type people struct {
	list    []*Person
	members []member // of everybody, by Person.number
	made    slab[Person]
	texts   map[string]*spelling
	spelt   slab[spelling]
	byKey   map[string]*Person
	byWord  map[string]*namesakes // by first and by last name, folded
}

// A member is what joining knows of one person.
type member struct {
	keys      []string
	companies []*company // those of Person.Companies
	positions []*Position
	rounds    []*Interview
	reference *Reference
}

// A spelling is a name as it is written somewhere.
type spelling struct {
	keys   []string
	person *Person // whom it means; nil as long as nobody has that name
}

// namesakes are the people who share a first or last name.
type namesakes struct{ list []*Person }

// newPeople has room for about so many.
func newPeople(about int) *people {
	return &people{
		list: make([]*Person, 0, about), members: make([]member, 0, about),
		texts: make(map[string]*spelling, about), byKey: make(map[string]*Person, about), byWord: make(map[string]*namesakes, about),
	}
}

// of returns what is known of a person.
func (p *people) of(person *Person) *member { return &p.members[person.number] }

// spelling returns the keys of a name: a journal writes few names often.
func (p *people) spelling(name string) *spelling {
	known := p.texts[name]
	if known == nil {
		known = p.spelt.next()
		known.keys = personKeys(name)
		p.texts[name] = known
	}
	return known
}

// find returns the person of that whole name, nil when there is none.
func (p *people) find(name string) *Person { return p.spelled(p.spelling(name)) }

func (p *people) spelled(name *spelling) *Person {
	if name.person == nil {
		for _, key := range name.keys {
			if name.person = p.byKey[key]; name.person != nil {
				break
			}
		}
	}
	return name.person
}

// declare returns the person of that name, new or known, with what the text
// adds.
func (p *people) declare(text *personText) *Person {
	name := p.spelling(text.Name.Value)
	known := p.spelled(name)
	if known == nil {
		known = p.add(text)
		name.person = known
		return known
	}
	known.enrich(text)
	return known
}

// enrich adds what a text says beside the name.
func (p *Person) enrich(text *personText) {
	p.Email, p.Title = orText(p.Email, text.Email), orText(p.Title, text.Title)
}

// add makes a new person known, beside any of the same name.
func (p *people) add(text *personText) *Person {
	fresh := p.nobody(text.Name.Value)
	fresh.Email, fresh.Title = text.Email, text.Title
	p.list = append(p.list, fresh)
	for _, key := range p.of(fresh).keys {
		if p.byKey[key] == nil {
			p.byKey[key] = fresh
		}
		first, last := endWords(key)
		p.share(first, fresh)
		if last != first {
			p.share(last, fresh)
		}
	}
	return fresh
}

// share lists the newest person under a first or last name.
func (p *people) share(word string, newest *Person) {
	names := p.byWord[word]
	if names == nil {
		names = &namesakes{}
		p.byWord[word] = names
	}
	if n := len(names.list); n == 0 || names.list[n-1] != newest {
		names.list = append(names.list, newest)
	}
}

// called returns everybody of that first or last name.
func (p *people) called(word string) []*Person {
	if names := p.byWord[word]; names != nil {
		return names.list
	}
	return nil
}

// nobody returns a person of whom only the name is known, and whom no name
// finds.
func (p *people) nobody(name string) *Person {
	person := p.made.next()
	person.Name, person.number = name, int32(len(p.members))
	p.members = append(p.members, member{keys: p.spelling(name).keys})
	return person
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

// endWords are a folded name's first and last word, the same one of a single
// word.
func endWords(key string) (first, last string) {
	first, _, _ = strings.Cut(key, " ")
	return first, key[strings.LastIndexByte(key, ' ')+1:]
}

// sorted lists everybody by name.
func (p *people) sorted() []*Person {
	names := make([]sortedName, len(p.list))
	for i, person := range p.list {
		names[i] = newSortedName(p.of(person).keys[0], i)
	}
	slices.SortFunc(names, func(x, y sortedName) int {
		if order := x.compare(y); order != 0 {
			return order
		}
		return cmp.Or(strings.Compare(p.list[x.index].Name, p.list[y.index].Name), cmp.Compare(x.index, y.index))
	})
	list := make([]*Person, len(names))
	for i, name := range names {
		list[i] = p.list[name.index]
	}
	return list
}

// A sortedName is a name in a list to be sorted. Most names differ in the
// first bytes, which are compared as a number.
type sortedName struct {
	begin uint64
	name  string
	index int // in the list
}

func newSortedName(name string, index int) sortedName {
	var begin [8]byte
	copy(begin[:], name)
	return sortedName{binary.BigEndian.Uint64(begin[:]), name, index}
}

func (n sortedName) compare(other sortedName) int {
	if n.begin != other.begin {
		return cmp.Compare(n.begin, other.begin)
	}
	return strings.Compare(n.name, other.name)
}

// among returns those of the scope who have the word as first or last name.
func (p *people) among(scope []*Person, word string) []*Person {
	var found []*Person
	for _, somebody := range scope {
		for _, key := range p.of(somebody).keys {
			first, last := endWords(key)
			if (first == word || last == word) && !slices.Contains(found, somebody) {
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
	spelt := p.spelling(plainText(name))
	for _, scope := range scopes { // the very name, among those at hand
		for _, s := range scope {
			if shareKey(p.of(s).keys, spelt.keys) {
				return s, nil
			}
		}
	}
	word := spelt.keys[0]
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
	if known := p.spelled(spelt); known != nil && (!single || len(p.called(word)) == 1) {
		return known, nil
	}
	if !single || word == "" {
		return nil, nil
	}
	switch found := p.called(word); len(found) {
	case 0:
		return nil, nil
	case 1:
		return found[0], nil
	default:
		return nil, found
	}
}

func shareKey(a, b []string) bool {
	for _, key := range a {
		if slices.Contains(b, key) {
			return true
		}
	}
	return false
}

// whole reports whether a name that could be split is one known person or
// company, for splitList.
func (b *joiner) whole(name string) bool {
	return b.people.find(name) != nil || b.companies.find(name) != nil
}

// each splits texts that may name several people.
func (b *joiner) each(texts []personText) []personText {
	if !splittable(texts) {
		return texts
	}
	var all []personText
	for i := range texts {
		if t := &texts[i]; t.splittable != "" {
			all = append(all, b.split(t)...)
		} else {
			all = append(all, *t)
		}
	}
	return all
}

func splittable(texts []personText) bool {
	for i := range texts {
		if texts[i].splittable != "" {
			return true
		}
	}
	return false
}

func (b *joiner) split(t *personText) []personText {
	return readParts(t.Name.Value, splitList(t.Name, t.splittable, b.isPerson))
}

// declarePeople makes everybody known by whole name, before any name alone is
// looked up: first those who stand by themselves, then those in lists that
// may have to be split.
func (b *joiner) declarePeople() {
	var lists []*personText
	for _, f := range b.notes {
		lists = b.declareWhole(f, lists)
	}
	for _, t := range lists {
		for _, one := range b.split(t) {
			if strings.Contains(one.Name.Value, " ") {
				b.people.declare(&one)
			}
		}
	}
}

// declareWhole makes those known whom a note names by themselves, and appends
// its lists to the others.
func (b *joiner) declareWhole(f *note, lists []*personText) []*personText {
	see := func(texts []personText) {
		for i := range texts {
			switch t := &texts[i]; {
			case t.splittable != "":
				lists = append(lists, t)
			case strings.Contains(t.Name.Value, " "):
				b.remember(f, t.Name.Value, b.people.declare(t))
			}
		}
	}
	f.named.start = len(b.named)
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
	f.named.end = len(b.named)
	return lists
}

// A namedPerson is somebody whom a note's fields name, as written there.
type namedPerson struct {
	text   string
	person *Person
}

// manyNamed is how many of a note's people are looked for one after the other.
const manyNamed = 16

// remember keeps in mind whom a note's text names: the same note is likely to
// name them again.
func (b *joiner) remember(f *note, text string, person *Person) {
	if len(b.named)-f.named.start < manyNamed {
		b.named = append(b.named, namedPerson{text, person})
	}
}

// personIn returns the person of that whole name, nil when there is none.
func (b *joiner) personIn(f *note, name string) *Person {
	if known := b.namedIn(f, name); known != nil {
		return known
	}
	return b.people.find(name)
}

// namedIn is personIn for the people whom the note's fields name.
func (b *joiner) namedIn(f *note, name string) *Person {
	named := b.named[f.named.start:f.named.end]
	for i := range named {
		if named[i].text == name {
			return named[i].person
		}
	}
	return nil
}

// resolvePeople turns texts of an entry into people. A name alone is somebody
// of the entry or the company where exactly one has it; where several have it
// that is a problem; where nobody has it, it is a person of that name.
func (b *joiner) resolvePeople(f *note, texts []personText, c *company, scope []*Person) []*Person {
	texts = b.each(texts)
	if len(texts) == 0 {
		return nil
	}
	found := b.lists.people.take(len(texts))[:0]
	for i := range texts {
		p, _ := b.resolvePerson(f, &texts[i], c, scope)
		if !slices.Contains(found, p) {
			found = append(found, p)
		}
	}
	return slices.Clip(found)
}

// resolvePerson is false where several people could be meant: the problem is
// recorded, and the person returned is nobody but a name.
func (b *joiner) resolvePerson(f *note, t *personText, c *company, scope []*Person) (*Person, bool) {
	p := b.personIn(f, t.Name.Value)
	if !strings.Contains(t.Name.Value, " ") {
		word := FoldName(t.Name.Value)
		var colleagues []*Person
		if c != nil {
			colleagues = c.people
		}
		candidates := b.people.among(scope, word)
		if len(candidates) == 0 {
			candidates = b.people.among(colleagues, word)
		}
		if p == nil && len(candidates) == 0 {
			candidates = withoutCompany(b.people.called(word))
		}
		switch {
		case len(candidates) == 1:
			p = candidates[0]
		case len(candidates) == 0 && p != nil && c != nil && !b.isOf(p, c):
			p = b.people.add(t) // another company's Dana
		case len(candidates) > 1 && !slices.Contains(candidates, p):
			b.ambiguous(Place{f.Source, t.Name.Span}, t.Name.Value, candidates)
			return b.people.nobody(t.Name.Value), false
		}
	}
	if p == nil {
		p = b.people.declare(t)
	} else {
		p.enrich(t)
	}
	b.belongs(p, c)
	return p, true
}

// isOf reports whether a person belongs to a company. People have few
// companies; an agency has many people.
func (b *joiner) isOf(p *Person, c *company) bool {
	return slices.Contains(b.people.of(p).companies, c)
}

// belongs records that a person is of a company.
func (b *joiner) belongs(p *Person, c *company) {
	if c == nil || b.isOf(p, c) {
		return
	}
	known := b.people.of(p)
	known.companies = append(known.companies, c)
	c.people = append(c.people, p)
	p.Companies = append(p.Companies, c.name)
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
