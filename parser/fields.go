package parser

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// fields reads the mapping of one entry, or of one part of it, and collects
// what is wrong there.
type fields struct {
	file *File
	root *node
	// names maps each field to its folded keys, the field's own name first.
	names fieldNames
	// place is where a missing field is reported.
	place Span
	// noun says what lacks the field, with its article; "" is the entry.
	noun string
}

// fieldNames are the fields of a kind of mapping.
type fieldNames struct {
	keys  map[string][]string // by field: its folded keys, its own first, then the aliases
	field map[string]string   // by folded key: the field
	spelt map[string]string   // by folded key: the key as the manual writes it
}

// named builds fieldNames from lines of a field and its aliases.
func named(fields ...string) fieldNames {
	names := fieldNames{map[string][]string{}, map[string]string{}, map[string]string{}}
	for _, line := range fields {
		words := strings.Fields(line)
		for _, word := range words {
			key := foldKey(word)
			names.keys[words[0]] = append(names.keys[words[0]], key)
			names.field[key], names.spelt[key] = words[0], word
		}
	}
	return names
}

// problem records a problem of the note.
func (f *File) problem(id ProblemID, span Span, hint, format string, args ...any) {
	f.Problems = append(f.Problems, Problem{
		ID: id, Place: Place{f.Source, span}, Hint: hint, Message: fmt.Sprintf(format, args...),
	})
}

// find returns the value of a field, under its own name or an alias, nil when
// it is absent or blank.
func (f *fields) find(name string) *node {
	for _, key := range f.names.keys[name] {
		if p := f.root.get(key); p != nil && !isBlank(&p.value) {
			return &p.value
		}
	}
	return nil
}

// unwritten reports whether a field is not there at all, not even blank.
func (f *fields) unwritten(name string) bool {
	return !slices.ContainsFunc(f.names.keys[name], func(key string) bool { return f.root.get(key) != nil })
}

// scalar returns a field's single value, nil when there is none. A list of
// one value is that value.
func (f *fields) scalar(name string) *node {
	n := f.find(name)
	if n == nil || n.kind == nodeBroken {
		return nil
	}
	if n.kind == nodeList && len(n.items) == 1 {
		n = &n.items[0]
	}
	if n.kind != nodeScalar {
		f.wrongType(n, name, "one value")
		return nil
	}
	if holdsTemplate(n) {
		return nil
	}
	return n
}

func (f *fields) wrongType(n *node, name, want string) {
	what := map[nodeKind]string{nodeScalar: "a single value", nodeList: "a list", nodeMap: "a mapping", nodeNull: "empty", nodeBroken: "unreadable"}[n.kind]
	hint := "write " + name + " as " + want
	if example := examples()[name]; example != "" {
		hint = "write " + name + ": " + example
	}
	f.file.problem(WrongType, n.span, hint, "%s is %s here, and should be %s", name, what, want)
}

// examples shows what to write in fields that take one value; only who has to
// be told asks for it.
var examples = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"company": "Acme Robotics", "role": "Data Engineer", "name": "Jane Doe", "resume": "resume.pdf",
		"date": "2026-11-18", "applied": "2026-11-18", "decision_by": "2026-11-18", "due": "2026-11-18", "started": "2026-11-18",
		"first_day": "2026-11-18", "on": "2026-11-18", "respond_by": "2026-11-18", "sent": "2026-11-18", "from": "2026-12-21", "to": "2027-01-03",
		"time": "14:00", "ends": "15:00", "duration": "90m", "timezone": "Europe/Berlin", "confidence": "4", "research": "4",
		"goals": "{applications_per_week: 2}", "offer": "{on: 2026-11-18, respond_by: 2026-11-25}", "sections": `{"Was gut lief": worked}`,
		"rules": "{search-single: off}", "paused": "{from: 2026-12-21, to: 2027-01-03}", "holidays": "[2026-12-25]", "working_days": "[Mon, Tue, Wed]",
		"interviews": "[{date: 2026-11-18, with: Dana Reyes}]", "interviewers": "[Dana Reyes, Li Wei]",
		"thanked": "{Dana Reyes: 2026-11-18}", "told": "{Acme Robotics: 2026-11-18}",
		"permission": "yes", "active": "yes", "written": "yes", "date_order": "dmy", "quiet": "22:00-08:00",
	}
})

// text returns a field's text, wikilinks read as what they show.
func (f *fields) text(name string) At[string] {
	n := f.scalar(name)
	if n == nil {
		return At[string]{}
	}
	return n.plain()
}

// plain returns a scalar's text with its place, wikilinks read as what they
// show.
func (n *node) plain() At[string] {
	return At[string]{strings.TrimSpace(unlink(n.text)), n.span}
}

// words returns the values of a list, or of text that stands for one.
func (f *fields) words(name string) []At[string] {
	n := f.find(name)
	if n == nil {
		return nil
	}
	switch n.kind {
	case nodeScalar:
		return splitList(n.plain(), anySeparator, nil)
	case nodeList:
		var words []At[string]
		for i := range n.items {
			switch it := &n.items[i]; {
			case it.kind == nodeScalar && !isBlank(it):
				words = append(words, it.plain())
			case !isBlank(it):
				f.wrongType(it, name, "a list of names")
			}
		}
		return words
	case nodeMap:
		f.wrongType(n, name, "a list")
	}
	return nil
}

// moment returns a field's date.
func (f *fields) moment(name string) At[Moment] {
	n := f.scalar(name)
	if n == nil {
		return At[Moment]{}
	}
	return f.momentOf(n)
}

// unlinked is a scalar with its wikilinks read as what they show: a date may
// link to that day's note.
func (n *node) unlinked() *node {
	if !strings.Contains(n.text, "[[") {
		return n
	}
	return &node{kind: n.kind, text: unlink(n.text), span: n.span}
}

func (f *fields) momentOf(n *node) At[Moment] {
	n = n.unlinked()
	m, fault := readMoment(n.text)
	if fault != nil {
		f.fault(n, fault)
		return At[Moment]{}
	}
	m.Span = n.span
	return At[Moment]{m, n.span}
}

// fault reports what is wrong with a scalar. Where the text is not the very
// bytes of the note the whole value is the place.
func (f *fields) fault(n *node, fault *fault) {
	if n.raw {
		f.file.Problems = append(f.file.Problems, fault.problem(f.file.Source, n.span.Start))
		return
	}
	f.file.problem(fault.id, n.span, fault.hint, "%s", fault.message)
}

// A done says that something was done: at a moment, or at some time.
type done struct {
	Span   Span
	Yes    bool // at some time, or at Moment
	No     bool // said not to be done
	Moment Moment
	Dated  bool
}

// done reads yes, no or a date.
func (f *fields) done(name string) done {
	n := f.scalar(name)
	if n == nil {
		return done{}
	}
	return f.doneOf(n)
}

func (f *fields) doneOf(n *node) done {
	n = n.unlinked()
	if yes, ok := boolean(n.text); ok {
		return done{Span: n.span, Yes: yes, No: !yes}
	}
	m, fault := readMoment(n.text)
	if fault != nil {
		if fault.id == BadDate && !strings.ContainsAny(n.text, "0123456789") {
			fault.hint = "write yes, no, or the date as YYYY-MM-DD"
		}
		f.fault(n, fault)
		return done{}
	}
	m.Span = n.span
	return done{Span: n.span, Yes: true, Moment: m, Dated: true}
}

// boolean reads yes and no as people write them.
func boolean(text string) (value, ok bool) {
	switch strings.ToLower(strings.TrimSpace(text)) {
	case "yes", "true", "y", "x", "✓", "✔", "✅", "done":
		return true, true
	case "no", "false", "n", "not yet":
		return false, true
	}
	return false, false
}

// flag reads a field that is yes or no.
func (f *fields) flag(name string) At[bool] {
	n := f.scalar(name)
	if n == nil {
		return At[bool]{}
	}
	value, ok := boolean(n.text)
	if !ok {
		f.file.problem(BadValue, n.span, "write yes or no", "%s is %s, and should be yes or no", name, quoted(n.text))
		return At[bool]{}
	}
	return At[bool]{value, n.span}
}

// number reads a field that is a whole number in a range; 4/5 is 4.
func (f *fields) number(name string, low, high int) int {
	n := f.scalar(name)
	if n == nil {
		return 0
	}
	digits := strings.TrimSpace(unlink(n.text))
	for _, of := range []string{"/", " of ", " out of "} {
		if before, total, ok := strings.Cut(digits, of); ok && strings.TrimSpace(total) == strconv.Itoa(high) {
			digits = strings.TrimSpace(before)
		}
	}
	value, err := strconv.Atoi(digits)
	if err != nil || value < low || value > high {
		f.file.problem(BadValue, n.span, fmt.Sprintf("write a number from %d to %d", low, high),
			"%s is %s, and should be a whole number from %d to %d", name, quoted(n.text), low, high)
		return 0
	}
	return value
}

// findAll returns every value of a field that may be said in parts, under its
// own name and its aliases: `with` and `panel` are both who was there.
func (f *fields) findAll(name string) iter.Seq[*node] {
	return func(yield func(*node) bool) {
		for _, key := range f.names.keys[name] {
			p := f.root.get(key)
			if p == nil || isBlank(&p.value) || p.value.kind == nodeBroken || holdsTemplate(&p.value) {
				continue
			}
			if !yield(&p.value) {
				return
			}
		}
	}
}

// checkAliases reports a field that is written under two of its names with two
// values. Names that notes use for other things as well (title, date) may
// stand beside the field.
func (f *fields) checkAliases(names ...string) {
	for _, name := range names {
		first := f.find(name)
		for _, key := range f.names.keys[name] {
			p := f.root.get(key)
			if first == nil || p == nil || generalKey(name, key) || &p.value == first || isBlank(&p.value) || holdsTemplate(&p.value) || SameName(p.value.text, first.text) {
				continue
			}
			f.file.problem(DuplicateKey, p.key.Span, "keep one of the two",
				"%s says %s a second time; the first counts", quoted(p.key.Value), name)
		}
	}
}

// generalKey reports whether a name of a field is one that notes use for other
// things as well: their own title, and the day they were made.
func generalKey(name, key string) bool {
	return key == "title" || key == "position" || key == "date" && name != "date"
}

// people reads one person or several. The second result is where they stand,
// the zero Span when the field is absent.
func (f *fields) people(name string) ([]personText, Span) {
	var people []personText
	var span Span
	for n := range f.findAll(name) {
		people = joined(people, f.peopleOf(n, name))
		if span == (Span{}) {
			span = n.span
		}
	}
	return people, span
}

// joined is what two slices hold, which nobody else has; mostly one is all.
func joined[T any](a, b []T) []T {
	if len(a) == 0 {
		return b
	}
	return append(a, b...)
}

func (f *fields) peopleOf(n *node, name string) []personText {
	switch n.kind {
	case nodeScalar:
		return peopleInText(n.plain(), anySeparator)
	case nodeList:
		people := make([]personText, 0, len(n.items))
		for i := range n.items {
			switch it := &n.items[i]; it.kind {
			case nodeScalar:
				if !isBlank(it) && !holdsTemplate(it) {
					people = append(people, f.listedPeople(it)...)
				}
			case nodeMap:
				people = append(people, f.personOf(it, name)...)
			case nodeList:
				people = append(people, f.peopleOf(it, name)...)
			}
		}
		if len(people) == 0 {
			return nil
		}
		return people
	case nodeMap:
		return f.personOf(n, name)
	}
	return nil
}

// peopleInText reads text as one person, or as none.
func peopleInText(text At[string], separators string) []personText {
	if p, somebody := personInText(text, separators); somebody {
		return []personText{p}
	}
	return nil
}

// personInText reads text as one person, or leaves it to be split once all
// names of the journal are known. It is false where nobody is meant.
func personInText(text At[string], separators string) (personText, bool) {
	var cuts [8]cutPoint
	if len(appendCutPoints(cuts[:0], text.Value, separators)) > 2 {
		return personText{Name: text, splittable: separators}, true
	}
	p := readPerson(text)
	return p, !p.nobody()
}

var personFields = named("name", "email mail", "title role", "manager hiring_manager")

// personOf reads {name, email, title, manager}, or a mapping from names to
// titles.
func (f *fields) personOf(n *node, name string) []personText {
	part := f.part(n, personFields)
	who := part.text("name")
	if who.Given() {
		p := readPerson(who)
		p.Email = orText(p.Email, part.text("email").Value)
		p.Title = orText(p.Title, part.text("title").Value)
		p.Manager = p.Manager || part.flag("manager").Value || strings.Contains(strings.ToLower(p.Title), "hiring manager")
		return []personText{p}
	}
	var people []personText
	if n.get("name") != nil {
		if email := part.text("email"); email.Given() {
			people = append(people, personText{Name: email, Email: email.Value})
		}
		return people
	}
	for i := range n.pairs {
		pr := &n.pairs[i]
		if slices.Contains([]string{"email", "mail", "title", "manager"}, foldKey(pr.key.Value)) || pr.value.kind == nodeMap || pr.value.kind == nodeList {
			f.wrongType(n, name, "a person: a name, or a mapping with name")
			return people
		}
		if p, ok := labelled(pr.key, &pr.value); ok {
			people = append(people, p)
			continue
		}
		p := readPerson(pr.key)
		p.Title = orText(p.Title, pr.value.text)
		p.Manager = p.Manager || strings.Contains(strings.ToLower(p.Title), "hiring manager")
		people = append(people, p)
	}
	return people
}

func orText(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// part reads a mapping inside the entry.
func (f *fields) part(n *node, names fieldNames) *fields {
	part := &fields{file: f.file, root: n, names: names, place: n.span}
	part.checkSpelling()
	return part
}

// parts reads a list of mappings; a single mapping is a list of one.
func (f *fields) parts(name string, names fieldNames) []*fields {
	n := f.find(name)
	if n == nil {
		return nil
	}
	nodes := []node{*n}
	if n.kind == nodeList {
		nodes = n.items
	}
	var parts []*fields
	for i := range nodes {
		switch it := &nodes[i]; {
		case isHollow(it):
		case it.kind == nodeMap:
			parts = append(parts, f.part(it, names))
		case it.kind != nodeBroken:
			f.wrongType(it, name, "a mapping")
		}
	}
	return parts
}

// checkSpelling warns of keys that are one slip away from a field that the
// mapping does not have.
func (f *fields) checkSpelling() {
	for i := range f.root.pairs {
		key := f.root.pairs[i].key
		if field := f.names.misspelt(key.Value, f.root); field != "" {
			f.file.Problems = append(f.file.Problems, Problem{
				ID: MisspeltKey, Place: Place{f.file.Source, key.Span},
				Message: fmt.Sprintf("%s is not a field that debrief knows", key.Value),
				Hint:    fmt.Sprintf("did you mean %s?", field),
				Fixes:   []Fix{{key.Span, field}},
			})
		}
	}
}

// misspelt returns the field that a key of the person's own is one slip away
// from, "" for the keys of fields and for words too short to tell.
func (names fieldNames) misspelt(key string, root *node) string {
	folded := foldKey(key)
	if len(folded) < 6 || names.field[folded] != "" {
		return ""
	}
	return names.closest(folded, root)
}

// closest returns the field's key that is one edit away and whose field is
// absent, the first in alphabetical order.
func (names fieldNames) closest(folded string, root *node) string {
	best := ""
	for _, keys := range names.keys {
		if slices.ContainsFunc(keys, func(k string) bool { return root.get(k) != nil }) {
			continue
		}
		for _, key := range keys {
			if spelt := names.spelt[key]; editDistance(folded, key, 1) == 1 && (best == "" || spelt < best) {
				best = spelt
			}
		}
	}
	return best
}
