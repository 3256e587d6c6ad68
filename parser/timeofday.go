package parser

import (
	"fmt"
	"strings"
)

// timeOfDay reads the time and zone after a date into m. Without a time it
// consumes nothing.
func (r *dateReader) timeOfDay(m *Moment) *fault {
	start := r.pos
	exact := r.beforeTime() // 2026-11-18T14:00
	if r.pos == start {
		return nil
	}
	clockStart := r.pos
	clock, ok, f := r.clock()
	if !ok {
		r.pos = start
		return nil
	}
	m.Clock, m.HasClock = clock, true
	if f != nil {
		f.id = BadDate
		r.zoneAfter(m, true) // it is part of what is wrong
		return f
	}
	exact = exact || strings.Count(r.text[clockStart:r.pos], ":") == 2
	if f := r.timeRange(*m, exact); f != nil {
		return f
	}
	return r.zoneAfter(m, exact)
}

// beforeTime consumes what leads from a date to its time: a T (then iso), or
// blanks, a comma or a colon, with `at` or `@`.
func (r *dateReader) beforeTime() (iso bool) {
	if c := r.peekByte(0); (c == 'T' || c == 't') && isDigit(r.peekByte(1)) {
		r.pos++
		return true
	}
	start := r.pos
	// A comma or colon may also end the date: `2026-11-18: thanked`. Then the
	// caller finds no time, and gives it back.
	r.take(",:")
	if !r.spaces() {
		if !r.whole || r.text[start:r.pos] != "," {
			r.pos = start
		}
		return false
	}
	if r.takeWord("at") || r.take("@") {
		r.spaces()
	}
	return false
}

// timeRange refuses 14:00-15:00 after a date. Its end would be lost, and
// 10:00-11:00 is also ten o'clock eleven hours behind UTC. Only a time with
// seconds or a T (exact) is surely followed by an offset.
func (r *dateReader) timeRange(m Moment, exact bool) *fault {
	start := r.pos
	r.spaces()
	offset := r.peekByte(0) == '-' && isDigit(r.peekByte(1))
	if !r.takeAny(dashChars + "—") {
		r.pos = start
		return nil
	}
	digits := r.pos
	r.spaces()
	end, ok, f := r.clock()
	if !ok || f != nil {
		r.pos = start
		return nil
	}
	// An offset that ends later than the time begins would make a span, too.
	hourAndMinute := r.pos-digits == len("05:00") && r.text[digits+2] == ':'
	offset = offset && hourAndMinute && end.seconds() <= -minOffset
	if offset && (exact || end.seconds() <= m.Clock.seconds()) {
		r.pos = start
		return nil
	}
	from := fmt.Sprintf("%s %s", m.Day, m.Clock)
	if m.Swapped != (Civil{}) {
		from = "the start alone"
	}
	refused := &fault{
		id:      BadDate,
		message: "a date takes the time at which it starts, not a span of time",
		hint:    fmt.Sprintf("write %s; the end of an interview has a field of its own, ends: %s", from, end),
	}
	if offset {
		refused.id = AmbiguousZone
		refused.message = fmt.Sprintf("-%s may be the end or an offset from UTC", end)
		refused.hint += fmt.Sprintf("; or %sT%s:00-%s for the offset", m.Day, m.Clock, end)
	}
	return refused
}

// zoneAfter reads the zone after a time into m.
func (r *dateReader) zoneAfter(m *Moment, exact bool) *fault {
	start := r.pos
	name := r.zoneText(exact)
	if name == "" {
		r.pos = start
		return nil
	}
	zone, offset, f := readZone(name)
	if f != nil {
		return f
	}
	m.Zone, m.Offset = zone, offset
	return nil
}

// zoneText consumes a zone and returns it, "" when what comes next is none.
func (r *dateReader) zoneText(exact bool) string {
	spaced := r.spaces()
	start := r.pos
	if r.takeOffset(exact || r.peekByte(0) == '+' && !spaced) {
		return r.text[start:r.pos]
	}
	if r.whole {
		name := r.rest()
		if !isZoneLike(name) {
			return ""
		}
		r.pos = len(r.text)
		return name
	}
	for c := r.peekByte(0); isZoneByte(c); c = r.peekByte(0) {
		r.pos++
	}
	// In prose a zone must be beyond doubt: capitals, or a path.
	name := strings.TrimRight(r.text[start:r.pos], "-_/+")
	r.pos = start + len(name)
	switch {
	case name == "Z" && !spaced, isAbbreviation(name), isZonePath(name):
		return name
	case name == "UTC" || name == "GMT" || strings.HasPrefix(name, "UTC+") || strings.HasPrefix(name, "UTC-") ||
		strings.HasPrefix(name, "GMT+") || strings.HasPrefix(name, "GMT-"):
		if r.peekByte(0) == ':' && isDigit(r.peekByte(1)) && isDigit(r.peekByte(2)) { // UTC+05:30
			r.pos += len(":30")
		}
		return r.text[start:r.pos]
	}
	return ""
}

// takeOffset consumes +01:00, -0500, or with short also +01.
func (r *dateReader) takeOffset(short bool) bool {
	start := r.pos
	if !r.take("+") && !r.takeAny(dashChars) {
		return false
	}
	// Only the form counts here; lookUpZone refuses +25:00.
	_, hours := r.digits()
	colon := hours == 2 && r.peekByte(0) == ':' && isDigit(r.peekByte(1))
	minutes := 0
	if colon {
		r.pos++
		_, minutes = r.digits()
	}
	ok := hours == 4 || hours == 2 && (minutes == 2 || !colon && short)
	if !ok || !r.wordEnds() {
		r.pos = start
		return false
	}
	return true
}

// isZoneLike reports whether the text after a time is meant as a zone: one
// word, or the name of a city.
func isZoneLike(text string) bool {
	if text == "" || text[0] != '(' && text[0] != '+' && !isLetter(text[0]) {
		return false // 14:00-15 is no offset
	}
	if _, offset := offsetSeconds(text); offset { // UTC + 1
		return true
	}
	if strings.ContainsAny(text, spaceChars) {
		_, city := zoneByCity(text)
		return city || zoneName(text) != ""
	}
	for i := range len(text) {
		if !isZoneByte(text[i]) && strings.IndexByte(":()", text[i]) < 0 {
			return false
		}
	}
	return strings.Trim(text, "():-_+/") != ""
}

// isZoneByte reports whether c may stand in a zone's name.
func isZoneByte(c byte) bool {
	return isLetter(c) || isDigit(c) || strings.IndexByte("/_+-", c) >= 0
}

// isLetter reports whether c is an ASCII letter.
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
