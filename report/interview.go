package report

import (
	"slices"
	"strings"
	"time"

	"debrief/parser"
)

// dayOf returns the calendar date of an interview, in its own zone.
func dayOf(iv *parser.Interview) parser.Civil {
	return dayIn(iv.Start.Time, zoneOf(iv))
}

// zoneOf returns an interview's zone.
func zoneOf(iv *parser.Interview) *time.Location {
	if iv.Zone == nil {
		return iv.Start.Time.Location()
	}
	return iv.Zone
}

// begun reports whether the day of an interview has begun where it takes
// place. Before that, whatever its note says is preparation.
func (v *view) begun(iv *parser.Interview) bool {
	if !iv.Start.Time.After(v.now) {
		return true // a day begins before anything in it
	}
	return v.reached(dayOf(iv).Start(zoneOf(iv)))
}

// evaluated reports whether an interview was debriefed, in a section, a
// rating or the person's own words.
func (v *view) evaluated(iv *parser.Interview) bool {
	if !v.begun(iv) {
		return false
	}
	// In a note that still says scheduled, free text is a plan.
	ownWords := len(iv.OwnWords) > 0 && iv.Status != parser.Scheduled
	return ownWords || iv.ConfidenceRating > 0 || iv.NoStumbles ||
		len(iv.Worked)+len(iv.Didnt)+len(iv.Confidence)+len(iv.Stumbles) > 0
}

// anyThanks reports whether somebody was thanked for an interview.
func (v *view) anyThanks(iv *parser.Interview) bool {
	return slices.ContainsFunc(iv.Thanks, func(e *parser.Event) bool { return v.happened(e.When) })
}

// recorded reports whether the note shows that an interview took place,
// whatever its status says.
func (v *view) recorded(iv *parser.Interview) bool {
	return v.begun(iv) && (v.anyThanks(iv) || v.evaluated(iv))
}

// ended reports whether an interview is over. One of which only the day is
// known is over with the day, or during it once something says so.
func (v *view) ended(iv *parser.Interview) bool {
	return v.reached(iv.End) || v.overInDay(iv)
}

// overInDay reports whether something says of a day-only interview that it is
// over, whatever the hour. A log line `interviewed at` does.
func (v *view) overInDay(iv *parser.Interview) bool {
	done := iv.Status == parser.Done || !iv.Declares
	return iv.Start.IsDay() && v.begun(iv) && (done || v.recorded(iv))
}

// endedAt returns when an interview that ended did so. A day-only one of which
// something says that it is over has been since the start of its day, during it
// and after: what began with its end must not begin again at midnight.
func (v *view) endedAt(iv *parser.Interview) time.Time {
	if v.overInDay(iv) {
		return dayOf(iv).Start(zoneOf(iv))
	}
	return iv.End
}

// counts reports whether an interview is held once it has ended.
func (v *view) counts(iv *parser.Interview) bool {
	if iv.Status == parser.Scheduled {
		return v.recorded(iv)
	}
	return takesPlace(iv)
}

// held reports whether an interview took place.
func (v *view) held(iv *parser.Interview) bool { return v.counts(iv) && v.ended(iv) }

// scheduled reports whether an interview is still ahead.
func (v *view) scheduled(iv *parser.Interview) bool {
	return (iv.Status == "" || iv.Status == parser.Scheduled) && !v.ended(iv)
}

// upcoming reports whether an interview is ahead and begins within a span. One
// of which only the day is known may still be ahead on its day.
func (v *view) upcoming(iv *parser.Interview, within span) bool {
	if !iv.Declares || !v.reached(v.beginsWithin(iv, within)) || !v.scheduled(iv) {
		return false
	}
	begun := !iv.Start.IsDay() && v.reached(iv.Start.Time)
	return !begun && (iv.Position == nil || !v.over(iv.Position))
}

// nextInterview returns the first of the other interviews that begin within a
// span, nil when none does.
func (v *view) nextInterview(than *parser.Interview, within span) *parser.Interview {
	var next *parser.Interview
	for _, iv := range slices.Backward(v.journal.Interviews) { // by start
		if iv != than && v.upcoming(iv, within) {
			next = iv
		}
		if v.reached(addDays(iv.Start.Time, 2, v.zone)) {
			break // the rest began even earlier, and are over in any zone
		}
	}
	return next
}

// beginsWithin returns the instant one span before an interview's start;
// before a day, the start of an earlier day.
func (v *view) beginsWithin(iv *parser.Interview, within span) time.Time {
	if iv.Start.IsDay() {
		return dayOf(iv).AddDays(-within.wholeDays()).Start(zoneOf(iv))
	}
	return within.before(iv.Start.Time, v.zone)
}

// calledOff reports whether an interview was cancelled or moved.
func calledOff(iv *parser.Interview) bool {
	return iv.Status == parser.Cancelled || iv.Status == parser.Rescheduled
}

// unrecorded reports whether an interview's hour has passed and nothing says
// whether it took place.
func (v *view) unrecorded(iv *parser.Interview) bool {
	return iv.Status == parser.Scheduled && v.ended(iv) && !v.recorded(iv)
}

// interviewDeadline returns the deadline one span after an interview's end.
// After a day-only interview it is the end of a following day, however early
// in the day it was over.
func (v *view) interviewDeadline(iv *parser.Interview, s span) deadline {
	if iv.Start.IsDay() {
		return deadline{at: dayOf(iv).AddDays(s.wholeDays()).End(zoneOf(iv)), day: true}
	}
	return deadline{at: s.after(iv.End, v.zone)}
}

// takesPlace reports whether an interview was not called off, nor one to which
// somebody did not come.
func takesPlace(iv *parser.Interview) bool {
	switch iv.Status {
	case parser.Cancelled, parser.Rescheduled, parser.NoShow, parser.MissedByMe:
		return false
	}
	return true
}

// titleOfRound is what a round is called; a bare number, as debrief new counts
// them, says what it counts.
func titleOfRound(iv *parser.Interview) string {
	if iv.Round != "" && strings.Trim(iv.Round, "0123456789") == "" {
		return "round " + iv.Round
	}
	return iv.Round
}
