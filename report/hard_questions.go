package report

import (
	"cmp"
	"slices"
	"time"

	"debrief/parser"
)

// A HardQuestion is a question that made the person stumble, however often and
// in whatever words it came up.
type HardQuestion struct {
	// Question is the wording heard last.
	Question string
	// Asked are the times it came up, latest first; never empty.
	Asked []Asking
}

// An Asking is one time a question came up.
type Asking struct {
	Company, Role string
	Day           parser.Civil // in the round's own zone
	Question      string
	// Answer is the better answer written below it, "" for none yet.
	Answer string
	Place  parser.Place // of the round

	end time.Time
}

// Answer returns the better answer written last, "" where there is none yet.
func (q *HardQuestion) Answer() string {
	for _, a := range q.Asked {
		if a.Answer != "" {
			return a.Answer
		}
	}
	return ""
}

// Rounds counts the interviews in which a question came up.
func (q *HardQuestion) Rounds() int {
	var rounds []parser.Place
	for _, a := range q.Asked {
		if !slices.Contains(rounds, a.Place) {
			rounds = append(rounds, a.Place)
		}
	}
	return len(rounds)
}

// HardQuestions lists the questions that made the person stumble: those that
// came up in most rounds first, then the latest. Two are one when the rule
// stumble-repeated, as search.md sets it, takes them for the same.
func HardQuestions(j *parser.Journal, now time.Time) []HardQuestion {
	v := outsideRules(j, now)
	all := newChorus(v.hardQuestions(), v.settings.number(stumbleRepeatedID, "alike"), nil)
	var questions []HardQuestion
	for _, group := range all.groups() {
		var q HardQuestion
		for _, i := range slices.Backward(group) { // by the rounds' ends
			u := all.said[i]
			q.Asked = append(q.Asked, Asking{
				Company: u.round.Company, Role: u.round.Role, Day: dayOf(u.round), Place: u.round.Place, end: u.round.End,
				Question: inPlainWords(u.stumble.Question), Answer: inPlainWords(u.stumble.Answer),
			})
		}
		q.Question = q.Asked[0].Question
		questions = append(questions, q)
	}
	slices.SortStableFunc(questions, func(a, b HardQuestion) int {
		return cmp.Or(
			cmp.Compare(b.Rounds(), a.Rounds()), b.Asked[0].end.Compare(a.Asked[0].end),
			cmp.Compare(a.Question, b.Question),
		)
	})
	return questions
}

// groups parts the utterances into those that are alike, also where they are so
// only through others: indexes into said, ascending.
func (c chorus) groups() [][]int {
	var groups [][]int
	seen := make([]bool, len(c.said))
	for i := range c.said {
		if seen[i] {
			continue
		}
		seen[i] = true
		group := []int{i}
		for at := 0; at < len(group); at++ {
			for _, k := range c.kin[group[at]] {
				if !seen[k] {
					seen[k] = true
					group = append(group, k)
				}
			}
		}
		slices.Sort(group)
		groups = append(groups, group)
	}
	return groups
}
