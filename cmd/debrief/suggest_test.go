package main

import "testing"

// TestNearest guesses slips of the fingers, and nothing wilder.
func TestNearest(t *testing.T) {
	names := []string{"report", "check", "explain", "rules", "version", "thank-you", "search-stale"}
	for word, want := range map[string]string{
		"reprot":   "report",
		"chekc":    "check",
		"CHECK":    "check",
		"expl":     "explain",
		"thankyou": "thank-you",
		"search":   "search-stale",
		"x":        "",
		"":         "",
		"notes":    "",
	} {
		if got := nearest(word, names); got != want {
			t.Errorf("nearest(%q) is %q, want %q", word, got, want)
		}
	}
}
