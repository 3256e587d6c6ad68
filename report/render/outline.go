package render

import (
	"strings"
)

// An outline is a page of lists that reads the same as text and as Markdown.
// Its texts may be a journal's; they are made harmless as they are written.
type outline struct {
	title string // of the page, as Markdown has it
	lead  string // below it, "" for none
	parts []outlinePart
}

// An outlinePart is a heading with what is below it.
type outlinePart struct {
	title string
	items []outlineItem
}

// An outlineItem is one line with the lines that belong to it.
type outlineItem struct {
	text  string
	under []string
}

// add appends a part, if there is anything in it.
func (o *outline) add(title string, items ...outlineItem) {
	if len(items) > 0 {
		o.parts = append(o.parts, outlinePart{title, items})
	}
}

// lined makes an item of each text.
func lined(texts []string) []outlineItem {
	var items []outlineItem
	for _, text := range texts {
		items = append(items, outlineItem{text: text})
	}
	return items
}

// text writes the outline for a terminal.
func (o *outline) text(options Options) []byte {
	p := newPage(options, full)
	p.prose(bold, 0, 0, clean(o.title))
	if o.lead != "" {
		p.prose(plain, 0, 0, clean(o.lead))
	}
	for _, part := range o.parts {
		p.gap()
		p.prose(bold, 0, 2, clean(part.title))
		for _, item := range part.items {
			p.prose(plain, 2, 4, clean(item.text))
			for _, line := range item.under {
				p.prose(plain, 6, 8, clean(line))
			}
		}
	}
	return []byte(p.String())
}

// markdown writes the outline as Markdown.
func (o *outline) markdown() []byte {
	var m sheet
	m.block("# " + markdownText(o.title))
	if o.lead != "" {
		m.block(markdownText(o.lead))
	}
	for _, part := range o.parts {
		m.block("## " + markdownText(part.title))
		var lines []string
		for _, item := range part.items {
			lines = append(lines, "- "+markdownText(item.text))
			for _, line := range item.under {
				lines = append(lines, "  - "+markdownText(line))
			}
		}
		m.block(strings.Join(lines, "\n"))
	}
	return []byte(m.String())
}
