package report

import "time"

// A clock is the only way a rule learns the time. It answers one question,
// whether an instant has come, and remembers the earliest instant for which
// the answer was no.
//
// A judgement that depends on time through reached alone therefore stays the
// same until next: that is what makes changes_at and next_change exact without
// any rule having to work them out.
type clock struct {
	now  time.Time
	next time.Time // zero: nothing asked about lies ahead
}

// lastInstant is the last that a clock waits for: dates are written with four
// digits to the year, and a day before the last one every zone has them still.
// Whoever writes 9999-12-31 means never.
var lastInstant = time.Date(9999, time.December, 31, 0, 0, 0, 0, time.UTC)

// reached reports whether t has come; the very instant counts. The zero Time
// is never, and so is what lies beyond the calendar.
func (c *clock) reached(t time.Time) bool {
	if t.IsZero() {
		return false
	}
	if !t.After(c.now) {
		return true
	}
	if t.After(lastInstant) {
		return false
	}
	if c.next.IsZero() || t.Before(c.next) {
		c.next = t
	}
	return false
}
