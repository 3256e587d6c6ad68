package report

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"debrief/parser"
)

// glance returns the search at a glance.
func (v *view) glance() Search {
	s := Search{
		Started:          v.started().Time,
		FirstDay:         v.firstDay(),
		ApplicationsGoal: v.journal.Search.ApplicationsPerWeek,
		OutreachGoal:     v.journal.Search.OutreachPerWeek,
	}
	s.On = v.searchOn() && (!s.Started.IsZero() || v.journal.Search.Place.Source != nil || len(v.journal.Positions) > 0)
	if last := v.lastActivity(); last != nil {
		s.LastActivity = last.When.Time
	}
	for _, e := range v.activities() {
		switch {
		case !v.thisWeek(e.When):
		case e.What == parser.AppliedTo:
			s.ApplicationsThisWeek++
		default:
			s.OutreachThisWeek++
		}
	}
	return s
}

// monday returns the first day of the ISO week of now. It asks the clock about
// the next one, so that a judgement made of it ends with the week.
func (v *view) monday() parser.Civil {
	monday := mondayOf(v.today())
	v.reached(monday.AddDays(7).Start(v.zone))
	return monday
}

// thisWeek reports whether something happened in the ISO week of now.
func (v *view) thisWeek(w parser.When) bool {
	monday := mondayOf(v.today())
	return w.Known() && v.happened(w) && v.day(w).Compare(monday) >= 0 &&
		v.day(w).Compare(monday.AddDays(7)) < 0
}

// namedThisWeek is how many things the opening names before it counts.
const namedThisWeek = 4

// A deed is something done this week, and to or for whom.
type deed struct {
	verb, company string
	people        []string
}

// open words the report's opening.
func (r *Report) open() {
	r.Done, r.Sorry = inWords(r.deeds), nil
	for _, p := range r.sorrows {
		r.Sorry = append(r.Sorry, roleAt(p))
	}
}

// doneThisWeek returns what was done this week.
func (v *view) doneThisWeek() []deed {
	var deeds []deed
	add := func(verb, company string, people []*parser.Person) {
		i := slices.IndexFunc(deeds, func(d deed) bool { return d.verb == verb && d.company == company })
		if i < 0 {
			i = len(deeds)
			deeds = append(deeds, deed{verb: verb, company: company})
		}
		for _, p := range people {
			if !slices.Contains(deeds[i].people, p.Name) {
				deeds[i].people = append(deeds[i].people, p.Name)
			}
		}
	}
	for _, iv := range v.journal.Interviews {
		if v.held(iv) && v.thisWeek(iv.Start) {
			add("interviewed at", iv.Company, nil)
		}
	}
	for _, e := range v.journal.Events {
		if verb := deedVerb(e); verb != "" && v.thisWeek(e.When) {
			add(verb, e.Company, e.People)
		}
	}
	return deeds
}

// inWords makes one sentence of deeds, none of none.
func inWords(deeds []deed) []string {
	if len(deeds) == 0 {
		return nil
	}
	var parts []string
	for _, d := range deeds[:min(len(deeds), namedThisWeek)] {
		parts = append(parts, d.String())
	}
	if more := len(deeds) - len(parts); more > 0 {
		parts = append(parts, "did "+plural(more, "other thing"))
	}
	return []string{"This week you " + sentence(parts) + "."}
}

// deedVerb says what a person did, "" for what others did.
func deedVerb(e *parser.Event) string {
	switch e.What {
	case parser.Thanked:
		return "thanked"
	case parser.Told:
		return "told"
	case parser.AppliedTo:
		return "applied to"
	case parser.Contacted, parser.Outreach, parser.FollowedUp:
		return "wrote to"
	}
	return ""
}

// String words the deed: "thanked Dana Reyes (Acme)".
func (d deed) String() string {
	who := sentence(d.people)
	switch {
	case d.verb == "told" && who != "" && d.company != "":
		return fmt.Sprintf("told %s about %s", who, d.company)
	case d.verb == "applied to" || who == "":
		return d.verb + " " + cmp.Or(d.company, "somebody")
	case d.company == "":
		return d.verb + " " + who
	}
	return fmt.Sprintf("%s %s (%s)", d.verb, who, d.company)
}

// quietDays is for how many days after a rejection the position asks for
// nothing, and the report says only that it is sorry.
const quietDays = 3

// justRejected reports whether a position was rejected in the last three days.
func (v *view) justRejected(p *parser.Position) bool {
	return p != nil && slices.ContainsFunc(p.Events, func(e *parser.Event) bool {
		if e.What != parser.RejectedBy || !e.When.Known() || !v.happened(e.When) {
			return false
		}
		return !v.reached(v.daysLater(e.When, quietDays))
	})
}

// daysLater returns the instant n calendar days after something dated; after a
// day, the start of the nth following day.
func (v *view) daysLater(w parser.When, n int) time.Time {
	if w.IsDay() {
		return v.day(w).AddDays(n).Start(w.Time.Location())
	}
	return addDays(w.Time, n, v.zone)
}

// sorry returns the positions rejected in the last three days. A rejection
// without a date is taken to be as old as the last thing that happened there.
func (v *view) sorry() []*parser.Position {
	var rejected []*parser.Position
	for _, p := range v.journal.Positions {
		undated := p.Status == parser.Rejected && !slices.ContainsFunc(p.Events, func(e *parser.Event) bool {
			return e.What == parser.RejectedBy && e.When.Known()
		})
		last := v.lastEvent(p)
		if v.justRejected(p) || undated && last.Known() && !v.reached(v.daysLater(last, quietDays)) {
			rejected = append(rejected, p)
		}
	}
	return rejected
}
