package main

import (
	"path/filepath"
	"strings"
	"unicode"
)

// A keptCell is a cell that is kept in the text of its note.
type keptCell struct{ column, text string }

// keptSection writes cells below a heading of their own, as a list. Whatever
// stands in a cell, Markdown takes none of it for a heading, a list item or a
// check box: a note says what its fields say and nothing more. With marked, the
// names of columns stand in backquotes; see markNames.
func keptSection(level int, source string, kept []keptCell, marked bool) string {
	var b strings.Builder
	b.WriteString(strings.Repeat("#", level) + " " + keptTitle(source) + "\n\n")
	for _, cell := range kept {
		name := plainStart(oneLine(cell.column))
		if marked {
			name = "`" + strings.ReplaceAll(oneLine(cell.column), "`", "'") + "`"
		}
		lines := strings.Split(strings.Trim(unixEnds(cell.text), "\n"), "\n")
		if len(lines) == 1 {
			b.WriteString("- " + name + ": " + strings.TrimSpace(lines[0]) + "\n")
			continue
		}
		b.WriteString("- " + name + ":\n")
		for _, line := range lines {
			b.WriteString(strings.TrimRight("  > "+plainStart(line), " \t") + "\n")
		}
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// keptTitle is the heading above what is kept. A dash or colon before a date
// would make it the heading of a round (`Interview-2026-11-18.csv`).
func keptTitle(source string) string {
	if source == standardInput {
		return "From standard input"
	}
	name := strings.Map(func(r rune) rune {
		switch r {
		case '-', '–', '—', ':', '#':
			return '_'
		}
		return r
	}, oneLine(filepath.Base(source)))
	return "From " + name
}

// plainStart puts a backslash before what would begin a block of Markdown at
// the start of a line; the page that is made of it looks as the cell did.
func plainStart(line string) string {
	text := strings.TrimLeft(line, " \t")
	lead := line[:len(line)-len(text)]
	if text == "" {
		return ""
	}
	if digits := len(text) - len(strings.TrimLeft(text, "0123456789")); digits > 0 {
		if rest := text[digits:]; rest != "" && (rest[0] == '.' || rest[0] == ')') && endsWord(rest[1:]) {
			return lead + text[:digits] + `\` + rest
		}
		return line
	}
	if beginsBlock(text) {
		return lead + `\` + text
	}
	return line
}

// beginsBlock reports whether a line is more than text to Markdown.
func beginsBlock(text string) bool {
	same := len(text) - len(strings.TrimLeft(text, text[:1]))
	ruler := strings.Trim(text, " \t"+text[:1]) == ""
	switch text[0] {
	case '>', '|', '<':
		return true
	case '#':
		return same <= 6 && endsWord(text[same:])
	case '-', ':':
		// A row of dashes makes a table or a heading of the line before.
		return endsWord(text[1:]) || strings.Trim(text, " \t|:-") == ""
	case '+':
		return endsWord(text[1:]) || ruler
	case '*', '_':
		return text[0] == '*' && endsWord(text[1:]) || ruler
	case '=':
		return ruler
	case '`', '~':
		return same >= 3
	case '[':
		return len(text) > 2 && text[2] == ']' || strings.Contains(text, "]:")
	case ';':
		return same >= 3
	}
	return false
}

// endsWord reports whether a marker ends before this rest of the line.
func endsWord(rest string) bool { return rest == "" || rest[0] == ' ' || rest[0] == '\t' }

// unixEnds gives a text line feeds alone.
func unixEnds(text string) string {
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}

// oneLine is a cell as the value of a field: on one line, with single blanks,
// and without what acts on a terminal.
func oneLine(cell string) string {
	return strings.Join(strings.FieldsFunc(cell, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || r == '\uFEFF'
	}), " ")
}

// topLevel returns the level of heading that no other heading of a note stands
// above, 2 unless the note has one of level 1: below `# Log`, a `## From …`
// would be a part of the log.
func topLevel(note string) int {
	lines := strings.Split(unixEnds(note), "\n")
	for i, line := range lines {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "# ") || line == "#" || i > 0 && line != "" && strings.Trim(line, "=") == "" {
			return 1
		}
	}
	return 2
}
