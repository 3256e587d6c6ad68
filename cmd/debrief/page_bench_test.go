package main

import (
	"bytes"
	"io"
	"testing"
	"time"

	"debrief/cmd/debrief/internal/journalgen"
	"debrief/parser"
	"debrief/report"
	"debrief/report/render"
)

// BenchmarkPage measures what a page of 10,000 notes takes, pictures and all,
// when the journal is in memory already, and beside it in the same run a
// report from nothing: load, build and write as text. Metrics:
//
//	x-report    the page over that, below 1 is faster
//	page-B      how large the page is
//	ms-page     drawing and writing it
func BenchmarkPage(b *testing.B) {
	fsys := journalgen.Generate(1, 10_000, benchNow).FS()
	j, err := parser.Load(fsys, time.UTC)
	if err != nil {
		b.Fatal(err)
	}
	r := report.Build(j, benchNow)
	var page bytes.Buffer
	var ours, theirs time.Duration
	for b.Loop() {
		start := time.Now()
		fresh, err := parser.Load(fsys, time.UTC)
		if err != nil {
			b.Fatal(err)
		}
		if err := render.Text(io.Discard, report.Build(fresh, benchNow), render.Options{}); err != nil {
			b.Fatal(err)
		}
		theirs += time.Since(start)
		start = time.Now()
		page.Reset()
		r.Pictures = report.Draw(j, benchNow)
		if err := render.HTML(&page, r, render.Options{}); err != nil {
			b.Fatal(err)
		}
		ours += time.Since(start)
	}
	b.ReportMetric(ours.Seconds()/theirs.Seconds(), "x-report")
	b.ReportMetric(float64(page.Len()), "page-B")
	b.ReportMetric(ours.Seconds()*1000/float64(b.N), "ms-page")
}
