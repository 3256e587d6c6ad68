package render

import (
	"strconv"
	"strings"
)

// A drawing is an SVG as wide as the page leaves room for. What lies along it
// is placed in percent and what lies across it in pixels, so that neither the
// letters nor the shapes shrink on a narrow screen.
type drawing struct {
	markup
	height int
}

// along is a place on the way from the left edge, 0, to the right one, 1. Where
// such a place is a product added to something, the product is converted to
// float64 first: processors that would do both in one step round otherwise, and
// a page is the same bytes on each of them.
func along(x float64) string { return strconv.FormatFloat(100*x, 'f', 2, 64) + "%" }

// A figure is a picture with its words.
type figure struct {
	id, title string
	// about says in a sentence what the picture shows, for who does not see it.
	about string
	table webTable
}

// draw writes a picture below a heading, with its table folded beside it.
func (m *webPage) draw(f figure, legend []legendEntry, height int, paint func(*drawing)) {
	m.open("figure", "aria-labelledby", f.id+"-heading")
	m.line()
	m.element("h3", f.title, "id", f.id+"-heading")
	m.line()
	m.legend(legend)
	m.svg(f.id, f.title, f.about, height, paint)
	m.element("p", f.about, "class", "note")
	m.line()
	m.numbers(f.table)
	m.shut("figure")
	m.line()
}

// svg writes a drawing with a title and a description.
func (m *webPage) svg(id, title, about string, height int, paint func(*drawing)) {
	d := &drawing{height: height}
	paint(d)
	m.open("svg", "class", "drawing", "role", "img", "aria-labelledby", id+"-name "+id+"-about",
		"width", "100%", "height", strconv.Itoa(height))
	m.element("title", title, "id", id+"-name")
	m.element("desc", about, "id", id+"-about")
	m.WriteString(d.String())
	m.shut("svg")
	m.line()
}

// A legendEntry explains one shape.
type legendEntry struct{ kind, words string }

// legend explains shapes in words.
func (m *webPage) legend(entries []legendEntry) {
	if len(entries) == 0 {
		return
	}
	m.open("ul", "class", "legend")
	for _, e := range entries {
		m.open("li")
		m.open("svg", "width", "16", "height", "16", "aria-hidden", "true")
		var d drawing
		d.shape(0.5, 8, e.kind, "")
		m.WriteString(d.String())
		m.shut("svg")
		m.element("span", e.words)
		m.shut("li")
	}
	m.shut("ul")
	m.line()
}

// rect draws a bar from x to x+width.
func (d *drawing) rect(x float64, y int, width float64, height int, class string) {
	d.open("rect", "class", class, "x", along(x), "y", strconv.Itoa(y), "width", along(width), "height", strconv.Itoa(height))
	d.shut("rect")
}

// stroke draws a straight line.
func (d *drawing) stroke(x1 float64, y1 int, x2 float64, y2 int, class string) {
	d.open("line", "class", class, "x1", along(x1), "y1", strconv.Itoa(y1), "x2", along(x2), "y2", strconv.Itoa(y2))
	d.shut("line")
}

// An anchor is which end of a text stands at its place.
type anchor string

const (
	fromStart anchor = "start"
	centred   anchor = "middle"
	toEnd     anchor = "end"
)

// word writes a text whose baseline is at y.
func (d *drawing) word(x float64, y int, at anchor, text, class string) {
	d.element("text", text, classed(class, "x", along(x), "y", strconv.Itoa(y), "text-anchor", string(at))...)
}

// shapes are outlines around 0 0, one for each kind of mark: they differ in
// form and not in colour alone.
var shapes = map[string]string{
	"applied":    "M-5 -5H5V5H-5Z",
	"round":      "M-6 0A6 6 0 1 1 6 0A6 6 0 1 1 -6 0Z",
	"unheld":     "M-6 0A6 6 0 1 1 6 0A6 6 0 1 1 -6 0Z",
	"thanked":    "M0 -6L6 5H-6Z",
	"wrote":      "M-4 0A4 4 0 1 1 4 0A4 4 0 1 1 -4 0Z",
	"heard":      "M-6 -4H6L0 6Z",
	"offer":      "M0 -7L1.8 -2.2L6.8 -2.2L2.8 1L4.2 6L0 3L-4.2 6L-2.8 1L-6.8 -2.2L-1.8 -2.2Z",
	"decision":   "M0 -6L6 0L0 6L-6 0Z",
	"end":        "M-5 -5L5 5M5 -5L-5 5",
	"today":      "M0 -8V8",
	"window":     "M-7 -6H7V6H-7Z",
	"research":   "M-4.5 -4.5H4.5V4.5H-4.5Z",
	"confidence": "M-5 0A5 5 0 1 1 5 0A5 5 0 1 1 -5 0Z",
	"open":       "M-7 -5H7V5H-7Z",
	"closed":     "M-7 -5H7V5H-7Z",
}

// shape draws a mark with a note that shows when it is pointed at.
func (d *drawing) shape(x float64, y int, kind, note string) {
	name, _, _ := strings.Cut(kind, " ")
	d.open("svg", "class", "mark", "x", along(x), "y", strconv.Itoa(y))
	d.open("path", "class", kind, "d", shapes[name])
	if note != "" {
		d.element("title", note)
	}
	d.shut("path")
	d.shut("svg")
}

// bars are rows with a label above each bar.
type barRow struct {
	label, value string
	parts        []barPart
}

// A barPart is a stretch of a bar; its size is a share of the whole width.
type barPart struct {
	size  float64
	class string
}

const (
	barPitch   = 40 // pixels from one row to the next
	labelWidth = 40 // columns of a row's label and value: what a phone has room for
)

// barsHeight is how high rows are drawn.
func barsHeight(rows []barRow) int { return barPitch*len(rows) + 4 }

// bars draws rows below one another.
func (d *drawing) bars(rows []barRow) {
	for i, row := range rows {
		y := i * barPitch
		d.word(0, y+16, fromStart, shorten(clean(row.label), labelWidth-columns(row.value)), "")
		d.word(1, y+16, toEnd, row.value, "value")
		d.rect(0, y+22, 1, 11, "track")
		x := 0.0
		for _, part := range row.parts {
			if size := min(part.size, 1-x); size > 0 {
				d.rect(x, y+22, size, 11, part.class)
				x += size
			}
		}
	}
}
