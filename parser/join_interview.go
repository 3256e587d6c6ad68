package parser

import (
	"cmp"
	"slices"
	"time"
)

// joinInterviews places every round in time and at its position, roles first,
// so that a round without a role finds those of its company.
func (b *joiner) joinInterviews() {
	for _, f := range b.notes {
		if n := len(f.interviews); n > 0 {
			f.rounds, f.entries = b.lists.rounds.take(n)[:0], b.lists.entries.take(n)[:0]
		}
		for _, e := range f.interviews {
			if iv := b.newInterview(f, e); iv != nil {
				f.rounds = append(f.rounds, iv)
				f.entries = append(f.entries, e)
				b.declarers = append(b.declarers, f)
				b.Interviews = append(b.Interviews, iv)
			}
		}
	}
	b.mergeTwins()
	b.interviewLines()
	for i, iv := range b.Interviews {
		iv.number = int32(i)
		for _, p := range iv.Interviewers {
			known := b.people.of(p)
			known.rounds = append(known.rounds, iv)
			b.takesPart(p, iv.Position)
		}
		if iv.Position != nil {
			iv.Position.Interviews = append(iv.Position.Interviews, iv)
		}
	}
}

// newInterview resolves one entry; nil when nothing says when it was.
func (b *joiner) newInterview(f *note, e *interviewEntry) *Interview {
	iv := b.made.rounds.next()
	*iv = Interview{
		Company: e.company.Value, Role: e.role.Value, Round: e.round, Format: e.format, Status: e.status, Declares: true,
		ConfidenceRating: e.confidence, ResearchRating: e.research,
		Place: Place{f.Source, cmp.Or(e.date.Span, e.span)},
	}
	b.place(f, e, iv)
	if !e.date.Given() || !b.schedule(f, e, iv) {
		b.checkDates(f, e)
		unread(nil, iv.Position)
		return nil
	}
	if iv.Position != nil {
		iv.company = iv.Position.company
	} else {
		iv.company = b.companyIn(f, iv.Company)
	}
	if f.company == nil {
		f.company = iv.company
	}
	iv.Interviewers = b.resolvePeople(f, e.interviewers, iv.company, f.people)
	f.people = appendNew(f.people, iv.Interviewers...)
	if iv.Position != nil && iv.Position.Manager == nil {
		iv.Position.Manager = managerAmong(b.each(e.interviewers), iv.Interviewers)
	}
	iv.DecisionBy, iv.DecisionByPlace = b.when(f, e.decisionBy), Place{f.Source, e.decisionBy.Span}
	body := e.body
	if len(b.own) > 0 {
		body = f.withBlocks().roundBody(e, b.own) // by titles that are known only now
	}
	b.fillBody(f, iv, body)
	return iv
}

// checkDates reports the dates of an entry that is no round for lack of its
// own, so that all there is to mend is told at once.
func (b *joiner) checkDates(f *note, e *interviewEntry) {
	b.when(f, e.decisionBy)
	for _, t := range e.thanked {
		b.whenDone(f, t.sent)
	}
}

// place finds the position of a round.
func (b *joiner) place(f *note, e *interviewEntry, iv *Interview) {
	if f.application != nil {
		iv.Position = f.position
	} else if e.application.Given() {
		if iv.Position = b.linkedPosition(f, e.application.Value, e.company.Value); iv.Position == nil {
			b.problem(BadValue, Place{f.Source, e.application.Span}, "write the path of the application's note",
				"no application note is called "+e.application.Value)
		}
	}
	if iv.Position == nil && e.company.Given() {
		iv.Position = b.positionFor(f, e.company, e.role)
		if iv.Position == nil {
			if c := b.companyIn(f, e.company.Value); c != nil && len(c.positions) > 1 {
				b.whichPosition(Place{f.Source, e.company.Span}, c.name, c.positions, "role: ")
			}
		}
	}
	if iv.Position != nil {
		iv.Company, iv.Role = iv.Position.Company, iv.Position.Role
		if f.application == nil {
			f.position = iv.Position
		}
	}
}

// schedule resolves when a round begins and ends; false when its date cannot
// be read.
func (b *joiner) schedule(f *note, e *interviewEntry, iv *Interview) bool {
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
func (b *joiner) ends(f *note, e *interviewEntry, iv *Interview, day Civil) {
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
func (b *joiner) zoneOf(f *note, e *interviewEntry) *time.Location {
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

func (b *joiner) fillBody(f *note, iv *Interview, body roundBody) {
	iv.Worked, iv.Didnt, iv.Research, iv.Confidence = body.worked, body.didnt, body.research, body.confidence
	iv.Questions, iv.Next, iv.Stumbles, iv.OwnWords = body.questions, body.next, body.stumbles, body.ownWords
	iv.NoStumbles = body.noStumbles
	if len(body.letters) > 0 {
		iv.Letters = make([]Letter, 0, len(body.letters))
	}
	for _, l := range body.letters {
		letter := Letter{Text: l.text, Span: l.span}
		if l.to.Value != "" {
			to := readPerson(l.to)
			letter.To, _ = b.resolvePerson(f, &to, iv.company, iv.Interviewers)
		} else {
			letter.To = b.greeted(l.text, iv.Interviewers)
		}
		iv.Letters = append(iv.Letters, letter)
	}
	for i := range body.sent {
		b.sent = append(b.sent, sentNote{f, len(f.rounds), &body.sent[i]})
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
	first := make(map[slot]int, len(b.Interviews)) // in kept
	kept := b.Interviews[:0]
	next := make([]int, 0, len(b.Interviews)) // the next kept round of the slot, by index; 0 ends them
	for i, iv := range b.Interviews {
		if iv.Position == nil {
			kept, next = append(kept, iv), append(next, 0)
			continue
		}
		s := slot{iv.Position, CivilOf(iv.Start.Time.In(iv.Zone))}
		at, taken := first[s]
		if !taken {
			first[s] = len(kept)
			kept, next = append(kept, iv), append(next, 0)
			continue
		}
		for !sameRound(kept[at], iv) && next[at] != 0 {
			at = next[at]
		}
		if sameRound(kept[at], iv) {
			b.absorb(kept[at], iv, b.declarers[i])
			continue
		}
		next[at] = len(kept)
		kept, next = append(kept, iv), append(next, 0)
	}
	b.Interviews, b.declarers = kept, nil
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
func (b *joiner) absorb(a, twin *Interview, declarer *note) {
	declarer.rounds[slices.Index(declarer.rounds, twin)] = a
	if a.Start.IsDay() && !twin.Start.IsDay() {
		a.Start, a.End, a.Zone = twin.Start, twin.End, twin.Zone
	}
	a.Round, a.Format = orText(a.Round, twin.Round), orText(a.Format, twin.Format)
	if a.Status == "" {
		a.Status = twin.Status
	}
	a.Interviewers = appendNew(a.Interviewers, twin.Interviewers...)
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

// interviewLines reads the rounds that log lines tell of.
func (b *joiner) interviewLines() {
	listed := false
	for _, f := range b.notes {
		for _, i := range f.naming {
			line := &f.lines[i]
			if line.what != InterviewedAt || !b.counts(f, line) {
				continue
			}
			if !listed {
				b.listRounds()
				listed = true
			}
			b.interviewLine(f, line)
		}
	}
}

// listRounds lists the rounds that entries declare at their companies.
func (b *joiner) listRounds() {
	for _, iv := range b.Interviews {
		if iv.company != nil {
			iv.company.rounds = append(iv.company.rounds, iv)
		}
	}
}

// interviewLine reads `interviewed at COMPANY [as ROLE] [with NAMES]`: another
// word on a round that an entry declares, or a round of its own. In the log of
// an application or interview the company need not be named.
func (b *joiner) interviewLine(f *note, line *logLine) {
	who, with, c, position := line.who, line.with, f.company, f.position
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
		b.almostInterview(f, line, "", with.Value, line.word != "interview")
		return
	default:
		who = At[string]{position.Company, line.span}
	}
	when, ok := b.lineWhen(f, line)
	if !ok || !when.Known() {
		unread(c, position)
		return
	}
	if position == nil || line.role.Value != "" {
		position = b.positionFor(f, who, line.role)
	}
	var people []*Person
	if with.Given() {
		people = b.resolvePeople(f, b.withNames(with), c, nil)
	}
	b.lineRound(f, line, who, when, c, position, people)
}

// lineRound adds what a line says to the round of its day, or makes one.
func (b *joiner) lineRound(f *note, line *logLine, who At[string], when When, c *company, position *Position, with []*Person) {
	if known := b.roundOn(c, position, when); known != nil {
		known.Interviewers = appendNew(known.Interviewers, with...)
		return
	}
	if position == nil && c != nil {
		b.whichPosition(Place{f.Source, who.Span}, c.name, c.positions, asRole)
	}
	iv := b.made.rounds.next()
	*iv = Interview{
		Position: position, company: c, Company: who.Value, Role: line.role.Value, Start: when, Zone: b.Zone,
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
		c.rounds = append(c.rounds, iv)
	}
}

// roundOn returns the round of that day that an entry declares.
func (b *joiner) roundOn(c *company, position *Position, when When) *Interview {
	if c == nil {
		return nil
	}
	for _, iv := range c.rounds {
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
