//go:build unix

package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"debrief/cmd/debrief/internal/watch"
	"debrief/parser"
)

// TestWatchEndsCommand ends a watch whose command never ends: five seconds
// later it is killed with what it has started, at once by a second signal. The
// report is whole, and the status that of a watch which was ended.
func TestWatchEndsCommand(t *testing.T) {
	for name, signals := range map[string]int{"one signal": 1, "two signals": 2} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWatched(t, smallJournal())
			pid := filepath.Join(w.state, "pid")
			w.args = []string{"--exec", "echo $$ >" + pid + "; sleep 1000; sleep 1000", "--quiet"}
			w.launch()
			var command int
			w.await("the command", func() bool {
				text, _ := os.ReadFile(pid)
				command, _ = strconv.Atoi(strings.TrimSpace(string(text)))
				return command > 0
			})
			w.settles()
			began := time.Now()
			w.signal(syscall.SIGINT)
			if signals == 2 {
				pause(time.Second) // one that comes before the waiting begins ends the program itself
				w.signal(syscall.SIGINT)
			}
			select {
			case <-w.ended:
			case <-time.After(patience):
				t.Fatal("it does not end")
			}
			if took := time.Since(began); signals == 1 && took < lastWords {
				t.Errorf("the command had %v", took)
			} else if signals == 2 && took >= lastWords {
				t.Errorf("after a second signal it waited for %v", took)
			}
			if status := w.cmd.ProcessState.ExitCode(); status != statusFine {
				t.Errorf("it ended with %v", w.cmd.ProcessState)
			}
			w.saidOnce("command: still running, and was ended") // an error: not kept back
			eventually(t, patience, func() bool { return errors.Is(syscall.Kill(-command, 0), syscall.ESRCH) },
				func() string { return fmt.Sprintf("the command, process %d, lives on", command) })
			if got := w.read(); got != w.oneShot(instantOf(t, got)) {
				t.Error("the report is not the last one")
			}
		})
	}
}

// TestQuietWatch holds that --quiet keeps remarks back, and not that the report
// is no longer true.
func TestQuietWatch(t *testing.T) {
	dir, file := thankYouOwed(t, evening), filepath.Join(t.TempDir(), "status.json")
	tr := tryWatch(t, dir, evening.Add(time.Hour), func(p *program, q *query, _ *vigil) {
		q.files, p.quiet = fileList{file}, true
	})
	check(t, os.WriteFile(file, []byte("mine"), 0o600))
	writeNote(t, dir, "log/a.md", "- 2026-11-18 applied to Acme as Engineer\n")
	tr.lookAgain(watch.Hint)
	if said := tr.stderr.String(); said != "" {
		t.Errorf("it says\n%s", said)
	}
	check(t, os.Remove(file))
	check(t, os.Mkdir(file, 0o700))
	writeNote(t, dir, "log/a.md", "- 2026-11-17 applied to Acme as Engineer\n")
	tr.lookAgain(watch.Hint)
	check(t, os.Rename(dir, dir+"-away"))
	tr.lookAgain(watch.Hint)
	check(t, os.Rename(dir+"-away", dir))
	if want := "debrief: cannot write " + file + ": it is a folder: the report there is an earlier one\n" +
		"debrief: " + gone + "\n"; tr.stderr.String() != want {
		t.Errorf("it says\n%swant\n%s", &tr.stderr, want)
	}
}

// TestFullStandardOutput holds that a report which could not be printed is
// printed when there is room again, and that nothing is said of it before.
func TestFullStandardOutput(t *testing.T) {
	dir := thankYouOwed(t, evening)
	out := &narrowWriter{room: 1}
	tr := tryWatch(t, dir, evening.Add(time.Hour), func(p *program, _ *query, _ *vigil) { p.stdout = out })
	writeNote(t, dir, "log/a.md", "- 2026-11-18 thanked Dana Reyes: the migration\n")
	tr.lookAgain(watch.Hint)
	tr.lookAgain(watch.Hint)
	const full, again = "no space left on device: the report there is an earlier one", "could be written again"
	if said := tr.stderr.String(); strings.Count(said, full) != 1 || strings.Contains(said, again) {
		t.Errorf("it says\n%s", said)
	}
	if request := tr.request(); request.Again != retryWriting {
		t.Errorf("it tries again after %v", request.Again)
	}
	out.room = 1
	tr.lookAgain(watch.Hint)
	if len(out.written) != 2 || strings.Contains(out.written[1], "Thank Dana Reyes") || !strings.Contains(tr.stderr.String(), again) {
		t.Errorf("printed %q, said\n%s", out.written, &tr.stderr)
	}
}

// A narrowWriter has room for so many texts.
type narrowWriter struct {
	room    int
	written []string
}

func (n *narrowWriter) Write(p []byte) (int, error) {
	if n.room == 0 {
		return 0, syscall.ENOSPC
	}
	n.room--
	n.written = append(n.written, string(p))
	return len(p), nil
}

var _ io.Writer = (*narrowWriter)(nil)

// TestQuietHours goes round the clock, past midnight and through both nights in
// which clocks are set.
func TestQuietHours(t *testing.T) {
	zurich, err := time.LoadLocation("Europe/Zurich")
	check(t, err)
	tests := []struct {
		quiet, at, until string // until is empty where it is not quiet
	}{
		{"", "2026-11-18T23:00:00+01:00", ""},
		{"22:00-08:00", "2026-11-18T21:59:59+01:00", ""},
		{"22:00-08:00", "2026-11-18T22:00:00+01:00", "2026-11-19T08:00:00+01:00"},
		{"22:00-08:00", "2026-11-19T00:00:00+01:00", "2026-11-19T08:00:00+01:00"},
		{"22:00-08:00", "2026-11-19T07:59:59+01:00", "2026-11-19T08:00:00+01:00"},
		{"22:00-08:00", "2026-11-19T08:00:00+01:00", ""},
		{"22:00-08:00", "2026-11-18T21:00:00Z", "2026-11-19T08:00:00+01:00"}, // by the journal's clock
		{"22:00-08:00", "2026-12-31T22:30:00+01:00", "2027-01-01T08:00:00+01:00"},
		{"12:00-13:30", "2026-11-18T11:59:00+01:00", ""},
		{"12:00-13:30", "2026-11-18T12:30:00+01:00", "2026-11-18T13:30:00+01:00"},
		{"12:00-13:30", "2026-11-18T13:30:00+01:00", ""},
		{"08:00-08:00", "2026-11-18T08:00:00+01:00", ""},
		{"22:00-08:00", "2026-03-28T23:00:00+01:00", "2026-03-29T08:00:00+02:00"}, // nine hours
		{"22:00-08:00", "2026-10-24T23:00:00+02:00", "2026-10-25T08:00:00+01:00"}, // ten
		{"22:00-02:30", "2026-03-29T01:59:59+01:00", "2026-03-29T03:00:00+02:00"}, // 02:30 does not come
		{"22:00-02:30", "2026-10-25T02:15:00+02:00", "2026-10-25T02:30:00+02:00"}, // and comes twice
	}
	for _, test := range tests {
		at, err := time.Parse(time.RFC3339, test.at)
		check(t, err)
		quiet, until := quietAt(parser.Search{Quiet: test.quiet}, zurich, at)
		got := ""
		if quiet {
			got = until.Format(time.RFC3339)
		}
		if got != test.until {
			t.Errorf("quiet: %s at %s: until %q, want %q", test.quiet, test.at, got, test.until)
		}
	}
}

// TestCommandFailsAtTheEnd holds that a command which fails as the watch ends
// is told like any other.
func TestCommandFailsAtTheEnd(t *testing.T) {
	tr := tryWatch(t, thankYouOwed(t, evening), evening.Add(time.Hour), func(_ *program, _ *query, v *vigil) {
		v.exec = "sleep 0.1; exit 3"
	})
	tr.close()
	if said := tr.stderr.String(); strings.Count(said, "debrief: run the command: exit status 3\n") != 1 {
		t.Errorf("it says\n%s", said)
	}
}
