package report

import (
	"time"

	"debrief/parser"
)

// A Courtesy is the thank-you note to one person for one round.
type Courtesy struct {
	Person        string // "" for whoever held a round that names nobody
	Company, Role string
	// Ended is when the round was over, Due until when a note is in time: both in
	// the round's zone. IsDay: only the day of the round is known; Ended is that
	// day and Due the last one on which a note is in time, each its first instant.
	Ended, Due time.Time
	IsDay      bool
	State      CourtesyState
	// Sent is when the note went out, zero when it did not or nobody wrote down
	// when. SentIsDay: only the day is known.
	Sent      time.Time
	SentIsDay bool
	// Days is the number of calendar days between the end of the round and the
	// note, 0 for one that went out before.
	Days int
}

// A CourtesyState is how a thank-you note stands.
type CourtesyState string

// The states of a thank-you note.
const (
	SentInTime  CourtesyState = "in time"
	SentLate    CourtesyState = "late"
	SentUndated CourtesyState = "sent, undated"
	StillOpen   CourtesyState = "open"     // not sent, and in time for a while
	NotSent     CourtesyState = "not sent" // and the time is over
)

// courtesies judges the notes of every round that was held, less those that the
// notes waive and, where the rule is off, those that nobody sent.
func (v *view) courtesies() []Courtesy {
	within := v.settings.span(thankYouID, "within")
	var all []Courtesy
	for _, iv := range v.journal.Interviews {
		if !v.held(iv) {
			continue
		}
		for _, person := range hosts(iv) {
			unasked := v.settings.off(thankYouID) && !v.thanked(iv, person)
			if !unasked && !v.waives(thankYouID, roundWith(iv, person)) {
				all = append(all, v.courtesy(iv, person, within))
			}
		}
	}
	return all
}

func (v *view) courtesy(iv *parser.Interview, person *parser.Person, within span) Courtesy {
	due := v.interviewDeadline(iv, within)
	c := Courtesy{
		Company: iv.Company, Role: iv.Role,
		Ended: v.endedAt(iv).In(zoneOf(iv)), Due: due.at.In(zoneOf(iv)), IsDay: iv.Start.IsDay(),
	}
	over := dayIn(c.Ended, v.zone)
	if c.IsDay {
		over = dayOf(iv)
		c.Ended, c.Due = over.Start(zoneOf(iv)), dayIn(due.at, zoneOf(iv)).AddDays(-1).Start(zoneOf(iv))
	}
	if person != nil {
		c.Person = person.Name
	}
	first := firstThanks(iv, person)
	switch {
	case !v.thanked(iv, person):
		c.State = NotSent
		if !v.reached(due.at) {
			c.State = StillOpen
		}
	case first == nil || !first.When.Known() || !v.happened(first.When):
		c.State = SentUndated
	default:
		c.State = SentInTime
		if v.past(first.When, due) {
			c.State = SentLate
		}
		c.Sent, c.SentIsDay = first.When.Time.In(zoneOf(iv)), first.When.IsDay()
		if first.When.IsDay() {
			c.Sent = first.When.Time
		}
		c.Days = max(0, over.DaysUntil(v.day(first.When)))
	}
	return c
}
