package main

import (
	"errors"
	"fmt"

	"debrief/cmd/debrief/internal/table"
	"debrief/parser"
)

// dateOrder is --dates.
func (f *importFlags) dateOrder() parser.DateOrder {
	switch f.dates.value {
	case "dmy":
		return parser.OrderDMY
	case "mdy":
		return parser.OrderMDY
	}
	return parser.OrderUnknown
}

// A dateColumn is what the cells of a column say about the order of day and
// month.
type dateColumn struct {
	order parser.DateOrder
	// open is a cell with two readings that nothing decides, on openLine; ""
	// where there is none.
	open     string
	openLine int
	// readings are the two.
	readings [2]parser.Civil
}

// orderOf looks at all cells of a column. One that can only be read in one
// order speaks for the others; where two such cells contradict each other, or
// there is none, the order is the one that was asked for.
func orderOf(t *table.Table, column int, asked parser.DateOrder) dateColumn {
	c := dateColumn{order: asked}
	contradicted := false
	shown := parser.OrderUnknown
	for _, row := range t.Rows {
		cell := oneLine(row.Cell(column))
		switch order := parser.OrderShown(cell); {
		case order == parser.OrderUnknown:
		case shown == parser.OrderUnknown:
			shown = order
		case shown != order:
			contradicted = true
		}
	}
	if asked == parser.OrderUnknown && !contradicted {
		c.order = shown
	}
	for _, row := range t.Rows {
		cell := oneLine(row.Cell(column))
		m, err := parser.ReadDate(cell)
		if err != nil {
			continue
		}
		_, err = m.Date(c.order)
		if e, ok := errors.AsType[*parser.DateError](err); ok && e.ID == parser.AmbiguousDate {
			c.open, c.openLine, c.readings = cell, row.Line, [2]parser.Civil{m.Day, m.Swapped}
			break
		}
	}
	return c
}

// readsAs says the two readings of the open cell.
func (c dateColumn) readsAs() (dmy, mdy string) {
	return longDay(c.readings[0]), longDay(c.readings[1])
}

// longDay is a date with its month in letters, which has one reading.
func longDay(c parser.Civil) string { return fmt.Sprintf("%d %s %d", c.Day, c.Month, c.Year) }

// orders settles, for each column of dates, how day and month are written. What
// the column leaves open is asked; off a terminal it is an error, for a date is
// never guessed.
func (p *program) orders(f *importFlags, t *table.Table, m mapping) (map[int]parser.DateOrder, error) {
	orders := map[int]parser.DateOrder{}
	for _, column := range m {
		if !fieldNamed(column.field).date {
			continue
		}
		c := orderOf(t, column.index, f.dateOrder())
		for c.open != "" {
			dmy, mdy := c.readsAs()
			if !p.asksAbout(f) {
				return nil, usage(fmt.Sprintf("--dates dmy reads it as %s, --dates mdy as %s; --map '%s=text' keeps the column as text", dmy, mdy, column.name),
					"%s: line %d: %q in the column %q has two readings, and no other row decides", f.called, c.openLine, c.open, column.name)
			}
			switch p.ask(fmt.Sprintf("%s: is %s %s or %s? [dmy/mdy] ", visible(column.name), visible(c.open), dmy, mdy)) {
			case "dmy":
				c = orderOf(t, column.index, parser.OrderDMY)
			case "mdy":
				c = orderOf(t, column.index, parser.OrderMDY)
			case "":
				return nil, usage("--dates dmy or --dates mdy says it", "how the column %q writes its dates is open", column.name)
			}
		}
		orders[column.index] = c.order
	}
	return orders, nil
}
