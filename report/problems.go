package report

import (
	"cmp"
	"fmt"
	"slices"

	"debrief/parser"
)

// problems returns the journal's problems together with those that only show
// at an instant or against the rules, by file and place.
func (v *view) problems(rules []*Rule, extra []parser.Problem) []parser.Problem {
	all := slices.Concat(v.journal.Problems, extra, v.futureEvents())
	for _, w := range v.journal.Waivers {
		rule, name := waivedRule(rules, w)
		if rule == nil {
			all = append(all, unknownRule(rules, w.Rule, w.Place))
		} else if p, wrong := v.waivesNobody(rule, name, w); wrong {
			all = append(all, p)
		}
	}
	slices.SortStableFunc(all, func(a, b parser.Problem) int {
		return cmp.Or(
			cmp.Compare(a.Path(), b.Path()),
			cmp.Compare(a.Span.Start, b.Span.Start),
			cmp.Compare(a.Span.End, b.Span.End),
			cmp.Compare(a.ID, b.ID),
			cmp.Compare(a.Message, b.Message),
		)
	})
	return all
}

// futureEvents warns of everything written down as done and dated more than a
// day ahead. An interview still to come is a plan and no such thing, unless
// its status says how it went.
func (v *view) futureEvents() []parser.Problem {
	var found []parser.Problem
	warned := map[parser.Place]bool{}
	warn := func(w parser.When, place parser.Place, what string) {
		if warned[place] {
			return // one value can say several things: everyone was thanked
		}
		warned[place] = true
		found = append(found, parser.Problem{
			ID:      parser.FutureEvent,
			Place:   place,
			Message: fmt.Sprintf("%s is dated %s, which is still ahead", what, v.day(w).String()),
			Hint:    "it counts once its day has come; if it has happened already, correct the date",
		})
	}
	for _, e := range v.journal.Events {
		planned := e.What == parser.InterviewedAt && e.Entry
		if !planned && !v.happened(e.When) {
			warn(e.When, e.Place, cmp.Or(nouns[e.What], "this"))
		}
	}
	for _, p := range v.journal.Positions {
		if w := p.ReferencesRequested; !v.happened(w) {
			warn(w, p.Place, "the request for references")
		}
		if w := p.Offer.WrittenOn; !v.happened(w) {
			warn(w, p.Offer.WrittenPlace, "the written offer")
		}
	}
	for _, iv := range v.journal.Interviews {
		switch iv.Status {
		case parser.Cancelled, parser.Rescheduled, parser.Scheduled:
			continue
		}
		said := iv.Status != "" || !iv.Declares
		if said && !v.happened(iv.Start) {
			warn(iv.Start, iv.Place, "this interview")
		}
	}
	return found
}

// nouns are what somebody would call the events that they wrote down.
var nouns = map[parser.EventKind]string{
	parser.Thanked:       "this thank-you",
	parser.Told:          "this word to a reference",
	parser.Sent:          "what was sent here",
	parser.Asked:         "this question",
	parser.AppliedTo:     "this application",
	parser.InterviewedAt: "this interview",
	parser.Contacted:     "this message",
	parser.Outreach:      "this message",
	parser.FollowedUp:    "this follow-up",
	parser.HeardBack:     "this answer",
	parser.Apologised:    "this apology",
	parser.OfferMade:     "this offer",
	parser.AcceptedOffer: "this acceptance",
	parser.DeclinedOffer: "this no to an offer",
	parser.Withdrew:      "this withdrawal",
	parser.RejectedBy:    "this rejection",
	parser.StartedAt:     "this first day",
}
