package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// personText is a person as one note writes them. Name may still be several
// people when splittable: only the whole journal knows whether "Marks and
// Spencer" is one.
type personText struct {
	Name       At[string]
	Email      string
	Title      string
	Manager    bool
	splittable string // the separators at which Name may be split, "" for none
}

// readPerson reads `Dana Reyes`, `Dana Reyes <dana@acme.example>` or `Dana
// Reyes (hiring manager)`.
func readPerson(text At[string]) personText {
	p := personText{Name: text}
	name := p.cutLabel(withoutNumber(unlink(text.Value)))
	if open := strings.IndexByte(name, '('); open > 0 {
		if shut := strings.IndexByte(name[open:], ')'); shut > 0 {
			p.Title = strings.TrimSpace(name[open+1 : open+shut])
			name = name[:open] + name[open+shut+1:]
		}
	}
	if open := strings.IndexByte(name, '<'); open >= 0 {
		if shut := strings.IndexByte(name[open:], '>'); shut > 0 {
			p.Email = strings.TrimSpace(name[open+1 : open+shut])
			name = name[:open] + name[open+shut+1:]
		}
	}
	p.Manager = p.Manager || strings.Contains(strings.ToLower(p.Title), "hiring manager")
	name = p.cutBeside(plainText(name))
	if name == "" {
		name = p.Email
	}
	p.Name.Value = name
	return p
}

// nobody reports whether a name only stands where one should be: TBD, ?, none;
// or is that of somebody who is said not to have come.
func (p personText) nobody() bool {
	if p.Title != "" && isAbsence(p.Title) {
		return true
	}
	var buffer [64]byte
	switch string(appendFolded(buffer[:0], p.Name.Value)) {
	case "none", "n/a", "nobody", "no one", "unknown", "tbc", "et al", "etc", "others", "usw":
		return true
	}
	return isPlaceholder(p.Name.Value)
}

// plainText trims a name or word of the markup and punctuation around it.
func plainText(s string) string {
	if isPlain(s) {
		return s
	}
	s = strings.TrimSpace(unlink(s))
	for _, mark := range []string{"**", "__", "*", "_", "`", `"`, "“"} {
		shut := mark
		if mark == "“" {
			shut = "”"
		}
		if len(s) > len(mark)+len(shut) && strings.HasPrefix(s, mark) && strings.HasSuffix(s, shut) {
			s = s[len(mark) : len(s)-len(shut)]
		}
	}
	s = strings.TrimPrefix(s, "@")
	return strings.Join(strings.Fields(s), " ")
}

// isPlain reports whether text is words of ASCII with single spaces between
// them and no markup, as nearly all names are.
func isPlain(text string) bool {
	space := true // before the first character there is none to come
	for i := range len(text) {
		switch c := text[i]; {
		case c == ' ' && !space:
			space = true
		case c <= ' ', c >= utf8.RuneSelf, c == '*', c == '_', c == '`', c == '"', c == '@', c == '[':
			return false
		default:
			space = false
		}
	}
	return !space
}

// unlink replaces every [[target|text]] by its text, [[folder/target]] by the
// target's own name, and [text](target) by its text.
func unlink(s string) string {
	if strings.Contains(s, "[[") {
		s = replaceLinks(s, "[[", "]]", linkText)
	}
	if strings.Contains(s, "](") {
		s = replaceLinks(s, "[", ")", func(inner string) string {
			text, _, ok := strings.Cut(inner, "](")
			if !ok { // brackets that are no link
				return "[" + inner + ")"
			}
			if last := strings.LastIndexByte(text, '['); last >= 0 {
				return "[" + text[:last] + text[last+1:]
			}
			return strings.TrimSpace(text)
		})
	}
	return s
}

// replaceLinks replaces what stands between two marks, the marks included.
func replaceLinks(s, open, closing string, text func(inner string) string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(s, open)
		inner, after, shut := strings.Cut(rest, closing)
		if !ok || !shut {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(before)
		b.WriteString(text(inner))
		s = after
	}
}

func linkText(inner string) string {
	if _, text, ok := strings.Cut(inner, "|"); ok {
		return strings.TrimSpace(text)
	}
	inner, _, _ = strings.Cut(inner, "#")
	inner = inner[strings.LastIndexByte(inner, '/')+1:]
	return strings.TrimSpace(strings.TrimSuffix(inner, ".md"))
}

// linkTarget returns what a wikilink or a plain path points to, without the
// heading and the text shown.
func linkTarget(s string) string {
	s = strings.TrimSpace(s)
	if inner, ok := strings.CutPrefix(s, "[["); ok {
		s, _, _ = strings.Cut(inner, "]]")
		s, _, _ = strings.Cut(s, "|")
	} else if _, inner, ok := strings.Cut(s, "]("); ok && s[0] == '[' { // [text](path)
		s = strings.TrimSuffix(inner, ")")
	}
	s, _, _ = strings.Cut(s, "#")
	return strings.TrimSpace(s)
}

// The separators of lists. An element of a real list is never split at a
// comma: somebody took care to write it as one.
const (
	anySeparator   = ",;&\n"
	innerSeparator = ";&\n"
)

// nameParts is at how many separators one name could be cut: Smith, Jones,
// Brown & Sons has four parts. Without a bound a pasted line of a thousand
// commas would be tried as half a million names.
const nameParts = 8

// splitList cuts text at its separators and at " and ", outside brackets.
// Where known reports a longer stretch to be one known name it stays whole.
func splitList(text At[string], separators string, known func(string) bool) []At[string] {
	cuts := cutPoints(text.Value, separators)
	var parts []At[string]
	for i := 0; i+1 < len(cuts); {
		j := i + 1
		if known != nil {
			for k := min(len(cuts)-1, i+nameParts); k > i; k-- {
				if known(plainText(text.Value[cuts[i].end:cuts[k].start])) {
					j = k
					break
				}
			}
		}
		if part := trimmedPart(text, cuts[i].end, cuts[j].start); part.Value != "" {
			parts = append(parts, part)
		}
		i = j
	}
	return parts
}

// trimmedPart is text[start:end] without the white space around it. Its span
// is exact when the text is as long as its span, as it is for all but escaped
// and folded text.
func trimmedPart(text At[string], start, end int) At[string] {
	part := text.Value[start:end]
	left := strings.TrimLeftFunc(part, unicode.IsSpace)
	start += len(part) - len(left)
	value := strings.TrimRightFunc(left, unicode.IsSpace)
	return slicePart(text, start, start+len(value))
}

// slicePart is text[start:end] with its place.
func slicePart(text At[string], start, end int) At[string] {
	part := At[string]{Value: text.Value[start:end], Span: text.Span}
	switch text.Span.End - text.Span.Start - len(text.Value) {
	case 0:
		part.Span = Span{text.Span.Start + start, text.Span.Start + end}
	case 2: // in quotes
		part.Span = Span{text.Span.Start + 1 + start, text.Span.Start + 1 + end}
	}
	return part
}

type cutPoint struct{ start, end int }

// cutPoints returns the separators of text, framed by its two ends. `and`, a
// slash and a plus are some where they stand between spaces.
func cutPoints(text, separators string) []cutPoint {
	return appendCutPoints(make([]cutPoint, 0, 4), text, separators)
}

// appendCutPoints appends the cut points of text to an empty slice.
func appendCutPoints(cuts []cutPoint, text, separators string) []cutPoint {
	cuts = append(cuts, cutPoint{0, 0})
	depth := 0
	for i := range len(text) {
		switch c := text[i]; {
		case c == '(', c == '[', c == '<', c == '{':
			depth++
		case c == ')', c == ']', c == '>', c == '}':
			depth = max(0, depth-1)
		case depth > 0:
		case c < 'A' && strings.IndexByte(separators, c) >= 0:
			cuts = append(cuts, cutPoint{i, i + 1})
		case c == ' ' && i >= cuts[len(cuts)-1].end && len(text) >= i+5 && strings.EqualFold(text[i:i+5], " and "):
			cuts = append(cuts, cutPoint{i, i + 5})
		case c == ' ' && i >= cuts[len(cuts)-1].end && (strings.HasPrefix(text[i:], " / ") || strings.HasPrefix(text[i:], " + ")):
			cuts = append(cuts, cutPoint{i, i + 3})
		}
	}
	return append(cuts, cutPoint{len(text), len(text)})
}
