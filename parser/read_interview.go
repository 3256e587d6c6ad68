package parser

import (
	"strings"
	"time"
)

// interviews reads the rounds of an interview entry: its own fields, a list
// `interviews:`. Rounds from headings are added by readBody.
func (f *fields) interviews() []*interviewEntry {
	base := f.round(nil)
	base.span = f.place
	rounds := f.nestedRounds(base)
	if len(rounds) == 0 {
		return []*interviewEntry{base}
	}
	base.lendInterviewers(rounds)
	if base.date.Given() && !hasDay(rounds, base.date.Value) {
		rounds = append([]*interviewEntry{base}, rounds...)
	}
	return rounds
}

// lendInterviewers gives the names beside a list of rounds to those without
// names of their own: all of them, or those of the day that is written beside
// the list as well.
func (e *interviewEntry) lendInterviewers(rounds []*interviewEntry) {
	for _, r := range rounds {
		if len(r.interviewers) == 0 && (!e.date.Given() || r.date.Given() && r.date.Value.Day == e.date.Value.Day) {
			r.interviewers = e.interviewers
		}
	}
}

func hasDay(rounds []*interviewEntry, m Moment) bool {
	for _, r := range rounds {
		if r.date.Given() && r.date.Value.Day == m.Day {
			return true
		}
	}
	return false
}

// nestedRounds reads the list `interviews:`; what a round does not say itself
// it has from base.
func (f *fields) nestedRounds(base *interviewEntry) []*interviewEntry {
	var rounds []*interviewEntry
	for _, part := range f.parts("interviews", interviewFields) {
		r := part.round(base)
		if !r.date.Given() {
			part.noun = "an interview"
			part.required("date: 2026-11-18", "date")
		}
		r.waivers = part.waivers()
		rounds = append(rounds, r)
	}
	return rounds
}

// round reads the fields of one interview.
func (f *fields) round(base *interviewEntry) *interviewEntry {
	e := &interviewEntry{
		span: f.place, company: f.text("company"), role: f.text("role"), date: f.moment("date"),
		zone: f.text("timezone"), round: f.text("round").Value, format: f.text("format").Value,
		decisionBy: f.moment("decision_by"),
		confidence: f.number("confidence", 1, 5), research: f.number("research", 1, 5),
	}
	if n := f.scalar("application"); n != nil {
		e.application = At[string]{linkTarget(n.text), n.span}
	}
	e.interviewers, _ = f.people("interviewers")
	e.status = f.interviewStatus()
	f.times(e)
	e.thanked = f.thanks()
	f.checkAliases("company", "role", "date", "ends", "confidence", "decision_by", "timezone")
	if base != nil {
		e.inherit(base)
	}
	return e
}

// inherit takes from the note what its round does not say itself.
func (e *interviewEntry) inherit(base *interviewEntry) {
	if !e.company.Given() {
		e.company = base.company
	}
	if !e.role.Given() {
		e.role = base.role
	}
	if !e.application.Given() {
		e.application = base.application
	}
	if !e.zone.Given() {
		e.zone = base.zone
	}
}

var interviewStatusWords = map[string]InterviewStatus{
	"scheduled": Scheduled, "planned": Scheduled, "upcoming": Scheduled, "confirmed": Scheduled,
	"done": Done, "completed": Done, "held": Done,
	"cancelled": Cancelled, "canceled": Cancelled,
	"rescheduled": Rescheduled, "moved": Rescheduled,
	"noshow": NoShow, "missed": MissedByMe,
}

func (f *fields) interviewStatus() InterviewStatus {
	text := f.text("status")
	if !text.Given() {
		return ""
	}
	status, ok := interviewStatusWords[foldKey(plainText(text.Value))]
	if !ok {
		f.unknownStatus(text, keysOf(interviewStatusWords), "scheduled, done, cancelled, rescheduled, no-show or missed")
		return Scheduled // a plan, until something says that it was held
	}
	return status
}

// times reads time, ends and duration.
func (f *fields) times(e *interviewEntry) {
	if n := f.scalar("time"); n != nil {
		f.startTime(e, n)
		if date := e.date.Value; e.clock.Given() && date.HasClock && date.Clock != e.clock.Value {
			f.file.problem(BadValue, n.span, "write the time once", "the date says %s and time says %s", date.Clock, e.clock.Value)
			e.clock = At[Clock]{}
		}
	}
	if n := f.scalar("ends"); n != nil {
		if clock, fault := readClock(n.text); fault == nil {
			e.ends = At[Moment]{Moment{Clock: clock, HasClock: true, Span: n.span}, n.span}
		} else {
			e.ends = f.endMoment(n)
		}
	}
	if n := f.scalar("duration"); n != nil {
		d, fault := readDuration(n.text)
		if fault != nil {
			f.fault(n, fault)
		}
		e.duration = int64(d)
	}
}

// startTime reads `14:00`, a time with its zone (`14:00 CET`), or a range
// whose second half is the end (`14:00-15:00`).
func (f *fields) startTime(e *interviewEntry, n *node) {
	clock, fault := readClock(n.text)
	if fault == nil {
		e.clock = At[Clock]{clock, n.span}
		return
	}
	text := strings.TrimSpace(n.text)
	for _, dash := range []string{"-", "–", "—", " to "} {
		if from, to, ok := strings.Cut(text, dash); ok {
			start, startFault := readClock(from)
			end, endFault := readClock(to)
			if startFault == nil && endFault == nil {
				e.clock = At[Clock]{start, n.span}
				e.ends = At[Moment]{Moment{Clock: end, HasClock: true, Span: n.span}, n.span}
				return
			}
		}
	}
	if cut := strings.LastIndexByte(text, ' '); cut > 0 {
		if clock, clockFault := readClock(text[:cut]); clockFault == nil {
			zone := text[cut+1:]
			if _, _, zoneFault := readZone(zone); zoneFault != nil {
				f.file.problem(zoneFault.id, n.span, zoneFault.hint, "%s", zoneFault.message)
				return
			}
			e.clock, e.clockZone = At[Clock]{clock, n.span}, At[string]{zone, n.span}
			return
		}
	}
	f.fault(n, fault)
}

func (f *fields) endMoment(n *node) At[Moment] {
	m := f.momentOf(n)
	if m.Given() && !m.Value.HasClock {
		f.file.problem(BadValue, n.span, "write ends: 15:00", "ends is a day, and should be a time")
		return At[Moment]{}
	}
	return m
}

// duration returns how long a round takes when nothing says when it ended.
func (e *interviewEntry) length() time.Duration {
	if e.duration > 0 {
		return time.Duration(e.duration)
	}
	return time.Hour
}

// thanks reads `thanked`: a date, yes, names, a mapping from names, or a list
// of {to, sent, via, about}.
func (f *fields) thanks() []thanksText {
	var thanks []thanksText
	for n := range f.findAll("thanked") {
		thanks = joined(thanks, f.thanksOf(n))
	}
	return thanks
}

func (f *fields) thanksOf(n *node) []thanksText {
	switch n.kind {
	case nodeScalar:
		return f.thanksScalar(n)
	case nodeMap:
		return f.thanksMap(n)
	}
	var thanks []thanksText
	for i := range n.items {
		switch it := &n.items[i]; {
		case isBlank(it) || holdsTemplate(it) || it.kind == nodeBroken:
		case it.kind == nodeScalar:
			thanks = append(thanks, f.thanksScalar(it)...)
		case it.kind == nodeMap:
			thanks = append(thanks, f.thanksMap(it)...)
		default:
			f.wrongType(it, "thanked", "a name, or a mapping with to and sent")
		}
	}
	return thanks
}

// thanksScalar reads a date, yes or no, or names.
func (f *fields) thanksScalar(n *node) []thanksText {
	if yes, ok := boolean(n.text); ok {
		return []thanksText{{span: n.span, sent: done{Span: n.span, Yes: yes, No: !yes}}}
	}
	if meansEveryone(n.text) || saysSent(n.text) {
		return []thanksText{{span: n.span, sent: done{Span: n.span, Yes: true}}}
	}
	if dateLike(n.text) {
		if thanks, ok := f.datedThanks(n); ok {
			return thanks
		}
		m, fault := readMoment(n.unlinked().text)
		if fault == nil {
			m.Span = n.span
			return []thanksText{{span: n.span, sent: done{Span: n.span, Yes: true, Moment: m, Dated: true}}}
		}
		if word, _ := firstWord(n.text); fault.id == BadDate && capitalised(word) && !dateLike(word) {
			fault.hint = "write who was thanked and when, each in its own brackets: " + bareName(word) + " (2026-11-18)"
		}
		f.fault(n, fault)
		return nil
	}
	to := peopleInText(n.plain(), anySeparator)
	if len(to) == 0 {
		return nil // `none` is not everyone
	}
	return []thanksText{{span: n.span, to: to, sent: done{Span: n.span, Yes: true}}}
}

// meansEveryone reports whether a word stands for all who took part.
func meansEveryone(text string) bool {
	var buffer [64]byte
	switch string(appendFolded(buffer[:0], text)) {
	case "everyone", "everybody", "all", "all of them", "them all", "them", "both", "both of them", "the panel":
		return true
	}
	return false
}

// dateLike reports whether text is meant as a date rather than as a name.
func dateLike(text string) bool {
	_, _, _, ok := leadingMoment(text)
	return ok || strings.ContainsAny(text, "0123456789")
}

// thanksMap reads {to, sent, via, about}, or a mapping from names to dates.
func (f *fields) thanksMap(n *node) []thanksText {
	part := &fields{file: f.file, root: n, names: thanksFields, place: n.span}
	if part.find("to") != nil || part.find("via") != nil || part.find("sent") != nil || part.find("about") != nil {
		return part.thanksRecord()
	}
	var thanks []thanksText
	for i := range n.pairs {
		key, value := n.pairs[i].key, &n.pairs[i].value
		t := thanksText{span: key.Span}
		if !meansEveryone(key.Value) {
			t.to = peopleInText(At[string]{unlink(key.Value), key.Span}, innerSeparator)
			if len(t.to) == 0 {
				continue
			}
		}
		switch {
		case isBlank(value) || value.kind == nodeBroken || holdsTemplate(value):
			continue
		case value.kind == nodeScalar:
			t.sent = f.thankDone(value)
			t.span = value.span
		case value.kind == nodeMap:
			record := f.part(value, thanksFields)
			t.sent, t.via, t.about = record.done("sent"), record.via(), record.text("about").Value
			if record.unwritten("sent") {
				t.sent = done{Span: value.span, Yes: true}
			}
		default:
			f.wrongType(value, "thanked", "a date or yes")
		}
		thanks = append(thanks, t)
	}
	return thanks
}

// thanksRecord reads one {to, sent, via, about}; without sent it was sent at
// some time. A `sent:` left blank waits for its date: nothing was sent.
func (f *fields) thanksRecord() []thanksText {
	f.checkSpelling()
	t := thanksText{span: f.place, via: f.via(), about: f.text("about").Value, sent: f.done("sent")}
	if t.to, _ = f.people("to"); len(t.to) == 0 && f.find("to") != nil {
		return nil
	}
	if f.unwritten("sent") {
		t.sent = done{Span: f.place, Yes: true}
	}
	if len(t.to) == 1 && t.to[0].splittable == "" && meansEveryone(t.to[0].Name.Value) {
		t.to = nil
	}
	return []thanksText{t}
}

// via reads how a thank-you note was sent.
func (f *fields) via() string {
	text := f.text("via")
	if !text.Given() {
		return ""
	}
	switch word := FoldName(text.Value); word {
	case "email", "card", "message", "coordinator":
		return word
	case "mail", "e-mail":
		return "email"
	}
	return text.Value
}
