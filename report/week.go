package report

import (
	"fmt"
	"slices"

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
	for _, e := range v.activities {
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

// thisWeek reports whether something happened in the ISO week of now.
func (v *view) thisWeek(w parser.When) bool {
	monday := mondayOf(v.today())
	return w.Known() && v.happened(w) && v.day(w).Compare(monday) >= 0 &&
		v.day(w).Compare(monday.AddDays(7)) < 0
}

// namedThisWeek is how many things the opening names before it counts.
const namedThisWeek = 4

// doneThisWeek returns a sentence that names what was done this week, nothing
// when nothing was.
func (v *view) doneThisWeek() []string {
	var deeds []string
	for _, e := range v.journal.Events {
		if deed := v.deed(e); deed != "" && v.thisWeek(e.When) && !slices.Contains(deeds, deed) {
			deeds = append(deeds, deed)
		}
	}
	if len(deeds) == 0 {
		return nil
	}
	if more := len(deeds) - namedThisWeek; more > 0 {
		deeds = append(deeds[:namedThisWeek], "did "+plural(more, "other thing"))
	}
	return []string{"This week you " + sentence(deeds) + "."}
}

// deed names what a person did, "" for what others did.
func (v *view) deed(e *parser.Event) string {
	at := ""
	if e.Company != "" {
		at = fmt.Sprintf(" (%s)", e.Company)
	}
	who := ""
	if len(e.People) > 0 {
		var names []string
		for _, p := range e.People {
			names = append(names, p.Name)
		}
		who = sentence(names)
	}
	switch e.What {
	case parser.Thanked:
		if who == "" {
			who = "your interviewers"
		}
		return "thanked " + who + at
	case parser.Told:
		if who == "" || e.Company == "" {
			return ""
		}
		return fmt.Sprintf("told %s about %s", who, e.Company)
	case parser.AppliedTo:
		return "applied to " + e.Company
	case parser.Contacted, parser.Outreach:
		if who == "" {
			who, at = e.Company, ""
		}
		return "wrote to " + who + at
	}
	return ""
}

// sorryDays is how long a rejection is named; until it is over it asks for
// nothing.
const sorryDays = 3

// sorry returns the positions rejected in the last three days.
func (v *view) sorry() []string {
	var named []string
	for _, p := range v.journal.Positions {
		for _, e := range p.Events {
			recent := e.What == parser.RejectedBy && e.When.Known() && v.happened(e.When) &&
				v.day(e.When).AddDays(sorryDays).Compare(v.today()) >= 0
			if recent {
				named = append(named, roleAt(p))
				break
			}
		}
	}
	return named
}
