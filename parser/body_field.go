package parser

import (
	"slices"
	"strings"
	"unicode"
)

// Fields count at the top of a note and nowhere else. Some write them into its
// text all the same, as plugins have them, `thanked:: Ines`, or in bold,
// `**Thanked:** Ines`, and would be asked again for what is written there.

// tellBodyFields warns of fields in the text of an entry that its own fields lack.
// The text of a damaged note may be what is left of them.
func (f *File) tellBodyFields(root *node) {
	names, marks := marksOfEntry(f.Kind)
	if marks == nil || f.Partial || templateMarks(f.Source.Text[:f.body]) {
		return
	}
	r := &fields{file: f, root: root, names: names}
	for i := range f.sections {
		s := &f.sections[i]
		switch s.kind {
		case researchSection, thankYouSection, questionsSection, nextSection, pastedSection:
			continue // what stands there is about something else, or a letter
		}
		for j := range s.blocks {
			b := &s.blocks[j]
			if b.kind != paragraph && b.kind != item || b.quoted || b.box == openBox || !mayHoldField(b.text.Value) {
				continue
			}
			for at, to := b.text.Span.Start, b.text.Span.End; at < to; {
				end := min(lineEnd(f.Source.Text, at), to)
				written := At[string]{f.Source.Text[at:end], Span{at, end}}
				r.tellBodyField(trimmedPart(written, 0, len(written.Value)), i)
				at = end
			}
		}
	}
}

// mayHoldField rules out nearly every block.
func mayHoldField(text string) bool {
	return strings.IndexByte(text, ':') >= 0 && (strings.Contains(text, "::") || strings.Contains(text, ":**") || strings.Contains(text, "**:") ||
		strings.Contains(text, ":__") || strings.Contains(text, "__:"))
}

// tellBodyField warns of one line, if it is such a field. A field in bold may be a
// caption of what follows, so what it says has to look like what the field holds.
func (f *fields) tellBodyField(text At[string], section int) {
	key, value, marked := bodyField(text.Value)
	name := f.names.field[foldKey(key)]
	holds, heeded := heededFields[name]
	switch {
	case !heeded || value == "" || isPlaceholder(value) || f.find(name) != nil || templateMarks(value):
		return
	case !marked && (holds == nil || !holds(value)), name == "thanked" && f.file.logsThanks():
		return
	}
	field := f.names.spelt[foldKey(key)]
	hint := "write it among the fields at the top: " + field + ": " + fieldValue(value)
	if name == "offer" {
		hint = "write it among the fields at the top: offer: {on: " + value + "}"
	}
	if f.file.Kind == KindInterview || name == "interviewers" || name == "thanked" {
		for _, e := range f.file.interviews {
			if e.says(name) {
				return
			}
			if e.to > 0 && e.from <= section && section < e.to {
				hint = hintForRound(name)
			}
		}
	}
	f.file.problem(DidYouMean, text.Span, hint, "%s stands in the text of the note as a field, where it counts for nothing", field)
}

// hintForRound says where a field of a round belongs that a heading declares.
func hintForRound(name string) string {
	switch name {
	case "thanked":
		return "write it as a log line below the round: - 2026-11-18 thanked everyone"
	case "interviewers":
		return "write the names behind the date in the round's heading: with Dana Reyes"
	}
	return "give the round " + name + " in a list interviews among the fields"
}

// says reports whether a round has a field.
func (e *interviewEntry) says(name string) bool {
	switch name {
	case "interviewers":
		return len(e.interviewers) > 0
	case "thanked":
		return len(e.thanked) > 0
	case "status":
		return e.status != ""
	case "date":
		return e.date.Given()
	case "time":
		return e.clock.Given() || e.date.Value.HasClock
	case "confidence":
		return e.confidence > 0
	}
	return false
}

// logsThanks reports whether a line of the note says that somebody was thanked.
func (f *File) logsThanks() bool {
	return slices.ContainsFunc(f.lines, func(l logLine) bool { return l.what == Thanked && l.box != openBox })
}

// bodyField cuts a line that is written as a field; marked are those with two
// colons, which nobody writes for anything else.
func bodyField(text string) (key, value string, marked bool) {
	bare := strings.TrimLeft(text, "-*+>[( \t")
	if key, value, marked = strings.Cut(bare, "::"); marked && isKey(undecorated(key)) {
		value = strings.Trim(value, "*_ \t\r\n")
		if strings.HasPrefix(text, "[") || strings.HasPrefix(text, "(") { // [key:: value]
			value = strings.TrimRight(value, "])")
		}
		return undecorated(key), value, true
	}
	mark := "**"
	bare = strings.TrimLeft(text, "-+> \t")
	if rest, ok := strings.CutPrefix(bare, "* "); ok {
		bare = strings.TrimLeft(rest, " \t")
	}
	if strings.HasPrefix(bare, "__") {
		mark = "__"
	}
	bold, isBold := strings.CutPrefix(bare, mark)
	key, value, shut := strings.Cut(bold, mark)
	inner, colon := strings.CutSuffix(strings.TrimSpace(key), ":")
	if !colon {
		value, colon = strings.CutPrefix(value, ":")
	}
	if !isBold || !shut || !colon || !isKey(inner) {
		return "", "", false
	}
	return inner, strings.Trim(value, "*_ \t\r\n"), false
}

// isKey reports whether text may be the name of a field.
func isKey(text string) bool {
	return text != "" && len(text) <= len("references_requested") && strings.IndexFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !strings.ContainsRune(" -_", r)
	}) < 0
}

// fieldValue is a value as the frontmatter takes it.
func fieldValue(value string) string {
	if strings.Contains(value, ": ") || strings.Contains(value, " #") || strings.IndexByte("[{\"'`*&!|>%@", value[0]) >= 0 {
		return quoteYAML(value)
	}
	return value
}

// heededFields are the fields that a duty hangs on, and how to tell that text is
// what they hold. The others may stand anywhere.
var heededFields = map[string]func(string) bool{
	"company": nil, "role": nil, "person": nil, "via": nil, // in bold these are captions
	"interviewers": namesPeople, "references": namesPeople, "contacts": namesPeople, "hiring_manager": namesPeople,
	"date": holdsDate, "applied": holdsDate, "decision_by": holdsDate, "due": holdsDate, "first_day": holdsDate,
	"references_requested": holdsDate, "started": holdsDate, "next": holdsDate, "reply": holdsDate,
	"permission": saysWhen, "active": saysWhen, "offer": holdsDate,
	"thanked":    func(text string) bool { return saysWhen(text) || namesPeople(text) },
	"told":       func(text string) bool { return saysWhen(text) || namesPeople(text) },
	"status":     changesDuties,
	"confidence": isRating, "research": isRating,
	"time":     func(text string) bool { _, _, ok := leadingClock(text); return ok },
	"ends":     func(text string) bool { _, _, ok := leadingClock(text); return ok || holdsDate(text) },
	"duration": func(text string) bool { _, fault := readDuration(text); return fault == nil },
	"timezone": func(text string) bool { return oneWord(text) && strings.Contains(text, "/") },
	"resume":   isFileName, "cover_letter": isFileName,
}

// changesDuties reports whether a status says more than the dates do by
// themselves: that one applied, or that a round is planned or was held.
func changesDuties(text string) bool {
	if status, ok := ReadStatus(text); ok {
		return Status(status) != Applied && Status(status) != Lead
	}
	status := interviewStatusWords[foldKey(plainText(text))]
	return status != "" && status != Scheduled && status != Done
}

func holdsDate(text string) bool {
	_, _, _, ok := leadingMoment(unlink(text))
	return ok
}

// saysWhen reports whether text is a date, or answers yes or no.
func saysWhen(text string) bool {
	_, answers := boolean(text)
	return answers || holdsDate(text)
}

// namesPeople reports whether text is one name or several, perhaps with a date
// behind the last.
func namesPeople(text string) bool {
	text = unlink(text)
	if at := strings.IndexAny(text, "(0123456789"); at > 0 {
		text = strings.TrimSuffix(strings.TrimRight(text[:at], " "), " on")
	}
	parts := splitList(At[string]{text, Span{0, len(text)}}, anySeparator, nil)
	return len(parts) > 0 && !slices.ContainsFunc(parts, func(p At[string]) bool { return !capitalised(plainText(p.Value)) })
}

// isRating reports whether text is a number from 1 to 5, perhaps `4/5`.
func isRating(text string) bool {
	return text[0] >= '1' && text[0] <= '5' && (len(text) == 1 || text[1:] == "/5")
}

func isFileName(text string) bool { return allFiles([]At[string]{{Value: plainText(text)}}) }
