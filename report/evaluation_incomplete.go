package report

import (
	"fmt"
	"slices"
	"strings"

	"debrief/parser"
)

const evaluationIncompleteID = "evaluation-incomplete"

var evaluationIncomplete = Rule{
	ID:    evaluationIncompleteID,
	Title: "Round off the notes on the latest round",
	Looks: "The latest round that took place, and only that one: do its notes say what worked, what did not, what you knew about the company, " +
		"how confident your answers felt and which questions made you stumble? At most two of what is open are asked for. " +
		"A few sentences of your own stand for what worked and what did not, research in the application's note for what you knew. \"None\" is an answer. " +
		"Calls that are a screen or by phone are short and left alone. While evaluation-missing asks for the notes as a whole, this rule is silent.",
	Why: "Each of the five prepares something else: what to repeat, what to practise, what to read before the next round. " +
		"More than two questions at a time are a form, and nobody fills in forms at night.",
	Settings: []Setting{
		{Name: "questions", Default: "2", About: "how many are asked at most"},
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
date: 2026-11-19 14:30
interviewers: [Hana Kim]
thanked: 2026-11-19
confidence: 4
---
## Research

- Hana gave a talk on late readings in May

## What worked

- we drew the ledger together
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
date: 2026-11-19 14:30
interviewers: [Hana Kim]
thanked: 2026-11-19
confidence: 4
research: 3
---
It went well from the moment we drew the ledger, less so before.

## Stumbles

None
`,
	Run: func(v *view, yield func(duty)) {
		questions := v.settings.number(evaluationIncompleteID, "questions")
		rounds := v.latestFirst()
		after := make(map[*parser.Interview]int, len(rounds)) // how many are later
		for i, iv := range rounds {
			after[iv] = i
		}
		for _, iv := range v.journal.Interviews {
			open := openFacets(iv)
			yield(v.incompleteDuty(iv, rounds[:after[iv]], open[:min(len(open), questions)]))
		}
	},
}

// A facet is one thing an evaluation tells.
type facet struct {
	question string // what it answers
	title    string // the heading it belongs under
}

// openFacets returns what the notes on a round leave open.
func openFacets(iv *parser.Interview) []facet {
	var open []facet
	ask := func(answered bool, question, title string) {
		if !answered {
			open = append(open, facet{question, title})
		}
	}
	told := len(iv.OwnWords) > 0
	ask(told || len(iv.Worked) > 0, "what worked", "What worked")
	ask(told || len(iv.Didnt) > 0, "what did not work", "What didn't work")
	ask(prepared(iv), "what did you know about them beforehand", "Research")
	ask(iv.ConfidenceRating > 0 || len(iv.Confidence) > 0, "how confident did your answers feel", "Confidence")
	ask(iv.NoStumbles || len(iv.Stumbles) > 0, "which questions made you stumble", "Stumbles")
	return open
}

// briefCall reports whether a round says that it was a screen or on the phone.
func briefCall(iv *parser.Interview) bool {
	said := foldName(iv.Round + " " + iv.Format)
	return strings.Contains(said, "screen") || strings.Contains(said, "phone") || strings.Contains(said, "telefon")
}

// latest reports whether a round took place and none of the later ones has.
func (v *view) latest(iv *parser.Interview, later []*parser.Interview) bool {
	if !v.held(iv) {
		return false
	}
	for _, next := range slices.Backward(later) { // most likely the very next has
		if v.held(next) {
			return false
		}
	}
	return true
}

// incompleteDuty is what the notes on one round leave open; later are the
// rounds after it, latest first.
func (v *view) incompleteDuty(iv *parser.Interview, later []*parser.Interview, open []facet) duty {
	about := roundWith(iv, nil)
	if len(open) == 0 {
		return duty{subject: about}
	}
	return duty{
		subject: about,
		judge: func() claim {
			if !v.latest(iv, later) || briefCall(iv) || !v.teaches(iv) || v.evaluationMissingSpeaks(iv) {
				return claim{}
			}
			return claim{urgency: Advice, since: v.endedAt(iv)}
		},
		words: func(claim) wording {
			var questions []string
			for _, f := range open {
				questions = append(questions, f.question)
			}
			return wording{
				title:   fmt.Sprintf("Add to your notes on %s (%s)", hostOf(iv), date(dayOf(iv))),
				message: fmt.Sprintf("Your notes on %s have room for more: %s?", v.roundName(iv), strings.Join(questions, ", and ")),
				action:  "Add a line for each while the round is still in mind.",
				record:  v.sectionRecord(iv, open[0].title),
			}
		},
	}
}
