package parser

import (
	"fmt"
	"strings"
	"unicode"
)

// explainValue says in plain words why YAML refuses a value, what to write
// instead, and the edit that does it.
func explainValue(text string, bad Span) (message, hint string, fixes []Fix) {
	value := text[bad.Start:bad.End]
	fix := []Fix{{Span: bad, Text: quoteYAML(value)}}
	quoted := "put the value in quotes: " + shorten(quoteYAML(value))
	switch {
	case value == "":
		return "the value here cannot be read", "write it as `key: value`", nil
	case strings.ContainsFunc(value, isControl):
		clean := strings.Map(dropControl, value)
		return "the value holds a character that cannot be seen", "remove it", []Fix{{Span: bad, Text: clean}}
	case strings.ContainsRune(value, '\n'):
		return "these lines cannot be read as one value", "check their indentation", nil
	}
	switch c := value[0]; c {
	case '"', '\'':
		return explainQuoted(value, bad, c)
	case '[', '{':
		closing := map[byte]string{'[': "]", '{': "}"}[c]
		if !strings.HasSuffix(value, closing) {
			return "the " + string(c) + " here is never closed", "end the value with " + closing,
				[]Fix{{Span: Span{bad.End, bad.End}, Text: closing}}
		}
		return "the list here cannot be read", "put names with special characters in quotes, or write one per line after `- `", nil
	case '*':
		if !strings.ContainsAny(value[1:], " *:") {
			return "the value repeats *" + value[1:] + ", which is not written above", quoted, fix
		}
		fallthrough
	case '@', '`', '%', '&', '!', '|', '>', ',', ']', '}', '#', '?':
		return fmt.Sprintf("a value cannot begin with %c", c), quoted, fix
	case '-':
		return "a list cannot begin on the line of its key", "begin the list on the next line, or put the value in quotes", fix
	}
	if strings.Contains(value, ": ") || strings.HasSuffix(value, ":") {
		return "the value holds a colon, which reads as one more key", quoted, fix
	}
	return "the value here cannot be read", quoted, fix
}

// explainQuoted does so for a value that begins with a quote.
func explainQuoted(value string, bad Span, quote byte) (message, hint string, fixes []Fix) {
	end := quotedEnd(value, 0)
	switch {
	case end < 2 || value[end-1] != quote || end == len(value) && strings.HasSuffix(value, `\"`):
		if quote == '"' && strings.HasSuffix(value, `\`) {
			return "the quote at the start is never closed", "end the value with the same quote", nil // which this backslash would escape
		}
		return "the quote at the start is never closed", "end the value with the same quote",
			[]Fix{{Span: Span{bad.End, bad.End}, Text: string(quote)}}
	case end < len(value):
		return "text follows the closing quote", "put the whole value in quotes: " + shorten(quoteYAML(value)),
			[]Fix{{Span: bad, Text: quoteYAML(value)}}
	case quote == '"' && strings.Contains(value, `\`):
		inner := "'" + strings.ReplaceAll(value[1:len(value)-1], "'", "''") + "'"
		return "a backslash in double quotes has a meaning of its own", "use single quotes: " + shorten(inner),
			[]Fix{{Span: bad, Text: inner}}
	}
	return "the value here cannot be read", "check its quotes", nil
}

// explainLine does so for lines that belong to no key.
func explainLine(text string, bad Span) (message, hint string, fixes []Fix) {
	written := text[bad.Start:bad.End]
	if strings.ContainsRune(written, '\n') {
		return "these lines are no `key: value`", "move text below the closing line, or indent it below its key", nil
	}
	if k, ok := almostKey(text, line{bad.Start, bad.Start, bad.End}); ok {
		at := k.key.End
		if text[at] == ':' {
			return "a space is missing after the colon", "write it as `key: value`",
				[]Fix{{Span: Span{at + 1, at + 1}, Text: " "}}
		}
		return "an equals sign stands where YAML has a colon", "write it as `key: value`",
			[]Fix{{Span: Span{at, k.value.Start}, Text: ": "}}
	}
	l := line{lineStart(text, bad.Start), bad.Start, bad.End}
	if _, ok := yamlKey(text, l); ok && l.column() > 0 {
		return "this line is indented, and the line above has a value already", "begin it at the same column as the line above",
			nil
	}
	if strings.ContainsFunc(written, isControl) {
		return "the line holds a character that cannot be seen", "remove it",
			[]Fix{{Span: bad, Text: strings.Map(dropControl, written)}}
	}
	return "this line is no `key: value`, and belongs to none", "write it as `key: value`, or indent it below its key", nil
}

// quoteYAML writes a value so that YAML takes it for the text it is.
func quoteYAML(value string) string {
	if strings.ContainsAny(value, `"\`) {
		return "'" + strings.ReplaceAll(value, "'", "''") + "'"
	}
	return `"` + value + `"`
}

func isControl(c rune) bool { return unicode.IsControl(c) && c != '\t' && c != '\n' && c != '\r' }

func dropControl(c rune) rune {
	if isControl(c) {
		return -1
	}
	return c
}

// shorten keeps a hint to about one line.
func shorten(s string) string {
	const limit = 60
	for i := range s {
		if i >= limit {
			return s[:i] + "…"
		}
	}
	return s
}
