// Package table reads a spreadsheet that was saved as text, as every program
// that has one saves it: with commas, semicolons, tabs or bars between the
// cells, in UTF-8, UTF-16 or an old encoding, with any line ends.
//
//	t, err := table.Read(bytes, "")
//	if err != nil {
//		return err
//	}
//	for _, row := range t.Rows {
//		fmt.Println(row.Line, row.Cells)
//	}
//
// Nothing is mended silently: what the rules of the form leave open is an
// *Error with the line it is about.
package table

import (
	"fmt"
	"strings"
)

// MaxFile is the size, in bytes, above which a file is not read: 32 MiB. A
// search of ten thousand applications with long notes has a third of that.
const MaxFile = 32 << 20

// A Table is a header and the rows below it.
type Table struct {
	// Columns are the header's cells without the blanks around them; one
	// without a name is called after its place, as in "Column 3".
	Columns []string
	// Rows are those with anything in them, in the order of the file.
	Rows []Row
	// Above are the rows before the header: a title, most often.
	Above []Row
	// Delimiter stands between the cells: one of , ; tab |.
	Delimiter rune
}

// A Row is one line of a spreadsheet, which may be several lines of the file.
type Row struct {
	// Line is where it begins, counted from 1.
	Line int
	// Cells are as many as the row has, which may be fewer or more than there
	// are columns. The line ends in them are line feeds.
	Cells []string
}

// Cell returns the cell of a column, "" where the row has none.
func (r Row) Cell(column int) string {
	if column >= len(r.Cells) {
		return ""
	}
	return r.Cells[column]
}

// An Error says what keeps a file from being read.
type Error struct {
	// Line is where it is, counted from 1; 0 where it is the whole file.
	Line int
	// Message is one lower-case sentence without a full stop, Hint what may
	// help.
	Message, Hint string
}

// Error returns what is wrong, with the line it is about.
func (e *Error) Error() string {
	if e.Line == 0 {
		return e.Message
	}
	return fmt.Sprintf("line %d: %s", e.Line, e.Message)
}

// Read reads a table. encoding is one of Encodings, or "" for what the bytes
// themselves show: a byte-order mark, else UTF-8. The error is an *Error.
func Read(file []byte, encoding string) (*Table, error) {
	if len(file) > MaxFile {
		return nil, &Error{Message: "the file is larger than 32 MiB", Hint: "save the sheet alone, as CSV"}
	}
	text, err := decode(file, encoding)
	if err != nil {
		return nil, err
	}
	text, named := dialectLine(plainEnds(text))
	if named == 0 {
		named = sniff(text)
	}
	records, err := records(text, named)
	if err != nil {
		return nil, err
	}
	return newTable(records, named)
}

// newTable tells the header from what stands above and below it.
func newTable(records []Row, delimiter rune) (*Table, error) {
	t := &Table{Delimiter: delimiter}
	for _, r := range records {
		switch {
		case filled(r.Cells) == 0:
		case t.Columns == nil && filled(r.Cells) == 1 && wider(records):
			t.Above = append(t.Above, r)
		case t.Columns == nil:
			t.Columns = r.Cells
		default:
			t.Rows = append(t.Rows, r)
		}
	}
	if t.Columns == nil {
		return nil, &Error{Message: "there is nothing in it", Hint: "save the sheet as CSV, its first row the names of the columns"}
	}
	// A column of blanks at the right edge is none.
	for last := len(t.Columns) - 1; last > 0 && strings.TrimSpace(t.Columns[last]) == "" && !t.fills(last); last-- {
		t.Columns = t.Columns[:last]
	}
	for i, name := range t.Columns {
		t.Columns[i] = strings.Join(strings.Fields(name), " ")
		if t.Columns[i] == "" {
			t.Columns[i] = Unnamed(i)
		}
	}
	return t, nil
}

// Unnamed is what a column without a name is called, by its place from 0.
func Unnamed(column int) string { return fmt.Sprintf("Column %d", column+1) }

// fills reports whether a row has anything in a column.
func (t *Table) fills(column int) bool {
	for _, r := range t.Rows {
		if strings.TrimSpace(r.Cell(column)) != "" {
			return true
		}
	}
	return false
}

// Ragged lists the rows that have fewer cells than there are columns, or more
// that are not blank: a quote or a delimiter may have gone astray in them.
func (t *Table) Ragged() []Row {
	var ragged []Row
	for _, r := range t.Rows {
		if len(r.Cells) < len(t.Columns) || filled(r.Cells[len(t.Columns):]) > 0 {
			ragged = append(ragged, r)
		}
	}
	return ragged
}

// filled counts the cells with anything in them.
func filled(cells []string) int {
	n := 0
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			n++
		}
	}
	return n
}

// wider reports whether any row has more than one cell filled.
func wider(records []Row) bool {
	for _, r := range records {
		if filled(r.Cells) > 1 {
			return true
		}
	}
	return false
}
