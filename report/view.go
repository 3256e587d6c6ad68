package report

import (
	"sync"
	"time"

	"debrief/parser"
)

// A view is a journal seen at one instant: the words the rules are written in
// (held, live, thanked, …), each of which asks the clock.
type view struct {
	*clock
	indexes
	journal  *parser.Journal
	zone     *time.Location
	calendar calendar
	settings settings
	// takers are the positions that something says were taken.
	takers []*parser.Position
	// expected are the references of every position that names none itself.
	expected []*parser.Reference
	waivers  map[string][]*parser.Waiver // by rule
	// hindsight: now lies behind, and what was done is known to the instant.
	hindsight bool
	// deaf, where it is set, is an instant after which nothing happens: what
	// changes all the same changes with time alone.
	deaf time.Time
	// lasting: what is said now is to stay true. See Item.Lasting.
	lasting bool
}

// indexes are a journal put in other orders, as of the view's instant. Each is
// made by whichever rule asks for it first, at no rule's clock.
type indexes struct {
	spellings func() spellings
	// activities are the search's own activities, latest first. Whether a
	// contact was outreach depends on its own time only, never on now.
	activities func() []*parser.Event
	// toldOf are the events by which references learnt of positions.
	toldOf   func() map[toldKey][]*parser.Event
	gaps     func() gaps
	notes    *memo[*parser.Source, note]
	latestIn *memo[sharedLog, map[*parser.Person]time.Time]
	// thanks are the thank-yous by where they were received.
	thanks func() map[company][]*parser.Event
	// written is what there is of the words of thank-yous, by round.
	written func() []correspondence
	// latestFirst are the rounds whose position is known, by their end.
	latestFirst func() []*parser.Interview
	lossy       func() map[*parser.Source]bool
}

func newView(j *parser.Journal, now time.Time, set settings) *view {
	zone := j.Zone
	if zone == nil {
		zone = time.UTC
	}
	v := &view{
		clock:    &clock{now: now},
		journal:  j,
		zone:     zone,
		calendar: newCalendar(j.Search),
		settings: set,
		takers:   takers(j.Positions),
		expected: expectedAnywhere(j),
	}
	v.indexes = indexes{
		spellings:   sync.OnceValue(func() spellings { return spellingsOf(j) }),
		activities:  sync.OnceValue(func() []*parser.Event { return v.atOwnClock().findActivities() }),
		toldOf:      sync.OnceValue(func() map[toldKey][]*parser.Event { return toldEvents(j.References) }),
		gaps:        sync.OnceValue(v.findGaps),
		notes:       new(memo[*parser.Source, note]),
		latestIn:    new(memo[sharedLog, map[*parser.Person]time.Time]),
		thanks:      sync.OnceValue(v.thanksByCompany),
		written:     sync.OnceValue(func() []correspondence { return correspondences(j.Interviews) }),
		latestFirst: sync.OnceValue(v.roundsLatestFirst),
		lossy:       sync.OnceValue(v.lossyNotes),
	}
	return v
}

// happened reports whether something dated w has happened. Clocks differ and
// people write ahead, so up to a day after now still counts; undated things
// have happened.
func (v *view) happened(w parser.When) bool {
	if w.Known() && !v.deaf.IsZero() && w.Time.After(v.deaf) {
		return false
	}
	if !w.Time.After(v.now) {
		return true // and so has come any day before; undated things are of year 1
	}
	if w.Known() && v.hindsight {
		return v.reached(w.Time)
	}
	switch w.Precision {
	case parser.Instant:
		return v.reached(addDays(w.Time, -1, v.zone))
	case parser.Day:
		zone := w.Time.Location()
		return v.reached(dayIn(w.Time, zone).AddDays(-1).Start(zone))
	default:
		return true
	}
}

// day returns the calendar date of something dated, in the search's zone
// unless it was written as a day of its own.
func (v *view) day(w parser.When) parser.Civil {
	if w.IsDay() {
		return dayIn(w.Time, w.Time.Location())
	}
	return dayIn(w.Time, v.zone)
}

// today returns the calendar date of now, for wording only: what a rule
// decides goes through reached.
func (v *view) today() parser.Civil { return dayIn(v.now, v.zone) }
