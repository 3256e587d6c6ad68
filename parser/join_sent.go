package parser

import (
	"slices"
	"strings"
)

// A sentNote is what a thank-you section says of a round.
type sentNote struct {
	file  *note
	round int // in file.rounds
	*sentText
}

// sentEvents reads the notes that a thank-you section says were sent. Only
// where it is certain to whom; the others are left in b.sent for tellUnread.
func (b *joiner) sentEvents() {
	unread := b.sent[:0]
	for _, s := range b.sent {
		if !s.sent.Yes {
			continue
		}
		to, certain := b.sentTo(s)
		if !certain {
			unread = append(unread, s)
			continue
		}
		w, ok := b.whenDone(s.file, s.sent)
		if !ok {
			continue
		}
		iv := s.file.rounds[s.round]
		event := Event{
			What: Thanked, When: w, Company: iv.Company, Role: iv.Role, Interview: iv, Entry: true, Place: Place{s.file.Source, s.span},
		}
		if iv.Position != nil {
			event.Positions = b.lists.positions.listOf(iv.Position)
		}
		if len(to) == 0 {
			b.add(s.file, &event)
		}
		for _, p := range to {
			event.People = b.lists.people.listOf(p)
			b.add(s.file, &event)
		}
	}
	b.sent = unread
}

// sentTo returns to whom a note was sent, nobody for everyone; false where that
// cannot be told. Of several rounds that share a section none is meant for
// certain.
func (b *joiner) sentTo(s sentNote) ([]*Person, bool) {
	iv := s.file.rounds[s.round]
	if s.mail || s.file.shares(s.round) {
		return nil, false
	}
	if s.everyone {
		return nil, true
	}
	if s.to.Value == "" {
		if s.letter >= 0 && s.letter < len(iv.Letters) && iv.Letters[s.letter].To != nil {
			return []*Person{iv.Letters[s.letter].To}, true
		}
		return nil, len(iv.Interviewers) < 2
	}
	parts := splitList(s.to, anySeparator, func(name string) bool { return b.interviewer(iv, name) != nil })
	people := make([]*Person, 0, len(parts))
	for _, part := range parts {
		p := b.interviewer(iv, readPerson(part).Name.Value)
		if p == nil {
			return nil, false
		}
		people = append(people, p)
	}
	return people, len(people) > 0
}

// shares reports whether the section that a round has is that of others too.
func (n *note) shares(round int) bool {
	return n.entries[round].to == 0 && listedIn(n.entries) > 1
}

// interviewer returns the one person of a round whom a name means.
func (b *joiner) interviewer(iv *Interview, name string) *Person {
	keys := b.people.spelling(plainText(name)).keys
	for _, p := range iv.Interviewers {
		if shareKey(b.people.of(p).keys, keys) {
			return p
		}
	}
	if among := b.people.among(iv.Interviewers, keys[0]); len(among) == 1 {
		return among[0]
	}
	return nil
}

// tellUnread warns of what a thank-you section says of notes that were sent,
// where nothing else in the journal says so.
func (b *joiner) tellUnread() {
	for _, s := range b.sent {
		iv := s.file.rounds[s.round]
		to, named := b.sentPerson(s, iv)
		if !named || slices.ContainsFunc(iv.Thanks, func(e *Event) bool {
			return to == nil || len(e.People) == 0 || slices.Contains(e.People, to)
		}) {
			continue
		}
		line := "- "
		if s.sent.Dated {
			line += b.dayOf(b.when(s.file, At[Moment]{s.sent.Moment, s.sent.Span})).String() + " "
		}
		switch {
		case to != nil:
			line += "thanked " + to.Name
		case len(iv.Interviewers) == 0:
			line += "thanked everyone"
		default:
			line += "thanked " + namesOr(iv.Interviewers, 4)
		}
		b.problem(DidYouMean, Place{s.file.Source, s.span}, "write `"+line+"` below a heading Log",
			"this seems to say that a thank-you note was sent, which a log line has to say")
	}
}

// sentPerson returns who is likely to have been thanked, nil where that is
// open; false where nobody may have been.
func (b *joiner) sentPerson(s sentNote, iv *Interview) (*Person, bool) {
	if s.everyone || s.to.Value == "" {
		if s.mail {
			return b.onlyNamed(iv, s.file.Source.Text[s.span.Start:s.span.End]), true
		}
		if s.letter >= 0 && s.letter < len(iv.Letters) {
			return iv.Letters[s.letter].To, true
		}
		return nil, true
	}
	if p := b.interviewer(iv, s.to.Value); p != nil {
		return p, true
	}
	if !tellsOfNote(s.to.Value) {
		return nil, false
	}
	for _, word := range strings.Fields(s.to.Value) {
		if p := b.interviewer(iv, strings.Trim(word, ",;:.!()")); p != nil && capitalised(word) {
			return p, true
		}
	}
	return nil, false
}

// tellsOfNote reports whether a ticked item is about a note rather than about
// what was done for one.
func tellsOfNote(text string) bool {
	for _, word := range []string{"send ", "sent", "wrote", "mailed", "emailed"} {
		if indexFold(text, word) >= 0 {
			return true
		}
	}
	return false
}

// onlyNamed returns the one person of a round whose first name a text holds, nil
// if it is nobody's, or that of several.
func (b *joiner) onlyNamed(iv *Interview, text string) *Person {
	var found *Person
	text = FoldName(text)
	for _, p := range iv.Interviewers {
		if first, _ := endWords(b.people.of(p).keys[0]); strings.Contains(text, first) {
			if found != nil {
				return nil
			}
			found = p
		}
	}
	return found
}
