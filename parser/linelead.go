package parser

import (
	"strings"
	"time"
)

// Lead words may stand before the verb of a line and change nothing about what
// it says: `also thanked Dana`, `I've applied to Acme`.

// maxLeadWords is how many of them are cut: I have also just.
const maxLeadWords = 4

// isLeadWord reports whether a word is one of them. `never` and `not` are none,
// and neither is one that tells of a plan.
func isLeadWord(word string) bool {
	switch word {
	case "I", "I've", "I’ve":
		return true
	}
	switch lowerASCII(word) {
	case "also", "finally", "just", "have":
		return true
	}
	return false
}

// cutLeadWords cuts the lead words off a text. Most texts begin with none, and
// are not looked at further. What somebody has is no deed: `I have thank-you
// notes to write`.
func cutLeadWords(text string) string {
	rest, has := text, false
	for range maxLeadWords {
		word, after := firstWord(rest)
		if !isLeadWord(strings.TrimSuffix(word, ",")) || after == "" {
			break
		}
		has = has || strings.HasSuffix(lowerASCII(word), "ve")
		rest = strings.TrimLeft(after, " ,")
	}
	if has && !isDeed(rest) {
		return strings.TrimPrefix(text, "I ")
	}
	return rest
}

// isDeed reports whether a text begins with a verb of what is done.
func isDeed(text string) bool {
	word, _ := firstWord(text)
	v, does := verbs[lowerASCII(word)]
	return does && !v.imperative && word != "offer" && word != "rejection"
}

// doneMarks are put in front of what is done, as a check box with a cross is.
var doneMarks = []string{"✅", "DONE ", "DONE: "}

// cutDoneMark cuts a mark in front of a line that says it is done. A line that
// has a check box is left to that.
func (line *logLine) cutDoneMark(text At[string]) At[string] {
	if text.Value[0] != 'D' && text.Value[0] != "✅"[0] {
		return text
	}
	for _, mark := range doneMarks {
		rest, marked := strings.CutPrefix(text.Value, mark)
		if !marked || strings.TrimLeft(rest, " \ufe0f") == "" {
			continue
		}
		if line.box == noBox {
			line.box = tickedBox
		}
		return slicePart(text, len(text.Value)-len(strings.TrimLeft(rest, " \ufe0f")), len(text.Value))
	}
	return text
}

// germanWeekdays are what a German calendar puts in front of a date, from Sunday on.
var germanWeekdays = [7][2]string{
	{"So", "Sonntag"},
	{"Mo", "Montag"},
	{"Di", "Dienstag"},
	{"Mi", "Mittwoch"},
	{"Do", "Donnerstag"},
	{"Fr", "Freitag"},
	{"Sa", "Samstag"},
}

// germanWeekday returns such a weekday and how wide it is, with what follows it; 0
// where no digit does: `So what`. Whether a date does is for the caller to
// see.
func germanWeekday(text string) (day time.Weekday, width int) {
	if text == "" || strings.IndexByte("MDFS", text[0]) < 0 {
		return 0, 0
	}
	word, rest, _ := strings.Cut(text, " ")
	if rest == "" || !isDigit(rest[0]) {
		return 0, 0
	}
	name := strings.TrimRight(word, ".,")
	for day, names := range germanWeekdays {
		if name == names[0] || name == names[1] {
			return time.Weekday(day), len(word) + 1
		}
	}
	return 0, 0
}

// dayInBullet gives an item the day back that Markdown took for its number: `18.
// November 2026 thanked Dana`. Only a month with a year behind it lacks one; for
// all others it returns nil.
func dayInBullet(source string, b *block) *block {
	month, rest, _ := strings.Cut(b.text.Value, " ")
	if len(rest) < len("2026 ") || rest[4] != ' ' || strings.Trim(rest[:4], "0123456789") != "" || b.box != noBox {
		return nil
	}
	start := b.text.Span.Start
	line := strings.LastIndexByte(source[:start], '\n') + 1
	bullet := strings.TrimRight(source[line:start], " ")
	number := strings.TrimSuffix(bullet, ".")
	at := len(strings.TrimRight(number, "0123456789"))
	if number == bullet || at == len(number) || len(number)-at > 2 || !namesMonth(strings.TrimSuffix(month, ".")) {
		return nil
	}
	whole := *b
	from := line + at
	whole.text = At[string]{source[from:start] + b.text.Value, Span{from, b.text.Span.End}}
	return &whole
}

// namesMonth reports whether a word is the name of a month, or probably one of
// another language.
func namesMonth(word string) bool {
	r := dateReader{text: word}
	_, ok := r.month()
	return ok || likelyMonth(word) != 0
}

// clockBehind reads a time that a hyphen or dash sets off from the date:
// `2026-11-18 - 20:30`. It returns how wide the two are, 0 where there is none. A
// number alone may count something else.
func clockBehind(text string) (Clock, int) {
	rest := strings.TrimLeft(text, " ")
	_, after, dashed := cutFirst(rest, "-", "–", "—")
	if !dashed || rest == text {
		return Clock{}, 0
	}
	after = strings.TrimLeft(after, " ")
	c, width, ok := leadingClock(after)
	if !ok || !strings.ContainsAny(after[:width], ":mM") {
		return Clock{}, 0
	}
	return c, len(text) - len(after) + width
}

// cutFirst cuts the first of the prefixes that a text begins with.
func cutFirst(text string, prefixes ...string) (prefix, rest string, ok bool) {
	for _, prefix := range prefixes {
		if rest, ok := strings.CutPrefix(text, prefix); ok {
			return prefix, rest, true
		}
	}
	return "", text, false
}
