package report

import (
	"slices"
	"strings"

	"debrief/parser"
)

// A note is the text of one file as lines, to find where a line can be added.
// The parser has said what the text means; this only looks for a gap.
type note struct {
	lines []string // without line ends
	// body is the index of the first line behind the frontmatter; yaml is true
	// when the frontmatter is YAML.
	body int
	yaml bool
	// rounds are the indices of the lines on which the note's rounds begin, those
	// among the fields before those below headings.
	rounds []int
}

// splitNote reads a note with the rounds it has. Who asks for it again gets it
// from view.noteOf.
func splitNote(src *parser.Source, rounds []*parser.Interview) note {
	text := strings.TrimPrefix(src.Text, "\ufeff")
	n := note{lines: strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")}
	body, syntax := parser.BodyOf(src)
	n.body, n.yaml = strings.Count(src.Text[:body], "\n"), syntax == "yaml"
	if above := src.Text[:body]; body == len(src.Text) && strings.TrimSpace(above) != "" && !strings.HasSuffix(above, "\n") {
		n.body = len(n.lines) // the note ends with its last field
	}
	for _, iv := range rounds {
		n.rounds = append(n.rounds, iv.Place.Start().Line-1)
	}
	slices.Sort(n.rounds)
	return n
}

// listed counts the note's rounds that stand among its fields.
func (n note) listed() int {
	below, _ := slices.BinarySearch(n.rounds, n.body)
	return below
}

// heading returns the level and title of a heading line, 0 for any other.
func heading(line string) (level int, title string) {
	trimmed := strings.TrimLeft(line, " ")
	title = strings.TrimLeft(trimmed, "#")
	level = len(trimmed) - len(title)
	if len(line)-len(trimmed) > 3 || level == 0 || level > 6 || title != "" && title[0] != ' ' && title[0] != '\t' {
		return 0, ""
	}
	return level, strings.Trim(title, " \t#:")
}

// headings calls visit for every heading of lines [from, to), code left out,
// until visit returns false.
func (n note) headings(from, to int, visit func(line, level int, title string) bool) {
	fenced := false
	for i := max(from, n.body); i < to; i++ {
		if bare := strings.TrimSpace(n.lines[i]); strings.HasPrefix(bare, "```") || strings.HasPrefix(bare, "~~~") {
			fenced = !fenced
		}
		if level, title := heading(n.lines[i]); level > 0 && !fenced && !visit(i, level, title) {
			return
		}
	}
}

// lastLine returns the index of the last line of [from, to) that is not
// blank; from when all are.
func (n note) lastLine(from, to int) int {
	for i := to - 1; i > from; i-- {
		if strings.TrimSpace(n.lines[i]) != "" {
			return i
		}
	}
	return from
}

// round returns the lines of the round that begins at line, and the level of
// the heading it is below. A round of the frontmatter has what stands before the
// first round below a heading; that one has what follows, up to the next round
// or the next heading as high as its own.
func (n note) round(line int) (from, to, level int) {
	level, _ = heading(n.lines[line])
	if level == 0 || line < n.body {
		return n.body, n.nextRound(n.body), 1
	}
	from = line + 1
	to = n.nextRound(from)
	n.headings(from, to, func(i, l int, _ string) bool {
		if l <= level {
			to = i
		}
		return l > level
	})
	return from, to, level
}

// nextRound returns the line at or behind from on which a round begins, or
// where the note ends.
func (n note) nextRound(from int) int {
	if i, _ := slices.BinarySearch(n.rounds, from); i < len(n.rounds) {
		return n.rounds[i]
	}
	return len(n.lines)
}

// section returns the last line of the section that titles accept, within
// lines [from, to), and whether there is one.
func (n note) section(from, to int, titles func(string) bool) (last int, ok bool) {
	start, end := -1, to
	n.headings(from, to, func(i, _ int, title string) bool {
		switch {
		case start < 0 && titles(title):
			start = i
		case start >= 0:
			end = i
			return false
		}
		return true
	})
	if start < 0 {
		return 0, false
	}
	return n.lastLine(start, end), true
}

// keyAt returns the column and name of the mapping key that a line begins
// with.
func (n note) keyAt(line int) (column int, key string, ok bool) {
	text := n.lines[line]
	rest := strings.TrimLeft(text, blanks)
	for strings.HasPrefix(rest, "- ") {
		rest = strings.TrimLeft(rest[1:], " ")
	}
	name, value, ok := strings.Cut(rest, ":")
	if !ok || !isPlainKey(name) || value != "" && !strings.ContainsRune(blanks, rune(value[0])) {
		return 0, "", false
	}
	return len(text) - len(rest), strings.ToLower(oneKeyWord.Replace(name)), true
}

// oneKeyWord writes the words of a key as one.
var oneKeyWord = strings.NewReplacer("-", "_", " ", "_")

// blanks are the white space of a line.
const blanks = "\t\n\f\r "

// isPlainKey reports whether a key is one of ours: letters, with spaces and
// dashes between them. No regular expression, which would take longer to compile
// than a small journal's whole report.
func isPlainKey(name string) bool {
	for i, r := range name {
		letter := r == '_' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
		if !letter && (i == 0 || r != ' ' && r != '-') {
			return false
		}
	}
	return name != ""
}

// siblings returns the keys of the mapping that the key at line belongs to:
// the whole frontmatter, or one item of a list.
func (n note) siblings(line int) []string {
	column, _, _ := n.keyAt(line)
	first, end := 1, n.body-1
	if column > 0 {
		for first = line; first > 1 && !n.startsItem(first, column); {
			first--
		}
		for end = line + 1; end < n.body-1 && n.indent(end) >= column; {
			end++
		}
	}
	var keys []string
	for i := first; i < end; i++ {
		if c, key, ok := n.keyAt(i); ok && c == column {
			keys = append(keys, key)
		}
	}
	return keys
}

// startsItem reports whether a line begins a list item whose keys stand at a
// column.
func (n note) startsItem(line, column int) bool {
	c, _, ok := n.keyAt(line)
	return ok && c == column && strings.HasPrefix(strings.TrimLeft(n.lines[line], " "), "- ")
}

// indent returns a line's indentation; that of a blank line is endless.
func (n note) indent(line int) int {
	trimmed := strings.TrimLeft(n.lines[line], " ")
	if trimmed == "" {
		return 1 << 20
	}
	return len(n.lines[line]) - len(trimmed)
}
