package screen

import (
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
)

// What fit does with SGR sequences.
const (
	keepStyles = true
	dropStyles = false
)

// fit makes one line safe to write and at most so many columns wide, and
// returns it with its width. SGR sequences stay, if they may, and are reset at
// the end; no other control reaches the terminal, whatever wrote the line.
func fit(line string, columns int, styles bool) (fitted string, width int) {
	var b strings.Builder
	styled := false
	for line != "" {
		if sequence := sgr(line); sequence != "" {
			line = line[len(sequence):]
			if styles {
				b.WriteString(sequence)
				styled = sequence != reset && sequence != "\x1b[m"
			}
			continue
		}
		text := line
		// The escape itself, at the start, is text if it begins no sequence.
		if next := strings.IndexByte(line[1:], escape); next >= 0 {
			text = line[:1+next]
		}
		line = line[len(text):]
		taken, whole := takeColumns(&b, harmless(text), columns-width)
		width += taken
		if !whole {
			break
		}
	}
	if styled {
		b.WriteString(reset)
	}
	return b.String(), width
}

// takeColumns writes as much of a text as fits into so many columns. It returns
// the columns written, and whether that was all.
func takeColumns(b *strings.Builder, text string, columns int) (width int, whole bool) {
	for clusters := displaywidth.StringGraphemes(text); clusters.Next(); {
		if width+clusters.Width() > columns {
			return width, false
		}
		width += clusters.Width()
		b.WriteString(clusters.Value())
	}
	return width, true
}

// sgr returns the SGR sequence at the start of a string: ESC [, parameters, m.
func sgr(s string) string {
	if !strings.HasPrefix(s, "\x1b[") {
		return ""
	}
	for i := len("\x1b["); i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9' || c == ';' || c == ':':
		case c == 'm':
			return s[:i+1]
		default:
			return ""
		}
	}
	return ""
}

// harmless replaces what a terminal would obey: tabs and line ends by spaces,
// other controls and broken UTF-8 by U+FFFD.
func harmless(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '\t' && r <= '\r':
			return ' '
		case r < ' ', r >= 0x7f && r < 0xa0:
			return utf8.RuneError
		}
		return r
	}, text)
}
