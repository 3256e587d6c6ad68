package main

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"text/template"
	"time"

	"debrief/parser"
	"debrief/report"
)

// builtIn holds the templates of notes; a journal's own templates/ goes before
// them, file by file.
//
//go:embed templates/*.md.tmpl
var builtIn embed.FS

// blanks are what a template is filled from. What is not known is "".
type blanks struct {
	Company, Role, Name string
	// When is the date, with its time where one was given; Today the current
	// day and Month the current month, on the journal's clock.
	When, Today, Month string
	// Zone is set where the round is in another zone than the search; ZoneBefore
	// is true where that is not said and is the zone of the round before.
	Zone       string
	ZoneBefore bool
	// Round is the number of the round at that company, With who is named for
	// it, MetBefore who held the earlier ones.
	Round, With, MetBefore string
	// Roles are what to choose from where the role is not known.
	Roles string
	// Title is the note's name without its ending.
	Title string
}

// functions are the words that other programs' templates use, so that one that
// was made for them can be used here as well: {{date}}, {{title}}.
func (b *blanks) functions() template.FuncMap {
	say := func(s string) func() string { return func() string { return s } }
	_, clock, _ := strings.Cut(b.When, " ")
	return template.FuncMap{
		"company": say(b.Company), "role": say(b.Role), "name": say(b.Name), "title": say(b.Title),
		"yaml": plainYAML,
		"date": say(b.When), "time": say(clock), "today": say(b.Today), "round": say(b.Round), "with": say(b.With),
	}
}

// plainYAML is a text as a value of YAML, in quotes only where it would be read
// as something else.
func plainYAML(s string) string {
	if s == "" || !strings.ContainsAny(s, "#{}[]&*!|>\"%@`\\\n\r\t") && !strings.Contains(s, ": ") &&
		!strings.HasSuffix(s, ":") && !strings.ContainsAny(s[:1], "-?'~,<=") && strings.TrimSpace(s) == s {
		return s
	}
	return quoted(s)
}

// fill returns a template of the journal, or else the built-in one of that
// name, with the blanks filled in. An error names the file and the line.
func (n *notebook) fill(kind string, b *blanks) (string, error) {
	name, text, err := n.template(kind)
	if err != nil {
		return "", err
	}
	return fillTemplate(name, text, b)
}

func fillTemplate(name, text string, data *blanks) (string, error) {
	text, err := data.inFormats(name, text)
	if err != nil {
		return "", err
	}
	var out strings.Builder
	t, err := template.New(name).Option("missingkey=error").Funcs(data.functions()).Parse(text)
	if err == nil {
		err = t.Execute(&out, data)
	}
	if err != nil {
		return "", withHint(fmt.Errorf("%s", strings.TrimPrefix(err.Error(), "template: ")),
			"a template may use {{company}}, {{role}}, {{name}}, {{date}}, {{time}}, {{today}}, {{round}}, {{with}} and {{title}}")
	}
	lines := strings.Split(out.String(), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " \t")
	}
	return strings.Join(lines, "\n"), nil
}

// template returns the text of a template and what to call it.
func (n *notebook) template(kind string) (name, text string, err error) {
	for _, folder := range []string{"templates", "Templates", "template", "_templates"} {
		name := folder + "/" + kind + ".md"
		own, err := os.ReadFile(filepath.Join(n.root, filepath.FromSlash(name)))
		if err == nil {
			return name, strings.TrimPrefix(string(own), "\uFEFF"), nil
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return "", "", fmt.Errorf("cannot read %s: %w", name, cause(err))
		}
	}
	ours, err := builtIn.ReadFile("templates/" + kind + ".md.tmpl")
	return kind + ".md", string(ours), err
}

// known fills in what the journal knows about a company: its spelling, the role
// or those there are to choose from, the zone of the latest round, the number of
// the next and who was met before.
func (b *blanks) known(j *parser.Journal, kind string, now time.Time) {
	var met []string
	for _, p := range j.Positions {
		if parser.SameCompany(p.Company, b.Company) && !p.Undisclosed {
			b.Company = p.Company
		}
	}
	if kind != "interview" {
		return
	}
	switch roles := rolesAt(j, b.Company, now); {
	case b.Role != "":
	case len(roles) == 1:
		b.Role = roles[0]
	default:
		b.Roles = visible(strings.Join(roles, ", or "))
	}
	rounds, zone := 0, ""
	for _, iv := range j.Interviews {
		if !parser.SameCompany(iv.Company, b.Company) || iv.Status == parser.Cancelled || iv.Status == parser.Rescheduled {
			continue
		}
		rounds, zone = rounds+1, zoneAbroad(iv, j.Zone)
		for _, person := range iv.Interviewers {
			met = appendNew(met, person.Name)
		}
	}
	if b.Company != "" && rounds > 0 {
		b.Round = fmt.Sprint(rounds + 1)
	}
	b.MetBefore = visible(strings.Join(met, ", "))
	if b.Zone == "" && zone != "" {
		b.Zone, b.ZoneBefore = zone, true
	}
}

// zoneAbroad is the name of the zone that a round is in, "" where that is the
// search's own or only an offset, which another season may change.
func zoneAbroad(iv *parser.Interview, home *time.Location) string {
	if iv.Zone == nil || iv.Zone.String() == home.String() || !strings.Contains(iv.Zone.String(), "/") {
		return ""
	}
	return iv.Zone.String()
}

// rolesAt lists the roles at a company that are not over, or if all are, all.
func rolesAt(j *parser.Journal, company string, now time.Time) []string {
	var open, all []string
	for _, p := range report.Build(j, now).Positions {
		if !parser.SameCompany(p.Company, company) {
			continue
		}
		all = appendNew(all, p.Role)
		if !p.Over {
			open = appendNew(open, p.Role)
		}
	}
	if len(open) == 0 {
		return all
	}
	return open
}

func appendNew(list []string, s string) []string {
	for _, known := range list {
		if known == s {
			return list
		}
	}
	if s == "" {
		return list
	}
	return append(list, s)
}

// onClock sets the days of the blanks, as seen in a zone.
func (b *blanks) onClock(now time.Time, zone *time.Location) {
	now = now.In(zone)
	b.Today, b.Month = now.Format(time.DateOnly), now.Format("January 2006")
}
