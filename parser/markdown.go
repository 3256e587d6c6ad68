package parser

import (
	"bytes"
	"slices"
	"strings"
	"unsafe"

	"github.com/yuin/goldmark/ast"
	markdown "github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// maxNesting is how many lists and quotes may stand inside one another. People
// write four or five; every level costs time on every line below it, so a line
// of thousands of `>` must not nest without end.
const maxNesting = 100

// byteOrderMark is what some editors put before the first character.
const byteOrderMark = "\uFEFF"

// blockParser finds the blocks of a note. It has no inline parsers: links and
// emphasis are never asked for, and they are where Markdown gets slower than
// linear. Link reference definitions stay off as well, since they would take
// `[Dana]: praise` out of the text. Safe for concurrent use.
var blockParser = markdown.NewParser(
	markdown.WithBlockParsers(
		util.Prioritized(markdown.NewSetextHeadingParser(), 100),
		util.Prioritized(markdown.NewThematicBreakParser(), 200),
		util.Prioritized(shallow{markdown.NewListParser()}, 300),
		util.Prioritized(markedItem{markdown.NewListItemParser()}, 400),
		util.Prioritized(markdown.NewCodeBlockParser(), 500),
		util.Prioritized(headingParser{markdown.NewATXHeadingParser()}, 600),
		util.Prioritized(markdown.NewFencedCodeBlockParser(), 700),
		util.Prioritized(shallow{markdown.NewBlockquoteParser()}, 800),
		util.Prioritized(markdown.NewHTMLBlockParser(), 900),
		util.Prioritized(paragraphParser{markdown.NewParagraphParser()}, 1000),
	),
	markdown.WithParagraphTransformers(util.Prioritized(tableFinder{}, 200), util.Prioritized(textFinder{}, 300)),
)

// tooDeepAt keeps, in a parse's context, where nesting was first refused.
var tooDeepAt = markdown.NewContextKey()

// readSections reads the Markdown that begins at offset body of a note into
// sections, in the order written. The spans are offsets in src.Text.
func readSections(src *Source, body int) ([]section, []Problem) {
	return newSectionReader().read(src, body)
}

// read is readSections with blocks that are the reader's, and gone when it is
// released.
func (r *sectionReader) read(src *Source, body int) ([]section, []Problem) {
	if body == 0 && strings.HasPrefix(src.Text, byteOrderMark) {
		body = len(byteOrderMark)
	}
	r.text, r.body = src.Text, body
	r.body = r.plain()
	r.rest()

	at, tooDeep := r.context.Get(tooDeepAt).(int)
	if !tooDeep {
		return slices.Clone(r.sections), nil
	}
	return slices.Clone(r.sections), []Problem{{
		ID:      TooDeep,
		Place:   Place{Source: src, Span: Span{r.body + at, r.body + at + 1}},
		Message: "lists and quotes stand more than 100 deep inside one another here",
		Hint:    "begin a new list or quote; everything deeper was read as plain text",
	}}
}

// rest reads what is not plain, from r.body on.
func (r *sectionReader) rest() {
	if r.body < len(r.text) {
		lines := blankSkipper{text.NewReader(plainLines(r.text[r.body:]))}
		r.children(blockParser.Parse(lines, r.withContext), topLevel)
	}
	r.finish()
}

// plainLines returns a body in which every offset still holds, with two things
// made easy for goldmark: lines end in a bare \n, and a comment that nobody
// closed opens nothing. Such a comment would swallow the rest of the note,
// thank-yous included.
func plainLines(body string) []byte {
	if strings.IndexByte(body, '\r') < 0 && !strings.Contains(body, "<!--") {
		// The bytes are the note's own: goldmark only reads them.
		return unsafe.Slice(unsafe.StringData(body), len(body))
	}
	lines := []byte(body)
	for i := bytes.IndexByte(lines, '\r'); i >= 0 && i < len(lines); i++ {
		if lines[i] != '\r' {
			continue
		}
		lines[i] = '\n'
		if i+1 < len(lines) && lines[i+1] == '\n' {
			lines[i] = ' '
		}
	}
	for rest := lines[bytes.LastIndex(lines, []byte("-->"))+1:]; ; {
		open := bytes.Index(rest, []byte("<!--"))
		if open < 0 {
			return lines
		}
		rest[open] = '.'
		rest = rest[open+1:]
	}
}

// A blankSkipper reads a run of blank lines as its last one. goldmark keeps a
// record per line and open block, which a deep list above a megabyte of blank
// lines turns into gigabytes.
type blankSkipper struct{ text.Reader }

// AdvanceLine moves to the next line that matters.
func (r blankSkipper) AdvanceLine() {
	r.Reader.AdvanceLine()
	for {
		_, line := r.Position()
		source := r.Source()
		if line.Stop >= len(source) || !util.IsBlank(source[line.Start:line.Stop]) {
			return
		}
		next := source[line.Stop:]
		if end := bytes.IndexByte(next, '\n'); end >= 0 {
			next = next[:end]
		}
		if !util.IsBlank(next) {
			return
		}
		r.Reader.AdvanceLine()
	}
}

// shallow is a parser of lists or quotes that opens none below maxNesting; the
// line is then a paragraph, markers and all, and nothing is lost.
type shallow struct{ markdown.BlockParser }

// Open opens a list or quote where there is room for one more.
func (p shallow) Open(parent ast.Node, reader text.Reader, pc markdown.Context) (ast.Node, markdown.State) {
	depth := 0
	for n := parent; n != nil; n = n.Parent() {
		if k := n.Kind(); k == ast.KindListItem || k == ast.KindBlockquote {
			depth++
		}
	}
	// Within a list the parser only asks whether another list begins; it has
	// state to put away and opens nothing.
	if depth < maxNesting || parent.Kind() == ast.KindList {
		return p.BlockParser.Open(parent, reader, pc)
	}
	line, position := reader.Position()
	node, _ := p.BlockParser.Open(parent, reader, pc)
	reader.SetPosition(line, position)
	if node != nil && pc.Get(tooDeepAt) == nil {
		pc.Set(tooDeepAt, markerAt(position, pc))
	}
	return nil, markdown.NoChildren
}

// markedItem is the parser of list items; it notes where an item's marker
// stands where goldmark would lose it, which is behind a tab.
type markedItem struct{ markdown.BlockParser }

// markerAttribute holds that place, an int.
const markerAttribute = "marker"

// Open opens a list item.
func (p markedItem) Open(parent ast.Node, reader text.Reader, pc markdown.Context) (ast.Node, markdown.State) {
	_, position := reader.Position()
	node, state := p.BlockParser.Open(parent, reader, pc)
	if node != nil && position.Padding > 0 {
		node.SetAttributeString(markerAttribute, markerAt(position, pc))
	}
	return node, state
}

// markerAt returns the offset of the marker at which a block may open, given
// where the reader stood before.
func markerAt(position text.Segment, pc markdown.Context) int {
	return position.Start + max(0, pc.BlockOffset()-position.Padding)
}
