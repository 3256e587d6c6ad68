package render

import (
	"strings"
	"testing"
	"time"

	"debrief/parser"
	"debrief/report"
)

// berlin is the zone of the sample reports.
func berlin(t testing.TB) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

// place returns a place at a line and column, with value standing there.
func place(path string, line, column int, value string) parser.Place {
	before := strings.Repeat("\n", line-1) + strings.Repeat(" ", column-1)
	return parser.Place{
		Source: &parser.Source{Path: path, Text: before + value + "\n"},
		Span:   parser.Span{Start: len(before), End: len(before) + len(value)},
	}
}

// evening is an ordinary week's report, that of a Thursday evening.
func evening(t testing.TB) *report.Report {
	zone := berlin(t)
	at := func(month, day, hour, minute int) time.Time {
		return time.Date(2026, time.Month(month), day, hour, minute, 0, 0, zone)
	}
	r := &report.Report{
		Now: at(11, 19, 20, 45), NextChange: at(11, 20, 15, 30), Zone: zone, ZoneWritten: true,
		Counts: report.Counts{
			Notes: 28, Entries: 22, Other: 6, Waived: 1, Resting: 1, Overdue: 2, Due: 4, Advice: 5,
		},
		Items:     eveningItems(at),
		Positions: eveningPositions(at),
		Search: report.Search{
			On: true, Started: at(9, 21, 0, 0), LastActivity: at(11, 10, 0, 0), ApplicationsGoal: 2, OutreachGoal: 1,
		},
		Meetings: []report.Meeting{
			{
				ID: "osprey2", Company: "Osprey Atlas", Role: "Geodata Engineer", Round: "technical", Format: "video", Via: "Brightmoor",
				People: []string{"Yusuf Karaca", "Mina Holt"}, Start: at(11, 24, 10, 0), End: at(11, 24, 11, 0), Since: at(11, 10, 0, 0),
				Place: place("interviews/2026-11-24-osprey.md", 3, 7, "2026-11-24"),
			},
			{
				ID: "halden3", Company: "Halden Robotics", Start: at(11, 27, 0, 0), End: at(11, 28, 0, 0), IsDay: true,
				Place: place("interviews/2026-11-27-halden.md", 3, 7, "2026-11-27"),
			},
		},
		Done: []string{"This week you thanked Tomasz Berg, Ruben Adeyemi and Clara Wieland, and told Jonas Achterberg."},
	}
	for i := range r.Items {
		it := &r.Items[i]
		it.Title = strings.TrimRight(it.Message, ".")
		for _, sep := range []string{":", " by ", ", by"} {
			it.Title, _, _ = strings.Cut(it.Title, sep)
		}
		it.Lasting = report.Words{Message: it.Message, Action: it.Action, Record: it.Record}
		it.Last, it.LastIsDay, it.ChangedAt = it.Due, it.DueIsDay, it.Since
		if it.Urgency == report.Overdue {
			it.ChangedAt = it.Due
		}
	}
	return r
}

type clock func(month, day, hour, minute int) time.Time

func eveningItems(at clock) []report.Item {
	const panel, halden = "interviews/2026-11-19-northmere-panel.md", "interviews/2026-11-17-halden.md"
	const grid, robots = "Data Platform Engineer", "Fleet Data Engineer"
	return []report.Item{
		{
			ID: "ty-1", Rule: "thank-you", Urgency: report.Overdue,
			Company: "Halden Robotics", Role: robots, Person: "Ines Falk",
			Since: at(11, 17, 17, 30), Due: at(11, 18, 17, 30), ChangesAt: at(11, 25, 17, 30),
			Message: "Thank Ines Falk (Halden Robotics): a day late, and still worth three lines.",
			Action:  "Send her one thing you liked about the round tonight.",
			Place:   place(halden, 6, 3, "Ines Falk"),
			Record:  &report.Record{File: halden, Line: 31, Text: "- 2026-11-19 thanked Ines Falk"},
		},
		{
			ID: "ru-1", Rule: "reference-untold", Urgency: report.Overdue,
			Company: "Halden Robotics", Role: robots, Person: "Priya Raman",
			Since: at(11, 3, 11, 0), Due: at(11, 19, 17, 30),
			Message: "Tell Priya Raman about Halden Robotics: two rounds are over, and a call may come.",
			Action:  "Write her who might call, for which role, and send resume-v3.pdf along.",
			Place:   place("references/priya-raman.md", 2, 7, "Priya Raman"),
			Record:  &report.Record{File: "references/priya-raman.md", Text: "- 2026-11-19 told Priya Raman about Halden Robotics, sent resume-v3.pdf"},
		},
		{
			ID: "ty-2", Rule: "thank-you", Urgency: report.Due,
			Company: "Northmere Grid", Role: grid, Person: "Hana Sato",
			Since: at(11, 19, 15, 30), Due: at(11, 20, 15, 30), ChangesAt: at(11, 20, 15, 30),
			Message: "Thank Hana Sato (Northmere Grid) by tomorrow 15:30: 18 h left.",
			Action:  "Your note to Hana is written: send it.",
			Place:   place(panel, 9, 5, "Hana Sato"),
			Record:  &report.Record{File: panel, Text: "## Log\n\n- 2026-11-19 thanked Hana Sato"},
		},
		{
			ID: "em-1", Rule: "evaluation-missing", Urgency: report.Due,
			Company: "Northmere Grid", Role: grid,
			Since: at(11, 19, 15, 30), Due: at(11, 20, 15, 30), ChangesAt: at(11, 20, 15, 30),
			Message: "Look back on the Northmere Grid panel by tomorrow 15:30, while it is fresh.",
			Action:  "Write one line each on what worked and what did not.",
			Place:   place(panel, 5, 7, "2026-11-19 14:00"),
		},
		{
			ID: "rr-1", Rule: "reference-resume", Urgency: report.Due,
			Company: "Halden Robotics", Role: robots, Person: "Jonas Achterberg",
			Since: at(11, 18, 21, 15), Due: at(11, 20, 21, 15), ChangesAt: at(11, 20, 21, 15),
			Message: "Send Jonas Achterberg the résumé Halden Robotics has, by tomorrow 21:15.",
			Action:  "Send resume-v3.pdf to Jonas.",
			Place:   place("log/2026-11.md", 14, 3, "2026-11-18 21:15 told Jonas"),
			Record:  &report.Record{File: "log/2026-11.md", Line: 14, Text: "- 2026-11-19 sent resume-v3.pdf to Jonas Achterberg"},
		},
		{
			ID: "ss-1", Rule: "search-stale", Urgency: report.Due,
			Since: at(11, 10, 0, 0), Due: at(11, 25, 0, 0), ChangesAt: at(11, 25, 0, 0),
			Message: "Nothing has gone out since Tue 10 Nov.",
			Action:  "Send one application or write to one person before the week ends.",
			Place:   place("search.md", 2, 10, "2026-09-21"),
			Record:  &report.Record{File: "log/2026-11.md", Text: "- 2026-11-19 contacted NAME"},
		},
		advice("decision-unknown", "Northmere Grid", "Northmere Grid named no day for its decision.",
			"Ask Hana when you may hear.", at(11, 19, 15, 30), place(panel, 5, 7, "2026-11-19 14:00")),
		advice("search-goal", "", "This week is at none of two applications.",
			"Keep an hour for it tomorrow.", at(11, 19, 0, 0), place("search.md", 5, 1, "goals")),
		advice("position-quiet", "Sable Harbour", "Sable Harbour has been silent since 2 Nov.",
			"Follow up once more, or let it go.", at(11, 16, 0, 0), place("applications/sable-harbour.md", 2, 10, "Sable Harbour")),
		advice("decision-unknown", "Halden Robotics", "Halden Robotics named no day for its decision.",
			"Ask Ines when you may hear.", at(11, 17, 17, 30), place(halden, 4, 7, "2026-11-17")),
		advice("references-few", "Halden Robotics", "Two references are few.",
			"Ask one more person.", at(11, 3, 0, 0), place("search.md", 4, 1, "references")),
	}
}

func advice(rule, company, message, action string, since time.Time, at parser.Place) report.Item {
	return report.Item{
		ID: rule + "-" + company, Rule: rule, Urgency: report.Advice, Company: company,
		Since: since, Message: message, Action: action, Place: at,
	}
}

func eveningPositions(at clock) []report.Position {
	position := func(company, role, status string, last time.Time, rounds int) report.Position {
		return report.Position{
			Company: company, Role: role, Status: status, Live: true,
			LastEvent: last, LastIsDay: true, Interviews: rounds, File: "applications/x.md",
		}
	}
	rows := []report.Position{
		position("Fenwick Tidal", "Grid Modeller", "lead", time.Time{}, 0),
		position("Halden Robotics", "Fleet Data Engineer", "interviewing", at(11, 18, 21, 15), 2),
		position("Kestrel Freight", "Backend Engineer", "interviewing", at(11, 12, 0, 0), 2),
		position("Lumen Orchard", "Analyst", "applied", at(9, 29, 0, 0), 0),
		position("Northmere Grid", "Data Platform Engineer", "interviewing", at(11, 19, 20, 5), 2),
		position("Osprey Atlas", "Geodata Engineer", "screening", at(11, 10, 0, 0), 0),
		ended(position("Quillstone", "Data Engineer", "rejected", at(10, 16, 0, 0), 2)),
		position("Sable Harbour", "Backend Engineer", "applied", at(11, 2, 0, 0), 0),
		position("undisclosed via Brightmoor", "Platform Engineer", "applied", at(10, 26, 0, 0), 0),
	}
	rows[0].Live, rows[6].Live = false, false
	rows[3].Live, rows[3].Resting = false, true
	rows[4].Confidence, rows[1].Applied, rows[1].AppliedIsDay = 4, at(10, 20, 0, 0), true
	rows[5].NextEvent = at(11, 24, 10, 0)
	return rows
}

// quiet is a week with little to do.
func quiet(t testing.TB) *report.Report {
	r := evening(t)
	r.Items = append(r.Items[1:3:3], r.Items[6])
	r.Items[1].DueIsDay = true
	r.Items[1].Due = time.Date(2026, 11, 21, 0, 0, 0, 0, r.Zone)
	r.Items[1].Last, r.Items[1].LastIsDay = r.Items[1].Due, true
	r.Counts.Overdue, r.Counts.Due, r.Counts.Advice = 1, 1, 1
	return r
}

// calm is a journal that owes nothing and could be read whole.
func calm(t testing.TB) *report.Report {
	r := evening(t)
	r.Items, r.Done, r.Counts.Overdue, r.Counts.Due, r.Counts.Advice = nil, nil, 0, 0, 0
	return r
}

// idle is a calm journal with no interview ahead.
func idle(t testing.TB) *report.Report {
	r := calm(t)
	r.Meetings = nil
	return r
}

// damaged is a journal with problems of every severity, in a borrowed zone.
func damaged(t testing.TB) *report.Report {
	r := calm(t)
	r.ZoneWritten = false
	r.Partial = []string{"interviews/2026-11-03-halden-phone.md"}
	r.Sorry = []string{"Quillstone"}
	r.Counts.Notes, r.Counts.Unreadable, r.Counts.Problems = 29, 1, 4
	r.Problems = []parser.Problem{
		{
			ID: parser.BadFrontmatter, Place: place("interviews/2026-11-03-halden-phone.md", 7, 1, "with: ["),
			Message: "this line is not YAML, the others were read", Hint: "close the bracket: with: [Ines Falk]",
		},
		{
			ID: parser.AmbiguousDate, Place: place("log/2026-11.md", 22, 3, "3/4/26"),
			Message: "3/4/26 is 3 April or 4 March", Hint: "write 2026-04-03 or 2026-03-04, or set date_order in search.md",
		},
		{ID: parser.NotUTF8, Place: place("notes/old.md", 1, 1, ""), Message: "not UTF-8, nothing of it was read"},
		{ID: parser.MisspeltKey, Place: place("search.md", 9, 1, "refferences"), Message: "refferences is not a key", Hint: "references"},
	}
	return r
}

// ended marks a position as over.
func ended(pos report.Position) report.Position {
	pos.Over = true
	return pos
}
