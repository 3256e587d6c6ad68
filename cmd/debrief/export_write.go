package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// exportSchema names the form of the JSON; docs/export.schema.json describes it.
const exportSchema = "debrief/export/v1"

// csv writes one kind of fact as RFC 4180 has it, in UTF-8 and with CRLF.
func (x *exported) csv(what string) ([]byte, error) {
	facts := factTables[max(0, slices.Index(exportNames(), what))]
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	if err := w.Write(facts.columns); err != nil {
		return nil, fmt.Errorf("csv: %w", err)
	}
	for _, row := range facts.rows(x) {
		cells := make([]string, len(row))
		for i, value := range row {
			cells[i] = disarmed(csvCell(value))
		}
		if err := w.Write(cells); err != nil {
			return nil, fmt.Errorf("csv: %w", err)
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// csvCell writes a value as text; a list with semicolons, which is how a note
// may write it too.
func csvCell(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	case bool:
		if v {
			return "yes"
		}
		return "no"
	case []string:
		return strings.Join(v, "; ")
	}
	return ""
}

// formulaStarts are the characters by which a spreadsheet takes a cell for a
// formula, and by which it may run what somebody else has put into a job title.
// https://owasp.org/www-community/attacks/CSV_Injection lists them.
const formulaStarts = "=+-@\t\r\n"

// disarmed puts an apostrophe before a cell that a spreadsheet would calculate:
// that shows it as text.
func disarmed(cell string) string {
	if cell != "" && strings.IndexByte(formulaStarts, cell[0]) >= 0 {
		return "'" + cell
	}
	return cell
}

// unarmed takes the apostrophe away that disarmed has put there, or a
// spreadsheet.
func unarmed(cell string) string {
	if len(cell) > 1 && cell[0] == '\'' && strings.IndexByte(formulaStarts, cell[1]) >= 0 {
		return cell[1:]
	}
	return cell
}

// json writes all facts, or those of one kind. The keys of an object are in the
// order of the table's columns.
func (x *exported) json(what string) ([]byte, error) {
	b := &bytes.Buffer{}
	fmt.Fprintf(b, "{\n  \"schema\": %q,\n  \"now\": %q,\n  \"timezone\": %q", exportSchema, x.report.Now.Format(time.RFC3339), x.report.Zone.String())
	for _, facts := range factTables {
		if what != "" && what != facts.name {
			continue
		}
		fmt.Fprintf(b, ",\n  %q: [", facts.name)
		rows := facts.rows(x)
		for i, row := range rows {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString("\n    {")
			for k, value := range row {
				if k > 0 {
					b.WriteByte(',')
				}
				text, err := plainJSON(value)
				if err != nil {
					return nil, fmt.Errorf("json: %w", err)
				}
				fmt.Fprintf(b, "\n      %q: %s", facts.columns[k], text)
			}
			b.WriteString("\n    }")
		}
		if len(rows) > 0 {
			b.WriteString("\n  ")
		}
		b.WriteByte(']')
	}
	b.WriteString("\n}\n")
	return b.Bytes(), nil
}

// plainJSON is a value in JSON that leaves & and < as they are.
func plainJSON(value any) (string, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(value)
	return strings.TrimSuffix(b.String(), "\n"), err
}
