package parser

import "strings"

// A line may be a statement but for its company, which no note has. It brings no
// position into being: only having applied or met does. Most such lines are diary,
// as `told Jonas about Paris` is; those that can hardly be anything else are told.

// writeCompany is what to do about a company that no note has.
const writeCompany = "write the company as its application has it, or give it a note in applications/"

// nobodysOutcome returns the hint for a company that is said to have rejected
// somebody, or to have made an offer that came; "" where the line may say something else, as `offer
// from Lidl` does.
func (b *joiner) nobodysOutcome(s *statement, name string) string {
	line := s.line
	behind := wordBefore(s.file, line)
	says := line.what == RejectedBy && (behind == "by" || behind == "from") || line.received && behind == "from"
	if !says || !b.saysDone(s.file, line) || dashTitle(name) || b.people.find(name) != nil || b.calledAlone(name) != "" {
		return ""
	}
	return writeCompany
}

// wordBefore returns the word, in lower case, that leads to the object of a line.
func wordBefore(f *note, line *logLine) string {
	words := strings.Fields(f.Source.Text[line.span.Start:max(line.span.Start, line.who.Span.Start)])
	if len(words) == 0 {
		return ""
	}
	return lowerASCII(strings.Trim(words[len(words)-1], "*_["))
}

// toldOfNothing returns the hint for a company of which a reference is said to have
// been told. That it is one shows by its form, the role there, or what was sent.
func (b *joiner) toldOfNothing(s *statement, name string) string {
	reference := s.file.subject != nil && len(s.people) == 0
	for _, p := range s.people {
		reference = reference || b.people.of(p).reference != nil
	}
	shows := len(s.line.files) > 0 || s.role.Given() || hasLegalForm(name)
	if !reference || !shows || !capitalised(name) || !b.saysDone(s.file, s.line) {
		return ""
	}
	return writeCompany
}

// hasLegalForm reports whether a name ends as only those of companies do.
func hasLegalForm(name string) bool { return withoutForm(FoldName(name)) != FoldName(name) }
