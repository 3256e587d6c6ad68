package parser

import "strconv"

// A fault is what is wrong with a date, a time or a zone, placed in the text
// that was read. It becomes a Problem once the note is known.
type fault struct {
	id         ProblemID
	start, end int
	message    string
	hint       string
	// fix is the text to write instead of start to end, "" when only the
	// person can know it.
	fix string
}

// problem returns the fault as a Problem of src, whose byte base is where the
// text that was read begins.
func (f *fault) problem(src *Source, base int) Problem {
	p := Problem{
		ID:      f.id,
		Place:   Place{Source: src, Span: Span{base + f.start, base + f.end}},
		Message: f.message,
		Hint:    f.hint,
	}
	if f.fix != "" {
		p.Fixes = []Fix{{Span: p.Span, Text: f.fix}}
	}
	return p
}

// over places the fault on start to end.
func (f *fault) over(start, end int) *fault {
	f.start, f.end = start, end
	return f
}

// maxQuoted is how many bytes of the person's own text a message repeats: as
// much as a long date, so that a message stays one line.
const maxQuoted = 40

// quoted returns text in quotes, shortened, and safe to print.
func quoted(text string) string {
	if len(text) <= maxQuoted {
		return strconv.Quote(text)
	}
	end := 0
	for i := range text {
		if i > maxQuoted {
			break
		}
		end = i
	}
	return strconv.Quote(text[:end] + "…")
}
