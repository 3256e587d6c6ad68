package parser

import "strings"

// almostInterview warns of a line that says there was a round, in other words than
// the grammar has or without its company, where nothing declares a round there on
// its day: its thank-you would be owed and never asked for. Where no verb says that
// it was held, it may be ahead.
func (b *joiner) almostInterview(f *note, line *logLine, company, names string, held bool) {
	if line.fault != nil || line.box == openBox || !b.saysDone(f, line) || strings.Contains(company+names, "?") {
		return
	}
	names = plainText(untilMark(names, roundMarks))
	c, company := b.companies.find(company), plainText(company)
	if company == "" {
		c = b.companyMet(f, names)
	}
	if c != nil {
		company = c.name
	}
	when, ok := b.lineWhen(f, line)
	if !isNewCompany(company) && c == nil || !ok || b.roundThat(c, when) != nil {
		return
	}
	instead := "interviewed at " + company
	if capitalised(names) {
		instead += " with " + names
	}
	if !held {
		b.problem(DidYouMean, Place{f.Source, line.span}, "write `"+instead+"` once it was held, or give it a note in interviews/",
			"this does not say that the interview was held, so it counts for nothing")
		return
	}
	b.didYouMeanLine(&statement{file: f, line: line}, instead)
}

// companyMet returns the company of whoever is named, nil where it is not certain.
func (b *joiner) companyMet(f *note, names string) *company {
	p := b.people.find(names)
	if called := b.people.called(FoldName(names)); p == nil && len(called) == 1 {
		p = called[0]
	}
	switch {
	case p != nil && len(b.people.of(p).companies) == 1:
		return b.people.of(p).companies[0]
	case f.position != nil && capitalised(names):
		return f.company
	}
	return nil
}

// roundMarks end what a line says of a round in words of its own.
var roundMarks = []string{",", ";", " (", " - ", ":"}

// looseInterview reads `had an interview at Acme with Dev`. It warns by itself.
func (b *joiner) looseInterview(s *statement) string {
	rest, had := afterFirst(s.line.who.Value, "had an interview ", "had my interview ", "had the interview ", "had a second interview ", "had a first interview ")
	if !had {
		b.looseRound(s)
		return ""
	}
	rest = untilMark(rest, roundMarks)
	if company, at := afterFirst(rest, "at "); at {
		company, names := cutSecondPart(company, " with ")
		b.almostInterview(s.file, s.line, company, names, true)
	} else if names, with := afterFirst(rest, "with "); with {
		names, company := cutSecondPart(names, " at ")
		if company == "" && b.companies.find(names) != nil { // with Acme
			names, company = "", names
		}
		b.almostInterview(s.file, s.line, company, names, true)
	}
	return ""
}

// roundNouns are what rounds are called in a log where no verb says that they
// took place.
var roundNouns = []string{
	"phone screen ", "phone interview ", "video interview ", "technical interview ", "onsite interview ", "final interview ", "screening call ",
}

// looseRound reads `phone screen with Acme`, of a company that the journal knows.
// It warns by itself.
func (b *joiner) looseRound(s *statement) {
	rest, round := afterFirst(s.line.who.Value, roundNouns...)
	company, there := afterFirst(untilMark(rest, roundMarks), "with ", "at ")
	company, names := cutSecondPart(company, " with ")
	if !round || !there || b.companies.find(bareName(company)) == nil {
		return
	}
	b.almostInterview(s.file, s.line, bareName(company), names, false)
}
