package report

import (
	"cmp"
	"slices"
	"time"

	"debrief/parser"
)

// Filter narrows a report's items; the zero Filter keeps all. Counts and
// next_change follow the items kept, the opening and the meetings the company
// and the person, the positions the company; a filter for rules, urgency or an instant keeps no meeting.
type Filter struct {
	Rules   []string // ids; none keeps every rule
	Company string   // matched as names are: case, accents and Inc aside
	Person  string   // a whole name, matched as names are
	Urgency Urgency  // "" all; items of exactly this urgency
	// Since keeps the items whose urgency began at that instant or later: what
	// has become due or overdue. Advice is kept only where Urgency asks for it: a
	// duty that fades into it is nothing new. An item that has no known beginning
	// is left out. Zero keeps all.
	Since time.Time
}

// Filter returns a copy of the report with the items that match.
func (r *Report) Filter(f Filter) *Report {
	narrow := *r
	narrow.Items = nil
	for _, item := range r.Items {
		if f.about(item.Rule, item.Company, item.Person) && f.pressing(item.Urgency) && f.fresh(item.Urgency, item.ChangedAt) {
			narrow.Items = append(narrow.Items, item)
		}
	}
	narrow.Meetings = f.meetings(r.Meetings)
	if f.Company != "" {
		elsewhere := func(p Position) bool { return !parser.SameCompany(f.Company, p.Company) }
		narrow.Positions = slices.DeleteFunc(slices.Clone(r.Positions), elsewhere)
	}
	narrow.Counts.Resting = resting(narrow.Positions)
	narrow.settle(f)
	if f.Company != "" || f.Person != "" {
		narrow.deeds, narrow.sorrows = f.deeds(r.deeds), f.sorrows(r.sorrows)
		narrow.open()
	}
	return &narrow
}

// deeds returns those that were done for the filter's company and person, and
// names nobody else.
func (f Filter) deeds(all []deed) []deed {
	var kept []deed
	for _, d := range all {
		if f.Company != "" && (d.company == "" || !parser.SameCompany(f.Company, d.company)) {
			continue
		}
		if f.Person != "" {
			i := slices.IndexFunc(d.people, func(name string) bool { return parser.SamePerson(f.Person, name) })
			if i < 0 {
				continue
			}
			d.people = d.people[i : i+1 : i+1]
		}
		kept = append(kept, d)
	}
	return kept
}

// sorrows returns the rejections by the filter's company; none is about one
// person.
func (f Filter) sorrows(all []*parser.Position) []*parser.Position {
	var kept []*parser.Position
	for _, p := range all {
		if f.Person == "" && parser.SameCompany(f.Company, p.Company) {
			kept = append(kept, p)
		}
	}
	return kept
}

// about reports whether the filter lets a rule's items about a company and a
// person pass.
func (f Filter) about(rule, company, person string) bool {
	return (len(f.Rules) == 0 || slices.Contains(f.Rules, rule)) &&
		(f.Company == "" || company != "" && parser.SameCompany(f.Company, company)) &&
		(f.Person == "" || person != "" && parser.SamePerson(f.Person, person))
}

// fresh reports whether the filter lets an urgency that began at t pass.
func (f Filter) fresh(u Urgency, t time.Time) bool {
	if f.Since.IsZero() {
		return true
	}
	return (u != Advice || f.Urgency == Advice) && !t.IsZero() && !t.Before(f.Since)
}

// pressing reports whether the filter lets items of an urgency pass.
func (f Filter) pressing(u Urgency) bool {
	return u != "" && (f.Urgency == "" || f.Urgency == u)
}

// settle counts the items and finds the earliest instant at which one that
// the filter lets pass appears, changes or goes.
func (r *Report) settle(f Filter) {
	r.Counts.Overdue, r.Counts.Due, r.Counts.Advice = 0, 0, 0
	for _, item := range r.Items {
		switch item.Urgency {
		case Overdue:
			r.Counts.Overdue++
		case Due:
			r.Counts.Due++
		case Advice:
			r.Counts.Advice++
		}
	}
	r.NextChange = time.Time{}
	for _, p := range r.prospects {
		if !f.about(p.rule, p.company, p.person) {
			continue
		}
		at := p.changes(f)
		if !at.IsZero() && (r.NextChange.IsZero() || at.Before(r.NextChange)) {
			r.NextChange = at.In(r.Zone)
		}
	}
}

// changes returns when a duty first looks different through a filter.
func (p prospect) changes(f Filter) time.Time {
	seen := func(u Urgency, began time.Time) Urgency {
		if f.pressing(u) && f.fresh(u, began) {
			return u
		}
		return ""
	}
	present := seen(p.stages[0].urgency, p.began)
	for _, s := range p.stages[1:] {
		if seen(s.urgency, s.at) != present {
			return s.at
		}
	}
	return time.Time{}
}

// rank orders urgencies, most pressing first.
func rank(u Urgency) int {
	return slices.Index([]Urgency{Overdue, Due, Advice}, u)
}

// sortItems puts items in the order of the report: how pressing, which
// deadline first (none last), then names and places, by bytes.
func sortItems(items []Item) {
	order := make([]*Item, len(items)) // items are large, and many comparisons are made
	for i := range items {
		order[i] = &items[i]
	}
	slices.SortStableFunc(order, func(a, b *Item) int {
		if a.Urgency != b.Urgency {
			return cmp.Compare(rank(a.Urgency), rank(b.Urgency))
		}
		if order := compareDue(a.Due, b.Due); order != 0 {
			return order
		}
		if a.Company != b.Company { // as nearly all do
			return cmp.Compare(a.Company, b.Company)
		}
		return cmp.Or(
			cmp.Compare(a.Person, b.Person),
			cmp.Compare(a.Rule, b.Rule),
			cmp.Compare(a.Place.Path(), b.Place.Path()),
			cmp.Compare(a.Place.Span.Start, b.Place.Span.Start),
			cmp.Compare(a.Role, b.Role),
			cmp.Compare(a.ID, b.ID),
		)
	})
	sorted := make([]Item, len(items))
	for i, item := range order {
		sorted[i] = *item
	}
	copy(items, sorted)
}

// compareDue orders deadlines; no deadline comes last.
func compareDue(a, b time.Time) int {
	if a.IsZero() != b.IsZero() {
		if a.IsZero() {
			return 1
		}
		return -1
	}
	return a.Compare(b)
}
