package parser

import "strings"

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
	t.descend(keys[:len(keys)-1]).add(pair{last, value})
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
	return node{kind: nodeMap, pairs: t.pairs, span: t.span}
}

// lineAt returns the line that begins at an offset.
func lineAt(text string, at int) line {
	if at >= len(text) {
		return line{at, at, at}
	}
	return splitLines(text, at, lineEnd(text, at))[0]
}

// tomlKey takes a line of the form `key = value` apart.
func tomlKey(text string, l line) (keyLine, bool) {
	s := text[l.content:l.end]
	size := 0
	for size < len(s) && s[size] != '=' {
		switch c := s[size]; {
		case c == '"' || c == '\'':
			size = quotedEnd(s, size)
			continue
		case strings.IndexByte("#[]{},:;()<>", c) >= 0:
			return keyLine{}, false
		}
		size++
	}
	name := strings.TrimRight(s[:min(size, len(s))], " \t")
	if size >= len(s) || name == "" {
		return keyLine{}, false
	}
	key := Span{l.content, l.content + len(name)}
	return keyLine{strings.Trim(name, `"'`), key, valueSpan(s, size+1, l.content)}, true
}

// isTOML reports whether a line begins a statement.
func isTOML(text string, l line) bool {
	if _, ok := tomlKey(text, l); ok {
		return true
	}
	v := valueSpan(text[l.content:l.end], 0, l.content)
	s := text[v.Start:v.End]
	return strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]") && strings.Trim(s, "[]") != "" &&
		!strings.ContainsAny(strings.Trim(s, "[]"), `[],"'`)
}

// isPlaceholders reports whether a value is made of [[links]], {{placeholders}}
// or <% template code %> alone, which every syntax takes for text.
func isPlaceholders(value string) bool {
	if value == "" {
		return false
	}
	for value != "" {
		size := 0
		for _, brackets := range yamlBrackets {
			if strings.HasPrefix(value, brackets[0]) {
				size = enclosed(value, brackets[0], brackets[1])
			}
		}
		if size == 0 {
			return false
		}
		value = strings.TrimLeft(value[size:], ", \t")
	}
	return true
}

// explainTOML says in plain words why TOML refuses a value or line.
func explainTOML(text string, bad Span, isKey bool) (message, hint string, fixes []Fix) {
	value := text[bad.Start:bad.End]
	if !isKey {
		return "this line is no `key = value`", "write it as `key = \"value\"`", nil
	}
	if value == "" {
		return "the value is missing", "write it as `key = \"value\"`, or remove the line", nil
	}
	switch value[0] {
	case '"', '\'':
		return explainQuoted(value, bad, value[0])
	case '[', '{':
		return "the list here cannot be read", "put every name in quotes, with commas between them", nil
	}
	quoted := quoteYAML(value)
	if strings.Contains(quoted[1:len(quoted)-1], quoted[:1]) {
		return "text stands in quotes in TOML", "put the value in quotes", nil
	}
	return "text stands in quotes in TOML", "write " + shorten(quoted), []Fix{{Span: bad, Text: quoted}}
}
