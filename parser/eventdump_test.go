package parser

import (
	"strings"
)

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
