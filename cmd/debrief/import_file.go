package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"debrief/cmd/debrief/internal/table"
)

// readTable reads the file, and refuses one whose rows do not fit its header.
func (p *program) readTable(ctx context.Context, f *importFlags) (*table.Table, error) {
	text, err := await(ctx, func() ([]byte, error) { return p.readAll(f.file) })
	switch {
	case ctx.Err() != nil:
		return nil, errors.New("interrupted: nothing was written")
	case err != nil:
		return nil, fmt.Errorf("cannot read %s: %w", f.called, cause(err))
	}
	t, err := table.Read(text, f.encoding.value)
	if err != nil {
		return nil, tableError(f.called, err)
	}
	for _, row := range t.Above {
		p.remark(fmt.Sprintf("%s: line %d stands above the names of the columns, and is left out: %s", f.called, row.Line, oneLine(strings.Join(row.Cells, " "))), "")
	}
	if ragged := t.Ragged(); len(ragged) > 0 && !f.ragged {
		return nil, raggedError(f.called, len(t.Columns), ragged)
	}
	return t, nil
}

// readAll returns the bytes of a file, one more than a table may have at most.
func (p *program) readAll(file string) ([]byte, error) {
	from := p.stdin
	if file != standardInput {
		opened, err := os.Open(file)
		if err != nil {
			return nil, err
		}
		defer opened.Close()
		from = opened
	}
	return io.ReadAll(io.LimitReader(from, table.MaxFile+1))
}

// raggedError names the rows of another width than the header. The whole file is
// refused for one of them: where a quote has gone astray, the rows below it may
// be in the wrong columns and look sound.
func raggedError(file string, columns int, ragged []table.Row) error {
	var lines []string
	for _, row := range ragged[:min(len(ragged), manyLines)] {
		lines = append(lines, fmt.Sprintf("line %d has %d", row.Line, len(row.Cells)))
	}
	if more := len(ragged) - len(lines); more > 0 {
		lines = append(lines, fmt.Sprintf("%d more rows have others", more))
	}
	return withHint(fmt.Errorf("%s: there are %d columns, but %s", file, columns, strings.Join(lines, ", ")),
		"is a comma or a quote astray there? --ragged takes what is missing as blank, and keeps what is too much as text")
}

// manyLines is how many rows of a kind are listed before the rest is counted.
const manyLines = 10

// tableError says which file could not be read, with the hint there is.
func tableError(file string, err error) error {
	e, ok := errors.AsType[*table.Error](err)
	if !ok {
		return fmt.Errorf("%s: %w", file, err)
	}
	return withHint(fmt.Errorf("%s: %w", file, e), e.Hint)
}
