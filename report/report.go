package report

import (
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
	Search      Search
	Problems    []parser.Problem // sorted by file and place
	// Partial lists the notes whose frontmatter was read only in part.
	Partial []string
	// Done are sentences naming what was done this week, for the opening.
	Done []string
	// Sorry are the positions that were rejected and are to be named once.
	Sorry []string
}

// Counts are the figures of the report's last line.
type Counts struct {
	Notes, Entries, Other, Unreadable int
	Waived, Resting                   int
	Overdue, Due, Advice, Problems    int
}

// Position is one row of the positions at a glance.
type Position struct {
	Company, Role        string
	Status               string
	Live, Resting        bool
	Applied              time.Time
	AppliedIsDay         bool
	LastEvent, NextEvent time.Time
	LastIsDay, NextIsDay bool
	Interviews           int // held rounds
	Confidence           int // of the latest held round, 0 unknown
	File                 string
}

// Search is the search at a glance.
type Search struct {
	On                                     bool
	Started, FirstDay, LastActivity        time.Time // zero when unknown
	ApplicationsThisWeek, OutreachThisWeek int
	ApplicationsGoal, OutreachGoal         int // per week, 0: no goal
}

// Build reads a journal at one instant. (skeleton)
func Build(j *parser.Journal, now time.Time) *Report { return &Report{Now: now, Zone: j.Zone} }

// Filter narrows a report's items; the zero Filter keeps all. Counts and
// next_change follow the items kept.
type Filter struct {
	Rules   []string
	Company string
	Urgency Urgency // "" all; items of exactly this urgency
}

// Filter returns a copy of the report with the items that match. (skeleton)
func (r *Report) Filter(f Filter) *Report { return r }
