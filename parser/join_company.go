package parser

import (
	"strings"
)

// A company is one employer or agency, however it is spelt.
type company struct {
	name      string // as written first
	positions []*Position
	via       []*Position // positions this agency stands between
	people    []*Person
	rounds    []*Interview // once joinInterviews has them
	declared  bool         // an application names it
	mentions  int
	firstSeen Place
}

// companies knows every company by its folded names.
type companies struct {
	list  []*company
	made  slab[company]
	texts map[string]*companyName
	names slab[companyName]
	byKey map[string]*company
	forms map[string]int // by name without legal form: how many companies have one
}

// A companyName is a name as it is written somewhere.
type companyName struct {
	keys    []string
	company *company // once the name was declared
	counted bool     // among the legal forms, see countForms
}

// undisclosed reports whether the name says that the company is not known.
func (n *companyName) undisclosed() bool { return saysUndisclosed(n.keys[0]) }

// newCompanies has room for about so many.
func newCompanies(about int) *companies {
	return &companies{texts: make(map[string]*companyName, about), byKey: make(map[string]*company, about)}
}

// spelling returns the keys of a name: a journal writes few names often.
func (c *companies) spelling(name string) *companyName {
	known := c.texts[name]
	if known == nil {
		known = c.names.next()
		known.keys = nameKeys(name)
		c.texts[name] = known
	}
	return known
}

// declare returns the company of that name, new or known.
func (c *companies) declare(name string, place Place) *company {
	return c.declareSpelt(c.spelling(name), Text{name, place})
}

func (c *companies) declareSpelt(name *companyName, written Text) *company {
	if known := c.findSpelt(name); known != nil {
		name.company = known
		known.mentions++
		return known
	}
	fresh := c.made.next()
	fresh.name, fresh.mentions, fresh.firstSeen = written.Value, 1, written.Place
	c.list = append(c.list, fresh)
	name.company = fresh
	for _, key := range name.keys {
		if c.byKey[key] == nil {
			c.byKey[key] = fresh
		}
	}
	return fresh
}

// find returns the company of that name, nil when it is not known.
func (c *companies) find(name string) *company { return c.findSpelt(c.spelling(name)) }

func (c *companies) findSpelt(name *companyName) *company {
	if name.company != nil {
		return name.company
	}
	for _, key := range name.keys {
		if known := c.byKey[key]; known != nil {
			return known
		}
	}
	if c.forms == nil {
		return nil
	}
	for _, key := range name.keys {
		short := withoutForm(key)
		if known := c.byKey[short]; known != nil && c.forms[short] == 1 {
			return known
		}
	}
	return nil
}

// A writtenCompany is a company's name and where it is written.
type writtenCompany struct {
	*companyName
	Text
}

// unite declares every name of a journal at once, so that Acme and Acme GmbH
// are one company as long as there is no Acme Ltd beside them.
func (c *companies) unite(names []writtenCompany) {
	c.countForms(names)
	for _, name := range names {
		known := c.declareSpelt(name.companyName, name.Text)
		for _, key := range name.keys {
			if short := withoutForm(key); c.forms[short] == 1 && c.byKey[short] == nil {
				c.byKey[short] = known
			}
		}
	}
}

// countForms counts the legal forms that stand behind each name.
func (c *companies) countForms(names []writtenCompany) {
	longForms := map[string][]string{}
	c.forms = make(map[string]int, len(c.texts))
	for _, name := range names {
		if name.counted {
			continue
		}
		name.counted = true
		for _, key := range name.keys {
			short := withoutForm(key)
			c.forms[short] = max(1, c.forms[short])
			if short != key {
				longForms[short] = withForm(longForms[short], key)
				c.forms[short] = max(1, len(longForms[short]))
			}
		}
	}
}

// withForm adds a name to those that differ in their legal forms. One that goes
// on where another ends is the same: Acme Co., Ltd. is Acme Co.
func withForm(names []string, name string) []string {
	for i, known := range names {
		switch {
		case known == name, strings.HasPrefix(known, name+" "):
			return names
		case strings.HasPrefix(name, known+" "):
			names[i] = name
			return names
		}
	}
	return append(names, name)
}

// undisclosedName reports whether a company's field says that it is not
// known.
func undisclosedName(name string) bool { return saysUndisclosed(FoldName(name)) }

func saysUndisclosed(folded string) bool {
	switch strings.Trim(folded, "()") {
	case "undisclosed", "confidential", "?", "??", "???":
		return true
	}
	return false
}

// declareCompanies finds every company that entries or log lines name.
func (b *joiner) declareCompanies() {
	names := make([]writtenCompany, 0, len(b.notes))
	for _, f := range b.notes {
		names = b.appendCompanies(names, f)
	}
	b.companies.unite(names)
	for _, f := range b.notes {
		if f.application == nil {
			continue
		}
		if c := b.companyIn(f, f.application.company.Value); c != nil {
			c.declared = true
		}
	}
}

// appendCompanies appends the companies that one note names.
func (b *joiner) appendCompanies(names []writtenCompany, f *note) []writtenCompany {
	see := func(name At[string]) {
		if name.Value == "" {
			return
		}
		spelt := b.companies.spelling(name.Value)
		if f.employer.companyName == nil {
			f.employer = namedCompany{name.Value, spelt}
		}
		if !spelt.undisclosed() {
			names = append(names, writtenCompany{spelt, Text{name.Value, Place{f.Source, name.Span}}})
		}
	}
	switch {
	case f.application != nil:
		see(f.application.company)
		see(f.application.via)
	case f.outreach != nil:
		see(f.outreach.company)
		see(f.outreach.via)
	default:
		for i, e := range f.interviews {
			if i == 0 || e.company != f.interviews[i-1].company {
				see(e.company)
			}
		}
	}
	for _, i := range f.naming {
		line := &f.lines[i]
		if line.fault != nil || !b.counts(f, line) {
			continue
		}
		who := line.who
		if line.what == AppliedTo && len(severalCompanies(who)) > 1 {
			continue
		}
		if cut, bracket := line.cutBracket(plainWords); !capitalised(plainText(who.Value)) || rolesName(bracket.Value) {
			who = cut
		}
		if name := plainText(who.Value); name != "" && capitalised(name) {
			see(At[string]{name, who.Span})
		}
	}
	return names
}

// A namedCompany is the company that a note names first, as written there: it
// is the one that most of the note is about.
type namedCompany struct {
	text string
	*companyName
}

// companyIn returns the company of that name, nil when it is not known.
func (b *joiner) companyIn(f *note, name string) *company {
	if f.employer.companyName != nil && f.employer.text == name {
		return b.companies.findSpelt(f.employer.companyName)
	}
	return b.companies.find(name)
}

// counts reports whether a line of that form stands where statements count
// and says that something was done.
func (b *joiner) counts(f *note, line *logLine) bool {
	if line.bare || line.box == openBox || line.imperative && line.box != tickedBox {
		return false
	}
	return b.inLog(f, line)
}

// inLog reports whether a line stands where statements count.
func (b *joiner) inLog(f *note, line *logLine) bool {
	if f.Kind == KindLog {
		return true
	}
	if len(b.own) == 0 {
		return line.inLog
	}
	return kindIn(f.sections, line.section, b.own) == logSection
}
