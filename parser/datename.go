package parser

import (
	"fmt"
	"strings"
	"time"
)

// month reads the name of a month, in full or short, with its full stop.
func (r *dateReader) month() (time.Month, bool) {
	start := r.pos
	word := r.word()
	for m := time.January; m <= time.December; m++ {
		if isShortFor(word, m.String()) || m == time.September && strings.EqualFold(word, "sept") {
			if !strings.EqualFold(word, m.String()) {
				r.take(".")
			}
			return m, true
		}
	}
	r.pos = start
	return 0, false
}

// isShortFor reports whether word is name or its first three letters, in any
// case.
func isShortFor(word, name string) bool {
	return strings.EqualFold(word, name) || len(word) == 3 && strings.EqualFold(word, name[:3])
}

// dayThenMonth reads 18 Nov 2026, 18. November 2026, 18-Nov-26 or 1st of
// December 2026, its day already read.
func (r *dateReader) dayThenMonth(day int) (writtenDate, bool) {
	if !r.ordinal() {
		r.take(".")
	}
	if !r.spaces() {
		r.separator()
	}
	if r.takeWord("of") { // the 18th of November
		r.spaces()
	}
	start := r.pos
	month, ok := r.month()
	if !ok {
		return r.unknownMonth(day)
	}
	prose := r.isProse(start, month)
	if year, ok := r.year(true); ok {
		return calendarDate(year, int(month), day), true
	}
	return yearless(month, day, prose)
}

// monthFirst reads Nov 18, 2026 and November 18th 2026.
func (r *dateReader) monthFirst() (writtenDate, bool) {
	start := r.pos
	month, ok := r.month()
	if !ok {
		return writtenDate{}, false
	}
	prose := r.isProse(start, month)
	if !r.spaces() {
		r.separator()
	}
	day, width := r.digits()
	if width == 4 && inRange(day) && r.dateEnds() && !prose {
		return missingDay(day, month), true
	}
	if width == 0 || width > 2 || r.peek() == ':' && isDigit(r.peekByte(1)) {
		return writtenDate{}, false
	}
	r.ordinal()
	if year, ok := r.year(false); ok {
		return calendarDate(year, int(month), day), true
	}
	if !r.wordEnds() { // March 2pm
		return writtenDate{}, false
	}
	return yearless(month, day, prose)
}

// isProse reports whether the month's name at start may be a plain word: "may
// need two", "march 20 miles".
func (r *dateReader) isProse(start int, month time.Month) bool {
	return !r.whole && r.text[start] == 'm' && (month == time.May || month == time.March)
}

// ordinal consumes the ending of 1st, 2nd, 3rd, 4th.
func (r *dateReader) ordinal() bool {
	start := r.pos
	switch strings.ToLower(r.word()) {
	case "st", "nd", "rd", "th": // which one, nobody checks at 11 pm
		return true
	}
	r.pos = start
	return false
}

// year reads the year after a month or a day. Two digits are enough after an
// apostrophe, or (short) after a month's name.
func (r *dateReader) year(short bool) (int, bool) {
	start := r.pos
	if !r.take(",") {
		r.separator()
	}
	r.spaces()
	apostrophe := r.takeAny("'’")
	at := r.pos
	year, width := r.digits()
	ok := width == 4 || width == 5 && meantAsYear(year) || width == 2 && (apostrophe || short)
	if ok && width == 2 {
		year += 2000
		after := r.pos
		r.pos = at
		if _, isClock, _ := r.clock(); isClock { // 18 Nov 14:00
			ok = false
		}
		r.pos = after
	}
	if !ok || r.peek() == ':' && isDigit(r.peekByte(1)) || !r.dateEnds() {
		r.pos = start
		return 0, false
	}
	return year, true
}

// yearless refuses 18 Nov, unless no month has that day, or prose may mean
// something else.
func yearless(month time.Month, day int, prose bool) (writtenDate, bool) {
	const leapYear = 2024 // without its year, 29 February may be right
	if prose || day < 1 || day > daysIn(leapYear, month) {
		return writtenDate{}, false
	}
	return missingYear(fmt.Sprintf("YYYY-%02d-%02d", int(month), day)), true
}

// unknownMonth refuses 18 März 2026 and 18 Novmber 2026, and says which date
// was probably meant.
func (r *dateReader) unknownMonth(day int) (writtenDate, bool) {
	word := r.word()
	if len(word) < 3 {
		return writtenDate{}, false
	}
	r.take(".")
	year, ok := r.year(false)
	if !ok || day < 1 || day > 31 {
		return writtenDate{}, false
	}
	f := &fault{
		id:      BadDate,
		message: fmt.Sprintf("%s is not the English name of a month", quoted(word)),
		hint:    fmt.Sprintf("write the date as YYYY-MM-DD: %04d-MM-%02d", year, day),
	}
	if month := likelyMonth(word); month != 0 {
		if c := (Civil{year, month, day}); c.Valid() && inRange(year) {
			f.hint = fmt.Sprintf("write %s if you mean %s", c, longDate(c))
			f.fix = c.String()
		}
	}
	return writtenDate{fault: f}, true
}

// likelyMonth returns the month that a word of German, French or Spanish, or a
// misspelt English one, stands for; 0 when there is none.
func likelyMonth(word string) time.Month {
	folded := strings.ToLower(word)
	for i, names := range [...]string{
		"januar jänner janvier enero", "februar février fevrier febrero", "märz maerz mars marzo", "avril abril",
		"mai mayo", "juni juin junio", "juli juillet julio", "août aout agosto", "septembre septiembre",
		"oktober octobre octubre", "novembre noviembre", "dezember décembre decembre diciembre",
	} {
		for name := range strings.FieldsSeq(names) {
			if name == folded {
				return time.Month(i + 1)
			}
		}
	}
	// A slip in the English name is as good as the name, for a hint.
	var names []string
	for m := time.January; m <= time.December; m++ {
		names = append(names, strings.ToLower(m.String()))
	}
	if name := nearest(folded, names, 1); name != "" {
		for i := range names {
			if names[i] == name {
				return time.Month(i + 1)
			}
		}
	}
	return 0
}
