package parser

import (
	"fmt"
	"strings"
	"time"

	// The zones travel in the program: Windows, and small containers, have
	// no time-zone database of their own.
	_ "time/tzdata"
)

// readZone reads a text that is a zone and nothing else: an IANA name in any
// case, an offset (then offset is true), or an abbreviation with one meaning.
//
// ET, PT, CET and the like are the clock of that place, summer or winter. EST,
// EDT, CEST are read as the place, too, and hold only while its clocks are so
// set: Moment.in refuses 14:00 EST in July, which may be either of two hours.
func readZone(text string) (loc *time.Location, offset bool, f *fault) {
	trimmed := strings.TrimSpace(text)
	lead := strings.Index(text, trimmed)
	loc, offset, f = lookUpZone(bareZone(trimmed))
	if f != nil {
		f.over(lead, lead+len(trimmed))
	}
	return loc, offset, f
}

// readHomeZone reads the zone that a person lives in, which holds all year:
// no offset, and no abbreviation of one half of the year.
func readHomeZone(text string) (*time.Location, *fault) {
	loc, offset, f := readZone(text)
	if f != nil {
		return nil, f
	}
	trimmed := strings.TrimSpace(text)
	lead := strings.Index(text, trimmed)
	switch {
	case offset:
		f = &fault{
			id:      UnknownZone,
			message: quoted(trimmed) + " is an offset, which summer time would change",
			hint:    "write the place, such as Europe/Berlin",
		}
	case seasonOf(loc) != "":
		f = &fault{
			id:      AmbiguousZone,
			message: fmt.Sprintf("%s holds for a part of the year only", seasonOf(loc)),
			hint:    "write " + loc.String(),
			fix:     loc.String(),
		}
	default:
		return loc, nil
	}
	return nil, f.over(lead, lead+len(trimmed))
}

// bareZone drops the parentheses of (CET).
func bareZone(text string) string {
	if strings.HasPrefix(text, "(") && strings.HasSuffix(text, ")") {
		return strings.TrimSpace(text[1 : len(text)-1])
	}
	return text
}

// lookUpZone tries the readings of a zone from the strictest on. Abbreviations
// come before IANA names, because EST and MST are names, too, of zones without
// summer time that nobody means.
func lookUpZone(name string) (*time.Location, bool, *fault) {
	if seconds, ok := offsetSeconds(name); ok {
		if seconds < minOffset || seconds > maxOffset {
			return nil, false, &fault{
				id:      UnknownZone,
				message: fmt.Sprintf("no zone is at %s", quoted(name)),
				hint:    "write an offset from -12:00 to +14:00, or a name such as Europe/Berlin",
			}
		}
		return fixedZone(seconds), true, nil
	}
	if a, ok := abbreviations()[strings.ToUpper(name)]; ok {
		if len(a.zones) > 1 {
			return nil, false, ambiguousZone(name, a.zones)
		}
		if a.season != "" {
			if loc := seasonalZone(a.season, a.zones[0]); loc != nil {
				return loc, false, nil
			}
		}
		name = a.zones[0]
	}
	if full := zoneName(name); full != "" {
		if loc := loadZone(full); loc != nil {
			return loc, false, nil
		}
	}
	return nil, false, unknownZone(name)
}

// ambiguousZone refuses IST, and names the places it may mean.
func ambiguousZone(name string, zones []string) *fault {
	last := len(zones) - 1
	return &fault{
		id:      AmbiguousZone,
		message: quoted(name) + " is the name of more than one zone",
		hint:    fmt.Sprintf("write %s or %s", strings.Join(zones[:last], ", "), zones[last]),
	}
}

// unknownZone refuses a name, with the likeliest zone as its hint.
func unknownZone(name string) *fault {
	f := &fault{
		id:      UnknownZone,
		message: quoted(name) + " is not a zone",
		hint:    "write a name such as Europe/Berlin, or an offset such as +01:00",
	}
	if likely := likelyZone(name); likely != "" {
		f.hint = "write " + likely
	} else if movedWord(name) {
		f.hint = movedHint
	}
	return f
}

// The offsets there are, in seconds east of UTC.
const (
	minOffset = -12 * 60 * 60
	maxOffset = 14 * 60 * 60
)

// offsetSeconds reads Z, +01:00, -0500, +1, UTC+1, GMT-05:30.
func offsetSeconds(text string) (seconds int, ok bool) {
	if strings.EqualFold(text, "z") {
		return 0, true
	}
	r := dateReader{text: text}
	if r.takeWord("utc") || r.takeWord("gmt") {
		r.spaces()
	}
	named := r.pos > 0
	negative := r.peekByte(0) != '+'
	if !r.take("+") && !r.takeAny(dashChars) {
		return 0, false
	}
	if named { // UTC + 1
		r.spaces()
	}
	hours, width := r.digits()
	minutes := 0
	switch {
	case width == 4:
		hours, minutes = hours/100, hours%100
	case width == 0 || width > 2:
		return 0, false
	case r.take(":"):
		if minutes, width = r.digits(); width != 2 {
			return 0, false
		}
	}
	seconds = (hours*60 + minutes) * 60
	if negative {
		seconds = -seconds
	}
	return seconds, r.atEnd() && minutes < 60
}
