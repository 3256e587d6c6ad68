package parser

import (
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// A tomlReader reads TOML statement by statement. A statement that cannot be
// read costs only its own lines. All offsets are the note's.
type tomlReader struct {
	r       *blockReader
	text    string // the note up to the end of the block
	block   []byte // the block alone
	from    int    // where it begins
	start   int    // where the parser's input begins
	parser  unstable.Parser
	root    *tomlTable
	current *tomlTable // that of the header read last
	level   int        // how deep it stands
	// budget is how many more bytes may be spent on statements that turn out
	// to be unreadable.
	budget int
}

// readTOML reads the lines of a TOML block.
func (r *blockReader) readTOML(from, to int) node {
	t := &tomlReader{
		r: r, text: r.text[:to], block: []byte(r.text[from:to]), from: from,
		root: &tomlTable{mapping: mapping{r: r}}, budget: 4*(to-from) + 1<<16,
	}
	t.current = t.root
	for at := from; at < to; {
		at = t.statements(at)
	}
	if len(t.root.pairs) == 0 {
		return node{}
	}
	t.root.span.Start = t.root.pairs[0].key.Span.Start
	return t.root.node()
}

// statements reads from an offset to the end, or to a statement that cannot be
// read: it reports that one and returns where to go on.
func (t *tomlReader) statements(at int) int {
	t.start = at
	// The parser computes offsets from capacities, so there must be no spare.
	t.parser.Reset(t.block[at-t.from : len(t.block) : len(t.block)])
	for t.parser.NextExpression() {
		at = lineEnd(t.text, t.statement(t.parser.Expression()))
	}
	if err := t.parser.Error(); err != nil {
		return t.skip(at, err)
	}
	return len(t.text)
}

// statement takes one statement in and returns an offset on its last line.
func (t *tomlReader) statement(e *unstable.Node) int {
	keys := t.keys(e.Key())
	end := keys[len(keys)-1].Span.End
	if e.Kind == unstable.Table || e.Kind == unstable.ArrayTable {
		t.header(keys, e.Kind == unstable.ArrayTable)
		return end
	}
	at := t.afterEquals(end)
	end = t.start + int(e.Raw.Offset+e.Raw.Length)
	// Only the statement has a range, so that its end is the value's, and a
	// value that is not walked through is known as a whole all the same.
	value := node{kind: nodeBroken, span: Span{at, end}}
	if t.level+len(keys)+tomlDepth(e.Value()) > maxNesting {
		t.tooDeep(value.span)
		keys = keys[:1]
	} else {
		value, _ = t.value(e.Value(), at)
	}
	t.current.set(keys, value)
	return end
}

// header begins the table that a [header] names.
func (t *tomlReader) header(keys []At[string], array bool) {
	first, last := keys[0].Span, keys[len(keys)-1].Span
	if t.level = len(keys); t.level > maxNesting {
		t.tooDeep(Span{first.Start, last.End})
		t.current = &tomlTable{mapping: mapping{r: t.r}}
		return
	}
	t.current = t.root.open(keys, array)
	if t.current.span == last {
		begin := lineStart(t.text, first.Start)
		begin += strings.IndexByte(t.text[begin:], '[')
		t.current.span = Span{begin, wholeLine(lineAt(t.text, begin)).End}
	}
}

// tooDeep reports what nests deeper than is read.
func (t *tomlReader) tooDeep(span Span) {
	t.r.damaged(TooDeep, span, "lists and mappings are nested more than 100 levels deep here", "write it flatter")
}

// tomlDepth returns how many levels deep a value is.
func tomlDepth(n *unstable.Node) int {
	deepest := 0
	for it := n.Children(); it.Next(); {
		c, keys := it.Node(), 0
		if c.Kind == unstable.KeyValue {
			for k := c.Key(); k.Next(); {
				keys++
			}
			c = c.Value()
		}
		deepest = max(deepest, keys+tomlDepth(c))
	}
	return deepest + 1
}

// keys returns the parts of a dotted key.
func (t *tomlReader) keys(it unstable.Iterator) []At[string] {
	var keys []At[string]
	for it.Next() {
		k := it.Node()
		at := t.start + int(k.Raw.Offset)
		keys = append(keys, At[string]{string(k.Data), Span{at, at + int(k.Raw.Length)}})
	}
	return keys
}

// value converts a value that begins at offset at, and returns where it ends.
// Lists come without a place of their own, so that it is followed along.
func (t *tomlReader) value(n *unstable.Node, at int) (node, int) {
	end := at + 1
	switch n.Kind {
	case unstable.Array:
		out := node{kind: nodeList}
		for it := n.Children(); it.Next(); {
			var value node
			value, end = t.value(it.Node(), t.skipFiller(end))
			out.items = append(out.items, value)
		}
		end = t.skipFiller(end) + 1
		out.span = Span{at, min(end, len(t.text))}
		return out, end
	case unstable.InlineTable:
		table := &tomlTable{mapping: mapping{r: t.r}}
		for it := n.Children(); it.Next(); {
			keys := t.keys(it.Node().Key())
			var value node
			value, end = t.value(it.Node().Value(), t.afterEquals(keys[len(keys)-1].Span.End))
			table.set(keys, value)
		}
		end = t.skipFiller(end) + 1
		table.span = Span{at, min(end, len(t.text))}
		return table.node(), end
	}
	at = t.start + int(n.Raw.Offset)
	end = at + int(n.Raw.Length)
	out := node{kind: nodeScalar, text: string(n.Data), span: Span{at, end}}
	out.raw = out.text == t.text[at:end]
	return out, end
}

// afterEquals returns where the value begins behind a key that ends at offset
// at.
func (t *tomlReader) afterEquals(at int) int {
	for at < len(t.text) && strings.IndexByte(" \t=", t.text[at]) >= 0 {
		at++
	}
	return at
}

// skipFiller skips what may stand between two values of a list or table.
func (t *tomlReader) skipFiller(at int) int {
	for at < len(t.text) {
		switch t.text[at] {
		case ' ', '\t', '\r', '\n', ',':
			at++
		case '#':
			at = lineEnd(t.text, at)
		default:
			return at
		}
	}
	return at
}
