package report

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"debrief/parser"
)

// A State is a journal as it stood at one instant.
type State struct {
	Journal *parser.Journal
	At      time.Time
}

// Changes are what became of a search between two instants.
type Changes struct {
	// From and To are the two instants, in Zone.
	From, To time.Time
	Zone     *time.Location
	// Owed is what is due or overdue at To and was neither at From; Overdue is
	// what was due at From and is overdue at To. Both in the order of a report.
	Owed, Overdue []Change
	// Done is what was done, and Gone what is no longer asked for although it
	// was not: its time has passed, its application has ended, it was waived, or
	// the notes no longer say what it rested on. Both by the time of that.
	Done, Gone []Change
	// Deeds counts what the journal's own dates put between the two.
	Deeds Deeds
	// Before and After are the counts of the reports at From and To.
	Before, After Counts
	// Lossy: at To, not all of the notes could be read, and something may be
	// missing above.
	Lossy bool
}

// Deeds counts what happened in a span of time.
type Deeds struct{ Applications, Outreach, Interviews, ThankYous, Told int }

// A Change is one duty that changed.
type Change struct {
	// Item is the duty as it stands, or stood last. The words of one that no
	// longer stands are empty unless a state had it.
	Item Item
	// At is when it was done or went, by the journal's own dates; zero where
	// nobody dated it.
	At time.Time
	// Recorded is the first state that has it as done; zero where it was
	// done and written down between two states.
	Recorded time.Time
	// Late: it was overdue when it was done, by the journal's own dates.
	Late bool
	// Why says why something went; "" for what was done.
	Why string
}

// Reasons for a duty to go without being done.
const (
	WhyTime    = "time"    // its time has passed
	WhyEnded   = "ended"   // the application has ended
	WhyWaived  = "waived"  // by the notes
	WhyRemoved = "removed" // the note is gone
	WhyChanged = "changed" // the notes say something else now, and not that it was done
	WhyUnread  = "unread"  // the same, but not all of them could be read
)

// Compare says what changed from the first of several states to the last. The
// states between them tell of duties that came and were done in the meantime
// where the journal has no dates for it. There must be at least two; they are
// in the order of time.
func Compare(states []State) *Changes {
	first, last := states[0], states[len(states)-1]
	before, after := Build(first.Journal, first.At), Build(last.Journal, last.At)
	c := &Changes{
		From: first.At.In(after.Zone), To: after.Now, Zone: after.Zone,
		Before: before.Counts, After: after.Counts,
		Deeds: deedsBetween(last.Journal, first.At, last.At),
	}
	stood, stands := pressingByID(before), pressingByID(after)
	for _, item := range after.Items {
		was, known := stood[item.whole]
		switch {
		case !item.Urgency.pressing():
		case !known:
			c.Owed = append(c.Owed, Change{Item: item})
		case was.Urgency == Due && item.Urgency == Overdue:
			c.Overdue = append(c.Overdue, Change{Item: item})
		}
	}
	settled := newSettlement(last, first.At, after)
	for i := 1; i < len(states); i++ {
		now := stands
		if i+1 < len(states) {
			now = pressingByID(Build(states[i].Journal, states[i].At))
		}
		settled.step(stood, pressingByID(Build(states[i-1].Journal, states[i].At)), now, states[i].At)
		stood = now
	}
	settled.dated()
	settled.datedEarlier()
	c.Lossy = settled.lossy
	c.Done, c.Gone = settled.split(stands)
	return c
}

// pressingByID returns the items that are due or overdue, by their whole ids.
func pressingByID(r *Report) map[string]Item {
	items := map[string]Item{}
	for _, item := range r.Items {
		if item.Urgency.pressing() {
			items[item.whole] = item
		}
	}
	return items
}

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
	case s.lossy:
		return WhyUnread
	case !known && !s.notes[item.Place.Path()]:
		return WhyRemoved
	}
	return WhyChanged
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

// when is the time a change is sorted by.
func (c Change) when() time.Time {
	if c.At.IsZero() {
		return c.Recorded
	}
	return c.At
}

func compareChanges(a, b Change) int {
	return cmp.Or(
		a.when().Compare(b.when()),
		cmp.Compare(a.Item.Company, b.Item.Company),
		cmp.Compare(a.Item.Person, b.Item.Person),
		cmp.Compare(a.Item.Rule, b.Item.Rule),
		cmp.Compare(a.Item.whole, b.Item.whole),
	)
}

// deedsBetween counts what happened after from and not after to. A day counts
// as its first instant.
func deedsBetween(j *parser.Journal, from, to time.Time) Deeds {
	return diaryOf(j).count(func(t time.Time) bool { return t.After(from) && !t.After(to) })
}

// A diary is when what was done was done, of a day its first instant.
type diary struct{ applications, outreach, interviews, thankYous, told []time.Time }

// diaryOf reads a journal's own dates: applications and outreach as the report
// counts a week's, and the rounds that were held.
func diaryOf(j *parser.Journal) *diary {
	set, _ := readSettings(Rules(), j.Search.Rules)
	v := newView(j, lastInstant, set)
	v.hindsight = true
	var d diary
	for _, e := range v.activities() {
		switch {
		case !e.When.Known():
		case e.What == parser.AppliedTo:
			d.applications = append(d.applications, e.When.Time)
		default:
			d.outreach = append(d.outreach, e.When.Time)
		}
	}
	for _, iv := range j.Interviews {
		if v.held(iv) {
			d.interviews = append(d.interviews, iv.Start.Time)
		}
	}
	for _, e := range j.Events {
		switch {
		case !e.When.Known():
		case e.What == parser.Thanked:
			d.thankYous = append(d.thankYous, e.When.Time)
		case e.What == parser.Told:
			d.told = append(d.told, e.When.Time)
		}
	}
	return &d
}

// count counts what was done at the times within a span.
func (d *diary) count(within func(time.Time) bool) Deeds {
	in := func(times []time.Time) int {
		n := 0
		for _, t := range times {
			if within(t) {
				n++
			}
		}
		return n
	}
	return Deeds{in(d.applications), in(d.outreach), in(d.interviews), in(d.thankYous), in(d.told)}
}
