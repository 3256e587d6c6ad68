package render

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // the style sheet
	"encoding/base64"
	"io"
	"strings"
	"time"

	"debrief/report"
)

func htmlFormat() Format {
	return Format{
		Name:    "html",
		Endings: []string{".html", ".htm"},
		About:   "a page for a browser, with pictures, in one file",
		Prose:   true,
		Draws:   true,
		Undated: undatedPage,
		Write:   HTML,
		Next:    nextPage,
	}
}

// pageStyle is the one style sheet. It is allowed by its sum, so that no other
// could take effect.
//
//go:embed page.css
var pageStyle string

// pagePolicy lets the page load nothing, run nothing and send nothing: should
// a journal's text ever get out of its place, that is all it could do.
func pagePolicy() string {
	sum := sha256.Sum256([]byte(pageStyle))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
		"'; base-uri 'none'; form-action 'none'"
}

// A webPage collects the HTML of a page. All text gets into it through markup.
type webPage struct {
	markup
	now   time.Time
	links Links
}

// HTML writes the report as one page that needs nothing else: no script, no
// other file, no network. Its pictures are those of r.Pictures.
func HTML(w io.Writer, r *report.Report, o Options) error {
	m := &webPage{now: r.Now.In(zoneOf(r.Zone)), links: o.Links}
	m.WriteString("<!DOCTYPE html>\n")
	m.open("html", "lang", "en")
	m.line()
	m.head(inShort(r, o))
	m.open("body")
	m.line()
	m.element("a", "Skip to what is owed", "class", "skip", "href", "#main")
	m.line()
	m.opening(r, o)
	m.open("main", "id", "main", "tabindex", "-1")
	m.line()
	m.owed(r)
	m.advice(r, o)
	m.positions(r)
	m.pictures(r)
	m.evidence(r)
	m.problems(r.Problems)
	m.shut("main")
	m.line()
	m.ending(r)
	m.WriteString("</body>\n</html>\n")
	return emit(w, []byte(m.String()))
}

func (m *webPage) head(title string) {
	m.WriteString("<head>\n<meta charset=\"utf-8\">\n")
	for _, meta := range [][]string{
		{"http-equiv", "Content-Security-Policy", "content", pagePolicy()},
		{"name", "viewport", "content", "width=device-width, initial-scale=1"},
		{"name", "color-scheme", "content", "light dark"},
		{"name", "referrer", "content", "no-referrer"},
		{"name", "generator", "content", "debrief"},
	} {
		m.open("meta", meta...)
		m.line()
	}
	m.element("title", title)
	m.line()
	m.WriteString("<style>" + pageStyle + "</style>\n</head>\n")
}

// opening says when the page was made, how much is owed, what could not be
// read, and the rest kindly.
func (m *webPage) opening(r *report.Report, o Options) {
	m.open("header")
	m.line()
	m.open("p", "class", "made")
	m.text(partOfDay(m.now) + ", ")
	m.instant(m.now, m.now.Format("2 January 2006, 15:04"))
	m.shut("p")
	m.line()
	m.element("h1", owing(r, o))
	m.line()
	for _, s := range unread(r) {
		m.paragraph(s, "alarm")
	}
	if s := kindness(r); len(s) > 0 {
		m.paragraph(strings.Join(s, " "), "")
	}
	m.paragraph(m.nextChange(r), "next")
	m.contents(r)
	m.shut("header")
	m.line()
}

// instant writes a time for people and for programs.
func (m *webPage) instant(t time.Time, words string) {
	m.element("time", words, "datetime", t.Format(time.RFC3339))
}

// contents leads to the parts of the page, with how much there is in each.
func (m *webPage) contents(r *report.Report) {
	m.open("nav", "aria-label", "Contents")
	m.open("ul")
	for _, part := range []struct {
		class, id, words string
		there            bool
	}{
		{"overdue", "overdue", count(r.Counts.Overdue, "overdue", "overdue"), r.Counts.Overdue > 0},
		{"due", "due", count(r.Counts.Due, "due", "due"), r.Counts.Due > 0},
		{"advisable", "advice", count(r.Counts.Advice, "piece of advice", "pieces of advice"), r.Counts.Advice > 0},
		{"", "positions", count(len(r.Positions), "position", "positions"), true},
		{"", "pictures", "pictures", hasPictures(r.Pictures)},
		{"", "problems", count(len(r.Problems), "problem", "problems"), len(r.Problems) > 0},
	} {
		if part.there {
			m.open("li")
			m.element("a", part.words, classed(part.class, "href", "#"+part.id)...)
			m.shut("li")
		}
	}
	m.shut("ul")
	m.shut("nav")
	m.line()
}

// classed puts a class, if there is one, before other attributes.
func classed(class string, attributes ...string) []string {
	if class == "" {
		return attributes
	}
	return append([]string{"class", class}, attributes...)
}

func (m *webPage) paragraph(text, class string) {
	m.element("p", text, classed(class)...)
	m.line()
}

// section begins a part of the page that can be led to.
func (m *webPage) section(id, title string) {
	m.open("section", "id", id, "aria-labelledby", id+"-title")
	m.line()
	m.element("h2", title, "id", id+"-title")
	m.line()
}

func (m *webPage) endSection() {
	m.shut("section")
	m.line()
}

// fold begins what is there only for whoever asks for it.
func (m *webPage) fold(summary string) {
	m.open("details")
	m.element("summary", summary)
	m.line()
}

func (m *webPage) endFold() {
	m.shut("details")
	m.line()
}

// undatedPage takes out the line that says when the page was made.
func undatedPage(rendered []byte) []byte {
	before, rest, found := bytes.Cut(rendered, []byte(`<p class="made">`))
	if !found {
		return rendered
	}
	_, after, _ := bytes.Cut(rest, []byte("</p>\n"))
	return append(before[:len(before):len(before)], after...)
}
