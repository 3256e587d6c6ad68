package parser

import (
	"fmt"
	"strings"
)

// dumpFrontmatter writes a block as the tests compare it: one line per value
// with its place, the source text of values that are not written as they read,
// then where the body begins, then the problems.
func dumpFrontmatter(src *Source, fm frontmatter, problems []Problem) string {
	var out strings.Builder
	if fm.syntax != "" {
		fmt.Fprintf(&out, "%s", fm.syntax)
		dumpNode(&out, src, fm.root, 0)
	}
	rest := src.Text[fm.body:]
	line, _, _ := strings.Cut(rest, "\n")
	fmt.Fprintf(&out, "body %q", line)
	if fm.partial {
		out.WriteString(" partial")
	}
	out.WriteString("\n")
	for _, p := range problems {
		start, end := p.Start(), p.End()
		fmt.Fprintf(&out, "%d:%d-%d:%d %s: %s", start.Line, start.Column, end.Line, end.Column, p.ID, p.Message)
		for _, fix := range p.Fixes {
			fmt.Fprintf(&out, " => %s", src.Text[lineStart(src.Text, fix.Span.Start):fix.Span.Start]+fix.Text+
				strings.TrimRight(src.Text[fix.Span.End:lineEnd(src.Text, fix.Span.End)], "\r\n"))
		}
		out.WriteString("\n")
	}
	return out.String()
}

func dumpNode(out *strings.Builder, src *Source, n node, depth int) {
	at := src.Position(n.span.Start)
	fmt.Fprintf(out, " %d:%d ", at.Line, at.Column)
	written := src.Text[n.span.Start:n.span.End]
	indent := strings.Repeat("  ", depth)
	switch n.kind {
	case nodeNull:
		fmt.Fprintf(out, "null %q\n", written)
	case nodeScalar:
		if n.raw {
			fmt.Fprintf(out, "%s\n", n.text)
		} else {
			fmt.Fprintf(out, "%q from %q\n", n.text, written)
		}
	case nodeBroken:
		fmt.Fprintf(out, "broken %q\n", written)
	case nodeList:
		fmt.Fprintf(out, "list %s\n", ends(written))
		for _, item := range n.items {
			fmt.Fprintf(out, "%s -", indent)
			dumpNode(out, src, item, depth+1)
		}
	case nodeMap:
		fmt.Fprintf(out, "map %s\n", ends(written))
		for _, p := range n.pairs {
			key := src.Position(p.key.Span.Start)
			fmt.Fprintf(out, "%s %d:%d %s =", indent, key.Line, key.Column, p.key.Value)
			dumpNode(out, src, p.value, depth+1)
		}
	}
}

// ends shows how the source of a list or mapping begins and ends.
func ends(written string) string {
	const few = 8
	if len(written) > 2*few {
		return fmt.Sprintf("%q…%q", strings.ToValidUTF8(written[:few], ""), strings.ToValidUTF8(written[len(written)-few:], ""))
	}
	return fmt.Sprintf("%q", written)
}
