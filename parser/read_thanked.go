package parser

import "strings"

// saysSent reports whether text says that the thank-you notes went out, and no
// more than perhaps how: sent, emailed, yes, by mail.
func saysSent(text string) bool {
	word, how := firstWord(FoldName(text))
	switch word {
	case "yes", "sent", "done", "emailed", "e-mailed", "mailed":
	default:
		return false
	}
	how = strings.Trim(how, " ()-")
	for _, lead := range []string{"by ", "via ", "on ", "to ", "an ", "a "} {
		how = strings.TrimPrefix(how, lead)
	}
	switch how {
	case "", "email", "e-mail", "mail", "card", "message", "linkedin":
		return true
	}
	return meansEveryone(how)
}

// thankDone reads what stands behind a name: yes, no, a date, or sent.
func (f *fields) thankDone(n *node) done {
	if saysSent(n.text) {
		return done{Span: n.span, Yes: true}
	}
	return f.doneOf(n)
}

// datedThanks reads names with dates behind them: `Ana Lima on 2026-11-18`,
// `Ana Lima (2026-11-18), Bo Li`. It is false where text is anything else.
func (f *fields) datedThanks(n *node) ([]thanksText, bool) {
	text := n.plain()
	if _, fault := readMoment(text.Value); fault == nil {
		return nil, false
	}
	parts := []At[string]{text}
	_, date, _ := nameAndDate(text)
	if _, fault := readMoment(date.Value); fault != nil {
		parts = splitList(text, anySeparator, nil)
	}
	var thanks []thanksText
	dates := false
	for _, part := range parts {
		name, date, dated := nameAndDate(part)
		sent := done{Span: part.Span, Yes: true}
		switch {
		case dated:
			dates = true
			sent = f.doneOf(&node{kind: nodeScalar, text: date.Value, span: date.Span, raw: n.raw})
		case dateLike(part.Value):
			return nil, false
		}
		to := peopleInText(name, innerSeparator)
		if dated && (saysSent(name.Value) || meansEveryone(name.Value)) {
			to = nil
		} else if len(to) == 0 {
			continue
		}
		if sent.Yes {
			thanks = append(thanks, thanksText{span: part.Span, to: to, sent: sent})
		}
	}
	return thanks, dates
}

// nameAndDate takes `NAME on DATE`, `NAME (DATE)` and `NAME DATE` apart.
func nameAndDate(text At[string]) (name, date At[string], ok bool) {
	name, date = cutWord(text, " on ")
	if open := strings.LastIndex(text.Value, " ("); date.Value == "" && open > 0 && strings.HasSuffix(text.Value, ")") {
		name, date = trimmedPart(text, 0, open), trimmedPart(text, open+len(" ("), len(text.Value)-1)
	}
	if date.Value == "" {
		name, date = dateBehindName(text)
	}
	if date.Value == "" || !dateLike(date.Value) || dateLike(name.Value) {
		return text, At[string]{}, false
	}
	return name, date, true
}

// dateBehindName takes `NAME DATE` and `NAME - DATE` apart, where the date can be
// read.
func dateBehindName(text At[string]) (name, date At[string]) {
	at := strings.IndexAny(text.Value, "0123456789")
	if at <= 0 || strings.IndexByte(spaceChars, text.Value[at-1]) < 0 {
		return text, At[string]{}
	}
	if _, fault := readMoment(text.Value[at:]); fault != nil {
		return text, At[string]{}
	}
	before := strings.TrimRight(text.Value[:at], spaceChars+"-–—")
	return trimmedPart(text, 0, len(before)), trimmedPart(text, at, len(text.Value))
}
