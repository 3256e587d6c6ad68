package parser

import (
	"fmt"
	"slices"
	"strings"
)

// A statement is a log line whose object is known.
type statement struct {
	file      *note
	line      *logLine
	people    []*Person
	companies []*company
	position  *Position // of the company and role, or of the note
	role      At[string]
	roles     []string // told about: of companies, by index
	remark    string   // what stands behind the object of an outcome
	ambiguous bool     // a name or position has two readings: a problem says so
}

// lineWhen resolves the date of a log line: its own, else its time on the day
// of the heading above, else that day, else undated. It is false where the
// date cannot be read; the problem is recorded.
func (b *joiner) lineWhen(f *note, line *logLine) (When, bool) {
	day := &f.days[line.day]
	switch {
	case line.fault != nil:
		b.Problems = append(b.Problems, line.fault.problem(f.Source, line.faultAt))
		return When{}, false
	case line.moment.Given():
		w := b.when(f, line.moment)
		return w, w.Known()
	case day.fault != nil:
		b.Problems = append(b.Problems, *day.fault)
		return When{}, false
	case !day.moment.Given():
		return When{}, true
	}
	m := day.moment
	if line.clock.Given() {
		m.Value.Clock, m.Value.HasClock = line.clock.Value, true
		m.Span = line.clock.Span
	}
	w := b.when(f, m)
	return w, w.Known()
}

// lineEvents makes events of a line if it is a statement: its object is a
// person, company or position of the journal, or what the note is about.
func (b *joiner) lineEvents(f *note, line *logLine) {
	if line.what == InterviewedAt {
		return // a round, not an event
	}
	s := &statement{file: f, line: line, role: line.role}
	problems, unknown := len(b.Problems), len(b.unknown)
	if !b.understand(s) {
		b.almostStatement(s)
		for i := unknown; i < len(b.unknown); i++ {
			b.unknown[i].told = len(b.Problems) > problems
		}
		return
	}
	line = s.line
	if line.what == HeardBack {
		b.almostStatement(s)
	}
	when, ok := b.lineWhen(f, line)
	if !ok {
		for _, c := range s.companies {
			unread(c, s.position)
		}
		unread(nil, s.position)
	}
	if !ok || s.ambiguous {
		return
	}
	base := Event{
		What: line.what, When: when, Detail: s.detail(), Role: s.role.Value, Via: line.via,
		Met: line.word == "met" || line.word == "meet", Place: Place{f.Source, line.span},
	}
	if len(line.files) > 0 {
		base.Files = make([]string, len(line.files))
		for i, file := range line.files {
			base.Files[i] = file.Value
		}
	}
	switch line.what {
	case Thanked:
		b.thankedLine(s, base)
	case Told:
		b.toldLine(s, base)
	case Sent, Asked:
		b.eachPerson(s, base)
	default:
		b.plainLine(s, base)
	}
}

// detail is what the line says beside its statement.
func (s *statement) detail() string {
	if s.remark == "" || s.line.detail == "" {
		return s.remark + s.line.detail
	}
	return s.remark + ": " + s.line.detail
}

// understand resolves the object of a statement; false when it is none.
func (b *joiner) understand(s *statement) bool {
	s.line = b.sentWho(s.file, s.line)
	line := s.line
	if line.who.Value == "" || line.everyone {
		return b.impliedObject(s)
	}
	switch line.what {
	case AppliedTo, OfferMade, AcceptedOffer, DeclinedOffer, Withdrew, RejectedBy, StartedAt:
		return b.companyObject(s, line.who)
	case Thanked:
		return b.thankedObject(s)
	case Told, Asked:
		return b.peopleObject(s, line.who, false) &&
			(line.what != Told || b.toldObject(s))
	}
	return b.peopleObject(s, line.who, true) || b.newContact(s)
}

// impliedObject is what the note itself is about.
func (b *joiner) impliedObject(s *statement) bool {
	ofPosition := s.file.application != nil || s.file.Kind == KindInterview
	switch s.line.what {
	case InterviewedAt:
		return false
	case Told:
		return s.file.subject != nil && b.toldObject(s)
	case Asked:
		return s.file.subject != nil
	case Thanked, Sent:
		ofPosition = ofPosition || s.file.subject != nil
	case FollowedUp, HeardBack, Apologised:
		ofPosition = ofPosition || s.file.outreach != nil || s.file.subject != nil
	}
	if ofPosition && s.file.outreach == nil && s.file.subject == nil {
		s.position = s.file.position
	}
	return ofPosition
}

// companyObject resolves a company, with the line's role, to a position.
func (b *joiner) companyObject(s *statement, text At[string]) bool {
	c := b.companies.find(plainText(text.Value))
	if c == nil && b.ownOutcome(s, text) {
		return true
	}
	if c == nil {
		c, text = b.bracketObject(s)
	}
	if c == nil {
		c, text = b.companyBefore(s, text)
	}
	name := plainText(text.Value)
	if c == nil {
		if capitalised(name) && s.line.what == AppliedTo && s.line.fault != nil {
			return true // a new company, but for the date, of which lineWhen tells
		}
		if capitalised(name) {
			b.unknown = append(b.unknown, mention{name: name, place: Place{s.file.Source, text.Span}, hint: b.nobodysOutcome(s, name)})
		}
		return false
	}
	s.companies = []*company{c}
	b.roleBefore(s, c)
	if own := s.file.position; own != nil && (slices.Contains(c.positions, own) || slices.Contains(c.via, own)) &&
		(s.role.Value == "" || SameName(own.Role, s.role.Value)) {
		s.position = own
		return true
	}
	position, ok := b.onlyPosition(s.file, text, c, s.role.Value, "as ")
	s.position, s.ambiguous = position, s.ambiguous || !ok
	return true
}

// peopleObject resolves people, and companies where they are allowed. Every
// name must be known.
func (b *joiner) peopleObject(s *statement, text At[string], companiesToo bool) bool {
	if s.line.name != "" && text == s.line.who {
		return b.nameObject(s, text, s.line.name, companiesToo)
	}
	for _, part := range splitList(text, anySeparator, b.whole) {
		if !b.nameObject(s, part, readPerson(part).Name.Value, companiesToo) {
			return false
		}
	}
	return s.ambiguous || len(s.people)+len(s.companies) > 0
}

// nameObject resolves one name; false when it is not known.
func (b *joiner) nameObject(s *statement, written At[string], name string, companiesToo bool) bool {
	p, several := b.lookupIn(s.file, name)
	switch {
	case len(several) > 0:
		s.ambiguous = true
		b.ambiguous(Place{s.file.Source, written.Span}, name, several)
	case p == nil:
		c := b.companies.find(name)
		if c == nil || !companiesToo {
			return false
		}
		s.companies = appendNew(s.companies, c)
	case len(s.people) == 0:
		s.people = b.lists.people.listOf(p)
	default:
		s.people = appendNew(s.people, p)
	}
	return true
}

// lookupIn looks a name up among those of a note and its company, then in the
// whole journal.
func (b *joiner) lookupIn(f *note, name string) (*Person, []*Person) {
	// A whole name is one person's wherever it stands.
	if known := b.namedIn(f, name); known != nil && isPlain(name) && strings.Contains(b.people.of(known).keys[0], " ") {
		return known, nil
	}
	var colleagues []*Person
	if f.company != nil {
		colleagues = f.company.people
	}
	return b.people.lookup(name, f.people, colleagues)
}

// toldObject resolves what a reference was told about.
func (b *joiner) toldObject(s *statement) bool {
	text := s.line.position
	if text.Value == "" {
		s.position = s.file.position
		return s.file.position != nil && s.file.subject == nil
	}
	for _, part := range splitList(text, anySeparator, func(name string) bool { return b.companies.find(name) != nil }) {
		name, role := plainText(part.Value), s.role
		c := b.companies.find(name)
		if c == nil {
			c, role = b.inBrackets(part)
		}
		if c == nil {
			b.unknown = append(b.unknown, mention{name: name, place: Place{s.file.Source, part.Span}, hint: b.toldOfNothing(s, name)})
			return false
		}
		s.companies, s.roles = append(s.companies, c), append(s.roles, role.Value)
	}
	return len(s.companies) > 0
}

// inBrackets finds the company of `COMPANY (ROLE)`. What is no role there may
// be anything.
func (b *joiner) inBrackets(text At[string]) (*company, At[string]) {
	company, role := b.companyAndRole(text)
	if c := b.companies.find(plainText(company.Value)); c != nil && len(positionsAt(c, role.Value)) > 0 {
		return c, role
	}
	return nil, At[string]{}
}

// newContact reads `contacted` and `reached out to` somebody nobody else
// names, or somebody at a company.
func (b *joiner) newContact(s *statement) bool {
	line := s.line
	who, at := cutWord(line.who, " at ")
	if topic := indexFold(at.Value, " about "); topic > 0 && line.introduces() {
		s.remark, at = at.Value[topic+len(" about "):], trimmedPart(at, 0, topic)
	}
	if at.Value != "" {
		whoKnown := b.people.find(plainText(who.Value))
		c := b.companies.find(plainText(at.Value))
		if c == nil && whoKnown == nil && !line.introduces() || !capitalised(plainText(at.Value)) {
			return false
		}
		if whoKnown == nil && !capitalised(plainText(who.Value)) {
			return false
		}
		if c == nil {
			c = b.companies.declare(plainText(at.Value), Place{s.file.Source, at.Span})
		}
		if whoKnown == nil {
			newcomer := readPerson(who)
			whoKnown = b.people.declare(&newcomer)
		}
		delete(b.strange, whoKnown)
		b.belongs(whoKnown, c)
		s.people, s.companies = b.lists.people.listOf(whoKnown), []*company{c}
		return true
	}
	if !line.introduces() || !capitalised(plainText(line.who.Value)) {
		return false
	}
	for _, part := range splitList(line.who, anySeparator, b.whole) {
		name := plainText(part.Value)
		s.companies = append(s.companies, &company{name: name})
		b.unknown = append(b.unknown, mention{name: name, place: Place{s.file.Source, part.Span}})
	}
	return len(s.companies) > 0
}

// introduces reports whether the verb may name somebody new. An everyday verb
// (called, met) may not: `called Mum` is no outreach.
func (line *logLine) introduces() bool {
	switch line.word {
	case "contacted", "contact", "reached", "reach":
		return true
	}
	return false
}

// thankedLine gives every thank-you the round it belongs to.
func (b *joiner) thankedLine(s *statement, base Event) {
	if len(s.people) == 0 && s.file.subject != nil {
		s.people = b.lists.people.listOf(s.file.subject.Person)
	}
	if len(s.people) == 0 || base.Via == "coordinator" {
		base.Interview = b.roundOfNote(s, nil, base.When)
		b.addThanks(s.file, &base)
		return
	}
	for _, p := range s.people {
		one := base
		one.People = b.lists.people.listOf(p)
		one.Interview = b.roundOfNote(s, p, base.When)
		if one.Interview == nil {
			one.Interview = b.latestRound(b.people.of(p).rounds, base.When)
		}
		if one.Interview == nil && !base.When.Known() {
			one.Interview = b.onlyRound(s, p)
		}
		b.addThanks(s.file, &one)
	}
}

// onlyRound is the round that an undated thank-you to somebody belongs to. With
// several it could be any, and the person is told to write the date.
func (b *joiner) onlyRound(s *statement, p *Person) *Interview {
	rounds := b.people.of(p).rounds
	switch len(rounds) {
	case 0:
		return nil
	case 1:
		return rounds[0]
	}
	b.problem(DidYouMean, Place{s.file.Source, s.line.span}, "write the date in front",
		fmt.Sprintf("this thanks %s for one of %d rounds, and without a date counts for none", p.Name, len(rounds)))
	return nil
}

func (b *joiner) addThanks(f *note, e *Event) {
	switch {
	case e.Interview != nil:
		e.Company, e.Role = e.Interview.Company, e.Interview.Role
		if e.Interview.Position != nil {
			e.Positions = b.lists.positions.listOf(e.Interview.Position)
		}
	case len(e.People) == 1:
		b.whereabouts(e)
	}
	b.add(f, e)
}

// roundOfNote returns the round of the note that a line stands in: the one
// whose section holds it, else the latest before it, with that person if
// somebody is named there.
func (b *joiner) roundOfNote(s *statement, p *Person, when When) *Interview {
	rounds := s.file.rounds
	if s.file.application != nil && s.file.position != nil {
		rounds = s.file.position.Interviews
	}
	for i, e := range s.file.entries {
		if e.to > 0 && s.line.section > e.from && s.line.section < e.to && b.deeper(s.file, s.line.section, e.from) {
			rounds = s.file.rounds[i : i+1]
		}
	}
	if len(rounds) == 0 {
		return nil
	}
	if p != nil {
		var with []*Interview
		for _, iv := range rounds {
			if slices.Contains(iv.Interviewers, p) {
				with = append(with, iv)
			}
		}
		switch {
		case len(with) > 0:
			rounds = with
		case len(rounds) == 1 && len(rounds[0].Interviewers) > 0 && b.latestRound(b.people.of(p).rounds, when) != nil:
			return nil // somebody of another round
		}
	}
	if len(rounds) == 1 && (rounds[0].Place.Source == s.file.Source || !b.before(when, rounds[0])) {
		return rounds[0]
	}
	return b.latestRound(rounds, when)
}

// deeper reports whether a section stands below another's level.
func (b *joiner) deeper(f *note, section, heading int) bool {
	return f.sections[section].level > f.sections[heading].level ||
		kindIn(f.sections, section, b.own) != logSection
}

// latestRound returns the last round that began no later than when. A day is as late as its end. An undated event
// belongs to no round but the note's own.
func (b *joiner) latestRound(rounds []*Interview, when When) *Interview {
	if !when.Known() {
		return nil
	}
	limit := when.Time
	if when.IsDay() {
		limit = CivilOf(when.Time).AddDays(1).Start(when.Time.Location()).Add(-1)
	}
	var last *Interview
	for _, iv := range rounds {
		if iv.Start.Time.After(limit) || iv.Status == Cancelled || iv.Status == Rescheduled {
			continue
		}
		if last == nil || iv.Start.Time.After(last.Start.Time) {
			last = iv
		}
	}
	return last
}

func (b *joiner) toldLine(s *statement, base Event) {
	people := s.people
	if len(people) == 0 {
		people = b.lists.people.listOf(s.file.subject.Person)
	}
	if len(s.companies) == 0 {
		b.tellAll(s, people, base, s.position, base.Company)
		return
	}
	for i, c := range s.companies {
		role, own := s.roles[i], s.file.position
		if own != nil && role == "" && slices.Contains(c.positions, own) {
			b.tellAll(s, people, base, own, c.name)
			continue
		}
		if position, ok := b.onlyPosition(s.file, s.line.position, c, role, asRole); ok {
			b.tellAll(s, people, base, position, c.name)
		}
	}
}

// tellAll makes an event for everybody who was told about a position.
func (b *joiner) tellAll(s *statement, people []*Person, base Event, position *Position, company string) {
	for _, p := range people {
		one := base
		one.People = b.lists.people.listOf(p)
		b.about(&one, position, company)
		b.add(s.file, &one)
	}
}

// eachPerson makes an event for everybody something was sent to, or who was
// asked; what is sent to a company is one event.
func (b *joiner) eachPerson(s *statement, base Event) {
	if len(s.people) == 0 && len(s.companies) == 0 && s.file.subject != nil {
		s.people = b.lists.people.listOf(s.file.subject.Person)
	}
	if len(s.people) == 0 {
		b.plainLine(s, base)
		return
	}
	for _, p := range s.people {
		one := base
		one.People = b.lists.people.listOf(p)
		b.whereabouts(&one)
		b.add(s.file, &one)
	}
}

// plainLine makes one event of a statement about a position, people, or
// companies.
func (b *joiner) plainLine(s *statement, base Event) {
	base.People = s.people
	if s.position != nil {
		base.Company, base.Role, base.Positions = s.position.Company, s.position.Role, b.lists.positions.listOf(s.position)
	}
	if f := s.file; f.outreach != nil && len(s.people)+len(s.companies) == 0 {
		base.People, base.Company = f.people, f.outreach.company.Value
		if c := f.company; c != nil {
			base.Positions = c.positions
		}
	}
	if len(base.Positions) == 0 {
		for _, c := range s.companies {
			base.Company = orText(base.Company, c.name)
			positions := positionsAt(c, base.Role)
			if len(positions) == 0 { // `heard back from Acme as promised`
				positions = c.positions
			}
			base.Positions = appendNew(base.Positions, positions...)
			if len(c.via) > 0 {
				base.Agency = true
				base.Positions = appendNew(base.Positions, c.via...)
			}
		}
		b.whereabouts(&base)
	}
	b.add(s.file, &base)
}

// whereabouts adds the positions and company of the people of an event.
func (b *joiner) whereabouts(e *Event) {
	for _, p := range e.People {
		known := b.people.of(p)
		if len(e.Positions) == 0 {
			e.Positions = slices.Clip(known.positions) // complete by now
		} else {
			e.Positions = appendNew(e.Positions, known.positions...)
		}
		for _, c := range known.companies {
			e.Company = orText(e.Company, c.name)
			if len(c.via) > 0 {
				e.Agency = true
				e.Positions = appendNew(e.Positions, c.via...)
			}
		}
	}
}
