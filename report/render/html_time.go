package render

import (
	"fmt"
	"time"

	"debrief/report"
)

// nextChange says when the report will next be another by itself, and why.
func (m *webPage) nextChange(r *report.Report) string {
	if r.NextChange.IsZero() {
		return "Nothing changes by itself; the next change is a note of yours."
	}
	at := r.NextChange.In(m.now.Location())
	when := at.Format("Mon ") + shortDay(at, m.now, false)
	var changing []report.Item
	for _, it := range r.Items {
		if it.ChangesAt.Equal(r.NextChange) {
			changing = append(changing, it)
		}
	}
	if len(changing) == 0 || changing[0].Title == "" {
		return "This changes next on " + when + ", when something else may be owed."
	}
	words := "This changes next on " + when + ": " + changing[0].Title
	if more := len(changing) - 1; more > 0 {
		words += fmt.Sprintf(", and %d more", more)
	}
	return sentence(words)
}

// hoursCounted is for how long before and after a deadline its hours are
// counted; beyond, it is days.
const hoursCounted = 48 * time.Hour

// nextPage is when a page would say something else although nothing happens:
// it counts the hours to and from deadlines, and names days by today's.
func nextPage(r *report.Report, _ Options) time.Time {
	now := r.Now.In(zoneOf(r.Zone))
	year, month, day := now.Date()
	next := time.Date(year, month, day+1, 0, 0, 0, 0, now.Location())
	for _, it := range r.Items {
		if it.Due.IsZero() || it.Due.Sub(now).Abs() > hoursCounted {
			continue
		}
		left := it.Due.Sub(now)
		away := left%time.Hour + time.Second // an hour that is whole still counts
		if left <= 0 {
			away = left%time.Hour + time.Hour
		}
		if at := now.Add(away); at.Before(next) {
			next = at
		}
	}
	return next
}
