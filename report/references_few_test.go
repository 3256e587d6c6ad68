package report

import (
	"strings"
	"testing"
)

func TestReferencesFew(t *testing.T) {
	held := "interviews: [{date: 2026-11-10 14:00}]"
	two := "-- references/li.md --\n---\nname: Li Wei\n---\n"
	three := two + "-- references/tom.md --\n---\nname: Tom Berg\n---\n"
	second := "-- applications/b.md --\n---\ncompany: Initech\nrole: Engineer\napplied: 2026-11-05\n" + held + "\n---\n"
	search := func(field, journal string) string {
		return strings.Replace(journal, "started: 2026-11-01\n", "started: 2026-11-01\n"+field+"\n", 1)
	}
	for _, c := range []struct{ name, journal, says string }{
		{"one", asked(held), "advice"},
		{"two", asked(held) + two, "advice"},
		{"three", asked(held) + three, ""},
		{"one of three not active", asked(held) + strings.Replace(three, "name: Tom Berg", "name: Tom Berg\nactive: no", 1), "advice"},
		{"one of three said no", asked(held) + strings.Replace(three, "name: Tom Berg", "name: Tom Berg\npermission: no", 1), "advice"},
		{"none", "-- search.md --\n---\nstarted: 2026-11-01\n---\n" + second, "advice"},
		{"two positions, one item", asked(held) + second, "advice"},
		{"no round yet", asked("interviews: [{date: 2026-11-20 14:00}]"), ""},
		{"nobody is expected", asked(held, "references: none"), ""},
		{"nobody is expected at all", search("references: none", asked(held)), ""},
		{"later", asked(held, "references: later"), ""},
		{"later is now", asked(held, "references: later", "references_requested: yes"), "advice"},
		{"rejected", asked(held, "status: rejected"), ""},
		{"accepted", asked(held, "status: accepted"), ""},
		{"two are enough", search("rules: {references-few: {enough: 2}}", asked(held)+two), ""},
		{"the search is over", search("first_day: 2026-11-11", asked(held)), ""},
		{"waived", asked(held, "waive: {references-few: they never call}"), ""},
		{"waived for one of two", asked(held, "waive: {references-few: they never call}") + second, "advice"},
		{"waived for the search", search("waive: {references-few: I know}", asked(held)), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			checkStages(t, c.journal, "references-few", []then{{"2026-11-12T09:00:00+01:00", c.says}})
		})
	}
	item := at(t, asked(held)+second, "2026-11-12T09:00:00+01:00").Filter(Filter{Rules: []string{referencesFewID}}).Items[0]
	if !item.Since.Equal(moment(t, "2026-11-10T15:00:00+01:00")) || item.Company != "" || item.Place.Path() != "search.md" {
		t.Errorf("since %v of %q at %s", item.Since, item.Company, item.Place.Path())
	}
}
