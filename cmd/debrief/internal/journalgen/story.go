package journalgen

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

// A story is one application and all that followed.
type story struct {
	company, role string
	number        int  // the company's, for its people
	several       bool // the company has another role: rounds must name theirs
	applied       time.Time
	resume        string
	status        string
	ended         time.Time // zero while it goes on
	rounds        []round
}

// A round is one interview of a story.
type round struct {
	name   string
	start  time.Time // date and wall clock
	hours  time.Duration
	people []string
	status string
	thanks []thanks
}

// thanks say when somebody was thanked and where that is written.
type thanks struct {
	to    string
	at    time.Time
	about string
	place thanksPlace
}

type thanksPlace int

const (
	inField thanksPlace = iota
	inOwnLog
	inDailyLog
	inFieldAndDailyLog
)

// A reference is somebody who speaks for the person.
type reference struct {
	name string
	told []telling
}

// A telling is one position a reference knows about.
type telling struct {
	position string
	on       time.Time
	resume   string
}

// A logLine is one line of the daily log; clock is "" without a time.
type logLine struct {
	day   time.Time
	clock string
	text  string
}

// inventReferences names the references; their notes come once the stories
// have told them what to write.
func (g *generator) inventReferences(count int) []reference {
	all := make([]reference, count)
	for i := range all {
		// Numbers from the far end keep references apart from interviewers.
		all[i].name = personName(len(firstNames)*len(lastNames) - 1 - i)
	}
	return all
}

// inventStories spreads the rounds over two thirds of the applications; the
// rest never hear back.
func (g *generator) inventStories(m mix) []*story {
	rounds := make([]int, m.applications)
	answered := max(1, m.applications*2/3)
	for range m.interviews {
		rounds[g.rng.IntN(answered)]++
	}
	stories := make([]*story, m.applications)
	for i := range stories {
		stories[i] = g.inventStory(i, rounds[i])
		// Every tenth company is tried twice, with another role.
		if i%10 == 9 {
			first := stories[i-1]
			stories[i].number, stories[i].company = first.number, first.company
			stories[i].role = roles[(slices.Index(roles, first.role)+1)%len(roles)]
			first.several, stories[i].several = true, true
		}
	}
	for _, s := range stories {
		g.inventRounds(s)
		g.endStory(s)
		g.tellReferences(s)
	}
	return stories
}

// inventStory starts a story early enough for all its rounds to be over.
func (g *generator) inventStory(number, rounds int) *story {
	s := &story{number: number, company: companyName(number), role: g.pick(roles), rounds: make([]round, rounds)}
	s.applied = g.daysAgo(g.between(min(4+8*rounds, 720), 725))
	s.resume = fmt.Sprintf("resume-v%d.pdf", 1+int(s.applied.Sub(g.now.AddDate(-2, 0, -10)).Hours()/24/130))
	text := fmt.Sprintf("applied to %s as %s, sent %s", s.company, s.role, s.resume)
	g.lines = append(g.lines, logLine{s.applied, "", text})
	return s
}

// inventRounds dates the rounds about a week apart and settles nearly all
// their thank-you notes the same evening.
func (g *generator) inventRounds(s *story) {
	day := s.applied
	for i := range s.rounds {
		day = day.AddDate(0, 0, g.between(4, 7))
		r := &s.rounds[i]
		*r = g.inventRound(s, i, workday(day))
		if i == len(s.rounds)-1 && g.now.Sub(day).Hours() < 24*45 && g.chance(30) {
			r.start = atClock(g.now.AddDate(0, 0, g.between(1, 9)), r.start.Hour(), 0)
			r.status = "scheduled"
		}
		if r.status == "" {
			g.thank(r)
		}
	}
}

func (g *generator) inventRound(s *story, i int, day time.Time) round {
	r := round{
		name:  roundNames[min(i, len(roundNames)-1)],
		start: atClock(day, g.between(9, 16), 15*g.rng.IntN(4)),
		hours: time.Duration(g.between(1, 3)) * 30 * time.Minute,
	}
	for _, seat := range g.rng.Perm(peoplePerCompany)[:g.between(1, 3)] {
		r.people = append(r.people, personName(s.number*peoplePerCompany+seat))
	}
	if g.chance(3) {
		r.status = g.pick([]string{"cancelled", "rescheduled"})
	}
	return r
}

// thank settles a round's thank-you notes, all but a few.
func (g *generator) thank(r *round) {
	for _, name := range r.people {
		evening := atClock(r.start, g.between(18, 21), g.rng.IntN(60))
		if evening.After(g.now) || g.chance(2) {
			continue
		}
		t := thanks{to: name, at: evening, about: g.pick(topics)}
		t.place = []thanksPlace{inField, inField, inOwnLog, inDailyLog, inFieldAndDailyLog}[g.rng.IntN(5)]
		if t.place >= inDailyLog {
			g.lines = append(g.lines, logLine{r.start, t.at.Format("15:04"), "thanked " + name + ": " + t.about})
		}
		r.thanks = append(r.thanks, t)
	}
}

// endStory gives the story a status that fits its age.
func (g *generator) endStory(s *story) {
	last := s.applied
	for _, r := range s.rounds {
		last = r.start
	}
	s.status = "applied"
	if len(s.rounds) > 0 {
		s.status = "interviewing"
	}
	end := workday(last.AddDate(0, 0, g.between(4, 16)))
	if end.After(g.now.AddDate(0, 0, -1)) || g.chance(8) {
		return
	}
	switch {
	case len(s.rounds) > 0:
		s.status = g.pick([]string{"rejected", "rejected", "rejected", "withdrawn", "closed"})
	case g.chance(50):
		s.status = "rejected"
	default:
		return // never answered
	}
	s.ended = end
}

// tellReferences lets one or two references know about some positions with a
// round, a dozen positions each at most.
func (g *generator) tellReferences(s *story) {
	if len(g.references) == 0 || len(s.rounds) == 0 || s.rounds[0].status != "" {
		return
	}
	for _, i := range g.rng.Perm(len(g.references))[:min(2, len(g.references))] {
		r := &g.references[i]
		if len(r.told) < 12 && g.chance(60) {
			r.told = append(r.told, telling{s.company + " as " + s.role, s.rounds[0].start, s.resume})
		}
	}
}

// sortLines orders the daily log by day; lines of one day keep their order.
func (g *generator) sortLines() {
	slices.SortStableFunc(g.lines, func(a, b logLine) int {
		return cmp.Or(strings.Compare(a.day.Format(time.DateOnly), b.day.Format(time.DateOnly)), strings.Compare(a.clock, b.clock))
	})
}

// atClock returns the day at a wall-clock time.
func atClock(day time.Time, hour, minute int) time.Time {
	return time.Date(day.Year(), day.Month(), day.Day(), hour, minute, 0, 0, day.Location())
}
