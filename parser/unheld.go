package parser

import "strings"

// A round that did not take place owes nobody thanks. People write that where
// they write everything else, in the round's log or above its notes, and only
// its status counts.

// tellUnheld warns of a line or heading that says a round did not happen, where
// the round's status says nothing of it.
func (f *File) tellUnheld() {
	alone := f.Kind == KindInterview && f.listedRounds() == 1
	for _, e := range f.interviews {
		switch {
		case e.status != "" && e.status != Scheduled, e.tookPlace():
		case e.to > 0:
			f.unheldIn(e, e.from, e.to)
		case alone:
			f.unheldIn(e, 0, f.firstRound())
		}
	}
}

// tookPlace reports whether something in a round's note only makes sense if it
// was held.
func (e *interviewEntry) tookPlace() bool {
	return len(e.thanked) > 0 || e.confidence > 0 || len(e.body.worked) > 0
}

// unheldIn looks for the first such line in the sections of a round. One that
// moves the round to the day it has settles the matter.
func (f *File) unheldIn(e *interviewEntry, from, to int) {
	var status InterviewStatus
	var where Span
	see := func(text At[string]) bool {
		said, target := readUnheld(text.Value)
		if said != "" && target == e.date.Value.Day {
			return false
		}
		if said != "" && status == "" && e.unheldBy(text.Value, said, target) {
			status, where = said, text.Span
		}
		return true
	}
	for i := from; i < to; i++ {
		s := &f.sections[i]
		if !see(s.title) {
			return
		}
		for j := range s.blocks {
			b := &s.blocks[j]
			if s.kind == logSection && (b.kind == item || b.kind == paragraph) && b.box != openBox && !see(b.text) {
				return
			}
		}
	}
	if status == "" {
		return
	}
	hint := "write status: " + string(status) + " among the fields"
	if len(f.interviews) > 1 || f.Kind == KindApplication {
		hint = "give the round status: " + string(status) + " in a list interviews among the fields"
	}
	f.problem(DidYouMean, where, hint, "this seems to say that the round did not happen, which its status has to say")
}

// unheldBy reports whether what was said is of the day that the round has now:
// once a round was put off its date is often that of the new one.
func (e *interviewEntry) unheldBy(text string, said InterviewStatus, target Civil) bool {
	day := e.date.Value.Day
	if said != Rescheduled || !day.Valid() {
		return true
	}
	if target != (Civil{}) {
		return day.Compare(target) < 0
	}
	m, _, fault, ok := leadingMoment(text)
	return !ok || fault != nil || m.Day.AddDays(2).Compare(day) >= 0
}

// unheldWords begin what says that a round did not happen.
var unheldWords = []struct {
	words  string
	status InterviewStatus
}{
	{"cancelled", Cancelled},
	{"canceled", Cancelled},
	{"no-show", NoShow},
	{"no show", NoShow},
	{"did not show up", NoShow},
	{"didn't show up", NoShow},
	{"rescheduled", Rescheduled},
	{"postponed", Rescheduled},
}

// readUnheld reads text that begins, behind a date, with words that say that a
// round did not happen; to another day, where it says so.
func readUnheld(text string) (said InterviewStatus, target Civil) {
	text = strings.TrimLeft(text, " *_[(~")
	if text == "" || strings.IndexByte("cdinprtw", text[0]|0x20) < 0 && (text[0] < '0' || text[0] > '9') && !mayBeginDate(text) {
		return "", Civil{}
	}
	if _, end, _, ok := leadingMoment(text); ok {
		text = strings.TrimLeft(text[end:], " :,–—-*_)]")
	}
	for _, lead := range []string{"they ", "the ", "interview ", "round ", "it ", "was ", "got "} {
		if startsFold(text, lead) {
			text = text[len(lead):]
		}
	}
	for _, u := range unheldWords {
		if !startsFold(text, u.words) {
			continue
		}
		rest := strings.TrimLeft(strings.TrimRight(text[len(u.words):], " *_)]~"), " ")
		for _, lead := range []string{"to ", "until ", "for "} {
			if m, _, fault, ok := leadingMoment(strings.TrimPrefix(rest, lead)); ok && fault == nil && u.status == Rescheduled && startsFold(rest, lead) {
				return u.status, m.Day
			}
		}
		if endsUnheld(rest) {
			return u.status, Civil{}
		}
	}
	return "", Civil{}
}

// endsUnheld reports whether what follows leaves no doubt that the round itself
// is meant: `cancelled my old phone plan` is of something else.
func endsUnheld(rest string) bool {
	if rest == "" || strings.IndexByte(".,:;!(-", rest[0]) >= 0 || strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "—") {
		return true
	}
	word, more := firstWord(strings.ToLower(rest))
	switch word {
	case "by", "due", "because", "again", "at", "on", "last", "without", "after":
		return true
	case "it", "this", "the", "our", "interview", "round":
		for _, what := range []string{"it", "interview", "round", "call"} {
			if word == what && more == "" || strings.HasPrefix(more, " "+what) {
				return true
			}
		}
	}
	return false
}
