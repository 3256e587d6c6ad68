package report

import (
	"strings"
	"testing"
)

func TestReferencePermission(t *testing.T) {
	const when = "2026-11-12T09:00:00+01:00"
	ahead := "interviews: [{date: 2026-11-16 14:00, with: Dana Reyes}]"
	held := "interviews: [{date: 2026-11-10 14:00}]"
	jane := func(field, journal string) string {
		return strings.Replace(journal, "name: Jane Doe\n", "name: Jane Doe\n"+field+"\n", 1)
	}
	search := func(field, journal string) string {
		return strings.Replace(journal, "started: 2026-11-01\n", "started: 2026-11-01\n"+field+"\n", 1)
	}
	untoldOff := "rules: {reference-untold: off}"
	second := "-- applications/b.md --\n---\ncompany: Initech\nrole: Engineer\napplied: 2026-11-05\ninterviews: [{date: 2026-11-17 14:00}]\n---\n"
	for _, c := range []struct{ name, journal, says string }{
		{"a round ahead", asked(ahead), "due Jane Doe"},
		{"once for each person", asked(ahead) + second, "due Jane Doe"},
		{"no round", asked(), ""},
		{"a cancelled round", asked("interviews: [{date: 2026-11-16 14:00, status: cancelled}]"), ""},
		{"reference-untold tells it", asked(held), ""},
		{"reference-untold tells it of another position", asked(ahead) + strings.Replace(second, "17 14", "10 14", 1), ""},
		{"reference-untold is off", search(untoldOff, asked(held)), "due Jane Doe"},
		{"permission", jane("permission: yes", asked(ahead)), ""},
		{"permission, dated", jane("permission: 2026-11-02", asked(ahead)), ""},
		{"a no", jane("permission: no", asked(ahead)), ""},
		{"asked", asked(ahead) + "-- log.md --\n- 2026-11-11 asked Jane Doe for permission\n", ""},
		{"asked, undated", asked(ahead) + "-- log.md --\n- [x] asked Jane Doe\n", ""},
		{"told of another position", asked(ahead) + "-- log.md --\n- 2026-11-11 applied to Initech\n- 2026-11-11 told Jane Doe about Initech\n", ""},
		{"not expected", asked(ahead, "references: none"), ""},
		{"later", asked(ahead, "references: later"), ""},
		{"not active", jane("active: no", asked(ahead)), ""},
		{"not active, but named", jane("active: no", asked(ahead, "references: [Jane Doe]")), "due Jane Doe"},
		{"rejected", asked(ahead, "status: rejected"), ""},
		{"accepted", asked(ahead, "status: accepted"), ""},
		{"ghosted", asked(ahead, "status: ghosted"), ""},
		{"the search is over", search("first_day: 2026-11-12", asked(ahead)), ""},
		{"waived in her note", jane("waive: {reference-permission: my sister}", asked(ahead)), ""},
		{"waived in the application", asked(ahead, "waive: {reference-permission Jane Doe: my sister}"), ""},
		{"waived in one application of two", asked(ahead, "waive: {reference-permission: my sister}") + second, "due Jane Doe"},
		{"waived for somebody else", asked(ahead, "waive: {reference-permission Li Wei: my sister}"), "due Jane Doe"},
	} {
		t.Run(c.name, func(t *testing.T) {
			checkStages(t, c.journal, "reference-permission", []then{{when, c.says}})
			waived := at(t, c.journal, when).Counts.Waived
			if want := strings.HasPrefix(c.name, "waived in her") || strings.HasPrefix(c.name, "waived in the"); want != (waived == 1) {
				t.Errorf("%d waived", waived)
			}
		})
	}
}

// TestReferencePermissionUntilTold follows one reference over the end of the
// first round, from which on reference-untold speaks to the same person.
func TestReferencePermissionUntilTold(t *testing.T) {
	journal := asked("interviews: [{date: 2026-11-16 14:00}]")
	item := at(t, journal, "2026-11-12T09:00:00+01:00").Filter(Filter{Rules: []string{referencePermissionID}}).Items[0]
	if end := moment(t, "2026-11-16T15:00:00+01:00"); !item.ChangesAt.Equal(end) || !item.Since.IsZero() || !item.Due.IsZero() {
		t.Errorf("since %v, due %v, changes %v", item.Since, item.Due, item.ChangesAt)
	}
	if item.Place.Path() != "references/jane.md" || item.Company != "" {
		t.Errorf("of %q at %s", item.Company, item.Place.Path())
	}
	after := at(t, journal, "2026-11-16T15:00:00+01:00")
	if got := say(after, referencePermissionID, referenceUntoldID); len(got) != 1 || got[0] != "due reference-untold Jane Doe" {
		t.Errorf("after the round it says %v", got)
	}
}
