package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"debrief/cmd/debrief/internal/journalgen"
	"debrief/cmd/debrief/internal/workspace"
	"debrief/parser"
	"debrief/report"
	"debrief/report/render"

	"github.com/adrg/frontmatter"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
)

// benchNow is the instant of every benchmark's report.
var benchNow = time.Date(2026, time.November, 19, 20, 45, 0, 0, time.UTC)

// BenchmarkReport measures load + build + render of generated journals, and in
// the same run the baseline: walk, read, split with adrg/frontmatter, and parse
// with a full goldmark, in parallel. Ours reads the folder as the program does,
// ignore files and all, by workspace; the baseline through os.DirFS. Metrics:
//
//	x-baseline     our time over the baseline's, below 1 is faster
//	ns/note        our time for each note
//	heap-B/note    live heap of the joined journal for each note
//
// The journal of 100,000 notes takes a while to write and runs only with
// -benchtime=1x or DEBRIEF_BENCH_ALL=1.
func BenchmarkReport(b *testing.B) {
	for _, notes := range []int{100, 1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(notes), func(b *testing.B) {
			if notes > 10_000 && os.Getenv("DEBRIEF_BENCH_ALL") == "" {
				b.Skip("set DEBRIEF_BENCH_ALL=1 for 100,000 notes")
			}
			dir := b.TempDir()
			if err := journalgen.Generate(1, notes, benchNow).Write(dir); err != nil {
				b.Fatal(err)
			}
			benchmarkReport(b, dir, notes)
		})
	}
}

func benchmarkReport(b *testing.B, dir string, notes int) {
	plain := os.DirFS(dir)
	if err := baseline(plain); err != nil { // warm the file cache
		b.Fatal(err)
	}
	w, err := workspace.Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	var ours, theirs time.Duration
	for b.Loop() {
		start := time.Now()
		if err := baseline(plain); err != nil {
			b.Fatal(err)
		}
		theirs += time.Since(start)
		start = time.Now()
		if err := fullReport(w.FS()); err != nil {
			b.Fatal(err)
		}
		ours += time.Since(start)
	}
	b.StopTimer()
	b.ReportMetric(ours.Seconds()/theirs.Seconds(), "x-baseline")
	b.ReportMetric(float64(ours.Nanoseconds())/float64(b.N)/float64(notes), "ns/note")
	b.ReportMetric(float64(liveHeap(b, w.FS()))/float64(notes), "heap-B/note")
}

// BenchmarkNotes measures what is done with every note by itself, on one
// goroutine: reading it from disk, and parsing it.
func BenchmarkNotes(b *testing.B) {
	const notes = 1_000
	dir := b.TempDir()
	if err := journalgen.Generate(1, notes, benchNow).Write(dir); err != nil {
		b.Fatal(err)
	}
	w, err := workspace.Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	fsys := w.FS()
	found, _, err := parser.Walk(fsys)
	if err != nil {
		b.Fatal(err)
	}
	sources := make([]*parser.Source, len(found))
	read := func() {
		for i, n := range found {
			sources[i], _ = parser.ReadNote(fsys, n)
		}
	}
	read()
	b.Run("read", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			read()
		}
	})
	b.Run("parse", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			for _, src := range sources {
				parser.Parse(src)
			}
		}
	})
	b.Run("walk", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, _, err := parser.Walk(w.FS()); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// fullReport is what `debrief report` does between its flags and its output.
func fullReport(fsys fs.FS) error {
	j, err := parser.Load(fsys, time.UTC)
	if err != nil {
		return err
	}
	return render.JSON(io.Discard, report.Build(j, benchNow), render.Options{})
}

// BenchmarkBuild and BenchmarkJSON are the last two parts of BenchmarkReport,
// on a journal that is in memory already.
func BenchmarkBuild(b *testing.B) {
	benchmarkJournals(b, func(j *parser.Journal) func() error {
		return func() error {
			report.Build(j, benchNow)
			return nil
		}
	})
}

func BenchmarkJSON(b *testing.B) {
	benchmarkJournals(b, func(j *parser.Journal) func() error {
		r := report.Build(j, benchNow)
		return func() error { return render.JSON(io.Discard, r, render.Options{}) }
	})
}

// benchmarkJournals measures what prepare returns for generated journals of
// several sizes.
func benchmarkJournals(b *testing.B, prepare func(*parser.Journal) func() error) {
	for _, notes := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(notes), func(b *testing.B) {
			if notes > 10_000 && os.Getenv("DEBRIEF_BENCH_ALL") == "" {
				b.Skip("set DEBRIEF_BENCH_ALL=1 for 100,000 notes")
			}
			j, err := parser.Load(journalgen.Generate(1, notes, benchNow).FS(), time.UTC)
			if err != nil {
				b.Fatal(err)
			}
			run := prepare(j)
			for b.Loop() {
				if err := run(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(notes), "ns/note")
		})
	}
}

// liveHeap returns the bytes that a joined journal keeps alive.
func liveHeap(b *testing.B, fsys fs.FS) int64 {
	before := heapAfterGC()
	j, err := parser.Load(fsys, time.UTC)
	if err != nil {
		b.Fatal(err)
	}
	after := heapAfterGC()
	runtime.KeepAlive(j)
	return after - before
}

func heapAfterGC() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// baseline does the least that any reader of such a folder does with the same
// libraries: it neither understands nor joins anything.
func baseline(fsys fs.FS) error {
	paths := make(chan string, 64)
	errs := make(chan error, runtime.GOMAXPROCS(0))
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			md := goldmark.New(goldmark.WithExtensions(extension.GFM))
			for path := range paths {
				if err := parseWhole(fsys, path, md); err != nil {
					errs <- err
					return
				}
			}
		})
	}
	err := fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.EqualFold(filepath.Ext(path), ".md") {
			paths <- path
		}
		return err
	})
	close(paths)
	workers.Wait()
	select {
	case err = <-errs:
	default:
	}
	return err
}

func parseWhole(fsys fs.FS, path string, md goldmark.Markdown) error {
	note, err := fs.ReadFile(fsys, path)
	if err != nil {
		return err
	}
	var fields map[string]any
	body, err := frontmatter.Parse(bytes.NewReader(note), &fields)
	if err != nil {
		body = note
	}
	md.Parser().Parse(text.NewReader(body))
	return nil
}
