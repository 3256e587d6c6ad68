package parser

import (
	"fmt"
	"slices"
)

// A thank-you counts for the round in whose note it stands, whatever its date. One
// dated before the round is most often a slip of the day, or is for something
// else, and would settle without a word what is still owed.

// tellEarly warns of a thank-you that counts for a round of its own note and is
// dated before that round's day. A line that names people must name somebody who
// took part: the recruiter is thanked for the invitation.
func (b *joiner) tellEarly(e *Event) {
	iv := e.Interview
	if e.What != Thanked || iv == nil || !e.When.Known() || e.Place.Source != iv.Place.Source || iv.calledOff() {
		return
	}
	if !e.Entry && len(e.People) > 0 && !slices.ContainsFunc(e.People, func(p *Person) bool { return slices.Contains(iv.Interviewers, p) }) {
		return
	}
	if !b.before(e.When, iv) {
		return
	}
	day, said := CivilOf(iv.Start.Time.In(iv.Zone)), b.dayOf(e.When)
	b.problem(ConflictingDates, e.Place, "correct the date; thanks for something else belong in the log, outside the round's note",
		fmt.Sprintf("this thank-you is dated %s, before the round of %s that it counts for", said, day))
}

// before reports whether a date is on a day before that of a round. Where two
// zones disagree about the day, either is good enough.
func (b *joiner) before(when When, iv *Interview) bool {
	said := b.dayOf(when)
	return when.Known() && said.Compare(CivilOf(iv.Start.Time.In(iv.Zone))) < 0 && said.Compare(b.dayOf(iv.Start)) < 0
}

// calledOff reports whether a round is said not to have been what was planned.
func (iv *Interview) calledOff() bool {
	return iv.Status != "" && iv.Status != Scheduled && iv.Status != Done
}
