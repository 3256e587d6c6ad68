package render

import "strings"

// markup collects HTML. Text gets into it through text and element alone, which
// clean and escape it, so that nothing in a journal can be taken for a tag or
// an attribute.
//
// Why not html/template: its tables take a millisecond at every start of the
// program, also where nobody asked for HTML, and what it guards against best,
// text within scripts and styles, is not written here.
type markup struct{ strings.Builder }

// open writes a start tag. Attributes alternate in name and value; values are
// escaped.
func (m *markup) open(tag string, attributes ...string) {
	m.WriteString("<" + tag)
	for i := 0; i+1 < len(attributes); i += 2 {
		m.WriteString(" " + attributes[i] + `="` + escapeHTML(attributes[i+1]) + `"`)
	}
	m.WriteString(">")
}

// shut writes an end tag.
func (m *markup) shut(tag string) { m.WriteString("</" + tag + ">") }

// text writes text.
func (m *markup) text(s string) { m.WriteString(escapeHTML(s)) }

// element writes a tag, a text and the end tag.
func (m *markup) element(tag, text string, attributes ...string) {
	m.open(tag, attributes...)
	m.text(text)
	m.shut(tag)
}

// line ends a line of the source, for whoever reads that.
func (m *markup) line() { m.WriteByte('\n') }

// escapeHTML makes journal text safe as content and within double quotes.
func escapeHTML(s string) string { return htmlEscaper.Replace(clean(s)) }

var htmlEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;")
