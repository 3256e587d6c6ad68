package report

import (
	"cmp"
	"fmt"
	"slices"
	"sync"

	"debrief/parser"
)

const interviewSoonID = "interview-soon"

var interviewSoon = Rule{
	ID:    interviewSoonID,
	Title: "Write down what you know before you meet them",
	Done:  "research written",
	Looks: "An interview no more than 48 hours ahead with no research: nothing under Research, Preparation, Prep or Homework in its note " +
		"or the application's, and no rating for it. Sentences elsewhere in the note may be about anything, so they do not count; research for an earlier round is a start, and said to be one. It names your earlier rounds at the company and the questions, from any round, " +
		"that still have no better answer. It is due until the interview begins; of one of which only the day is known, until the day is over.",
	Why: "Half an hour with the company's own words is what career advisers ask for before anything else, and two evenings leave room for it. " +
		"What is written down is found again on the morning of the interview.",
	Settings: []Setting{
		{Name: "within", Default: "48h", About: "how long before an interview it is due; of a day-only one, whole days"},
	},
	Fires: `now: 2026-11-19T20:45:00+01:00
-- search.md --
---
started: 2026-11-16
timezone: Europe/Berlin
---
-- interviews/globex-panel.md --
---
company: Globex
role: Data Engineer
date: 2026-11-20 14:30
interviewers: [Hana Kim]
---
## Research

- TODO
`,
	Silent: `now: 2026-11-19T20:45:00+01:00
-- search.md --
---
started: 2026-11-16
timezone: Europe/Berlin
---
-- interviews/globex-panel.md --
---
company: Globex
role: Data Engineer
date: 2026-11-20 14:30
interviewers: [Hana Kim]
---
## Research

- Hana gave a talk on late readings in May
`,
	Run: func(v *view, yield func(duty)) {
		within := v.settings.span(interviewSoonID, "within")
		past := sync.OnceValue(v.history)
		for _, iv := range v.journal.Interviews {
			yield(v.interviewSoonDuty(iv, past, within))
		}
	},
}

// A history is what may have gone before an interview, latest first.
type history struct {
	at      map[company][]*parser.Interview // the rounds at each company
	unclear []*parser.Interview             // those with a question still open
}

func (v *view) history() history {
	h := history{at: map[company][]*parser.Interview{}}
	for _, iv := range v.latestFirst() {
		at := v.companyOf(iv)
		h.at[at] = append(h.at[at], iv)
		if len(openStumbles(iv)) > 0 {
			h.unclear = append(h.unclear, iv)
		}
	}
	return h
}

// prepared reports whether research for a round is written: in its note, or in
// the application's, which is about the company. Sentences of one's own may say
// what is known or what still has to be looked up.
func prepared(iv *parser.Interview) bool {
	return len(iv.Research) > 0 || iv.ResearchRating > 0 || iv.Position != nil && len(iv.Position.Research) > 0
}

// interviewSoonDuty is the preparation of one interview.
func (v *view) interviewSoonDuty(iv *parser.Interview, past func() history, within span) duty {
	about, p := roundWith(iv, nil), iv.Position
	if prepared(iv) || p == nil {
		return duty{subject: about, did: func() bool { return prepared(iv) }}
	}
	return duty{
		subject: about,
		judge: func() claim {
			if !v.upcoming(iv, within) || !v.searchOn() || v.accepted(p) || v.resting(p) {
				return claim{}
			}
			return claim{urgency: Due, since: v.beginsWithin(iv, within)}
		},
		words: func(claim) wording {
			return wording{
				title:   fmt.Sprintf("Write down what you know of %s before %s", hostOf(iv), date(dayOf(iv))),
				message: v.interviewSoonMessage(iv, past()),
				action:  v.interviewSoonAction(iv, past()),
				record:  v.sectionRecord(iv, "Research"),
			}
		},
	}
}

// earlierNamed is how many earlier rounds at a company a message names.
const earlierNamed = 2

func (v *view) interviewSoonMessage(iv *parser.Interview, past history) string {
	message := fmt.Sprintf("%s meets you %s", hostOf(iv), v.meets(iv))
	if !iv.Start.IsDay() {
		message += v.fromNow(", in " + length(iv.Start.Time.Sub(v.now)))
	}
	switch {
	case v.knowsOf(iv, past):
		message += ", and its own note holds no research yet"
	case len(iv.OwnWords) == 0:
		message += ", and nothing is written about them yet"
	default:
		message += ", and nothing stands under Research yet"
	}
	if met := v.earlierRounds(iv, past); len(met) > 0 {
		message += "; you met them before, " + sentence(met)
	}
	if iv.Start.IsDay() && v.dayHere(iv) == v.today() { // in the evening they have been met
		message += v.fromNow("; once you have met them, add the time to its date")
	}
	return message + "."
}

func (v *view) interviewSoonAction(iv *parser.Interview, past history) string {
	research := "Write three lines under Research, what they make, what is new and one question for them"
	if v.knowsOf(iv, past) {
		research = "Read again what you know of them, and write under Research what is new and one question for them"
	} else if len(iv.OwnWords) > 0 {
		research = "Put what you know of them under Research: what they make, what is new and one question for them"
	}
	switch open := v.openQuestions(iv, past); len(open) {
	case 0:
		return research + "."
	case 1:
		return fmt.Sprintf("%s, and a better answer to %s.", research, quoted(open[0].Question))
	default:
		return fmt.Sprintf("%s, and a better answer to %s and %s.", research, quoted(open[0].Question), plural(len(open)-1, "earlier question"))
	}
}

// knowsOf reports whether something is written elsewhere about whom a coming
// round is with: for an earlier round there, or for another position.
func (v *view) knowsOf(coming *parser.Interview, past history) bool {
	there := v.companyOf(coming)
	return slices.ContainsFunc(past.at[there], func(iv *parser.Interview) bool {
		return iv != coming && iv.Start.Time.Before(coming.Start.Time) && prepared(iv)
	}) || slices.ContainsFunc(v.journal.Positions, func(p *parser.Position) bool {
		return len(p.Research) > 0 && v.companyOfPosition(p) == there
	})
}

// earlierRounds names the latest rounds at the company of a coming one.
func (v *view) earlierRounds(coming *parser.Interview, past history) []string {
	var met []string
	for _, iv := range past.at[v.companyOf(coming)] {
		if iv == coming || !v.held(iv) || len(met) == earlierNamed {
			continue
		}
		var people []string
		for _, p := range iv.Interviewers {
			people = append(people, p.Name)
		}
		round := v.on(dayOf(iv))
		if who := cmp.Or(sentence(people), titleOfRound(iv)); who != "" {
			round += " (" + who + ")"
		}
		met = append(met, round)
	}
	return met
}

// openQuestions returns the questions of all rounds before a coming one that
// have no better answer yet, those of the latest round first.
func (v *view) openQuestions(coming *parser.Interview, past history) []parser.Stumble {
	var open []parser.Stumble
	for _, iv := range past.unclear {
		if iv != coming && v.held(iv) {
			open = append(open, openStumbles(iv)...)
		}
	}
	return open
}
