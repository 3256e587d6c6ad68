package parser

import (
	"github.com/yuin/goldmark/ast"
	markdown "github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
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
