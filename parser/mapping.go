package parser

import "fmt"

// A mapping collects the pairs of one mapping. Of two spellings of one key
// the first counts.
type mapping struct {
	r      *blockReader
	pairs  []pair
	folded []string       // of pairs
	index  map[string]int // by folded key, once a walk over folded is slow
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
	for i, key := range m.folded {
		if key == folded {
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
			fmt.Sprintf("%q is written twice; the first counts", p.key.Value), "keep one of the two")
		return
	}
	m.put(folded, p)
}

// merge appends the pairs whose keys are not there yet, silently.
func (m *mapping) merge(pairs []pair) {
	for _, p := range pairs {
		if folded := foldKey(p.key.Value); m.find(folded) < 0 {
			m.put(folded, p)
		}
	}
}

// put appends a pair whose key is new.
func (m *mapping) put(folded string, p pair) {
	if len(m.pairs) == indexFrom {
		m.index = make(map[string]int, 2*indexFrom)
		for i, key := range m.folded {
			m.index[key] = i
		}
	}
	if m.index != nil {
		m.index[folded] = len(m.pairs)
	}
	m.pairs = append(m.pairs, p)
	m.folded = append(m.folded, folded)
}
