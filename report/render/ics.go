package render

import (
	"cmp"
	"io"
	"slices"
	"time"

	"debrief/parser"
	"debrief/report"
)

// Why events and no tasks: a calendar that somebody subscribes to shows events
// everywhere, while tasks (VTODO) appear in Thunderbird and Evolution alone;
// Google, Outlook and Apple's Calendar drop them without a word. Both at once
// would tell one thing twice. So each item is one event, free time and no
// appointment, and where it stands on the page says what a task would:
//
//   - a deadline ahead is the half hour before it, or the whole of its day;
//   - what is overdue or has no deadline is a bar across the days, a week of
//     them at a time, so that it is seen today and does not hide next month;
//   - advice is left out unless it was asked for: nobody owes it.
//
// Why nothing in it tells when the file was written: whoever makes it every
// hour must not see a change every hour. An event's time stamp is the instant
// at which its item became what it is, its words are those that do not count
// hours. The bars alone move, once a week.
//
// Why no METHOD: it would make of each event an invitation that has to name an
// organizer. Why UTC: no reader can have other rules for it.

func icsFormat() Format {
	return Format{
		Name:    "ics",
		Endings: []string{".ics"},
		About:   "a calendar to subscribe to, with what is owed and the interviews ahead",
		Write:   ICS,
		Next:    icsNext,
	}
}

// calendarDomain ends the identifiers of events. It belongs to nobody, and can
// not be looked up.
const calendarDomain = "@debrief.invalid"

// ICS writes what is owed and the interviews ahead as an iCalendar (RFC 5545):
// instants in UTC, days as dates, one event each, its identifier the same as
// long as the item's. What lies outside the years 1 to 9998 is left out.
func ICS(w io.Writer, r *report.Report, o Options) error {
	var c calendar
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//debrief//debrief report//EN")
	c.line("CALSCALE", "GREGORIAN")
	c.text("NAME", calendarName)
	c.text("X-WR-CALNAME", calendarName)
	c.line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
	c.line("X-PUBLISHED-TTL", "PT1H")
	events := icsEvents(r, o)
	for _, e := range events {
		c.event(e)
	}
	if len(events) == 0 {
		c.filler()
	}
	c.line("END", "VCALENDAR")
	return emit(w, c.Bytes())
}

// calendarName is what a calendar is called until its owner says otherwise.
const calendarName = "Job search"

// icsEvents returns the events of a report by their times.
func icsEvents(r *report.Report, o Options) []event {
	var events []event
	now := r.Now.In(zoneOf(r.Zone))
	for _, m := range r.Meetings {
		if inCalendar(m.Start) && inCalendar(m.End) {
			events = append(events, meetingEvent(m))
		}
	}
	for _, it := range r.Items {
		if it.Urgency != report.Advice || o.AllAdvice {
			events = append(events, itemEvent(it, now))
		}
	}
	if !readWhole(r) {
		events = append(events, unreadEvent(now))
	}
	slices.SortStableFunc(events, func(a, b event) int {
		return cmp.Or(a.start.Compare(b.start), cmp.Compare(a.uid, b.uid))
	})
	return events
}

// meetingEvent is an interview in the calendar.
func meetingEvent(m report.Meeting) event {
	e := event{
		uid:     "interview-" + m.ID + calendarDomain,
		stamp:   m.Since,
		start:   m.Start,
		end:     m.End,
		until:   m.End,
		title:   cmp.Or(m.Company, "An unnamed company") + ": " + cmp.Or(m.Round, "interview"),
		where:   m.Format,
		alarms:  []string{"-P1D", "-PT1H"},
		details: []string{labelled("Role", m.Role), labelled("You meet", both(m.People)), labelled("Through", m.Via), m.Place.Path()},
	}
	if m.IsDay {
		e.span(parser.CivilOf(m.Start), 1)
		e.free = true                 // nobody said which hours it takes
		e.alarms = []string{"-PT15H"} // at nine on the day before
	}
	return e
}

// itemEvent is what is owed in the calendar.
func itemEvent(it report.Item, now time.Time) event {
	began := firstKnown(it.ChangedAt, it.Since, it.Due)
	day, isDay := lastDayOf(it, now.Location())
	e := event{
		uid:     it.ID + calendarDomain,
		stamp:   began,
		free:    true,
		title:   it.Title,
		details: []string{it.Action, lastMoment(it, now.Location()), it.Place.Path()},
		until:   it.Last,
	}
	switch {
	case !inCalendar(it.Last) || !it.Last.After(now):
		e.bar(began, it.ChangesAt, now)
	case isDay:
		e.span(day, 1)
		e.alarms = []string{"PT9H"} // at nine in the morning of that day
	default:
		e.start, e.end = it.Last.Add(-shownBefore), it.Last
		e.alarms = []string{"-PT90M"} // two hours before the deadline
	}
	return e
}

// shownBefore is how long before a deadline its event begins: as long as a
// calendar needs to print a title into it.
const shownBefore = 30 * time.Minute

// unreadEvent says that the calendar may lack something.
func unreadEvent(now time.Time) event {
	e := event{
		uid:   "unread" + calendarDomain,
		free:  true,
		title: "Not all of the notes could be read",
		details: []string{
			"Something may be missing in this calendar. The command `debrief check` says what could not be read, and what to write instead.",
		},
	}
	e.bar(time.Time{}, time.Time{}, now)
	return e
}

// barDays is how many days a bar is long. A bar that went on for good would
// push everything else off the page of a month.
const barDays = 7

// bar makes an event of the days from since on, as many as barDays at a time,
// that now is among; they end where the item does. Without a since they are
// the week.
func (e *event) bar(since, until, now time.Time) {
	today := parser.CivilOf(now)
	first := today.AddDays(-((int(today.Weekday()) + 6) % 7)) // Monday
	if inCalendar(since) {
		first = parser.CivilOf(since.In(now.Location()))
	}
	passed := max(0, first.DaysUntil(today)) // clocks differ, and people write ahead
	first = first.AddDays(passed - passed%barDays)
	days := barDays
	if inCalendar(until) {
		days = min(days, 1+first.DaysUntil(lastDay(until.In(now.Location()))))
	}
	e.span(first, days)
	e.until = first.AddDays(days).Start(now.Location())
}

// lastDay returns the last day before t, an instant or a day's end.
func lastDay(t time.Time) parser.Civil { return parser.CivilOf(t.Add(-time.Nanosecond)) }

// lastDayOf returns the day with which an item's last moment comes. Nobody
// calls the midnight after it a time of the next day.
func lastDayOf(it report.Item, zone *time.Location) (day parser.Civil, isDay bool) {
	last := it.Last
	if !it.LastIsDay {
		last = last.In(zone)
	}
	day = lastDay(last)
	return day, it.LastIsDay || last.Equal(day.End(zone))
}

// lastMoment says until when an item is, or was, owed.
func lastMoment(it report.Item, zone *time.Location) string {
	if !inCalendar(it.Last) {
		return ""
	}
	if day, isDay := lastDayOf(it, zone); isDay {
		return "By the end of " + day.Start(time.UTC).Format("Mon 2 Jan 2006")
	}
	return "By " + it.Last.In(zone).Format("Mon 2 Jan 2006 15:04")
}

// labelled puts a name before what it names, if there is any.
func labelled(name, s string) string {
	if s == "" {
		return ""
	}
	return name + ": " + s
}

// firstKnown returns the first instant that is known.
func firstKnown(instants ...time.Time) time.Time {
	for _, t := range instants {
		if !t.IsZero() {
			return t
		}
	}
	return time.Time{}
}

// inCalendar reports whether a date can be written with four digits to the
// year, as can the day after it. Later ones mean never.
func inCalendar(t time.Time) bool {
	return !t.IsZero() && t.UTC().Year() >= 1 && t.UTC().Year() < 9999
}

// icsNext returns when the calendar next reads differently though no item
// changes: an interview is over, a last moment has come, a bar moves on.
func icsNext(r *report.Report, o Options) time.Time {
	var next time.Time
	for _, e := range icsEvents(r, o) {
		if e.until.After(r.Now) && (next.IsZero() || e.until.Before(next)) {
			next = e.until
		}
	}
	return next
}
