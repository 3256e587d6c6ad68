package parser

// list reads the items whose markers stand at the first line's indentation.
func (s *salvager) list(lines []line, depth int) node {
	text, column := s.r.text, lines[0].column()
	out := node{kind: nodeList, span: Span{lines[0].content, lines[0].content + 1}}
	isMarker := func(l line) bool { return isDash(text, l) && l.column() <= column }
	for lines = s.skipIdle(lines); len(lines) > 0; lines = s.skipIdle(lines) {
		own, n := 1, 1 // as in mapping
		for n < len(lines) && !isMarker(lines[n]) {
			inside := idle(text, lines[n]) || lines[n].column() > column
			if n++; inside && own == n-1 {
				own = n
			}
		}
		if isMarker(lines[0]) {
			for _, item := range s.items(lines[:n], own, depth) {
				out.items = append(out.items, item)
				out.span.End = max(out.span.End, item.span.End)
			}
		} else {
			s.stray(lines[:n])
		}
		lines = lines[n:]
	}
	return out
}

// items reads one list item, whole or in parts.
func (s *salvager) items(lines []line, own, depth int) []node {
	if n, ok := s.decode(lines); ok && n.kind == nodeList {
		return n.items
	}
	if own < len(lines) {
		s.stray(lines[own:])
		if n, ok := s.decode(lines[:own]); ok && n.kind == nodeList {
			return n.items
		}
	}
	deep, text := s.deep, s.r.text
	// What follows the marker stands where a line of its own would begin.
	lines = lines[:own]
	for lines[0].content++; lines[0].content < lines[0].end && isWhite(text[lines[0].content]); {
		lines[0].content++
	}
	rest := s.skipIdle(lines)
	if len(rest) > 0 && !deep {
		if value, ok := s.level(rest, depth+1); ok {
			return []node{value}
		}
		if value, ok := s.decode(rest[:1]); ok && value.kind == nodeScalar && value.raw {
			s.stray(rest[1:])
			return []node{value}
		}
	}
	bad := wholeLine(lines[0])
	if len(rest) > 0 {
		bad = valueSpan(text[rest[0].content:rest[0].end], 0, rest[0].content)
	}
	s.broken(bad, deep)
	return []node{{kind: nodeBroken, span: bad}}
}
