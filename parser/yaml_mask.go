package parser

import "strings"

// What people write unquoted that YAML has other plans for: [[wikilinks]],
// {{placeholders}}, <% template code %> and a bare ?. Before decoding, every character
// in them that YAML would act on is replaced by a noncharacter, and put back
// afterwards. Columns stay the same, so that places stay true; and because the
// replacement is undone wherever it ends up, it may happen in quotes and
// comments as well.
//
// The line breaks that Unicode has and YAML 1.1 still obeys are masked
// everywhere: text pasted from a web page is full of them.

// yamlMasks pairs the characters with their stand-ins, U+FDD0 and on.
var yamlMasks = [...][2]string{
	{"[", "\ufdd0"},
	{"]", "\ufdd1"},
	{"{", "\ufdd2"},
	{"}", "\ufdd3"},
	{",", "\ufdd4"},
	{":", "\ufdd5"},
	{"#", "\ufdd6"},
	{"!", "\ufdd7"},
	{"\u0085", "\ufdd8"},
	{"\u2028", "\ufdd9"},
	{"\u2029", "\ufdda"},
	{"?", "\ufddb"},
}

// yamlBrackets enclose what is masked.
var yamlBrackets = [...][2]string{{"[[", "]]"}, {"{{", "}}"}, {"<%", "%>"}}

// nonchars are the bytes every stand-in begins with.
const nonchars = "\xef\xb7"

// maskYAML hides what YAML must not act on.
func maskYAML(text string) string {
	if strings.Contains(text, nonchars) {
		return text // unmasking would not know them apart
	}
	for _, m := range yamlMasks[8:11] {
		if strings.Contains(text, m[0]) {
			text = strings.ReplaceAll(text, m[0], m[1])
		}
	}
	for _, brackets := range yamlBrackets {
		if strings.Contains(text, brackets[0]) {
			text = maskBetween(text, brackets[0], brackets[1])
		}
	}
	if strings.Contains(text, ": ?") {
		text = maskQuestions(text)
	}
	return text
}

// maskQuestions masks values that are question marks and nothing else, as a
// company has that nobody named.
func maskQuestions(text string) string {
	lines := strings.SplitAfter(text, "\n")
	for i, line := range lines {
		end := len(strings.TrimRight(line, " \t\r\n"))
		from := len(strings.TrimRight(line[:end], "?"))
		if from < end && strings.HasSuffix(strings.TrimRight(line[:from], " "), ":") && strings.HasSuffix(line[:from], " ") {
			lines[i] = line[:from] + yamlMasker.Replace(line[from:end]) + line[end:]
		}
	}
	return strings.Join(lines, "")
}

// maskBetween masks every pair of brackets on one line and what is in it.
func maskBetween(text, open, closing string) string {
	var out strings.Builder
	out.Grow(len(text) + len(text)/8)
	for {
		i := strings.Index(text, open)
		if i < 0 {
			break
		}
		// Of [[[x]], the inner two brackets are the link's.
		for strings.HasPrefix(text[i+1:], open) {
			i++
		}
		size := enclosed(text[i:], open, closing)
		if size == 0 {
			out.WriteString(text[:i+len(open)])
			text = text[i+len(open):]
			continue
		}
		start := i
		if i > 0 && text[i-1] == '!' { // an embedded note
			start--
		}
		out.WriteString(text[:start])
		out.WriteString(yamlMasker.Replace(text[start : i+size]))
		text = text[i+size:]
	}
	out.WriteString(text)
	return out.String()
}

// enclosed returns the length of the brackets at the start of text and of what
// is between them; 0 when they are not closed on their line, or hold brackets
// of their own: then it is a list of lists. It never looks beyond the next
// opening bracket, which keeps maskBetween linear.
func enclosed(text, open, closing string) int {
	for i := len(open); i < len(text); i++ {
		switch c := text[i]; {
		case strings.HasPrefix(text[i:], closing):
			return i + len(closing)
		case c == '\n' || c == '\r' || strings.HasPrefix(text[i:], open):
			return 0
		case open != "<%" && (c == open[0] || c == closing[0]):
			return 0
		}
	}
	return 0
}

var yamlMasker, yamlUnmasker = yamlReplacers()

func yamlReplacers() (mask, unmask *strings.Replacer) {
	var to, from []string
	for _, m := range yamlMasks {
		to = append(to, m[0], m[1])
		from = append(from, m[1], m[0])
	}
	return strings.NewReplacer(to...), strings.NewReplacer(from...)
}

// unmask puts back what maskYAML hid.
func (w *yamlWalker) unmask(text string) string {
	if !w.masked || !strings.Contains(text, nonchars) {
		return text
	}
	return yamlUnmasker.Replace(text)
}
