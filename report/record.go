package report

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"debrief/parser"
)

// logTitles are the headings that announce a log, folded.
func isLogTitle(title string) bool {
	folded := foldName(strings.TrimFunc(title, func(r rune) bool { return r > 127 || r == ' ' || r == ':' }))
	return slices.Contains([]string{"log", "timeline", "follow-up", "follow up"}, folded)
}

// isLogNote reports whether a note is a log: a folder or the name says so.
func isLogNote(notePath string) bool {
	parts := strings.Split(strings.ToLower(notePath), "/")
	for i := len(parts) - 2; i >= 0; i-- {
		switch strings.TrimSuffix(parts[i], "s") {
		case "log":
			return true
		case "interview", "application", "reference", "outreach", "outreache":
			return false
		}
	}
	name := parts[len(parts)-1]
	return name == "log.md" || name == "log.markdown"
}

// dated begins a log line of today.
func (v *view) dated(statement string) string {
	return fmt.Sprintf("- %s %s", isoDay(v.today()), statement)
}

// logRecord is a line for a note's log: that of the round at line at, where
// the body holds several. A note without a log is given one.
func logRecord(src *parser.Source, at int, line string) *Record {
	if isLogNote(src.Path) {
		return &Record{File: src.Path, Text: line}
	}
	n := readNote(src)
	from, to, level := n.round(at)
	if last, ok := n.section(from, to, isLogTitle); ok {
		return &Record{File: src.Path, Line: last + 1, Text: line}
	}
	record := &Record{File: src.Path, Text: strings.Repeat("#", min(level+1, 6)) + " Log\n\n" + line}
	if to < len(n.lines) {
		record.Line = n.lastLine(from-1, to) + 1
	}
	return record
}

// thankYouRecord is the line that says a person was thanked for a round: the
// round's own `thanked` field where it has none yet, else a log line.
func (v *view) thankYouRecord(iv *parser.Interview, person *parser.Person) *Record {
	src := iv.Place.Source
	if src == nil {
		return nil
	}
	if record, ok := v.thankedField(iv, person); ok {
		return record
	}
	statement := "thanked"
	switch {
	case person != nil:
		statement = "thanked " + person.Name
	case isLogNote(src.Path):
		statement = "thanked …" // in a log, only a name says which round
	}
	return logRecord(src, iv.Place.Start().Line-1, v.dated(statement))
}

// thankedField is a `thanked` field below the date of a round whose fields are
// YAML, one to a line.
func (v *view) thankedField(iv *parser.Interview, person *parser.Person) (*Record, bool) {
	n := readNote(iv.Place.Source)
	line := iv.Place.Start().Line - 1
	if !n.yaml || line >= n.body {
		return nil, false
	}
	column, _, ok := n.keyAt(line)
	written := slices.ContainsFunc(n.siblings(line), func(key string) bool {
		return key == "thanked" || key == "thank_you" || key == "thanks"
	})
	if !ok || written {
		return nil, false
	}
	value := isoDay(v.today())
	if person != nil && len(iv.Interviewers) > 1 {
		value = fmt.Sprintf("{%s: %s}", yamlText(person.Name), value)
	}
	text := fmt.Sprintf("%sthanked: %s", strings.Repeat(" ", column), value)
	return &Record{File: iv.Place.Path(), Line: line + 1, Text: text}, true
}

// yamlText quotes a name where YAML would read more into it.
func yamlText(name string) string {
	if strings.ContainsAny(name, `:{}[],&*#?|-<>=!%@\"'`+"`") {
		return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(name) + `"`
	}
	return name
}

// evaluationRecord is the heading under which a round's evaluation belongs. A
// round that is only a line of a log has no room for one and gets a note.
func evaluationRecord(iv *parser.Interview) *Record {
	src := iv.Place.Source
	if src == nil {
		return nil
	}
	if isLogNote(src.Path) {
		return &Record{File: newNote(iv), Text: "## What worked\n\n- …"}
	}
	n := readNote(src)
	from, to, level := n.round(iv.Place.Start().Line - 1)
	worked := func(title string) bool { return foldName(title) == "what worked" }
	if last, ok := n.section(from, to, worked); ok {
		return &Record{File: src.Path, Line: last + 1, Text: "- …"}
	}
	record := &Record{File: src.Path, Text: strings.Repeat("#", min(level+1, 6)) + " What worked\n\n- …"}
	if to < len(n.lines) {
		record.Line = n.lastLine(from-1, to) + 1
	}
	return record
}

// newNote names the note a round could have.
func newNote(iv *parser.Interview) string {
	keep := func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return '-'
	}
	return fmt.Sprintf("interviews/%s-%s.md", isoDay(dayOf(iv)), strings.Trim(strings.Map(keep, foldName(iv.Company)), "-"))
}

// toldRecord is the line that says a reference knows about a position.
func (v *view) toldRecord(p *parser.Position, r *parser.Reference) *Record {
	about := p.Company
	for _, other := range v.journal.Positions {
		if other != p && p.Role != "" && sameName(other.Company, p.Company) {
			about = p.Company + " as " + p.Role
		}
	}
	statement := fmt.Sprintf("told %s about %s, sent %s", r.Name, about, v.resumeName(p))
	return v.referenceRecord(p, r, statement)
}

// sentRecord is the line that says a reference has the résumé.
func (v *view) sentRecord(p *parser.Position, r *parser.Reference) *Record {
	return v.referenceRecord(p, r, fmt.Sprintf("sent %s to %s", v.resumeName(p), r.Name))
}

// referenceRecord puts a statement into the reference's own log, or into the
// position's where nobody has written a note on the reference yet.
func (v *view) referenceRecord(p *parser.Position, r *parser.Reference, statement string) *Record {
	src := r.Place.Source
	if src == nil || src == v.journal.Search.Place.Source {
		src = p.Place.Source
	}
	if src == nil {
		return nil
	}
	return logRecord(src, 0, v.dated(statement))
}

// resumeName returns the résumé a position was applied with, else the one last
// sent anywhere, else the likeliest name.
func (v *view) resumeName(p *parser.Position) string {
	if file := fileName(appliedWith(p)); file != "" {
		return file
	}
	name := "resume.pdf"
	for _, e := range v.journal.Events {
		if file := fileName(e.ResumeFile); file != "" {
			name = file
		}
	}
	return name
}

// fileName returns the last part of a path; "" for a mere yes or no.
func fileName(file string) string {
	switch strings.ToLower(file) {
	case "", "yes", "no", "true", "false":
		return ""
	}
	return path.Base(file)
}

// activityRecord is the line that says something went out: in the log written
// last, or in a first one.
func (v *view) activityRecord() *Record {
	file := "log.md"
	for _, e := range v.journal.Events {
		if isLogNote(e.Place.Path()) {
			file = e.Place.Path()
		}
	}
	return &Record{File: file, Text: v.dated("applied to … as …")}
}
