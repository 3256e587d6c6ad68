package parser

import (
	"strings"
	"unicode/utf8"
)

// key reads a key and its colon; it stays where it is when none comes next.
func (p *plainYAML) key() (At[string], bool) {
	end := p.at
	for end < len(p.text) && (isWordByte(p.text[end]) || p.text[end] >= utf8.RuneSelf ||
		end > p.at && strings.IndexByte(" -./()&'", p.text[end]) >= 0) {
		end++
	}
	key := At[string]{p.text[p.at:end], Span{p.at, end}}
	if end == p.at || end-p.at > plainKey || p.text[end-1] == ' ' || end == len(p.text) || p.text[end] != ':' ||
		end+1 < len(p.text) && !isWhite(p.text[end+1]) {
		return At[string]{}, false
	}
	p.at = end + 1
	return key, true
}

// line reads a value that takes the rest of a line, which is not empty.
func (p *plainYAML) line() (node, bool) {
	n, ok := p.inline(false, plainDepth)
	end := p.at
	p.skipSpaces()
	ok = ok && p.lineEnds()
	p.at = end
	return n, ok
}

// inline reads a value on one line: in brackets or quotes, else up to the
// line's end or, in brackets itself (flow), to what ends it there.
func (p *plainYAML) inline(flow bool, depth int) (node, bool) {
	switch c := p.next(); {
	case depth == 0 || strings.IndexByte("\n-?:,]}#&*!|>%@`", c) >= 0:
		return node{}, false
	case c == '[':
		return p.list(depth - 1)
	case c == '{':
		return p.mapping(depth - 1)
	case c == '"' || c == '\'':
		return p.quoted(c)
	}
	return p.plain(flow)
}

// list reads a list in brackets.
func (p *plainYAML) list(depth int) (node, bool) {
	n := node{kind: nodeList, items: []node{}, span: Span{p.at, p.at}}
	ok := p.entries(']', func() bool {
		item, ok := p.inline(true, depth)
		n.items = append(n.items, item)
		return ok
	})
	n.span.End = p.at
	return n, ok
}

// mapping reads a mapping in brackets.
func (p *plainYAML) mapping(depth int) (node, bool) {
	m := mapping{r: p.r, pairs: []pair{}}
	span := Span{p.at, p.at}
	ok := p.entries('}', func() bool {
		key, ok := p.key()
		if !ok {
			return false
		}
		p.skipSpaces()
		value, ok := p.inline(true, depth)
		m.add(pair{key: key, value: value})
		return ok
	})
	span.End = p.at
	return m.asNode(span), ok
}

// entries reads what stands in brackets, from the opening one.
func (p *plainYAML) entries(closing byte, entry func() bool) bool {
	p.at++
	p.skipSpaces()
	for more := p.next() != closing; more; {
		if !entry() {
			return false
		}
		p.skipSpaces()
		if more = p.next() == ','; more {
			p.at++
			p.skipSpaces()
		}
	}
	if p.next() != closing {
		return false
	}
	p.at++
	return true
}

// quoted reads text in quotes that holds none of its own and no escapes.
func (p *plainYAML) quoted(quote byte) (node, bool) {
	start := p.at
	for p.at++; p.next() != quote; p.at++ {
		if c := p.next(); c == '\n' || c == '\\' && quote == '"' {
			return node{}, false
		}
	}
	p.at++
	n := node{kind: nodeScalar, text: p.text[start+1 : p.at-1], span: Span{start, p.at}}
	return n, p.next() != quote
}

// plain reads text without quotes.
func (p *plainYAML) plain(flow bool) (node, bool) {
	start := p.at
	for ; !p.lineEnds(); p.at++ {
		c, follows := p.text[p.at], byte('\n')
		if p.at+1 < len(p.text) {
			follows = p.text[p.at+1]
		}
		if flow && (c == ',' || c == ']' || c == '}') {
			break
		}
		if c == ':' && (isWhite(follows) || flow && strings.IndexByte(",[]{}", follows) >= 0) ||
			flow && strings.IndexByte("[{?", c) >= 0 {
			return node{}, false
		}
	}
	text := strings.TrimRight(p.text[start:p.at], " ")
	n := node{kind: nodeScalar, text: text, raw: true, span: Span{start, start + len(text)}}
	switch text {
	case "~", "null", "Null", "NULL":
		n = node{span: n.span}
	}
	return n, true
}
