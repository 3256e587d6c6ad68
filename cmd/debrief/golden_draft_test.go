package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestGoldenDrafts holds what the verbs that write for a person make of the
// sample journal to the committed bytes.
func TestGoldenDrafts(t *testing.T) {
	for _, args := range []string{
		"thank --format text", "thank Ines --format eml", "thank Ines --format mailto", "tell priya --format text",
		"chase --now 2026-12-10 --format text", "prep Osprey --format text", "prep Kestrel --format markdown",
		"stumbles --format text", "stumbles --format markdown", "stumbles --format json",
	} {
		t.Run(args, func(t *testing.T) {
			words := strings.Fields(args)
			t.Chdir("../../sample-journal")
			given := words
			if !strings.Contains(args, "--now") {
				given = append(words[:len(words):len(words)], "--now", sampleNow)
			}
			got := invoke(t, given...)
			if got.status != statusFine {
				t.Fatalf("exit status %d: %s", got.status, &got.stderr)
			}
			compareFile(t, filepath.Join("../cmd/debrief/testdata/golden", words[0]+"."+words[len(words)-1]), got.stdout.Bytes())
		})
	}
}
