package parser

import (
	"github.com/yuin/goldmark/ast"
	markdown "github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// goldmark ends every parse with a walk over all lines for inline elements,
// and makes a node of each line even where there is no parser for any. It
// leaves alone what calls itself raw, as code does; so the paragraphs and
// headings of a note call themselves raw, too.

// rawText is a paragraph that is finished.
type rawText struct{ *ast.Paragraph }

// IsRaw keeps goldmark from looking for inline elements.
func (rawText) IsRaw() bool { return true }

// rawHeading is a heading with #s. One that is underlined becomes known only
// when goldmark has read it as a paragraph, and stays as it is.
type rawHeading struct{ *ast.Heading }

// IsRaw keeps goldmark from looking for inline elements.
func (rawHeading) IsRaw() bool { return true }

// keptParagraphs and keptLines are how many paragraphs, and how many lines of
// each, a context keeps for the next note; few notes have more.
const (
	keptParagraphs = 256
	keptLines      = 32
)

// A noteContext is goldmark's context for one note after another. The blocks
// that are open, and the paragraphs, are those of the note before.
type noteContext struct {
	markdown.Context
	open       []markdown.Block
	paragraphs []*ast.Paragraph
	used       int // how many of the paragraphs stand in the tree
}

// OpenedBlocks returns the blocks that are open.
func (c *noteContext) OpenedBlocks() []markdown.Block { return c.open }

// SetOpenedBlocks says which blocks are open; nil begins a note.
func (c *noteContext) SetOpenedBlocks(open []markdown.Block) {
	if open == nil {
		open = c.open[:0]
	}
	c.open = open
}

// LastOpenedBlock returns the innermost block that is open.
func (c *noteContext) LastOpenedBlock() markdown.Block {
	if len(c.open) == 0 {
		return markdown.Block{}
	}
	return c.open[len(c.open)-1]
}

// paragraph returns an empty paragraph in no tree.
func (c *noteContext) paragraph() *ast.Paragraph {
	if c.used == len(c.paragraphs) {
		c.paragraphs = append(c.paragraphs, ast.NewParagraph())
	}
	c.used++
	return c.paragraphs[c.used-1]
}

// reset takes every paragraph out of its tree, and forgets all that goldmark's
// parsers have put away.
func (c *noteContext) reset() {
	for _, p := range c.paragraphs[:c.used] {
		lines := *p.Lines()
		if lines.Len() > keptLines {
			lines.Clear()
		} else {
			lines.SetSliced(0, 0)
		}
		*p = ast.Paragraph{}
		p.SetLines(&lines)
	}
	c.used = 0
	if len(c.paragraphs) > keptParagraphs {
		clear(c.paragraphs[keptParagraphs:])
		c.paragraphs = c.paragraphs[:keptParagraphs]
	}
	clear(c.open[:cap(c.open)])
	c.open = c.open[:0]
	for key := range markdown.ContextKeyMax + 1 {
		c.Set(key, nil)
	}
	c.SetBlockOffset(-1)
	c.SetBlockIndent(-1)
}

// paragraphParser is a parser of paragraphs that opens those of a noteContext.
type paragraphParser struct{ markdown.BlockParser }

// Open opens a paragraph.
func (paragraphParser) Open(_ ast.Node, reader text.Reader, pc markdown.Context) (ast.Node, markdown.State) {
	line, segment := reader.PeekLine()
	if util.IsBlank(line) {
		return nil, markdown.NoChildren
	}
	node := pc.(*noteContext).paragraph()
	node.Lines().Append(segment)
	reader.AdvanceToEOL()
	return node, markdown.NoChildren
}

// headingParser is a parser of headings that opens raw ones.
type headingParser struct{ markdown.BlockParser }

// Open opens a heading.
func (p headingParser) Open(parent ast.Node, reader text.Reader, pc markdown.Context) (ast.Node, markdown.State) {
	node, state := p.BlockParser.Open(parent, reader, pc)
	if heading, ok := node.(*ast.Heading); ok {
		return rawHeading{heading}, state
	}
	return node, state
}

// textFinder puts a rawText in the place of every paragraph that is closed.
type textFinder struct{}

// Transform replaces the paragraph, unless the line below makes a heading of
// it: goldmark has taken it from the open blocks then, and looks for it in the
// tree again.
func (textFinder) Transform(node *ast.Paragraph, _ text.Reader, pc markdown.Context) {
	for _, open := range pc.OpenedBlocks() {
		if open.Node == ast.Node(node) {
			parent, next := node.Parent(), node.NextSibling()
			parent.RemoveChild(parent, node)
			if next == nil { // where InsertBefore counts twice
				parent.AppendChild(parent, rawText{node})
			} else {
				parent.InsertBefore(parent, next, rawText{node})
			}
			return
		}
	}
}
