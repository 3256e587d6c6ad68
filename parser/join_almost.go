package parser

import (
	"fmt"
	"strings"
)

// almostStatement warns of a line that says somebody was thanked or told, and
// names them, but says more than can be understood: without a word, the person
// would be asked to do again what they have done. Only what a duty hangs on is
// worth the interruption; `called Dana about lunch` is nobody's business.
func (b *joiner) almostStatement(s *statement) {
	line := s.line
	if s.ambiguous || !line.moment.Given() && line.box != tickedBox && !b.underDate(s) {
		return
	}
	text := line.who.Value + " " + line.position.Value
	person := firstNamed(text, func(name string) string {
		if p := b.people.find(name); p != nil && strings.Contains(name, " ") {
			return p.Name
		}
		return ""
	})
	var instead string
	switch line.what {
	case Thanked:
		instead = "thanked " + person
	case Told:
		company := firstNamed(text, func(name string) string {
			if c := b.companies.find(name); c != nil && capitalised(name) {
				return c.name
			}
			return ""
		})
		if company == "" {
			return
		}
		instead = fmt.Sprintf("told %s about %s", person, company)
	}
	if person == "" || instead == "" {
		return
	}
	b.problem(DidYouMean, Place{s.file.Source, line.span},
		"write "+instead+"; anything else goes behind a colon",
		"this line is not understood, so it counts for nothing")
}

// underDate reports whether a statement stands below a dated heading.
func (b *joiner) underDate(s *statement) bool {
	return s.file.days[s.line.section].moment.Given()
}

// firstNamed returns what look says of the first stretch of at most four words
// that it knows, the longest at each place.
func firstNamed(text string, look func(name string) string) string {
	words := strings.Fields(text)
	for i := range words {
		for j := min(i+4, len(words)); j > i; j-- {
			if found := look(plainText(strings.Join(words[i:j], " "))); found != "" {
				return found
			}
		}
	}
	return ""
}
