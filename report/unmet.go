package report

import (
	"slices"

	"debrief/parser"
)

// unmetRule yields a duty for every round at which the two did not meet, for
// the reason that status gives.
func (v *view) unmetRule(rule string, status parser.InterviewStatus, words func(*parser.Interview, claim) wording, yield func(duty)) {
	within, until := v.settings.span(rule, "within"), v.settings.span(rule, "until")
	for _, iv := range v.journal.Interviews {
		if iv.Position == nil || iv.Status != status {
			continue
		}
		yield(duty{
			subject: subject{position: iv.Position, interview: iv, place: iv.Place},
			did:     func() bool { return v.contactSince(iv) },
			judge:   func() claim { return v.unmet(iv, within, until) },
			words:   func(c claim) wording { return words(iv, c) },
		})
	}
}

// unmet is the claim of a word owed after a round at which the two did not
// meet: due until a following day ends, overdue for a while, then gone.
func (v *view) unmet(iv *parser.Interview, within, until span) claim {
	p := iv.Position
	due := deadline{at: dayOf(iv).AddDays(within.wholeDays()).End(zoneOf(iv)), day: true}
	if !v.reached(iv.Start.Time) || v.reached(due.plus(until, v.zone).at) || !v.open(p) || v.contactSince(iv) {
		return claim{}
	}
	c := claim{urgency: Due, since: iv.Start.Time, due: due}
	if v.reached(due.at) {
		c.urgency = Overdue
	}
	return c
}

// contactSince reports whether either side was in touch about a round's
// position once the round should have begun. Another round after it shows as
// much unless it was called off; an undated line counts in the round's own note.
func (v *view) contactSince(iv *parser.Interview) bool {
	p := iv.Position
	if asked := v.requestedOn(p); asked.Known() && !v.after(iv.Start, asked) {
		return true
	}
	return slices.ContainsFunc(p.Events, func(e *parser.Event) bool {
		if !v.inTouch(e) || !v.concerns(e, p) || !v.happened(e.When) {
			return false
		}
		if !e.When.Known() {
			return e.Place.Source == iv.Place.Source
		}
		return !v.after(iv.Start, e.When)
	}) || slices.ContainsFunc(p.Interviews, func(other *parser.Interview) bool {
		return other.Start.Time.After(iv.Start.Time) && !calledOff(other)
	})
}

// inTouch reports whether an event shows that the two sides of a position
// spoke. What references were told, asked or sent does not.
func (v *view) inTouch(e *parser.Event) bool {
	switch e.What {
	case parser.Thanked, parser.FollowedUp, parser.Contacted, parser.Outreach, parser.HeardBack, parser.Apologised:
		return true
	case parser.Sent:
		return !slices.ContainsFunc(e.People, v.isReference)
	}
	return answer(e) || ending(e)
}

// interviewer names whom to write to about a round.
func (v *view) interviewer(iv *parser.Interview) string {
	if len(iv.Interviewers) > 0 {
		return iv.Interviewers[0].Name
	}
	return v.addressee(iv.Position)
}
