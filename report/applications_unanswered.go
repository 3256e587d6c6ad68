package report

import (
	"fmt"
	"slices"
	"time"

	"debrief/parser"
)

const applicationsUnansweredID = "applications-unanswered"

var applicationsUnanswered = Rule{
	ID:    applicationsUnansweredID,
	Title: "Look once at applications nobody has answered",
	Looks: "Applications sent between ten working days and thirty days ago, with no reply, no take-home, no round and no follow-up since, counted in one line. " +
		"Younger ones are still on somebody's desk; older ones rest by themselves and are not counted. " +
		"Nor is one whose decision date is still to come, or is answer-overdue's to ask about. Pauses do not count.",
	Why: "Most applications that get an answer get it within two or three weeks. A short line to somebody there can still lift one from the pile, " +
		"and what stays silent is no verdict on you. The figures are career advisers' usual counsel.",
	Settings: []Setting{
		{Name: "after", Default: "10", About: "after how many working days without an answer an application is counted"},
		{Name: "until", Default: "30d", About: "how old an application is at most"},
	},
	Fires: `now: 2026-11-20T09:00:00+01:00
-- search.md --
---
started: 2026-11-02
timezone: Europe/Berlin
---
-- log.md --
- 2026-11-03 applied to Globex as Data Engineer, sent resume-v3.pdf
- 2026-11-04 applied to Hooli as Data Engineer, sent resume-v3.pdf
- 2026-11-16 applied to Initech as Platform Engineer, sent resume-v3.pdf
`,
	Silent: `now: 2026-11-20T09:00:00+01:00
-- search.md --
---
started: 2026-11-02
timezone: Europe/Berlin
---
-- log.md --
- 2026-11-03 applied to Globex as Data Engineer, sent resume-v3.pdf
- 2026-11-17 heard back from Globex: they will call
- 2026-11-04 applied to Hooli as Data Engineer, sent resume-v3.pdf
- 2026-11-18 followed up with Hooli
- 2026-11-16 applied to Initech as Platform Engineer, sent resume-v3.pdf
`,
	Run: func(v *view, yield func(duty)) {
		open := slices.Clone(v.journal.Positions)
		var waived []*parser.Position
		for _, p := range v.journal.Positions {
			if v.waives(applicationsUnansweredID, subject{position: p}) {
				waived = append(waived, p)
			}
		}
		open = slices.DeleteFunc(open, func(p *parser.Position) bool {
			return slices.Contains(waived, p) || reacted(p) || len(p.Interviews) > 0 // answered, whatever the time
		})
		yield(v.unansweredDuty(subject{place: v.searchPlace()}, func() []unanswered { return v.unanswered(open) }))
		if len(waived) > 0 {
			// What stands only for waived positions is waived as a whole.
			yield(v.unansweredDuty(subject{position: waived[0], place: waived[0].Place}, func() []unanswered {
				if len(v.unanswered(open)) > 0 {
					return nil
				}
				return v.unanswered(waived)
			}))
		}
	},
}

// An unanswered is an application without an answer, and since when it counts.
type unanswered struct {
	position *parser.Position
	since    time.Time
}

// unanswered returns the positions that were only applied to and are old
// enough to look at, those that count longest first.
func (v *view) unanswered(positions []*parser.Position) []unanswered {
	after, until := v.settings.number(applicationsUnansweredID, "after"), v.settings.span(applicationsUnansweredID, "until")
	var found []unanswered
	for _, p := range positions {
		on := v.appliedOn(p)
		// Of one that is read in part nobody can say that no answer came.
		if !on.Known() || p.Unread || v.answered(p) || reacted(p) || v.requested(p) || v.followUps(p) > 0 || !v.waiting(p) || v.awaitsDecision(p) {
			continue
		}
		since := v.workingDaysAfter(on, after).at
		if v.reached(since) && !v.reached(v.daysAfter(on, until.wholeDays())) {
			found = append(found, unanswered{p, since})
		}
	}
	slices.SortStableFunc(found, func(a, b unanswered) int { return a.since.Compare(b.since) })
	return found
}

// unansweredDuty is one look at all the applications that find returns.
func (v *view) unansweredDuty(s subject, find func() []unanswered) duty {
	return duty{
		subject: s,
		judge: func() claim {
			found := find()
			if len(found) == 0 || v.paused() {
				return claim{}
			}
			return claim{urgency: Advice, since: found[0].since}
		},
		words: func(claim) wording { return v.unansweredWords(find()) },
	}
}

// namedUnanswered is how many applications a message names before it counts.
const namedUnanswered = 3

func (v *view) unansweredWords(found []unanswered) wording {
	first := found[0].position
	if len(found) == 1 {
		return wording{
			title:   fmt.Sprintf("Look once at %s", roleAt(first)),
			message: fmt.Sprintf("Look once at %s: you applied %s, and no answer has come.", roleAt(first), v.on(v.day(v.appliedOn(first)))),
			action:  fmt.Sprintf("Write %s one line and ask whether it has arrived, or let it rest.", v.addressee(first)),
			record:  v.positionRecord(first, followedUp, "with"),
		}
	}
	names := v.unansweredNames(found)
	return wording{
		title:   fmt.Sprintf("Look once at %s without an answer", plural(len(found), "application")),
		message: fmt.Sprintf("Look once at %s without an answer: %s.", plural(len(found), "application"), sentence(names)),
		action:  "Write one line to the one you would like best, and let the others rest.",
		record:  v.generalLog(v.dated(followedUp + " with …")),
	}
}

// unansweredNames names the first companies, each once with how many of the
// applications are there, and counts what is left.
func (v *view) unansweredNames(found []unanswered) []string {
	var first []*parser.Position // at each company
	at := map[string]int{}
	for _, u := range found {
		company := v.fold(u.position.Company)
		if at[company]++; at[company] == 1 {
			first = append(first, u.position)
		}
	}
	var names []string
	left := len(found)
	for _, p := range first[:min(len(first), namedUnanswered)] {
		n := at[v.fold(p.Company)]
		left -= n
		switch {
		case n == 1:
			names = append(names, p.Company)
		case p.Undisclosed:
			names = append(names, fmt.Sprintf("%d %s", n, p.Company))
		default:
			names = append(names, fmt.Sprintf("%d at %s", n, p.Company))
		}
	}
	if left > 0 {
		names = append(names, fmt.Sprintf("%d more", left))
	}
	return names
}
