package parser

import (
	"slices"
	"strings"
)

// collectEvents turns what fields and log lines say into events.
func (b *joiner) collectEvents() {
	most := 0
	for _, f := range b.notes {
		most += 1 + len(f.lines)
		for _, e := range f.interviews {
			most += len(e.thanked)
		}
	}
	b.Events = make([]*Event, 0, most)
	for _, f := range b.notes {
		switch {
		case f.application != nil:
			b.applicationEvents(f, f.application)
		case f.reference != nil:
			b.referenceEvents(f, f.reference)
		case f.outreach != nil:
			b.outreachEvents(f, f.outreach)
		}
	}
	for _, f := range b.notes { // once the fields have named everybody
		for i, iv := range f.rounds {
			b.thanksEvents(f, f.entries[i], iv)
		}
	}
	b.sentEvents()
	for _, f := range b.notes {
		for i := range f.lines {
			if line := &f.lines[i]; b.counts(f, line) {
				b.lineEvents(f, line)
			} else {
				b.misplaced(f, line)
			}
		}
		for i := range f.loose {
			b.almostLoose(f, &f.loose[i])
		}
		b.joinWaivers(f)
	}
	b.tellStrangers()
}

// add records an event; mergeEvents brings together what was said twice.
func (b *joiner) add(f *note, e *Event) {
	for _, file := range e.Files {
		if b.isResume(file, e.Positions) {
			e.Resume, e.ResumeFile = true, orText(e.ResumeFile, file)
		}
		if name := FoldName(file); strings.Contains(name, "cover") || strings.Contains(name, "anschreiben") {
			e.CoverLetter = true
		}
	}
	b.list(f, e)
}

// list appends an event; its order is that of the notes, and in each of the
// places where its events are written.
func (b *joiner) list(f *note, e *Event) {
	listed := b.made.events.next()
	*listed = *e
	listed.order = f.index<<32 | e.Place.Span.Start
	b.Events = append(b.Events, listed)
}

// isResume reports whether a file is the résumé: the one an application was
// sent with, or one that says so by its name. What was sent without a word
// about which position may be the résumé of any.
func (b *joiner) isResume(file string, positions []*Position) bool {
	if len(positions) == 0 && b.resumes()[FoldName(baseName(file))] {
		return true
	}
	for _, p := range positions {
		if p.Resume != "" && SameName(baseName(p.Resume), baseName(file)) {
			return true
		}
	}
	return resumeName(file)
}

// resumes are the files that applications were sent with, by folded name.
func (b *joiner) resumes() map[string]bool {
	if b.resumeFiles == nil {
		b.resumeFiles = map[string]bool{}
		for _, p := range b.Positions {
			if p.Resume != "" {
				b.resumeFiles[FoldName(baseName(p.Resume))] = true
			}
		}
	}
	return b.resumeFiles
}

func baseName(file string) string { return file[strings.LastIndexByte(file, '/')+1:] }

// resumeName reports whether a file's name says that it is a résumé.
func resumeName(file string) bool {
	name := FoldName(baseName(file))
	return strings.Contains(name, "resume") || strings.Contains(name, "lebenslauf") || strings.Contains(name, "cv")
}

func (b *joiner) applicationEvents(f *note, a *applicationEntry) {
	p := f.position
	event := func(what EventKind, w When, span Span) Event {
		return Event{
			What: what, When: w, Company: p.Company, Positions: b.lists.positions.listOf(p), Role: p.Role, Entry: true,
			Place: Place{f.Source, span},
		}
	}
	if w, ok := b.whenDone(f, a.applied); ok {
		e := event(AppliedTo, w, a.applied.Span)
		e.CoverLetter = a.coverLetter.Given() && !saysNo(a.coverLetter.Value)
		e.Resume = a.resume.Given() && !saysNo(a.resume.Value)
		e.ResumeFile = namedFile(a.resume.Value)
		b.add(f, &e)
	}
	if o := a.offer; o != nil {
		made := event(OfferMade, b.when(f, o.on), o.span)
		b.add(f, &made)
		if w, ok := b.whenDone(f, o.accepted); ok {
			accepted := event(AcceptedOffer, w, o.accepted.Span)
			b.add(f, &accepted)
		}
		if w, ok := b.whenDone(f, o.declined); ok {
			declined := event(DeclinedOffer, w, o.declined.Span)
			b.add(f, &declined)
		}
	}
}

// namedFile returns the name of a file, "" where only yes or no is said.
func namedFile(text string) string {
	if _, plain := boolean(text); plain || isNone(text) {
		return ""
	}
	return text
}

func saysNo(text string) bool {
	value, ok := boolean(text)
	return ok && !value || isNone(text)
}

func (b *joiner) outreachEvents(f *note, o *outreachEntry) {
	w := b.when(f, o.date)
	if !w.Known() {
		return
	}
	c := b.companyIn(f, o.company.Value)
	e := Event{
		What: Outreach, When: w, Company: o.company.Value, Role: o.role.Value, Via: o.via.Value,
		People: b.resolvePeople(f, o.person, c, nil), Detail: o.purpose, Entry: true, Place: Place{f.Source, o.date.Span},
		Resume: o.resume.Given() && !saysNo(o.resume.Value), CoverLetter: o.coverLetter.Given() && !saysNo(o.coverLetter.Value),
	}
	e.ResumeFile = namedFile(o.resume.Value)
	f.company, f.people = c, e.People
	if c != nil {
		e.Positions = slices.Clone(positionsAt(c, o.role.Value))
	}
	agency := b.companyIn(f, orText(o.company.Value, o.via.Value))
	if o.company.Value == "" && agency == nil && len(o.person) == 1 {
		agency = b.companies.find(o.person[0].Name.Value)
	}
	if agency != nil && len(agency.via) > 0 && (o.company.Value == "" || SameName(o.company.Value, agency.name)) {
		e.Agency, e.Positions = true, appendNew(e.Positions, agency.via...)
		e.Company = orText(e.Company, agency.name)
	}
	b.list(f, &e)
	if r, _ := b.whenDone(f, o.reply); o.reply.Yes { // whatever its date, it came
		b.add(f, &Event{
			What: HeardBack, When: r, Company: e.Company, People: e.People, Positions: e.Positions, Agency: e.Agency,
			Role: e.Role, Entry: true, Place: Place{f.Source, o.reply.Span},
		})
	}
}

func appendNew[T comparable](list []T, more ...T) []T {
	for _, m := range more {
		if !slices.Contains(list, m) {
			list = append(list, m)
		}
	}
	return list
}

// thanksEvents turns the field `thanked` of a round into events, one for each
// person named.
func (b *joiner) thanksEvents(f *note, e *interviewEntry, iv *Interview) {
	for i := range e.thanked {
		t := &e.thanked[i]
		w, ok := b.whenDone(f, t.sent)
		if !ok {
			continue
		}
		event := Event{
			What: Thanked, When: w, Company: iv.Company, Role: iv.Role, Interview: iv, Via: t.via, Detail: t.about,
			Entry: true, Place: Place{f.Source, t.span},
		}
		if iv.Position != nil {
			event.Positions = b.lists.positions.listOf(iv.Position)
		}
		if len(t.to) == 0 || t.via == "coordinator" {
			b.add(f, &event)
			continue
		}
		to := b.each(t.to)
		for i := range to {
			known := len(b.people.list)
			if p, ok := b.resolvePerson(f, &to[i], iv.company, iv.Interviewers); ok {
				if len(b.people.list) > known || b.isStranger(p) {
					b.stranger(f, to[i].Name.Span, p, iv)
				}
				event.People = b.lists.people.listOf(p)
				b.add(f, &event)
			}
		}
	}
}

// A stranger is somebody whom nothing but a field `thanked` names.
type stranger struct {
	person *Person
	place  Place
	round  *Interview
}

func (b *joiner) isStranger(p *Person) bool { _, is := b.strange[p]; return is }

// stranger remembers who was thanked for a round with a name that is nobody's.
func (b *joiner) stranger(f *note, span Span, p *Person, iv *Interview) {
	if b.strange == nil {
		b.strange = map[*Person]bool{}
	}
	b.strange[p] = true
	b.strangers = append(b.strangers, stranger{p, Place{f.Source, span}, iv})
}

// tellStrangers warns of the names that are nobody's, where a round says who
// was there: they are asked to be thanked once more otherwise.
func (b *joiner) tellStrangers() {
	for _, s := range b.strangers {
		there := s.round.Interviewers
		if len(there) == 0 || !b.isStranger(s.person) {
			continue
		}
		hint := "write " + namesOr(there, 4) + ", or name " + s.person.Name + " among the interviewers"
		near := slices.IndexFunc(there, func(p *Person) bool { return misspells(FoldName(s.person.Name), FoldName(p.Name)) })
		switch {
		case near >= 0:
			hint = "did you mean " + there[near].Name + "?"
		case !capitalised(s.person.Name):
			hint = "write yes, a date, or who was thanked"
		}
		b.problem(DidYouMean, s.place, hint, s.person.Name+" is named only here, and was not among the interviewers")
	}
}

// namesOr lists the names of a few people as a choice.
func namesOr(people []*Person, few int) string {
	var names []string
	for _, p := range people[:min(len(people), few)] {
		names = append(names, p.Name)
	}
	return strings.Join(names, " or ")
}

// joinWaivers says what each waiver of a note covers: what the note is about, or
// the one round in whose mapping it stands.
func (b *joiner) joinWaivers(f *note) {
	for i, iv := range f.rounds {
		for _, w := range f.entries[i].waivers {
			waiver := f.waiver(w)
			waiver.Interviews = []*Interview{iv}
			b.Waivers = append(b.Waivers, waiver)
		}
	}
	for _, w := range f.waivers {
		waiver := f.waiver(w)
		waiver.Search = f == b.search
		switch f.Kind {
		case KindApplication:
			waiver.Position = f.position
		case KindInterview:
			waiver.Interviews = f.rounds
		case KindReference:
			waiver.Reference = f.subject
		}
		b.Waivers = append(b.Waivers, waiver)
	}
}

// waiver is one that stands in a note, before it is known what it covers.
func (f *note) waiver(w waiverText) *Waiver {
	return &Waiver{Rule: w.rule, Name: w.name, Reason: w.reason, Place: Place{f.Source, w.span}}
}
