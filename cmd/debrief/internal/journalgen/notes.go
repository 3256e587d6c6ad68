package journalgen

import (
	"fmt"
	"strings"
	"time"
)

const dateTime = "2006-01-02 15:04"

// search writes search.md; the first three references are expected.
func (g *generator) search() {
	var names []string
	for _, r := range g.references[:min(3, len(g.references))] {
		names = append(names, r.name)
	}
	fields := []field{
		{"started", g.daysAgo(735).Format(time.DateOnly)},
		{"timezone", "Europe/Berlin"},
		{"goals", "{applications_per_week: 3, outreach_per_week: 1}"},
	}
	if len(names) > 0 {
		fields = append(fields, field{"references", names})
	}
	g.put("search", yaml(fields, "# The search\n\n"+g.prose(6)))
}

func (g *generator) application(s *story) {
	host := slug(s.company) + ".example"
	fields := []field{
		{"company", s.company},
		{"role", s.role},
		{"applied", bare(s.applied.Format(time.DateOnly))},
		{"status", s.status},
		{"resume", s.resume},
		{"url", "https://jobs." + host + "/" + slug(s.role)},
		{"source", g.pick(sources)},
		{"hiring_manager", personName(s.number * peoplePerCompany)},
		{"contacts", []string{personName(s.number*peoplePerCompany + 3)}},
	}
	switch g.rng.IntN(10) {
	case 0:
		fields = append(fields, field{"references", "none"})
	case 1, 2, 3:
		fields = append(fields, field{"references", "later"})
	}
	var b strings.Builder
	b.WriteString(g.prose(8))
	section(&b, "Why me", g.pickSome(strengths, 3, 5))
	section(&b, "Log", g.applicationLog(s))
	path := fmt.Sprintf("applications/%d/%s-%s", s.applied.Year(), slug(s.company), slug(s.role))
	g.put(path, g.frontmatter(fields, b.String()))
}

// applicationLog tells what happened to an application; its dates agree with
// the frontmatter's.
func (g *generator) applicationLog(s *story) []string {
	lines := []string{fmt.Sprintf("%s applied to %s as %s, sent %s",
		s.applied.Format(time.DateOnly), s.company, s.role, s.resume)}
	contact := personName(s.number*peoplePerCompany + 3)
	for _, r := range s.rounds {
		if r.status == "" {
			lines = append(lines, fmt.Sprintf("%s heard back from %s: %s next, they said",
				r.start.Format(time.DateOnly), contact, g.pick(topics)))
		}
	}
	if s.status == "rejected" {
		lines = append(lines, s.ended.Format(time.DateOnly)+" rejected")
	}
	return append(lines, "[ ] "+g.pick(plans))
}

func (g *generator) interview(s *story, i int) {
	r := &s.rounds[i]
	fields := []field{
		{"company", s.company},
		{"date", r.start.Format(dateTime)},
		{"duration", fmt.Sprintf("%dm", int(r.hours.Minutes()))},
		{"round", r.name},
		{"interviewers", r.people},
	}
	if s.several || g.chance(50) {
		fields = append(fields, field{"role", s.role})
	}
	if r.status != "" {
		fields = append(fields, field{"status", r.status})
	}
	text := ""
	if r.status == "" { // held
		fields = append(fields, field{"confidence", bare(fmt.Sprint(g.between(2, 5)))})
		text = g.evaluation(r)
	}
	path := fmt.Sprintf("interviews/%d/%s-%s", r.start.Year(), r.start.Format(time.DateOnly), slug(s.company))
	g.put(path, g.thankedNote(r, fields, g.preparation()+text))
}

// thankedNote writes a round's note; one that says whom it thanked in its
// frontmatter needs YAML's mappings.
func (g *generator) thankedNote(r *round, fields []field, body string) string {
	var inline []string
	for _, t := range r.thanks {
		if t.place == inField || t.place == inFieldAndDailyLog {
			inline = append(inline, t.to+": "+t.at.Format(dateTime))
		}
	}
	if len(inline) == 0 {
		return g.frontmatter(fields, body)
	}
	return yaml(append(fields, field{"thanked", "{" + strings.Join(inline, ", ") + "}"}), body)
}

func (g *generator) preparation() string {
	var b strings.Builder
	section(&b, "Research", g.fill(researched, 2, 4))
	section(&b, "Questions I asked", g.pickSome(asked, 1, 3))
	return strings.TrimPrefix(b.String(), "\n")
}

// evaluation writes the sections of a round that was held.
func (g *generator) evaluation(r *round) string {
	var b strings.Builder
	section(&b, "What worked", g.fill(worked, 2, 4))
	section(&b, "What didn't", g.fill(didnt, 1, 3))
	if g.chance(60) {
		fmt.Fprintf(&b, "\n## Confidence\n\n%s\n", g.pick(feelings))
	}
	var stumbles []string
	for _, question := range g.fill(stumbled, 0, 3) {
		stumbles = append(stumbles, question+"\n  - "+g.pick(answers))
	}
	if len(stumbles) > 0 {
		section(&b, "Stumbles", stumbles)
	}
	var log []string
	for _, t := range r.thanks {
		fmt.Fprintf(&b, "\n## Thank-you note to %s\n\nDear %s, thank you for your time. I keep thinking about %s,\nand about %s. %s\n",
			t.to, strings.Fields(t.to)[0], t.about, g.pick(topics), g.pick(asked))
		if t.place == inOwnLog {
			log = append(log, fmt.Sprintf("%s thanked %s: %s", t.at.Format(dateTime), t.to, t.about))
		}
	}
	if len(log) > 0 {
		section(&b, "Log", log)
	}
	return b.String()
}

func (g *generator) referenceNotes() {
	for _, r := range g.references {
		var b strings.Builder
		fmt.Fprintf(&b, "---\nname: %s\nemail: %s@people.example\nrelationship: %s\npermission: yes\n",
			r.name, slug(r.name), g.pick(relationships))
		for i, t := range r.told {
			if i == 0 {
				b.WriteString("told:\n")
			}
			fmt.Fprintf(&b, "  - {position: %s, on: %s, resume: %s, posting: yes}\n", t.position, t.on.Format(time.DateOnly), t.resume)
		}
		b.WriteString("---\n" + g.prose(7))
		g.put("references/"+slug(r.name), b.String())
	}
}

func (g *generator) outreach(companies int) {
	number := g.rng.IntN(companies)
	on := g.daysAgo(g.between(1, 725))
	fields := []field{
		{"company", companyName(number)},
		{"person", personName(number*peoplePerCompany + 3)},
		{"date", bare(on.Format(time.DateOnly))},
		{"channel", g.pick([]string{"email", "phone", "meetup", "letter"})},
		{"purpose", g.pick(purposes)},
		{"resume", "resume-v2.pdf"},
		{"cover_letter", "cover-" + slug(companyName(number)) + ".md"},
	}
	path := fmt.Sprintf("outreach/%d/%s-%s", on.Year(), on.Format(time.DateOnly), slug(companyName(number)))
	g.put(path, g.frontmatter(fields, g.prose(16)))
}

// logs deals the lines of the daily log out to count notes, day after day,
// with some of everyday life between them.
func (g *generator) logs(count int) {
	if count == 0 {
		return
	}
	g.sortLines()
	for i := range count {
		lines := g.lines[len(g.lines)*i/count : len(g.lines)*(i+1)/count]
		if len(lines) == 0 {
			continue
		}
		var b strings.Builder
		day := ""
		for _, line := range lines {
			if d := line.day.Format(time.DateOnly); d != day {
				day = d
				fmt.Fprintf(&b, "\n## %s\n\n- %s\n- [ ] %s\n", day, g.pick(everyday), g.pick(plans))
			}
			fmt.Fprintf(&b, "- %s\n", strings.TrimSpace(line.clock+" "+line.text))
		}
		g.put("log/"+lines[0].day.Format(time.DateOnly), "# Log\n"+b.String())
	}
}

// unrelated writes a note that has nothing to do with the search.
func (g *generator) unrelated(i int) {
	title := g.pick(hobbies)
	fields := []field{{"title", title}, {"tags", g.pickSome(tags, 1, 3)}}
	g.put(fmt.Sprintf("notes/%s-%d", slug(title), i), g.frontmatter(fields, "# "+title+"\n\n"+g.prose(18)))
}
