package report

import (
	"slices"
	"time"

	"debrief/parser"
)

// Pictures are the figures of a search that a page draws beside its words. None
// of them is owed, so Build leaves them out; Draw makes them.
type Pictures struct {
	// Funnel has its stages in the order in which a position goes through them;
	// empty when nothing was applied to.
	Funnel []FunnelStage
	// Weeks are the ISO weeks up to the present one, without gaps, at most
	// weeksKept of them; empty when nothing of the search is dated.
	Weeks []ActiveWeek
	// Timelines are the positions with anything dated, in the report's order.
	Timelines []Timeline
	// Courtesies are the thank-you notes of the rounds that were held, by the end
	// of the round and the order of its interviewers.
	Courtesies []Courtesy
	// Ratings are the rounds that were rated, by their start.
	Ratings []Rating
	// Informed are the references, by name, with what they were told about; of
	// those who were told nothing, only the ones who might be.
	Informed []Informed
}

// Draw makes the figures of a journal at one instant. The journal is not
// changed; the same journal and instant give the same figures.
func Draw(j *parser.Journal, now time.Time) *Pictures {
	rules := Rules()
	set, _ := readSettings(rules, j.Search.Rules)
	v := newView(j, now, set)
	v.waivers = waiversByRule(rules, j.Waivers)
	return &Pictures{
		Funnel:     v.funnel(),
		Weeks:      v.activeWeeks(),
		Timelines:  v.timelines(),
		Courtesies: v.courtesies(),
		Ratings:    v.ratings(),
		Informed:   v.informed(),
	}
}

// A Rating is what somebody gave themselves for a round.
type Rating struct {
	Company, Role string
	// Start is when the round began, in its own zone; of a day, its first
	// instant.
	Start time.Time
	IsDay bool
	// Research and Confidence go from 1 to 5; 0 where one was not given.
	Research, Confidence int
}

func (v *view) ratings() []Rating {
	var rated []Rating
	for _, iv := range v.journal.Interviews { // by start
		if iv.ConfidenceRating+iv.ResearchRating > 0 && v.held(iv) {
			rated = append(rated, Rating{
				Company: iv.Company, Role: iv.Role, Start: iv.Start.Time.In(zoneOf(iv)), IsDay: iv.Start.IsDay(),
				Research: iv.ResearchRating, Confidence: iv.ConfidenceRating,
			})
		}
	}
	return rated
}

// Informed is a reference with what they were told about.
type Informed struct {
	Name string
	// Positions are those they were told about, each once and in the order of
	// time, as "Acme (Platform Engineer)".
	Positions []string
	// Last is when they were told last, the zero time when nothing is dated.
	Last      time.Time
	LastIsDay bool
}

func (v *view) informed() []Informed {
	var all []Informed
	for _, r := range v.journal.References {
		in := Informed{Name: r.Name}
		seen := map[*parser.Position]bool{}
		var last parser.When
		for _, e := range r.Events {
			if e.What != parser.Told || !v.happened(e.When) {
				continue
			}
			last = latest(last, e.When)
			for _, p := range e.Positions {
				if !seen[p] {
					seen[p] = true
					in.Positions = append(in.Positions, roleAt(p))
				}
			}
		}
		in.Last, in.LastIsDay = last.Time, last.IsDay()
		if len(in.Positions) > 0 || v.tellable(r) {
			all = append(all, in)
		}
	}
	return all
}

// tellable reports whether a reference might still be told about something:
// they did not decline, and they are active or somebody named them.
func (v *view) tellable(r *parser.Reference) bool {
	if r.Permission == parser.PermissionNo {
		return false
	}
	return r.Active || slices.Contains(v.expected, r) || slices.ContainsFunc(v.journal.Positions, func(p *parser.Position) bool {
		return slices.Contains(v.possibleReferences(p), r)
	})
}
