package parser

import "strings"

// A sentText says in a thank-you section that a note was sent, or was not yet:
// `- [x] Ines`, `Ines: sent 2026-11-18`, `Sent to both`.
type sentText struct {
	span     Span
	to       At[string] // who, as written; "" says nothing of that
	everyone bool
	sent     done
	letter   int  // the section's own letter, in roundBody.letters
	mail     bool // the head of a mail: only a hint
}

// letterBlocks parts a thank-you section into the text of a letter and what is
// said of its having been sent.
func letterBlocks(s *section) (text []*block, said []sentText) {
	for i := range s.blocks {
		b := &s.blocks[i]
		if !substantive(b) || isNone(b.text.Value) {
			continue
		}
		t, ok := readSent(b)
		if ok {
			said = append(said, t)
		}
		if !ok || t.mail {
			text = append(text, b)
		}
	}
	return text, said
}

// mostSentWords is how many words say no more than that a note was sent.
const mostSentWords = 8

// readSent reads a block that is no part of a letter; false for most, which are.
func readSent(b *block) (sentText, bool) {
	if b.kind != item && b.kind != paragraph && b.kind != quote {
		return sentText{}, false
	}
	if at := indexFold(b.text.Value, "sent: "); at >= 0 && mailHead(b.text.Value) {
		m, _, fault, ok := leadingMoment(strings.TrimLeft(b.text.Value[at+len("sent: "):], " "))
		return sentText{span: b.text.Span, mail: true, sent: done{Span: b.text.Span, Yes: true, Moment: m, Dated: ok && fault == nil}}, ok
	}
	if len(strings.Fields(b.text.Value)) > mostSentWords {
		return sentText{}, false
	}
	t := sentText{span: b.text.Span, sent: done{Span: b.text.Span, Yes: true, No: b.box == openBox}}
	text := t.cutDate(trimmedPart(b.text, 0, len(strings.TrimRight(b.text.Value, " .!"))))
	boxed := b.kind == item && b.box != noBox
	if !t.readState(text) && !boxed {
		return sentText{}, false
	}
	t.sent.Yes = !t.sent.No
	return t, true
}

// cutDate cuts the date off at either end of a text.
func (t *sentText) cutDate(text At[string]) At[string] {
	if m, end, fault, ok := leadingMoment(text.Value); ok && fault == nil {
		t.date(m, slicePart(text, 0, end).Span)
		return trimmedPart(text, end+len(text.Value[end:])-len(strings.TrimLeft(text.Value[end:], " :–—-")), len(text.Value))
	}
	if !strings.ContainsAny(text.Value, "0123456789") {
		return text
	}
	for _, at := range lastWords(text.Value) {
		date := slicePart(text, at, len(text.Value))
		date.Value = strings.TrimSuffix(date.Value, ")")
		if m, fault := readMoment(strings.TrimPrefix(date.Value, "(")); fault == nil {
			t.date(m, date.Span)
			return trimmedPart(text, 0, len(strings.TrimRight(withoutJoint(text.Value[:at]), " (✅")))
		}
	}
	return text
}

func (t *sentText) date(m Moment, span Span) {
	m.Span = span
	t.sent.Moment, t.sent.Dated, t.sent.Span = m, true, span
}

// readState reads what is left: NAME, if a box says the rest, `NAME: sent`,
// `NAME: not yet`, `sent to NAME`. False where it is something else.
func (t *sentText) readState(text At[string]) bool {
	if word, rest := firstWord(text.Value); isSent(word) {
		to := trimmedPart(text, len(text.Value)-len(rest), len(text.Value))
		if saysSent(text.Value) {
			_, how := cutWord(to, "to ")
			t.everyone = meansEveryone(how.Value)
			return true
		}
		who, isTo := cutLead(to, "to ")
		t.to = who
		return isTo && capitalised(who.Value)
	}
	for _, mark := range []string{": ", " - ", " – ", " — ", " ", " ("} {
		at := strings.LastIndex(text.Value, mark)
		if at <= 0 {
			continue
		}
		state := strings.Trim(text.Value[at:], " :–—-()")
		no := mark != " " && isUnsent(state)
		if !isSent(state) && !no && (mark == " " || !saysSent(state)) {
			continue
		}
		t.sent.No = t.sent.No || no
		t.to = trimmedPart(text, 0, len(strings.TrimRight(text.Value[:at], " :")))
		t.everyone = meansEveryone(t.to.Value)
		return t.everyone || capitalised(t.to.Value)
	}
	t.to = text
	return false
}

// isSent reports whether a word says that a note went out.
func isSent(word string) bool {
	switch strings.ToLower(word) {
	case "sent", "emailed", "e-mailed", "mailed":
		return true
	}
	return false
}

// isUnsent reports whether what stands behind a name says that no note went out.
func isUnsent(state string) bool {
	switch strings.ToLower(state) {
	case "no", "not yet", "not sent", "to do", "todo", "open", "pending":
		return true
	}
	return false
}

// mailHead reports whether text begins as the head of a mail does.
func mailHead(text string) bool {
	if strings.HasPrefix(text, "-----") || strings.HasPrefix(text, "_____") {
		return true
	}
	key, _, ok := strings.Cut(text, ": ")
	if !ok {
		return false
	}
	switch strings.ToLower(strings.Trim(key, "*_> ")) {
	case "from", "to", "sent", "subject", "where", "when", "cc", "von", "an", "gesendet", "betreff":
		return true
	}
	return false
}

// headingSent reads what a heading says of the note below it: `Thank-you note
// (sent 2026-11-18)`.
func headingSent(title At[string]) (sentText, bool) {
	at := indexFold(title.Value, "sent")
	if at <= 0 || strings.IndexByte(" (", title.Value[at-1]) < 0 || indexFold(title.Value, "not ") >= 0 {
		return sentText{}, false
	}
	rest := trimmedPart(title, at+len("sent"), len(strings.TrimRight(title.Value, " )")))
	rest.Value = strings.TrimPrefix(rest.Value, "on ")
	t := sentText{span: title.Span, sent: done{Span: title.Span, Yes: true}}
	if m, fault := readMoment(rest.Value); fault == nil {
		t.date(m, title.Span)
	}
	return t, t.sent.Dated || rest.Value == ""
}
