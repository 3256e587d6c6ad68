package screen

import (
	"fmt"
	"math"
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// A view is what is to be seen, and how much of it the window shows.
type view struct {
	lines         []string // of the page
	status        string
	top           int // the first line shown
	columns, rows int // of the window, status line included
	color         bool
}

// setPage replaces the page.
func (v *view) setPage(page []byte) {
	v.lines = nil
	for line := range strings.Lines(string(page)) {
		v.lines = append(v.lines, strings.TrimRight(line, "\r\n"))
	}
}

// height returns how many lines of the page fit above the status line.
func (v *view) height() int { return max(v.rows-1, 0) }

// scroll moves the page under the window. A leap of a window leaves one line to
// find one's place by.
func (v *view) scroll(k key) {
	v.settle()
	leap := max(v.height()-1, 1)
	switch k {
	case keyUp:
		v.top--
	case keyDown:
		v.top++
	case keyPageUp:
		v.top -= leap
	case keyPageDown:
		v.top += leap
	case keyHome:
		v.top = 0
	case keyEnd:
		v.top = len(v.lines)
	}
	v.settle()
}

// settle keeps the window from showing what is before or after the page.
func (v *view) settle() {
	v.top = max(min(v.top, len(v.lines)-v.height()), 0)
}

const (
	// Terminals that know it show all between the two at once. Without
	// wrapping, a character that is wider than we thought spoils one line only.
	beginFrame = "\x1b[?2026h\x1b[?7l\x1b[H"
	endFrame   = "\x1b[?7h\x1b[?2026l"

	eraseLine  = "\x1b[K" // from the cursor on
	eraseBelow = "\x1b[J" // and from there on
)

// frame returns the bytes that make a terminal show the view. It overwrites
// what was there instead of clearing it, which would be seen.
func (v *view) frame() string {
	v.settle()
	var b strings.Builder
	b.WriteString(beginFrame)
	shown := v.lines[v.top:min(v.top+v.height(), len(v.lines))]
	for _, line := range shown {
		fitted, width := fit(line, v.columns, keepStyles)
		b.WriteString(fitted)
		v.endLine(&b, width)
		b.WriteString("\r\n")
	}
	if len(shown) < v.height() {
		b.WriteString(eraseBelow)
	}
	fmt.Fprintf(&b, "\x1b[%d;1H", v.rows)
	line, width := v.statusLine()
	b.WriteString(line)
	v.endLine(&b, width)
	b.WriteString(endFrame)
	return b.String()
}

// endLine erases the rest of a line. After a full one there is none, and the
// cursor still stands on its last column.
func (v *view) endLine(b *strings.Builder, width int) {
	if width < v.columns {
		b.WriteString(eraseLine)
	}
}

const (
	statusStyle = "\x1b[2m" // faint, in whatever colours the user has
	reset       = "\x1b[0m"

	statusGap = 2 // columns between the status and the place in the page
	cutMark   = "…"
)

// statusLine returns the last row and its width: the status, and at the right
// which lines of the page are shown unless it is all of them.
func (v *view) statusLine() (line string, width int) {
	place := v.place()
	room := v.columns
	if place != "" {
		room -= displaywidth.String(place) + statusGap
	}
	if room <= 0 {
		place, room = "", v.columns // the status is worth more
	}
	line, width = fit(v.status, math.MaxInt, dropStyles)
	if width > room {
		line, width = fit(v.status, room-1, dropStyles)
		line, width = line+cutMark, width+1
	}
	if place != "" {
		line += strings.Repeat(" ", room-width+statusGap) + place
		width = v.columns
	}
	if v.color && width > 0 {
		line = statusStyle + line + reset
	}
	return line, width
}

// place says which lines are shown, or nothing if they all are.
func (v *view) place() string {
	if v.height() == 0 || len(v.lines) <= v.height() {
		return ""
	}
	return fmt.Sprintf("lines %d–%d of %d", v.top+1, v.top+v.height(), len(v.lines))
}
