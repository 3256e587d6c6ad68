package report

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"debrief/parser"
)

// A Timeline is what happened at one position, and what is dated ahead of it.
type Timeline struct {
	Company, Role, Status string
	Live, Over            bool
	File                  string // where the position is declared, relative to the journal
	Marks                 []Mark // by time
}

// A Mark is one date on a timeline.
type Mark struct {
	Kind MarkKind
	// At is the instant, or the first one of a day, in the zone it was written in.
	At    time.Time
	IsDay bool
	// Ahead: it has not come yet.
	Ahead bool
	// From and Until are the window for a round's thank-you notes; zero for other
	// marks.
	From, Until time.Time
	// What says what it is, and with whom: "technical interview with Dana Reyes".
	What string
}

// Drawn is the instant at which a mark stands: of a day the middle, and for a
// thank-you its end, behind the round of that day.
func (m Mark) Drawn() time.Time {
	switch {
	case !m.IsDay:
		return m.At
	case m.Kind == MarkThanked:
		return m.At.Add(23 * time.Hour)
	}
	return m.At.Add(12 * time.Hour)
}

// A MarkKind is what a mark stands for.
type MarkKind string

// The kinds of marks.
const (
	MarkApplied  MarkKind = "applied"
	MarkRound    MarkKind = "round"
	MarkUnheld   MarkKind = "unheld" // a round to which somebody did not come
	MarkThanked  MarkKind = "thanked"
	MarkWrote    MarkKind = "wrote"    // a follow-up, or another word to the company
	MarkHeard    MarkKind = "heard"    // the company's
	MarkOffer    MarkKind = "offer"    // made or accepted, or the first day
	MarkDecision MarkKind = "decision" // a day by which somebody answers
	MarkEnd      MarkKind = "end"      // of an application
)

// logged says what a mark for something logged is, and in which words; between
// stands before the people it concerns.
var logged = map[parser.EventKind]struct {
	kind           MarkKind
	words, between string
}{
	parser.AppliedTo:     {MarkApplied, "applied", " through "},
	parser.Thanked:       {MarkThanked, "thanked", " "},
	parser.FollowedUp:    {MarkWrote, "followed up", " with "},
	parser.Contacted:     {MarkWrote, "wrote", " to "},
	parser.Outreach:      {MarkWrote, "wrote", " to "},
	parser.Apologised:    {MarkWrote, "apologised", " to "},
	parser.HeardBack:     {MarkHeard, "heard back", " from "},
	parser.OfferMade:     {MarkOffer, "offer", " from "},
	parser.AcceptedOffer: {MarkOffer, "accepted the offer", " of "},
	parser.StartedAt:     {MarkOffer, "started", " with "},
	parser.DeclinedOffer: {MarkEnd, "declined the offer", " of "},
	parser.RejectedBy:    {MarkEnd, "rejected", " by "},
	parser.Withdrew:      {MarkEnd, "withdrew", " with a word to "},
}

// timelines tells every position with anything dated, in the order of the
// report's rows.
func (v *view) timelines() []Timeline {
	type ranked struct {
		Timeline
		standing int
	}
	var all []ranked
	within := v.settings.span(thankYouID, "within")
	for _, p := range v.journal.Positions {
		marks := v.marks(p, within)
		if len(marks) == 0 {
			continue
		}
		all = append(all, ranked{Timeline{
			Company: p.Company, Role: p.Role, Status: v.statusOf(p), Live: v.live(p), Over: v.over(p),
			File: p.Place.Path(), Marks: marks,
		}, v.standing(p)})
	}
	slices.SortStableFunc(all, func(a, b ranked) int {
		return cmp.Or(
			cmp.Compare(a.standing, b.standing), cmp.Compare(a.Company, b.Company),
			cmp.Compare(a.Role, b.Role), cmp.Compare(a.File, b.File),
		)
	})
	lines := make([]Timeline, len(all))
	for i := range all {
		lines[i] = all[i].Timeline
	}
	return lines
}

// marks lists what is dated at a position, by time.
func (v *view) marks(p *parser.Position, within span) []Mark {
	var marks []Mark
	for _, e := range p.Events {
		as, known := logged[e.What]
		if !known || !e.When.Known() || !v.happened(e.When) || !v.concerns(e, p) {
			continue
		}
		marks = append(marks, Mark{
			Kind: as.kind, At: e.When.Time, IsDay: e.When.IsDay(), What: withNames(as.words, as.between, e.People),
		})
	}
	for _, iv := range p.Interviews {
		if mark := v.roundMark(iv, within); mark.What != "" {
			marks = append(marks, mark)
		}
	}
	marks = append(marks, v.deadlineMarks(p)...)
	slices.SortStableFunc(marks, func(a, b Mark) int { return a.Drawn().Compare(b.Drawn()) })
	return marks
}

// roundWords names a round: "technical interview".
func roundWords(iv *parser.Interview) string {
	return strings.TrimSpace(titleOfRound(iv) + " interview")
}

// withNames adds people to words.
func withNames(words, between string, people []*parser.Person) string {
	if len(people) == 0 {
		return words
	}
	names := make([]string, len(people))
	for i, p := range people {
		names[i] = p.Name
	}
	return words + between + sentence(names)
}
