package parser

import (
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	markdown "github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// sectionReader turns goldmark's tree into sections. The tree is thrown away
// afterwards; what stays refers to the note's own text. One reader reads note
// after note, and its slices and goldmark's context serve for all of them.
type sectionReader struct {
	text     string
	body     int // goldmark's offsets begin here
	sections []section

	current section // the section being read, its blocks aside
	begun   bool    // current has a heading
	blocks  []block // of all sections
	from    int     // where those of the current section begin

	lent        *text.Segments // room for the lines of a plain paragraph
	context     *noteContext
	withContext markdown.ParseOption
}

// sectionReaders are those that read no note just now.
var sectionReaders = sync.Pool{New: func() any { return newSectionReader() }}

func newSectionReader() *sectionReader {
	context := &noteContext{Context: markdown.NewContext()}
	return &sectionReader{lent: text.NewSegments(), context: context, withContext: markdown.WithContext(context)}
}

// release lets go of the note, and of the reader.
func (r *sectionReader) release() {
	r.reset()
	sectionReaders.Put(r)
}

// reset lets go of the note.
func (r *sectionReader) reset() {
	r.context.reset()
	*r = sectionReader{
		sections: emptied(r.sections), blocks: emptied(r.blocks),
		lent: emptiedLines(r.lent), context: r.context, withContext: r.withContext,
	}
}

// keptRoom is how many elements a slice may have room for that is kept for the
// next note; few notes need more.
const keptRoom = 1024

// emptied returns a slice of no elements for the next note to use, in which
// nothing of the last one is left.
func emptied[T any](s []T) []T {
	if cap(s) > keptRoom {
		return nil
	}
	clear(s)
	return s[:0]
}

// emptiedLines is emptied for goldmark's lines, which refer to nothing.
func emptiedLines(lines *text.Segments) *text.Segments {
	if lines.Len() > keptLines {
		return text.NewSegments()
	}
	lines.SetSliced(0, 0)
	return lines
}

// A surrounding is what a block stands in.
type surrounding struct {
	item    int // index of the enclosing item's block, -1
	depth   int // lists around it
	quoted  bool
	callout bool // the quote is a callout
}

var topLevel = surrounding{item: -1}

// children reads the blocks of a document, an item or a quote.
func (r *sectionReader) children(parent ast.Node, in surrounding) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		r.node(n, in)
	}
}

func (r *sectionReader) node(n ast.Node, in surrounding) {
	switch n := n.(type) {
	case rawHeading:
		r.heading(n.Heading, in)
	case *ast.Heading:
		r.heading(n, in)
	case rawText, *ast.Paragraph, *ast.TextBlock:
		r.lines(paragraph, n.Lines(), in)
	case *ast.FencedCodeBlock:
		r.lines(code, n.Lines(), in)
	case *ast.CodeBlock:
		r.lines(indented, n.Lines(), in)
	case *ast.HTMLBlock:
		r.html(n, in)
		if rest := r.afterComment(n); rest.Len() > 0 {
			r.lines(paragraph, rest, in)
		}
	case *tableBlock:
		r.rows(n.Lines(), in)
	case *ast.Blockquote:
		in.quoted, in.callout = true, r.isCallout(n)
		r.children(n, in)
	case *ast.List:
		for child := n.FirstChild(); child != nil; child = child.NextSibling() {
			r.item(child, in)
		}
	}
}

// isCallout reports whether a quote is one in form only: it begins with a mark
// such as [!note]. Those that say they quote or are still to be done do not count.
func (r *sectionReader) isCallout(n *ast.Blockquote) bool {
	first := n.FirstChild()
	if first == nil || first.Type() != ast.TypeBlock || first.Lines().Len() == 0 {
		return false
	}
	mark, ok := strings.CutPrefix(r.trimmed(first.Lines().At(0), markdownSpace).Value, "[!")
	word, _, shut := strings.Cut(mark, "]")
	switch strings.ToLower(word) {
	case "quote", "cite", "todo", "example":
		return false
	}
	return ok && shut && word != ""
}

// heading begins a section. Inside a quote or an item it announces nothing: it
// is text.
func (r *sectionReader) heading(n *ast.Heading, in surrounding) {
	if in != topLevel {
		r.lines(paragraph, n.Lines(), in)
		return
	}
	title, _ := r.fold(n.Lines())
	if title.Value == "" {
		// Nothing but #s: the title would stand right behind them.
		end := r.body + n.Pos()
		end += len(r.text[end:]) - len(strings.TrimLeft(r.text[end:], "#"))
		title.Span = Span{end, end}
	}
	r.begin(title, n.Level)
}

// begin ends the current section and begins the next.
func (r *sectionReader) begin(title At[string], level int) {
	r.finish()
	r.current = section{title: withoutEmphasis(title), level: level, parent: r.enclosing(level)}
	r.begun = true
}

// enclosing returns the nearest section read so far with a lower level, -1
// when there is none; text before the first heading encloses nothing.
func (r *sectionReader) enclosing(level int) int {
	i := len(r.sections) - 1
	for i >= 0 && r.sections[i].level >= level {
		i = r.sections[i].parent
	}
	if i >= 0 && r.sections[i].level == 0 {
		return -1
	}
	return i
}

// finish puts the current section among the others. Text before the first
// heading makes a section only where there is any.
func (r *sectionReader) finish() {
	if !r.begun && len(r.blocks) == r.from {
		return
	}
	if !r.begun {
		r.current.parent = -1
	}
	r.current.blocks = r.blocks[r.from:]
	r.from = len(r.blocks)
	r.sections = append(r.sections, r.current)
	r.current, r.begun = section{}, false
}

// lines adds a block made of whole lines; one without any text is dropped.
func (r *sectionReader) lines(kind blockKind, lines *text.Segments, in surrounding) {
	if kind == paragraph && in.quoted {
		kind = quote
	}
	value, verbatim := r.fold(lines)
	if value.Value == "" {
		return
	}
	r.blocks = append(r.blocks, block{
		kind: kind, depth: in.depth, parent: in.item, text: value, verbatim: verbatim, quoted: in.quoted && !in.callout,
	})
}

// item adds a list item and what is nested in it. The item's own text is its
// first paragraph, provided nothing comes before it.
func (r *sectionReader) item(n ast.Node, in surrounding) {
	own := block{kind: item, depth: in.depth + 1, parent: in.item, verbatim: true, quoted: in.quoted && !in.callout}
	at := r.afterMarker(n)
	own.text.Span = Span{at, at}

	rest := n.FirstChild()
	var comment *ast.HTMLBlock
	switch first := rest.(type) {
	case rawText, rawHeading, *ast.Paragraph, *ast.TextBlock, *ast.Heading:
		own.text, own.verbatim = r.fold(first.Lines())
		rest = rest.NextSibling()
	case *ast.HTMLBlock:
		// `- <!-- one to five --> 4`: the item says 4.
		if after := r.afterComment(first); after.Len() > 0 {
			own.text, own.verbatim = r.fold(after)
			comment = first
			rest = rest.NextSibling()
		}
	}
	if !own.text.Given() {
		own.text.Span = Span{at, at}
	}
	own.takeCheckbox(r.text)

	in.item, in.depth = len(r.blocks)-r.from, in.depth+1
	r.blocks = append(r.blocks, own)
	if comment != nil {
		r.html(comment, in)
	}
	for ; rest != nil; rest = rest.NextSibling() {
		r.node(rest, in)
	}
}

// takeCheckbox moves a check box from the start of an item's text to its box.
func (b *block) takeCheckbox(source string) {
	v := b.text.Value
	if len(v) < 3 || v[0] != '[' || v[2] != ']' || len(v) > 3 && strings.IndexByte(markdownSpace, v[3]) < 0 {
		return
	}
	switch v[1] {
	case ' ':
		b.box = openBox
	case 'x', 'X':
		b.box = tickedBox
	default:
		return
	}
	b.text.Value = strings.TrimLeft(v[3:], markdownSpace)
	start, end := b.text.Span.Start+3, b.text.Span.End
	if b.text.Value == "" {
		b.text.Span.Start = start
		return
	}
	// The text may go on behind quote marks, on the next line: the source
	// holds its first word where the folded text begins.
	first, _, _ := strings.Cut(b.text.Value, " ")
	b.text.Span.Start = start + strings.Index(source[start:end], first)
	b.verbatim = b.text.Value == source[b.text.Span.Start:end]
}

// afterMarker returns the offset behind an item's marker.
func (r *sectionReader) afterMarker(n ast.Node) int {
	at := n.Pos()
	if marker, ok := n.AttributeString(markerAttribute); ok {
		at = marker.(int)
	}
	at += r.body
	for at < len(r.text) && '0' <= r.text[at] && r.text[at] <= '9' {
		at++
	}
	return min(at+1, len(r.text))
}

// html adds a block of raw HTML up to the end of its comment, if it is one.
func (r *sectionReader) html(n *ast.HTMLBlock, in surrounding) {
	lines := text.NewSegments()
	lines.AppendAll(n.Lines().Sliced(0, n.Lines().Len()))
	if n.HasClosure() {
		lines.Append(n.ClosureLine)
	}
	if rest := r.afterComment(n); rest.Len() > 0 {
		last := lines.At(lines.Len() - 1)
		lines.Set(lines.Len()-1, last.WithStop(rest.At(0).Start))
	}
	r.lines(html, lines, in)
}

// afterComment returns the text that follows a comment on its last line. For
// Markdown it belongs to the comment; for a person it does not.
func (r *sectionReader) afterComment(n *ast.HTMLBlock) *text.Segments {
	after := text.NewSegments()
	last := n.ClosureLine
	if n.HTMLBlockType != ast.HTMLBlockType2 {
		return after
	}
	if !n.HasClosure() {
		last = n.Lines().At(n.Lines().Len() - 1)
	}
	line := r.text[r.body+last.Start : r.body+last.Stop]
	if _, rest, closed := strings.Cut(line, "-->"); closed && strings.Trim(rest, markdownSpace) != "" {
		after.Append(text.NewSegment(last.Stop-len(rest), last.Stop))
	}
	return after
}

// rows adds a table, one block per row that has a word in it.
func (r *sectionReader) rows(lines *text.Segments, in surrounding) {
	for i := range lines.Len() {
		line := lines.At(i)
		row := r.trimmed(line, markdownSpace+"|")
		if i == 1 || row.Value == "" {
			continue // the delimiter row, or empty cells
		}
		r.blocks = append(r.blocks, block{
			kind: table, depth: in.depth, parent: in.item, text: row, verbatim: true,
		})
	}
}
