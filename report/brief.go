package report

import (
	"errors"
	"slices"
	"time"

	"debrief/parser"
)

// A Brief is all that the journal has to read before the next round at a
// company.
type Brief struct {
	Company string
	Now     time.Time // in Zone
	Zone    *time.Location
	// Positions are those at the company that have not ended, all of them where
	// they have.
	Positions []BriefPosition
	// Next is the round ahead that comes first, nil where none is planned.
	Next *BriefRound
	// Earlier are the rounds that took place, latest first.
	Earlier []BriefRound
	// Research is what was found out about the company, of the round ahead
	// first, then of the others, latest first.
	Research []string
	// ToAsk are questions of the note on the round ahead, Questions those of the
	// rounds before it: the sections hold theirs and one's own.
	ToAsk, Questions []string
	// Stumbles are the hard questions of this company, Weak those of all that
	// came up in two rounds or more.
	Stumbles, Weak []HardQuestion
	// ThinResearch counts the rounds, of any company, whose research was rated
	// low.
	ThinResearch int
}

// A BriefPosition is what is known of a position.
type BriefPosition struct {
	Role, Status, Via string
	// Applied and DecisionBy are the zero day where they are not known.
	Applied, DecisionBy parser.Civil
	Resume, URL         string
	Manager             *parser.Person
	Contacts            []*parser.Person
}

// A BriefRound is what is known of a round.
type BriefRound struct {
	Role, Round, Format string
	// Start and End are in the round's own zone; of a day its first instant and
	// the midnight that ends it.
	Start, End      time.Time
	IsDay           bool
	People          []BriefPerson
	Worked, Didnt   []string
	Confidence      int // 1 to 5, 0 where it was not rated
	ConfidenceWords []string
	OwnWords        []string
}

// A BriefPerson is somebody of a round with what is known of them.
type BriefPerson struct {
	Name, Title, Email string
	// Met are the days of earlier rounds with them, latest first.
	Met []parser.Civil
	// Said are lines of the notes on this company that name them.
	Said []string
}

// ErrNoCompany is returned for a company of which the journal has neither a
// position nor a round.
var ErrNoCompany = errors.New("the journal has no application and no interview there")

// NewBrief gathers what the journal has of a company at one instant. The error
// is ErrNoCompany.
func NewBrief(j *parser.Journal, now time.Time, company string) (*Brief, error) {
	v := outsideRules(j, now)
	b := &Brief{Company: company, Now: now.In(v.zone), Zone: v.zone}
	var rounds []*parser.Interview
	for _, iv := range j.Interviews {
		if parser.SameCompany(iv.Company, company) {
			rounds = append(rounds, iv)
		}
	}
	b.Positions = v.briefPositions(company)
	if len(rounds)+len(b.Positions) == 0 {
		return nil, ErrNoCompany
	}
	next := v.firstAhead(rounds)
	past := slices.DeleteFunc(slices.Clone(rounds), func(iv *parser.Interview) bool { return !v.held(iv) })
	slices.SortStableFunc(past, func(a, b *parser.Interview) int { return b.End.Compare(a.End) })
	if next != nil {
		round := v.briefRound(next, past)
		b.Next = &round
		b.Research, b.ToAsk = textsOf(next.Research), textsOf(next.Questions)
	}
	for _, iv := range past {
		b.Earlier = append(b.Earlier, v.briefRound(iv, past))
		b.Research = append(b.Research, textsOf(iv.Research)...)
		b.Questions = append(b.Questions, textsOf(iv.Questions)...)
	}
	for _, p := range j.Positions {
		if parser.SameCompany(p.Company, company) {
			b.addResearch(textsOf(p.Research))
		}
	}
	v.weaknesses(b, company)
	return b, nil
}

// addResearch adds what an application's note knows of the company, unless it is
// that of a round already: in a note that lists one, the two are the same.
func (b *Brief) addResearch(lines []string) {
	for _, line := range lines {
		if !slices.Contains(b.Research, line) {
			b.Research = append(b.Research, line)
		}
	}
}

// firstAhead returns the first of some rounds that are still ahead. Of two at
// one instant the one written first is taken.
func (v *view) firstAhead(rounds []*parser.Interview) *parser.Interview {
	for _, iv := range rounds { // by start
		if iv.Declares && v.scheduled(iv) && (iv.Position == nil || !v.over(iv.Position)) {
			return iv
		}
	}
	return nil
}

// briefPositions returns what is known of a company's positions.
func (v *view) briefPositions(company string) []BriefPosition {
	var open, ended []BriefPosition
	for _, p := range v.journal.Positions {
		if !parser.SameCompany(p.Company, company) {
			continue
		}
		bp := BriefPosition{
			Role: p.Role, Status: v.row(p).Status, Via: p.Via, Resume: fileName(appliedWith(p)), URL: p.URL,
			Manager: p.Manager, Contacts: p.Contacts,
		}
		if w := v.appliedOn(p); w.Known() {
			bp.Applied = v.day(w)
		}
		if d := v.decisionOf(p); d.by.Known() {
			bp.DecisionBy = v.day(d.by)
		}
		if v.over(p) {
			ended = append(ended, bp)
		} else {
			open = append(open, bp)
		}
	}
	if len(open) > 0 {
		return open
	}
	return ended
}

// briefRound returns what is known of a round.
func (v *view) briefRound(iv *parser.Interview, past []*parser.Interview) BriefRound {
	r := BriefRound{
		Role: iv.Role, Round: titleOfRound(iv), Format: iv.Format,
		Start: iv.Start.Time.In(zoneOf(iv)), End: iv.End.In(zoneOf(iv)), IsDay: iv.Start.IsDay(),
		Worked: textsOf(iv.Worked), Didnt: textsOf(iv.Didnt), OwnWords: textsOf(iv.OwnWords),
		Confidence: iv.ConfidenceRating, ConfidenceWords: textsOf(iv.Confidence),
	}
	for _, p := range iv.Interviewers {
		r.People = append(r.People, briefPerson(p, iv, past))
	}
	return r
}

// mostSaid is how many lines about one person a page has.
const mostSaid = 4

// briefPerson gathers what the notes on some rounds say of somebody.
func briefPerson(p *parser.Person, of *parser.Interview, past []*parser.Interview) BriefPerson {
	b := BriefPerson{Name: p.Name, Title: p.Title, Email: p.Email}
	notes := past
	if !slices.Contains(past, of) {
		notes = append([]*parser.Interview{of}, past...)
	}
	for _, iv := range notes {
		if iv.End.Before(of.End) && slices.Contains(iv.Interviewers, p) {
			b.Met = append(b.Met, dayOf(iv))
		}
		for _, text := range notesOf(iv) {
			if text = inPlainWords(text); len(b.Said) < mostSaid && len(namedIn(text, []*parser.Person{p})) > 0 && !slices.Contains(b.Said, text) {
				b.Said = append(b.Said, text)
			}
		}
	}
	return b
}

// weaknesses fills in what was hard, here and everywhere.
func (v *view) weaknesses(b *Brief, company string) {
	for _, q := range HardQuestions(v.journal, v.now) {
		if slices.ContainsFunc(q.Asked, func(a Asking) bool { return parser.SameCompany(a.Company, company) }) {
			b.Stumbles = append(b.Stumbles, q)
		}
		if q.Rounds() > 1 {
			b.Weak = append(b.Weak, q)
		}
	}
	b.ThinResearch = len(v.thinResearch(v.settings.number(stumbleRepeatedID, "research")))
}

// textsOf returns passages in plain words.
func textsOf(passages []parser.Passage) []string {
	var texts []string
	for _, p := range passages {
		texts = append(texts, inPlainWords(p.Text))
	}
	return texts
}
