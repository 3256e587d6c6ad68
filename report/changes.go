package report

import (
	"cmp"
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
