package parser

import "cmp"

// Severity says how much a Problem costs the reader of the report.
type Severity uint8

const (
	// Error: facts of the note were lost.
	Error Severity = iota
	// Warning: the note was read, but something in it looks wrong.
	Warning
	// Note: worth knowing; nothing needs to change.
	Note
)

// String returns error, warning or note.
func (s Severity) String() string {
	return [...]string{"error", "warning", "note"}[s]
}

// ProblemID names a kind of problem, such as "bad-date". The ids are part of
// the stable interface.
type ProblemID string

// Problem is something wrong in a note: what, where, and what to write
// instead.
type Problem struct {
	ID ProblemID
	Place
	// Message is one lower-case sentence without a full stop.
	Message string
	// Hint says what to write instead; "" when the message says it.
	Hint string
	// Fixes are edits that would mend it, the likeliest first.
	Fixes []Fix
}

// Fix is one edit of the problem's note that would mend it; "…" in its text
// stands for what only the person knows.
type Fix struct {
	Span Span
	Text string
}

// fixLast gives the problem found last an edit that would mend it. A "…" in it
// is for the person to fill in.
func (f *File) fixLast(fix Fix) {
	last := &f.Problems[len(f.Problems)-1]
	last.Fixes = append(last.Fixes, fix)
}

// Severity returns the severity of the problem's kind.
func (p Problem) Severity() Severity { return ProblemByID(p.ID).Severity }

// compareProblems orders problems by note, place and kind.
func compareProblems(a, b Problem) int {
	return cmp.Or(
		cmp.Compare(a.Path(), b.Path()),
		cmp.Compare(a.Span.Start, b.Span.Start),
		cmp.Compare(a.Span.End, b.Span.End),
		cmp.Compare(a.ID, b.ID),
		cmp.Compare(a.Message, b.Message),
	)
}
