package parser

import (
	"fmt"
	"slices"
	"strings"
)

// Lines that are news to a reader and nothing to the grammar are passed over
// in silence: that is what makes a log a diary. But where a duty hangs on one,
// silence means that the person is asked to do again what they have done; such
// a line gets a warning.

// almostStatement warns of a line that says somebody was thanked or told, and
// names them, but says more than can be understood.
func (b *joiner) almostStatement(s *statement) {
	line := s.line
	switch {
	case s.ambiguous || b.movingDate(s) || !b.saysDone(s.file, line):
	case b.sharedName(s):
	case line.outcome() || line.what == HeardBack:
		b.almostOutcome(s)
	case b.twoStatements(s):
	case line.what == AppliedTo:
		b.almostApplied(s)
	case line.what == Thanked:
		if instead := b.insteadOf(s, Thanked, strings.TrimSpace(line.who.Value+" "+line.position.Value)); instead != "" {
			b.didYouMeanLine(s, instead)
		} else if people := b.everyoneAt(line.who.Value); people != "" {
			b.didYouMeanLine(s, "thanked "+people)
		}
	case line.what == Told:
		text := line.who.Value + " about " + line.position.Value + " " + line.detail
		if instead := b.toldLineOf(s, text); instead != "" {
			b.didYouMeanLine(s, instead)
		} else if b.toldNothing(s) {
			b.didYouMeanLine(s, "told "+s.people[0].Name+" about COMPANY")
		}
	default:
		b.secondStatement(s)
	}
}

// sharedName warns of a line whose company is the beginning of several: Acme,
// where the journal has Acme GmbH and Acme Inc.
func (b *joiner) sharedName(s *statement) bool {
	text := s.line.who
	if s.line.what == Told {
		text = s.line.position
	} else if !s.line.outcome() {
		return false
	}
	words := strings.Fields(text.Value)
	for n := range words {
		name := bareName(strings.Join(words[:n+1], " "))
		several := b.begun()[FoldName(name)]
		if len(several) < 2 || !capitalised(name) || n+1 < len(words) && capitalised(bareName(words[n+1])) {
			continue
		}
		var names []string
		for _, c := range several {
			names = append(names, c.name)
		}
		slices.Sort(names)
		b.problem(DidYouMean, Place{s.file.Source, s.line.span}, "write "+strings.Join(names, " or "), name+" could be either, so this line counts for nothing")
		return true
	}
	return false
}

// toldNothing reports whether a line says that a reference was told, and not
// about what.
func (b *joiner) toldNothing(s *statement) bool {
	return len(s.people) == 1 && s.line.position.Value == "" && s.line.detail == "" && b.people.of(s.people[0]).reference != nil
}

// toldLineOf writes the statement that a text seems to make of somebody who
// was told; "" where it names nobody, or no company.
func (b *joiner) toldLineOf(s *statement, text string) string {
	company := orText(b.companyNamed(text), b.companyBegun(text))
	if company == "" && s.line.what == Told {
		company = b.companyMissed(s.line.position.Value)
	}
	if company == "" {
		return ""
	}
	if person := orText(b.personNamed(s, text), b.calledAlone(beforeAbout(text))); person != "" {
		return fmt.Sprintf("told %s about %s", person, company)
	}
	words := strings.Fields(lowerASCII(text))
	if s.file.subject != nil && (words[0] == "about" || slices.ContainsFunc(words, pronoun)) {
		return "told about " + company
	}
	return ""
}

// beforeAbout cuts off what somebody was told: it may be of others.
func beforeAbout(text string) string {
	if at := indexFold(text, " about "); at >= 0 {
		return text[:at]
	}
	return text
}

// pronoun reports whether a word may stand for the one whose note it is in.
func pronoun(word string) bool { return word == "her" || word == "him" || word == "them" }

// movingDate reports a date behind a statement that is another day tomorrow:
// `thanked Dana today`.
func (b *joiner) movingDate(s *statement) bool {
	line, text := s.line, s.line.who
	if line.what == Told {
		text = line.position
	}
	if line.moment.Given() || line.what != Told && line.what != Thanked && !line.outcome() {
		return false
	}
	fault, at := relativeEnd(text.Value)
	if fault == nil || line.outcome() && line.what != RejectedBy && ofMeeting(text.Value, b.companyNamed(text.Value)) {
		return false
	}
	known := line.what != Thanked && b.companyNamed(text.Value) != "" || line.outcome() && s.file.position != nil && at == 0
	if line.what == Thanked {
		known = b.personNamed(s, text.Value) != "" || b.calledAlone(text.Value) != ""
	}
	if known {
		b.Problems = append(b.Problems, fault.problem(s.file.Source, slicePart(text, at, len(text.Value)).Span.Start))
	}
	return known
}

// relativeEnd finds a relative date of at most three words at the end of a
// text.
func relativeEnd(text string) (*fault, int) {
	at := len(text)
	for range 3 {
		at = strings.LastIndexByte(text[:at], ' ')
		r := dateReader{text: text[at+1:], whole: true}
		if fault, ok := r.relative(); ok && r.atEnd() {
			return fault.over(0, r.pos), at + 1
		}
		if at < 0 {
			break
		}
	}
	return nil, 0
}

// almostThanks warns of a thank-you note in a log of which nothing says whether
// it was sent: `2026-11-18 thank-you note to Dana`. A line that says `thank` is
// a plan.
func (b *joiner) almostThanks(f *note, line *logLine) {
	if line.bare || line.box == openBox || !b.saysDone(f, line) || !b.inLog(f, line) {
		return
	}
	if line.word != "thank-you" && !hasLead(line.who, "you ") {
		return
	}
	s := &statement{file: f, line: line}
	if person := b.personNamed(s, line.who.Value+" "+line.detail); person != "" {
		b.didYouMeanLine(s, "thanked "+person)
	}
}

// misplaced warns of a statement that would count, if it stood as a list item
// in a log.
func (b *joiner) misplaced(f *note, line *logLine) {
	if line.bare {
		b.tellBare(f, line)
		return
	}
	if line.what == InterviewedAt && line.word == "interview" && line.box == noBox && b.inLog(f, line) { // a noun, most often
		b.almostInterview(f, line, plainText(line.who.Value), line.with.Value, false)
	}
	switch line.what {
	case Thanked, Told, Sent, AppliedTo, RejectedBy, OfferMade:
	default:
		return
	}
	if line.what == Thanked && line.imperative && line.box != tickedBox {
		b.almostThanks(f, line)
	}
	if !b.plainlyDone(f, line) {
		return
	}
	problems, unknown := len(b.Problems), len(b.unknown)
	understood := b.understand(&statement{file: f, line: line, role: line.role})
	b.Problems, b.unknown = b.Problems[:problems], b.unknown[:unknown]
	if understood {
		b.problem(DidYouMean, Place{f.Source, line.span}, "put it below a heading Log",
			"this line stands outside a log, so it counts for nothing")
	}
}

// saysDone reports whether a line is dated, itself or by the heading above it,
// or ticked. A date that cannot be read says so as well.
func (b *joiner) saysDone(f *note, line *logLine) bool {
	return line.moment.Given() || line.fault != nil || line.box == tickedBox ||
		f.days[line.day].moment.Given() || f.days[line.day].fault != nil
}

// personNamed returns somebody whom text names: anybody by whole name, those of
// the note, its company and the references by one name too, even misspelt.
func (b *joiner) personNamed(s *statement, text string) string {
	near := slices.Clone(s.file.people)
	if s.file.company != nil {
		near = appendNew(near, s.file.company.people...)
	}
	for _, r := range b.References {
		near = appendNew(near, r.Person)
	}
	found := firstNamed(text, func(name string) string {
		if p := b.people.find(name); p != nil && strings.Contains(name, " ") {
			return p.Name
		}
		if among := b.people.among(near, FoldName(name)); len(among) == 1 && capitalised(name) {
			return among[0].Name
		}
		return ""
	})
	if found != "" {
		return found
	}
	return firstNamed(text, func(name string) string {
		for _, p := range near {
			if capitalised(name) && misspells(FoldName(name), FoldName(p.Name)) {
				return p.Name
			}
		}
		return ""
	})
}

// misspells reports whether a name is a slip away from a folded whole name, or
// from its first or last part.
func misspells(name, whole string) bool {
	if slipOfTheKeys(name, whole) {
		return true
	}
	if letterCount(name) < 5 {
		return false
	}
	first, last := endWords(whole)
	return missesOne(name, first) || missesOne(name, last)
}

// missesOne reports whether a name is one slip away from a long part of another.
func missesOne(name, part string) bool {
	return letterCount(part) >= 5 && editDistance(name, part, 1) == 1
}

// firstNamed returns what look says of the first stretch of at most four words
// that it knows, the longest at each place.
func firstNamed(text string, look func(name string) string) string {
	words := strings.Fields(text)
	for i := range words {
		for j := min(i+4, len(words)); j > i; j-- {
			name := strings.Trim(plainText(strings.Join(words[i:j], " ")), ",;:.!()")
			if found := look(name); name != "" && found != "" {
				return found
			}
		}
	}
	return ""
}
