package report

import (
	"fmt"
	"slices"

	"debrief/parser"
)

const stumbleRepeatedID = "stumble-repeated"

var stumbleRepeated = Rule{
	ID:    stumbleRepeatedID,
	Title: "Prepare for what keeps coming back",
	Looks: "Two kinds of weakness that two or more rounds share, each told at the last of them: the same question among those that made you stumble, " +
		"and research that you rated 1 or 2. Questions are the same when they share most of their content words, " +
		"at least 60 of every 100 in either; words like \"how\", \"would\" or \"tell me about\" do not count.",
	Why: "Once is bad luck, twice is what the next interviewer will find as well. It is the best use of an hour of preparation. " +
		"Six words in ten let a question be put in another way, and keep apart those that share only a subject.",
	Settings: []Setting{
		{Name: "alike", Default: "60", About: "how many of 100 content words two questions share to be the same"},
		{Name: "research", Default: "2", About: "up to which rating research counts as thin"},
	},
	Fires: `now: 2026-11-19T20:45:00+01:00
-- search.md --
---
started: 2026-11-02
timezone: Europe/Berlin
---
-- log.md --
- 2026-11-17 applied to Initech as Platform Engineer, sent resume-v3.pdf
-- interviews/acme-first.md --
---
company: Acme
role: Platform Engineer
date: 2026-11-10 10:00
interviewers: [Li Wei]
thanked: 2026-11-10
---
## Stumbles

- Why did you leave your last team?
-- interviews/globex-panel.md --
---
company: Globex
role: Data Engineer
date: 2026-11-19 14:30
interviewers: [Hana Kim]
thanked: 2026-11-19
---
## Stumbles

- So why did you leave the last team you were in?
  → We had finished what I came for.
`,
	Silent: `now: 2026-11-19T20:45:00+01:00
-- search.md --
---
started: 2026-11-02
timezone: Europe/Berlin
---
-- log.md --
- 2026-11-17 applied to Initech as Platform Engineer, sent resume-v3.pdf
-- interviews/acme-first.md --
---
company: Acme
role: Platform Engineer
date: 2026-11-10 10:00
interviewers: [Li Wei]
thanked: 2026-11-10
---
## Stumbles

- Why did you leave your last team?
-- interviews/globex-panel.md --
---
company: Globex
role: Data Engineer
date: 2026-11-19 14:30
interviewers: [Hana Kim]
thanked: 2026-11-19
---
## Stumbles

- How large was your last team?
`,
	Run: func(v *view, yield func(duty)) {
		alike, thin := v.settings.number(stumbleRepeatedID, "alike"), v.settings.number(stumbleRepeatedID, "research")
		questions, research := newChorus(v.hardQuestions(), alike, ofRound), newChorus(v.thinResearch(thin), 100, ofRound)
		for _, iv := range v.journal.Interviews {
			yield(v.repeatedDuty(iv, questions, repeatedQuestions))
			yield(v.repeatedDuty(iv, research, repeatedResearch))
		}
	},
}

// questionFrames are words with which interviewers begin, whatever they ask.
const questionFrames = "tell describe explain walk talk give share name think say example situation"

// hardQuestions returns the questions of all rounds that made somebody
// stumble.
func (v *view) hardQuestions() []utterance {
	frames, vocabulary := wordsIn(questionFrames), newVocabulary()
	isFrame := func(w string) bool { return frames[w] }
	total := 0
	for _, iv := range v.journal.Interviews {
		total += len(iv.Stumbles)
	}
	said := make([]utterance, 0, total)
	for _, iv := range v.journal.Interviews {
		for i := range iv.Stumbles {
			s := &iv.Stumbles[i]
			if words := vocabulary.contentWords(s.Question, isFrame); len(words) > 0 {
				said = append(said, utterance{round: iv, text: s.Question, words: words, stumble: s})
			}
		}
	}
	return said
}

// thinResearch returns the rounds whose research was rated at most limit, as
// if each of them said so in the same word.
func (v *view) thinResearch(limit int) []utterance {
	var said []utterance
	for _, iv := range v.journal.Interviews {
		if iv.ResearchRating > 0 && iv.ResearchRating <= limit {
			said = append(said, utterance{round: iv, words: wordSet{0}})
		}
	}
	return said
}

// ofRound has a question belong to its round.
func ofRound(u *utterance) any { return u.round }

// A repeat is an utterance and the earlier ones it repeats.
type repeat struct {
	said   utterance
	before []*parser.Interview // their rounds, latest first
}

// repeatedDuty is what one round has in common with earlier ones, as told
// says it.
func (v *view) repeatedDuty(iv *parser.Interview, all chorus, told func(*view, []repeat) wording) duty {
	about, own := roundWith(iv, nil), all.of(iv)
	if len(own) == 0 {
		return duty{subject: about}
	}
	repeats := func() []repeat {
		var found []repeat
		for _, i := range own {
			before := v.repeats(all, i, i)
			if len(before) == 0 {
				continue
			}
			r := repeat{said: all.said[i]}
			for _, k := range before {
				r.before = append(r.before, all.said[k].round)
			}
			found = append(found, r)
		}
		return found
	}
	return duty{
		subject: about,
		judge: func() claim {
			again := func(i int) bool { return v.recurs(all, i) }
			if !v.teaches(iv) || !slices.ContainsFunc(own, again) {
				return claim{}
			}
			return claim{urgency: Advice, since: v.endedAt(iv)}
		},
		words: func(claim) wording { return told(v, repeats()) },
	}
}

func repeatedQuestions(v *view, repeats []repeat) wording {
	here, first := repeats[0].said.round, quoted(repeats[0].said.text)
	title := "Have an answer ready to " + first
	where := "at " + sentence(v.roundsAsked(repeats, 3))
	message := fmt.Sprintf("%s came up %s, and again at %s: it is the one to have ready.", first, where, v.roundName(here))
	if len(repeats) > 1 {
		message = fmt.Sprintf("%d questions came up %s, and again at %s: have them ready, %s first.", len(repeats), where, v.roundName(here), first)
	}
	return wording{
		title:   title,
		message: message,
		action:  "Say your answer aloud once before the next interview: two minutes, and one example.",
	}
}

// roundsAsked names the rounds in which questions came up before, at most so
// many: the same question may have been asked in hundreds.
func (v *view) roundsAsked(repeats []repeat, most int) []string {
	var names []string
	for _, r := range repeats {
		for _, round := range r.before {
			if len(names) == most {
				return names
			}
			if when := v.roundName(round); !slices.Contains(names, when) {
				names = append(names, when)
			}
		}
	}
	return names
}

func repeatedResearch(v *view, repeats []repeat) wording {
	here, rounds := repeats[0].said.round, len(repeats[0].before)+1
	return wording{
		title:   "Prepare the company before the next interview",
		message: fmt.Sprintf("Research was the thin part of %s, %s the latest: it is the part that is easiest to prepare.", plural(rounds, "round"), v.roundName(here)),
		action:  "Take half an hour for the company before the next interview: what they make, what is new, and one question about it.",
	}
}
