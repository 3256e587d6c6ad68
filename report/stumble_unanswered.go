package report

import (
	"fmt"

	"debrief/parser"
)

const stumbleUnansweredID = "stumble-unanswered"

var stumbleUnanswered = Rule{
	ID:    stumbleUnansweredID,
	Title: "Find a better answer to what made you stumble",
	Done:  "better answer written",
	Looks: "Rounds that took place whose notes name a question that was hard, with no better answer below it. " +
		"One item for a round, however many questions. It is advice, and due while another interview is no more than 7 days ahead.",
	Why: "The same questions come back, as interviewers everywhere draw on a small stock of them, and an answer found in peace is there when it is needed. " +
		"A week is enough to write it and to say it aloud once or twice.",
	Settings: []Setting{
		{Name: "soon", Default: "7d", About: "how far ahead another interview makes it due"},
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
---
## Stumbles

- How would you correct a reading that has been paid for already?
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
---
## Stumbles

- How would you correct a reading that has been paid for already?
  → Never in place: book the difference, and say why.
`,
	Run: func(v *view, yield func(duty)) {
		soon := v.settings.span(stumbleUnansweredID, "soon")
		for _, iv := range v.journal.Interviews {
			yield(v.stumblesDuty(iv, openStumbles(iv), soon))
		}
	},
}

// stumblesDuty is the better answers that one round's questions wait for.
func (v *view) stumblesDuty(iv *parser.Interview, open []parser.Stumble, soon span) duty {
	about := roundWith(iv, nil)
	if len(open) == 0 {
		return duty{subject: about, did: func() bool { return len(iv.Stumbles) > 0 }}
	}
	return duty{
		subject: about,
		judge: func() claim {
			if !v.teaches(iv) {
				return claim{}
			}
			c := claim{urgency: Advice, since: v.endedAt(iv)}
			if v.nextInterview(iv, soon) != nil {
				c.urgency = Due
			}
			return c
		},
		words: func(claim) wording {
			return wording{
				title:   fmt.Sprintf("Find a better answer to %s", quoted(open[0].Question)),
				message: v.stumblesMessage(iv, open, v.nextInterview(iv, soon)),
				action:  "Write the answer you would give today below the question, and say it aloud once.",
				record:  answerRecord(iv, open[0]),
			}
		},
	}
}

func (v *view) stumblesMessage(iv *parser.Interview, open []parser.Stumble, next *parser.Interview) string {
	what := fmt.Sprintf("A question from %s waits for a better answer: %s", v.roundName(iv), quoted(open[0].Question))
	if len(open) > 1 {
		what = fmt.Sprintf("%d questions from %s wait for a better answer, first %s", len(open), v.roundName(iv), quoted(open[0].Question))
	}
	if next == nil {
		return what + "."
	}
	return fmt.Sprintf("%s, and %s meets you %s.", what, hostOf(next), v.meets(next))
}
