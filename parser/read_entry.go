package parser

import (
	"slices"
	"strings"
)

// readEntry reads the frontmatter of an entry of the file's kind.
func (f *File) readEntry(root *node) {
	r := &fields{file: f, root: root, place: f.top()}
	switch f.Kind {
	case KindSearch:
		r.names = searchFields
		f.search = r.search()
	case KindApplication:
		r.names = applicationFields
		f.application = r.application()
	case KindInterview:
		r.names = interviewFields
		f.interviews = r.interviews()
	case KindReference:
		r.names = referenceFields
		f.reference = r.reference()
	case KindOutreach:
		r.names = outreachFields
		f.outreach = r.outreach()
	case KindLog:
		r.names = logFields
	}
	r.checkSpelling()
	f.waivers = r.waivers()
}

// top is where a note as a whole is reported: its first line's first byte.
func (f *File) top() Span {
	if strings.HasPrefix(f.Source.Text, byteOrderMark) {
		return Span{len(byteOrderMark), len(byteOrderMark)}
	}
	return Span{}
}

// required reports a missing field, any of names, unless a key of it is there
// with a value that could not be read.
func (f *fields) required(example string, names ...string) {
	place, fix := f.place, "add a line "
	for _, name := range names {
		for _, key := range f.names.keys[name] {
			p := f.root.get(key)
			switch {
			case p == nil:
				continue
			case p.value.kind == nodeBroken, !isBlank(&p.value) && !holdsTemplate(&p.value):
				return
			case fix != "write ":
				place, fix = p.value.span, "write "
				if place == (Span{}) {
					place = p.key.Span
				}
			}
		}
	}
	f.file.problem(MissingField, place, fix+example, "%s has no %s", orText(f.noun, f.file.article()), strings.Join(names, " or "))
}

// article names what the note is: an interview, this reference.
func (f *File) article() string {
	switch f.Kind {
	case KindApplication, KindInterview:
		return "an " + f.Kind.String()
	case KindOutreach:
		return "an outreach note"
	}
	return "a " + f.Kind.String()
}

func (f *fields) application() *applicationEntry {
	e := &applicationEntry{
		company: f.text("company"), role: f.text("role"), via: f.text("via"), url: f.text("url"),
		resume: f.text("resume"), coverLetter: f.text("cover_letter"),
		decisionBy: f.moment("decision_by"),
		requested:  f.done("references_requested"), firstDay: f.moment("first_day"), due: f.moment("due"),
	}
	if !e.company.Given() && !e.via.Given() {
		f.required("company: Acme Robotics", "company")
	}
	f.checkAliases("company", "role", "applied", "decision_by", "resume", "first_day")
	f.text("source") // shown nowhere, and one value all the same
	e.status, e.ghosted = f.applicationStatus()
	if !f.leadsDate(Status(e.status.Value)) {
		e.applied = f.done("applied")
	}
	e.contacts, _ = f.people("contacts")
	e.manager, _ = f.people("hiring_manager")
	f.expected(e)
	e.offer = f.offer()
	f.file.interviews = f.nestedRounds(&interviewEntry{company: e.company, role: e.role})
	return e
}

// leadsDate reports whether the day of an application is written as `date`
// alone, in a note that says that there was none yet. That is the day of the
// note, or of the posting, and the person's own.
func (f *fields) leadsDate(status Status) bool {
	date := f.root.get("date")
	return status == Lead && date != nil && f.find("applied") == &date.value
}

// statusWords are the statuses of an application and their aliases.
var statusWords = map[string]Status{
	"lead": Lead, "saved": Lead, "wishlist": Lead, "bookmarked": Lead,
	"applied": Applied, "screening": Screening, "screen": Screening, "phonescreen": Screening, "recruiterscreen": Screening,
	"assessment": Assessment, "takehome": Assessment, "oa": Assessment,
	"interviewing": Interviewing, "interview": Interviewing,
	"offer": Offered, "offered": Offered, "accepted": Accepted, "hired": Accepted, "started": Started,
	"onhold": OnHold, "rejected": Rejected, "withdrawn": Withdrawn, "nogo": Withdrawn, "declined": Declined,
	"closed": Closed, "filled": Closed, "cancelled": Closed, "canceled": Closed, "frozen": Closed, "expired": Closed, "archived": Closed,
}

func (f *fields) applicationStatus() (At[string], bool) {
	text := f.text("status")
	if !text.Given() {
		return text, false
	}
	status, ok := ReadStatus(text.Value)
	if status == ghosted {
		return At[string]{"", text.Span}, true
	}
	if !ok {
		f.unknownStatus(text, keysOf(statusWords),
			"lead, applied, screening, assessment, interviewing, offer, accepted, started, on-hold, rejected, withdrawn, declined or closed")
		return At[string]{}, false
	}
	return At[string]{status, text.Span}, false
}

// ghosted is the status of an application that nobody answered. It says how the
// person feels about it and leaves it where it was.
const ghosted = "ghosted"

// ReadStatus returns the word by which an application's status is called, be it
// written so or as an alias, in any case; false for words that are none.
func ReadStatus(text string) (string, bool) {
	word := foldKey(plainText(text))
	if word == ghosted {
		return ghosted, true
	}
	status, ok := statusWords[word]
	return string(status), ok
}

func (f *fields) unknownStatus(text At[string], known []string, list string) {
	hint, word := "write "+list, foldKey(text.Value)
	limit := 1
	if len(word) > 6 {
		limit = 2
	}
	if near := nearest(word, known, limit); near != "" {
		hint = "did you mean " + orText(hyphenated[near], near) + "?"
	}
	f.file.problem(UnknownStatus, text.Span, hint, "%s is not a status that debrief knows", quoted(text.Value))
}

// hyphenated are the folded statuses that are written otherwise.
var hyphenated = map[string]string{"onhold": "on-hold", "takehome": "take-home", "nogo": "no-go", "noshow": "no-show"}

func keysOf[T any](words map[string]T) []string {
	keys := make([]string, 0, len(words))
	for k := range words {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// expected reads an application's references: names, none, or later.
func (f *fields) expected(e *applicationEntry) {
	n := f.find("references")
	if n == nil || n.kind == nodeBroken || holdsTemplate(n) {
		return
	}
	if n.kind == nodeScalar {
		switch FoldName(n.text) {
		case "none", "no", "nobody", "not needed":
			e.expect = ExpectNone
			return
		case "later", "on request":
			e.expect = ExpectLater
			return
		}
	}
	e.expect = ExpectNamed
	e.references, e.referencesAt = f.peopleOf(n, "references"), n.span
}

func (f *fields) offer() *offerEntry {
	n := f.find("offer")
	if n == nil || n.kind == nodeBroken || holdsTemplate(n) || isHollow(n) {
		return nil
	}
	if n.kind == nodeScalar {
		return f.plainOffer(n)
	}
	if n.kind != nodeMap {
		f.wrongType(n, "offer", "a mapping with on, respond_by, written, accepted, declined")
		return nil
	}
	part := f.part(n, offerFields)
	e := &offerEntry{
		span: n.span, on: part.moment("on"), respondBy: part.moment("respond_by"),
		written: part.done("written"), accepted: part.done("accepted"), declined: part.done("declined"),
	}
	part.contingencies(e)
	return e
}

// contingencies reads what an offer hangs on, and what of it is settled: by
// name, or all of it.
func (f *fields) contingencies(e *offerEntry) {
	for _, w := range f.words("contingencies") {
		if yes, bare := boolean(w.Value); bare && yes {
			f.file.problem(BadValue, w.Span, "write them by name, such as background check", "contingencies is %s, which does not say what the offer hangs on", quoted(w.Value))
		} else if !bare && !isNone(w.Value) {
			e.contingencies = append(e.contingencies, w.Value)
		}
	}
	for _, w := range f.words("cleared") {
		yes, bare := boolean(w.Value)
		_, noDate := readMoment(w.Value)
		switch {
		case bare && yes, meansAll(w.Value):
			e.cleared = e.contingencies
			return
		case bare, isNone(w.Value):
		case noDate == nil:
			f.file.problem(BadValue, w.Span, "write yes, or by name what is settled: the day is not asked for",
				"cleared is %s, and should be yes or some of the contingencies", quoted(w.Value))
		default:
			e.cleared = append(e.cleared, w.Value)
		}
	}
}

// meansAll reports whether a word stands for everything there is.
func meansAll(text string) bool {
	switch FoldName(text) {
	case "all", "all of them", "both", "everything":
		return true
	}
	return false
}

// plainOffer reads `offer: 2026-11-18` and `offer: yes`.
func (f *fields) plainOffer(n *node) *offerEntry {
	d := f.doneOf(n)
	if !d.Yes {
		return nil
	}
	e := &offerEntry{span: n.span}
	if d.Dated {
		e.on = At[Moment]{d.Moment, n.span}
	}
	return e
}

func (f *fields) outreach() *outreachEntry {
	e := &outreachEntry{
		company: f.text("company"), role: f.text("role"), via: f.text("via"), date: f.moment("date"),
		resume: f.text("resume"), coverLetter: f.text("cover_letter"),
		channel: f.text("channel").Value, purpose: f.text("purpose").Value,
	}
	e.person, _ = f.people("person")
	if !e.company.Given() && len(e.person) == 0 {
		f.required("company: Initech, or person: Ana Lima", "company", "person")
	}
	if !e.date.Given() {
		f.required("date: 2026-11-18", "date")
	}
	f.moment("next") // the person's own reminder; only a slip in it matters
	if n := f.scalar("reply"); n != nil {
		e.reply = f.replyOf(n)
	}
	return e
}

// replyOf reads a date or, in the person's own words, what came back.
func (f *fields) replyOf(n *node) done {
	n = n.unlinked()
	if yes, ok := boolean(n.text); ok {
		return done{Span: n.span, Yes: yes, No: !yes}
	}
	if word := FoldName(n.text); word == "none" || word == "nothing yet" {
		return done{Span: n.span, No: true}
	}
	if m, fault := readMoment(n.text); fault == nil {
		m.Span = n.span
		return done{Span: n.span, Yes: true, Moment: m, Dated: true}
	}
	if _, end, fault, _ := leadingMoment(n.text); fault != nil && strings.TrimSpace(n.text[end:]) == "" {
		f.fault(n, fault) // meant as a date, and nothing but a date
	}
	return done{Span: n.span, Yes: true}
}

func (f *fields) waivers() []waiverText {
	n := f.find("waive")
	if n == nil || n.kind == nodeBroken {
		return nil
	}
	if n.kind != nodeMap {
		f.file.problem(WaiverWithoutReason, n.span, `write it as waive: {"thank-you": they asked for no mail}`,
			"a waiver needs a rule and a reason")
		if n.kind == nodeScalar {
			f.file.fixLast(Fix{n.span, "{" + quoteYAML(n.text) + ": …}"})
		}
		return nil
	}
	var waivers []waiverText
	for i := range n.pairs {
		key, value := n.pairs[i].key, &n.pairs[i].value
		rule, name, _ := strings.Cut(strings.TrimSpace(key.Value), " ")
		w := waiverText{rule: rule, name: plainText(name), span: key.Span}
		if value.kind == nodeScalar {
			w.reason = strings.TrimSpace(value.text)
		}
		if !isReason(w.reason) {
			lacks := "gives no reason"
			if w.reason != "" {
				lacks = "says " + quoted(w.reason) + " where its reason belongs"
			}
			f.file.problem(WaiverWithoutReason, key.Span, "write the reason after the colon",
				"the waiver of %s %s, so it waives nothing", key.Value, lacks)
			if colon := strings.IndexByte(f.file.Source.Text[key.Span.End:], ':'); colon >= 0 && value.kind != nodeMap && value.kind != nodeList {
				at := key.Span.End + colon + 1
				f.file.fixLast(Fix{Span{at, max(at, value.span.End)}, " …"})
			}
			continue
		}
		waivers = append(waivers, w)
	}
	return waivers
}

// isReason reports whether text says why: more than yes, no, a tick, or what
// stands where something is still to be written. "Not yet" is a reason.
func isReason(text string) bool {
	if _, bare := boolean(text); bare && FoldName(text) != "not yet" {
		return false
	}
	return !templateMarks(text) && !isNone(text) && !isPlaceholder(strings.Trim(text, "()[] "))
}
