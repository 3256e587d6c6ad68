package parser

import (
	"slices"
	"strings"
)

// marksOfEntry are the fields of which one at least stands in an entry of that
// kind that somebody wrote.
func marksOfEntry(kind Kind) (fieldNames, []string) {
	switch kind {
	case KindSearch:
		return searchFields, []string{"started", "timezone"}
	case KindApplication:
		return applicationFields, []string{"company"}
	case KindInterview:
		return interviewFields, []string{"company", "date"}
	case KindReference:
		return referenceFields, []string{"name"}
	case KindOutreach:
		return outreachFields, []string{"company", "person"}
	}
	return fieldNames{}, nil
}

// readUnfenced reads the fields at the top of a note that lacks the fences
// around them, or has a line of other dashes for one, as a telephone makes of
// three, or a heading above them; one that may be a round's only where the
// fields say all that it could. Only a note whose place says what it is can be such an entry, and only
// where its first line is one of the fields that make it one: else the text
// belongs to the body, and most notes cost one look at their first line.
func (r *blockReader) readUnfenced() frontmatter {
	none := frontmatter{body: bomLength(r.text)}
	names, marks := marksOfEntry(kindOfPath(r.src.Path))
	if marks == nil {
		return none
	}
	top := r.firstLine(bomLength(r.text))
	start := top
	headed := top < len(r.text) && r.text[top] == '#'
	if headed || dashes(lineAt(r.text, top), r.text) {
		start = r.firstLine(lineEnd(r.text, top))
	}
	if start == len(r.text) {
		return none
	}
	first := lineAt(r.text, start)
	key, isField := fieldLine(r.text, "yaml", first)
	if !isField || first.column() != 0 || names.field[foldKey(key.name)] == "" || templateMarks(r.text) {
		return none
	}
	stop := r.leadingFields("yaml", start)
	scratch := &blockReader{src: r.src, text: r.text}
	root := scratch.block("yaml", start, stop)
	if root.kind != nodeMap || !names.entryOf(&root, marks) || headed && names.given(&root, marks) < len(marks) {
		return none
	}
	r.problems = scratch.problems
	r.damaged(UnclosedFrontmatter, Span{first.start, first.end}, "the fields at the top do not stand between two lines of ---",
		"write --- alone on the line above the first field, and on the line below the last one", r.fenced(top, start, stop))
	return frontmatter{syntax: "yaml", root: root, body: r.belowFence(stop)}
}

// entryOf reports whether fields are those of an entry rather than a sentence
// with a colon in it: one of its marks and another field, or a mark that is the
// only one its kind needs and reads like it.
func (names fieldNames) entryOf(root *node, marks []string) bool {
	given := 0
	for _, p := range root.pairs {
		if names.field[p.folded] != "" && !isBlank(&p.value) {
			given++
		}
	}
	if given != 1 {
		return names.given(root, marks) > 0
	}
	for _, p := range root.pairs {
		switch names.field[p.folded] {
		case "name":
			return capitalised(p.value.text)
		case "started", "timezone":
			return true
		}
	}
	return false
}

// given counts how many of the fields have a value, by any name they have.
func (names fieldNames) given(root *node, fields []string) (n int) {
	for _, p := range root.pairs {
		if slices.Contains(fields, names.field[p.folded]) && !isBlank(&p.value) {
			n++
		}
	}
	return n
}

// firstLine returns where the first line begins that is not blank, the length
// of the text if none does.
func (r *blockReader) firstLine(from int) int {
	for from < len(r.text) && lineAt(r.text, from).blank() {
		from = lineEnd(r.text, from)
	}
	return from
}

// dashes reports whether a line has dashes of any length and nothing else.
func dashes(l line, text string) bool {
	said := strings.TrimSpace(text[l.start:l.end])
	return said != "" && strings.Trim(said, "-–—") == ""
}

// belowFence returns where the body begins: below the line of dashes that may
// follow the fields.
func (r *blockReader) belowFence(stop int) int {
	if next := r.firstLine(stop); next < len(r.text) && dashes(lineAt(r.text, next), r.text) {
		return lineEnd(r.text, next)
	}
	return stop
}

// fenced is the edit that puts fields between fences; top is where they begin
// or the line above them does. A heading goes below them.
func (r *blockReader) fenced(top, start, stop int) Fix {
	heading := ""
	if r.text[top] == '#' {
		heading = strings.ReplaceAll(r.text[top:start], "\r\n", "\n")
	}
	fields := strings.TrimRight(r.text[start:stop], "\r\n")
	text := "---\n" + strings.ReplaceAll(fields, "\r\n", "\n") + "\n---\n" + heading
	return Fix{Span: Span{top, r.belowFence(stop)}, Text: text}
}
