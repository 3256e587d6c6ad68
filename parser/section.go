package parser

// A section is a heading with the blocks below it, up to the next heading of
// any level. The text before the first heading is a section without a title.
type section struct {
	title  At[string]  // the heading's text, markup and trailing #s dropped
	level  int         // 1 to 6; 0 for the text before the first heading
	parent int         // index of the enclosing section (lower level), -1
	kind   sectionKind // by the title, or that of the enclosing section; search.md's titles apart
	blocks []block
}

// A block is one paragraph, list item or the like of a note's body.
type block struct {
	depth  int // how many lists it stands in; 0 outside lists
	parent int // index, in the section's blocks, of the enclosing item; -1
	// text is the block's own text without nested blocks: list marker, check
	// box and quote marks dropped, line ends folded to one space. Its span
	// covers the text from its first to its last byte in the source.
	text At[string]

	// The small ones stand together, as a note has dozens of blocks.
	kind blockKind
	box  checkbox
	// verbatim: text.Value is the very bytes at text.Span, so that offsets in
	// it are offsets in the source.
	verbatim bool
	quoted   bool // stands in a quote; a callout, `> [!note]`, is one in form only
}

type blockKind uint8

const (
	paragraph blockKind = iota
	item                // a list item's own text (its first paragraph)
	code                // fenced
	quote               // a paragraph inside a block quote
	table               // one row of a table
	html                // raw HTML; comments are html blocks too
	indented            // code by its indentation alone
)

type checkbox uint8

const (
	noBox checkbox = iota
	openBox
	tickedBox
)

// sectionKind is what a heading announces.
type sectionKind uint8

const (
	otherSection sectionKind = iota
	workedSection
	didntSection
	researchSection
	confidenceSection
	stumblesSection
	thankYouSection
	questionsSection
	nextSection
	logSection
	pastedSection // what others wrote beforehand: an invitation, the posting
)
