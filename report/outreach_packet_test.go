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
	there := func(fields, log string) string {
		return "-- applications/v.md --\n---\ncompany: Vela Maps\nrole: Engineer\n" + fields + "\n---\n## Log\n\n" + log + "\n"
	}
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
		{"accepted", note() + there("status: accepted", ""), says("")},
		{"withdrawn", note() + there("status: withdrawn", ""), says("")},
		{"rejected since", note() + there("", "- 2026-11-13 rejected"), says("")},
		{"rejected long before", note() + there("applied: 2026-06-02\nstatus: rejected", "- 2026-06-13 rejected"), says("advice")},
		{"withdrawn long before, undated", note() + there("applied: 2026-06-02\nstatus: withdrawn", ""), says("advice")},
		{"a round since", note() + there("interviews: [{date: 2026-11-12 14:00}]", ""), says("")},
		{"a round ahead", note() + there("interviews: [{date: 2026-11-26 14:00}]", ""), says("")},
		{"a round called off", note() + there("interviews: [{date: 2026-11-12 14:00, status: cancelled}]", ""), says("advice")},
		{"applied before", note() + there("applied: 2026-11-01\nresume: cv.pdf", ""), says("")},
		{"applied long before, and asleep", note() + there("applied: 2026-06-02", ""), says("advice")},
		{"a lead", note() + there("status: lead", ""), says("advice")},
		{"another company's", note() + strings.Replace(there("status: accepted", ""), "Vela Maps", "Acme", 1), says("advice")},
		{"a log line is no note", "-- log.md --\n- 2026-11-10 contacted Vela Maps\n", says("")},
		{"another threshold", "-- search.md --\n---\nrules: {outreach-packet: {until: 2d}}\n---\n" + note(), says("")},
		{"the search is over", "-- search.md --\n---\nstarted: 2026-11-01\nfirst_day: 2026-11-13\n---\n" + note(), says("")},
		{"waived", note("waive: {outreach-packet: an old friend's firm}"), says("")},
	})
}
