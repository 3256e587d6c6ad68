package parser

import (
	"slices"
	"strings"
)

// A company is one employer or agency, however it is spelt.
type company struct {
	name      string // as written first
	positions []*Position
	via       []*Position // positions this agency stands between
	people    []*Person
	declared  bool // an application names it
	mentions  int
	firstSeen Place
}

// companies knows every company by its folded names.
type companies struct {
	list   []*company
	keys   keyring
	byText map[string]*company // as written: most names repeat
	byKey  map[string]*company
	forms  map[string]int // by name without legal form: how many companies have one
}

func newCompanies() *companies {
	return &companies{keys: newKeyring(nameKeys), byText: map[string]*company{}, byKey: map[string]*company{}}
}

// declare returns the company of that name, new or known.
func (c *companies) declare(name string, place Place) *company {
	if known := c.find(name); known != nil {
		c.byText[name] = known
		known.mentions++
		return known
	}
	fresh := &company{name: name, mentions: 1, firstSeen: place}
	c.list = append(c.list, fresh)
	c.byText[name] = fresh
	for _, key := range c.keys.of(name) {
		if c.byKey[key] == nil {
			c.byKey[key] = fresh
		}
	}
	return fresh
}

// find returns the company of that name, nil when it is not known.
func (c *companies) find(name string) *company {
	if known := c.byText[name]; known != nil {
		return known
	}
	for _, key := range c.keys.of(name) {
		if known := c.byKey[key]; known != nil {
			return known
		}
	}
	if c.forms == nil {
		return nil
	}
	for _, key := range c.keys.of(name) {
		if short := withoutForm(key); c.forms[short] == 1 {
			return c.byKey[short]
		}
	}
	return nil
}

// unite declares every name of a journal at once, so that Acme and Acme GmbH
// are one company as long as there is no Acme Ltd beside them.
func (c *companies) unite(names []Text) {
	longForms := map[string][]string{}
	for _, n := range names {
		for _, key := range c.keys.of(n.Value) {
			short := withoutForm(key)
			if short != key && !slices.Contains(longForms[short], key) {
				longForms[short] = append(longForms[short], key)
			}
		}
	}
	c.forms = map[string]int{}
	for _, n := range names {
		for _, key := range c.keys.of(n.Value) {
			short := withoutForm(key)
			c.forms[short] = max(1, len(longForms[short]))
		}
	}
	for _, n := range names {
		known := c.declare(n.Value, n.Place)
		for _, key := range c.keys.of(n.Value) {
			if short := withoutForm(key); c.forms[short] == 1 && c.byKey[short] == nil {
				c.byKey[short] = known
			}
		}
	}
}

// undisclosedName reports whether a company's field says that it is not
// known.
func undisclosedName(name string) bool {
	switch strings.Trim(FoldName(name), "()") {
	case "undisclosed", "confidential", "?", "??", "???":
		return true
	}
	return false
}

// declareCompanies finds every company that entries or log lines name.
func (b *joiner) declareCompanies() {
	var names []Text
	for _, f := range b.files {
		for _, name := range b.companyNames(f) {
			if name.Value != "" && !undisclosedName(name.Value) {
				names = append(names, Text{name.Value, Place{f.Source, name.Span}})
			}
		}
	}
	b.companies.unite(names)
	for _, f := range b.files {
		if f.application == nil {
			continue
		}
		if c := b.companies.find(f.application.company.Value); c != nil {
			c.declared = true
		}
	}
}

// companyNames lists the companies that one note names.
func (b *joiner) companyNames(f *File) []At[string] {
	var names []At[string]
	switch {
	case f.application != nil:
		names = append(names, f.application.company, f.application.via)
	case f.outreach != nil:
		names = append(names, f.outreach.company, f.outreach.via)
	default:
		for i, e := range f.interviews {
			if i == 0 || e.company != f.interviews[i-1].company {
				names = append(names, e.company)
			}
		}
	}
	for i := range f.lines {
		line := &f.lines[i]
		if line.what != AppliedTo && line.what != InterviewedAt || line.fault != nil || !b.counts(f, line) {
			continue
		}
		if name := plainText(line.who.Value); name != "" && capitalised(name) {
			names = append(names, At[string]{name, line.who.Span})
		}
	}
	return names
}

// counts reports whether a line of that form stands where statements count
// and says that something was done.
func (b *joiner) counts(f *File, line *logLine) bool {
	if line.bare || line.box == openBox || line.imperative && line.box != tickedBox {
		return false
	}
	if f.Kind == KindLog {
		return true
	}
	return kindIn(f.sections, line.section, b.own) == logSection
}
