package main

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"debrief/cmd/debrief/internal/edit"
	"debrief/cmd/debrief/internal/table"
	"debrief/parser"
)

// An importRow is a row of the spreadsheet on its way into a note.
type importRow struct {
	line int
	// fields are what it fills, by name, each on one line and without quotes;
	// dates are in the form notes have them.
	fields map[string]string
	rounds []importRound
	kept   []keptCell
	// doubts are the cells that were to fill a field and could not.
	doubts []doubt

	// marked: the names of the columns that are kept stand in backquotes.
	marked bool
	// warnings are how many the note would have by itself.
	warnings int

	change edit.Change
	// position is what the note declares, parsed by itself.
	position *parser.Position
	// known says where the position is already, "" when it is new.
	known string
	// refused says why no note is made of it, "" when one can be.
	refused string
}

// An importRound is an interview that a row tells the date of.
type importRound struct{ column, date string }

// A doubt is a cell that was to fill a field and is kept as text instead.
type doubt struct {
	column, cell string
	line         int
	why          string
}

// A rowReader turns rows into what their notes are to say.
type rowReader struct {
	table    *table.Table
	mapping  mapping
	orders   map[int]parser.DateOrder
	statuses []pairing
}

// fieldOrder is the order in which fields are written into a note.
var fieldOrder = []string{
	"company", "role", "applied", "status", "url", "source", "via", "resume", "cover_letter", "contacts", "hiring_manager",
	"decision_by", "due", "first_day", "location", "salary",
}

// read reads one row.
func (r *rowReader) read(row table.Row) *importRow {
	ir := &importRow{line: row.Line, fields: map[string]string{}}
	for _, c := range r.mapping {
		cell := strings.TrimSpace(row.Cell(c.index))
		if cell = unarmed(cell); oneLine(cell) == "" || c.field == "" || isDash(cell) && c.field != keptAsText {
			continue
		}
		r.place(ir, c, cell)
	}
	for i := len(r.table.Columns); i < len(row.Cells); i++ {
		if oneLine(row.Cells[i]) != "" {
			ir.keep(table.Unnamed(i), row.Cells[i])
		}
	}
	if c := r.column("applied"); r.savedOnly(ir, c) {
		ir.keep(c.name, ir.fields["applied"])
		delete(ir.fields, "applied")
	}
	if ir.fields["company"] == "" && ir.fields["via"] == "" {
		ir.refused = "it has no company (write ? for one that is not known)"
	}
	return ir
}

// savedOnly reports whether the date of a row, in a column that is called just
// that and of which nobody has said more, is of a posting not applied to yet.
func (r *rowReader) savedOnly(ir *importRow, c importColumn) bool {
	return ir.fields["status"] == string(parser.Lead) && ir.fields["applied"] != "" && barelyDated(c.name) && !c.byHand
}

// column returns the column that is a field.
func (r *rowReader) column(field string) importColumn {
	at := slices.IndexFunc(r.mapping, func(c importColumn) bool { return c.field == field })
	if at < 0 {
		return importColumn{}
	}
	return r.mapping[at]
}

// isDash reports whether a cell holds a dash, as sheets do for nothing.
func isDash(cell string) bool { return strings.Trim(cell, "-–—−") == "" }

func (ir *importRow) keep(column, text string) {
	ir.kept = append(ir.kept, keptCell{column, text})
}

// doubt keeps a cell as text and remembers why.
func (ir *importRow) doubt(c importColumn, cell, why string) {
	ir.keep(c.name, cell)
	ir.doubts = append(ir.doubts, doubt{c.name, oneLine(cell), ir.line, why})
}

// place puts a cell where its column belongs.
func (r *rowReader) place(ir *importRow, c importColumn, cell string) {
	line := oneLine(cell)
	manyLines := strings.Contains(strings.TrimSpace(cell), "\n")
	switch field := fieldNamed(c.field); {
	case field.name == keptAsText:
		ir.keep(c.name, cell)
	case field.date:
		r.placeDate(ir, c, cell)
	case field.name == "status":
		r.placeStatus(ir, c, cell)
	case field.name == "contacts":
		names := strings.ReplaceAll(unixEnds(cell), "\n", ", ")
		if before := ir.fields["contacts"]; before != "" {
			names = before + ", " + names
		}
		ir.fields["contacts"] = oneLine(names)
	case field.name == "url" && !isLink(line):
		ir.doubt(c, cell, "is no link")
	case manyLines && field.name != "company" && field.name != "role":
		ir.doubt(c, cell, "has several lines")
	default:
		ir.fields[field.name] = line
	}
}

// placeDate reads a date strictly; what is none is kept as it is.
func (r *rowReader) placeDate(ir *importRow, c importColumn, cell string) {
	m, err := parser.ReadDate(oneLine(cell))
	var day parser.Civil
	if err == nil {
		day, err = m.Date(r.orders[c.index])
	}
	switch {
	case err != nil:
		ir.doubt(c, cell, "is no date that could be read")
	case c.field == "interview":
		ir.rounds = append(ir.rounds, importRound{c.name, m.Plain(day)})
	default:
		ir.fields[c.field] = m.Plain(day)
	}
}

// placeStatus reads the word for where an application stands. The word itself
// is kept too, unless it says no more than ours.
func (r *rowReader) placeStatus(ir *importRow, c importColumn, cell string) {
	status, ok := importedStatus(cell, r.statuses)
	if !ok {
		ir.doubt(c, cell, unknownStatus)
		return
	}
	ir.fields["status"] = status
	if foldHeader(cell) != foldHeader(status) {
		ir.keep(c.name, cell)
	}
}

// isLink reports whether a cell is an address on the web, with or without its
// https.
func isLink(cell string) bool {
	if strings.ContainsAny(cell, " <>\"") || !strings.Contains(cell, ".") {
		return false
	}
	_, err := url.Parse(cell)
	return err == nil
}

// String calls the row by its company and role, for lists.
func (ir *importRow) String() string {
	name := ir.fields["company"]
	if via := ir.fields["via"]; name == "" && via != "" {
		name = "undisclosed via " + via
	}
	called := strings.Trim(name+", "+ir.fields["role"], ", ")
	if called == "" {
		return fmt.Sprintf("line %d", ir.line)
	}
	return fmt.Sprintf("line %d: %s", ir.line, visible(called))
}

// roundsField is the value of `interviews` that names the rounds of a row, ""
// for none.
func (ir *importRow) roundsField() string {
	var rounds []string
	for _, round := range ir.rounds {
		entry := "date: " + quoted(round.date)
		if name := roundName(round.column); name != "" {
			entry += ", round: " + quoted(name)
		}
		rounds = append(rounds, "{"+entry+"}")
	}
	if len(rounds) == 0 {
		return ""
	}
	return "[" + strings.Join(rounds, ", ") + "]"
}

// roundName is what a round is called by its column, "" where the column says
// nothing but that it was one.
func roundName(column string) string {
	switch foldHeader(column) {
	case "interview", "interviewdate", "interviewon", "dateofinterview", "interviewdatetime", "vorstellungsgesprach", "gesprach", "gesprachstermin", "interviewtermin":
		return ""
	}
	var words []string
	for word := range strings.FieldsSeq(oneLine(column)) {
		if folded := foldHeader(word); folded != "date" && folded != "datum" {
			words = append(words, word)
		}
	}
	return strings.Join(words, " ")
}
