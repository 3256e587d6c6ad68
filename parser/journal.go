package parser

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"time"
)

// NewJournal joins parsed notes. Dates without a zone are in search.md's
// timezone, else in local. The order of the files does not matter.
func NewJournal(files []*File, local *time.Location) *Journal {
	if local == nil {
		local = time.UTC
	}
	b := newJoiner(files, local)
	b.settle()
	var companies sync.WaitGroup // they and the people know nothing of each other yet
	companies.Go(b.declareCompanies)
	b.declareReferences()
	b.declarePeople()
	companies.Wait()
	b.declarePositions()
	b.joinInterviews()
	b.nameReferences()
	b.collectEvents()
	b.finish()
	return b.Journal
}

// A joiner is a journal while it is being joined.
type joiner struct {
	*Journal
	notes     []*note // by path
	order     DateOrder
	own       map[string]sectionKind // search.md's section titles
	companies *companies
	people    *people
	// search is the note that counts as search.md, nil without one; searches are
	// all that say they are.
	search   *note
	searches []*note

	named          []namedPerson          // by note
	declarers      []*note                // of the rounds that entries declare, until twins are merged
	links          map[string][]*Position // application notes by path without ending, and by name alone
	resumeFiles    map[string]bool        // see resumes
	companiesBegun beginnings             // see begun
	unknown        []mention              // names of companies that nothing declares
	strangers      []stranger
	sent           []sentNote       // what the thank-you sections of the rounds say
	strange        map[*Person]bool // those among them whom nothing else names

	made struct {
		positions slab[Position]
		rounds    slab[Interview]
		events    slab[Event]
	}
	lists struct { // short ones, most of them of one
		people    slab[*Person]
		positions slab[*Position]
		rounds    slab[*Interview]
		entries   slab[*interviewEntry]
	}
}

// A note is a file while it is being joined, with what the statements in it
// are about.
type note struct {
	*File
	index    int                      // among all notes
	employer namedCompany             // the first company that it names
	named    struct{ start, end int } // in joiner.named
	position *Position
	rounds   []*Interview
	entries  []*interviewEntry // of rounds, by index
	subject  *Reference
	company  *company
	people   []*Person
	again    *File // read once more, see withBlocks; nil until somebody asks
}

// withBlocks returns the file with the blocks that Parse has dropped.
func (n *note) withBlocks() *File {
	if n.again == nil {
		again := *n.File
		again.sections, _ = readSections(n.Source, n.body)
		setKinds(again.sections)
		n.again = &again
	}
	return n.again
}

func newJoiner(files []*File, local *time.Location) *joiner {
	files = slices.Clone(files)
	slices.SortStableFunc(files, func(a, b *File) int { return strings.Compare(a.Source.Path, b.Source.Path) })
	b := &joiner{
		Journal: &Journal{Zone: local}, notes: make([]*note, len(files)),
		companies: newCompanies(len(files) / 4), people: newPeople(len(files) / 2),
	}
	notes := make([]note, len(files)) // side by side, as they are walked
	for i, f := range files {
		notes[i] = note{File: f, index: i}
		b.notes[i] = &notes[i]
		if f.search != nil {
			b.searches = append(b.searches, b.notes[i])
		}
		b.count(f)
		b.Problems = append(b.Problems, f.Problems...)
	}
	return b
}

func (b *joiner) count(f *File) {
	if f.notNote {
		return
	}
	b.Counts.Notes++
	switch {
	case f.Unreadable:
		b.Counts.Unreadable++
	case f.Entry():
		b.Counts.Entries++
		if f.Kind == KindLog {
			b.Logs = append(b.Logs, f.Source.Path)
		}
	default:
		b.Counts.Other++
	}
	if f.Partial {
		b.Partial = append(b.Partial, f.Source.Path)
	}
}

// problem records a problem found while joining.
func (b *joiner) problem(id ProblemID, place Place, hint, message string) {
	b.Problems = append(b.Problems, Problem{ID: id, Place: place, Message: message, Hint: hint})
}

// settle reads search.md: the settings that everything else depends on.
func (b *joiner) settle() {
	for _, f := range b.searches {
		if b.search == nil || searchRank(f.Source.Path) < searchRank(b.search.Source.Path) {
			b.search = f
		}
	}
	for _, f := range b.searches {
		if f != b.search {
			b.problem(TwoSearches, Place{f.Source, f.top()}, "keep one search.md, or start a new journal in a folder of its own",
				"a second search: only "+b.search.Source.Path+" counts")
		}
	}
	if b.search == nil {
		b.Search.Working = [7]bool{false, true, true, true, true, true, false}
		return
	}
	e := b.search.search
	if e.zone.Given() {
		loc, fault := readHomeZone(e.zone.Value)
		if fault != nil {
			b.problem(fault.id, Place{b.search.Source, e.zone.Span}, fault.hint, fault.message)
		} else {
			b.Zone, b.ZoneWritten = loc, true
		}
	}
	b.order, b.own = e.order, e.sections
	b.settleSearch(b.search, e)
}

// searchRank orders the notes that would be search.md: the one nearest the top
// first, and there the one of that name.
func searchRank(notePath string) int {
	rank := 2 * strings.Count(notePath, "/")
	if kindOfPath(notePath) != KindSearch {
		rank++
	}
	return rank
}

func (b *joiner) settleSearch(f *note, e *searchEntry) {
	s := &b.Search
	s.Place = Place{f.Source, f.top()}
	if e.started.Given() {
		s.Place.Span = e.started.Span
	}
	s.Started = b.when(f, e.started)
	s.FirstDay = b.when(f, e.firstDay)
	s.ApplicationsPerWeek, s.OutreachPerWeek = e.goals[0], e.goals[1]
	s.Working, s.Quiet, s.Rules = e.working, e.quiet, e.rules
	for _, h := range e.holidays {
		if c, ok := b.civil(f, h); ok {
			s.Holidays = append(s.Holidays, c)
		}
	}
	for _, p := range e.paused {
		from, ok := b.civil(f, p.from)
		if !ok {
			continue
		}
		var to Civil
		if p.to.Given() {
			if to, ok = b.civil(f, p.to); !ok {
				continue
			}
		}
		if p.to.Given() && to.Compare(from) < 0 {
			b.problem(BadValue, Place{f.Source, p.to.Span}, "write the later day behind to", "the pause ends before it begins")
			continue
		}
		s.Paused = append(s.Paused, Pause{from, to, p.why})
	}
}

// when resolves a date in the search's zone; problems are recorded, and the
// zero When is an unreadable or absent date.
func (b *joiner) when(f *note, m At[Moment]) When {
	if !m.Given() {
		return When{}
	}
	return b.whenIn(f, m, b.Zone)
}

func (b *joiner) whenIn(f *note, m At[Moment], zone *time.Location) When {
	w, faults := m.Value.in(zone, b.order)
	for _, fault := range faults {
		b.problem(fault.id, Place{f.Source, m.Span}, fault.hint, fault.message)
		if fault.id == SkippedTime {
			day := m.Value
			day.HasClock = false
			w, _ = day.in(zone, b.order)
		}
	}
	return w
}

func (b *joiner) civil(f *note, m At[Moment]) (Civil, bool) {
	if !m.Given() {
		return Civil{}, false
	}
	c, fault := m.Value.civil(b.order)
	if fault != nil {
		b.problem(fault.id, Place{f.Source, m.Span}, fault.hint, fault.message)
		return Civil{}, false
	}
	return c, true
}

// whenDone resolves yes, no or a date; false when it was not said to be done.
func (b *joiner) whenDone(f *note, d done) (When, bool) {
	if !d.Yes {
		return When{}, false
	}
	if !d.Dated {
		return When{}, true
	}
	w := b.when(f, At[Moment]{d.Moment, d.Span})
	return w, w.Known()
}

// finish brings events together and sorts everything the journal lists. Lists
// and suspicions need nothing of the events, so they are seen to meanwhile.
func (b *joiner) finish() {
	var suspicions []Problem
	var lists sync.WaitGroup
	rounds := b.Interviews
	lists.Go(func() {
		suspicions = b.suspectNames()
		b.sortLists()
	})
	b.mergeEvents(rounds)
	lists.Wait()
	b.tellUnread()
	b.Problems = append(b.Problems, suspicions...)
	slices.SortStableFunc(b.Problems, compareProblems)
	b.Problems = slices.CompactFunc(b.Problems, func(x, y Problem) bool { return compareProblems(x, y) == 0 })
}

// sortLists sorts what the journal lists beside events and problems.
func (b *joiner) sortLists() {
	b.Positions = b.sortedPositions()
	b.Interviews = sortedInterviews(b.Interviews)
	slices.SortStableFunc(b.References, func(x, y *Reference) int {
		return cmp.Or(cmp.Compare(FoldName(x.Name), FoldName(y.Name)), comparePlaces(x.Place, y.Place))
	})
	b.People = b.people.sorted()
	for _, p := range b.Positions {
		p.Interviews = sortedInterviews(p.Interviews)
	}
}

// sortedPositions lists the positions by company and role.
func (b *joiner) sortedPositions() []*Position {
	names := make([]sortedName, len(b.Positions))
	roles := make([]string, len(b.Positions))
	for i, p := range b.Positions {
		names[i] = newSortedName(b.companies.spelling(p.Company).keys[0], i)
		roles[i] = FoldName(p.Role)
	}
	slices.SortFunc(names, func(x, y sortedName) int {
		if order := x.compare(y); order != 0 {
			return order
		}
		if order := strings.Compare(roles[x.index], roles[y.index]); order != 0 {
			return order
		}
		return cmp.Or(comparePlaces(b.Positions[x.index].Place, b.Positions[y.index].Place), cmp.Compare(x.index, y.index))
	})
	sorted := make([]*Position, len(names))
	for i, name := range names {
		sorted[i] = b.Positions[name.index]
	}
	return sorted
}

func comparePlaces(a, b Place) int {
	return cmp.Or(cmp.Compare(a.Path(), b.Path()), cmp.Compare(a.Span.Start, b.Span.Start))
}

// sortedInterviews lists rounds by start and place.
func sortedInterviews(list []*Interview) []*Interview {
	if slices.IsSortedFunc(list, compareInterviews) {
		return list
	}
	sorted := make([]dated[*Interview], len(list))
	for i, iv := range list {
		sorted[i] = dated[*Interview]{iv.Start.Time.Unix(), 0, i, iv}
	}
	return sortDated(sorted, compareInterviews)
}

func compareInterviews(a, b *Interview) int {
	return cmp.Or(a.Start.Time.Compare(b.Start.Time), comparePlaces(a.Place, b.Place))
}

// sortedEvents lists events by compareEvents and keeps the order of what is
// equal there.
func sortedEvents(events []*Event) []*Event {
	sorted := make([]dated[*Event], len(events))
	for i, e := range events {
		sorted[i] = dated[*Event]{e.When.Time.Unix(), e.order, i, e}
	}
	return sortDated(sorted, compareEvents)
}

// A dated value is one to be sorted by time. No note tells of less than a
// second, so that most differ in what is had without following a pointer.
type dated[T any] struct {
	second int64
	order  int // within the second
	index  int // in the list
	value  T
}

// sortDated returns the values by time, and what differs in less by compare.
func sortDated[T any](list []dated[T], compare func(a, b T) int) []T {
	slices.SortFunc(list, func(a, b dated[T]) int {
		if a.second != b.second {
			return cmp.Compare(a.second, b.second)
		}
		if a.order != b.order {
			return cmp.Compare(a.order, b.order)
		}
		if order := compare(a.value, b.value); order != 0 {
			return order
		}
		return cmp.Compare(a.index, b.index)
	})
	values := make([]T, len(list))
	for i, d := range list {
		values[i] = d.value
	}
	return values
}

// compareEvents orders by time, undated first, then by place and kind.
func compareEvents(a, b *Event) int {
	if byTime := a.When.Time.Compare(b.When.Time); byTime != 0 {
		return byTime
	}
	if a.order != b.order {
		return cmp.Compare(a.order, b.order)
	}
	return cmp.Compare(a.What, b.What)
}
