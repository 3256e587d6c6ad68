package render

import (
	"strings"
	"testing"

	"debrief/parser"
)

// TestTextKeepsIDs has places that just fill a narrow page: a terminal cuts off
// what is too long, and the short word behind a place is what done needs.
func TestTextKeepsIDs(t *testing.T) {
	for length := 25; length < 45; length++ {
		r := evening(t)
		path := "applications/" + strings.Repeat("x", length-len("applications/.md")) + ".md"
		for i := range r.Items {
			r.Items[i].Place = parser.Place{Source: &parser.Source{Path: path, Text: "---\n"}}
		}
		text := rendered(t, textFormat(), r, Options{Width: 40})
		for line := range strings.Lines(text) {
			if columns(strings.TrimSuffix(line, "\n")) > 40 && strings.Contains(line, r.Items[0].ID) {
				t.Errorf("%d characters of a path: the word is cut off: %s", length, line)
			}
		}
		if !strings.Contains(text, r.Items[0].ID) {
			t.Errorf("%d characters of a path: the word is missing", length)
		}
	}
}
