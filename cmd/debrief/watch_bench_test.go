package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"debrief/cmd/debrief/internal/journalgen"
	"debrief/cmd/debrief/internal/watch"
)

// BenchmarkWatch measures a change of one note among 10,000 while watching:
// from the end of the quiet time to the new report on disk. The baseline in the
// same run is a report from nothing. Metrics:
//
//	ms/change      from the end of the quiet time to the report on disk
//	x-report       that over a report from nothing, below 1 is faster
//	look-ms        of it, finding out what has changed
func BenchmarkWatch(b *testing.B) {
	dir := b.TempDir()
	if err := journalgen.Generate(1, 10_000, benchNow).Write(dir); err != nil {
		b.Fatal(err)
	}
	s, note := benchSession(b, dir)
	defer s.close()
	text, err := os.ReadFile(note)
	if err != nil {
		b.Fatal(err)
	}
	var ours, looking, theirs time.Duration
	changes := 0
	for b.Loop() {
		changes++
		line := fmt.Sprintf("\nSpoke about the weather for the %dth time, and then about the work.\n", changes)
		if err := os.WriteFile(note, append(text, line...), 0o600); err != nil {
			b.Fatal(err)
		}
		start := time.Now()
		s.lookAgain(watch.Hint)
		ours += time.Since(start)
		start = time.Now()
		if look, err := s.live.Look(); err != nil || look.Changed {
			b.Fatal(err, look.Latest)
		}
		looking += time.Since(start)
		start = time.Now()
		if err := fullReport(os.DirFS(dir)); err != nil {
			b.Fatal(err)
		}
		theirs += time.Since(start)
	}
	b.ReportMetric(ours.Seconds()*1000/float64(changes), "ms/change")
	b.ReportMetric(looking.Seconds()*1000/float64(changes), "look-ms")
	b.ReportMetric(ours.Seconds()/theirs.Seconds(), "x-report")
}

// benchSession watches a journal with a JSON report beside it, and names a note
// whose change changes the report.
func benchSession(b *testing.B, dir string) (*session, string) {
	b.Helper()
	p := &program{
		stdout: io.Discard, stderr: io.Discard, now: time.Now,
		env: func(name string) string { return map[string]string{"XDG_STATE_HOME": b.TempDir(), "TZ": "UTC"}[name] },
	}
	q := newQuery("never")
	q.files = fileList{filepath.Join(b.TempDir(), "status.json")}
	s, err := p.newSession(q, vigil{}, dir)
	if err != nil {
		b.Fatal(err)
	}
	if err := s.begin(); err != nil {
		b.Fatal(err)
	}
	return s, filepath.Join(dir, s.journal.Interviews[0].Place.Path())
}

// BenchmarkLook measures a look at 10,000 notes of which none has changed:
// what an idle watcher does twice a minute, and a busy one for every change.
func BenchmarkLook(b *testing.B) {
	dir := b.TempDir()
	if err := journalgen.Generate(1, 10_000, benchNow).Write(dir); err != nil {
		b.Fatal(err)
	}
	s, _ := benchSession(b, dir)
	defer s.close()
	b.ReportAllocs()
	for b.Loop() {
		if look, err := s.tryLook(); err != nil || look.Changed {
			b.Fatal(err, look.Latest)
		}
	}
}
