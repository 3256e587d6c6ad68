package parser

import (
	"path"
	"slices"
	"strings"
)

// isTemplate reports whether a note is one of the blanks that people copy: the
// required fields of its kind are all blank, and nothing else in it was filled
// in. One whose name is misspelt is none: nobody fills in a template.
func (f *File) isTemplate(root *node, headings []roundHeading) bool {
	switch f.Kind {
	case KindApplication:
		return blankFields(applicationFields, root, "company", "via") && !f.filledIn(root, applicationFields) &&
			!f.plainlyFilled(root, applicationFields, "company")
	case KindInterview:
		return len(headings) == 0 && blankFields(interviewFields, root, "company", "date", "interviews") &&
			!f.filledIn(root, interviewFields) && !f.plainlyFilled(root, interviewFields, "company", "date")
	case KindReference:
		return blankFields(referenceFields, root, "name") && !f.filledIn(root, referenceFields) &&
			!f.plainlyFilled(root, referenceFields, "name")
	case KindOutreach:
		return blankFields(outreachFields, root, "company", "person", "date")
	}
	return false
}

// blankFields reports whether fields are blank, under every name they have and
// every misspelling of it.
func blankFields(names fieldNames, root *node, fields ...string) bool {
	for _, field := range fields {
		for _, key := range names.keys[field] {
			if p := root.get(key); p != nil && !isBlank(&p.value) && !holdsTemplate(&p.value) {
				return false
			}
		}
	}
	for i := range root.pairs {
		p := &root.pairs[i]
		if meant := names.misspelt(p.key.Value, root); slices.Contains(fields, names.field[foldKey(meant)]) &&
			!isBlank(&p.value) && !holdsTemplate(&p.value) {
			return false
		}
	}
	return true
}

// filledIn reports whether somebody wrote into a note that lacks its required
// fields. A template carries defaults as well, a status, a round, a role, so
// it takes two things, one of which nobody has as a default: the day of an
// application, who was there, what a reference was told.
func (f *File) filledIn(root *node, names fieldNames) bool {
	if strings.Contains(strings.ToLower(path.Clean(f.Source.Path)), "template") || templateMarks(f.Source.Text) {
		return false
	}
	r := &fields{file: &File{Source: f.Source}, root: root, names: names} // its problems are nobody's yet
	given := func(fields ...string) (n int) {
		for _, field := range fields {
			if v := r.find(field); v != nil && v.kind == nodeScalar && !isPrompt(v.text) {
				n++
			}
		}
		return n
	}
	switch f.Kind {
	case KindApplication:
		return r.hasDate("applied") && given("role", "resume", "source", "url", "hiring_manager") > 0
	case KindInterview:
		there := len(r.peopleGiven("interviewers"))
		rated := min(r.number("confidence", 1, 5)+r.number("research", 1, 5), 1)
		return there > 0 && (rated > 0 || len(r.thanks()) > 0 || f.evaluated())
	case KindReference:
		told := slices.ContainsFunc(r.told(), func(t toldText) bool {
			return t.on.Yes && !isPrompt(t.position.Value) && !dateLike(t.position.Value)
		})
		return told && given("relationship", "email", "phone", "permission") > 0
	}
	return false
}

func (f *fields) hasDate(name string) bool {
	n := f.find(name)
	if n == nil || n.kind != nodeScalar {
		return false
	}
	_, fault := readMoment(n.unlinked().text)
	return fault == nil
}

// peopleGiven returns the people of a field that are more than a prompt.
func (f *fields) peopleGiven(name string) []personText {
	people, _ := f.people(name)
	return slices.DeleteFunc(people, func(p personText) bool { return isPrompt(p.Name.Value) || !capitalised(p.Name.Value) })
}

// evaluated reports whether a section says how the round went.
func (f *File) evaluated() bool {
	body := readBodyOf(f.sections, 0, len(f.sections), nil)
	return len(body.worked)+len(body.didnt)+len(body.stumbles)+len(body.confidence) > 0
}

// isPrompt reports whether a value only says what belongs there.
func isPrompt(text string) bool {
	text = strings.TrimSpace(text)
	if isPlaceholder(text) || strings.ContainsAny(text, "[<{…") && !strings.Contains(text, "[[") {
		return true
	}
	word, _ := firstWord(FoldName(text))
	switch word {
	case "name", "names", "company", "role", "person", "interviewer", "interviewers", "position", "your", "example":
		return true
	}
	return false
}
