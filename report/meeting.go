package report

import (
	"cmp"
	"slices"
	"time"

	"debrief/parser"
)

// Meeting is an interview that is still ahead: an appointment, nothing owed.
type Meeting struct {
	// ID is made as an item's is: it stays the same while the company, the role
	// and the day do.
	ID            string
	Company, Role string
	Round, Format string   // as written, "" when not
	Via           string   // the agency, "" for none
	People        []string // who is met, by name
	// Start and End are in the interview's own zone; of one of which only the
	// day is known, the day's first instant and the midnight that ends it.
	Start, End time.Time
	IsDay      bool
	// Since is the latest that is known to have happened at its position, zero
	// when nothing is dated.
	Since time.Time
	Place parser.Place
}

// meetings returns the interviews ahead, by their start. What a log says of
// an interview is no appointment, nor is one at a position that has ended.
func (v *view) meetings() []Meeting {
	ids := v.newIdentities()
	var ahead []*parser.Interview
	var places []int
	for _, iv := range v.journal.Interviews {
		place := ids.add(roundWith(iv, nil))
		if iv.Declares && v.scheduled(iv) && (iv.Position == nil || !v.over(iv.Position)) {
			ahead, places = append(ahead, iv), append(places, place)
		}
	}
	var found []Meeting
	taken := map[string]bool{}
	for i, id := range ids.whole("interview", places) {
		m := v.meeting(ahead[i])
		m.ID = shortID(id, taken)
		found = append(found, m)
	}
	slices.SortStableFunc(found, func(a, b Meeting) int {
		return cmp.Or(
			a.Start.Compare(b.Start), cmp.Compare(a.Company, b.Company),
			cmp.Compare(a.Role, b.Role), cmp.Compare(a.ID, b.ID),
		)
	})
	return found
}

func (v *view) meeting(iv *parser.Interview) Meeting {
	m := Meeting{
		Company: iv.Company,
		Role:    iv.Role,
		Round:   titleOfRound(iv),
		Format:  iv.Format,
		Start:   iv.Start.Time.In(zoneOf(iv)),
		End:     iv.End.In(zoneOf(iv)),
		IsDay:   iv.Start.IsDay(),
		Place:   iv.Place,
	}
	if p := iv.Position; p != nil {
		m.Via, m.Since = p.Via, v.lastEvent(p).Time
	}
	for _, p := range iv.Interviewers {
		m.People = append(m.People, p.Name)
	}
	return m
}

// meetings returns those that the filter lets pass: they are about a company
// and people, and nothing that a rule says or that is urgent.
func (f Filter) meetings(all []Meeting) []Meeting {
	if len(f.Rules) > 0 || f.Urgency != "" || !f.Since.IsZero() {
		return nil
	}
	var kept []Meeting
	for _, m := range all {
		met := func(name string) bool { return parser.SamePerson(f.Person, name) }
		if (f.Company == "" || m.Company != "" && parser.SameCompany(f.Company, m.Company)) &&
			(f.Person == "" || slices.ContainsFunc(m.People, met)) {
			kept = append(kept, m)
		}
	}
	return kept
}
