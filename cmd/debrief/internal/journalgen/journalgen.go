// Package journalgen invents journals of any size for benchmarks and tests.
//
// A generated journal reads like two years of a real search: companies with
// one or two roles each, rounds with notes, thank-you notes, references, a
// daily log and notes about other things. The same seed, size and instant
// give the same bytes on every machine:
//
//	notes := journalgen.Generate(1, 10_000, now)
//	journal, err := parser.Load(notes.FS())
//
// or, on disk, go run ./cmd/debrief/internal/journalgen/journalgen -n 10000 DIR.
package journalgen

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing/fstest"
	"time"
)

// Notes are the files of a journal: text by path, relative to the journal's
// folder, with forward slashes.
type Notes map[string][]byte

// Generate invents a journal of exactly n notes (none when n < 1), of about
// 1.5 KB each, whose events lie in the two years before now; a few rounds are
// scheduled in the week after. Of the notes, 55 % are interviews, 20 %
// applications, 10 % outreach, 7 % logs, 5 % unrelated and up to 3 %, at most
// 50, references; one is search.md. Every note parses without an error.
func Generate(seed uint64, n int, now time.Time) Notes {
	g := &generator{
		rng:   rand.New(rand.NewPCG(seed, uint64(max(n, 0)))),
		now:   now,
		notes: make(Notes, max(n, 0)),
	}
	if n < 1 {
		return g.notes
	}
	m := mixOf(n)
	g.references = g.inventReferences(m.references)
	g.search()
	stories := g.inventStories(m)
	for _, s := range stories {
		g.application(s)
		for i := range s.rounds {
			g.interview(s, i)
		}
	}
	g.referenceNotes()
	for range m.outreach {
		g.outreach(m.companies)
	}
	g.logs(m.logs)
	for i := range m.others {
		g.unrelated(i)
	}
	return g.notes
}

// FS returns the journal as a file system.
func (n Notes) FS() fstest.MapFS {
	files := make(fstest.MapFS, len(n))
	for path, text := range n {
		files[path] = &fstest.MapFile{Data: text, Mode: 0o644}
	}
	return files
}

// Write stores the journal below dir, which it creates where needed. Files
// that stand there under the same names are overwritten, others are left.
func (n Notes) Write(dir string) error {
	for _, path := range slices.Sorted(maps.Keys(n)) {
		file := filepath.Join(dir, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return fmt.Errorf("failed to make the folder of a note: %w", err)
		}
		if err := os.WriteFile(file, n[path], 0o644); err != nil {
			return fmt.Errorf("failed to write a note: %w", err)
		}
	}
	return nil
}

// mix says how many notes of each kind a journal gets.
type mix struct {
	applications, interviews, references, outreach, logs, others int
	companies                                                    int
}

// mixOf splits n notes, one of which is search.md; whatever rounding and the
// limit on references leave over becomes interviews.
func mixOf(n int) mix {
	m := mix{
		applications: n / 5,
		outreach:     n / 10,
		references:   min(50, n*3/100),
		logs:         n * 7 / 100,
		others:       n / 20,
		companies:    max(1, n/4),
	}
	rest := n - 1 - m.applications - m.outreach - m.references - m.logs - m.others
	// Rounds need a position to belong to.
	if m.applications == 0 && rest > 0 {
		m.applications = 1
		rest--
	}
	m.interviews = rest
	return m
}

// generator holds what has been invented so far.
type generator struct {
	rng        *rand.Rand
	now        time.Time
	notes      Notes
	references []reference
	lines      []logLine // for the daily log
}

// put adds a note under the first free name: path.md, path-2.md, …
func (g *generator) put(path, text string) {
	name := path + ".md"
	for i := 2; g.notes[name] != nil; i++ {
		name = fmt.Sprintf("%s-%d.md", path, i)
	}
	g.notes[name] = []byte(text)
}

// chance is true in percent of a hundred cases.
func (g *generator) chance(percent int) bool { return g.rng.IntN(100) < percent }

// between returns a number from low to high, both included.
func (g *generator) between(low, high int) int { return low + g.rng.IntN(high-low+1) }

// pick returns one of the choices.
func (g *generator) pick(choices []string) string { return choices[g.rng.IntN(len(choices))] }

// pickSome returns between low and high of the choices, each at most once.
func (g *generator) pickSome(choices []string, low, high int) []string {
	count := min(g.between(low, high), len(choices))
	some := make([]string, count)
	for i, at := range g.rng.Perm(len(choices))[:count] {
		some[i] = choices[at]
	}
	return some
}

// daysAgo returns a working day about that many days before now.
func (g *generator) daysAgo(days int) time.Time { return workday(g.now.AddDate(0, 0, -days)) }

// workday returns the day's date, or the Friday before a weekend.
func workday(day time.Time) time.Time {
	switch day.Weekday() {
	case time.Saturday:
		return day.AddDate(0, 0, -1)
	case time.Sunday:
		return day.AddDate(0, 0, -2)
	}
	return day
}
