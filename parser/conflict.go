package parser

import (
	"slices"
	"strings"
)

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

// undecided reports whether conflicts leave open what a note is at all: nothing
// else stands in it, or it is no entry without their lines and would be one with
// those of a side. As long as nobody has chosen it may be either, and is not to
// be passed over in silence. masked is the note without their lines, of that
// kind.
func undecided(src, masked *Source, kind Kind) bool {
	if kind != KindOther {
		return strings.TrimSpace(masked.Text[bomLength(masked.Text):]) == ""
	}
	for _, text := range sides(src.Text) {
		fm, _ := readFrontmatter(&Source{Path: src.Path, Text: text})
		side := kindOf(src.Path, &fm.root)
		fm.release()
		if side != KindOther {
			return true
		}
	}
	return false
}

// sides returns a text as either side of its conflicts has it: with what stands
// above ======= and with what stands below it. What git calls the base, below
// |||||||, is on neither.
func sides(text string) [2]string {
	const ours, theirs, base, decided = 0, 1, 2, 3
	start := bomLength(text)
	var kept [2]strings.Builder
	kept[ours].WriteString(text[:start])
	kept[theirs].WriteString(text[:start])
	at := decided
	for line := range strings.Lines(text[start:]) {
		switch {
		case at == decided && isMarker(line, "<<<<<<<"):
			at = ours
		case at == ours && isMarker(line, "|||||||"):
			at = base
		case (at == ours || at == base) && isMarker(line, "======="):
			at = theirs
		case at != decided && isMarker(line, ">>>>>>>"):
			at = decided
		case at == decided:
			kept[ours].WriteString(line)
			kept[theirs].WriteString(line)
		case at != base:
			kept[at].WriteString(line)
		}
	}
	return [2]string{kept[ours].String(), kept[theirs].String()}
}

// breakConflicts marks what conflicts leave undecided as broken: every
// top-level key between their markers, and the values they cut into.
func (r *blockReader) breakConflicts(root node, syntax string, regions []Span) node {
	if root.kind == nodeNull {
		root = node{kind: nodeMap, span: regions[0]}
	}
	if root.kind != nodeMap {
		return root
	}
	text := r.src.Text
	m := mapping{r: r}
	for _, p := range root.pairs {
		m.put(p.folded, p)
	}
	// The pairs stand in the order written, but for those the loop appends:
	// next is the first of them below the region.
	written := len(root.pairs)
	next := 0
	for _, region := range regions {
		for next < written && m.pairs[next].key.Span.Start < region.Start {
			next++
		}
		inner := splitLines(text, lineEnd(text, region.Start), region.End)
		cut := next > 0 && cuts(text, syntax, &m.pairs[next-1].value, region, inner)
		if cut {
			m.pairs[next-1].value = node{kind: nodeBroken, span: m.pairs[next-1].value.span}
		}
		for _, l := range inner {
			k, ok := fieldLine(text, syntax, l)
			folded := foldKey(k.name)
			if !ok || cut && syntax == "toml" || syntax != "json" && l.column() > 0 || m.find(folded) >= 0 {
				continue
			}
			m.put(folded, pair{key: At[string]{k.name, k.key}, value: node{kind: nodeBroken, span: k.value}})
		}
	}
	slices.SortStableFunc(m.pairs, func(a, b pair) int { return a.key.Span.Start - b.key.Span.Start })
	root.pairs, root.index = m.pairs, m.index
	return root
}

// cuts reports whether a conflict goes on with the value above it.
func cuts(text, syntax string, above *node, region Span, inner []line) bool {
	if above.span.End > region.Start || continues(text, syntax, inner) {
		return true
	}
	// Between two headers of TOML, every field belongs to the first.
	return syntax == "toml" && above.kind != nodeScalar && above.span.End > above.span.Start &&
		lineAt(text, lineStart(text, above.span.Start)).content == above.span.Start
}

// continues reports whether the lines of a side begin by going on with the
// value above the conflict.
func continues(text, syntax string, inner []line) bool {
	first := true
	for _, l := range inner {
		whole := text[l.start:l.end]
		switch {
		case l.blank():
		case isMarker(whole, "=======") || isMarker(whole, "|||||||"):
			first = true
		case first:
			first = false
			if _, ok := fieldLine(text, syntax, l); !ok || syntax == "yaml" && l.column() > 0 {
				return true
			}
		}
	}
	return false
}

// fieldLine takes a line apart as its syntax writes a field.
func fieldLine(text, syntax string, l line) (keyLine, bool) {
	if syntax == "toml" {
		return tomlKey(text, l)
	}
	k, ok := yamlKey(text, l)
	if syntax == "json" {
		k.value.End -= len(text[k.value.Start:k.value.End]) - len(strings.TrimRight(text[k.value.Start:k.value.End], ", \t"))
	}
	return k, ok
}
