package parser

import (
	"slices"
	"strings"
)

// mostDateWords is how many words a date with a time is written in: Thu, 19 Nov
// 2026 19:30.
const mostDateWords = 5

// readBehind reads the date or time of a line that has none in front and ends in
// one: `thanked Dana Reyes 2026-11-18 19:30`. What stands behind a colon has
// dates of its own.
func (line *logLine) readBehind(b *block) {
	if line.dated() || line.detail != "" {
		return
	}
	text := trimmedPart(b.text, 0, len(strings.TrimRight(b.text.Value, "!")))
	if !strings.ContainsAny(text.Value, "0123456789") {
		return // there is neither a date nor a time without
	}
	for _, at := range lastWords(text.Value) {
		var date logLine
		if !date.takeDate(slicePart(text, at, len(text.Value)), line.nameless()) {
			continue
		}
		shorter, again := *b, logLine{section: line.section, day: line.day, inLog: line.inLog, bare: line.bare, slip: line.slip}
		shorter.text = trimmedPart(text, 0, len(withoutJoint(text.Value[:at])))
		if leadsOn(shorter.text.Value) || !again.readText(&shorter) || again.dated() {
			return
		}
		again.moment, again.fault, again.faultAt, again.clock = date.moment, date.fault, date.faultAt, date.clock
		again.span = line.span
		*line = again
		return
	}
}

// lastWords returns where the last words of a text begin that may be a date,
// the longest of what they begin first.
func lastWords(text string) []int {
	var starts []int
	for at := len(text); len(starts) < mostDateWords; {
		if at = strings.LastIndexByte(text[:at], ' '); at <= 0 {
			break
		}
		starts = append(starts, at+1)
	}
	slices.Reverse(starts)
	return starts
}

// takeDate reads a text as a date, a date that lacks its year, or a time, and
// nothing else. A company may end in 24/7.
func (line *logLine) takeDate(text At[string], company bool) bool {
	switch m, fault := readMoment(text.Value); {
	case company && text.Value == "24/7":
		return false
	case fault == nil:
		m.Span = text.Span
		line.moment = At[Moment]{m, text.Span}
		return true
	case fault.id == MissingYear:
		line.fault, line.faultAt = fault, text.Span.Start
		return true
	}
	clock, end, ok := leadingClock(text.Value)
	line.clock = At[Clock]{clock, text.Span}
	return ok && end == len(text.Value) && strings.IndexByte(text.Value, ':') > 0
}

// nameless reports whether a line is about a company: that is what people apply
// to, and what an offer comes from.
func (line *logLine) nameless() bool {
	return line.outcome() || line.what == AppliedTo || line.what == InterviewedAt
}

// withoutJoint drops what joins a statement and the date behind it.
func withoutJoint(text string) string {
	text = strings.TrimRight(text, " ,;-–—")
	for _, word := range []string{" on", " at"} {
		text = strings.TrimSuffix(text, word)
	}
	return text
}

// leadsOn reports whether the last word of a text says that the date behind it is
// another than that of the deed.
func leadsOn(text string) bool {
	switch strings.ToLower(text[strings.LastIndexByte(text, ' ')+1:]) {
	case "for", "until", "till", "by", "before", "after", "of", "from", "about", "since", "due", "to", "with", "and",
		"deadline", "start", "starts", "starting", "between", "in", "the", "week", "next", "last":
		return true
	}
	return false
}
