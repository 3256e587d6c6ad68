package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// leadingFields returns where the lines end that surely are fields of a block
// which is never closed; from, where the first one is none. Everything below
// is the body. The bounds are narrow on purpose: a body line taken for a field
// would vanish from the body.
func (r *blockReader) leadingFields(syntax string, from int) int {
	text := r.text
	stop := from
	gap := false     // blank lines since the last field
	comment := false // or comments: headings of the body, unless a field follows
	list := false    // the last field has no value on its line
	for at := from; at < len(text); at = lineEnd(text, at) {
		l := lineAt(text, at)
		k, isField := fieldLine(text, syntax, l)
		switch {
		case l.blank():
			gap = true
			continue
		case conflictLine(text, l):
		case isField && l.column() == 0 && plausibleKey(k.name, gap):
			list = k.value.Start == k.value.End
		case almostField(text, syntax, l, gap):
			list = false
		case text[l.content] == '#' && !gap:
			comment = true
			continue
		// From here on the line is no field: it continues one, or ends them.
		case gap || comment || stop == from || isFence(text[l.content:l.end]):
			return stop
		case l.column() == 0 && (!list || !isDash(text, l)) && text[l.content] != ']' && text[l.content] != '}':
			return stop
		}
		gap, comment = false, false
		stop = lineEnd(text, at)
	}
	return stop
}

// leadingObject is leadingFields for a JSON object.
func (r *blockReader) leadingObject(from int) int {
	scratch := &blockReader{src: r.src, text: r.text}
	root, end := scratch.readJSON(from, len(r.text), false)
	if root.kind != nodeMap || len(root.pairs) == 0 {
		return from
	}
	return lineEnd(r.text, end)
}

// isFence reports whether a line's text is a fence.
func isFence(line string) bool { return line == "---" || line == "+++" || line == ";;;" }

// conflictLine reports whether a line is a marker git left behind.
func conflictLine(text string, l line) bool {
	for _, marker := range [...]string{"<<<<<<<", "|||||||", "=======", ">>>>>>>"} {
		if isMarker(text[l.start:l.end], marker) {
			return true
		}
	}
	return false
}

// almostField reports whether a line that is no field of its syntax was meant
// to be one, or part of one.
func almostField(text, syntax string, l line, gap bool) bool {
	switch syntax {
	case "toml":
		return isTOML(text, l)
	case "yaml":
		return !gap && l.column() == 0 && tightField(text[l.content:l.end])
	}
	return false
}

// tightField reports whether a line is one of the journal's fields with no space
// behind the colon, which YAML takes for a text; whoever reads it says so.
func tightField(line string) bool {
	name, value, found := strings.Cut(line, ":")
	if !found || value == "" || strings.HasPrefix(value, "/") {
		return false
	}
	key := foldKey(strings.TrimSpace(name))
	for _, names := range []fieldNames{interviewFields, applicationFields, referenceFields, outreachFields, searchFields} {
		if names.field[key] != "" {
			return true
		}
	}
	return false
}

// plausibleKey tells a key from prose that holds a colon: three words at most.
// Below a blank line it must be one lower-case word, since the body probably
// has begun.
func plausibleKey(name string, gap bool) bool {
	first, _ := utf8.DecodeRuneInString(name)
	if gap && (!unicode.IsLower(first) || strings.ContainsAny(name, " \t")) {
		return false
	}
	return len(name) <= 40 && len(strings.Fields(name)) <= 3
}
