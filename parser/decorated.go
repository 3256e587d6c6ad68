package parser

import "strings"

// decoratedFields warns of fields that are written as text at the top of a note,
// in bold, as a list or with another mark than a colon: `**Company:** Acme`. Nothing of them is read, since what
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
		key, value, ok := names.decoratedField(r.text[l.content:l.end])
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
// has neither a bullet nor anything around its key, nor another mark than a
// colon between key and value: `Company – Acme`, `company:: Acme`.
func (names fieldNames) decoratedField(text string) (key, value string, ok bool) {
	bare := text
	for _, bullet := range []string{"- ", "* ", "+ ", "> "} {
		bare = strings.TrimPrefix(bare, bullet)
	}
	bare = strings.TrimLeft(bare, " ")
	key, value, ok = strings.Cut(bare, ":")
	value, twice := strings.CutPrefix(value, ":")
	plain := bare == text && strings.IndexByte("*_", text[0]) < 0 && !twice
	if !ok || plain || strings.Contains(key, " - ") {
		if key, value, ok = cutDash(bare); !ok || names.field[foldKey(undecorated(key))] == "" {
			return "", "", false
		}
	}
	key, value = undecorated(key), strings.Trim(value, "*_ \t")
	if strings.Contains(value, ": ") || strings.Contains(value, " #") { // text here, and not in a field
		value = quoteYAML(value)
	}
	return key, value, foldKey(key) != ""
}

// undecorated is a key without the marks around it.
func undecorated(key string) string { return strings.Trim(key, "*_ ") }

// cutDash cuts a line at its first dash between spaces.
func cutDash(text string) (before, behind string, ok bool) {
	at, width := len(text), 0
	for _, dash := range []string{" - ", " – ", " — "} {
		if i := strings.Index(text[:at], dash); i >= 0 {
			at, width = i, len(dash)
		}
	}
	return text[:at], text[min(at+width, len(text)):], width > 0
}
