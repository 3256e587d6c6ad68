package report

import (
	"time"

	"debrief/parser"
)

// roundMark is a round that was held, is ahead or may have been held, or to
// which somebody did not come; the zero Mark for any other.
func (v *view) roundMark(iv *parser.Interview, within span) Mark {
	mark := Mark{
		Kind: MarkRound, At: iv.Start.Time.In(zoneOf(iv)), IsDay: iv.Start.IsDay(),
		From: iv.End, Until: v.interviewDeadline(iv, within).at,
		What: withNames(roundWords(iv), " with ", iv.Interviewers),
	}
	switch {
	case v.held(iv):
	case v.unrecorded(iv):
		mark.What += ", not yet noted whether it took place"
	case v.scheduled(iv) && (iv.Position == nil || !v.over(iv.Position)):
		mark.Ahead = true
	case iv.Status == parser.NoShow && v.begun(iv):
		mark.What += ": they did not come"
		mark.Kind, mark.From, mark.Until = MarkUnheld, time.Time{}, time.Time{}
	case iv.Status == parser.MissedByMe && v.begun(iv):
		mark.What += ": you could not come"
		mark.Kind, mark.From, mark.Until = MarkUnheld, time.Time{}, time.Time{}
	default:
		return Mark{}
	}
	return mark
}

// deadlineMarks lists the days that somebody set, less those ahead that nobody
// waits for any longer.
func (v *view) deadlineMarks(p *parser.Position) []Mark {
	accepted, over := v.accepted(p), v.over(p)
	var marks []Mark
	for _, day := range []struct {
		kind MarkKind
		when parser.When
		what string
		moot bool
	}{
		{MarkDecision, v.decisionOf(p).by, "they decide by then", over || accepted || v.offered(p)},
		{MarkDecision, p.Due, "take-home due", over || accepted || v.submitted(p)},
		{MarkDecision, p.Offer.RespondBy, "answer the offer by then", over || accepted},
		{MarkOffer, p.FirstDay, "first day", v.refused(p) || v.event(p, parser.StartedAt)},
	} {
		ahead := day.when.Known() && !v.reached(v.pastEnd(day.when))
		if day.when.Known() && (!ahead || !day.moot) {
			marks = append(marks, Mark{
				Kind: day.kind, At: day.when.Time, IsDay: day.when.IsDay(), What: day.what, Ahead: ahead,
			})
		}
	}
	return marks
}
