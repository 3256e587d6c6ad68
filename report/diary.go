package report

import (
	"time"

	"debrief/parser"
)

// deedsBetween counts what happened after from and not after to. A day counts
// as its first instant.
func deedsBetween(j *parser.Journal, from, to time.Time) Deeds {
	return diaryOf(j).count(func(t time.Time) bool { return t.After(from) && !t.After(to) })
}

// A diary is when what was done was done, of a day its first instant.
type diary struct{ applications, outreach, interviews, thankYous, told []time.Time }

// diaryOf reads a journal's own dates: applications and outreach as the report
// counts a week's, and the rounds that were held.
func diaryOf(j *parser.Journal) *diary {
	set, _ := readSettings(Rules(), j.Search.Rules)
	v := newView(j, lastInstant, set)
	v.hindsight = true
	var d diary
	for _, e := range v.activities() {
		switch {
		case !e.When.Known():
		case e.What == parser.AppliedTo:
			d.applications = append(d.applications, e.When.Time)
		default:
			d.outreach = append(d.outreach, e.When.Time)
		}
	}
	for _, iv := range j.Interviews {
		if v.held(iv) {
			d.interviews = append(d.interviews, iv.Start.Time)
		}
	}
	for _, e := range j.Events {
		switch {
		case !e.When.Known():
		case e.What == parser.Thanked:
			d.thankYous = append(d.thankYous, e.When.Time)
		case e.What == parser.Told:
			d.told = append(d.told, e.When.Time)
		}
	}
	return &d
}

// count counts what was done at the times within a span.
func (d *diary) count(within func(time.Time) bool) Deeds {
	in := func(times []time.Time) int {
		n := 0
		for _, t := range times {
			if within(t) {
				n++
			}
		}
		return n
	}
	return Deeds{in(d.applications), in(d.outreach), in(d.interviews), in(d.thankYous), in(d.told)}
}
