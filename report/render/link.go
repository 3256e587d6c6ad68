package render

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"debrief/parser"
)

// Links say where a page's links to notes lead. The zero Links are relative to
// the journal's folder.
type Links struct {
	// Template makes a link of each note; the zero LinkTemplate is a link
	// relative to the page.
	Template LinkTemplate
	// Root is the journal's folder, absolute and with forward slashes, for {path}.
	Root string
	// Base leads from the page's folder to the journal's, with forward slashes:
	// "", "..", "search", or an absolute path where the two share no root.
	Base string
	// None: the notes lie nowhere that could be led to, as on standard input.
	None bool
}

// A LinkTemplate is an address with a place for a note, such as
// vscode://file{path}:{line}. Whatever a note is called, its name cannot leave
// the place that the template has for it.
type LinkTemplate struct{ parts []string } // text, placeholder, text, …, text

// linkPlaceholders are what a template may hold.
var linkPlaceholders = []string{"path", "file", "line", "column"}

// unsafeSchemes are those of addresses that carry their content with them, or
// show another's: a click would run it or show it as the page's own.
var unsafeSchemes = []string{"javascript", "vbscript", "livescript", "data", "blob", "filesystem", "view-source", "about", "jar"}

// ParseLink reads a template. It refuses one that names no note, has a
// placeholder that is none, or an address that a click would run.
func ParseLink(s string) (LinkTemplate, error) {
	var t LinkTemplate
	if strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r == 0x7f || fateOf(r) != kept || r == '\\' }) {
		return t, errors.New("has a blank, a backslash or an invisible character: write it percent-encoded")
	}
	rest := s
	for {
		text, after, found := strings.Cut(rest, "{")
		if strings.Contains(text, "}") {
			return t, errors.New("has a } without a { before it")
		}
		t.parts = append(t.parts, text)
		if !found {
			break
		}
		name, behind, closed := strings.Cut(after, "}")
		if !closed {
			return t, errors.New("has a { without a } behind it")
		}
		if !slices.Contains(linkPlaceholders, name) {
			return t, fmt.Errorf("has {%s}, and there are only {path}, {file}, {line} and {column}", name)
		}
		t.parts = append(t.parts, name)
		rest = behind
	}
	if !t.holds("path") && !t.holds("file") {
		return t, errors.New("says nowhere which note it leads to: it needs {path} or {file}")
	}
	scheme, _, found := strings.Cut(t.parts[0], ":")
	switch {
	case strings.Contains(scheme, "/"), !found && t.parts[0] == "" && t.parts[1] == "path": // no scheme can follow
	case found && !safeScheme(scheme):
		return t, fmt.Errorf("begins with %s:, which is no address that a page may lead to", scheme)
	case !found && t.colon():
		return t, errors.New("has a colon where a note's name could pass for a scheme: begin with one, or with ./")
	}
	return t, nil
}

// colon reports whether the text behind the first placeholder has a colon.
func (t LinkTemplate) colon() bool {
	for i := 2; i < len(t.parts); i += 2 {
		if strings.Contains(t.parts[i], ":") {
			return true
		}
	}
	return false
}

// safeScheme reports whether what stands before the first colon is the scheme
// of an address, and of one that leads somewhere.
func safeScheme(scheme string) bool {
	for i := range len(scheme) {
		c := scheme[i] | 0x20
		letter := c >= 'a' && c <= 'z'
		if !letter && (i == 0 || !strings.ContainsRune("0123456789+-.", rune(scheme[i]))) {
			return false
		}
	}
	return scheme != "" && !slices.Contains(unsafeSchemes, strings.ToLower(scheme))
}

// holds reports whether a placeholder is in the template.
func (t LinkTemplate) holds(name string) bool {
	for i := 1; i < len(t.parts); i += 2 {
		if t.parts[i] == name {
			return true
		}
	}
	return false
}

// to is the link to a place, "" for what stands nowhere that could be led to.
func (l Links) to(at parser.Place) string {
	if at.Path() == "" {
		return ""
	}
	return l.at(at.Path(), at.Start())
}

// toFile is the link to the top of a note.
func (l Links) toFile(path string) string {
	return l.at(path, parser.LineColumn{Line: 1, Column: 1})
}

func (l Links) at(path string, where parser.LineColumn) string {
	if l.None {
		return ""
	}
	if len(l.Template.parts) == 0 {
		return l.relative(path)
	}
	var b strings.Builder
	for i, part := range l.Template.parts {
		if i%2 == 0 {
			b.WriteString(part)
			continue
		}
		switch part {
		case "path":
			b.WriteString(absoluteURI(strings.TrimSuffix(l.Root, "/") + "/" + path))
		case "file":
			b.WriteString(encodePath(path))
		case "line":
			b.WriteString(strconv.Itoa(where.Line))
		case "column":
			b.WriteString(strconv.Itoa(where.Column))
		}
	}
	return b.String()
}

// relative is a link from the page's folder.
func (l Links) relative(path string) string {
	switch {
	case l.Base == "" || l.Base == ".":
		return encodePath(path)
	case strings.HasPrefix(l.Base, "/") || hasDrive(l.Base):
		return "file://" + absoluteURI(strings.TrimSuffix(l.Base, "/")+"/"+path)
	}
	return encodePath(strings.TrimSuffix(l.Base, "/") + "/" + path)
}

// absoluteURI is an absolute path as it stands in an address: it begins with a
// slash, also where the system's begin with a drive.
func absoluteURI(path string) string {
	if hasDrive(path) {
		return "/" + path[:2] + encodePath(path[2:])
	}
	if strings.HasPrefix(path, "/") {
		return encodePath(path)
	}
	return "/" + encodePath(path)
}

// hasDrive reports whether a path begins as Windows' do: C:/.
func hasDrive(path string) bool {
	return len(path) > 2 && path[1] == ':' && path[2] == '/' && path[0]|0x20 >= 'a' && path[0]|0x20 <= 'z'
}

// encodePath percent-encodes all of a path but letters, digits, -._~ and its
// slashes, so that it can end nothing in an address and add nothing to it.
func encodePath(path string) string {
	const hexDigits = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(path) {
		c := path[i]
		switch {
		case c|0x20 >= 'a' && c|0x20 <= 'z', c >= '0' && c <= '9', strings.IndexByte("-._~/", c) >= 0:
			b.WriteByte(c)
		default:
			b.WriteByte('%')
			b.WriteByte(hexDigits[c>>4])
			b.WriteByte(hexDigits[c&15])
		}
	}
	return b.String()
}
