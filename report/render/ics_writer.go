package render

import (
	"bytes"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"debrief/parser"
)

// Why not a library: the one there is, arran4/golang-ical, links net/http into
// a program that promises to connect to nowhere, for two megabytes and a
// millisecond at every start, and lets a bare carriage return through. What we
// need of RFC 5545 are the forty lines below; tests read them with that library
// and with another.

// An event is one entry of the calendar, its texts as the journal has them.
type event struct {
	uid        string
	stamp      time.Time // when it became what it is, zero when nobody knows
	start, end time.Time
	isDay      bool      // start and end are the midnights of days, in UTC
	until      time.Time // when it changes by itself, zero for never
	free       bool      // takes nobody's time
	title      string
	where      string
	details    []string // lines, "" for none
	alarms     []string // durations relative to start
}

// A calendar collects content lines.
type calendar struct{ bytes.Buffer }

// span makes an event of whole days.
func (e *event) span(first parser.Civil, days int) {
	e.isDay = true
	e.start, e.end = first.Start(time.UTC), first.AddDays(days).Start(time.UTC)
}

// event writes one VEVENT with its alarms.
func (c *calendar) event(e event) {
	c.line("BEGIN", "VEVENT")
	c.line("UID", e.uid)
	c.line("DTSTAMP", utc(e.stamp))
	if e.isDay {
		c.line("DTSTART;VALUE=DATE", e.start.Format(dateLayout))
		c.line("DTEND;VALUE=DATE", e.end.Format(dateLayout))
	} else {
		c.line("DTSTART", utc(e.start))
		c.line("DTEND", utc(e.end))
	}
	c.text("SUMMARY", e.title)
	if e.where != "" {
		c.text("LOCATION", e.where)
	}
	blank := func(s string) bool { return strings.TrimSpace(clean(s)) == "" }
	if details := slices.DeleteFunc(e.details, blank); len(details) > 0 {
		c.text("DESCRIPTION", details...)
	}
	if e.free {
		c.line("TRANSP", "TRANSPARENT")
	}
	for _, before := range e.alarms {
		c.line("BEGIN", "VALARM")
		c.line("ACTION", "DISPLAY")
		c.line("TRIGGER", before)
		c.text("DESCRIPTION", e.title)
		c.line("END", "VALARM")
	}
	c.line("END", "VEVENT")
}

// filler writes a component that shows nowhere, since a calendar may not be
// without any.
func (c *calendar) filler() {
	c.line("BEGIN", "VTIMEZONE")
	c.line("TZID", "UTC")
	c.line("BEGIN", "STANDARD")
	c.line("DTSTART", "19700101T000000")
	c.line("TZOFFSETFROM", "+0000")
	c.line("TZOFFSETTO", "+0000")
	c.line("END", "STANDARD")
	c.line("END", "VTIMEZONE")
}

const (
	dateLayout    = "20060102"
	instantLayout = "20060102T150405Z"
)

// utc writes an instant; one that is not known is the first of all.
func utc(t time.Time) string {
	if !inCalendar(t) {
		t = time.Unix(0, 0)
	}
	return t.UTC().Format(instantLayout)
}

// text writes a property whose value is text, in several lines if need be.
// Nothing in it can end the property: clean leaves no line ends, and what has a
// meaning of its own is escaped.
func (c *calendar) text(name string, lines ...string) {
	escape := strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`)
	escaped := make([]string, len(lines))
	for i, s := range lines {
		escaped[i] = escape.Replace(strings.TrimSpace(clean(s)))
	}
	c.line(name, strings.Join(escaped, `\n`))
}

// foldedAt is how many octets a line may have, the space of a continuation
// included and its end not.
const foldedAt = 75

// line writes one property, folded between characters.
func (c *calendar) line(name, value string) {
	rest := name + ":" + value
	room := foldedAt
	for len(rest) > room {
		cut := room
		for !utf8.RuneStart(rest[cut]) {
			cut--
		}
		c.WriteString(rest[:cut] + "\r\n ")
		rest, room = rest[cut:], foldedAt-1
	}
	c.WriteString(rest + "\r\n")
}
