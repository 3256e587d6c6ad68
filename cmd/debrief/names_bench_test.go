package main

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"debrief/cmd/debrief/internal/journalgen"
)

// BenchmarkCompletion measures what a TAB takes in a journal of 10,000 notes,
// as a process, once its names are remembered. The metrics are ms/tab, and
// ms/version for the same program when it only starts.
func BenchmarkCompletion(b *testing.B) {
	dir := b.TempDir()
	if err := journalgen.Generate(1, 10_000, benchNow).Write(filepath.Join(dir, "journal")); err != nil {
		b.Fatal(err)
	}
	program := filepath.Join(dir, "bin", "debrief")
	build := exec.Command("go", "build", "-o", program, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	run := func(args ...string) time.Duration {
		cmd := exec.Command(program, args...)
		cmd.Env = append(os.Environ(), "XDG_STATE_HOME="+dir)
		cmd.Stdout = io.Discard
		start := time.Now()
		if err := cmd.Run(); err != nil {
			b.Fatal(err)
		}
		return time.Since(start)
	}
	journal := filepath.Join(dir, "journal")
	run("__remember", journal)
	var tab, version time.Duration
	for b.Loop() {
		version += run("version")
		tab += run("__complete", "report", journal, "--company", "Am")
	}
	b.ReportMetric(float64(tab.Microseconds())/1000/float64(b.N), "ms/tab")
	b.ReportMetric(float64(version.Microseconds())/1000/float64(b.N), "ms/version")
}
