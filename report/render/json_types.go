package render

import (
	"time"

	"debrief/report"
)

// The types below are the objects of docs/report.schema.json. They repeat the
// report's own so that a field renamed there cannot rename a key here.

// countsJSON has report.Counts' fields in its order: one converts to the other.
type countsJSON struct {
	Notes      int `json:"notes"`
	Entries    int `json:"entries"`
	Other      int `json:"other"`
	Unreadable int `json:"unreadable"`
	Waived     int `json:"waived"`
	Resting    int `json:"resting"`
	Overdue    int `json:"overdue"`
	Due        int `json:"due"`
	Advice     int `json:"advice"`
	Problems   int `json:"problems"`
}

// itemJSON is one thing owed; file is "" and line 0 where it stands nowhere.
type itemJSON struct {
	ID        string      `json:"id"`
	Rule      string      `json:"rule"`
	Urgency   string      `json:"urgency"`
	Company   string      `json:"company"`
	Role      string      `json:"role"`
	Person    string      `json:"person"`
	Since     instant     `json:"since"`
	Due       instant     `json:"due"`
	DueIsDay  bool        `json:"due_is_day"`
	ChangesAt instant     `json:"changes_at"`
	Message   string      `json:"message"`
	Action    string      `json:"action"`
	File      string      `json:"file"`
	Line      int         `json:"line"`
	Column    int         `json:"column"`
	Record    *recordJSON `json:"record"`
}

// recordJSON is the text that records that an item was done.
type recordJSON struct {
	File string `json:"file"`
	Line int    `json:"line"`
	Text string `json:"text"`
}

func newItemJSON(it report.Item, at func(time.Time) instant) itemJSON {
	start := it.Place.Start()
	out := itemJSON{
		ID: it.ID, Rule: it.Rule, Urgency: string(it.Urgency),
		Company: it.Company, Role: it.Role, Person: it.Person,
		Since: at(it.Since), Due: at(it.Due), DueIsDay: it.DueIsDay, ChangesAt: at(it.ChangesAt),
		Message: it.Message, Action: it.Action,
		File: it.Place.Path(), Line: start.Line, Column: start.Column,
	}
	if it.Record != nil {
		out.Record = &recordJSON{it.Record.File, it.Record.Line, it.Record.Text}
	}
	return out
}

// positionJSON is one row of the positions.
type positionJSON struct {
	Company    string  `json:"company"`
	Role       string  `json:"role"`
	Status     string  `json:"status"`
	Live       bool    `json:"live"`
	Resting    bool    `json:"resting"`
	Applied    instant `json:"applied"`
	LastEvent  instant `json:"last_event"`
	NextEvent  instant `json:"next_event"`
	Interviews int     `json:"interviews"`
	Confidence *int    `json:"confidence"` // 1 to 5, null when not rated
	File       string  `json:"file"`
}

func newPositionJSON(p report.Position, at func(time.Time) instant) positionJSON {
	out := positionJSON{
		Company: p.Company, Role: p.Role, Status: p.Status, Live: p.Live, Resting: p.Resting,
		Applied: at(p.Applied), LastEvent: at(p.LastEvent), NextEvent: at(p.NextEvent),
		Interviews: p.Interviews, File: p.File,
	}
	if p.Confidence > 0 {
		out.Confidence = &p.Confidence
	}
	return out
}

// searchJSON is the search at a glance.
type searchJSON struct {
	On                   bool    `json:"on"`
	Started              instant `json:"started"`
	FirstDay             instant `json:"first_day"`
	LastActivity         instant `json:"last_activity"`
	ApplicationsThisWeek int     `json:"applications_this_week"`
	OutreachThisWeek     int     `json:"outreach_this_week"`
}

func newSearchJSON(s report.Search, at func(time.Time) instant) searchJSON {
	return searchJSON{
		s.On, at(s.Started), at(s.FirstDay), at(s.LastActivity), s.ApplicationsThisWeek, s.OutreachThisWeek,
	}
}

// problemJSON is one problem; its end is the position after its last byte.
type problemJSON struct {
	ID        string `json:"id"`
	Severity  string `json:"severity"`
	File      string `json:"file"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"end_line"`
	EndColumn int    `json:"end_column"`
	Message   string `json:"message"`
	Hint      string `json:"hint"`
}
