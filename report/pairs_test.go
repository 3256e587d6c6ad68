package report

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// A yielding is a rule that keeps silent where another asks for the same.
type yielding struct{ speaks, yields string }

// yieldings are the pairs of which one fact would be told twice.
func yieldings() []yielding {
	return []yielding{
		{searchStaleID, searchNoOtherID},
		{answerOverdueID, positionQuietID},
		{answerOverdueID, contactColdID},
		{thankYouID, contactColdID},
		{evaluationMissingID, evaluationIncompleteID},
		{referenceUntoldID, referencePermissionID},
		{positionQuietID, decisionUnknownID},
		{thankYouID, rejectionUnansweredID},
		{thankYouCopiedID, thankYouGenericID},
	}
}

// TestNoFactIsToldTwice follows the stories of all rules, as they are told and
// as time passes, and looks for two items that one deed would settle.
func TestNoFactIsToldTwice(t *testing.T) {
	for _, rule := range Rules() {
		for _, story := range stories(t, rule) {
			j, now := load(t, story)
			for range maxChanges {
				for _, later := range []time.Duration{0, 30 * time.Hour, 240 * time.Hour} {
					noneTwice(t, rule.ID, Build(j, now.Add(later)))
				}
				if now = Build(j, now).NextChange; now.IsZero() {
					break
				}
			}
		}
	}
}

// noneTwice looks for the two items of a pair about the same company and
// person, as far as both name them.
func noneTwice(t *testing.T, story string, r *Report) {
	t.Helper()
	for _, pair := range yieldings() {
		for _, a := range r.Items {
			for _, b := range r.Items {
				if a.Rule != pair.speaks || b.Rule != pair.yields {
					continue
				}
				searchWide := a.Company == "" && a.Person == ""
				sameCompany := a.Company == b.Company || b.Company == ""
				samePerson := a.Person == b.Person || a.Person == "" || b.Person == ""
				if searchWide || sameCompany && samePerson {
					t.Errorf("a story of %s, %v: %q and %q", story, r.Now, a.Message, b.Message)
				}
			}
		}
	}
}

// TestExplainNamesWhatSilences holds the manual to the pairs: whoever wonders
// why a rule is silent finds there which one speaks instead.
func TestExplainNamesWhatSilences(t *testing.T) {
	for _, pair := range yieldings() {
		at := slices.IndexFunc(Rules(), func(r *Rule) bool { return r.ID == pair.yields })
		if rule := Rules()[at]; !strings.Contains(rule.Looks, pair.speaks) {
			t.Errorf("the manual of %s does not say that %s silences it: %s", pair.yields, pair.speaks, rule.Looks)
		}
	}
}
