package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// thankYouOwed is a journal in which Dana Reyes is to be thanked within 24 h of
// an interview that ended at the given instant.
func thankYouOwed(t *testing.T, ended time.Time) (dir string) {
	t.Helper()
	dir = t.TempDir()
	writeNote(t, dir, "search.md", "---\nstarted: "+ended.AddDate(0, 0, -1).Format(time.DateOnly)+"\ntimezone: UTC\n---\n")
	writeNote(t, dir, "interviews/acme.md", "---\ncompany: Acme\ndate: "+ended.Add(-time.Hour).UTC().Format("2006-01-02T15:04:05Z")+
		"\nwith: Dana Reyes\n---\nWorked: they liked how I told the story of the migration.\n")
	return dir
}

func writeNote(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	check(t, os.MkdirAll(filepath.Dir(path), 0o700))
	check(t, os.WriteFile(path, []byte(text), 0o600))
}

// written is what of a JSON report the tests below look at.
type written struct {
	Now        time.Time  `json:"now"`
	NextChange *time.Time `json:"next_change"`
	Items      []struct{ Rule, Urgency string }
}

func readReport(t *testing.T, file string) (r written, text []byte) {
	t.Helper()
	text, err := os.ReadFile(file)
	check(t, err)
	check(t, json.Unmarshal(text, &r))
	return r, text
}

// urgencies returns what a rule's items are.
func (r written) urgencies(rule string) (all []string) {
	for _, it := range r.Items {
		if it.Rule == rule {
			all = append(all, it.Urgency)
		}
	}
	return all
}

// TestDeadlinePasses holds that with no file touched a thank-you turns overdue
// at its very instant, and that the report is written then and not before.
func TestDeadlinePasses(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		deadline := time.Now().Add(90*time.Minute + 500*time.Millisecond).Truncate(time.Second)
		dir := thankYouOwed(t, deadline.Add(-24*time.Hour))
		file := filepath.Join(t.TempDir(), "status.json")
		end := watchInBubble(t, dir, file)
		defer end()

		synctest.Wait()
		before, text := readReport(t, file)
		if got := before.urgencies("thank-you"); len(got) != 1 || got[0] != "due" {
			t.Fatalf("a thank-you is %q, want it due", got)
		}
		pause(time.Until(deadline) - time.Nanosecond)
		synctest.Wait()
		if _, now := readReport(t, file); !bytes.Equal(now, text) {
			t.Errorf("the report was written before the deadline")
		}
		pause(time.Nanosecond)
		synctest.Wait()
		after, _ := readReport(t, file)
		if got := after.urgencies("thank-you"); len(got) != 1 || got[0] != "overdue" {
			t.Errorf("at its deadline a thank-you is %q, want it overdue", got)
		}
		if !after.Now.Equal(deadline) {
			t.Errorf("the report was made at %v, want %v", after.Now, deadline)
		}
	})
}

// TestSleepPastDeadline holds that a machine which slept past the deadline, so
// that its timers stood still, has a true report within a second of waking;
// and that a clock set back a day makes the thank-you due again.
func TestSleepPastDeadline(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		dir := thankYouOwed(t, time.Now().Add(-20*time.Hour).Truncate(time.Second))
		file := filepath.Join(t.TempDir(), "status.json")
		var slept atomic.Int64 // ns
		end := watchInBubbleAt(t, dir, file, func() time.Time { return time.Now().Round(0).Add(time.Duration(slept.Load())) })
		defer end()
		for _, step := range []struct {
			slept time.Duration
			want  string
		}{{0, "due"}, {8 * time.Hour, "overdue"}, {-16 * time.Hour, "due"}, {8 * time.Hour, "overdue"}} {
			synctest.Wait()
			slept.Store(int64(step.slept))
			pause(time.Second)
			synctest.Wait()
			r, _ := readReport(t, file)
			if got := r.urgencies("thank-you"); len(got) != 1 || got[0] != step.want {
				t.Errorf("with the clock at %v a thank-you is %q, want it %s", step.slept, got, step.want)
			}
		}
	})
}

// TestCalendarMovesOn holds that a calendar is written when its days have
// passed, though no item changes: a bar moves on after a week, not before.
func TestCalendarMovesOn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		began := time.Date(1999, time.December, 26, 0, 0, 0, 0, time.UTC) // six days before the bubble
		dir := t.TempDir()
		writeNote(t, dir, "search.md", "---\nstarted: "+began.AddDate(0, 0, -15).Format(time.DateOnly)+"\ntimezone: UTC\n---\n")
		file := filepath.Join(t.TempDir(), "owed.ics")
		var slept atomic.Int64 // ns
		end := watchInBubbleAt(t, dir, file, func() time.Time { return time.Now().Round(0).Add(time.Duration(slept.Load())) })
		defer end()
		moves := began.AddDate(0, 0, 7)
		for _, step := range []struct {
			wall time.Time
			want string
		}{{time.Now(), "19991226"}, {moves.Add(-2 * time.Second), "19991226"}, {moves, "20000102"}} {
			synctest.Wait()
			slept.Store(int64(time.Until(step.wall)))
			pause(time.Second)
			synctest.Wait()
			text, err := os.ReadFile(file)
			check(t, err)
			if want := "DTSTART;VALUE=DATE:" + step.want; !bytes.Contains(text, []byte(want)) {
				t.Errorf("at %v no %s in\n%s", step.wall, want, text)
			}
		}
	})
}

// TestPageCountsHours holds that a page is written anew when there is an hour
// less left, though no item changes.
func TestPageCountsHours(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		began := time.Now().UTC() // midnight, in a bubble
		dir := t.TempDir()
		writeNote(t, dir, "search.md", "---\nstarted: "+began.AddDate(0, 0, -2).Format(time.DateOnly)+"\ntimezone: UTC\n---\n")
		writeNote(t, dir, "interviews/a.md", "---\ncompany: Acme\ndate: "+began.Add(-5*time.Hour).Format("2006-01-02 15:04")+"\nduration: 30m\nwith: Dana Reyes\n---\n")
		file := filepath.Join(t.TempDir(), "status.html")
		defer watchInBubble(t, dir, file)()
		for _, want := range []string{"19 h left", "18 h left", "17 h left"} {
			pause(time.Second)
			synctest.Wait()
			text, err := os.ReadFile(file)
			check(t, err)
			if want := "Thank Dana Reyes (Acme) by today 19:30: " + want; !bytes.Contains(text, []byte(want)) {
				t.Errorf("%v after midnight no %s", time.Since(began), want)
			}
			pause(time.Hour)
		}
	})
}

// watchInBubble watches a journal without hints, the only thing of a watcher
// that needs the real time, and returns how to end that.
func watchInBubble(t *testing.T, dir, file string) (end func()) {
	t.Helper()
	return watchInBubbleAt(t, dir, file, time.Now)
}

// watchInBubbleAt does so by another wall clock.
func watchInBubbleAt(t *testing.T, dir, file string, wall func() time.Time) (end func()) {
	t.Helper()
	state := t.TempDir()
	p := &program{
		stdout: io.Discard, stderr: io.Discard, now: wall, steady: time.Now,
		env: func(name string) string { return map[string]string{"XDG_STATE_HOME": state, "TZ": "UTC"}[name] },
	}
	q := newQuery("never")
	q.files = fileList{file}
	s, err := p.newSession(q, vigil{poll: true}, dir)
	check(t, err)
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() {
		defer close(done)
		if err := s.run(ctx); err != nil {
			t.Error(err)
		}
	}()
	return func() {
		cancel()
		<-done
		s.close()
	}
}
