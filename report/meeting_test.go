package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

const meetingsStory = `now: 2026-11-19T20:45:00+01:00
-- search.md --
---
started: 2026-11-02
timezone: Europe/Berlin
---
-- applications/globex.md --
---
company: Globex
role: Data Engineer
applied: 2026-11-05
via: Brightmoor
interviews:
  - date: 2026-11-12 14:00
    with: Hana Kim
  - date: 2026-11-24
    round: panel
    format: on site
    with: [Hana Kim, Ana Lima]
  - date: 2026-11-20 09:00
    timezone: America/New_York
    duration: 30m
  - date: 2026-11-25 09:00
    status: cancelled
---
-- applications/acme.md --
---
company: Acme
role: Engineer
status: rejected
interviews:
  - date: 2026-11-26 09:00
---
-- log.md --
- 2026-11-20 10:00 interviewed at Initech as Analyst
`

func TestMeetings(t *testing.T) {
	j, now := load(t, meetingsStory)
	r := Build(j, now)
	var got []string
	for _, m := range r.Meetings {
		got = append(got, fmt.Sprint(
			m.Company, "/", m.Role, "/", m.Round, "/", m.Format, "/", m.Via, "/", strings.Join(m.People, "+"), " ",
			m.Start.Format(time.RFC3339), " ", m.End.Format(time.RFC3339), " ", m.IsDay, " ", m.Since.Format(time.DateOnly), " ", m.Place.Path()))
	}
	want := []string{
		"Globex/Data Engineer///Brightmoor/ 2026-11-20T09:00:00-05:00 2026-11-20T09:30:00-05:00 false 2026-11-12 applications/globex.md",
		"Globex/Data Engineer/panel/on site/Brightmoor/Hana Kim+Ana Lima 2026-11-24T00:00:00+01:00 2026-11-25T00:00:00+01:00 true 2026-11-12 applications/globex.md",
	}
	if !slices.Equal(got, want) {
		t.Errorf("meetings\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	later := Build(j, now.AddDate(0, 0, 2)).Meetings
	if len(later) != 1 || later[0].ID != r.Meetings[1].ID || later[0].ID == r.Meetings[0].ID {
		t.Errorf("two days later: %+v", later)
	}
	if r.Meetings[0].ID == "" || len(r.Meetings[0].ID) != idLength {
		t.Errorf("id %q", r.Meetings[0].ID)
	}
}

func TestMeetingsAreFiltered(t *testing.T) {
	j, now := load(t, meetingsStory)
	r := Build(j, now)
	for _, tt := range []struct {
		by   Filter
		want int
	}{
		{Filter{}, 2},
		{Filter{Company: "globex"}, 2},
		{Filter{Company: "Acme"}, 0},
		{Filter{Person: "Ana Lima"}, 1},
		{Filter{Person: "Jo Doe"}, 0},
		{Filter{Rules: []string{"thank-you"}}, 0},
		{Filter{Urgency: Due}, 0},
		{Filter{Since: now}, 0},
	} {
		if got := len(r.Filter(tt.by).Meetings); got != tt.want {
			t.Errorf("%+v: %d meetings, want %d", tt.by, got, tt.want)
		}
	}
}
