package parser

import (
	"slices"
	"strings"
)

// A roundHeading is a heading that declares a round: `Round 2 — 2026-03-12
// 14:00 with Dana Reyes, Li Wei`.
type roundHeading struct {
	section      int
	name         string
	date         At[Moment]
	dateFault    *Problem
	interviewers []personText
}

// readRoundHeading reads the heading of sections[i], false when it declares
// no round.
func readRoundHeading(src *Source, sections []section, i int) (roundHeading, bool) {
	title := sections[i].title
	for at, r := range title.Value {
		width := len(string(r))
		switch r {
		case '-', '–', '—', ':':
		default:
			continue
		}
		rest := title.Value[at+width:]
		lead := len(rest) - len(strings.TrimLeft(rest, " \u00a0"))
		moment, end, fault, ok := leadingMoment(rest[lead:])
		if !ok {
			continue
		}
		name := plainText(title.Value[:at])
		if kind, _ := headingKind(name, nil); kind != otherSection || name == "" {
			return roundHeading{}, false
		}
		h := roundHeading{section: i, name: name}
		start := at + width + lead
		where := slicePart(title, start, start+end).Span
		if fault != nil {
			p := fault.problem(src, slicePart(title, start, len(title.Value)).Span.Start)
			h.dateFault = &p
		} else {
			moment.Span = where
			h.date = At[Moment]{moment, where}
		}
		h.interviewers = headingPeople(title, start+end)
		return h, true
	}
	return roundHeading{}, false
}

// headingPeople reads the names after a `with` or `w/`. A lower-case word there is no
// name.
func headingPeople(title At[string], from int) []personText {
	rest := title.Value[from:]
	lead := "with "
	at := indexFold(rest, lead)
	if at < 0 {
		lead = "w/"
		at = indexFold(rest, lead)
	}
	if at < 0 || at > 0 && rest[at-1] != ' ' && rest[at-1] != '(' {
		return nil
	}
	start, end := from+at+len(lead), len(title.Value)
	if at > 0 && rest[at-1] == '(' {
		end = start + len(strings.TrimRight(title.Value[start:], ") "))
	}
	names := slicePart(title, start, end)
	return slices.DeleteFunc(readParts(names.Value, splitList(names, anySeparator, nil)), func(p personText) bool {
		return !capitalised(p.Name.Value)
	})
}

// addHeadingRounds turns headings into rounds, each with the sections up to
// the next, and gives what stands before the first to every round.
func (f *File) addHeadingRounds(headings []roundHeading) {
	base := f.interviews
	var fresh []*interviewEntry
	for n, h := range headings {
		s := &f.sections[h.section]
		e := &interviewEntry{span: s.title.Span, round: h.name, date: h.date, interviewers: h.interviewers}
		if h.dateFault != nil {
			f.Problems = append(f.Problems, *h.dateFault)
		}
		if len(base) > 0 {
			e.inherit(base[0])
		}
		end := len(f.sections)
		if n+1 < len(headings) {
			end = headings[n+1].section
		}
		e.from, e.to = h.section, end
		if !h.date.Given() && h.dateFault == nil {
			continue
		}
		fresh = append(fresh, e)
	}
	f.interviews = f.mergeRounds(base, fresh)
}

// mergeRounds joins rounds from fields with those from headings. A round of
// the same day is the same round; frontmatter without a date speaks for the
// note, and its statements go to the rounds they fit.
func (f *File) mergeRounds(base, fresh []*interviewEntry) []*interviewEntry {
	var rounds []*interviewEntry
	for _, b := range base {
		if !b.date.Given() {
			shareFields(b, fresh)
			continue
		}
		same := false
		for _, e := range fresh {
			if e.date.Given() && e.date.Value.Day == b.date.Value.Day {
				takeFields(e, b)
				same = true
				break
			}
		}
		if !same {
			rounds = append(rounds, b)
		}
	}
	return append(rounds, fresh...)
}

// takeFields gives a round from a heading what the fields say of that day.
func takeFields(e, b *interviewEntry) {
	if !e.date.Value.HasClock {
		e.date = b.date
	}
	if len(e.interviewers) == 0 {
		e.interviewers = b.interviewers
	}
	if !e.clock.Given() {
		e.clock, e.clockZone = b.clock, b.clockZone
	}
	e.ends, e.duration, e.format, e.status = b.ends, b.duration, b.format, b.status
	e.thanked, e.confidence, e.research, e.decisionBy = b.thanked, b.confidence, b.research, b.decisionBy
}

// shareFields gives the rounds what the note says without a date. Ratings and
// the decision date speak of the last round; a dated thank-you of the last
// round before it; everything else of all.
func shareFields(b *interviewEntry, rounds []*interviewEntry) {
	for i, e := range rounds {
		if len(e.interviewers) == 0 {
			e.interviewers = b.interviewers
		}
		e.duration, e.format = b.duration, b.format
		if i == len(rounds)-1 {
			e.status, e.confidence, e.research, e.decisionBy = b.status, b.confidence, b.research, b.decisionBy
		}
	}
	for _, t := range b.thanked {
		if !t.sent.Dated {
			for _, e := range rounds {
				e.thanked = append(e.thanked, t)
			}
		} else if e := lastBefore(rounds, t.sent.Moment.Day); e != nil {
			e.thanked = append(e.thanked, t)
		}
	}
}

func lastBefore(rounds []*interviewEntry, day Civil) *interviewEntry {
	var last *interviewEntry
	for _, e := range rounds {
		if !e.date.Given() || day.Compare(e.date.Value.Day) < 0 {
			continue
		}
		if last == nil || e.date.Value.Day.Compare(last.date.Value.Day) >= 0 {
			last = e
		}
	}
	return last
}
