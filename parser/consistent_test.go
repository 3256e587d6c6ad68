package parser

import (
	"fmt"
	"slices"
)

// inconsistencies checks what must hold of every journal: the lists of its
// parts agree with each other, and no place lies outside its note.
func inconsistencies(j *Journal) []string {
	var wrong []string
	report := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	if c := j.Counts; c.Notes != c.Entries+c.Other+c.Unreadable {
		report("the counts do not add up: %+v", c)
	}
	inside := func(p Place, what string) {
		if p.Source != nil && (p.Span.Start < 0 || p.Span.Start > p.Span.End || p.Span.End > len(p.Source.Text)) {
			report("%s: %s at %v of %d bytes", p.Path(), what, p.Span, len(p.Source.Text))
		}
	}
	for _, p := range j.Problems {
		inside(p.Place, string(p.ID))
		for _, fix := range p.Fixes {
			inside(Place{p.Source, fix.Span}, "a fix of "+string(p.ID))
		}
		if p.Message == "" {
			report("%s: message %q", p.ID, p.Message)
		}
	}
	for _, e := range j.Events {
		inside(e.Place, string(e.What))
		for _, p := range e.Positions {
			if !slices.Contains(p.Events, e) || !slices.Contains(j.Positions, p) {
				report("%s of %s is not listed there", e.What, p.title())
			}
		}
		if e.What == Thanked && e.Interview != nil && !slices.Contains(e.Interview.Thanks, e) {
			report("a thank-you is not listed with its round")
		}
	}
	for _, iv := range j.Interviews {
		inside(iv.Place, "interview")
		if iv.Start.Precision == Unknown || !iv.End.After(iv.Start.Time) || iv.Zone == nil {
			report("interview of %s from %v to %v", iv.Company, iv.Start, iv.End)
		}
		if iv.Position != nil && !slices.Contains(iv.Position.Interviews, iv) {
			report("a round of %s is not listed there", iv.Position.title())
		}
		for _, s := range iv.Stumbles {
			inside(Place{iv.Place.Source, s.Span}, "stumble")
		}
	}
	for _, p := range j.Positions {
		inside(p.Place, "position")
		for _, e := range p.Events {
			if !slices.Contains(j.Events, e) {
				report("%s lists an event the journal has not", p.title())
			}
		}
	}
	for _, r := range j.References {
		for _, e := range r.Events {
			if !slices.Contains(e.People, r.Person) {
				report("%s lists an event of others", r.Name)
			}
		}
	}
	return wrong
}
