package parser

// A mapping collects the pairs of one mapping. Of two spellings of one key
// the first counts.
type mapping struct {
	r     *blockReader
	pairs []pair
	index map[string]int // by folded key, once a walk over pairs is slow
}

// indexFrom is the size at which a map beats a walk over the keys; ordinary
// entries have fewer.
const indexFrom = 24

// find returns the index of the pair with that folded key, or -1.
func (m *mapping) find(folded string) int {
	if m.index != nil {
		if i, ok := m.index[folded]; ok {
			return i
		}
		return -1
	}
	for i := range m.pairs {
		if m.pairs[i].folded == folded {
			return i
		}
	}
	return -1
}

// add appends a pair, or reports that its key was written before.
func (m *mapping) add(p pair) {
	folded := foldKey(p.key.Value)
	if m.find(folded) >= 0 {
		m.r.report(DuplicateKey, p.key.Span,
			quoted(p.key.Value)+" is written twice; the first counts", "keep one of the two")
		return
	}
	m.put(folded, p)
}

// merge appends the pairs whose keys are not there yet, silently.
func (m *mapping) merge(pairs []pair) {
	for _, p := range pairs {
		if m.find(p.folded) < 0 {
			m.put(p.folded, p)
		}
	}
}

// put appends a pair whose key is new.
func (m *mapping) put(folded string, p pair) {
	if len(m.pairs) == indexFrom {
		m.index = make(map[string]int, 2*indexFrom)
		for i := range m.pairs {
			m.index[m.pairs[i].folded] = i
		}
	}
	if m.index != nil {
		m.index[folded] = len(m.pairs)
	}
	p.folded = folded
	m.pairs = append(m.pairs, p)
}

// asNode returns the mapping as a value.
func (m *mapping) asNode(span Span) node {
	return node{kind: nodeMap, pairs: m.pairs, index: m.index, span: span}
}
