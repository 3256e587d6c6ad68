package render

import (
	"strings"
	"testing"
	"time"

	"debrief/report"
)

// pageOf is the page of some pictures, seen from Berlin on an evening.
func pageOf(t *testing.T, p *report.Pictures) string {
	t.Helper()
	r := evening(t)
	r.Pictures = p
	return rendered(t, htmlFormat(), r, Options{})
}

// A day is the day that was written, also where it began on another date than
// in the zone of the reader, and a window ends on its last day.
func TestPageDaysElsewhere(t *testing.T) {
	tokyo := time.FixedZone("", 9*60*60)
	day := func(n int) time.Time { return time.Date(2026, 11, n, 0, 0, 0, 0, tokyo) }
	page := pageOf(t, &report.Pictures{
		Timelines: []report.Timeline{{Company: "Acme", Status: "interviewing", Live: true, Marks: []report.Mark{
			{Kind: report.MarkRound, At: day(12), IsDay: true, From: day(13), Until: day(14), What: "final interview"},
		}}},
		Courtesies: []report.Courtesy{{Person: "Dana Reyes", Ended: day(12), Due: day(13), IsDay: true, State: report.NotSent}},
		Ratings:    []report.Rating{{Company: "Bolt", Start: day(12), IsDay: true, Confidence: 4}},
	})
	for _, want := range []string{
		`<th scope="row">Thu 12 Nov</th><td>Final interview</td><td>13 Nov</td>`,
		`<th scope="row">Dana Reyes</th><td>12 Nov</td><td>13 Nov</td>`,
		`Bolt, 12 Nov: confidence 4`, `1 round, rated from 1 to 5.`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in the page", want)
		}
	}
}

// Positions name the day as written as well.
func TestPositionDaysElsewhere(t *testing.T) {
	tokyo := time.FixedZone("", 9*60*60)
	pos := report.Position{
		Company: "Acme", LastEvent: time.Date(2026, 11, 12, 0, 0, 0, 0, tokyo), LastIsDay: true,
		NextEvent: time.Date(2026, 11, 26, 0, 0, 0, 0, tokyo), NextIsDay: true,
	}
	r := evening(t)
	if got := newRow(pos, 0, r.Now); got.last != "12 Nov" || got.next != "26 Nov" {
		t.Errorf("last %s, next %s", got.last, got.next)
	}
	if got := isoDate(pos.LastEvent, r.Now.Location(), true) + " " + isoDayOr(pos.NextEvent, r.Now.Location(), true); got != "2026-11-12 2026-11-26" {
		t.Errorf("in Markdown: %s", got)
	}
}

// Weeks are told without a reproach, and a picture of nothing is left out.
func TestPageWeeksInWords(t *testing.T) {
	for want, got := range map[string]string{
		"1 this week":                                       weeksInWords(1, 1, 0, 0),
		"0 this week, the latest of 4 weeks":                weeksInWords(0, 4, 0, 0),
		"0 this week, the latest of 4 weeks; the goal is 2": weeksInWords(0, 4, 2, 0),
		"3 this week; the goal is 2":                        weeksInWords(3, 1, 2, 1),
		"2 this week, the latest of 4 weeks; the goal of 2 was reached in 1 of them": weeksInWords(2, 4, 2, 1),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	r := evening(t)
	r.Search.OutreachGoal = 0
	r.Pictures = &report.Pictures{Weeks: []report.ActiveWeek{{Applications: 1}}}
	if page := rendered(t, htmlFormat(), r, Options{}); strings.Contains(page, "Outreach a week") {
		t.Error("a picture of no outreach")
	}
}

// A note that went out before the round was over is not said to have taken no
// time.
func TestSpeedBeforeTheEnd(t *testing.T) {
	ended := time.Date(2026, 11, 12, 11, 0, 0, 0, time.UTC)
	for minutes, want := range map[int]string{-30: "before the end", 0: "0 min", 59: "59 min", 60: "1 h"} {
		c := report.Courtesy{State: report.SentInTime, Ended: ended, Sent: ended.Add(time.Duration(minutes) * time.Minute)}
		if got := speed(c); got != want {
			t.Errorf("%d minutes: %s, want %s", minutes, got, want)
		}
	}
}
