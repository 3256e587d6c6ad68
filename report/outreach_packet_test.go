package report

import (
	"strings"
	"testing"
)

func TestOutreachPacket(t *testing.T) {
	note := func(fields ...string) string {
		return "-- outreach/v.md --\n---\ncompany: Vela Maps\ndate: 2026-11-10\n" + strings.Join(fields, "\n") + "\n---\n"
	}
	log := func(line string) string { return note() + "-- log.md --\n- " + line + "\n" }
	const resume, letter = "resume: cv.pdf", "cover_letter: c.md"
	says := func(s string) []then { return []then{{"2026-11-14T09:00:00+01:00", s}} }
	runStages(t, "outreach-packet", []stageCase{
		{"from its day, for 30 days", note(), []then{
			{"2026-11-08T23:59:59+01:00", ""}, {"2026-11-10T00:00:00+01:00", "advice"}, {"2026-12-10T23:59:59+01:00", "advice"}, {"2026-12-11T00:00:00+01:00", ""},
		}},
		{"a résumé alone", note(resume), says("advice")},
		{"a cover letter alone", note(letter), says("advice")},
		{"both", note(resume, letter), says("")},
		{"yes", note("resume: yes", "cover_letter: yes"), says("")},
		{"no", note(resume, "cover_letter: no"), says("advice")},
		{"to a person", note("person: Ana Lima"), says("")},
		{"through an agency", note("via: Brightmoor"), says("")},
		{"to an agency", note() + "-- applications/a.md --\n---\ncompany: undisclosed\nvia: Vela Maps\nrole: Engineer\n---\n", says("")},
		{"with a reply", note("reply: 2026-11-12"), says("")},
		{"applied since", log("2026-11-12 applied to Vela Maps"), says("")},
		{"sent since", log("2026-11-12 sent cv.pdf, cover-vela.md to Vela Maps"), says("")},
		{"the résumé alone sent since", log("2026-11-12 sent cv.pdf to Vela Maps"), says("advice")},
		{"a log line is no note", "-- log.md --\n- 2026-11-10 contacted Vela Maps\n", says("")},
		{"another threshold", "-- search.md --\n---\nrules: {outreach-packet: {until: 2d}}\n---\n" + note(), says("")},
		{"the search is over", "-- search.md --\n---\nstarted: 2026-11-01\nfirst_day: 2026-11-13\n---\n" + note(), says("")},
		{"waived", note("waive: {outreach-packet: an old friend's firm}"), says("")},
	})
}
