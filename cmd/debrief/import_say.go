package main

import (
	"fmt"
	"slices"
	"strings"
)

// account says what becomes of the rows: first what somebody may want to look
// at, then how many there are of each.
func (f *importFlags) account(all []*importRow) string {
	var known, refused []string
	fresh := 0
	for _, ir := range all {
		switch {
		case ir.refused != "":
			refused = append(refused, ir.String()+": "+visible(ir.refused))
		case ir.known != "":
			known = append(known, ir.String()+": "+visible(ir.known))
		default:
			fresh++
		}
	}
	var b strings.Builder
	f.list(&b, "There already, and left alone:", known)
	f.list(&b, "Left out:", refused)
	f.list(&b, "Kept as text:", doubtsOf(all))
	b.WriteString("\n" + counted(fresh, "1 new note", "%d new notes"))
	if len(known) > 0 {
		fmt.Fprintf(&b, ", %d there already", len(known))
	}
	if len(refused) > 0 {
		fmt.Fprintf(&b, ", %d left out", len(refused))
	}
	b.WriteString("\n")
	return b.String()
}

// list writes a heading and what is below it; of a long list only its beginning,
// unless everything is to be shown.
func (f *importFlags) list(b *strings.Builder, heading string, lines []string) {
	if len(lines) == 0 {
		return
	}
	b.WriteString("\n" + heading + "\n")
	for i, line := range lines {
		if i == manyLines && !f.dryRun {
			fmt.Fprintf(b, "  and %d more: --dry-run lists them\n", len(lines)-i)
			return
		}
		b.WriteString("  " + line + "\n")
	}
}

// doubtsOf lists the cells that fill no field although their column does, those
// of one column that say the same together.
func doubtsOf(all []*importRow) []string {
	type group struct {
		doubt
		more int
	}
	var groups []group
	for _, ir := range all {
		if ir.refused != "" || ir.known != "" {
			continue
		}
		for _, d := range ir.doubts {
			at := slices.IndexFunc(groups, func(g group) bool {
				return g.column == d.column && g.why == d.why && (g.cell == d.cell || d.why != unknownStatus)
			})
			if at < 0 {
				groups = append(groups, group{doubt: d})
				continue
			}
			groups[at].more++
		}
	}
	var lines []string
	for _, g := range groups {
		where := fmt.Sprintf("line %d", g.line)
		if g.more > 0 {
			where += fmt.Sprintf(", and %d more", g.more)
		}
		line := fmt.Sprintf("%s %q (%s) %s", visible(g.column), g.cell, where, visible(g.why))
		if g.why == unknownStatus {
			line += fmt.Sprintf(": --status '%s=…' says what it is", visible(g.cell))
		}
		lines = append(lines, line)
	}
	return lines
}

// unknownStatus is the doubt that --status helps out of.
const unknownStatus = "is no status that debrief knows"

// counted returns the words for one, or those for several with their number.
func counted(n int, one, several string) string {
	if n == 1 {
		return one
	}
	return fmt.Sprintf(several, n)
}
