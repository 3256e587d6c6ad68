package render

import (
	"debrief/parser"
	"debrief/report"
)

// Below are the objects of docs/report.schema.json, their keys in the
// documented order.

// report writes the whole of the JSON.
func (j *jsonWriter) report(r *report.Report) {
	j.object(func() {
		j.text("schema", schemaName)
		j.instant("now", r.Now)
		j.instant("next_change", r.NextChange)
		j.text("timezone", j.zone.String())
		j.key("counts")
		j.object(func() { j.counts(r.Counts) })
		writeList(j, "items", r.Items, (*jsonWriter).item)
		writeList(j, "positions", r.Positions, (*jsonWriter).position)
		j.key("search")
		j.object(func() { j.search(r.Search) })
		writeList(j, "problems", r.Problems, (*jsonWriter).problem)
		if r.Evidence != nil {
			writeList(j, "evidence", r.Evidence, (*jsonWriter).testimony)
		}
	})
}

// testimony is git's word on one thing that was done: dated is null where the
// note does not say when, seen and commit are null and "" for a line that is
// not committed yet.
func (j *jsonWriter) testimony(t *report.Testimony) {
	j.text("what", t.What)
	j.text("company", t.Company)
	j.key("people")
	j.enclose('[', ']', func() {
		for _, name := range t.People {
			j.next()
			j.out = appendJSONText(j.out, name)
		}
	})
	j.text("file", t.Place.Path())
	j.number("line", t.Place.Start().Line)
	j.instant("dated", t.Dated.Time)
	j.flag("dated_is_day", t.Dated.IsDay())
	j.instant("git_seen", t.Seen)
	j.text("git_commit", t.Commit)
	j.flag("git_earlier", t.Earlier)
}

func (j *jsonWriter) counts(c report.Counts) {
	j.number("notes", c.Notes)
	j.number("entries", c.Entries)
	j.number("other", c.Other)
	j.number("unreadable", c.Unreadable)
	j.number("waived", c.Waived)
	j.number("resting", c.Resting)
	j.number("overdue", c.Overdue)
	j.number("due", c.Due)
	j.number("advice", c.Advice)
	j.number("problems", c.Problems)
}

// item is one thing owed; file is "" and line 0 where it stands nowhere.
func (j *jsonWriter) item(it *report.Item) {
	start := it.Place.Start()
	j.text("id", it.ID)
	j.text("rule", it.Rule)
	j.text("urgency", string(it.Urgency))
	j.text("company", it.Company)
	j.text("role", it.Role)
	j.text("person", it.Person)
	j.instant("since", it.Since)
	j.instant("due", it.Due)
	j.flag("due_is_day", it.DueIsDay)
	j.instant("changes_at", it.ChangesAt)
	j.text("message", it.Message)
	j.text("action", it.Action)
	j.text("file", it.Place.Path())
	j.number("line", start.Line)
	j.number("column", start.Column)
	j.record(it.Record)
}

// record is the text that records that an item was done, null without one.
func (j *jsonWriter) record(r *report.Record) {
	if r == nil {
		j.null("record")
		return
	}
	j.key("record")
	j.object(func() {
		j.text("file", r.File)
		j.number("line", r.Line)
		j.text("text", r.Text)
	})
}

// position is one row of the positions; confidence is 1 to 5, null when not
// rated.
func (j *jsonWriter) position(p *report.Position) {
	j.text("company", p.Company)
	j.text("role", p.Role)
	j.text("status", p.Status)
	j.flag("live", p.Live)
	j.flag("resting", p.Resting)
	j.instant("applied", p.Applied)
	j.instant("last_event", p.LastEvent)
	j.instant("next_event", p.NextEvent)
	j.number("interviews", p.Interviews)
	if p.Confidence > 0 {
		j.number("confidence", p.Confidence)
	} else {
		j.null("confidence")
	}
	j.text("file", p.File)
}

func (j *jsonWriter) search(s report.Search) {
	j.flag("on", s.On)
	j.instant("started", s.Started)
	j.instant("first_day", s.FirstDay)
	j.instant("last_activity", s.LastActivity)
	j.number("applications_this_week", s.ApplicationsThisWeek)
	j.number("outreach_this_week", s.OutreachThisWeek)
}

// problem is one problem: lines and columns are counted from the source as it
// stands, and its end is the position after its last byte.
func (j *jsonWriter) problem(p *parser.Problem) {
	from, to := p.Start(), p.End()
	j.text("id", string(p.ID))
	j.text("severity", p.Severity().String())
	j.text("file", p.Path())
	j.number("line", from.Line)
	j.number("column", from.Column)
	j.number("end_line", to.Line)
	j.number("end_column", to.Column)
	j.text("message", p.Message)
	j.text("hint", p.Hint)
}
