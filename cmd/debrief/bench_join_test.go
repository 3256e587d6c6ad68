package main

import (
	"fmt"
	"os"
	"testing"
	"time"

	"debrief/cmd/debrief/internal/journalgen"
	"debrief/parser"
)

// BenchmarkJoin measures what NewJournal takes of BenchmarkReport: joining
// notes that are parsed already. It stays linear as long as ns/note does not
// grow with the journal. 100,000 notes run only with DEBRIEF_BENCH_ALL=1.
func BenchmarkJoin(b *testing.B) {
	for _, notes := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(notes), func(b *testing.B) {
			if notes > 10_000 && os.Getenv("DEBRIEF_BENCH_ALL") == "" {
				b.Skip("set DEBRIEF_BENCH_ALL=1 for 100,000 notes")
			}
			dir := b.TempDir()
			if err := journalgen.Generate(1, notes, benchNow).Write(dir); err != nil {
				b.Fatal(err)
			}
			files := parsedFiles(b, dir)
			b.ReportAllocs()
			for b.Loop() {
				parser.NewJournal(files, time.UTC)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(notes), "ns/note")
		})
	}
}

// parsedFiles reads and parses every note of a folder.
func parsedFiles(b *testing.B, dir string) []*parser.File {
	fsys := os.DirFS(dir)
	notes, _, err := parser.Walk(fsys)
	if err != nil {
		b.Fatal(err)
	}
	var files []*parser.File
	for _, n := range notes {
		if src, _ := parser.ReadNote(fsys, n); src != nil {
			files = append(files, parser.Parse(src))
		}
	}
	return files
}
