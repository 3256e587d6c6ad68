package parser

import (
	"fmt"
	"slices"
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
		d.line("  paused %s to %s%s", p.From, p.To, facts(said("why", p.Why)))
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
	more := facts(said("via", p.Via), said("status", string(p.Status)), said("ghosted", p.Ghosted),
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

func (d *dumper) event(e *Event) {
	who := namesOf(e.People)
	if who == "" && e.What == Thanked {
		who = "everyone"
	}
	d.line("event %s %s%s%s%s", dumpWhen(e.When), e.What, facts(who), d.about(e), d.at(e.Place))
	more := facts(said("detail", e.Detail), said("files", strings.Join(e.Files, "; ")), said("resume", e.Resume),
		said("file", e.ResumeFile), said("cover letter", e.CoverLetter), said("via", e.Via), said("agency", e.Agency))
	if more != "" {
		d.line("  %s", more[1:])
	}
}

// about says which positions or company an event belongs to.
func (d *dumper) about(e *Event) string {
	var about []string
	for _, p := range e.Positions {
		about = append(about, p.title())
	}
	text := ""
	switch {
	case len(about) > 0:
		text = " -> " + strings.Join(about, " + ")
	case e.Company != "":
		text = " at " + e.Company
	}
	if e.Interview != nil {
		text += " round " + dumpWhen(e.Interview.Start)
	}
	return text
}

func (d *dumper) reference(r *Reference) {
	permission := [...]string{"", "yes", "no"}[r.Permission]
	d.line("reference %s%s%s", r.Name, facts(said("inactive", !r.Active), said("permission", permission)), d.at(r.Place))
	for _, o := range r.Outcomes {
		d.line("  knows the outcome at %s since %s", o.Position.title(), dumpWhen(o.When))
	}
}

func (d *dumper) person(p *Person) {
	d.line("person %s%s", p.Name, facts(said("email", p.Email), said("title", p.Title), said("of", strings.Join(p.Companies, " + "))))
}

func (d *dumper) waiver(w *Waiver) {
	about := "nothing"
	switch {
	case w.Position != nil:
		about = w.Position.title()
	case len(w.Interviews) > 0:
		var starts []string
		for _, iv := range w.Interviews {
			starts = append(starts, dumpWhen(iv.Start))
		}
		about = "rounds " + strings.Join(starts, " + ")
	case w.Reference != nil:
		about = "reference " + w.Reference.Name
	case w.Search:
		about = "the search"
	}
	d.line("waiver %s%s for %s: %s%s", w.Rule, facts(said("name", w.Name)), about, w.Reason, d.at(w.Place))
}

// problem writes an id with the text it is about.
func (d *dumper) problem(p Problem) {
	text := ""
	if p.Source != nil && p.Span.End <= len(p.Source.Text) {
		text = p.Source.Text[p.Span.Start:p.Span.End]
	}
	if !d.places {
		d.line("%s %s %q", p.Severity(), p.ID, text)
		return
	}
	d.line("%s %s %q%s", p.Severity(), p.ID, text, d.at(p.Place))
}

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
		if p.Message == "" || strings.HasSuffix(p.Message, ".") {
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
