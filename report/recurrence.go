package report

import (
	"cmp"
	"slices"
	"strings"

	"debrief/parser"
)

// An utterance is something said or written in one round that may come up in
// another: a question that was hard, or a note to one person.
type utterance struct {
	round  *parser.Interview
	person *parser.Person // whom a note is to, nil for a question
	text   string
	words  wordSet
}

// A chorus is a journal's utterances with those that are alike.
type chorus struct {
	said []utterance // in the order of their rounds' ends
	// kin are, for each of them, all that are alike: indexes into said,
	// ascending, its own among them.
	kin [][]int
	in  map[*parser.Interview][]int // by round
}

// of returns the utterances of one round.
func (c chorus) of(iv *parser.Interview) []int { return c.in[iv] }

// newChorus finds the utterances that are alike by at least percent of their
// words. The same words said often are compared once.
func newChorus(said []utterance, percent int) chorus {
	percent = min(percent, 100)
	slices.SortStableFunc(said, func(a, b utterance) int { return a.round.End.Compare(b.round.End) })
	c := chorus{said: said, kin: make([][]int, len(said)), in: map[*parser.Interview][]int{}}
	index := map[string]int{} // by the words, joined
	var sets []wordSet
	var members [][]int // by set
	for i, u := range said {
		key := strings.Join(u.words, " ")
		n, known := index[key]
		if !known {
			n = len(sets)
			index[key] = n
			sets, members = append(sets, u.words), append(members, nil)
		}
		members[n] = append(members[n], i)
		c.in[u.round] = append(c.in[u.round], i)
	}
	for n, near := range neighbours(sets, percent) {
		all := members[n]
		for _, m := range near {
			all = append(all[:len(all):len(all)], members[m]...)
		}
		slices.Sort(all)
		for _, i := range members[n] {
			c.kin[i] = all
		}
	}
	return c
}

// neighbours returns, for each set, the other sets like it. Two sets that are
// alike share a word among the rarest of each, as the rest would not do: only
// such sets are compared.
func neighbours(sets []wordSet, percent int) [][]int {
	near := make([][]int, len(sets))
	holding := map[string][]int{}
	for n, rarest := range rarestWords(sets, percent) {
		var candidates []int
		for _, w := range rarest {
			candidates = append(candidates, holding[w]...)
			holding[w] = append(holding[w], n)
		}
		slices.Sort(candidates)
		for _, m := range slices.Compact(candidates) {
			if sets[m].alike(sets[n], percent) {
				near[n], near[m] = append(near[n], m), append(near[m], n)
			}
		}
	}
	return near
}

// rarestWords returns of each set as many of its rarest words as can be
// missing in a set like it, and one more.
func rarestWords(sets []wordSet, percent int) [][]string {
	frequency := map[string]int{}
	for _, set := range sets {
		for _, w := range set {
			frequency[w]++
		}
	}
	rarest := make([][]string, len(sets))
	for n, set := range sets {
		words := slices.Clone([]string(set))
		slices.SortFunc(words, func(a, b string) int {
			return cmp.Or(cmp.Compare(frequency[a], frequency[b]), cmp.Compare(a, b))
		})
		common := (percent*len(words) + 99) / 100
		rarest[n] = words[:min(len(words)-common+1, len(words))]
	}
	return rarest
}

// recurs returns the earlier utterances that one repeats, latest first, when
// it is the last to do so: what comes up again later is told there. Those not
// distinct from it are left out.
func (v *view) recurs(c chorus, i int, distinct func(a, b *utterance) bool) []int {
	var earlier []int
	for _, k := range slices.Backward(c.kin[i]) {
		other := &c.said[k]
		switch {
		case !distinct(&c.said[i], other):
		case k > i && v.teaches(other.round):
			return nil
		case k < i && v.held(other.round):
			earlier = append(earlier, k)
		}
	}
	return earlier
}

// teaches reports whether a round that took place may give advice: the search
// is on, and its position is known and neither accepted, asleep, nor lost in
// these very days.
func (v *view) teaches(iv *parser.Interview) bool {
	p := iv.Position
	return p != nil && v.held(iv) && v.searchOn() && !v.accepted(p) && !v.resting(p) && !v.justRejected(p)
}
