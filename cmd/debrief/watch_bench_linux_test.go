package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"debrief/cmd/debrief/internal/journalgen"
)

// ticks is how many of the units in which the kernel counts processor time are
// in a second: USER_HZ, the same on every Linux that Go runs on.
const ticks = 100

// idling is how long nothing happens: two looks for safety.
const idling = time.Minute

// BenchmarkWatchProcess measures the real program, watching 10,000 notes: what
// it takes of a processor while nothing happens, the look for safety included,
// and how much memory it keeps, at first and after changes. An iteration is a
// minute of idling and 20 changes. Metrics:
//
//	idle-cpu-%     of one core
//	resident-MB    after the first report
//	x-resident     after the changes, over that after half of them
func BenchmarkWatchProcess(b *testing.B) {
	dir := b.TempDir()
	if err := journalgen.Generate(1, 10_000, benchNow).Write(dir); err != nil {
		b.Fatal(err)
	}
	var idle, resident, growth float64
	for b.Loop() {
		w := startWatch(b, dir)
		resident = w.resident()
		before := w.processorTime()
		pause(idling)
		idle = (w.processorTime() - before).Seconds() / idling.Seconds() * 100
		growth = w.growth(10, 20)
		w.end()
	}
	b.ReportMetric(idle, "idle-cpu-%")
	b.ReportMetric(resident, "resident-MB")
	b.ReportMetric(growth, "x-resident")
}

// BenchmarkWatchChanges asks whether the real program leaks: what it keeps of
// 10,000 changes. A leak grows with the changes and not with the notes, so 300
// of those do, and the report is there as soon as the quiet time is over. That
// is half an hour and runs only with DEBRIEF_BENCH_ALL=1; without, there are 500
// changes. Metrics:
//
//	resident-MB    after the last
//	x-resident     that over after the first tenth
func BenchmarkWatchChanges(b *testing.B) {
	dir := b.TempDir()
	if err := journalgen.Generate(1, 300, benchNow).Write(dir); err != nil {
		b.Fatal(err)
	}
	changes := 500
	if os.Getenv("DEBRIEF_BENCH_ALL") != "" {
		changes = 10_000
	}
	var resident, growth float64
	for b.Loop() {
		w := startWatch(b, dir)
		growth = w.growth(changes/10, changes)
		resident = w.resident()
		w.end()
	}
	b.ReportMetric(resident, "resident-MB")
	b.ReportMetric(growth, "x-resident")
}

// growth changes a note so many times and returns the memory kept then, over
// that after the early ones.
func (w *watchProcess) growth(early, changes int) float64 {
	var before float64
	for i := range changes {
		w.change(i)
		if i+1 == early {
			before = w.resident()
		}
	}
	return w.resident() / before
}

// A watchProcess is the real program at work on a journal.
type watchProcess struct {
	b            *testing.B
	cmd          *exec.Cmd
	note, report string
}

// startWatch starts the program and waits for its first report.
func startWatch(b *testing.B, dir string) *watchProcess {
	b.Helper()
	w := &watchProcess{b: b, note: filepath.Join(dir, "interviews", "changing.md"), report: filepath.Join(b.TempDir(), "status.json")}
	if err := os.MkdirAll(filepath.Dir(w.note), 0o700); err != nil {
		b.Fatal(err)
	}
	w.cmd = exec.Command("debrief", "watch", dir, "-o", w.report, "--quiet")
	w.cmd.Env = append(os.Environ(), "XDG_STATE_HOME="+b.TempDir())
	if err := w.cmd.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = w.cmd.Process.Kill() }) // however the benchmark ends
	w.await(time.Time{})
	return w
}

// await waits for a report that was written after an instant.
func (w *watchProcess) await(after time.Time) {
	for range 6000 {
		if info, err := os.Stat(w.report); err == nil && info.ModTime().After(after) {
			return
		}
		pause(10 * time.Millisecond)
	}
	w.b.Fatal("no report within a minute")
}

// change changes a note and waits for the report.
func (w *watchProcess) change(n int) {
	info, err := os.Stat(w.report)
	if err != nil {
		w.b.Fatal(err)
	}
	// Every other time the date is none, which the report says.
	text := fmt.Sprintf("---\ncompany: Acme\ndate: 2026-%02d-18\n---\n", 11+2*(n%2))
	if err := os.WriteFile(w.note, []byte(text), 0o600); err != nil {
		w.b.Fatal(err)
	}
	w.await(info.ModTime())
}

// processorTime returns what the process has taken so far.
func (w *watchProcess) processorTime() time.Duration {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", w.cmd.Process.Pid))
	if err != nil {
		w.b.Fatal(err)
	}
	_, after, _ := strings.Cut(string(stat), ") ") // the name may hold spaces
	fields := strings.Fields(after)
	user, _ := strconv.Atoi(fields[11])
	system, _ := strconv.Atoi(fields[12])
	return time.Duration(user+system) * time.Second / ticks
}

// resident returns the memory the process keeps, in MB.
func (w *watchProcess) resident() float64 {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", w.cmd.Process.Pid))
	if err != nil {
		w.b.Fatal(err)
	}
	_, after, _ := strings.Cut(string(status), "VmRSS:")
	kB, _ := strconv.Atoi(strings.Fields(after)[0])
	return float64(kB) / 1000
}

func (w *watchProcess) end() {
	_ = w.cmd.Process.Signal(os.Interrupt)
	if err := w.cmd.Wait(); err != nil {
		w.b.Fatal(err)
	}
}
