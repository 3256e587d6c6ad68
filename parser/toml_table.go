package parser

// A tomlTable is a mapping that later statements of the block may add to.
type tomlTable struct {
	mapping
	span Span
	// below are the pairs that are tables, or arrays of tables, by index;
	// node fills in their values.
	below map[int]*tomlBelow
}

// tomlBelow is what a pair of a tomlTable holds, if later statements may add
// to it.
type tomlBelow struct {
	tables []*tomlTable // one; more in an array of tables
	array  bool
	header bool // has had a header of its own
}

// open returns the table a header names.
func (t *tomlTable) open(keys []At[string], array bool) *tomlTable {
	last := keys[len(keys)-1]
	parent := t.descend(keys[:len(keys)-1])
	i := parent.find(foldKey(last.Value))
	if i < 0 {
		return parent.insert(last, array, true)
	}
	b := parent.below[i]
	switch {
	case b != nil && array && b.array:
		next := &tomlTable{mapping: mapping{r: t.r}, span: last.Span}
		b.tables = append(b.tables, next)
		return next
	case b != nil && !array && !b.array && !b.header:
		b.header = true
		return b.tables[0]
	}
	return parent.discard(last)
}

// set adds a value under a dotted key.
func (t *tomlTable) set(keys []At[string], value node) {
	last := keys[len(keys)-1]
	t.descend(keys[:len(keys)-1]).add(pair{key: last, value: value})
}

// descend returns the table below a path, and makes what is missing of it.
func (t *tomlTable) descend(keys []At[string]) *tomlTable {
	for _, key := range keys {
		i := t.find(foldKey(key.Value))
		switch {
		case i < 0:
			t = t.insert(key, false, false)
		case t.below[i] == nil:
			t = t.discard(key)
		default:
			t = t.below[i].tables[len(t.below[i].tables)-1]
		}
	}
	return t
}

// insert adds an empty table under a new key.
func (t *tomlTable) insert(key At[string], array, header bool) *tomlTable {
	next := &tomlTable{mapping: mapping{r: t.r}, span: key.Span}
	if t.below == nil {
		t.below = map[int]*tomlBelow{}
	}
	t.below[len(t.pairs)] = &tomlBelow{[]*tomlTable{next}, array, header}
	t.add(pair{key: key})
	return next
}

// discard reports a key that is taken, and returns a table for what follows
// below it: only the first counts.
func (t *tomlTable) discard(key At[string]) *tomlTable {
	t.add(pair{key: key})
	return &tomlTable{mapping: mapping{r: t.r}}
}

// node returns the finished mapping.
func (t *tomlTable) node() node {
	for i := range t.pairs {
		value := &t.pairs[i].value
		if b := t.below[i]; b != nil && b.array {
			*value = node{kind: nodeList, span: b.tables[0].span}
			for _, table := range b.tables {
				value.items = append(value.items, table.node())
				value.span.End = value.items[len(value.items)-1].span.End
			}
		} else if b != nil {
			*value = b.tables[0].node()
		}
		t.span.End = max(t.span.End, t.pairs[i].key.Span.End, value.span.End)
	}
	return t.asNode(t.span)
}
