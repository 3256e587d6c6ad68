package report

import (
	"fmt"
	"slices"
	"strings"

	"debrief/parser"
)

const outreachPacketID = "outreach-packet"

var outreachPacket = Rule{
	ID:    outreachPacketID,
	Title: "Send a company the whole packet",
	Looks: "Each outreach note to a company, with no person and no agency in it: did a résumé and a cover letter go along? " +
		"A note with a reply, or one more than 30 days old, is left alone, and so is one to a company where an application was in play by then, " +
		"or that has come to an application, a round or an answer since.",
	Why: "A message to nobody in particular is passed on by whoever opens it. With a résumé and a few lines of their own in it, " +
		"there is something to pass on.",
	Settings: []Setting{
		{Name: "until", Default: "30d", About: "how long after the message it is worth completing"},
	},
	Fires: `now: 2026-11-20T09:00:00+01:00
-- search.md --
---
started: 2026-11-09
timezone: Europe/Berlin
---
-- outreach/vela-maps.md --
---
company: Vela Maps
date: 2026-11-18
resume: resume-v3.pdf
---
`,
	Silent: `now: 2026-11-20T09:00:00+01:00
-- search.md --
---
started: 2026-11-09
timezone: Europe/Berlin
---
-- outreach/vela-maps.md --
---
company: Vela Maps
date: 2026-11-18
resume: resume-v3.pdf
cover_letter: cover-vela.md
---
`,
	Run: func(v *view, yield func(duty)) {
		until := v.settings.span(outreachPacketID, "until")
		later, positions := v.packetEvents(), v.positionsByCompany()
		for _, e := range v.journal.Events {
			if e.What == parser.Outreach && e.Entry && e.Company != "" && len(e.People) == 0 && e.Via == "" && !e.Agency {
				yield(v.outreachPacketDuty(packet{e, later[v.fold(e.Company)], positions[v.fold(e.Company)]}, until))
			}
		}
	},
}

// A packet is an outreach note to a company, what else was sent there or heard
// from there, and the positions there.
type packet struct {
	*parser.Event
	others    []*parser.Event
	positions []*parser.Position
}

// positionsByCompany returns the positions at each company that is named.
func (v *view) positionsByCompany() map[string][]*parser.Position {
	index := map[string][]*parser.Position{}
	for _, p := range v.journal.Positions {
		if !p.Undisclosed {
			index[v.fold(p.Company)] = append(index[v.fold(p.Company)], p)
		}
	}
	return index
}

// packetEvents returns what completes an outreach note or makes it moot, by
// company.
func (v *view) packetEvents() map[string][]*parser.Event {
	index := map[string][]*parser.Event{}
	for _, e := range v.journal.Events {
		switch e.What {
		case parser.Sent, parser.HeardBack, parser.AppliedTo:
			if company := v.fold(e.Company); company != "" {
				index[company] = append(index[company], e)
			}
		}
	}
	return index
}

// outreachPacketDuty is what one message to a company lacks.
func (v *view) outreachPacketDuty(p packet, until span) duty {
	return duty{
		subject: subject{event: p.Event, place: p.Place},
		judge: func() claim {
			resume, letter := v.enclosed(p)
			if resume && letter || !v.happened(p.When) || !v.searchOn() || v.overtaken(p) || slices.ContainsFunc(p.positions, func(at *parser.Position) bool { return v.underWay(at, p.When) }) {
				return claim{}
			}
			if v.reached(v.deadlineAfter(p.When, until).at) {
				return claim{}
			}
			return claim{urgency: Advice, since: p.When.Time}
		},
		words: func(claim) wording {
			lacks, send := "a résumé or a cover letter", "your résumé and a short cover letter"
			switch resume, letter := v.enclosed(p); {
			case resume:
				lacks, send = "a cover letter", "a short cover letter: what of theirs you like, and what you could do for them"
			case letter:
				lacks, send = "a résumé", "your résumé"
			}
			return wording{
				title:   fmt.Sprintf("Send %s the rest of what your message went without", p.Company),
				message: fmt.Sprintf("Your message to %s %s went without %s.", p.Company, v.on(v.day(p.When)), lacks),
				action:  fmt.Sprintf("Send %s %s.", p.Company, send),
				record:  v.packetRecord(p),
			}
		},
	}
}

// enclosed reports whether a company has a résumé and a cover letter, with the
// message or sent after it.
func (v *view) enclosed(p packet) (resume, letter bool) {
	resume, letter = p.Resume, p.CoverLetter
	for _, e := range p.others {
		if e.What == parser.Sent && v.happened(e.When) && !v.after(p.When, e.When) {
			resume, letter = resume || e.Resume, letter || e.CoverLetter
		}
	}
	return resume, letter
}

// overtaken reports whether a message got its answer, or was followed by an
// application.
func (v *view) overtaken(p packet) bool {
	return slices.ContainsFunc(p.others, func(e *parser.Event) bool {
		return e.What != parser.Sent && v.happened(e.When) && !v.after(p.When, e.When)
	})
}

// underWay reports whether the two sides of a position knew each other when a
// message was sent, or have come to since: it was in play, or there was a round,
// an answer or an end from that day on. An undated one is taken to be later.
func (v *view) underWay(p *parser.Position, sent parser.When) bool {
	return v.liveAt(p, sent) || slices.ContainsFunc(p.Interviews, func(iv *parser.Interview) bool {
		return !calledOff(iv) && !v.after(sent, iv.Start)
	}) || slices.ContainsFunc(p.Events, func(e *parser.Event) bool {
		return (answer(e) || ending(e)) && v.happened(e.When) && !v.after(sent, e.When)
	})
}

// packetRecord is the fields that the outreach note lacks, where its fields
// are YAML, one to a line; else a line for its log.
func (v *view) packetRecord(p packet) *Record {
	resume, letter := v.enclosed(p)
	var fields []string
	if !resume {
		fields = append(fields, "resume: yes")
	}
	if !letter {
		fields = append(fields, "cover_letter: yes")
	}
	n, line := v.noteOf(p.Place.Source), p.Place.Start().Line-1
	if column, _, ok := n.keyAt(line); ok && n.yaml && line < n.body && column == 0 {
		keys := n.siblings(line)
		written := func(key string) bool { return slices.Contains(keys, key) }
		if (resume || !written("resume") && !written("cv")) && (letter || !written("cover_letter")) {
			return &Record{File: p.Place.Path(), Line: line + 1, Text: strings.Join(fields, "\n")}
		}
	}
	return v.logRecord(fmt.Sprintf("sent %s to %s", toFillIn, p.Company), p.Place.Source)
}
