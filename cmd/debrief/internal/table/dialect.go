package table

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"
)

// delimiters are what may stand between cells, the likeliest first.
var delimiters = [...]rune{',', ';', '\t', '|'}

// plainEnds gives lines that end as on an old Mac the ends of today; csv.Reader
// knows the other two.
func plainEnds(text string) string {
	if strings.Contains(text, "\n") {
		return text
	}
	return strings.ReplaceAll(text, "\r", "\n")
}

// dialectLine takes away the line `sep=;` with which Excel tells itself the
// delimiter; 0 where there is none. The line stays, so that those below it keep
// their numbers.
func dialectLine(text string) (string, rune) {
	first, _, _ := strings.Cut(text, "\n")
	for _, d := range delimiters {
		if strings.EqualFold(strings.TrimRight(first, "\r"), "sep="+string(d)) {
			return text[len(first):], d
		}
	}
	return text, 0
}

// sniffed is how many rows are looked at to find the delimiter.
const sniffed = 25

// sniff returns the delimiter by which most of the first rows have the same
// number of cells, more than one; a comma where none does. Counting characters
// would not do: a note has more commas than a row has semicolons.
func sniff(text string) rune {
	best, most, widest := delimiters[0], 0, 0
	for _, d := range delimiters {
		widths := map[int]int{}
		r := reader(text, d)
		for range sniffed {
			cells, err := r.Read()
			if err != nil {
				break
			}
			widths[len(cells)]++
		}
		for width, rows := range widths {
			if width > 1 && (rows > most || rows == most && width > widest) {
				best, most, widest = d, rows, width
			}
		}
	}
	return best
}

func reader(text string, delimiter rune) *csv.Reader {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = delimiter
	r.FieldsPerRecord = -1 // the caller decides what to do with ragged rows
	return r
}

// records reads all rows. Quotes are taken strictly: read leniently, one that
// was never closed makes the rest of the file a single cell.
func records(text string, delimiter rune) ([]Row, error) {
	r := reader(text, delimiter)
	var rows []Row
	for {
		cells, err := r.Read()
		switch {
		case err == io.EOF:
			return rows, nil
		case err != nil:
			return nil, quoteError(err)
		}
		line, _ := r.FieldPos(0)
		rows = append(rows, Row{line, cells})
	}
}

// quoteError words what csv.Reader says about quotes.
func quoteError(err error) error {
	parse, ok := errors.AsType[*csv.ParseError](err)
	if !ok {
		return &Error{Message: err.Error()}
	}
	e := &Error{Line: parse.Line, Hint: `write a quote that belongs to a cell twice, and the whole cell in quotes: "a 27"" screen"`}
	switch {
	case errors.Is(err, csv.ErrBareQuote):
		e.Message = "a quote stands in the middle of a cell that is not in quotes"
	case parse.StartLine != parse.Line:
		e.Line = parse.StartLine
		e.Message = "a quote is opened here and not closed as it should be"
	default:
		e.Message = "a quote ends in the middle of a cell, or not at all"
	}
	return e
}
