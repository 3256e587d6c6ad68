package parser

import "strings"

// decoratedFields warns of fields that are written as text at the top of a note,
// in bold or as a list: `**Company:** Acme`. Nothing of them is read, since what
// is added to such a note by hand or by a verb would stand beside them; the fix
// makes fields of them. Like readUnfenced it wants to be sure: the place of the
// note says what it is, and the fields say all that its kind needs.
func (r *blockReader) decoratedFields(names fieldNames, marks []string, top, start int) {
	var fields strings.Builder
	first, end, blanks := lineAt(r.text, start), start, 0
	for at := start; at < len(r.text); at = lineEnd(r.text, at) {
		l := lineAt(r.text, at)
		if l.blank() {
			blanks++
			continue
		}
		key, value, ok := decoratedField(r.text[l.content:l.end])
		if !ok || end == start && names.field[foldKey(key)] == "" {
			break
		}
		fields.WriteString(strings.Repeat("\n", blanks) + key + ": " + value + "\n")
		end, blanks = lineEnd(r.text, at), 0
	}
	if end == start || templateMarks(r.text) {
		return
	}
	scratch := &blockReader{src: r.src, text: fields.String()}
	root := scratch.block("yaml", 0, fields.Len())
	if root.kind != nodeMap || !names.entryOf(&root, marks) || names.given(&root, marks) < len(marks) {
		return
	}
	fix := Fix{Span{top, end}, r.betweenFences(fields.String(), top, start)}
	r.damaged(UnclosedFrontmatter, Span{first.start, first.end}, "the fields at the top are written as text, and nothing of the note is read",
		"write them between two lines of ---, without marks around them: company: Acme Robotics", fix)
}

// decoratedField reads a line of text that was meant as a field; false where it
// has neither a bullet nor anything around its key.
func decoratedField(text string) (key, value string, ok bool) {
	bare := text
	for _, bullet := range []string{"- ", "* ", "+ ", "> "} {
		bare = strings.TrimPrefix(bare, bullet)
	}
	bare = strings.TrimLeft(bare, " ")
	key, value, ok = strings.Cut(bare, ":")
	if !ok || bare == text && strings.IndexByte("*_", text[0]) < 0 {
		return "", "", false
	}
	key, value = strings.Trim(key, "*_ "), strings.Trim(value, "*_ \t")
	if strings.Contains(value, ": ") || strings.Contains(value, " #") { // text here, and not in a field
		value = quoteYAML(value)
	}
	return key, value, foldKey(key) != ""
}
