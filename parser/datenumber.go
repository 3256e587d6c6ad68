package parser

import (
	"fmt"
	"strings"
	"time"
)

// yearFirst reads 2026-11-18, 2026/11/18, 2026.11.18 or 2026 Nov 18, its first
// number already read.
func (r *dateReader) yearFirst(year, width int) (writtenDate, bool) {
	// Five digits are a slip that deserves a word: 20226-11-18.
	if width < 4 || width > 5 || !r.whole && !meantAsYear(year) {
		return writtenDate{}, false
	}
	sep := r.separator()
	if sep == 0 && !r.spaces() {
		return writtenDate{}, false
	}
	month, monthWidth := r.digits()
	if monthWidth == 0 {
		named, ok := r.month() // 2026 Nov 18
		if !ok {
			return writtenDate{}, false
		}
		month = int(named)
		if r.separator() != sep || sep == 0 && !r.spaces() {
			return writtenDate{}, false
		}
	} else if sep == 0 || monthWidth > 2 || r.separator() != sep {
		return r.monthAlone(year, month, monthWidth, sep)
	}
	day, dayWidth := r.digits()
	if dayWidth == 0 || dayWidth > 2 {
		return writtenDate{}, false
	}
	return calendarDate(year, month, day), true
}

// monthAlone refuses 2026-11, a month without its day. In prose it is nothing.
func (r *dateReader) monthAlone(year, month, width int, sep byte) (writtenDate, bool) {
	if !r.whole || sep == 0 || width > 2 || month < 1 || month > 12 || !r.atEnd() {
		return writtenDate{}, false
	}
	return missingDay(year, time.Month(month)), true
}

// missingDay refuses Nov 2026.
func missingDay(year int, month time.Month) writtenDate {
	return writtenDate{fault: &fault{
		id:      BadDate,
		message: fmt.Sprintf("%s %d lacks the day", month, year),
		hint:    fmt.Sprintf("write the day too, as in %04d-%02d-DD", year, int(month)),
	}}
}

// meantAsYear reports whether a number at the start of prose is a year, or
// one with a digit too many, rather than a telephone number.
func meantAsYear(n int) bool { return 1900 <= n && n <= 2199 || 19000 <= n && n <= 21999 }

// dayFirst reads what begins with one or two digits: 18.11.2026, 11/18/2026,
// 18 Nov 2026.
func (r *dateReader) dayFirst(first, width int) (writtenDate, bool) {
	start := r.pos
	sep := r.separator()
	if sep == '.' {
		r.spaces() // 18. 11. 2026
	}
	if second, secondWidth := r.digits(); sep != 0 && 0 < secondWidth && secondWidth <= 2 {
		end := r.pos
		if next := r.separator(); next == sep {
			if sep == '.' {
				r.spaces()
			}
			third, thirdWidth := r.digits()
			isTime := sep == '.' && r.peekByte(0) == ':' // 18.11. 14:00
			if thirdWidth > 0 && !isTime {
				return r.numbers(first, second, third, thirdWidth, sep)
			}
			if r.pos = end; sep == '.' { // 18.11. applied
				r.take(".")
				return r.yearlessNumbers(first, second, sep)
			}
		}
		// In prose, 2.5 is a number, and 3-4 people are some.
		if r.pos = end; sep == '/' || r.whole || sep == '.' && width == 2 && secondWidth == 2 {
			return r.yearlessNumbers(first, second, sep)
		}
		return writtenDate{}, false
	}
	r.pos = start
	return r.dayThenMonth(first)
}

// numbers decides what three numbers mean whose year is the last.
func (r *dateReader) numbers(first, second, year, width int, sep byte) (writtenDate, bool) {
	if width == 1 || width > 5 { // 1.2.3 is a version
		return writtenDate{}, false
	}
	if width == 2 {
		if sep == '-' {
			return r.threePairs(first, second, year)
		}
		year += 2000
	}
	dayMonth, monthDay := calendarDate(year, second, first), calendarDate(year, first, second)
	if sep == '.' { // dots are written day.month only
		if dayMonth.fault != nil && monthDay.fault == nil {
			dayMonth.fault.hint = fmt.Sprintf("dots read day.month.year: write %s if you mean %s", monthDay.day, longDate(monthDay.day))
		}
		// In prose, 1.22.33 is a version, too.
		return dayMonth, dayMonth.fault == nil || r.whole || width > 2
	}
	switch {
	case dayMonth.fault != nil && monthDay.fault != nil:
		if inRange(year) && first > 12 && second > 12 && first != second {
			dayMonth.fault.message = fmt.Sprintf("neither %d nor %d is a month", first, second)
		}
		return dayMonth, r.whole || width > 2
	case dayMonth.fault != nil:
		return monthDay, true
	case monthDay.fault == nil && monthDay.day != dayMonth.day:
		dayMonth.swapped = monthDay.day
	}
	return dayMonth, true
}

// threePairs reads 26-11-18 and its like: nothing says which pair is the year.
func (r *dateReader) threePairs(a, b, c int) (writtenDate, bool) {
	var readings []Civil
	for _, d := range []Civil{
		{2000 + a, time.Month(b), c}, {2000 + c, time.Month(b), a}, {2000 + c, time.Month(a), b},
	} {
		if d.Valid() && (len(readings) == 0 || !containsCivil(readings, d)) {
			readings = append(readings, d)
		}
	}
	switch len(readings) {
	case 0:
		return writtenDate{fault: unreadableDate(fmt.Sprintf("%02d-%02d-%02d", a, b, c))}, r.whole
	case 1:
		return writtenDate{day: readings[0]}, true
	}
	return writtenDate{fault: &fault{
		id:      AmbiguousDate,
		message: "a year of two digits leaves more than one reading: " + orDates(readings),
		hint:    "write the year with four digits: " + orDates(readings),
	}}, true
}

// containsCivil reports whether d is one of the dates.
func containsCivil(dates []Civil, d Civil) bool {
	for _, c := range dates {
		if c == d {
			return true
		}
	}
	return false
}

// orDates lists dates as "2026-11-18 or 2018-11-26".
func orDates(dates []Civil) string {
	var b strings.Builder
	for i, d := range dates {
		if i > 0 {
			b.WriteString(" or ")
		}
		b.WriteString(d.String())
	}
	return b.String()
}

// yearlessNumbers refuses 18.11. and 18/11, whose year only the person knows.
func (r *dateReader) yearlessNumbers(first, second int, sep byte) (writtenDate, bool) {
	if !r.dateEnds() {
		return writtenDate{}, false
	}
	const leapYear = 2024 // without its year, 29 February may be right
	var forms []string
	for _, d := range [...]Civil{{leapYear, time.Month(second), first}, {leapYear, time.Month(first), second}} {
		form := "YYYY" + d.String()[len("2024"):]
		if d.Valid() && (len(forms) == 0 || sep != '.' && forms[0] != form) {
			forms = append(forms, form)
		}
		if sep == '.' {
			break
		}
	}
	if len(forms) == 0 {
		return writtenDate{}, false
	}
	return missingYear(strings.Join(forms, " or ")), true
}

// missingYear refuses a date whose year is not written. Which year it was is
// not guessed from today's: a diary is read again years later.
func missingYear(form string) writtenDate {
	return writtenDate{fault: &fault{
		id:      MissingYear,
		message: "the date lacks its year",
		hint:    "write the year too, as in " + form,
	}}
}
