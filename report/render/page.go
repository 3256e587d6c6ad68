package render

import (
	"strings"
)

// A style is how a stretch of text looks where colour is allowed. There are
// only bold, faint and the terminal's own red and yellow: whatever the
// background, the user's theme has made those readable.
type style string

const (
	plain   style = ""
	bold    style = "\x1b[1m"
	faint   style = "\x1b[2m"
	alarm   style = "\x1b[1;31m"
	caution style = "\x1b[1;33m"

	reset = "\x1b[0m"
)

// The widths of a page, in columns.
const (
	defaultWidth = 80
	leastWidth   = 20
	wideWidth    = 72 // from here on, tables and a right edge
	leastGap     = 2  // between text and what stands at the right edge
)

// A page collects the lines of a text. Every method takes text that is clean.
type page struct {
	strings.Builder
	width  int
	color  bool
	detail detail
	lines  int
	parted bool // the opening has ended
}

// A detail is how much a page tells, the least first.
type detail uint8

const (
	brief   detail = iota // of positions those with something owed or ahead, headings close together, advice without its place
	terse                 // message and next step; of advice the message
	records               // also the line that records that it was done
	full                  // also the next step of advice
)

// screen is how many lines should be enough for an ordinary week; a page that
// would be longer says less of each item.
const screen = 40

// newPage returns an empty page as wide as o asks for.
func newPage(o Options, d detail) *page {
	width := o.Width
	if width == 0 {
		width = defaultWidth
	}
	return &page{width: max(width, leastWidth), color: o.Color, detail: d}
}

// wide reports whether there is room for columns.
func (p *page) wide() bool { return p.width >= wideWidth }

// paint returns s in a style, or just s without colour.
func (p *page) paint(look style, s string) string {
	if !p.color || look == plain || s == "" {
		return s
	}
	return string(look) + s + reset
}

// line writes one line; an empty one separates.
func (p *page) line(look style, s string) {
	p.WriteString(p.paint(look, s))
	p.end()
}

// end ends a line.
func (p *page) end() {
	p.WriteByte('\n')
	p.lines++
}

// heading begins a section.
func (p *page) heading(look style, title string) {
	p.gap()
	p.line(look, title)
}

// gap separates sections where there is room; the opening always stands apart.
func (p *page) gap() {
	if p.detail > brief || !p.parted {
		p.line(plain, "")
	}
	p.parted = true
}

// prose writes wrapped text, its first line indented by first columns and the
// others by rest.
func (p *page) prose(look style, first, rest int, s string) {
	indent := first
	for _, l := range wrap(s, p.width-max(first, rest), isPath) {
		p.line(look, strings.Repeat(" ", indent)+l)
		indent = rest
	}
}

// isPath reports whether a word is a path that a reader may want to copy
// whole.
func isPath(word string) bool {
	return strings.Contains(word, "/") || strings.Contains(word, ".md")
}
