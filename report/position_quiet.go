package report

import (
	"fmt"

	"debrief/parser"
)

const positionQuietID = "position-quiet"

var positionQuiet = Rule{
	ID:    positionQuietID,
	Title: "Follow up where it has gone quiet",
	Done:  "followed up",
	Looks: "Every live position with a round, a reply or a take-home handed in behind it and nothing since for ten working days, from either side: " +
		"no round and no take-home ahead, no decision date still to come. After two follow-ups without an answer it is advice only. " +
		"Positions on hold or with an offer are left alone, pauses do not count. " +
		"Where answer-overdue asks for the same message, and in the days of grace before it does, this is silent; decision-unknown is while this speaks.",
	Why: "After two quiet weeks most people stop hoping and stop asking, while on the other side somebody is ill or on leave. " +
		"One friendly line often gets things moving; more than two seldom do. The figures are career advisers' usual counsel.",
	Settings: []Setting{
		{Name: "after", Default: "10", About: "how many working days of silence are fine"},
		{Name: "times", Default: "2", About: "how many follow-ups are suggested before it becomes advice"},
	},
	Fires: `now: 2026-11-25T09:00:00+01:00
-- search.md --
---
started: 2026-11-02
timezone: Europe/Berlin
---
-- applications/globex.md --
---
company: Globex
role: Data Engineer
applied: 2026-11-03
contacts: [Hana Kim]
---
## Log

- 2026-11-09 heard back from Hana: they like the résumé, more soon
-- log.md --
- 2026-11-23 applied to Initech as Platform Engineer, sent resume-v3.pdf
`,
	Silent: `now: 2026-11-25T09:00:00+01:00
-- search.md --
---
started: 2026-11-02
timezone: Europe/Berlin
---
-- applications/globex.md --
---
company: Globex
role: Data Engineer
applied: 2026-11-03
contacts: [Hana Kim]
---
## Log

- 2026-11-09 heard back from Hana: they like the résumé, more soon
- 2026-11-24 followed up with Hana
-- log.md --
- 2026-11-23 applied to Initech as Platform Engineer, sent resume-v3.pdf
`,
	Run: func(v *view, yield func(duty)) {
		after, most := v.settings.number(positionQuietID, "after"), v.settings.number(positionQuietID, "times")
		for _, p := range v.journal.Positions {
			yield(v.positionQuietDuty(p, after, most))
		}
	},
}

// positionQuietSpeaks reports whether position-quiet asks for word to a position's
// correspondent, so that what would ask for the same message can be silent.
func (v *view) positionQuietSpeaks(p *parser.Position) bool {
	after, most := v.settings.number(positionQuietID, "after"), v.settings.number(positionQuietID, "times")
	return v.speaks(positionQuietID, v.positionQuietDuty(p, after, most))
}

// positionQuietDuty is the follow-up owed to one position.
func (v *view) positionQuietDuty(p *parser.Position, after, most int) duty {
	return duty{
		subject: subject{position: p, place: p.Place},
		did:     func() bool { return v.followedUpUndated(p) },
		judge: func() claim {
			if !v.waiting(p) || v.paused() || !v.lastReaction(p).Known() || v.ahead(p) || v.awaitsDecision(p) || v.followedUpUndated(p) {
				return claim{}
			}
			since := v.workingDaysAfter(v.lastWord(p), after).at
			switch {
			case !v.reached(since):
				return claim{}
			case v.followUps(p) >= most:
				return claim{urgency: Advice, since: since}
			}
			return claim{urgency: Due, since: since}
		},
		words: func(c claim) wording {
			return wording{
				title:   positionQuietTitle(p, c),
				message: v.positionQuietMessage(p, c),
				action:  v.positionQuietAction(p, c),
				record:  v.positionRecord(p, followedUp, "with"),
			}
		},
	}
}

// awaitsDecision reports whether a position's decision date is ahead, or has
// passed and is answer-overdue's to speak of, now or within its days of grace.
func (v *view) awaitsDecision(p *parser.Position) bool {
	d, pending := v.pending(p)
	return pending && (v.answerOverdueHeard(p) || !v.reached(v.pastEnd(d.by)))
}

func (v *view) positionQuietMessage(p *parser.Position, c claim) string {
	asked, quiet := v.followUps(p), "quiet since "+v.dayName(v.day(v.lastWord(p)))
	switch {
	case c.urgency == Advice:
		return fmt.Sprintf("Let %s rest: %s, and you have asked %s.", roleAt(p), quiet, times(asked))
	case asked > 0:
		return fmt.Sprintf("Follow up with %s once more: %s, and you have asked %s.", roleAt(p), quiet, times(asked))
	default:
		return fmt.Sprintf("Follow up with %s: %s.", roleAt(p), quiet)
	}
}

func positionQuietTitle(p *parser.Position, c claim) string {
	if c.urgency == Advice {
		return fmt.Sprintf("Let %s rest", roleAt(p))
	}
	return fmt.Sprintf("Follow up with %s", roleAt(p))
}

func (v *view) positionQuietAction(p *parser.Position, c claim) string {
	if c.urgency == Advice {
		return fmt.Sprintf("Let it go, or write %s again once you have news to tell.", v.addressee(p))
	}
	return fmt.Sprintf("Write %s two lines and ask how things stand, or let it go.", v.addressee(p))
}
