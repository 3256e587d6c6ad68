package report

import (
	"regexp"
	"strings"
	"testing"
)

// TestRuleExamples holds every rule to its own two journals. Other rules may
// give advice there: no small journal has two positions, three references and
// a decision date in every round.
func TestRuleExamples(t *testing.T) {
	for _, rule := range Rules() {
		t.Run(rule.ID, func(t *testing.T) {
			fires := build(t, rule.Fires)
			if len(fires.Filter(Filter{Rules: []string{rule.ID}}).Items) == 0 {
				t.Errorf("%s does not speak up on its own example", rule.ID)
			}
			for _, item := range fires.Items {
				if item.Rule != rule.ID && item.Urgency != Advice {
					t.Errorf("the example of %s is not about it alone: %v", rule.ID, say(fires))
				}
			}
			silent := build(t, rule.Silent)
			for _, item := range silent.Items {
				if item.Rule == rule.ID || item.Urgency != Advice {
					t.Errorf("the silent example of %s says %v", rule.ID, say(silent))
				}
			}
			for _, archive := range []string{rule.Fires, rule.Silent} {
				for _, p := range build(t, archive).Problems {
					t.Errorf("%s:%d: %s %s", p.Path(), p.Start().Line, p.ID, p.Message)
				}
			}
		})
	}
}

// Words that say what went wrong rather than what is possible.
var unkind = regexp.MustCompile(`(?i)\b(fail(ed|ure)?|missed|ghosted|should have|too late|forgot(ten)?)\b`)

func TestItemsAreKindAndWhole(t *testing.T) {
	instants := []string{
		"2026-11-20T09:00:00+01:00", "2026-11-22T09:00:00+01:00", "2026-11-24T09:00:00+01:00", "2026-12-08T09:00:00+01:00",
	}
	for _, rule := range Rules() {
		for _, instant := range instants {
			r := at(t, rule.Fires, instant)
			for _, item := range r.Items {
				if m := unkind.FindString(item.Message + item.Action); m != "" {
					t.Errorf("%s at %s says %q", item.Rule, instant, m)
				}
				if !strings.HasSuffix(strings.ReplaceAll(item.Message, "?", "."), ".") || !strings.HasSuffix(item.Action, ".") {
					t.Errorf("%s at %s: not whole sentences: %q %q", item.Rule, instant, item.Message, item.Action)
				}
				if item.Record != nil && item.Record.Text == "" || item.ID == "" || item.Place.Path() == "" {
					t.Errorf("%s at %s lacks something: %+v", item.Rule, instant, item)
				}
				if item.Since.After(r.Now) || item.Urgency == Overdue && (item.Due.IsZero() || item.Due.After(r.Now)) {
					t.Errorf("%s at %s: since %v due %v", item.Rule, instant, item.Since, item.Due)
				}
			}
		}
	}
}
