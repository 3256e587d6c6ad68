package report

import (
	"cmp"
	"encoding/binary"
	"slices"

	"debrief/parser"
)

// An utterance is something said or written in one round that may come up in
// another: a question that was hard, or a note to one person.
type utterance struct {
	round  *parser.Interview
	person *parser.Person // whom a note is to, nil for a question
	text   string
	words  wordSet
	// stumble is the question as its round has it, nil for anything else.
	stumble *parser.Stumble
}

// A chorus is a journal's utterances with those that are alike.
type chorus struct {
	said []utterance // in the order of their rounds' ends
	// kin are, for each of them, all that are alike: indexes into said,
	// ascending, its own among them.
	kin [][]int
	// owner tells whose an utterance is: nobody repeats themselves. It is nil
	// where everything counts.
	owner func(*utterance) any
	in    map[*parser.Interview][]int // those that are like another, by round
}

// of returns the utterances of one round that are like another.
func (c chorus) of(iv *parser.Interview) []int { return c.in[iv] }

// newChorus finds the utterances of different owners that are alike by at least
// percent of their words. The same words said often are compared once.
func newChorus(said []utterance, percent int, owner func(*utterance) any) chorus {
	percent = min(percent, 100)
	slices.SortStableFunc(said, func(a, b utterance) int { return a.round.End.Compare(b.round.End) })
	c := chorus{said: said, owner: owner, kin: make([][]int, len(said)), in: map[*parser.Interview][]int{}}
	index := make(map[string]int, len(said)/2) // by the words, all of them as bytes
	var joined []byte
	var sets []wordSet
	var members [][]int // by set
	var owners []any    // by set; the set's own number where it has several
	for i := range said {
		u := &said[i]
		joined = joined[:0]
		for _, w := range u.words {
			joined = binary.LittleEndian.AppendUint32(joined, uint32(w))
		}
		n, known := index[string(joined)]
		if !known {
			n = len(sets)
			index[string(joined)] = n
			sets, members, owners = append(sets, u.words), append(members, nil), append(owners, c.ownerOf(i, n))
		}
		if last := len(members[n]) - 1; last >= 0 && !c.apart(i, members[n][last]) && said[members[n][last]].round == u.round {
			continue // the same once more
		}
		if owners[n] != c.ownerOf(i, n) {
			owners[n] = n
		}
		members[n] = append(members[n], i)
	}
	for n, near := range neighbours(sets, owners, percent) {
		all := members[n]
		for _, m := range near {
			all = append(all[:len(all):len(all)], members[m]...)
		}
		slices.Sort(all)
		for _, i := range members[n] {
			c.kin[i] = all
		}
	}
	for i := range said {
		if round := said[i].round; len(c.kin[i]) > 1 {
			c.in[round] = append(c.in[round], i)
		}
	}
	return c
}

// ownerOf returns the owner of an utterance, or else what it is told.
func (c chorus) ownerOf(i int, otherwise any) any {
	if c.owner == nil {
		return otherwise
	}
	return c.owner(&c.said[i])
}

// apart reports whether one of two utterances can repeat the other.
func (c chorus) apart(i, k int) bool { return c.ownerOf(i, i) != c.ownerOf(k, k) }

// echoes reports whether a note to a person for a round is like another.
func (c chorus) echoes(iv *parser.Interview, person *parser.Person) bool {
	return slices.ContainsFunc(c.in[iv], func(i int) bool { return c.said[i].person == person })
}

// neighbours returns, for each set, the other sets like it, those of its own
// owner left out. Two sets that are alike share a word among the rarest of each,
// as the rest would not do: only such sets are compared.
func neighbours(sets []wordSet, owners []any, percent int) [][]int {
	near := make([][]int, len(sets))
	rarest, words := rarestWords(sets, percent)
	holding := make([][]int, words)
	// others are how many of those holding a word stand before the last ones,
	// which are of one owner: a round with thousands of questions is in a row.
	others := make([]int, words)
	var candidates []int
	for n, rare := range rarest {
		candidates = candidates[:0]
		for _, w := range rare {
			if held := len(holding[w]); held > 0 && owners[holding[w][held-1]] != owners[n] {
				others[w] = held
			}
			candidates = append(candidates, holding[w][:others[w]]...)
			holding[w] = append(holding[w], n)
		}
		slices.Sort(candidates)
		for i, m := range candidates {
			if (i == 0 || candidates[i-1] != m) && owners[m] != owners[n] && sets[m].alike(sets[n], percent) {
				near[n], near[m] = append(near[n], m), append(near[m], n)
			}
		}
	}
	return near
}

// rarestWords returns of each set as many of its rarest words as can be
// missing in a set like it, and one more, but for those of no other set. Every
// number in them is below words.
func rarestWords(sets []wordSet, percent int) (rarest []wordSet, words int) {
	total := 0
	for _, set := range sets {
		total += len(set)
		if last := len(set) - 1; last >= 0 {
			words = max(words, int(set[last])+1)
		}
	}
	frequency := make([]int32, words)
	for _, set := range sets {
		for _, w := range set {
			frequency[w]++
		}
	}
	rarest = make([]wordSet, len(sets))
	copies := make(wordSet, 0, total)
	for n, set := range sets {
		copies = append(copies, set...)
		own := copies[len(copies)-len(set):]
		slices.SortFunc(own, func(a, b int32) int {
			return cmp.Or(cmp.Compare(frequency[a], frequency[b]), cmp.Compare(a, b))
		})
		common := (percent*len(own) + 99) / 100
		own = own[:min(len(own)-common+1, len(own))]
		for len(own) > 0 && frequency[own[0]] == 1 {
			own = own[1:]
		}
		rarest[n] = own
	}
	return rarest, words
}

// recurs reports whether an utterance repeats an earlier one and is the last
// to do so: what comes up again later is told there.
func (v *view) recurs(c chorus, i int) bool {
	return len(v.repeats(c, i, 1)) > 0
}

// repeats returns the earlier utterances that one repeats, latest first and at
// most so many, when it is the last to do so. Those of its owner are left out.
func (v *view) repeats(c chorus, i, most int) []int {
	var earlier []int
	for _, k := range slices.Backward(c.kin[i]) {
		other := &c.said[k]
		switch {
		case len(earlier) == most:
			return earlier
		case !c.apart(i, k):
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
