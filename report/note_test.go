package report

import (
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestKeyAt holds keyAt to the regular expression that says what a key is.
func TestKeyAt(t *testing.T) {
	key := regexp.MustCompile(`^(\s*(?:- +)*)([A-Za-z_][A-Za-z_ -]*):(?:\s|$)`)
	pieces := rapid.SampledFrom([]string{" ", "- ", "-", "\t", "company", "On_", "decision by", ":", "é", "7", "\xff", "\v", "ſ"})
	rapid.Check(t, func(t *rapid.T) {
		line := strings.Join(rapid.SliceOfN(pieces, 0, 8).Draw(t, "line"), "")
		column, name, ok := note{lines: []string{line}}.keyAt(0)
		m := key.FindStringSubmatch(line)
		if ok != (m != nil) {
			t.Fatalf("%q: a key is %v, want %v", line, ok, m != nil)
		}
		if !ok {
			return
		}
		want := strings.ToLower(strings.NewReplacer("-", "_", " ", "_").Replace(m[2]))
		if column != len(m[1]) || name != want {
			t.Errorf("%q: got %q at %d, want %q at %d", line, name, column, want, len(m[1]))
		}
	})
}
