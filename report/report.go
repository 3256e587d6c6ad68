package report

import (
	"slices"
	"sync"
	"time"

	"debrief/parser"
)

// Report is what a journal owes at one instant.
type Report struct {
	Now        time.Time // in Zone
	NextChange time.Time // zero when nothing will change by itself
	Zone       *time.Location
	// ZoneWritten is false when the zone is the machine's, not search.md's.
	ZoneWritten bool
	Counts      Counts
	Items       []Item // sorted: urgency, due, company, person, rule, file, line
	Positions   []Position
	Meetings    []Meeting // by their start
	Search      Search
	Problems    []parser.Problem // sorted by file and place
	// Partial lists the notes whose frontmatter was read only in part.
	Partial []string
	// Done are sentences naming what was done this week, for the opening.
	Done []string
	// Sorry are the positions that were rejected in the last three days, as
	// "Acme (Platform Engineer)", to be named once.
	Sorry []string
	// Evidence is git's word on what the notes say was done; nil unless somebody
	// asked for it. Build never does.
	Evidence []Testimony
	// Pictures are the figures of the whole search, however narrow the report;
	// nil unless somebody asked Draw for them. Build never does.
	Pictures *Pictures

	prospects []prospect         // what NextChange is found in
	deeds     []deed             // what Done is made of
	sorrows   []*parser.Position // those of Sorry
}

// Counts are the figures of the report's last line.
type Counts struct {
	Notes, Entries, Other, Unreadable int
	Waived, Resting                   int
	Overdue, Due, Advice, Problems    int
}

// Position is one row of the positions at a glance.
type Position struct {
	Company, Role string
	// Status is the note's, else what its events say; "" where that is not
	// known.
	Status        string
	Live, Resting bool
	Over          bool // rejected, withdrawn, declined, closed or started
	// Applied is when it was applied to, LastEvent the latest that happened and
	// NextEvent the first that lies ahead: each in the zone it was written in,
	// of a day its first instant, and zero where nothing is known.
	Applied              time.Time
	AppliedIsDay         bool
	LastEvent, NextEvent time.Time
	LastIsDay, NextIsDay bool
	Interviews           int    // held rounds
	Confidence           int    // of the latest held round, 0 unknown
	File                 string // where it is declared, relative to the journal
}

// Search is the search at a glance.
type Search struct {
	On                                     bool
	Started, FirstDay, LastActivity        time.Time // zero when unknown
	ApplicationsThisWeek, OutreachThisWeek int       // in the ISO week of Now
	ApplicationsGoal, OutreachGoal         int       // per week, 0: no goal
}

// Build reads a journal at one instant. The journal is not changed; the same
// journal and instant give the same report.
func Build(j *parser.Journal, now time.Time) *Report {
	rules := Rules()
	set, changed := readSettings(rules, j.Search.Rules)
	v := newView(j, now, set)
	v.waivers = waiversByRule(rules, j.Waivers)
	var found finding
	var judging sync.WaitGroup
	judging.Go(func() { found = v.duties(rules) })
	own := v.atOwnClock()
	r := &Report{
		Now:         now.In(v.zone),
		Zone:        v.zone,
		ZoneWritten: j.ZoneWritten,
		Positions:   own.rows(),
		Meetings:    own.meetings(),
		Search:      own.glance(),
		Problems:    own.problems(rules, changed),
		Partial:     slices.Clone(j.Partial),
		deeds:       own.doneThisWeek(),
		sorrows:     own.sorry(),
	}
	r.open()
	judging.Wait()
	r.Items, r.prospects, r.Counts.Waived = found.items, found.prospects, found.waived
	sortItems(r.Items)
	r.Counts.Notes, r.Counts.Entries = j.Counts.Notes, j.Counts.Entries
	r.Counts.Other, r.Counts.Unreadable = j.Counts.Other, j.Counts.Unreadable
	r.Counts.Problems = len(r.Problems)
	r.Counts.Resting = resting(r.Positions)
	r.settle(Filter{})
	return r
}

// resting counts the positions that rest.
func resting(rows []Position) int {
	n := 0
	for _, row := range rows {
		if row.Resting {
			n++
		}
	}
	return n
}
