package report

import (
	"strings"

	"debrief/parser"
)

// openStumbles returns the questions of a round that have no better answer yet.
func openStumbles(iv *parser.Interview) []parser.Stumble {
	var open []parser.Stumble
	for _, s := range iv.Stumbles {
		if s.Answer == "" {
			open = append(open, s)
		}
	}
	return open
}

// answerRecord is the line below a question under which its better answer
// goes; the dots are the person's to fill in. It is nil where the round's own
// note does not hold the question.
func answerRecord(iv *parser.Interview, s parser.Stumble) *Record {
	src := iv.Place.Source
	if src == nil || s.Span.Start < 0 || s.Span.Start > s.Span.End || s.Span.End > len(src.Text) {
		return nil
	}
	written := strings.Join(strings.Fields(src.Text[s.Span.Start:s.Span.End]), " ")
	if s.Question == "" || !strings.Contains(written, s.Question) {
		return nil // a second note on the same round has it
	}
	last := strings.Count(src.Text[:s.Span.End], "\n") + 1
	return &Record{File: src.Path, Line: last, Text: "  → …"}
}
