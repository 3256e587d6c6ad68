package report

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"debrief/parser"
)

// A span is a length of time as a setting gives it: hours elapse on the clock,
// days are calendar days at the same wall clock.
type span struct {
	n    int
	days bool
}

// maxSpan bounds settings: ten years, in hours or in days.
const maxSpan = 24 * 3660

// parseSpan reads 24h, 7d, "24 hours" or "7 days".
func parseSpan(text string) (span, error) {
	text = strings.ToLower(strings.TrimSpace(text))
	digits := strings.TrimRight(text, "abcdefghijklmnopqrstuvwxyz ")
	n, err := strconv.Atoi(digits)
	if err != nil || n < 0 || n > maxSpan {
		return span{}, fmt.Errorf("%q is not a length of time", text)
	}
	switch strings.TrimSpace(text[len(digits):]) {
	case "h", "hour", "hours":
		return span{n: n}, nil
	case "d", "day", "days":
		return span{n: n, days: true}, nil
	}
	return span{}, fmt.Errorf("%q is not a length of time", text)
}

// after returns the instant one span after t.
func (s span) after(t time.Time, zone *time.Location) time.Time {
	if s.days {
		return addDays(t, s.n, zone)
	}
	return t.Add(time.Duration(s.n) * time.Hour)
}

// before returns the instant one span before t.
func (s span) before(t time.Time, zone *time.Location) time.Time {
	return span{n: -s.n, days: s.days}.after(t, zone)
}

// wholeDays returns the span in days, begun days counted whole: a duty that
// hangs on a day, not an instant, can be no more exact than that.
func (s span) wholeDays() int {
	if s.days {
		return s.n
	}
	return (s.n + 23) / 24
}

// A deadline is the instant by which something is owed. The zero deadline is
// never.
type deadline struct {
	at time.Time
	// day: it is the end of a day, in the zone of at.
	day bool
}

// never reports whether there is no deadline.
func (d deadline) never() bool { return d.at.IsZero() }

// earlier returns the deadline that comes first; never comes last.
func earlier(a, b deadline) deadline {
	if a.never() || !b.never() && b.at.Before(a.at) {
		return b
	}
	return a
}

// later returns the deadline that comes last; never comes last of all.
func later(a, b deadline) deadline {
	if a.never() || !b.never() && !b.at.After(a.at) {
		return a
	}
	return b
}

// plus moves a deadline by a span: the end of a day to the end of a later day
// in the same zone, an instant along the search's wall clock.
func (d deadline) plus(s span, zone *time.Location) deadline {
	switch {
	case d.never():
		return d
	case d.day:
		own := d.at.Location()
		return deadline{at: dayIn(d.at, own).AddDays(s.wholeDays()).Start(own), day: true}
	default:
		return deadline{at: s.after(d.at, zone)}
	}
}

// deadlineAfter returns the deadline one span after something happened. After
// a day it is the end of a following day; after something undated, never.
func (v *view) deadlineAfter(w parser.When, s span) deadline {
	switch w.Precision {
	case parser.Instant:
		return deadline{at: s.after(w.Time, v.zone)}
	case parser.Day:
		zone := w.Time.Location()
		return deadline{at: dayIn(w.Time, zone).AddDays(s.wholeDays()).End(zone), day: true}
	default:
		return deadline{}
	}
}

// lastMoment returns the deadline that a date names: the instant, or the end of
// the day.
func (v *view) lastMoment(w parser.When) deadline { return v.deadlineAfter(w, span{}) }

// A countdown is how a duty with a last moment of its own presses: due once
// that is near, overdue when it is at the door or past, and gone after a while.
type countdown struct{ near, door, until span }

// countdown returns the one that a rule's settings ask for.
func (v *view) countdown(rule string) countdown {
	return countdown{v.settings.span(rule, "due"), v.settings.span(rule, "overdue"), v.settings.span(rule, "until")}
}

// closing is the claim of a duty whose last moment comes.
func (v *view) closing(last deadline, count countdown) claim {
	since := count.near.before(last.at, v.zone)
	if last.never() || !v.reached(since) || v.reached(last.plus(count.until, v.zone).at) {
		return claim{}
	}
	c := claim{urgency: Due, since: since, due: deadline{at: count.door.before(last.at, v.zone)}, last: last}
	if v.reached(c.due.at) {
		c.urgency = Overdue
	}
	return c
}
