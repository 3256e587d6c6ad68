package report

import (
	"maps"
	"slices"
	"strings"
	"time"

	"debrief/parser"
)

// A settlement collects the duties that no longer stand.
type settlement struct {
	view    *view // of the last state
	rules   []*Rule
	from    time.Time
	courses map[string]course  // as the last state tells them
	notes   map[string]bool    // the paths of its notes
	lossy   bool               // not all of them could be read
	over    map[[2]string]bool // positions that have come to an end
	changes map[string]Change
}

func newSettlement(last State, from time.Time, after *Report) *settlement {
	rules := Rules()
	set, _ := readSettings(rules, last.Journal.Search.Rules)
	v := newView(last.Journal, last.At, set)
	v.waivers = waiversByRule(rules, last.Journal.Waivers)
	s := &settlement{
		view: v, rules: rules, from: from,
		courses: v.lookBack(rules, from), notes: pathsOf(last.Journal),
		lossy: len(v.lossy()) > 0 || after.Counts.Unreadable > 0 || len(after.Partial) > 0,
		over:  map[[2]string]bool{}, changes: map[string]Change{},
	}
	for _, p := range after.Positions {
		s.over[[2]string{p.Company, p.Role}] = p.Over
	}
	return s
}

// step takes in what the state at an instant settles, and what went by itself
// since the state before: stood is what stood then, untouched what would stand
// now had nothing been written since, and now what stands.
func (s *settlement) step(stood, untouched, now map[string]Item, at time.Time) {
	old := maps.Clone(stood)
	maps.Copy(old, untouched) // what came by itself in between counts too
	for id, item := range old {
		if _, stands := now[id]; stands {
			delete(s.changes, id)
			continue
		}
		change := Change{Item: item}
		if _, waits := untouched[id]; waits {
			change.Recorded = at
		} else {
			change.At, change.Why = item.ChangesAt, WhyTime
		}
		s.changes[id] = change
	}
}

// dated takes in what the journal's own dates say: when something was done,
// whether that was late, and what came and went between two states.
func (s *settlement) dated() {
	for id, c := range s.courses {
		change, known := s.changes[id]
		if c.ended.IsZero() || c.waived {
			continue
		}
		if !known {
			change.Item = c.item
		}
		change.At = c.ended
		change.Why = ""
		switch {
		case c.over:
			change.Why = WhyEnded
		case !c.deed:
			change.Why = WhyTime
		}
		s.changes[id] = change.byDeed(c)
	}
}

// byDeed takes over from a course how things stood when it was done.
func (c Change) byDeed(by course) Change {
	c.Late = by.deed && by.item.Urgency == Overdue
	if by.deed {
		c.Item.Urgency, c.Item.Due, c.Item.DueIsDay = by.item.Urgency, by.item.Due, by.item.DueIsDay
	}
	return c
}

// yearBefore is how far before a span the notes may date what they had not
// recorded when it began, in days.
const yearBefore = 365

// datedEarlier takes in what was written down within the span with a date
// before it, or before it was owed.
func (s *settlement) datedEarlier() {
	open := func(c Change) bool { return c.Why == "" && c.At.IsZero() }
	if !slices.ContainsFunc(slices.Collect(maps.Values(s.changes)), open) {
		return
	}
	courses := s.view.lookBack(s.rules, s.from.AddDate(0, 0, -yearBefore))
	for id, change := range s.changes {
		c, known := courses[id]
		switch {
		case !open(change) || !known:
			continue
		case c.deed && !c.over:
			change.At = c.ended
			change = change.byDeed(c)
		case c.did:
			change.At = c.deedOn(change.Recorded)
		}
		s.changes[id] = change
	}
}

// split returns what was done and what went, less what stands again.
func (s *settlement) split(stands map[string]Item) (done, gone []Change) {
	for id, change := range s.changes {
		if _, again := stands[id]; again {
			continue
		}
		c, known := s.courses[id]
		switch {
		case c.waived:
			change.Why = WhyWaived
		case change.Why == "" && change.At.IsZero() && !c.did:
			change.Why = s.reason(change.Item, known)
		}
		if change.Why == "" {
			done = append(done, change)
		} else {
			gone = append(gone, change)
		}
	}
	slices.SortFunc(done, compareChanges)
	slices.SortFunc(gone, compareChanges)
	return done, gone
}

// reason says why a duty went that nothing shows to have been done; known: the
// last state still knows of it.
func (s *settlement) reason(item Item, known bool) string {
	switch {
	case s.over[[2]string{item.Company, item.Role}] && endsWithPosition(item.Rule):
		return WhyEnded
	case s.view.settings.off(item.Rule):
		return WhyChanged
	case !known && !s.notes[item.Place.Path()] && !s.torn(item.Place.Path()):
		return WhyRemoved
	case s.lossy:
		return WhyUnread
	}
	return WhyChanged
}

// torn reports whether something of a note, or of a folder it may be in, could
// not be read in the last state.
func (s *settlement) torn(path string) bool {
	for _, p := range s.view.journal.Problems {
		if p.Source == nil || p.Source.Path == path || strings.HasPrefix(path, p.Source.Path+"/") {
			return true
		}
	}
	return false
}

// pathsOf lists the notes that say anything about a search.
func pathsOf(j *parser.Journal) map[string]bool {
	notes := map[string]bool{j.Search.Place.Path(): true}
	for _, p := range j.Positions {
		notes[p.Place.Path()] = true
	}
	for _, iv := range j.Interviews {
		notes[iv.Place.Path()] = true
	}
	for _, r := range j.References {
		notes[r.Place.Path()] = true
	}
	for _, e := range j.Events {
		notes[e.Place.Path()] = true
	}
	return notes
}

// endsWithPosition reports whether a rule asks for nothing more once a position
// has come to an end.
func endsWithPosition(rule string) bool {
	return rule != thankYouID && rule != evaluationMissingID
}
