package parser

import (
	"slices"
	"strings"
)

// A note that lacks what its kind requires is most often a blank to be copied.
// One whose place says what it is and that somebody wrote into is an entry that
// would be lost without a word.

// plainlyFilled reports whether a note that lacks its required fields is plainly
// filled in. A blank has those fields, waiting; where one of them is there, only
// what filledIn asks for tells the two apart.
func (f *File) plainlyFilled(root *node, names fieldNames, required ...string) bool {
	stem := strings.ToLower(f.stem())
	if strings.Contains(strings.ToLower(f.Source.Path), "template") || templateMarks(f.Source.Text) || aboutMany(stem) {
		return false
	}
	for _, field := range required {
		if slices.ContainsFunc(names.keys[field], func(key string) bool { return root.get(key) != nil }) {
			return false
		}
	}
	if f.givesField(root, names) || f.tabledField(names, required) {
		return true
	}
	switch f.Kind {
	case KindInterview:
		return f.tellsOfRound()
	case KindReference:
		return f.headingName() != ""
	}
	return false
}

// aboutMany reports whether a note's name says that it is about no single round,
// job or person.
func aboutMany(stem string) bool {
	for _, word := range strings.FieldsFunc(stem, func(r rune) bool { return strings.ContainsRune("-_ .", r) }) {
		switch word {
		case "readme", "index", "overview", "moc", "summary", "list", "tracker", "board", "dashboard", "interviews", "applications",
			"references", "prep", "preparation", "questions", "stories", "checklist", "tips", "lessons", "learnings", "guide", "howto",
			"general", "ideas", "todo", "retro", "retrospective", "review", "stats", "example", "sample":
			return true
		}
	}
	return strings.HasPrefix(stem, "_")
}

// givesField reports whether a field holds what no blank has. Names that notes
// of every sort have (title, date, link) do not count, nor do defaults: a round's
// number, a rating.
func (f *File) givesField(root *node, names fieldNames) bool {
	r := &fields{file: &File{Source: f.Source}, root: root, names: names} // its problems are nobody's yet
	var telling []string
	switch f.Kind {
	case KindApplication:
		telling = []string{"role", "position", "resume", "cv", "applied", "appliedon", "dateapplied", "decisionby", "hearbackby", "hiringmanager"}
		if status, ok := ReadStatus(r.text("status").Value); ok && Status(status) != Lead {
			return true
		}
	case KindInterview:
		if len(r.peopleGiven("interviewers")) > 0 {
			return true
		}
		telling = []string{"role", "position", "thanked", "thankyou", "decisionby", "hearbackby", "time"}
	case KindReference:
		telling = []string{"relationship", "email", "phone", "permission", "told"}
	}
	return slices.ContainsFunc(telling, func(key string) bool {
		p := root.get(key)
		return p != nil && !isHollow(&p.value) && (p.value.kind != nodeScalar || !isPrompt(p.value.text) && !saysNo(p.value.text))
	})
}

// tabledField reports whether the body has a required field as the row of a
// table or in an org drawer.
func (f *File) tabledField(names fieldNames, required []string) bool {
	if len(f.sections) == 0 {
		return false
	}
	for i := range f.sections[0].blocks {
		b := &f.sections[0].blocks[i]
		mark := ":"
		if b.kind == table {
			mark = "|"
		}
		key, value, ok := strings.Cut(strings.TrimPrefix(b.text.Value, ":"), mark)
		if !ok || b.kind != table && (b.kind != paragraph || b.text.Value[0] != ':') {
			continue
		}
		if field := names.field[foldKey(undecorated(key))]; slices.Contains(required, field) && !isPrompt(strings.Trim(value, "| ")) {
			return true
		}
	}
	return false
}

// tellsOfRound reports whether the body is that of a round: it says how it went,
// has a line of a log, or a text and a day.
func (f *File) tellsOfRound() bool {
	if f.evaluated() {
		return true
	}
	substance := false
	for i := range f.sections {
		s := &f.sections[i]
		for j := range s.blocks {
			b := &s.blocks[j]
			substance = substance || substantive(b)
			var line logLine
			if s.kind == logSection && b.box != openBox && line.read(b) && (line.dated() || b.box == tickedBox) {
				return true
			}
		}
	}
	return substance && f.dayInName() != Civil{}
}

// dayInName returns the day in a note's name or in its first heading.
func (f *File) dayInName() Civil {
	const width = len("2006-01-02")
	stem := f.stem()
	if len(stem) >= width {
		for _, day := range []string{stem[:width], stem[len(stem)-width:]} {
			if m, fault := readMoment(day); fault == nil && !m.Swapped.Valid() {
				return m.Day
			}
		}
	}
	if len(f.sections) == 0 {
		return Civil{}
	}
	title := f.sections[0].title.Value
	for at := range len(title) {
		if at > 0 && title[at-1] != ' ' && title[at-1] != '(' {
			continue
		}
		if m, _, fault, ok := leadingMoment(title[at:]); ok && fault == nil && !m.Swapped.Valid() {
			return m.Day
		}
	}
	return Civil{}
}

// headingName returns the name of a person in a note's only top heading, "" where
// it is something else or nothing stands below it.
func (f *File) headingName() string {
	if len(f.sections) == 0 || f.sections[0].level == 0 || !fullName(f.sections[0].title.Value) {
		return ""
	}
	title, text := f.sections[0].title.Value, false
	for i := range f.sections {
		if i > 0 && f.sections[i].level <= f.sections[0].level {
			return ""
		}
		text = text || slices.ContainsFunc(f.sections[i].blocks, func(b block) bool { return substantive(&b) })
	}
	if kind, _ := headingKind(title, nil); !text || kind != otherSection {
		return ""
	}
	for _, word := range strings.Fields(FoldName(title)) {
		if _, no := headingWords[word]; no {
			return ""
		}
	}
	return title
}

// headingWords are in headings that are no names.
var headingWords = wordSet(`reference references referees list letter letters overview template note notes contact contacts question
	questions talking points people person tracker log status tips checklist guide my our your their how the a an to for former old
	new who what when why where general email emails draft drafts agenda about ask asking info information details background history
	boss colleague colleagues managers mentor mentors professional personal thank you things here active possible potential future`)
