package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Nearly every note's YAML is plain: keys at the margin with values on one
// line, lists and mappings of those in brackets, lists of them on lines of
// their own, comments. The decoder takes longer for it than the rest of the
// note does, so a plainYAML reads that much by itself, in one pass.
//
// It is no second opinion on YAML: it takes only text that has one reading,
// and at the first byte it has no rule for, the whole block is the decoder's.
// It needs no problem of its own but duplicate keys, and FuzzPlainYAML holds
// what it takes to the decoder's tree, span by span.
//
// What keeps it simple: no tab, no carriage return and nothing that cannot be
// seen gets in, nor do maskYAML's brackets, anchors, tags, aliases, escapes,
// block scalars, directives. And every value ends on its line, since a line
// that begins with a space is refused unless it is an item, a comment or blank.
type plainYAML struct {
	r    *blockReader
	text string // the note's, up to the end of the block
	at   int
}

const (
	plainDepth = 8   // of nesting; the decoder takes more
	plainKey   = 128 // bytes of a key; the decoder takes 1024 characters
)

// readPlainYAML reads a block if it is plain.
func (r *blockReader) readPlainYAML(from, to int) (node, bool) {
	if !seenAsWritten(r.text[from:to]) {
		return node{}, false
	}
	problems := len(r.problems)
	p := plainYAML{r: r, text: r.text[:to], at: from}
	if p.nextLine() == 0 {
		if root, ok := p.fields(); ok {
			return root, true
		}
	}
	r.problems = r.problems[:problems]
	return node{}, false
}

// seenAsWritten reports whether every character of text is a line feed or can
// be seen, and none of maskYAML's brackets opens in it.
func seenAsWritten(text string) bool {
	for i, c := range text {
		switch {
		case c == '[' || c == '{' || c == '<':
			if i+1 < len(text) && (text[i+1] == text[i] || text[i+1] == '%') {
				return false
			}
		case c < ' ' && c != '\n', c == '\x7f', c == utf8.RuneError, c >= utf8.RuneSelf && !unicode.IsPrint(c):
			return false
		}
	}
	return true
}

// fields reads the pairs of the block from the first key to the end.
func (p *plainYAML) fields() (node, bool) {
	m := mapping{r: p.r, pairs: *pairBuffers.Get().(*[]pair)}
	span := Span{p.at, p.at}
	for indent := 0; indent >= 0; indent = p.nextLine() {
		key, ok := p.key()
		if !ok || indent > 0 {
			return node{}, false
		}
		value, ok := p.value()
		if !ok {
			return node{}, false
		}
		m.add(pair{key: key, value: value})
		span.End = max(span.End, value.span.End)
	}
	return m.asNode(span), true
}

// value reads what belongs to a key: the rest of its line, or the items on
// the lines below.
func (p *plainYAML) value() (node, bool) {
	after := p.at
	if p.skipSpaces(); !p.lineEnds() {
		return p.line()
	}
	indent := p.nextLine()
	list := node{kind: nodeList, span: Span{p.at, p.at}}
	for next := indent; next == indent && strings.HasPrefix(p.text[p.at:], "- "); next = p.nextLine() {
		p.at++
		p.skipSpaces()
		item, ok := p.line()
		if !ok {
			return node{}, false
		}
		list.items, list.span.End = append(list.items, item), item.span.End
		after = p.at
	}
	p.at = after // the line that is no item
	if list.items == nil {
		return node{span: Span{after, after}}, true
	}
	return list, true
}

// nextLine goes from the end of a line, or the start of the block, to the
// next with more than a comment, and returns its indentation; -1 at the end.
func (p *plainYAML) nextLine() int {
	for start := p.at; start < len(p.text); start = p.at {
		if p.skipSpaces(); !p.lineEnds() {
			return p.at - start
		}
		p.at = lineEnd(p.text, p.at)
	}
	return -1
}

func (p *plainYAML) skipSpaces() {
	for p.next() == ' ' {
		p.at++
	}
}

// next returns the next byte, a line feed at the end.
func (p *plainYAML) next() byte {
	if p.at == len(p.text) {
		return '\n'
	}
	return p.text[p.at]
}

// lineEnds reports whether nothing more comes on the line but a comment.
func (p *plainYAML) lineEnds() bool {
	c := p.next()
	return c == '\n' || c == '#' && (p.at == 0 || isWhite(p.text[p.at-1]))
}
