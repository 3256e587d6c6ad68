package schedule

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestSystemdVerifies has systemd read the units.
func TestSystemdVerifies(t *testing.T) {
	needTool(t, "systemd-analyze")
	dir := t.TempDir()
	for name, job := range map[string]Job{"plain": plainJob(t), "awkward": awkwardJob(t)} {
		job.Name += "-" + name
		// The verifier looks whether the program is there.
		job.Command[0] = filepath.Join(dir, "my %d $tools", "debrief")
		writeFile(t, job.Command[0], []byte("#!/bin/sh\n"))
		if err := os.Chmod(job.Command[0], 0o700); err != nil {
			t.Fatal(err)
		}
		writeFile(t, filepath.Join(dir, job.Name+".service"), []byte(serviceUnit(job)))
		writeFile(t, filepath.Join(dir, job.Name+".timer"), []byte(timerUnit(job)))
		if out := output(t, "systemd-analyze", "--user", "--man=no", "verify", filepath.Join(dir, job.Name+".timer"), filepath.Join(dir, job.Name+".service")); out != "" {
			t.Errorf("%s: systemd says\n%s", name, out)
		}
	}
}

// TestOnCalendarMeansTheSame asks systemd when the next times are, and compares
// them with cron's rule.
func TestOnCalendarMeansTheSame(t *testing.T) {
	needTool(t, "systemd-analyze")
	base := time.Date(2027, 1, 30, 0, 0, 0, 0, time.UTC)
	samples := []string{"0 8 * * *", "30 7 * * 1", "0 8 * * mon-fri", "0 8 * * sat,sun", "0 8 * * 5-7", "0 8 1,15 * 2", "*/15 9-17 * 2-4 *", "0 0 31 * *", "5 5 29 2 *"}
	whens := whens()
	for seed := range 12 {
		samples = append(samples, whens.Example(seed).String())
	}
	for _, spec := range samples {
		w := mustParse(t, spec)
		var got []string
		for _, line := range onCalendar(w) {
			out := output(t, "systemd-analyze", "calendar", "--iterations=6", "--base-time=@"+fmt.Sprint(base.Unix()-1), line)
			for l := range strings.Lines(out) {
				if at, err := time.Parse("Mon 2006-01-02 15:04:05 UTC", lastFields(l, 4)); err == nil {
					got = append(got, at.Format(time.DateTime))
				}
			}
		}
		slices.Sort(got)
		got = slices.Compact(got)
		var want []string
		for at := base; len(want) < 6 && at.Year() < 2062; at = next(w, at) {
			if matches(w, at) {
				want = append(want, at.Format(time.DateTime))
			}
		}
		if n := min(len(got), len(want)); n == 0 || !slices.Equal(got[:min(6, n)], want[:min(6, n)]) {
			t.Errorf("%s is %q:\nsystemd %q\ncron    %q", spec, onCalendar(w), got, want)
		}
	}
}

// next steps over what cannot match.
func next(w When, at time.Time) time.Time {
	if !w.on(at) {
		return time.Date(at.Year(), at.Month(), at.Day()+1, 0, 0, 0, 0, at.Location())
	}
	return at.Add(time.Minute)
}

func lastFields(line string, n int) string {
	f := strings.Fields(line)
	return strings.Join(f[max(0, len(f)-n):], " ")
}
