package parser

import (
	"errors"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// skip reports the statement at or below an offset, which cannot be read, and
// returns where the next one begins.
func (t *tomlReader) skip(at int, err error) int {
	where := len(t.text)
	var perr *unstable.ParserError
	if errors.As(err, &perr) {
		where = t.from + len(t.block) - cap(perr.Highlight)
	}
	for at < len(t.text) && idle(t.text, lineAt(t.text, at)) {
		if at = lineEnd(t.text, at); where < at {
			return at // a comment TOML refuses; nothing is lost with it
		}
	}
	if at == len(t.text) {
		return at
	}
	t.budget -= max(0, where-at)
	l := lineAt(t.text, at)
	next := lineEnd(t.text, at)
	k, isKey := tomlKey(t.text, l)
	value := t.text[k.value.Start:k.value.End]
	bad := t.badPart(l, k, isKey, where)
	switch {
	case t.budget < 0: // each try may read far ahead: see tomlReader.budget
		t.r.damaged(BadFrontmatter, Span{l.content, len(t.text)}, "from here on, the block cannot be read", "")
		return len(t.text)
	case isKey && bad == k.value && isPlaceholders(value):
		t.current.set([]At[string]{{k.name, k.key}}, node{kind: nodeScalar, text: value, raw: true, span: k.value})
		return next
	case isKey:
		t.current.set([]At[string]{{k.name, k.key}}, node{kind: nodeBroken, span: k.value})
	case t.text[l.content] == '[':
		// Whose the fields below are is unknown: they are nobody's.
		t.current = &tomlTable{mapping: mapping{r: t.r}}
		t.breakHeader(l)
	}
	message, hint, fixes := explainTOML(t.text, bad, isKey)
	t.r.damaged(BadFrontmatter, bad, message, hint, fixes...)
	// The lines of a list or text that went on below belong to it.
	for next < len(t.text) && !isTOML(t.text, lineAt(t.text, next)) {
		next = lineEnd(t.text, next)
	}
	return next
}

// badPart returns the part of a statement that the parser could not read: the
// value on its first line, or the later line that holds offset where.
func (t *tomlReader) badPart(l line, k keyLine, isKey bool, where int) Span {
	switch {
	case where >= lineEnd(t.text, l.start) && where < len(t.text):
		later := wholeLine(lineAt(t.text, lineStart(t.text, where)))
		written := strings.TrimRight(t.text[later.Start:later.End], ", \t")
		return Span{later.Start, later.Start + len(written)}
	case isKey:
		return k.value
	}
	return wholeLine(l)
}

// breakHeader notes that there was a table of the name in a damaged header.
func (t *tomlReader) breakHeader(l line) {
	name := strings.Trim(t.text[l.content:l.end], "[] \t")
	at := l.content + strings.Index(t.text[l.content:l.end], name)
	span := Span{at, at + len(name)}
	if name != "" && t.root.find(foldKey(name)) < 0 {
		t.root.set([]At[string]{{name, span}}, node{kind: nodeBroken, span: span})
	}
}

// tomlKey takes a line of the form `key = value` apart.
func tomlKey(text string, l line) (keyLine, bool) {
	s := text[l.content:l.end]
	size := 0
	for size < len(s) && s[size] != '=' {
		switch c := s[size]; {
		case c == '"' || c == '\'':
			size = quotedEnd(s, size)
			continue
		case strings.IndexByte("#[]{},:;()<>", c) >= 0:
			return keyLine{}, false
		}
		size++
	}
	name := strings.TrimRight(s[:min(size, len(s))], " \t")
	if size >= len(s) || name == "" {
		return keyLine{}, false
	}
	key := Span{l.content, l.content + len(name)}
	return keyLine{strings.Trim(name, `"'`), key, valueSpan(s, size+1, l.content)}, true
}

// isTOML reports whether a line begins a statement.
func isTOML(text string, l line) bool {
	if _, ok := tomlKey(text, l); ok {
		return true
	}
	v := valueSpan(text[l.content:l.end], 0, l.content)
	s := text[v.Start:v.End]
	return strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]") && strings.Trim(s, "[]") != "" &&
		!strings.ContainsAny(strings.Trim(s, "[]"), `[],"'`)
}

// isPlaceholders reports whether a value is made of [[links]], {{placeholders}}
// or <% template code %> alone, which every syntax takes for text.
func isPlaceholders(value string) bool {
	if value == "" {
		return false
	}
	for value != "" {
		size := 0
		for _, brackets := range yamlBrackets {
			if strings.HasPrefix(value, brackets[0]) {
				size = enclosed(value, brackets[0], brackets[1])
			}
		}
		if size == 0 {
			return false
		}
		value = strings.TrimLeft(value[size:], ", \t")
	}
	return true
}
