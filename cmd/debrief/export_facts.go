package main

import (
	"slices"
	"strings"
	"time"

	"debrief/cmd/debrief/internal/table"
	"debrief/parser"
	"debrief/report"
)

// exported is a journal that is written for other programs.
type exported struct {
	journal *parser.Journal
	report  *report.Report
}

// A factTable is one kind of fact. Its columns are the same in CSV and in JSON,
// so that both are made of one list.
type factTable struct {
	name    string
	columns []string
	// rows returns the cells of each row: text, whole numbers, yes or no, lists
	// of text, and nil for what is not known.
	rows func(x *exported) [][]any
}

// factTables are the kinds of fact, the one that CSV writes by itself first.
var factTables = []factTable{
	{"positions", positionColumns, (*exported).positions},
	{"interviews", []string{
		"company", "role", "round", "format", "status", "start", "end", "timezone", "interviewers",
		"confidence", "research", "decision_by", "file", "line",
	}, (*exported).interviews},
	{"events", []string{
		"when", "what", "company", "roles", "people", "detail", "files", "via", "file", "line",
	}, (*exported).events},
}

// positionColumns are the columns of positions; an import knows the first
// importable of them by their names, and the rest is worked out from the notes.
var positionColumns = []string{
	"company", "role", "status", "applied", "url", "via", "resume", "contacts", "hiring_manager", "decision_by", "due", "first_day",
	"live", "resting", "interviews", "confidence", "last_event", "next_event", "file",
}

const importable = 12

// exportedField returns what a column of an export of our own is: its name says
// it, and what is worked out from the notes is left out. It is false for every
// other table, where a column of the same name may be something else.
func exportedField(t *table.Table, column int) (field string, ours bool) {
	if !slices.Equal(t.Columns, positionColumns) {
		return "", false
	}
	if column >= importable {
		return "", true
	}
	return positionColumns[column], true
}

// exportNames lists the kinds of fact.
func exportNames() []string {
	var names []string
	for _, t := range factTables {
		names = append(names, t.name)
	}
	return names
}

// positions are the cells of every position, by company, role and note.
func (x *exported) positions() [][]any {
	type key struct{ company, role, file string }
	glances := map[key][]report.Position{}
	for _, row := range x.report.Positions {
		k := key{row.Company, row.Role, row.File}
		glances[k] = append(glances[k], row)
	}
	var rows [][]any
	for _, p := range x.journal.Positions {
		k := key{p.Company, p.Role, p.Place.Path()}
		row := glances[k][0]
		glances[k] = glances[k][1:]
		company, status := p.Company, row.Status
		if p.Undisclosed {
			company = "undisclosed" // the agency has a column of its own
		}
		if status == "" && p.Ghosted {
			status = "ghosted"
		}
		manager := ""
		if p.Manager != nil {
			manager = p.Manager.Name
		}
		rows = append(rows, []any{
			company, p.Role, status, moment(row.Applied, row.AppliedIsDay), p.URL, p.Via, p.Resume, peopleNames(p.Contacts), manager,
			whenCell(p.DecisionBy), whenCell(p.Due), whenCell(p.FirstDay),
			row.Live, row.Resting, row.Interviews, rating(row.Confidence),
			moment(row.LastEvent, row.LastIsDay), moment(row.NextEvent, row.NextIsDay), row.File,
		})
	}
	return rows
}

// interviews are the cells of every round, by its start.
func (x *exported) interviews() [][]any {
	var rows [][]any
	for _, iv := range x.journal.Interviews {
		var end any
		if !iv.Start.IsDay() {
			end = iv.End.Format(time.RFC3339)
		}
		rows = append(rows, []any{
			iv.Company, iv.Role, iv.Round, iv.Format, string(iv.Status), whenCell(iv.Start), end, iv.Zone.String(), peopleNames(iv.Interviewers),
			rating(iv.ConfidenceRating), rating(iv.ResearchRating), whenCell(iv.DecisionBy), iv.Place.Path(), iv.Place.Start().Line,
		})
	}
	return rows
}

// events are the cells of everything that happened, undated first, then by time.
func (x *exported) events() [][]any {
	var rows [][]any
	for _, e := range x.journal.Events {
		roles := []string{}
		if e.Role != "" {
			roles = append(roles, e.Role)
		}
		for _, p := range e.Positions {
			roles = appendNew(roles, p.Role)
		}
		company := e.Company
		if company == "" && len(e.Positions) > 0 {
			company = e.Positions[0].Company
		}
		files := e.Files
		if files == nil {
			files = []string{}
		}
		rows = append(rows, []any{
			whenCell(e.When), string(e.What), company, roles, peopleNames(e.People), e.Detail, files, e.Via, e.Place.Path(), e.Place.Start().Line,
		})
	}
	return rows
}

// whenCell is a day as 2026-11-18, an instant in RFC 3339, nil for what is
// undated.
func whenCell(w parser.When) any {
	if !w.Known() {
		return nil
	}
	return moment(w.Time, w.IsDay())
}

func moment(t time.Time, day bool) any {
	switch {
	case t.IsZero():
		return nil
	case day:
		return t.Format(time.DateOnly)
	}
	return t.Format(time.RFC3339)
}

// rating is 1 to 5, nil where none was given.
func rating(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

// peopleNames lists people as a note names them, with the address that is known.
func peopleNames(people []*parser.Person) []string {
	names := []string{}
	for _, person := range people {
		name := person.Name
		if person.Email != "" && !strings.Contains(name, "@") {
			name += " <" + person.Email + ">"
		}
		names = append(names, name)
	}
	return names
}
