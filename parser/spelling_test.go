package parser

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A chooser picks one of n ways to write something. The plain chooser always
// takes the first, and the property tests draw.
type chooser func(what string, n int) int

func plainly(string, int) int { return 0 }

func oneOf(pick chooser, what string, ways ...string) string { return ways[pick(what, len(ways))] }

// A story is what happened in one application, without a word on how it was
// written down.
type story struct {
	company, role string
	applied       Civil
	round         Civil
	clock         Clock
	timed         bool
	panel         []string
	thanked       []time.Time // by panel; the zero time for nobody yet
	told          []Civil     // by reference; the zero date for not yet
	confidence    int
}

// storyReferences are the references of every story.
var storyReferences = [...]string{"Jane Doe", "Bob Ray"}

// write tells the story in notes, by path.
func (s *story) write(pick chooser) map[string]string {
	log := &strings.Builder{}
	own := &strings.Builder{}
	notes := map[string]string{
		"search.md":       "---\ntimezone: Europe/Berlin\ndate_order: dmy\n---\n",
		"interviews/1.md": s.interview(pick, log, own),
	}
	notes["interviews/1.md"] += own.String()
	notes["applications/1.md"] = s.application(pick, log)
	for i, name := range storyReferences {
		notes[fmt.Sprintf("references/%d.md", i+1)] = s.reference(pick, i, name, log)
	}
	notes["log/log.md"] = log.String()
	return notes
}

func (s *story) application(pick chooser, log *strings.Builder) string {
	fields := []field{{oneOf(pick, "key", "company", "employer", "organisation", "Organization"), s.company}}
	if s.role != "" {
		fields = append(fields, field{oneOf(pick, "key", "role", "position", "Title", "JOB"), s.role})
	}
	body := ""
	switch pick("where applied", 3) {
	case 0:
		fields = append(fields, field{oneOf(pick, "key", "applied", "applied_on", "date-applied", "Date"), writeDay(pick, s.applied)})
	case 1:
		body = "\n## Log\n- " + writeDay(pick, s.applied) + oneOf(pick, "applied", " applied\n", " Applied to "+s.company+"\n")
	case 2:
		fmt.Fprintf(log, "- %s applied to %s%s\n", writeDay(pick, s.applied), s.company, s.asRole())
	}
	return inSyntax(pick, fields) + body
}

func (s *story) asRole() string {
	if s.role == "" {
		return ""
	}
	return " as " + s.role
}

func (s *story) interview(pick chooser, log, own *strings.Builder) string {
	fields := []field{
		{oneOf(pick, "key", "company", "Employer"), respell(pick, s.company)},
		{oneOf(pick, "key", "interviewers", "with", "Panel", "MET"), listOf(pick, s.panel)},
	}
	if s.role != "" && pick("role", 2) == 0 {
		fields = append(fields, field{"role", respell(pick, s.role)})
	}
	dateKey := oneOf(pick, "key", "date", "when", "interviewed")
	switch {
	case !s.timed:
		fields = append(fields, field{dateKey, writeDay(pick, s.round)})
	case pick("time", 2) == 0:
		fields = append(fields, field{dateKey, writeDay(pick, s.round)}, field{"time", writeClock12(pick, s.clock)})
	default:
		fields = append(fields, field{dateKey, writeDay(pick, s.round) + " " + writeClock12(pick, s.clock)})
	}
	if s.confidence > 0 {
		fields = append(fields, field{oneOf(pick, "key", "confidence", "Feeling"), strconv.Itoa(s.confidence)})
	}
	if thanks := s.thanks(pick, log, own); len(thanks) > 0 {
		fields = append(fields, field{oneOf(pick, "key", "thanked", "thank_you", "Thank-You", "thanks"), thanks})
	}
	return inSyntax(pick, fields)
}

// thanks writes each thank-you as a field, in the interview's own log, or in
// the journal's.
func (s *story) thanks(pick chooser, log, own *strings.Builder) []field {
	var fields []field
	for i, at := range s.thanked {
		if at.IsZero() {
			continue
		}
		when := writeDay(pick, CivilOf(at)) + " " + writeClock12(pick, ClockOf(at))
		name := respell(pick, s.panel[i])
		switch pick("where thanked", 3) {
		case 0:
			fields = append(fields, field{name, when})
		case 1:
			if own.Len() == 0 {
				own.WriteString("\n## " + oneOf(pick, "heading", "Log", "timeline:", "🗓 Follow-up") + "\n")
			}
			fmt.Fprintf(own, "%s%s thanked %s\n", oneOf(pick, "marker", "- ", "* ", "- [x] "), when, name)
		case 2:
			fmt.Fprintf(log, "- %s Thanked %s\n", when, name)
		}
	}
	return fields
}

func (s *story) reference(pick chooser, i int, name string, log *strings.Builder) string {
	fields := []field{{"name", name}}
	if s.told[i] == (Civil{}) {
		return inSyntax(pick, fields)
	}
	day := writeDay(pick, s.told[i])
	position := respell(pick, s.company) + oneOf(pick, "as role", "", s.asRole())
	key := oneOf(pick, "key", "told", "Informed", "notified", "alerted")
	body := ""
	switch pick("where told", 4) {
	case 0:
		fields = append(fields, field{key, []field{{position, day}}})
	case 1:
		fields = append(fields, field{key, [][]field{{{"position", position}, {"on", day}}}})
	case 2:
		body = "\n## Log\n- " + day + " told about " + position + "\n"
	case 3:
		fmt.Fprintf(log, "- %s %s %s about %s\n", day, oneOf(pick, "verb", "told", "Informed", "alerted", "briefed"), respell(pick, name), position)
	}
	return inSyntax(pick, fields) + body
}

// A field is a key with a string, a list of strings, a mapping ([]field) or a
// list of mappings.
type field struct {
	key   string
	value any
}

// inSyntax writes fields in one of the three syntaxes, in any order.
func inSyntax(pick chooser, fields []field) string {
	for i := len(fields) - 1; i > 0; i-- {
		j := i - pick("order", i+1)
		fields[i], fields[j] = fields[j], fields[i]
	}
	var b strings.Builder
	switch pick("syntax", 3) {
	case 0:
		b.WriteString("---\n")
		for _, f := range fields {
			b.WriteString(respellKey(pick, f.key) + ": " + flow(f.value, ": ") + "\n")
		}
		b.WriteString("---\n")
	case 1:
		b.WriteString("+++\n")
		for _, f := range fields {
			b.WriteString(strconv.Quote(respellKey(pick, f.key)) + " = " + flow(f.value, " = ") + "\n")
		}
		b.WriteString("+++\n")
	case 2:
		b.WriteString(";;;\n{")
		for i, f := range fields {
			if i > 0 {
				b.WriteString(",\n")
			}
			b.WriteString(strconv.Quote(respellKey(pick, f.key)) + ": " + flow(f.value, ": "))
		}
		b.WriteString("}\n;;;\n")
	}
	return b.String()
}

// flow writes a value in one line that YAML, TOML and JSON all read, but for
// the sign between key and value.
func flow(value any, sign string) string {
	switch v := value.(type) {
	case []string:
		var parts []string
		for _, s := range v {
			parts = append(parts, flow(s, sign))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case []field:
		var parts []string
		for _, f := range v {
			parts = append(parts, flow(f.key, sign)+sign+flow(f.value, sign))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case [][]field:
		var parts []string
		for _, f := range v {
			parts = append(parts, flow(f, sign))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	quoted, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	return string(quoted)
}
