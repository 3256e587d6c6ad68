//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// TestWritingAsks answers what the verbs ask that write into notes: which items
// were done, what stands in a gap, whether a change is to be made, why something
// is waived, and how a search began.
func TestWritingAsks(t *testing.T) {
	const round = "---\ncompany: Acme\ndate: 2026-11-18 14:00\nwith: [Dana Reyes, Li Wei]\nconfidnce: 3\n---\n"
	dir := diskOf(t, fstest.MapFS{
		"search.md":          {Data: []byte("---\nstarted: 2026-11-16\ntimezone: Europe/Berlin\nrules: {search-stale: off}\n---\n")},
		"interviews/acme.md": {Data: []byte(round)},
		"interviews/b.md":    {Data: []byte("---\ncompany: Globex\ndate: 18.11.2026\nthanked: yes\nwaive: {evaluation-missing: }\n---\n")},
	})
	note := func(name string) string {
		text, _ := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		return string(text)
	}
	in := func(verb string, more ...string) []string { return append([]string{verb, "--journal", dir}, more...) }
	wants := func(said string, want ...string) {
		t.Helper()
		for _, w := range want {
			if !strings.Contains(said, w) {
				t.Errorf("it did not say %q:\n%s", w, said)
			}
		}
	}

	// Nothing is picked, then something that is not on the list, then two.
	now := []string{"--now", "2026-11-19 20:45"}
	wants(talk(t, in("done", now...), ""), "Which was done? (1-", "Thank Dana Reyes")
	wants(talk(t, in("done", now...), "77"), `"77" is not on the list`)
	if got := note("interviews/acme.md"); got != round || note("log.md") != "" {
		t.Fatalf("it wrote %q and %q", got, note("log.md"))
	}
	said := talk(t, in("done", now...), "1 2", "the sketch", "the sketch")
	wants(said, "thanked Dana Reyes")
	wants(note("log.md")+note("interviews/acme.md"), "thanked Dana Reyes")

	// One by one: a no leaves it, a yes mends it, and a reason is asked for.
	said = talk(t, in("fix"), "n", "they asked for no notes", "y")
	wants(said, "+confidence: 3", "Make this change? [y/N]", "The reason (empty to leave it)?", "1 mended, 1 left as they are")
	wants(note("interviews/acme.md"), "confidnce: 3")
	wants(note("interviews/b.md"), "waive: {evaluation-missing: they asked for no notes}")
	wants(talk(t, in("fix"), "yes"), "1 mended")
	wants(note("interviews/acme.md"), "confidence: 3")

	// A search of one's own.
	fresh := filepath.Join(t.TempDir(), "search")
	wants(talk(t, []string{"init", fresh}, "last week", "2026-11-16", "Berlin", "Europe/Berlin", "2", ""),
		"Write it as 2026-11-19.", "Write a name such as Europe/Berlin.", "search.md", "the next step: debrief new interview COMPANY")
	text, err := os.ReadFile(filepath.Join(fresh, "search.md"))
	check(t, err)
	wants(string(text), "started: 2026-11-16", "timezone: Europe/Berlin", "applications_per_week: 2")
}
