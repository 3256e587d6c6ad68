package parser

import (
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// yamlLines returns where the lines of text begin, as the YAML decoder counts
// lines once maskYAML has been there: a lone carriage return ends one too.
func yamlLines(text string) []int {
	lines := make([]int, 1, strings.Count(text, "\n")+2)
	for i := range len(text) {
		if text[i] == '\n' || text[i] == '\r' && (i+1 == len(text) || text[i+1] != '\n') {
			lines = append(lines, i+1)
		}
	}
	return lines
}

// find returns the offset of a line and column, both from 1, columns in
// characters. Going forward on one line is cheap: it starts from the place
// found last.
func (w *yamlWalker) find(line, column int) int {
	if line < 1 || line > len(w.lines) {
		return len(w.text)
	}
	if line != w.line || column < w.column {
		w.line, w.column, w.offset = line, 1, w.lines[line-1]
	}
	for w.column < column && w.offset < len(w.text) {
		_, size := utf8.DecodeRuneInString(w.text[w.offset:])
		w.offset += size
		w.column++
	}
	return w.offset
}

// span returns a span of the note for two offsets of the walker's text.
func (w *yamlWalker) span(start, end int) Span {
	start = min(start, len(w.text))
	end = max(start, min(end, len(w.text)))
	return Span{w.base + start, w.base + end}
}

// skipProperties returns where a value begins behind its anchor and tag.
func (w *yamlWalker) skipProperties(n *yaml.Node, at int) int {
	if n.Anchor == "" && n.Style&yaml.TaggedStyle == 0 && n.Tag != "!" {
		return at
	}
	for at < len(w.text) && (w.text[at] == '&' || w.text[at] == '!') {
		size := strings.IndexAny(w.text[at:], " \t\r\n,]}")
		if size < 0 {
			return len(w.text)
		}
		at += size
		if n.Kind == yaml.ScalarNode && n.Value == "" && n.Style&^yaml.TaggedStyle == 0 {
			continue // nothing follows that belongs to the value
		}
		at = w.skipToContent(at)
	}
	return at
}

// skipToContent skips white space and comments.
func (w *yamlWalker) skipToContent(at int) int {
	for at < len(w.text) {
		switch w.text[at] {
		case ' ', '\t', '\r', '\n':
			at++
		case '#':
			at = lineEnd(w.text, at)
		default:
			return at
		}
	}
	return at
}

// checkSwallowed notes when a quoted value holds a line that reads as the next
// key at the left margin: then a quote is missing, and taking the key for text
// would lose it silently.
func (w *yamlWalker) checkSwallowed(start, end int) {
	end = min(end, len(w.text))
	for at := lineEnd(w.text, start); at < end; at = lineEnd(w.text, at) {
		l := line{at, at, lineEnd(w.text, at)}
		if _, ok := yamlKey(w.text, l); ok {
			w.swallowed = true
			return
		}
	}
}

// checkFence does the same for a line in an unquoted value that is a fence but
// for its indentation.
func (w *yamlWalker) checkFence(start, end int) {
	for at := lineEnd(w.text, start); at < end; at = lineEnd(w.text, at) {
		if strings.TrimSpace(w.text[at:lineEnd(w.text, at)]) == "---" {
			w.swallowed = true
		}
	}
}

// doubleQuotedEnd returns the offset after the quote that closes the one at
// offset at.
func doubleQuotedEnd(text string, at int) int {
	for i := at + 1; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(text)
}

// singleQuotedEnd does the same where a quote is written by doubling it.
func singleQuotedEnd(text string, at int) int {
	for i := at + 1; i < len(text); i++ {
		if text[i] != '\'' {
			continue
		}
		if i+1 == len(text) || text[i+1] != '\'' {
			return i + 1
		}
		i++
	}
	return len(text)
}

// plainEnd returns the end of an unquoted value, and whether it is written
// just as it reads. In a value that runs over several lines, line ends and
// indentation were folded: the value's white space stands for any of them.
func plainEnd(text string, at int, value string) (end int, raw bool) {
	if strings.HasPrefix(text[at:], value) {
		return at + len(value), true
	}
	for i := 0; i < len(value) && at < len(text); i++ {
		if value[i] != ' ' && value[i] != '\n' {
			at++
			continue
		}
		folded := at
		for folded < len(text) && strings.IndexByte(" \t\r\n", text[folded]) >= 0 {
			folded++
		}
		if strings.IndexByte(text[at:folded], '\n') < 0 && strings.IndexByte(text[at:folded], '\r') < 0 {
			at++ // a space of the line itself
			continue
		}
		at = folded
		for i+1 < len(value) && value[i+1] == '\n' {
			i++
		}
	}
	return at, false
}

// blockScalarEnd returns the end of the last line of a value written with | or
// >. Its lines are those indented like the first, or, with a digit in the
// header, that much deeper than the collection that begins at parent.
func blockScalarEnd(text string, at, parent int) int {
	header := text[at:lineEnd(text, at)]
	size := 1
	indent := -1
	for ; size < len(header) && strings.IndexByte("+-123456789", header[size]) >= 0; size++ {
		if c := header[size]; c >= '1' && c <= '9' {
			indent = parent - lineStart(text, parent) + int(c-'0')
		}
	}
	end := at + size
	for next := at + len(header); next < len(text); {
		start := next
		next = lineEnd(text, start)
		content := strings.TrimRight(text[start:next], " \t\r\n")
		if content == "" {
			continue
		}
		depth := len(content) - len(strings.TrimLeft(content, content[:1]))
		if content[0] != ' ' && content[0] != '\t' {
			depth = 0
		}
		if indent < 0 {
			indent = max(depth, 1)
		}
		if depth < indent {
			break
		}
		end = start + len(content)
	}
	return end
}

// flowEnd returns the offset after the bracket that closes a list or mapping
// whose last value ends at offset at.
func flowEnd(text string, at int, bracket byte) int {
	for i := at; i < len(text); i++ {
		switch c := text[i]; c {
		case bracket:
			return i + 1
		case ' ', '\t', '\r', '\n', ',', ':', '?':
		case '#':
			i = lineEnd(text, i) - 1
		default:
			return at
		}
	}
	return at
}
