package render

import (
	"net/url"
	"strings"
)

// markdownText escapes text so that Markdown shows it as it is written: no
// heading, list, link, table, HTML, code, maths, highlight or mention comes
// out of it. The text is one line of words; it may begin a line.
func markdownText(s string) string {
	s = strings.Join(strings.Fields(clean(s)), " ")
	var b strings.Builder
	for i := range len(s) {
		switch c := s[i]; {
		case strings.IndexByte("\\`*_{}[]<>|~&#$%=^", c) >= 0, opensBlock(s, i), opensURL(s, i):
			b.WriteByte('\\')
			b.WriteByte(c)
		case c == '@':
			// Forges look for mentions and addresses in the finished text, where
			// an escape is gone: only something in between keeps them apart.
			b.WriteString("@<!-- -->")
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// opensBlock reports whether the byte at i would make a line that begins with
// s a list item or the underline of a heading.
func opensBlock(s string, i int) bool {
	switch s[i] {
	case '-', '+':
		return i == 0
	case '.', ')':
		return i > 0 && strings.Trim(s[:i], "0123456789") == ""
	}
	return false
}

// opensURL reports whether the byte at i is what makes a bare address a link.
func opensURL(s string, i int) bool {
	switch s[i] {
	case ':':
		return strings.HasPrefix(s[i:], "://")
	case '.':
		return i >= 3 && strings.EqualFold(s[i-3:i], "www")
	}
	return false
}

// markdownCode shows text exactly, in a code span fenced by more backquotes
// than the text has in a row.
func markdownCode(s string) string {
	s = strings.TrimSpace(clean(s))
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	if strings.HasPrefix(s, "`") || strings.HasSuffix(s, "`") {
		s = " " + s + " "
	}
	return fence + s + fence
}

// markdownLink links text to a file below the report's own folder.
func markdownLink(text, path string) string {
	return "[" + markdownText(text) + "](<" + relativeURI(path) + ">)"
}

// relativeURI is a path as a relative reference, everything percent-encoded
// that could end it, change its scheme or leave it.
func relativeURI(path string) string {
	parts := strings.Split(path, "/")
	for i, part := range parts {
		parts[i] = url.PathEscape(part)
	}
	// A colon in the first part would read as a scheme, an ampersand in
	// Markdown as an entity.
	return strings.NewReplacer(":", "%3A", "&", "%26").Replace(strings.Join(parts, "/"))
}
