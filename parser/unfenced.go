package parser

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
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
// fields say all that it could. Only a note whose place says what it is can be
// such an entry, and only where its first line is one of its kind's fields: else
// the text belongs to the body, and most notes cost one look at their first line.
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
	if !isField || strings.HasSuffix(key.name, ":") { // company:: Acme
		r.decoratedFields(names, marks, top, start)
		return none
	}
	if first.column() != 0 || names.field[foldKey(key.name)] == "" || templateMarks(r.text) {
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

// entryOf reports whether fields are those of an entry rather than sentences
// with a colon in them: one of its marks and another field, of which one reads
// like what it should hold; or a mark that is the only one its kind needs.
func (names fieldNames) entryOf(root *node, marks []string) bool {
	given, likely, named := 0, false, false
	whole := marks[len(marks)-1] != "date" || names.given(root, marks) == len(marks)
	for i := range root.pairs {
		field, value := names.field[root.pairs[i].folded], &root.pairs[i].value
		if field == "" || isBlank(value) {
			continue
		}
		given++
		likely = likely || likelyValue(field, value) || field == "company" && whole && oneWord(value.text)
		named = named || field == "name" && capitalised(value.text) || field == "started" || field == "timezone"
	}
	if given == 1 {
		return named && likely
	}
	return likely && names.given(root, marks) > 0
}

// likelyValue reports whether a value shows by its look that it belongs to an
// entry: what people write behind a colon in a sentence is neither a proper
// name, nor does it have the digits of a date or the @ of an address.
func likelyValue(field string, value *node) bool {
	text := value.text
	switch field {
	case "company", "person", "name":
		return value.kind == nodeList || capitalised(text) || strings.Contains(text, "[[")
	case "date", "applied":
		return strings.ContainsAny(text, "0123456789")
	case "email":
		return strings.Contains(text, "@") && !strings.ContainsAny(text, " \t")
	case "timezone":
		return oneWord(text)
	case "started":
		return oneWord(text) || strings.ContainsAny(text, "0123456789")
	}
	return false
}

// oneWord reports whether text is a word alone, as a company is on a telephone
// that was in no mood for capitals.
func oneWord(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(first) && !strings.ContainsAny(text, " \t")
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
	fields := strings.ReplaceAll(strings.TrimRight(r.text[start:stop], "\r\n"), "\r\n", "\n")
	return Fix{Span: Span{top, r.belowFence(stop)}, Text: r.betweenFences(fields+"\n", top, start)}
}

// betweenFences is what stands for fields that begin at start, and for the
// heading above them, if top is one.
func (r *blockReader) betweenFences(fields string, top, start int) string {
	text := "---\n" + fields + "---\n"
	if r.text[top] == '#' {
		text += strings.ReplaceAll(r.text[top:start], "\r\n", "\n")
	}
	return text
}
