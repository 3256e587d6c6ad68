package parser

import (
	"slices"
	"strings"
)

// almostLoose warns of a loose line that says, in words of its own, what the
// grammar has a form for. It has to be dated or ticked, in a log, and name what
// the journal knows.
func (b *joiner) almostLoose(f *note, line *logLine) {
	if !b.inLog(f, line) || !b.saysDone(f, line) || strings.Contains(line.who.Value, "?") {
		return
	}
	s := &statement{file: f, line: line}
	instead := b.misspeltLine(s)
	for _, look := range []func(*statement) string{
		b.looseThanks, b.looseTold, b.looseOutcome, b.looseInterview, b.looseApplied, b.looseHanded, b.looseNamed,
	} {
		if instead == "" {
			instead = look(s)
		}
	}
	if instead != "" {
		b.didYouMeanLine(s, instead)
	}
}

// misspeltLine reads `thnaked Dev`, and applied with a letter lost.
func (b *joiner) misspeltLine(s *statement) string {
	word, rest := firstWord(s.line.who.Value)
	rest = strings.TrimSpace(rest)
	switch verb := misspeltVerb(lowerASCII(word)); verb {
	case "applied":
		if company, to := afterFirst(rest, "to ", "at "); to {
			return withName("applied to ", untilMark(company, thankedMarks))
		}
	case "interviewed":
		if company, at := afterFirst(rest, "at "); at {
			return misspeltInterview(company)
		}
	default:
		return b.insteadOf(s, verbs[verb].what, rest)
	}
	return ""
}

// misspeltInterview writes an interview line again, with whom it names.
func misspeltInterview(text string) string {
	text = untilMark(text, roundMarks)
	company, names := cutSecondPart(text, " with ")
	instead := withName("interviewed at ", company)
	if names = plainText(names); instead != "" && capitalised(names) {
		instead += " with " + names
	}
	return instead
}

// untilMark cuts a text at the first of the marks.
func untilMark(text string, marks []string) string {
	if cuts := cutsAt(text, marks); len(cuts) > 0 {
		return text[:cuts[0]]
	}
	return text
}

// withName puts a name behind a verb; "" where it is none.
func withName(verb, name string) string {
	if name = plainText(name); capitalised(name) {
		return verb + name
	}
	return ""
}

// looseThanks reads `thanks Dev` and `wrote a thank you note to Dev`.
func (b *joiner) looseThanks(s *statement) string {
	text := s.line.who.Value
	rest, thanks := afterFirst(text, "thanks ", "thx ")
	if _, other := afterFirst(rest, "to ", "for ", "from "); thanks && other {
		return ""
	}
	word, _ := firstWord(text)
	switch lowerASCII(word) {
	case "wrote", "texted", "mailed", "dropped", "posted", "gave", "pinged", "phoned", "rang":
		thanks = thanks || namesThankYou(text)
	}
	if !thanks {
		return ""
	}
	_, rest = firstWord(text)
	return b.insteadOf(s, Thanked, strings.TrimSpace(rest))
}

// namesThankYou reports whether a text speaks of a thank-you note.
func namesThankYou(text string) bool {
	return slices.ContainsFunc([]string{"thank you", "thank-you", "thankyou"}, func(words string) bool { return indexFold(text, words) >= 0 })
}

// looseTold reads `texted Sam about Acme` and `let Sam know about Acme`, where
// Sam speaks for the person.
func (b *joiner) looseTold(s *statement) string {
	word, rest := firstWord(s.line.who.Value)
	rest = strings.TrimSpace(rest)
	switch lowerASCII(word) {
	case "let":
		before, after := cutSecondPart(rest, " know ")
		if after == "" {
			return ""
		}
		rest = before + " " + after
	case "texted", "wrote", "mailed", "phoned", "rang", "pinged", "spoke", "talked", "chatted", "chat":
	default:
		return ""
	}
	return b.referenceTold(s, rest)
}

func cutSecondPart(text, word string) (before, after string) {
	if at := indexFold(text, word); at >= 0 {
		return text[:at], text[at+len(word):]
	}
	return text, ""
}

// referenceTold writes what `WHO about COMPANY` behind any verb of contact
// seems to say, where WHO is a reference: whoever else is written to about a
// company has not been told of it.
func (b *joiner) referenceTold(s *statement, text string) string {
	before, about := cutSecondPart(text, " about ")
	if about == "" {
		before, about = cutSecondPart(text, " re ")
	}
	person := orText(b.personNamed(s, before), b.calledAlone(before))
	company := orText(b.companyNamed(about), orText(b.companyBegun(about), b.companyInSmall(about)))
	if company == "" || !b.isReference(person) {
		return ""
	}
	return "told " + person + " about " + company
}

// looseOutcome reads how an application came out from a line that begins with
// the company, `Acme said no`, or from `no from Acme`. One that only mentions
// the company is diary.
func (b *joiner) looseOutcome(s *statement) string {
	text := s.line.who.Value
	if rest, no := afterFirst(text, "no from ", "a no from "); no {
		if c, after := b.companyLeading(rest); c != nil && (after == "" || len(cutsAt(after, remarkMarks)) > 0) && !b.settled(c) {
			return outcomeLine(RejectedBy, c.name)
		}
		return ""
	}
	if own := s.file.position; own != nil && (s.file.application != nil || s.file.Kind == KindInterview) {
		if what := theySaid(text); what != "" && !settledStatus(own.Status) {
			return outcomeLine(what, "")
		}
	}
	c, said := b.companyLeading(text)
	if c == nil || b.settled(c) {
		return ""
	}
	said, _ = afterFirst(said, "has ", "have ", "just ", "finally ")
	for _, known := range companySaid {
		if rest, says := afterFirst(said, known.phrase); says && endsThere(rest) {
			return outcomeLine(known.what, c.name)
		}
	}
	return ""
}

// theySaid reads how the application came out from a line in its own log:
// `they said no`, `position filled`.
func theySaid(text string) EventKind {
	switch strings.TrimRight(lowerASCII(text), ".!") {
	case "filled", "position filled", "position was filled", "position is filled", "position closed", "position cancelled",
		"role filled", "role was filled", "role is filled", "role closed", "role cancelled":
		return RejectedBy
	}
	said, they := afterFirst(text, "they ", "they've ", "company ", "the company ")
	if !they {
		return ""
	}
	said, _ = afterFirst(said, "have ", "just ", "finally ")
	for _, known := range companySaid {
		if rest, says := afterFirst(said, known.phrase); says && endsThere(rest) {
			return known.what
		}
	}
	return ""
}

// companySaid are the words of a company that tell how an application came out.
var companySaid = []struct {
	phrase string
	what   EventKind
}{
	{"rejected me", RejectedBy},
	{"rejected my application", RejectedBy},
	{"rejected", RejectedBy},
	{"said no", RejectedBy},
	{"turned me down", RejectedBy},
	{"made an offer", OfferMade},
	{"made me an offer", OfferMade},
	{"sent an offer", OfferMade},
	{"sent me an offer", OfferMade},
	{"offered me the job", OfferMade},
	{"offered me a job", OfferMade},
	{"offer", OfferMade},
}

// endsThere reports whether nothing but a remark follows.
func endsThere(rest string) bool {
	rest = strings.Trim(rest, " .!")
	lead, _ := firstWord(rest)
	switch lowerASCII(strings.Trim(lead, ",;(:")) {
	case "", "today", "yesterday", "by", "after", "because", "without", "via":
		return true
	}
	return strings.IndexByte(",;(:-", rest[0]) >= 0
}

// settled reports whether the statuses at a company say how it ended already.
func (b *joiner) settled(c *company) bool {
	return !slices.ContainsFunc(c.positions, func(p *Position) bool { return !settledStatus(p.Status) })
}

// companyLeading finds the known company that a text begins with, the longest,
// and what follows it.
func (b *joiner) companyLeading(text string) (*company, string) {
	words := strings.Fields(text)
	for n := min(4, len(words)); n > 0; n-- {
		name := strings.Join(words[:n], " ")
		if c := b.companies.find(bareName(name)); c != nil && capitalised(name) {
			mark := name[len(strings.TrimRight(name, ",;")):]
			return c, strings.TrimSpace(mark + " " + strings.Join(words[n:], " "))
		}
	}
	if len(words) == 0 || len(words) > 1 && capitalised(words[1]) { // Halden Foods is not Halden Robotics
		return nil, ""
	}
	name := strings.TrimRight(words[0], ",;")
	if letterCount(name) < 4 || !capitalised(name) {
		return nil, ""
	}
	return b.begun().longer(bareName(name)), strings.TrimSpace(words[0][len(name):] + " " + strings.Join(words[1:], " "))
}
