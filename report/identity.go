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
	seen   map[string]int // how many duties had the same subject so far
	folded map[string]string
}

func newIdentities() *identities {
	return &identities{seen: map[string]int{}, folded: map[string]string{}}
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

// keyOf returns what makes a duty the one it is. Two duties about the very same
// subject (two rounds on one day) are told apart by the journal's order, in
// which those already settled still stand.
func (ids *identities) keyOf(rule string, s subject) string {
	round := ""
	if s.interview != nil {
		round = dayOf(s.interview).String()
	}
	key := strings.Join([]string{rule, ids.fold(s.company()), ids.fold(s.role()), ids.fold(s.name()), round}, "\x00")
	n := ids.seen[key]
	ids.seen[key]++
	if n > 0 {
		key = fmt.Sprintf("%s\x00%d", key, n)
	}
	return key
}

// idOf returns the whole id of a duty's key.
func idOf(key string) string {
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
