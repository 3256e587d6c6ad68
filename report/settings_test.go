package report

import (
	"slices"
	"strings"
	"testing"

	"debrief/parser"
)

// complaints lists a report's problems as `id at line:column: hint`.
func complaints(r *Report) []string {
	out := []string{}
	for _, p := range r.Problems {
		out = append(out, string(p.ID)+" "+p.Source.Text[p.Span.Start:p.Span.End]+": "+p.Hint)
	}
	return out
}

func TestSettings(t *testing.T) {
	journal := func(rules string) string {
		return "-- search.md --\n---\ntimezone: Europe/Berlin\nrules:\n  " + rules + "\n---\n" + round("date: 2026-11-18 14:00", "with: Dana Reyes", "confidence: 3")
	}
	for _, c := range []struct {
		rules, says string
		problems    []string
	}{
		{"thank-you: on", "overdue thank-you Dana Reyes", nil},
		{"thank-you: off", "", nil},
		{"Thank-You: {Within: 48 hours}", "due thank-you Dana Reyes", nil},
		{"thank_you: off", "", nil},
		{"Thank You: off", "", nil},
		{"thank-you: {within: 2d}", "due thank-you Dana Reyes", nil},
		{"thank-you: {within: 1h, until: 1d}", "advice thank-you Dana Reyes", nil},
		{"search-single: off", "overdue thank-you Dana Reyes", nil},
		{"thank-yous: off", "overdue thank-you Dana Reyes", []string{"unknown-rule thank-yous: did you mean thank-you?"}},
		{"laundry: off", "overdue thank-you Dana Reyes", []string{"unknown-rule laundry: `debrief rules` lists them all"}},
		{"thank-you: {witin: 48h}", "overdue thank-you Dana Reyes", []string{"unknown-setting witin: did you mean within?"}},
		{"thank-you: {colour: red}", "overdue thank-you Dana Reyes", []string{"unknown-setting colour: it has within, until"}},
		{"thank-you: {within: soon}", "overdue thank-you Dana Reyes", []string{"bad-value soon: write hours or days, such as 24h or 2d"}},
		{"thank-you: {within: 48}", "overdue thank-you Dana Reyes", []string{"bad-value 48: write hours or days, such as 24h or 2d"}},
		{"thank-you: {within: -1h}", "overdue thank-you Dana Reyes", []string{"bad-value -1h: write hours or days, such as 24h or 2d"}},
	} {
		t.Run(c.rules, func(t *testing.T) {
			r := at(t, journal(c.rules), "2026-11-19T20:00:00+01:00")
			if got := strings.Join(say(r, "thank-you"), ", "); got != c.says {
				t.Errorf("says %q, want %q", got, c.says)
			}
			if got := complaints(r); !slices.Equal(got, c.problems) {
				t.Errorf("problems %q, want %q", got, c.problems)
			}
		})
	}
}

func TestWaivers(t *testing.T) {
	const when = "2026-11-19T20:00:00+01:00"
	search := func(more string) string {
		return "-- search.md --\n---\ntimezone: Europe/Berlin\nstarted: 2026-11-15\n" + more + "\n---\n"
	}
	two := func(more string) string {
		return round("date: 2026-11-18 14:00", "with: [Dana Reyes, Li Wei]", more)
	}
	second := "-- interviews/b.md --\n---\ncompany: Globex\ndate: 2026-11-17 14:00\nwith: Dana Reyes\nconfidence: 3\n---\n"
	for _, c := range []struct {
		name, journal, says string
		waived              int
	}{
		{"none", search("") + two("confidence: 3"), "overdue thank-you Dana Reyes, overdue thank-you Li Wei", 0},
		{"one person", search("") + two("confidence: 3\nwaive: {thank-you Dana Reyes: on leave}"), "overdue thank-you Li Wei", 1},
		{"a first name", search("") + two("confidence: 3\nwaive: {thank-you Dana: on leave}"), "overdue thank-you Li Wei", 1},
		{"everyone", search("") + two("confidence: 3\nwaive: {thank-you: on leave}"), "", 2},
		{"one rule only", search("") + two("waive: {thank-you: on leave}"), "overdue evaluation-missing", 2},
		{"one round only", search("") + two("confidence: 3\nwaive: {thank-you: on leave}") + second, "overdue thank-you Dana Reyes", 2},
		{"without a reason", search("") + two("confidence: 3\nwaive: {thank-you: }"), "overdue thank-you Dana Reyes, overdue thank-you Li Wei", 0},
		{"what is not owed", search("") + two("confidence: 3\nthanked: yes\nwaive: {thank-you: on leave}"), "", 0},
		{"in the application", search("") + two("confidence: 3") +
			"-- applications/a.md --\n---\ncompany: Globex\nrole: Engineer\nwaive: {thank-you Li Wei: an old friend}\n---\n", "overdue thank-you Dana Reyes", 1},
		{"in search.md", search("waive: {thank-you: not my way}") + two("confidence: 3"), "", 2},
		{"in words of one's own", search("") + two("confidence: 3\nwaive: {Thank You Dana: on leave}"), "overdue thank-you Li Wei", 1},
		{"an unknown rule", search("") + two("confidence: 3\nwaive: {thankyous: on leave}"), "overdue thank-you Dana Reyes, overdue thank-you Li Wei", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := at(t, c.journal, when)
			if got := strings.Join(say(r, "thank-you", "evaluation-missing"), ", "); got != c.says || r.Counts.Waived != c.waived {
				t.Errorf("says %q and waives %d, want %q and %d", got, r.Counts.Waived, c.says, c.waived)
			}
		})
	}
	unknown := at(t, search("")+two("waive: {thankyous: on leave}"), when)
	if len(unknown.Problems) != 1 || unknown.Problems[0].ID != parser.UnknownRule {
		t.Errorf("problems %v", complaints(unknown))
	}
}

// A waiver for somebody whom nothing names would be silent and useless.
func TestWaiverForNobody(t *testing.T) {
	r := at(t, "-- search.md --\n---\ntimezone: Europe/Berlin\n---\n"+
		round("date: 2026-11-18 14:00", "with: Dana Reyes", "waive: {thank-you Peter: gone, Thank You Dana: on leave}"), "2026-11-19T20:00:00+01:00")
	want := []string{"did-you-mean thank-you Peter: write thank-you and one of those who were there, such as Dana Reyes"}
	if got := complaints(r); !slices.Equal(got, want) {
		t.Errorf("problems %q, want %q", got, want)
	}
}

func TestReferenceWaiver(t *testing.T) {
	held := "interviews: [{date: 2026-11-10 14:00, thanked: yes, confidence: 3}]"
	const when = "2026-11-12T09:00:00+01:00"
	waive := "waive: {reference-untold: she knows anyway}"
	for name, journal := range map[string]string{
		"the reference's": strings.Replace(asked(held), "name: Jane Doe\n", "name: Jane Doe\n"+waive+"\n", 1),
		"the position's":  asked(held, waive),
		"by name":         asked(held, "waive: {reference-untold Jane Doe: she knows anyway}"),
	} {
		r := at(t, journal, when)
		if got := say(r, "reference-untold"); len(got) != 0 || r.Counts.Waived != 1 {
			t.Errorf("%s: says %v, waives %d", name, got, r.Counts.Waived)
		}
	}
}

func TestParseSpan(t *testing.T) {
	for text, want := range map[string]span{"24h": {n: 24}, " 7D ": {7, true}, "2 days": {2, true}, "0h": {}} {
		if got, err := parseSpan(text); err != nil || got != want {
			t.Errorf("%q is %v, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "h", "7", "-7d", "7w", "1.5h", "d7", "99999999999999h"} {
		if got, err := parseSpan(text); err == nil {
			t.Errorf("%q is %v", text, got)
		}
	}
}

func TestCountSetting(t *testing.T) {
	rule := &Rule{ID: "example", Settings: []Setting{{Name: "rounds", Default: "3"}}}
	setTo := func(value string) []parser.RuleSetting {
		name, text := parser.Text{Value: "rounds"}, parser.Text{Value: value}
		return []parser.RuleSetting{{Rule: parser.At[string]{Value: "example"}, Values: []parser.Setting{{Name: name, Value: text}}}}
	}
	for value, want := range map[string]int{"5": 5, "0": 0, "2d": 3, "many": 3, "-1": 3} {
		set, problems := readSettings([]*Rule{rule}, setTo(value))
		if got := set.number("example", "rounds"); got != want || (len(problems) > 0) != (want == 3) {
			t.Errorf("%s counts as %d, problems %v", value, got, problems)
		}
	}
}
