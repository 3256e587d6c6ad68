package parser

import (
	"fmt"
	"math/bits"
	"slices"
)

// A mention is a company's name that nothing in the journal declares.
type mention struct {
	name  string
	place Place
	hint  string // where it must name one: what to write if nothing is known to be meant
	told  bool   // a problem of the whole line speaks of it
}

// suspectNames warns of companies and roles that are written once, have no
// application, and are one slip of the keys away from another.
func (b *joiner) suspectNames() []Problem {
	var found suspicions
	begin := newBeginnings(b.companies.list)
	known := suspects{}
	for _, c := range b.companies.list {
		s := newSuspect(c.name)
		known[s.kin()] = append(known[s.kin()], s)
	}
	accused := map[string]string{} // once is enough for two names
	for _, c := range b.companies.list {
		if c.declared || c.mentions > 1 || len(c.via) > 0 || c.name == "undisclosed" {
			continue
		}
		if longer := begin.longer(c.name); longer != nil && longer.declared {
			found.didYouMean(c.firstSeen, c.name, longer.name)
			continue
		}
		before := len(found)
		if meant := found.suspectCompany(newSuspect(c.name), c.firstSeen, known); meant != "" {
			if accused[meant] == c.name {
				found = found[:before]
			}
			accused[c.name] = meant
		}
	}
	times := map[string]int{}
	for _, m := range b.unknown {
		times[FoldName(m.name)]++
	}
	for _, m := range b.unknown {
		if m.told {
			continue
		}
		if longer := begin.longer(m.name); longer != nil {
			found.didYouMean(m.place, m.name, longer.name)
			continue
		}
		before := len(found)
		if s := newSuspect(m.name); times[s.folded] == 1 {
			found.suspectCompany(s, m.place, known)
		}
		if len(found) == before && m.hint != "" {
			found = append(found, Problem{ID: DidYouMean, Place: m.place, Hint: m.hint, Message: m.name + " is no position of the journal"})
		}
	}
	for _, c := range b.companies.list {
		b.suspectRoles(c, &found)
	}
	return found
}

// beginnings are the folded names of several words by the words they begin
// with: `acme robotics gmbh` by acme and by acme robotics.
type beginnings map[string][]*company

func newBeginnings(list []*company) beginnings {
	index := beginnings{}
	for _, c := range list {
		folded := FoldName(c.name)
		for i := range len(folded) {
			if folded[i] == ' ' {
				index[folded[:i]] = append(index[folded[:i]], c)
			}
		}
	}
	return index
}

// longer returns the one company whose name begins with the words of another:
// Acme Robotics for Acme. With several there is no guess, and it is nil.
func (b beginnings) longer(name string) *company {
	if found := b[FoldName(name)]; len(found) == 1 {
		return found[0]
	}
	return nil
}

// A suspect is a name prepared for comparison: most pairs are told apart by
// the letters they hold, and which stand beside each other, without counting
// edits.
type suspect struct {
	name, folded string
	letters      uint64 // a bit for each letter it holds
	neighbours   uint64 // a bit for each two beside each other
	length       int    // in runes
	count        int    // letters among them
}

// What one edit changes at most: a substitution two letters, and a swap three
// pairs into three others.
const (
	lettersOfEdit    = 2
	neighboursOfEdit = 6
)

// apart reports whether it takes more edits than limit to make one of the other.
func (s suspect) apart(other suspect, limit int) bool {
	return bits.OnesCount64(s.letters^other.letters) > limit*lettersOfEdit ||
		bits.OnesCount64(s.neighbours^other.neighbours) > limit*neighboursOfEdit ||
		editDistance(s.folded, other.folded, limit) > limit
}

// A kin is what two names share of which one may be a slip for the other,
// their lengths nearly: digits and short words tell names apart.
type kin struct {
	length         int // in runes
	digits, shorts string
}

type suspects map[kin][]suspect

func (s suspect) kin() kin { return kin{s.length, digitsOf(s.folded), distinctWords(s.folded)} }

func newSuspect(name string) suspect {
	s := suspect{name: name, folded: FoldName(name)}
	before := rune(0)
	for _, r := range s.folded {
		s.letters |= 1 << (uint(r) % 64)
		s.neighbours |= 1 << ((uint(before)*31 + uint(r)) % 64)
		s.length++
		before = r
	}
	s.count = letterCount(s.folded)
	return s
}

// suspectCompany asks whether a name is a slip for a known one, and returns that.
func (found *suspicions) suspectCompany(s suspect, place Place, known suspects) string {
	for length := s.length - 2; length <= s.length+2; length++ {
		near := s.kin()
		near.length = length
		for _, k := range known[near] {
			// slipOfTheKeys, less what the two have in common by being kin.
			limit := slipsAllowed(s.count, k.count)
			if limit == 0 || k.folded == s.folded || s.apart(k, limit) {
				continue
			}
			found.didYouMean(place, s.name, k.name)
			return k.name
		}
	}
	return ""
}

// suspicions are problems that could each be a name misspelt.
type suspicions []Problem

func (found *suspicions) didYouMean(place Place, name, meant string) {
	*found = append(*found, Problem{
		ID: DidYouMean, Place: place,
		Message: fmt.Sprintf("%s is named only here, and is kept apart from %s", name, meant),
		Hint:    fmt.Sprintf("did you mean %s?", meant),
		Fixes:   []Fix{{place.Span, meant}},
	})
}

// suspectRoles compares the roles at one company.
func (b *joiner) suspectRoles(c *company, found *suspicions) {
	if len(c.positions) < 2 {
		return
	}
	for _, p := range c.positions {
		if p.Declared || p.Role == "" || len(p.Interviews) > 1 {
			continue
		}
		for _, other := range c.positions {
			if other == p || other.Role == "" || !slipOfTheKeys(FoldName(p.Role), FoldName(other.Role)) {
				continue
			}
			if !other.Declared && slices.Index(c.positions, other) > slices.Index(c.positions, p) {
				continue
			}
			found.didYouMean(b.rolePlace(p), p.Role, other.Role)
			break
		}
	}
}

// rolePlace is where a position's role was written, as near as is known.
func (b *joiner) rolePlace(p *Position) Place {
	for _, f := range b.notes {
		if f.Source != p.Place.Source {
			continue
		}
		for _, e := range f.interviews {
			if e.role.Given() && SameName(e.role.Value, p.Role) {
				return Place{f.Source, e.role.Span}
			}
		}
		for i := range f.lines {
			if r := f.lines[i].role; r.Given() && SameName(r.Value, p.Role) {
				return Place{f.Source, r.Span}
			}
		}
	}
	return p.Place
}
