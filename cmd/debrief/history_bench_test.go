package main

import (
	"bytes"
	"context"
	"maps"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"debrief/cmd/debrief/internal/journalgen"
)

// BenchmarkHistory measures `debrief history` over 1,000 commits of 250 days
// and 300 notes, each written once and then added to; --weekly beside it. The
// metric is x-log: our time over that of the `git log` that lists the same
// changes, without which nothing can be told.
func BenchmarkHistory(b *testing.B) {
	if _, err := exec.LookPath("git"); err != nil {
		b.Skip(err)
	}
	dir := b.TempDir()
	importHistory(b, dir, true, longHistory(1_000))
	for _, flags := range []string{"", "--weekly"} {
		b.Run("1000commits"+flags, func(b *testing.B) {
			var ours, log time.Duration
			for b.Loop() {
				start := time.Now()
				runGit(b, dir, nil, "log", "--first-parent", "--raw", "--no-renames", "HEAD")
				log += time.Since(start)
				start = time.Now()
				historyOf(b, dir, flags)
				ours += time.Since(start)
			}
			b.ReportMetric(ours.Seconds()/log.Seconds(), "x-log")
			b.ReportMetric(ours.Seconds()/float64(b.N), "s/history")
		})
	}
}

func historyOf(b *testing.B, dir, flags string) {
	b.Helper()
	var out, said bytes.Buffer
	args := append([]string{"history", dir, "--format", "json"}, strings.Fields(flags)...)
	env := func(string) string { return "" }
	if run(context.Background(), args, strings.NewReader(""), &out, &said, func() time.Time { return benchNow }, env) != statusFine {
		b.Fatal(said.String())
	}
}

// longHistory records a generated journal note by note, and then a line more of
// one note or another.
func longHistory(commits int) []recorded {
	notes := journalgen.Generate(1, 300, benchNow)
	paths := slices.Sorted(maps.Keys(notes))
	var history []recorded
	for i := range commits {
		path := paths[i%len(paths)]
		if i >= len(paths) {
			notes[path] = append(notes[path], "- I thought of it once more.\n"...)
		}
		at := benchNow.AddDate(0, 0, -250).Add(time.Duration(i) * 6 * time.Hour)
		history = append(history, recorded{at: at, notes: map[string]string{path: string(notes[path])}})
	}
	return history
}
