package render

import (
	"strings"
	"unicode/utf16"

	"debrief/parser"
)

// utf16Position turns a byte offset into a line and a column that counts
// UTF-16 code units from 1, as editors and SARIF viewers do. A byte-order mark
// takes no column; each byte that is not UTF-8 takes one.
func utf16Position(src *parser.Source, offset int) parser.LineColumn {
	at := src.Position(offset)
	offset = max(0, min(offset, len(src.Text)))
	line := strings.TrimPrefix(src.Text[offset-(at.Column-1):offset], "\uFEFF")
	at.Column = 1
	for _, r := range line {
		at.Column += utf16.RuneLen(r)
	}
	return at
}
