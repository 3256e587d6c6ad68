package parser

import (
	"fmt"
	"strings"
	"time"
)

// A dumper writes a journal as text for people to compare: one line a fact,
// what is not said left out.
type dumper struct {
	strings.Builder
	// places adds where each fact was written.
	places bool
}

// dumpJournal writes everything a journal says. Without places, two journals
// that say the same in other spellings are equal.
func dumpJournal(j *Journal, places bool) string {
	d := &dumper{places: places}
	c := j.Counts
	d.line("notes %d: %d entries, %d other, %d unreadable", c.Notes, c.Entries, c.Other, c.Unreadable)
	for _, path := range j.Partial {
		d.line("partial %s", path)
	}
	if j.ZoneWritten {
		d.line("zone %s", j.Zone)
	}
	d.search(j)
	for _, p := range j.Positions {
		d.position(p)
	}
	for _, iv := range j.Interviews {
		d.interview(iv)
	}
	for _, e := range j.Events {
		d.event(e)
	}
	for _, r := range j.References {
		d.reference(r)
	}
	for _, p := range j.People {
		d.person(p)
	}
	for _, w := range j.Waivers {
		d.waiver(w)
	}
	for _, p := range j.Problems {
		d.problem(p)
	}
	return d.String()
}

func (d *dumper) line(format string, args ...any) {
	fmt.Fprintf(d, format, args...)
	d.WriteByte('\n')
}

// at returns ` @file:line:column`.
func (d *dumper) at(p Place) string {
	switch {
	case !d.places:
		return ""
	case p.Source == nil:
		return " @nowhere"
	}
	start := p.Start()
	return fmt.Sprintf(" @%s:%d:%d", p.Path(), start.Line, start.Column)
}

// facts joins the parts that are not empty, each behind a blank.
func facts(parts ...string) string {
	var b strings.Builder
	for _, p := range parts {
		if p != "" {
			b.WriteString(" " + p)
		}
	}
	return b.String()
}

// said returns `name=value`, "" for a zero value.
func said[T comparable](name string, value T) string {
	var zero T
	switch v := any(value).(type) {
	case bool:
		if v {
			return name
		}
		return ""
	case string:
		if v == "" {
			return ""
		}
		return fmt.Sprintf("%s=%q", name, v)
	}
	if value == zero {
		return ""
	}
	return fmt.Sprintf("%s=%v", name, value)
}

func saidWhen(name string, w When) string {
	if !w.Known() {
		return ""
	}
	return name + "=" + dumpWhen(w)
}

// dumpWhen writes a day as 2026-11-18, an instant as 2026-11-18T14:00+01:00,
// and an unknown date as a dash.
func dumpWhen(w When) string {
	switch {
	case !w.Known():
		return "-"
	case w.IsDay():
		return w.Time.Format("2006-01-02")
	}
	return w.Time.Format("2006-01-02T15:04Z07:00")
}

func nameOf(p *Person) string {
	if p == nil {
		return ""
	}
	return p.Name
}

func namesOf(people []*Person) string {
	var names []string
	for _, p := range people {
		names = append(names, p.Name)
	}
	return strings.Join(names, " + ")
}

func referenceNames(refs []*Reference) string {
	var names []string
	for _, r := range refs {
		names = append(names, r.Name)
	}
	return strings.Join(names, " + ")
}

// title is a position's company and role.
func (p *Position) title() string {
	if p.Role == "" {
		return p.Company
	}
	return p.Company + " as " + p.Role
}

func (d *dumper) search(j *Journal) {
	s := &j.Search
	if s.Place.Source == nil {
		return
	}
	d.line("search%s%s", facts(saidWhen("started", s.Started), saidWhen("first_day", s.FirstDay),
		said("applications_per_week", s.ApplicationsPerWeek), said("outreach_per_week", s.OutreachPerWeek),
		said("quiet", s.Quiet)), d.at(s.Place))
	if s.ReferencesSet {
		d.line("  references: %s", referenceNames(s.References))
	}
	for _, p := range s.Paused {
		span := p.From.String()
		if p.To == (Civil{}) {
			span += " on"
		} else {
			span += " to " + p.To.String()
		}
		d.line("  paused %s%s", span, facts(said("why", p.Why)))
	}
	if s.Working != [7]bool{false, true, true, true, true, true, false} {
		var days []string
		for day := time.Sunday; day <= time.Saturday; day++ {
			if s.Working[day] {
				days = append(days, day.String()[:3])
			}
		}
		d.line("  working %s", strings.Join(days, " "))
	}
	for _, h := range s.Holidays {
		d.line("  holiday %s", h)
	}
	for _, r := range s.Rules {
		d.line("  rule %q%s%s", r.Rule.Value, facts(said("on", r.On), said("off", r.Off)), d.at(r.Place))
		for _, v := range r.Values {
			d.line("    %s = %s%s", v.Name.Value, v.Value.Value, d.at(v.Value.Place))
		}
	}
}

func (d *dumper) position(p *Position) {
	d.line("position %s%s%s", p.title(), facts(said("undisclosed", p.Undisclosed), said("undeclared", !p.Declared)), d.at(p.Place))
	expect := map[Expect]string{ExpectNamed: "named", ExpectNone: "none", ExpectLater: "later"}[p.Expect]
	more := facts(said("via", p.Via), said("status", string(p.Status)), said("ghosted", p.Ghosted), said("unread", p.Unread),
		said("resume", p.Resume), said("url", p.URL), said("manager", nameOf(p.Manager)), said("contacts", namesOf(p.Contacts)),
		saidWhen("decision_by", p.DecisionBy), saidWhen("due", p.Due), saidWhen("first_day", p.FirstDay),
		said("references", expect), said("names", referenceNames(p.References)))
	if p.ReferencesRequestedGiven {
		more += " requested=" + dumpWhen(p.ReferencesRequested)
	}
	if more != "" {
		d.line("  %s", more[1:])
	}
	if o := p.Offer; o.Given {
		d.line("  offer%s%s", facts(said("written", o.Written), saidWhen("respond_by", o.RespondBy),
			said("contingencies", strings.Join(o.Contingencies, "; ")), said("cleared", strings.Join(o.Cleared, "; "))), d.at(o.Place))
	}
}

func (d *dumper) interview(iv *Interview) {
	what := iv.Company
	if iv.Position != nil {
		what = iv.Position.title()
	} else if iv.Role != "" {
		what += " as " + iv.Role
	}
	ends := iv.End.Format("15:04")
	if iv.Start.IsDay() {
		ends = iv.End.Format("2006-01-02T15:04Z07:00")
	}
	d.line("interview %s until %s, %s%s%s", dumpWhen(iv.Start), ends, what,
		facts(said("which", iv.Position == nil), said("line", !iv.Declares)), d.at(iv.Place))
	more := facts(said("round", iv.Round), said("format", iv.Format), said("status", string(iv.Status)),
		said("with", namesOf(iv.Interviewers)), said("confidence", iv.ConfidenceRating), said("research", iv.ResearchRating),
		saidWhen("decision_by", iv.DecisionBy), said("no stumbles", iv.NoStumbles))
	if more != "" {
		d.line("  %s", more[1:])
	}
	for _, part := range []struct {
		name     string
		passages []Passage
	}{
		{"worked", iv.Worked},
		{"didnt", iv.Didnt},
		{"research", iv.Research},
		{"felt", iv.Confidence},
		{"questions", iv.Questions},
		{"next", iv.Next},
		{"own words", iv.OwnWords},
	} {
		for _, p := range part.passages {
			d.line("  %s: %s", part.name, p.Text)
		}
	}
	for _, s := range iv.Stumbles {
		d.line("  stumble: %s%s", s.Question, facts(said("answer", s.Answer)))
	}
	for _, l := range iv.Letters {
		d.line("  letter%s: %s", facts(said("to", nameOf(l.To))), strings.ReplaceAll(l.Text, "\n", "\\n"))
	}
}
