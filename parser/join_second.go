package parser

import (
	"slices"
	"strings"
)

// twoStatements warns of a line that says somebody was thanked or told, and then
// a second thing: `thanked Dev and told Sam about Acme`. Whoever is named first
// belongs to the first, so each is looked at by itself.
func (b *joiner) twoStatements(s *statement) bool {
	line := s.line
	said := line.who.Value
	switch {
	case line.what == AppliedTo && line.role.Given():
		said += " as " + line.role.Value
	case line.what == AppliedTo, line.what == Thanked:
	case line.what != Told:
		return false
	case line.position.Given():
		said += " about " + line.position.Value
	}
	at, width := secondVerb(said)
	if at < 0 {
		return false
	}
	first := b.insteadOf(s, line.what, said[:at])
	word, rest := firstWord(said[at+width:])
	second := b.insteadOf(s, verbs[lowerASCII(word)].what, strings.TrimSpace(rest))
	if first == "" && second == "" {
		return false
	}
	hint := "write a line of its own for each"
	if first != "" && second != "" {
		hint += ": `" + first + "` and `" + second + "`"
	}
	b.problem(DidYouMean, Place{s.file.Source, line.span}, hint,
		"this line says two things and is not understood, so it counts for nothing")
	return true
}

// insteadOf writes what a text behind the verb of a thank-you, or of somebody
// who was told, seems to say; "" for any other verb.
func (b *joiner) insteadOf(s *statement, what EventKind, text string) string {
	switch what {
	case Thanked:
		if people := b.peopleNamed(s, text); len(people) > 0 {
			return "thanked " + strings.Join(people, ", ")
		}
	case Told:
		return b.toldLineOf(s, text)
	case AppliedTo:
		name := strings.TrimSpace(plainText(text))
		if company, _, _ := strings.Cut(name, " as "); capitalised(company) && len(strings.Fields(name)) <= nameParts {
			return "applied to " + name
		}
	}
	return ""
}

// peopleNamed returns whom a text names, of several those who stand one behind
// the other: `Ines, Tomasz & the recruiter`. Whoever comes behind other words
// may be what it was about: `Dana for the word with Tom`, `Dana, Tom is next`.
func (b *joiner) peopleNamed(s *statement, text string) []string {
	var people []string
	rest := text
	for at := 0; at >= 0 && len(people) < nameParts; {
		part := rest
		var width int
		if at, width = nextName(rest); at >= 0 {
			part, rest = rest[:at], rest[at+width:]
		}
		person := orText(b.personNamed(s, part), b.calledAlone(part))
		before, behind := aroundName(part, person)
		switch {
		case person == "" && len(people) == 0:
			continue
		case person == "" || len(people) > 0 && (before || behind != "" && behind != "for"):
			return people
		}
		if people = append(people, person); behind != "" {
			break
		}
	}
	return people
}

// aroundName reports whether words stand before the name of a person in a text,
// and returns the one behind it.
func aroundName(text, person string) (before bool, behind string) {
	named := strings.Fields(FoldName(person))
	met := false
	for _, word := range strings.Fields(text) {
		folded := FoldName(strings.Trim(word, ",;:.!()"))
		ofName := slices.ContainsFunc(named, func(name string) bool { return name == folded || missesOne(folded, name) })
		switch {
		case ofName:
			met = true
		case met:
			return before, folded
		default:
			before = true
		}
	}
	return before, ""
}

// nextName finds what stands between two names of a list, and how wide it is; -1
// where nothing does.
func nextName(text string) (at, width int) {
	for i := range len(text) {
		for _, mark := range []string{", and ", ", ", " and ", " & ", " + ", " then ", "/", ";"} {
			if startsFold(text[i:], mark) {
				return i, len(mark)
			}
		}
	}
	return -1, 0
}

// secondVerb finds a verb behind a mark, and how wide the mark is; -1 where
// there is none.
func secondVerb(text string) (at, width int) {
	for i := range len(text) {
		for _, mark := range []string{", then ", "; then ", " and then ", ", and ", ", ", "; ", ";", ". ", " and ", " & ", " + "} {
			if !startsFold(text[i:], mark) {
				continue
			}
			word, _ := firstWord(text[i+len(mark):])
			if v, does := verbs[lowerASCII(word)]; does && !v.imperative {
				return i, len(mark)
			}
		}
	}
	return -1, 0
}

// secondDuty reports whether a text goes on with somebody who was thanked or
// told. A role may go on with other verbs: Engineer, Applied AI.
func secondDuty(text string) bool {
	at, width := secondVerb(text)
	if at < 0 {
		return false
	}
	word, _ := firstWord(text[at+width:])
	return verbs[word].what == Thanked || verbs[word].what == Told
}

// secondStatement warns of a line that is not understood for a second thing in
// it: `sent resume.pdf to Jane Doe and told her about Acme`.
func (b *joiner) secondStatement(s *statement) {
	text := " " + s.line.who.Value + " " + s.line.detail
	instead := ""
	if before, after := cutSecond(text, "told "); after != "" {
		if b.personNamed(s, beforeAbout(after)) == "" && b.calledAlone(beforeAbout(after)) == "" {
			instead = b.toldLineOf(s, before+" "+after)
		}
		if instead == "" {
			instead = b.toldLineOf(s, after)
		}
	} else if _, after := cutSecond(text, "thanked "); after != "" {
		instead = orText(b.insteadOf(s, Thanked, after), b.insteadOf(s, Thanked, text))
	}
	if instead != "" {
		b.problem(DidYouMean, Place{s.file.Source, s.line.span}, "write a line of its own: `"+instead+"`",
			"this line says two things and is not understood, so it counts for nothing")
		return
	}
	if s.line.what == Sent && b.almostSent(s) {
		return
	}
	b.thankYouOrTold(s)
}

// cutSecond cuts a text at a second verb.
func cutSecond(text, verb string) (before, after string) {
	for _, mark := range []string{", ", "; ", " and ", " & ", " + "} {
		if at := indexFold(text, mark+verb); at >= 0 {
			return text[:at], text[at+len(mark+verb):]
		}
	}
	return text, ""
}

// thankYouOrTold warns of `emailed Dev a thank you` and `emailed Sam about
// Acme`: the verb says how it was done, and what follows what it was.
func (b *joiner) thankYouOrTold(s *statement) {
	line, instead := s.line, ""
	text := line.who.Value
	for _, file := range line.files {
		text += " " + file.Value
	}
	switch {
	case line.what != Contacted && line.what != Sent && line.what != FollowedUp:
	case namesThankYou(text):
		instead = b.insteadOf(s, Thanked, strings.TrimSpace(text))
	case line.what == Contacted:
		instead = b.referenceTold(s, text)
	}
	if instead != "" {
		b.didYouMeanLine(s, instead)
	}
}
