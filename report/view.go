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
	*spellings
	journal  *parser.Journal
	zone     *time.Location
	calendar calendar
	settings settings
	// activities are the search's own activities, latest first. Whether a
	// contact was outreach depends on its own time only, never on now.
	activities []*parser.Event
	// takers are the positions that something says were taken.
	takers []*parser.Position
	// told are the events by which references learnt of positions.
	toldOf  map[toldKey][]*parser.Event
	waivers map[string][]*parser.Waiver // by rule
	gaps    gaps
	// thanks are the thank-yous by where they were received.
	thanks map[company][]*parser.Event
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
	}
	v.waivers = waiversByRule(j.Waivers)
	v.takers = takers(j.Positions)
	var parts sync.WaitGroup
	parts.Go(func() { v.activities = v.findActivities() }) // the one part that asks the clock
	parts.Go(func() { v.toldOf = toldEvents(j.References) })
	v.spellings = spellingsOf(j)
	v.thanks = v.thanksByCompany()
	v.gaps = v.findGaps()
	parts.Wait()
	return v
}

// happened reports whether something dated w has happened. Clocks differ and
// people write ahead, so up to a day after now still counts; undated things
// have happened.
func (v *view) happened(w parser.When) bool {
	if !w.Time.After(v.now) {
		return true // and so has come any day before; undated things are of year 1
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
