package parser

import (
	"strings"

	"go.yaml.in/yaml/v4"
)

// maxExpanded bounds the values that the aliases of one block may stand for
// together. People use an alias or two; a bomb wants billions.
const maxExpanded = 10_000

// A yamlWalker turns the decoder's nodes into ours. The decoder says where a
// node begins, in lines and characters; the walker finds the byte, and where
// the node ends.
type yamlWalker struct {
	r       *blockReader
	text    string // what was decoded, as it stands in the note
	base    int    // the offset of text in the note
	masked  bool   // maskYAML changed something
	lines   []int  // where the lines of text begin
	line    int    // with column and offset: the place found last
	column  int
	offset  int
	anchors map[*yaml.Node]anchored

	count     int // values so far, aliases expanded
	expanded  int // of these, the ones aliases stand for
	deepest   int // the deepest level seen since an anchor began
	bomb      bool
	swallowed bool
}

// anchored is a finished value that aliases may repeat.
type anchored struct {
	node         node
	size, height int
}

// value converts one value. The collection it stands in begins at offset
// parent.
func (w *yamlWalker) value(n *yaml.Node, depth, parent int) node {
	w.count++
	w.deepest = max(w.deepest, depth)
	if n.Anchor == "" {
		return w.plainValue(n, depth, parent)
	}
	outer, count := w.deepest, w.count
	w.deepest = depth
	out := w.plainValue(n, depth, parent)
	if w.anchors == nil {
		w.anchors = map[*yaml.Node]anchored{}
	}
	w.anchors[n] = anchored{out, w.count - count + 1, w.deepest - depth}
	w.deepest = max(w.deepest, outer)
	return out
}

// plainValue converts a value, its anchor aside.
func (w *yamlWalker) plainValue(n *yaml.Node, depth, parent int) node {
	at := w.find(n.Line, n.Column)
	switch n.Kind {
	case yaml.AliasNode:
		return w.alias(n, depth, at)
	case yaml.SequenceNode:
		return w.sequence(n, depth, at)
	case yaml.MappingNode:
		return w.mapping(n, depth, at)
	default:
		return w.scalar(n, at, parent)
	}
}

// scalar converts a text. A block scalar needs to know where the collection
// around it begins: an explicit indentation counts from there.
func (w *yamlWalker) scalar(n *yaml.Node, at, parent int) node {
	begin := at
	at = w.skipProperties(n, at)
	out := node{kind: nodeScalar, text: w.unmask(n.Value)}
	var end int
	switch {
	case n.Style&yaml.DoubleQuotedStyle != 0:
		end = doubleQuotedEnd(w.text, at)
		w.checkSwallowed(at, end)
	case n.Style&yaml.SingleQuotedStyle != 0:
		end = singleQuotedEnd(w.text, at)
		w.checkSwallowed(at, end)
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		end = blockScalarEnd(w.text, at, parent)
	default:
		if end, out.raw = plainEnd(w.text, at, out.text); !out.raw {
			w.checkFence(at, end)
		}
		if n.ShortTag() == "!!null" {
			out = node{}
		}
		// A tag of nobody's, as in `!important`, is text that was not quoted.
		if strings.HasPrefix(n.Tag, "!") && !strings.HasPrefix(n.Tag, "!!") && w.text[begin] == '!' {
			at = begin
			out = node{kind: nodeScalar, text: w.text[at:end], raw: true}
		}
	}
	out.span = w.span(at, end)
	return out
}

// sequence converts a list. Its span ends with its last item, or with the
// bracket behind that; the decoder gives no ends.
func (w *yamlWalker) sequence(n *yaml.Node, depth, at int) node {
	at = w.skipToContent(w.skipProperties(n, at))
	out := node{kind: nodeList, items: make([]node, 0, len(n.Content))}
	end := at + 1
	for _, c := range n.Content {
		item := w.value(c, depth+1, at)
		out.items = append(out.items, item)
		end = max(end, item.span.End-w.base)
	}
	if n.Style&yaml.FlowStyle != 0 {
		end = flowEnd(w.text, end, ']')
	}
	out.span = w.span(at, end)
	return out
}

// mapping converts a mapping. What `<<` takes over comes last, because a key of
// the mapping itself always wins, wherever it is written.
func (w *yamlWalker) mapping(n *yaml.Node, depth, at int) node {
	at = w.skipToContent(w.skipProperties(n, at))
	m := mapping{r: w.r, pairs: make([]pair, 0, len(n.Content)/2)}
	var merged []node
	end := at + 1
	for i := 0; i+1 < len(n.Content); i += 2 {
		isMerge := n.Content[i].ShortTag() == "!!merge"
		key, ok := w.key(n.Content[i], depth+1, at)
		value := w.value(n.Content[i+1], depth+1, at)
		end = max(end, key.Span.End-w.base, value.span.End-w.base)
		switch {
		case isMerge:
			merged = append(merged, value)
		case ok:
			m.add(pair{key: key, value: value})
		}
	}
	for _, value := range merged {
		w.merge(&m, value)
	}
	if n.Style&yaml.FlowStyle != 0 && w.text[min(at, len(w.text)-1)] == '{' {
		end = flowEnd(w.text, end, '}')
	}
	return m.asNode(w.span(at, end))
}

// key converts a key. Only text can be one: a list or mapping in its place is
// reported.
func (w *yamlWalker) key(n *yaml.Node, depth, parent int) (At[string], bool) {
	k := w.value(n, depth, parent)
	key := At[string]{k.text, k.span}
	if k.kind == nodeNull {
		key.Value = w.unmask(n.Value)
	}
	if key.Value == "" || k.kind != nodeScalar && k.kind != nodeNull {
		w.r.damaged(BadFrontmatter, k.span, "a value here has no name that is plain text",
			"write it as `key: value`")
		return key, false
	}
	return key, true
}

// merge adds what `<<` stands for: a mapping, or a list of them.
func (w *yamlWalker) merge(m *mapping, value node) {
	switch value.kind {
	case nodeMap:
		m.merge(value.pairs)
	case nodeList:
		for _, item := range value.items {
			if item.kind == nodeMap {
				m.merge(item.pairs)
			}
		}
	case nodeScalar:
		w.r.report(WrongType, value.span, "`<<` takes over another mapping, and this is a text",
			"name a mapping, as in `<<: *name`")
	}
}

// alias returns what an alias stands for, at the place of the alias.
func (w *yamlWalker) alias(n *yaml.Node, depth, at int) node {
	span := w.span(at, at+1+len(n.Value))
	a, finished := w.anchors[n.Alias]
	switch {
	case !finished:
		w.r.damaged(TooDeep, span, "*"+n.Value+" stands inside the very value it repeats", "write the value out")
		return node{kind: nodeBroken, span: span}
	case w.expanded+a.size > maxExpanded || depth+a.height > maxNesting:
		if !w.bomb {
			w.bomb = true
			w.r.damaged(TooDeep, span, "the aliases here stand for too many values", "write the values out")
		}
		return node{kind: nodeBroken, span: span}
	}
	w.expanded += a.size
	w.count += a.size
	w.deepest = max(w.deepest, depth+a.height)
	out := a.node
	out.span, out.raw = span, false
	return out
}
