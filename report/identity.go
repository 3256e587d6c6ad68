package report

import (
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"slices"
	"strings"

	"debrief/parser"
)

// idLength is how many characters an id has: 35 bits keep a thousand duties
// apart, and people can still read one aloud.
const idLength = 7

// identities hands out ids. An id is made of what a duty is about, never of
// where it stands or how pressing it is, so that it lives as long as the duty.
type identities struct {
	waiting []whom           // not counted yet: for most rules, nothing ever stands
	seen    map[identity]int // how many duties had the same subject so far
	folded  map[string]string
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

func newIdentities() *identities {
	return &identities{seen: map[identity]int{}, folded: map[string]string{}}
}

// fold folds a name, each only once.
func (ids *identities) fold(name string) string {
	folded, known := ids.folded[name]
	if !known {
		folded = parser.FoldName(name)
		ids.folded[name] = folded
	}
	return folded
}

// add takes in the next duty's subject.
func (ids *identities) add(s subject) {
	if len(ids.waiting) == cap(ids.waiting) {
		ids.waiting = slices.Grow(ids.waiting, len(ids.waiting)+64) // there are thousands, or few
	}
	ids.waiting = append(ids.waiting, whom{s.position, s.interview, s.event, s.person})
}

// last returns what makes the duty added last the one it is. Two duties about
// the very same subject (two rounds on one day) are told apart by the number n,
// in the journal's order, in which those already settled still stand.
func (ids *identities) last() (id identity, n int) {
	for _, w := range ids.waiting {
		s := subject{position: w.position, interview: w.interview, event: w.event, person: w.person}
		id = identity{company: ids.fold(s.company()), role: ids.fold(s.role()), person: ids.fold(s.name())}
		if s.interview != nil {
			id.day = dayOf(s.interview)
		}
		n = ids.seen[id]
		ids.seen[id]++
	}
	ids.waiting = ids.waiting[:0]
	return id, n
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
		whole := items[i].ID
		n := idLength
		for n < len(whole) && taken[whole[:n]] {
			n++
		}
		items[i].ID = whole[:min(n, len(whole))]
		taken[items[i].ID] = true
	}
}
