package report

import (
	"cmp"
	"slices"
	"time"

	"debrief/parser"
)

// A Testimony is one thing the notes say was done, and what git has to say
// about when that was written down. A report holds some only where somebody
// asked git; the rules never look at them.
type Testimony struct {
	// What says it in a few words: "thanked Dana Reyes (Acme)".
	What    string
	Company string
	People  []string
	Place   parser.Place
	// Dated is when it was done by the notes, of unknown precision where they
	// do not say.
	Dated parser.When
	// Seen is when git first saw the line as it reads now; zero for a line that
	// is not committed yet.
	Seen time.Time
	// Commit is the commit's ID; "" for a line that is not committed yet.
	Commit string
	// Earlier: git's history begins with that commit, the line may be older.
	Earlier bool
}

// Testimonies lists what the notes say the person did, by note and line,
// before git was asked.
func Testimonies(j *parser.Journal) []Testimony {
	var all []Testimony
	for _, e := range j.Events {
		verb := deedVerb(e)
		switch e.What {
		case parser.Sent:
			verb = "sent something to"
		case parser.Asked:
			verb = "asked"
		case parser.Apologised:
			verb = "apologised to"
		}
		if verb == "" || e.Place.Source == nil {
			continue
		}
		t := Testimony{Company: companyOfEvent(e), Place: e.Place, Dated: e.When}
		people := e.People
		if len(people) == 0 && e.What == parser.Thanked && e.Interview != nil {
			people = e.Interview.Interviewers // it says no name and means everyone
		}
		for _, p := range people {
			t.People = append(t.People, p.Name)
		}
		t.What = deed{verb: verb, company: t.Company, people: t.People}.String()
		all = append(all, t)
	}
	slices.SortStableFunc(all, func(a, b Testimony) int {
		return cmp.Or(
			cmp.Compare(a.Place.Path(), b.Place.Path()),
			cmp.Compare(a.Place.Span.Start, b.Place.Span.Start),
			cmp.Compare(a.What, b.What),
		)
	})
	return all
}

// companyOfEvent is the company an event is about, that of its positions where
// it names none.
func companyOfEvent(e *parser.Event) string {
	if e.Company == "" && len(e.Positions) == 1 {
		return e.Positions[0].Company
	}
	return e.Company
}

// lateness is from when on something counts as written down later than it was
// done, in days: the evening of the day itself and the morning after are when
// people write.
const lateness = 2

// Telling reports whether git's word adds something to the note's: it has no
// date, or one that is days older than the line, or it is not committed yet.
func (t Testimony) Telling(zone *time.Location) bool {
	if !t.Dated.Known() || t.Commit == "" {
		return true
	}
	return !t.Earlier && t.DaysLater(zone) >= lateness
}

// DaysLater is how many calendar days after it was done, in a zone, something
// was written down; 0 where one of the two is not known.
func (t Testimony) DaysLater(zone *time.Location) int {
	if !t.Dated.Known() || t.Seen.IsZero() {
		return 0
	}
	done := dayIn(t.Dated.Time, zone)
	if t.Dated.IsDay() {
		done = dayIn(t.Dated.Time, t.Dated.Time.Location())
	}
	return max(0, done.DaysUntil(dayIn(t.Seen, zone)))
}

// About reports whether something was done for a company and person, either of
// which may be "".
func (t Testimony) About(company, person string) bool {
	return (company == "" || t.Company != "" && parser.SameCompany(company, t.Company)) &&
		(person == "" || slices.ContainsFunc(t.People, func(name string) bool { return parser.SamePerson(person, name) }))
}
