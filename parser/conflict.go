package parser

import "strings"

// conflictRegions returns the lines from each `<<<<<<<` that git left behind to
// its `>>>>>>>`, both included; without one, to the end.
func conflictRegions(text string, from, to int) []Span {
	if !strings.Contains(text[from:to], "<<<<<<<") {
		return nil
	}
	var regions []Span
	open := -1
	for at := from; at < to; {
		next := min(lineEnd(text, at), to)
		switch {
		case open < 0 && isMarker(text[at:next], "<<<<<<<"):
			open = at
		case open >= 0 && isMarker(text[at:next], ">>>>>>>"):
			regions = append(regions, Span{open, next})
			open = -1
		}
		at = next
	}
	if open >= 0 {
		regions = append(regions, Span{open, to})
	}
	return regions
}

// isMarker reports whether a line is one of git's, with or without a label.
func isMarker(line, marker string) bool {
	rest, ok := strings.CutPrefix(line, marker)
	return ok && (rest == "" || isWhite(rest[0]))
}

// blank overwrites the regions with spaces, line ends excepted.
func blank(text string, regions []Span) string {
	out := []byte(text)
	for _, region := range regions {
		for i := region.Start; i < region.End; i++ {
			if out[i] != '\n' && out[i] != '\r' {
				out[i] = ' '
			}
		}
	}
	return string(out)
}

// breakConflict marks what a conflict leaves undecided as broken: every
// top-level key between its markers, and the value the conflict cuts into.
func (r *blockReader) breakConflict(root node, syntax string, region Span) node {
	text := r.src.Text
	if root.kind != nodeMap && root.kind != nodeNull {
		return root
	}
	if root.kind == nodeNull {
		root = node{kind: nodeMap, span: region}
	}
	before := -1 // the pair that ends last above the region
	for i := range root.pairs {
		p := &root.pairs[i]
		if p.key.Span.Start < region.Start && (before < 0 || p.key.Span.Start > root.pairs[before].key.Span.Start) {
			before = i
		}
	}
	inner := splitLines(text, lineEnd(text, region.Start), region.End)
	cut := before >= 0 && (root.pairs[before].value.span.End > region.Start || continues(text, syntax, inner))
	if cut {
		root.pairs[before].value = node{kind: nodeBroken, span: root.pairs[before].value.span}
	}
	for _, l := range inner {
		k, ok := fieldLine(text, syntax, l)
		if !ok || cut && syntax == "toml" || syntax != "json" && l.column() > 0 || root.get(k.name) != nil {
			continue
		}
		broken := node{kind: nodeBroken, span: k.value}
		root.pairs = append(root.pairs, pair{At[string]{k.name, k.key}, broken})
	}
	return root
}

// continues reports whether the first line of a conflict goes on with the
// value above it.
func continues(text, syntax string, inner []line) bool {
	for _, l := range inner {
		if l.blank() {
			continue
		}
		_, ok := fieldLine(text, syntax, l)
		return !ok && !isMarker(text[l.start:l.end], "=======") || syntax == "yaml" && l.column() > 0
	}
	return false
}

// fieldLine takes a line apart as its syntax writes a field.
func fieldLine(text, syntax string, l line) (keyLine, bool) {
	if syntax == "toml" {
		return tomlKey(text, l)
	}
	return yamlKey(text, l)
}
