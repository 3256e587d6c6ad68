package render

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"debrief/parser"
	"debrief/report"
)

// A finding is one line of a check: a problem, or an item that is owed.
type finding struct {
	id       string // of the problem's kind or the item's rule
	severity parser.Severity
	place    parser.Place
	start    parser.LineColumn // 1:1 when it stands nowhere
	message  string
	hint     string // what to write or do; "" when the message says it
	key      string // the item's id, stable while it is owed; "" for a problem
}

// nowhere is the file named for what stands in no file: such an item is about
// the whole search, and search.md is where it would be settled. Every quickfix
// parser needs some file.
const nowhere = "search.md"

// findings returns the problems and the items at or above least, sorted as a
// check prints them. Overdue counts as an error, since a check fails on it,
// what is due as a warning, advice as a note.
func findings(r *report.Report, least report.Urgency) []finding {
	severities := map[report.Urgency]parser.Severity{report.Overdue: parser.Error}
	switch least {
	case report.Advice:
		severities[report.Advice] = parser.Note
		fallthrough
	case report.Due:
		severities[report.Due] = parser.Warning
	}
	var out []finding
	for _, p := range r.Problems {
		out = append(out, fromProblem(p))
	}
	for _, it := range r.Items {
		if severity, wanted := severities[it.Urgency]; wanted {
			out = append(out, newFinding(it.Rule, severity, it.Place, it.Message, it.Action))
			out[len(out)-1].key = it.ID
		}
	}
	slices.SortStableFunc(out, compareFindings)
	return out
}

// fromProblem returns a problem as a finding.
func fromProblem(p parser.Problem) finding {
	return newFinding(string(p.ID), p.Severity(), p.Place, p.Message, p.Hint)
}

// newFinding places a finding once: counting lines reads the whole note.
func newFinding(id string, severity parser.Severity, at parser.Place, message, hint string) finding {
	f := finding{id: id, severity: severity, place: at, message: clean(message), hint: clean(hint)}
	f.start = parser.LineColumn{Line: 1, Column: 1}
	if at.Path() != "" {
		f.start = at.Start()
	}
	return f
}

// compareFindings orders findings by file, line and column, then by the bytes
// of their lines.
func compareFindings(a, b finding) int {
	return cmp.Or(
		cmp.Compare(a.path(), b.path()),
		cmp.Compare(a.start.Line, b.start.Line),
		cmp.Compare(a.start.Column, b.start.Column),
		cmp.Compare(a.String(), b.String()),
	)
}

// path is the finding's file, which may not exist when it stands nowhere.
func (f finding) path() string { return cmp.Or(f.place.Path(), nowhere) }

// String is the line that editors understand, without the hint.
func (f finding) String() string { return f.line("", f.message) }

// line puts prefix before the path and text in the message's place.
func (f finding) line(prefix, text string) string {
	return fmt.Sprintf("%s%s:%d:%d: %s: %s [%s]",
		clean(prefix), clean(f.path()), f.start.Line, f.start.Column, f.severity, text, clean(f.id))
}

// text is the message and the hint as one line.
func (f finding) text() string {
	switch message := strings.TrimSpace(f.message); {
	case f.hint == "":
		return message
	case strings.HasSuffix(message, "."), strings.HasSuffix(message, "?"):
		return message + " " + f.hint
	default:
		return message + "; " + f.hint
	}
}
