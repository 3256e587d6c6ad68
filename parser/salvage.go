package parser

import "errors"

// A salvager reads what is whole of a YAML block that the decoder refuses.
//
// It cuts the block at the lines where a key begins, and each piece that the
// decoder refuses at the keys or list markers of its own, and so on: what is
// lost in the end is the one value that is really damaged. The decoder stays
// the judge of every piece.
type salvager struct {
	r *blockReader
	// budget is how many more bytes may be decoded. Every level of nesting
	// decodes its lines again, so that without a bound the time would be
	// the block's size times its depth.
	budget int
	// deep: the piece tried last was nested too deeply.
	deep bool
}

// maxSalvage is how deep in damaged values is looked for whole ones: fields
// that are lists of mappings need three levels.
const maxSalvage = 6

// salvageYAML reads what is whole between two offsets.
func (r *blockReader) salvageYAML(from, to int) node {
	lines := splitLines(r.text, from, to)
	s := &salvager{r: r, budget: 8*(to-from) + 1<<16}
	var root node
	if first := s.skipIdle(lines); len(first) > 0 {
		root = s.mapping(first, 0)
	}
	if len(root.pairs) == 0 {
		return node{}
	}
	return root
}

// skipIdle drops blank lines and comments from the start of lines.
func (s *salvager) skipIdle(lines []line) []line {
	for len(lines) > 0 && idle(s.r.text, lines[0]) {
		lines = lines[1:]
	}
	return lines
}

// level reads lines that are not blank at the start: a list or a mapping.
func (s *salvager) level(lines []line, depth int) (node, bool) {
	if depth > maxSalvage || s.budget < 0 {
		return node{}, false
	}
	if isDash(s.r.text, lines[0]) {
		return s.list(lines, depth), true
	}
	if _, ok := yamlKey(s.r.text, lines[0]); ok {
		return s.mapping(lines, depth), true
	}
	return node{}, false
}

// mapping reads the pairs whose keys stand at the first line's indentation.
func (s *salvager) mapping(lines []line, depth int) node {
	text, column := s.r.text, lines[0].column()
	m := mapping{r: s.r}
	span := Span{lines[0].content, lines[0].end}
	isKey := func(l line) bool {
		if idle(text, l) || l.column() > column {
			return false
		}
		_, ok := yamlKey(text, l)
		return ok
	}
	for lines = s.skipIdle(lines); len(lines) > 0; lines = s.skipIdle(lines) {
		// own counts the lines that surely belong to the key, n also the
		// ones at the margin that only the decoder can place.
		own, n := 1, 1
		for n < len(lines) && !isKey(lines[n]) {
			l := lines[n]
			inside := idle(text, l) || l.column() > column || isDash(text, l) && l.column() == column ||
				text[l.content] == ']' || text[l.content] == '}'
			if n++; inside && own == n-1 {
				own = n
			}
		}
		if isKey(lines[0]) {
			s.pair(&m, lines[:n], own, depth)
		} else {
			s.strayFields(&m, lines[:n])
		}
		if len(m.pairs) > 0 {
			span.End = max(span.End, m.pairs[len(m.pairs)-1].value.span.End)
		}
		lines = lines[n:]
	}
	return m.asNode(span)
}

// pair reads one key with its value, whole or in parts.
func (s *salvager) pair(m *mapping, lines []line, own, depth int) {
	if s.takePairs(m, lines) {
		return
	}
	// Then without the lines at the margin; then the value of the key line
	// alone; then, where that is empty, what is whole of the lines below.
	if own < len(lines) {
		defer s.strayFields(m, lines[own:])
		if lines = lines[:own]; s.takePairs(m, lines) {
			return
		}
	}
	k, _ := yamlKey(s.r.text, lines[0])
	key := At[string]{k.name, k.key}
	rest := s.skipIdle(lines[1:])
	deep := s.deep
	if len(rest) > 0 && !deep {
		if k.value.Start == k.value.End {
			if value, ok := s.level(rest, depth+1); ok {
				m.add(pair{key: key, value: value})
				return
			}
		} else if c := s.r.text[k.value.Start]; c != '|' && c != '>' && s.takePairs(m, lines[:1]) {
			s.strayFields(m, rest)
			return
		}
	}
	bad := k.value
	if bad.Start == bad.End {
		// The value begins on a line below, unless there is none.
		bad = wholeLine(append([]line{lines[0]}, rest...)[min(1, len(rest))])
	}
	m.add(pair{key: key, value: node{kind: nodeBroken, span: bad}})
	s.broken(bad, deep)
}

// takePairs decodes lines on their own and adds their pairs.
func (s *salvager) takePairs(m *mapping, lines []line) bool {
	n, ok := s.decode(lines)
	if !ok || n.kind != nodeMap {
		return false
	}
	for _, p := range n.pairs {
		m.add(p)
	}
	return true
}

// decode decodes lines on their own.
func (s *salvager) decode(lines []line) (node, bool) {
	last := lines[0]
	for _, l := range lines[1:] {
		if !l.blank() {
			last = l
		}
	}
	s.deep = false
	if s.budget -= last.end - lines[0].start; s.budget < 0 {
		return node{}, false
	}
	n, err := s.r.decodeYAML(lines[0].start, lines[0].content, last.end)
	s.deep = errors.Is(err, errTooDeep)
	return n, err == nil
}

// broken reports a value that cannot be read.
func (s *salvager) broken(bad Span, deep bool) {
	if deep {
		s.r.damaged(TooDeep, bad, "lists and mappings are nested more than 100 levels deep here", "write it flatter")
		return
	}
	message, hint, fixes := explainValue(s.r.text, bad)
	s.r.damaged(BadFrontmatter, bad, message, hint, fixes...)
}

// strayFields reports lines that belong to no key, each that was meant to be a
// field on its own.
func (s *salvager) strayFields(m *mapping, lines []line) {
	from := 0
	for i, l := range lines {
		k, ok := yamlKey(s.r.text, l)
		if !ok {
			k, ok = almostKey(s.r.text, l)
		}
		if !ok {
			continue
		}
		s.stray(lines[from:i])
		s.stray(lines[i : i+1])
		from = i + 1
		if m.find(foldKey(k.name)) < 0 {
			m.add(pair{key: At[string]{k.name, k.key}, value: node{kind: nodeBroken, span: k.value}})
		}
	}
	s.stray(lines[from:])
}

// stray reports a run of lines that belong to no key.
func (s *salvager) stray(lines []line) {
	lines = s.skipIdle(lines)
	if len(lines) == 0 {
		return
	}
	span := wholeLine(lines[0])
	for _, l := range lines {
		if !idle(s.r.text, l) {
			span.End = l.end
		}
	}
	message, hint, fixes := explainLine(s.r.text, span)
	s.r.damaged(BadFrontmatter, span, message, hint, fixes...)
}

// wholeLine returns the span of a line's text.
func wholeLine(l line) Span { return Span{l.content, max(l.content, l.end)} }
