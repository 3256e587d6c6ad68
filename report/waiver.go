package report

import (
	"fmt"
	"slices"
	"strings"

	"debrief/parser"
)

// waives reports whether a waiver of the journal covers a rule's duty. It
// silences exactly what it names: the rule, one person if it names one, within
// what its entry is about.
func (v *view) waives(rule string, s subject) bool {
	if len(v.waivers[rule]) == 0 {
		return false
	}
	if v.waivesItself(rule, s) {
		return true
	}
	if s.positions == nil {
		return false
	}
	through := s.positions()
	return len(through) > 0 && !slices.ContainsFunc(through, func(p *parser.Position) bool {
		return !v.waivesItself(rule, subject{position: p, reference: s.reference, person: s.person})
	})
}

// speaks reports whether a rule's duty stands and is told, so that what would
// ask for the same can be silent: a rule that is off, and a duty that is waived,
// silence nothing.
func (v *view) speaks(rule string, d duty) bool {
	return !v.settings.off(rule) && !v.waives(rule, d.subject) && d.judge().urgency != ""
}

// waivesItself reports whether a waiver covers what a duty is itself about.
func (v *view) waivesItself(rule string, s subject) bool {
	return slices.ContainsFunc(v.waivers[rule], func(w *parser.Waiver) bool {
		return v.covers(w, s) && v.names(w, s)
	})
}

// waiversByRule indexes the waivers of a journal by the rule they name.
func waiversByRule(rules []*Rule, waivers []*parser.Waiver) map[string][]*parser.Waiver {
	index := map[string][]*parser.Waiver{}
	for _, w := range waivers {
		rule, name := waivedRule(rules, w)
		if rule == nil {
			continue
		}
		named := *w
		named.Rule, named.Name = rule.ID, name
		index[rule.ID] = append(index[rule.ID], &named)
	}
	return index
}

// waivedRule returns the rule that a waiver names, nil when there is none, and
// the name behind it. The rule may be several words: `Evaluation Missing`.
func waivedRule(rules []*Rule, w *parser.Waiver) (*Rule, string) {
	words := strings.Fields(w.Rule + " " + w.Name)
	for i := min(len(words), 4); i > 0; i-- {
		if rule := ruleNamed(rules, strings.Join(words[:i], " ")); rule != nil {
			return rule, strings.Join(words[i:], " ")
		}
	}
	return nil, w.Name
}

// waivesNobody returns what is wrong with a waiver for a person whom nothing
// in the journal names.
func (v *view) waivesNobody(rule *Rule, name string, w *parser.Waiver) (parser.Problem, bool) {
	folded := foldName(name)
	if folded == "" || slices.ContainsFunc(v.journal.People, func(p *parser.Person) bool {
		return folded == foldName(p.Name) || partOfName(folded, p)
	}) {
		return parser.Problem{}, false
	}
	hint := "write the name as your notes have it"
	for _, iv := range w.Interviews {
		if len(iv.Interviewers) > 0 {
			hint = "write " + rule.ID + " and one of those who were there, such as " + iv.Interviewers[0].Name
			break
		}
	}
	return parser.Problem{
		ID: parser.DidYouMean, Place: w.Place, Hint: hint,
		Message: fmt.Sprintf("nobody in the journal is called %s, so this waives nothing", name),
	}, true
}

// covers reports whether a duty falls within what a waiver's entry is about.
// A round's note may also waive what its position owes as a whole, never what
// another round owes.
func (v *view) covers(w *parser.Waiver, s subject) bool {
	switch {
	case w.Search:
		return true
	case w.Reference != nil:
		return s.reference == w.Reference
	case len(w.Interviews) > 0:
		return slices.ContainsFunc(w.Interviews, func(iv *parser.Interview) bool {
			if s.interview != nil {
				return s.interview == iv
			}
			return iv.Position != nil && s.position == iv.Position
		})
	}
	if w.Position == nil {
		return s.origin() == w.Place.Source
	}
	return s.position == w.Position
}

// origin is the note that tells of what a duty is about. An outreach note and a
// log are about what they tell of, and nothing else.
func (s subject) origin() *parser.Source {
	switch {
	case s.event != nil:
		return s.event.Place.Source
	case s.interview != nil:
		return s.interview.Place.Source
	case s.position != nil:
		return s.position.Place.Source
	}
	return nil
}

// names reports whether a waiver names the duty's person, or nobody. A first
// or last name alone does when it is the only such name around.
func (v *view) names(w *parser.Waiver, s subject) bool {
	name := foldName(w.Name)
	if name == "" {
		return true
	}
	if s.person == nil {
		return false
	}
	if name == foldName(s.person.Name) {
		return true
	}
	others := 0
	for _, p := range v.around(s) {
		if partOfName(name, p) {
			others++
		}
	}
	return others == 1 && partOfName(name, s.person)
}

// around returns the people among whom a duty's person must be told apart.
func (v *view) around(s subject) []*parser.Person {
	if s.interview != nil {
		return s.interview.Interviewers
	}
	var people []*parser.Person
	for _, r := range v.journal.References {
		people = append(people, r.Person)
	}
	return people
}

// partOfName reports whether a folded word is a person's first or last name.
func partOfName(word string, p *parser.Person) bool {
	parts := strings.Fields(foldName(p.Name))
	return len(parts) > 0 && (word == parts[0] || word == parts[len(parts)-1])
}
