package report

import (
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"strings"

	"debrief/parser"
)

// idLength is how many characters an id has: 35 bits keep a thousand duties
// apart, and people can still read one aloud.
const idLength = 7

// identities hands out ids. An id is made of what a duty is about, never of
// where it stands or how pressing it is, so that it lives as long as the duty.
type identities struct {
	fold   func(name string) string
	duties []whom // of one rule, in the journal's order
}

// newIdentities has room for the duties of most rules: one for each round, or
// for each person in it.
func (v *view) newIdentities() *identities {
	return &identities{fold: v.fold, duties: make([]whom, 0, 2*len(v.journal.Interviews))}
}

// An identity is what makes a duty of a rule the one it is, but for its number
// among those with the same one.
type identity struct {
	company, role, person string // folded
	day                   parser.Civil
}

// A whom is what of a subject makes its identity.
type whom struct {
	position  *parser.Position
	interview *parser.Interview
	event     *parser.Event
	person    *parser.Person
}

// add takes in the next duty's subject and returns its place among them all.
func (ids *identities) add(s subject) int {
	ids.duties = append(ids.duties, whom{s.position, s.interview, s.event, s.person})
	return len(ids.duties) - 1
}

// subject is as much of a duty's subject as makes its identity.
func (w whom) subject() subject {
	return subject{position: w.position, interview: w.interview, event: w.event, person: w.person}
}

// identify returns what makes a duty the one it is.
func (ids *identities) identify(w whom) identity {
	s := w.subject()
	id := identity{company: ids.fold(s.company()), role: ids.fold(s.role()), person: ids.fold(s.name())}
	if s.interview != nil {
		id.day = dayOf(s.interview)
	}
	return id
}

// whole returns the whole ids of those of a rule's duties that stand, given by
// their places. Two duties about the very same subject (two rounds on one day)
// are told apart by a number, in the journal's order, in which those already
// settled still stand. Most duties are settled, and at other companies than
// those that stand: the company alone is looked at first.
func (ids *identities) whole(rule string, standing []int) []string {
	numbers := make(map[identity]int, len(standing))
	companies := make(map[string]bool, len(standing))
	for _, at := range standing {
		id := ids.identify(ids.duties[at])
		numbers[id] = 0
		companies[id.company] = true
	}
	whole := make([]string, 0, len(standing))
	var before whom
	near := false
	for at, w := range ids.duties {
		if len(whole) == len(standing) {
			break
		}
		if at == 0 || w.interview != before.interview || w.position != before.position || w.event != before.event {
			near = companies[ids.fold(w.subject().company())]
		}
		if before = w; !near {
			continue
		}
		id := ids.identify(w)
		n, counted := numbers[id]
		if !counted {
			continue
		}
		numbers[id]++
		if at == standing[len(whole)] {
			whole = append(whole, idOf(rule, id, n))
		}
	}
	return whole
}

// idOf returns the whole id of a duty.
func idOf(rule string, id identity, n int) string {
	round := ""
	if id.day != (parser.Civil{}) {
		round = id.day.String()
	}
	key := strings.Join([]string{rule, id.company, id.role, id.person, round}, "\x00")
	if n > 0 {
		key = fmt.Sprintf("%s\x00%d", key, n)
	}
	sum := sha256.Sum256([]byte(key))
	return strings.ToLower(base32.StdEncoding.EncodeToString(sum[:]))
}

// shortenIDs cuts the ids of items to a readable length, leaving just
// enough of those that would be the same.
func shortenIDs(items []Item) {
	taken := map[string]bool{}
	for i := range items {
		items[i].whole = items[i].ID
		items[i].ID = shortID(items[i].ID, taken)
	}
}

// shortID cuts a whole id to what no other has taken, and takes that.
func shortID(whole string, taken map[string]bool) string {
	n := idLength
	for n < len(whole) && taken[whole[:n]] {
		n++
	}
	short := whole[:min(n, len(whole))]
	taken[short] = true
	return short
}
