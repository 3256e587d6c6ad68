package parser

import (
	"cmp"
	"slices"
	"time"
)

// joinInterviews places every round in time and at its position, roles first,
// so that a round without a role finds those of its company.
func (b *joiner) joinInterviews() {
	for _, f := range b.files {
		for i, e := range f.interviews {
			if iv := b.newInterview(f, e); iv != nil {
				facts := b.facts(f)
				facts.interviews = append(facts.interviews, iv)
				facts.entries = append(facts.entries, f.interviews[i])
				b.owner[iv] = facts
				b.Interviews = append(b.Interviews, iv)
			}
		}
	}
	b.mergeTwins()
	for _, iv := range b.Interviews {
		if c := b.companies.find(iv.Company); c != nil {
			b.roundsAt[c] = append(b.roundsAt[c], iv)
		}
	}
	for _, f := range b.files {
		for i := range f.lines {
			if line := &f.lines[i]; line.what == InterviewedAt && b.counts(f, line) {
				b.interviewLine(f, line)
			}
		}
	}
	for _, iv := range b.Interviews {
		for _, p := range iv.Interviewers {
			b.roundsWith[p] = append(b.roundsWith[p], iv)
			b.takesPart(p, iv.Position)
		}
		if iv.Position != nil {
			iv.Position.Interviews = append(iv.Position.Interviews, iv)
		}
	}
}

// newInterview resolves one entry; nil when nothing says when it was.
func (b *joiner) newInterview(f *File, e *interviewEntry) *Interview {
	iv := &Interview{
		Company: e.company.Value, Role: e.role.Value, Round: e.round, Format: e.format, Status: e.status, Declares: true,
		ConfidenceRating: e.confidence, ResearchRating: e.research,
		Place: Place{f.Source, cmp.Or(e.date.Span, e.span)},
	}
	b.place(f, e, iv)
	if !e.date.Given() || !b.schedule(f, e, iv) {
		b.checkDates(f, e)
		return nil
	}
	c := b.companies.find(iv.Company)
	facts := b.facts(f)
	if facts.company == nil {
		facts.company = c
	}
	iv.Interviewers = b.resolvePeople(f, e.interviewers, c, facts.people)
	for _, p := range iv.Interviewers {
		if !slices.Contains(facts.people, p) {
			facts.people = append(facts.people, p)
		}
	}
	for i, t := range b.each(e.interviewers) {
		if iv.Position != nil && iv.Position.Manager == nil && t.Manager && i < len(iv.Interviewers) {
			iv.Position.Manager = iv.Interviewers[i]
		}
	}
	iv.DecisionBy, iv.DecisionByPlace = b.when(f, e.decisionBy), Place{f.Source, e.decisionBy.Span}
	body := e.body
	if len(b.own) > 0 && (f.Kind == KindInterview || e.to > 0) {
		body = f.roundBody(e, b.own)
	}
	b.fillBody(f, iv, body, c)
	return iv
}

// checkDates reports the dates of an entry that is no round for lack of its
// own, so that all there is to mend is told at once.
func (b *joiner) checkDates(f *File, e *interviewEntry) {
	b.when(f, e.decisionBy)
	for _, t := range e.thanked {
		b.whenDone(f, t.sent)
	}
}

// place finds the position of a round.
func (b *joiner) place(f *File, e *interviewEntry, iv *Interview) {
	if f.application != nil {
		iv.Position = b.facts(f).position
	} else if e.application.Given() {
		if iv.Position = b.linkedPosition(f, e.application.Value, e.company.Value); iv.Position == nil {
			b.problem(BadValue, Place{f.Source, e.application.Span}, "write the path of the application's note",
				"no application note is called "+e.application.Value)
		}
	}
	if iv.Position == nil && e.company.Given() {
		iv.Position = b.positionFor(f, e.company, e.role)
		if c := b.companies.find(e.company.Value); iv.Position == nil && c != nil && len(c.positions) > 1 {
			b.whichPosition(Place{f.Source, e.company.Span}, c.name, c.positions, "role: ")
		}
	}
	if iv.Position != nil {
		iv.Company, iv.Role = iv.Position.Company, iv.Position.Role
		if f.application == nil {
			b.facts(f).position = iv.Position
		}
	}
}

// schedule resolves when a round begins and ends; false when its date cannot
// be read.
func (b *joiner) schedule(f *File, e *interviewEntry, iv *Interview) bool {
	iv.Zone = b.zoneOf(f, e)
	m := e.date
	switch {
	case e.clock.Given():
		m.Value.Clock, m.Value.HasClock = e.clock.Value, true
		if _, fault := m.Value.civil(b.order); fault == nil {
			m.Span = e.clock.Span // if anything is wrong, it is the time
		}
	case !m.Value.HasClock && m.Value.Zone != nil:
		iv.Zone = m.Value.Zone
	}
	iv.Start = b.whenIn(f, m, iv.Zone)
	if !iv.Start.Known() {
		return false
	}
	if m.Value.Zone != nil && !e.zone.Given() {
		iv.Zone = m.Value.Zone
	}
	day := CivilOf(iv.Start.Time.In(iv.Zone))
	if iv.Start.IsDay() {
		iv.End = day.AddDays(1).Start(iv.Zone)
	} else {
		iv.End = iv.Start.Time.Add(e.length())
	}
	b.ends(f, e, iv, day)
	return true
}

// ends applies the field of that name: a time of the round's day, or a date
// and time.
func (b *joiner) ends(f *File, e *interviewEntry, iv *Interview, day Civil) {
	if !e.ends.Given() {
		return
	}
	m := e.ends
	if m.Value.Day == (Civil{}) {
		m.Value.Day = day
	}
	end := b.whenIn(f, m, iv.Zone)
	switch {
	case end.Precision != Instant:
	case iv.Start.IsDay():
		iv.Start = When{Instant, end.Time.Add(-e.length())}
		iv.End = end.Time
	case !end.Time.After(iv.Start.Time):
		b.problem(EndsBeforeStart, Place{f.Source, m.Span}, "write a time after the start; an interview past midnight needs date and time",
			"the interview ends before it starts")
	default:
		iv.End = end.Time
	}
}

// zoneOf returns the zone a round's times are in.
func (b *joiner) zoneOf(f *File, e *interviewEntry) *time.Location {
	for _, text := range []At[string]{e.clockZone, e.zone} {
		if !text.Given() {
			continue
		}
		loc, _, fault := readZone(text.Value)
		if fault == nil {
			return loc
		}
		b.problem(fault.id, Place{f.Source, text.Span}, fault.hint, fault.message)
	}
	return b.Zone
}

func (b *joiner) fillBody(f *File, iv *Interview, body roundBody, c *company) {
	iv.Worked, iv.Didnt, iv.Research, iv.Confidence = body.worked, body.didnt, body.research, body.confidence
	iv.Questions, iv.Next, iv.Stumbles, iv.OwnWords = body.questions, body.next, body.stumbles, body.ownWords
	iv.NoStumbles = body.noStumbles
	for _, l := range body.letters {
		letter := Letter{Text: l.text, Span: l.span}
		if l.to.Value != "" {
			letter.To, _ = b.resolvePerson(f, readPerson(l.to), c, iv.Interviewers)
		} else {
			letter.To = b.greeted(l.text, iv.Interviewers)
		}
		iv.Letters = append(iv.Letters, letter)
	}
}

// mergeTwins makes one round of two entries in different notes that speak of
// the same one: the same position, day and time, and nobody in only one of
// two named panels.
func (b *joiner) mergeTwins() {
	type slot struct {
		position *Position
		day      Civil
	}
	first := map[slot][]*Interview{}
	kept := b.Interviews[:0]
	for _, iv := range b.Interviews {
		s := slot{iv.Position, CivilOf(iv.Start.Time.In(iv.Zone))}
		var twin *Interview
		if iv.Position != nil {
			for _, other := range first[s] {
				if sameRound(other, iv) {
					twin = other
					break
				}
			}
		}
		if twin == nil {
			first[s] = append(first[s], iv)
			kept = append(kept, iv)
			continue
		}
		b.absorb(twin, iv)
	}
	b.Interviews = kept
}

func sameRound(a, b *Interview) bool {
	if a.Place.Source == b.Place.Source {
		return false
	}
	if !a.Start.IsDay() && !b.Start.IsDay() && !a.Start.Time.Equal(b.Start.Time) {
		return false
	}
	if a.Round != "" && b.Round != "" && !SameName(a.Round, b.Round) {
		return false
	}
	if len(a.Interviewers) == 0 || len(b.Interviewers) == 0 {
		return true
	}
	return slices.ContainsFunc(a.Interviewers, func(p *Person) bool { return slices.Contains(b.Interviewers, p) })
}

// absorb adds to a round what a second entry says of it.
func (b *joiner) absorb(a, twin *Interview) {
	facts := b.owner[twin]
	facts.interviews[slices.Index(facts.interviews, twin)] = a
	if a.Start.IsDay() && !twin.Start.IsDay() {
		a.Start, a.End, a.Zone = twin.Start, twin.End, twin.Zone
	}
	a.Round, a.Format = orText(a.Round, twin.Round), orText(a.Format, twin.Format)
	if a.Status == "" {
		a.Status = twin.Status
	}
	for _, p := range twin.Interviewers {
		if !slices.Contains(a.Interviewers, p) {
			a.Interviewers = append(a.Interviewers, p)
		}
	}
	a.ConfidenceRating, a.ResearchRating = cmp.Or(a.ConfidenceRating, twin.ConfidenceRating), cmp.Or(a.ResearchRating, twin.ResearchRating)
	if !a.DecisionBy.Known() {
		a.DecisionBy, a.DecisionByPlace = twin.DecisionBy, twin.DecisionByPlace
	}
	a.Worked, a.Didnt = append(a.Worked, twin.Worked...), append(a.Didnt, twin.Didnt...)
	a.Research, a.Confidence = append(a.Research, twin.Research...), append(a.Confidence, twin.Confidence...)
	a.Questions, a.Next = append(a.Questions, twin.Questions...), append(a.Next, twin.Next...)
	a.Stumbles, a.OwnWords, a.Letters = append(a.Stumbles, twin.Stumbles...), append(a.OwnWords, twin.OwnWords...), append(a.Letters, twin.Letters...)
	a.NoStumbles = a.NoStumbles || twin.NoStumbles
}

// interviewLine reads `interviewed at COMPANY [as ROLE] [with NAMES]`: another
// word on a round that an entry declares, or a round of its own. In the log of
// an application or interview the company need not be named.
func (b *joiner) interviewLine(f *File, line *logLine) {
	facts := b.facts(f)
	who, with, c, position := line.who, line.with, facts.company, facts.position
	if who.Value == "" && b.companies.find(plainText(with.Value)) != nil { // interviewed with Acme
		who, with = with, At[string]{}
	}
	switch {
	case who.Value != "":
		who.Value, position = plainText(who.Value), nil
		if c = b.companies.find(who.Value); c == nil && !undisclosedName(who.Value) {
			if line.fault != nil && capitalised(who.Value) {
				b.lineWhen(f, line) // a new company, but for the date
			}
			return
		}
	case position == nil || c == nil:
		return
	default:
		who = At[string]{position.Company, line.span}
	}
	when, ok := b.lineWhen(f, line)
	if !ok || !when.Known() {
		return
	}
	if position == nil || line.role.Value != "" {
		position = b.positionFor(f, who, line.role)
	}
	var people []*Person
	if with.Given() {
		people = b.resolvePeople(f, peopleInText(with, anySeparator), c, nil)
	}
	b.lineRound(f, line, who, when, c, position, people)
}

// lineRound adds what a line says to the round of its day, or makes one.
func (b *joiner) lineRound(f *File, line *logLine, who At[string], when When, c *company, position *Position, with []*Person) {
	if known := b.roundOn(c, position, when); known != nil {
		known.Interviewers = appendNew(known.Interviewers, with...)
		return
	}
	if position == nil && c != nil {
		b.whichPosition(Place{f.Source, who.Span}, c.name, c.positions, asRole)
	}
	iv := &Interview{
		Position: position, Company: who.Value, Role: line.role.Value, Start: when, Zone: b.Zone,
		Interviewers: with, Place: Place{f.Source, who.Span},
	}
	if position != nil {
		iv.Company, iv.Role = position.Company, position.Role
	}
	iv.End = when.Time.Add(time.Hour)
	if when.IsDay() {
		iv.End = CivilOf(when.Time).AddDays(1).Start(b.Zone)
	}
	b.Interviews = append(b.Interviews, iv)
	if c != nil {
		b.roundsAt[c] = append(b.roundsAt[c], iv)
	}
}

// roundOn returns the round of that day that an entry declares.
func (b *joiner) roundOn(c *company, position *Position, when When) *Interview {
	for _, iv := range b.roundsAt[c] {
		if position != nil && iv.Position != position {
			continue
		}
		if CivilOf(iv.Start.Time.In(iv.Zone)) != CivilOf(when.Time.In(iv.Zone)) && CivilOf(iv.Start.Time.In(b.Zone)) != CivilOf(when.Time) {
			continue
		}
		if iv.Start.IsDay() || when.IsDay() || iv.Start.Time.Sub(when.Time).Abs() < time.Hour {
			return iv
		}
	}
	return nil
}
