package parser

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	markdown "github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// tableBlock is a table: its lines are the rows, the delimiter row included.
// goldmark's own extension makes a node of every cell, also of those a short
// row lacks, so that two wide lines cost as much as the product of both.
type tableBlock struct{ ast.BaseBlock }

var kindTableBlock = ast.NewNodeKind("TableBlock")

// Kind returns the node kind of a tableBlock.
func (t *tableBlock) Kind() ast.NodeKind { return kindTableBlock }

// IsRaw keeps goldmark from looking for inline elements.
func (t *tableBlock) IsRaw() bool { return true }

// Dump prints the node when goldmark is debugged.
func (t *tableBlock) Dump(source []byte, level int) {
	ast.DumpHelper(t, source, level, nil, nil)
}

// tableFinder turns a paragraph that holds a table, or ends in one, into a
// tableBlock.
type tableFinder struct{}

// Transform replaces the paragraph if one of its lines is a delimiter row with
// as many columns as the line above.
func (tableFinder) Transform(node *ast.Paragraph, reader text.Reader, _ markdown.Context) {
	lines, source := node.Lines(), reader.Source()
	for i := 1; i < lines.Len(); i++ {
		delimiter, header := lines.At(i), lines.At(i-1)
		columns := delimiterColumns(source[delimiter.Start:delimiter.Stop])
		if columns == 0 || columns != rowColumns(source[header.Start:header.Stop]) {
			continue
		}
		parent := node.Parent()
		if i > 1 {
			// A fresh paragraph, so that the old one has left the tree and
			// no line below can make a heading of it.
			above := ast.NewParagraph()
			above.Lines().AppendAll(lines.Sliced(0, i-1))
			parent.InsertBefore(parent, node, above)
		}
		table := &tableBlock{}
		table.Lines().AppendAll(lines.Sliced(i-1, lines.Len()))
		parent.InsertBefore(parent, node, table)
		parent.RemoveChild(parent, node)
		return
	}
}

// delimiterColumns returns how many columns a delimiter row such as
// `| --- | :-: |` announces, 0 if the line is none.
func delimiterColumns(line []byte) int {
	if bytes.IndexByte(line, '|') < 0 {
		return 0
	}
	columns := 0
	for cell := range bytes.SplitSeq(outerPipesOff(line), []byte("|")) {
		dashes := bytes.TrimSpace(cell)
		dashes = bytes.TrimPrefix(dashes, []byte(":"))
		dashes = bytes.TrimSuffix(dashes, []byte(":"))
		if len(dashes) == 0 || len(bytes.Trim(dashes, "-")) > 0 {
			return 0
		}
		columns++
	}
	return columns
}

// rowColumns returns how many cells a row has; `\|` separates none.
func rowColumns(line []byte) int {
	line = outerPipesOff(line)
	return 1 + bytes.Count(line, []byte("|")) - bytes.Count(line, []byte(`\|`))
}

// outerPipesOff drops the white space and one pipe at both ends of a row.
func outerPipesOff(line []byte) []byte {
	line = bytes.TrimSpace(line)
	line = bytes.TrimPrefix(line, []byte("|"))
	if !bytes.HasSuffix(line, []byte(`\|`)) {
		line = bytes.TrimSuffix(line, []byte("|"))
	}
	return line
}
