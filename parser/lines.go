package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A line is one line of a block, by offsets: where it begins, where its text
// begins behind the indentation (and behind a list marker already read), and
// where its text ends before white space and the line end.
type line struct{ start, content, end int }

func (l line) blank() bool { return l.content >= l.end }

// column is the line's indentation in bytes.
func (l line) column() int { return l.content - l.start }

// splitLines cuts the bytes between two offsets into lines.
func splitLines(text string, from, to int) []line {
	lines := make([]line, 0, strings.Count(text[from:to], "\n")+1)
	for from < to {
		next := min(lineEnd(text, from), to)
		l := line{start: from, content: from, end: next}
		for l.end > from && isWhite(text[l.end-1]) {
			l.end--
		}
		for l.content < l.end && isWhite(text[l.content]) {
			l.content++
		}
		lines = append(lines, l)
		from = next
	}
	return lines
}

// lineAt returns the line that begins at an offset.
func lineAt(text string, at int) line {
	if at >= len(text) {
		return line{at, at, at}
	}
	return splitLines(text, at, lineEnd(text, at))[0]
}

func isWhite(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

// A keyLine is a line of the form `key: value`, by offsets.
type keyLine struct {
	name  string // unquoted
	key   Span   // quotes included
	value Span   // empty where the line ends without one; no comment
}

// yamlKey takes a line apart. The key is a plain or quoted text on that line.
func yamlKey(text string, l line) (keyLine, bool) {
	s := strings.TrimRight(text[l.content:l.end], " \t\r\n")
	if s == "" {
		return keyLine{}, false
	}
	var size int
	var name string
	switch s[0] {
	case '"', '\'':
		if size = quotedEnd(s, 0); size < 2 || s[size-1] != s[0] {
			return keyLine{}, false
		}
		name = s[1 : size-1]
	default:
		if size = plainKeyEnd(s); size <= 0 {
			return keyLine{}, false
		}
		name = strings.TrimRight(s[:size], " \t")
	}
	k := keyLine{name: name, key: Span{l.content, l.content + max(size, len(name))}}
	if s[0] != '"' && s[0] != '\'' {
		k.key.End = l.content + len(name)
	}
	colon := size
	for colon < len(s) && (s[colon] == ' ' || s[colon] == '\t') {
		colon++
	}
	if colon == len(s) || s[colon] != ':' || colon+1 < len(s) && s[colon+1] != ' ' && s[colon+1] != '\t' {
		return keyLine{}, false
	}
	k.value = valueSpan(s, colon+1, l.content)
	return k, true
}

// almostKey takes a line apart that is a field but for its separator: a colon
// without a space, or an equals sign.
func almostKey(text string, l line) (keyLine, bool) {
	s := text[l.content:max(l.content, l.end)]
	size := 0
	for size < len(s) && (isWordByte(s[size]) || s[size] == '-' || s[size] >= utf8.RuneSelf) {
		size++
	}
	rest := strings.TrimLeft(s[size:], " \t")
	if size == 0 || s[0] == '-' || rest == "" || rest == ":" || strings.HasPrefix(rest, "://") {
		return keyLine{}, false
	}
	if rest[0] != '=' && (s[size] != ':' || isWhite(s[size+1])) {
		return keyLine{}, false
	}
	key := Span{l.content, l.content + size}
	return keyLine{s[:size], key, valueSpan(s, len(s)-len(rest)+1, l.content)}, true
}

func isWordByte(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// plainKeyEnd returns the offset of the colon that ends an unquoted key, -1
// when s does not begin with one.
func plainKeyEnd(s string) int {
	first, _ := utf8.DecodeRuneInString(s)
	link := strings.HasPrefix(s, "[[")
	if !unicode.IsLetter(first) && !unicode.IsDigit(first) && first != '_' && first != '<' && first != '.' && !link {
		return -1
	}
	from := 0
	if link {
		from = max(0, strings.Index(s, "]]"))
	}
	for i := from; i < len(s); i++ {
		if s[i] == ':' && (i+1 == len(s) || s[i+1] == ' ' || s[i+1] == '\t') {
			return i
		}
		if s[i] == '#' && i > 0 && isWhite(s[i-1]) {
			return -1
		}
	}
	return -1
}

// valueSpan returns where the value behind offset from of s stands, without a
// comment; base is added to both ends.
func valueSpan(s string, from, base int) Span {
	for from < len(s) && isWhite(s[from]) {
		from++
	}
	search := from
	if from < len(s) && (s[from] == '"' || s[from] == '\'') {
		search = quotedEnd(s, from) // a # in quotes begins no comment
	}
	end := len(s)
	for i := search; i < len(s); i++ {
		if s[i] == '#' && (i == from || isWhite(s[i-1])) {
			end = i
			break
		}
	}
	for end > from && isWhite(s[end-1]) {
		end--
	}
	return Span{base + from, base + max(from, end)}
}

// quotedEnd returns the offset after the quote that closes the one at offset
// at, or the end of s.
func quotedEnd(s string, at int) int {
	if s[at] == '"' {
		return doubleQuotedEnd(s, at)
	}
	return singleQuotedEnd(s, at)
}

// isDash reports whether a line is, or begins with, a YAML list marker.
func isDash(text string, l line) bool {
	return !l.blank() && text[l.content] == '-' && (l.content+1 == l.end || isWhite(text[l.content+1]))
}

// idle reports whether a line is blank or a comment.
func idle(text string, l line) bool { return l.blank() || text[l.content] == '#' }

// lineStart returns where the line that holds an offset begins.
func lineStart(text string, at int) int { return strings.LastIndexByte(text[:at], '\n') + 1 }
