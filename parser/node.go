package parser

import "sync"

// A node is one value of a note's frontmatter, whatever the syntax it was
// written in. Scalars keep their text: only the field they belong to knows
// whether `2026-03-04` is a date.
type node struct {
	kind  nodeKind
	text  string         // scalars: the text, unquoted and unescaped
	raw   bool           // scalars: text is the very bytes at span (no escapes, no folding)
	span  Span           // the value's bytes, quotes and brackets included
	items []node         // lists
	pairs []pair         // mappings, in the order written; duplicate keys are gone
	index map[string]int // of a large mapping: its pairs by folded key
}

type nodeKind uint8

const (
	nodeNull   nodeKind = iota // nothing, ~ or null
	nodeScalar                 // text, numbers, booleans, dates
	nodeList
	nodeMap
	nodeBroken // salvage: the key stands there, its value cannot be read
)

// A pair is one key of a mapping with its value.
type pair struct {
	key    At[string] // as written, unquoted
	value  node
	folded string // the key as foldKey has it
}

// frontmatter is the block at the top of a note.
type frontmatter struct {
	syntax string // "", "yaml", "toml" or "json"
	root   node   // a mapping, or nodeNull
	body   int    // the offset at which the Markdown body begins
	// partial: the block is damaged, and root holds what could be salvaged.
	partial bool
}

// pairBuffers holds the pairs of blocks that were read, for the next block.
var pairBuffers = sync.Pool{New: func() any { return new([]pair) }}

// release lets go of the tree: what was read from it refers to the note's text.
func (fm *frontmatter) release() {
	if cap(fm.root.pairs) > 0 {
		pairs := emptied(fm.root.pairs)
		fm.root = node{}
		pairBuffers.Put(&pairs)
	}
}
