package report

import (
	"slices"
	"time"

	"debrief/parser"
)

// searchPlace returns where search-wide duties are written: search.md's
// `started`, else nowhere.
func (v *view) searchPlace() parser.Place {
	if v.journal.Search.Started.Known() {
		return v.journal.Search.Place
	}
	return parser.Place{}
}

// started returns when the search began: as search.md says, else with the
// first thing the journal dates; undated when it dates nothing.
func (v *view) started() parser.When {
	if v.journal.Search.Started.Known() {
		return v.journal.Search.Started
	}
	var first parser.When
	consider := func(w parser.When) {
		if w.Known() && (!first.Known() || w.Time.Before(first.Time)) {
			first = w
		}
	}
	for _, e := range v.journal.Events {
		consider(e.When)
	}
	for _, iv := range v.journal.Interviews {
		consider(iv.Start)
	}
	return first
}

// firstDay returns the midnight at which the search ends: that of search.md's
// first day, else of the first day at an accepted position; zero when none is
// known. A first day from before the search is an earlier job's.
func (v *view) firstDay() time.Time {
	if v.journal.Search.FirstDay.Known() {
		return v.midnight(v.journal.Search.FirstDay)
	}
	var first time.Time
	for _, p := range v.takers {
		day := v.firstDayAt(p)
		if !day.Known() || !v.taken(p) || v.beforeSearch(day) {
			continue
		}
		if at := v.midnight(day); first.IsZero() || at.Before(first) {
			first = at
		}
	}
	return first
}

// firstDayAt returns the first day at a position, as its field or a log line
// says.
func (v *view) firstDayAt(p *parser.Position) parser.When {
	if p.FirstDay.Known() {
		return p.FirstDay
	}
	for _, e := range p.Events {
		if e.What == parser.StartedAt && e.When.Known() {
			return e.When
		}
	}
	return parser.When{}
}

// takers returns the positions of which something says that they were
// accepted or started, at whatever time.
func takers(positions []*parser.Position) []*parser.Position {
	var found []*parser.Position
	for _, p := range positions {
		said := slices.ContainsFunc(p.Events, func(e *parser.Event) bool {
			return e.What == parser.AcceptedOffer || e.What == parser.StartedAt
		})
		if said || p.Status == parser.Accepted || p.Status == parser.Started {
			found = append(found, p)
		}
	}
	return found
}

// taken reports whether a position was accepted or started, and not given up
// again.
func (v *view) taken(p *parser.Position) bool {
	switch p.Status {
	case parser.Rejected, parser.Withdrawn, parser.Declined, parser.Closed:
		return false
	case parser.Started:
		return true
	}
	if v.event(p, parser.RejectedBy, parser.Withdrew, parser.DeclinedOffer) {
		return false
	}
	return v.accepted(p) || v.event(p, parser.StartedAt)
}

// beforeSearch reports whether a day lies before the search that search.md
// says has started.
func (v *view) beforeSearch(w parser.When) bool {
	started := v.journal.Search.Started
	return started.Known() && v.midnight(w).Before(v.midnight(started))
}

// acceptance reports whether a position of this search was accepted.
func (v *view) acceptance() bool {
	for _, p := range v.takers {
		if v.taken(p) && !v.earlierJob(p) {
			return true
		}
	}
	return false
}

// earlierJob reports whether a position was settled before this search began.
func (v *view) earlierJob(p *parser.Position) bool {
	if day := v.firstDayAt(p); day.Known() {
		return v.beforeSearch(day)
	}
	var last parser.When
	for _, e := range p.Events {
		last = latest(last, e.When)
	}
	return last.Known() && v.beforeSearch(last)
}

// searchOn reports whether the search is on: from its start until the first
// day at the new job, and nothing else ends it.
func (v *view) searchOn() bool {
	if explicit := v.journal.Search.Started; explicit.Known() && !v.reached(v.midnight(explicit)) {
		return false
	}
	first := v.firstDay()
	if v.reached(first) {
		return false
	}
	return !first.IsZero() || !v.startedUndated()
}

// startedUndated reports whether a new job has begun on a day nobody wrote
// down.
func (v *view) startedUndated() bool {
	for _, p := range v.takers {
		begun := p.Status == parser.Started || v.event(p, parser.StartedAt)
		if begun && !v.firstDayAt(p).Known() && v.taken(p) && !v.earlierJob(p) {
			return true
		}
	}
	return false
}

// paused reports whether the search is in one of its pauses.
func (v *view) paused() bool {
	for _, p := range v.journal.Search.Paused {
		if !v.reached(p.From.Start(v.zone)) {
			continue
		}
		if (p.To == parser.Civil{}) || !v.reached(p.To.End(v.zone)) {
			return true
		}
	}
	return false
}
