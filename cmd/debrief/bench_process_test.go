package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"debrief/cmd/debrief/internal/journalgen"
)

// BenchmarkProcess measures a report of the sample journal as a person waits
// for it: the whole process, beside a Go program that does nothing. Both are
// built without cgo, as the README installs, and run in turn; medians count, so
// twenty iterations or more. Metrics:
//
//	ms-over-empty  what debrief takes longer than nothing
//	ms-empty       what nothing takes on this machine
func BenchmarkProcess(b *testing.B) {
	bin := b.TempDir()
	empty := filepath.Join(bin, "empty.go")
	if err := os.WriteFile(empty, []byte("package main\n\nfunc main() {}\n"), 0o600); err != nil {
		b.Fatal(err)
	}
	nothing := built(b, filepath.Join(bin, "nothing.exe"), empty)
	debrief := built(b, filepath.Join(bin, "debrief.exe"), ".")
	sample := filepath.Join("..", "..", "sample-journal")
	var ours, theirs []time.Duration
	for b.Loop() {
		theirs = append(theirs, elapsed(b, nothing))
		ours = append(ours, elapsed(b, debrief, "report", sample))
	}
	b.ReportMetric((median(ours)-median(theirs)).Seconds()*1000, "ms-over-empty")
	b.ReportMetric(median(theirs).Seconds()*1000, "ms-empty")
}

// BenchmarkGrowth measures what ten times the notes cost: reports of 10,000 and
// of 100,000 as processes, in turn, so that neither inherits the other's memory
// and both see the machine at the same speed. Metrics:
//
//	x-10000        the median of the large over that of the small
//	s-10000        the small one
//
// It writes 100,000 notes first and runs only with DEBRIEF_BENCH_ALL=1.
func BenchmarkGrowth(b *testing.B) {
	if os.Getenv("DEBRIEF_BENCH_ALL") == "" {
		b.Skip("set DEBRIEF_BENCH_ALL=1 for 100,000 notes")
	}
	debrief := built(b, filepath.Join(b.TempDir(), "debrief.exe"), ".")
	report := func(dir string) time.Duration {
		return elapsed(b, debrief, "report", dir, "--format", "json", "--now", benchNow.Format(time.RFC3339))
	}
	sizes := []int{10_000, 100_000}
	var took [2][]time.Duration
	dirs := make([]string, len(sizes))
	for i, notes := range sizes {
		dirs[i] = filepath.Join(b.TempDir(), strconv.Itoa(notes))
		if err := journalgen.Generate(1, notes, benchNow).Write(dirs[i]); err != nil {
			b.Fatal(err)
		}
		report(dirs[i]) // warm the file cache
	}
	for b.Loop() {
		for i := range sizes {
			took[i] = append(took[i], report(dirs[i]))
		}
	}
	b.ReportMetric(median(took[1]).Seconds()/median(took[0]).Seconds(), "x-10000")
	b.ReportMetric(median(took[0]).Seconds(), "s-10000")
}

// built compiles a program without cgo and returns its path.
func built(b *testing.B, to, from string) string {
	b.Helper()
	cmd := exec.Command("go", "build", "-buildvcs=false", "-o", to, from)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("go build %s: %v\n%s", from, err, out)
	}
	return to
}

// elapsed returns how long a process takes, from being asked for to its end.
func elapsed(b *testing.B, program string, args ...string) time.Duration {
	b.Helper()
	cmd := exec.Command(program, args...)
	start := time.Now()
	if err := cmd.Run(); err != nil {
		b.Fatal(err)
	}
	return time.Since(start)
}

func median(of []time.Duration) time.Duration {
	slices.Sort(of)
	return of[len(of)/2]
}
