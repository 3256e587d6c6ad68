package render

import (
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// The widths come from displaywidth alone: the terminal packages that know
// colour as well all import a table that takes 30 ms to build at start-up.

// columns returns how many columns a terminal gives to s.
func columns(s string) int { return displaywidth.String(s) }

// wrap breaks s at spaces into lines of at most width columns. A word wider
// than that is broken between graphemes, unless keep says that it must stay
// whole. No text is no line.
func wrap(s string, width int, keep func(word string) bool) []string {
	width = max(width, 2) // the widest grapheme
	var lines []string
	line := ""
	for word := range strings.SplitSeq(s, " ") {
		if word == "" {
			continue
		}
		w := columns(word)
		switch {
		case line == "" && w <= width:
			line = word
		case columns(line)+1+w <= width:
			line += " " + word
		case w <= width || keep != nil && keep(word):
			lines = appendLine(lines, line)
			line = word
		default:
			broken := breakWord(line, word, width)
			lines = append(lines, broken[:len(broken)-1]...)
			line = broken[len(broken)-1]
		}
	}
	return appendLine(lines, line)
}

// breakWord fills up line with as much of word as fits and breaks the rest
// into further lines. Scripts without spaces come through here.
func breakWord(line, word string, width int) []string {
	var lines []string
	if line != "" {
		line += " "
	}
	used := columns(line)
	for g := displaywidth.StringGraphemes(word); g.Next(); {
		if used+g.Width() > width {
			lines = append(lines, strings.TrimRight(line, " "))
			line, used = "", 0
		}
		line += g.Value()
		used += g.Width()
	}
	return append(lines, line)
}

// appendLine adds a line that is not empty.
func appendLine(lines []string, line string) []string {
	if line == "" {
		return lines
	}
	return append(lines, line)
}

// shorten cuts s to at most width columns, the last of them an ellipsis.
func shorten(s string, width int) string {
	if columns(s) <= width {
		return s
	}
	return displaywidth.TruncateString(s, width, "…")
}

// pad fills s with spaces up to width columns.
func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-columns(s)))
}
