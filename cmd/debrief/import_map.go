package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"debrief/cmd/debrief/internal/table"
)

// A pairing is one COLUMN=FIELD of --map, or WORD=STATUS of --status.
type pairing struct{ from, to string }

// pairings is a flag of pairs, with commas between them or in several flags.
type pairings struct {
	list []pairing
	kind string // COLUMN=FIELD
	// reads turns the right side into what is meant.
	reads func(string) (string, error)
}

// String returns the pairs as they were given.
func (l *pairings) String() string {
	var pairs []string
	for _, p := range l.list {
		pairs = append(pairs, p.from+"="+p.to)
	}
	return strings.Join(pairs, ",")
}

// Type returns what help calls them.
func (l *pairings) Type() string { return l.kind }

// Set adds pairs. A comma in the name of a column ends no pair, since a pair has
// an equals sign.
func (l *pairings) Set(s string) error {
	begun := ""
	for part := range strings.SplitSeq(s, ",") {
		part = begun + part
		at := strings.LastIndex(part, "=")
		if at < 0 {
			begun = part + ","
			continue
		}
		begun = ""
		from := strings.Join(strings.Fields(part[:at]), " ")
		if from == "" {
			return withHint(fmt.Errorf("there is nothing before the equals sign of %q", part), "write it as "+l.kind)
		}
		to, err := l.reads(strings.TrimSpace(part[at+1:]))
		if err != nil {
			return err
		}
		l.list = append(l.list, pairing{from, to})
	}
	if begun != "" {
		return withHint(fmt.Errorf("%q has no equals sign", strings.TrimSuffix(begun, ",")), "write it as "+l.kind)
	}
	return nil
}

// readField reads the FIELD of --map; "" leaves the column out.
func readField(word string) (string, error) {
	names := importFieldNames()
	name := strings.ReplaceAll(strings.ToLower(word), " ", "_")
	if name == "" || slices.Contains(names, name) {
		return name, nil
	}
	hint := didYouMean(name, names)
	if hint == "" {
		hint = "the fields are " + either(names)
	}
	return "", withHint(fmt.Errorf("%q is not a field that a column can fill", word), hint)
}

// An importColumn is a column of the spreadsheet and what becomes of it.
type importColumn struct {
	index int
	name  string
	field string // "" leaves it out
	// byHand is true where --map or the person says so.
	byHand bool
	// sample is the first cell with anything in it.
	sample string
}

// A mapping is what becomes of each column, in the order of the file.
type mapping []importColumn

// newMapping recognises columns by their names. Of two that mean the same, the
// first is it and the second is kept as text, unless a field takes several; an
// outright name goes before a bare `date`.
func newMapping(t *table.Table) mapping {
	m := make(mapping, len(t.Columns))
	named := map[string]bool{} // fields that a column has outright
	for i, name := range t.Columns {
		m[i] = importColumn{index: i, name: name, field: fieldOfHeader(name), sample: firstCell(t, i)}
		if field, ours := exportedField(t, i); ours {
			m[i].field = field
		}
		named[m[i].field] = named[m[i].field] || !barelyDated(name)
	}
	first := map[string]bool{}
	for i, c := range m {
		second := first[c.field] && !fieldNamed(c.field).several
		if c.field != "" && (second || barelyDated(c.name) && named[c.field]) {
			m[i].field = keptAsText
			continue
		}
		first[c.field] = true
	}
	return m
}

// firstCell returns the first cell of a column with anything in it, on one line.
func firstCell(t *table.Table, column int) string {
	for _, row := range t.Rows {
		if cell := oneLine(row.Cell(column)); cell != "" {
			return cell
		}
	}
	return ""
}

// settle applies what the person says about columns. It takes a field from the
// column that was only recognised, but two by hand are one too many.
func (m mapping) settle(pairs []pairing) error {
	for _, pair := range pairs {
		var named []int
		for i, c := range m {
			if c.name == pair.from {
				named = append(named, i)
			}
		}
		if named == nil {
			named = m.folded(pair.from)
		}
		if named == nil {
			return usage(m.hint(pair.from), "there is no column %q", pair.from)
		}
		for n, i := range named {
			if n > 0 && pair.to != "" && !fieldNamed(pair.to).several { // a second column of that name
				m[i].field, m[i].byHand = keptAsText, true
				continue
			}
			if other, taken := m.other(i, pair.to); taken {
				if m[other].byHand {
					return usage("name one of them", "%q and %q cannot both be %s", m[other].name, m[i].name, pair.to)
				}
				m[other].field = keptAsText
			}
			m[i].field, m[i].byHand = pair.to, true
		}
	}
	return nil
}

// folded returns the only column whose name differs in case or spaces alone.
func (m mapping) folded(name string) []int {
	var named []int
	for i, c := range m {
		if foldHeader(c.name) == foldHeader(name) {
			named = append(named, i)
		}
	}
	if len(named) != 1 {
		return nil
	}
	return named
}

// other returns another column than i that has a field which only one can have.
func (m mapping) other(i int, field string) (int, bool) {
	if field == "" || fieldNamed(field).several {
		return 0, false
	}
	at := slices.IndexFunc(m, func(c importColumn) bool { return c.index != i && c.field == field })
	return at, at >= 0
}

// hint says which columns there are.
func (m mapping) hint(name string) string {
	var names []string
	for _, c := range m {
		names = append(names, c.name)
	}
	if hint := didYouMean(name, names); hint != "" {
		return hint
	}
	return "the columns are " + strings.Join(names, ", ")
}

// has reports whether a column is a field.
func (m mapping) has(field string) bool {
	return slices.ContainsFunc(m, func(c importColumn) bool { return c.field == field })
}

// allByHand reports whether the person said of every column that fills a field
// that it does.
func (m mapping) allByHand() bool {
	return !slices.ContainsFunc(m, func(c importColumn) bool { return c.field != "" && c.field != keptAsText && !c.byHand })
}

// String draws the table that shows what becomes of each column.
func (m mapping) String() string {
	rows := [][2]string{{"COLUMN", "FIELD"}}
	for _, c := range m {
		field := c.field
		switch field {
		case "":
			field = "(left out)"
		case keptAsText:
			field = "(kept as text)"
		}
		rows = append(rows, [2]string{displaywidth.TruncateString(visible(c.name), widestColumn, "…"), field})
	}
	var widths [2]int
	for _, r := range rows {
		for i, cell := range r {
			widths[i] = max(widths[i], displaywidth.String(cell))
		}
	}
	var b strings.Builder
	for i, r := range rows {
		sample := "FIRST VALUE"
		if i > 0 {
			sample = displaywidth.TruncateString(visible(m[i-1].sample), widestSample, "…")
		}
		line := padded(r[0], widths[0]) + "  " + padded(r[1], widths[1]) + "  " + sample
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return b.String()
}

// How wide the table's first and last cells may get, in columns, so that it
// fits a screen.
const (
	widestColumn = 28
	widestSample = 30
)

// padded fills a text with blanks to a width in columns.
func padded(text string, width int) string {
	return text + strings.Repeat(" ", max(0, width-displaywidth.String(text)))
}
