package parser

import "strings"

// twoStatements warns of a line that says somebody was thanked or told, and then
// a second thing: `thanked Dev and told Sam about Acme`. Whoever is named first
// belongs to the first, so each is looked at by itself.
func (b *joiner) twoStatements(s *statement) bool {
	line := s.line
	if line.what != Thanked && line.what != Told {
		return false
	}
	said := line.who.Value
	if line.position.Given() {
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
		if person := orText(b.personNamed(s, text), b.calledAlone(text)); person != "" {
			return "thanked " + person
		}
	case Told:
		return b.toldLineOf(s, text)
	}
	return ""
}

// secondVerb finds a verb behind a mark, and how wide the mark is; -1 where
// there is none.
func secondVerb(text string) (at, width int) {
	for i := range len(text) {
		for _, mark := range []string{", then ", "; then ", " and then ", ", and ", ", ", "; ", " and ", " & ", " + "} {
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
