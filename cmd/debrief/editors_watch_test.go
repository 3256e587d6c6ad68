package main

import (
	"context"
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// A keptReport is the report of a real `debrief watch`, in the eyes of a test
// that reads the file as often as it can.
type keptReport struct {
	program    string // that watches, and reports once
	root, file string
	said       *syncBuffer // standard error of the watch
	notes      int         // in the journal, at every instant

	mu       sync.Mutex
	versions []edition
}

// An edition is one content of the report's file.
type edition struct {
	text  []byte
	at    time.Time
	Now   string `json:"now"`
	Count struct {
		Notes    int `json:"notes"`
		Problems int `json:"problems"`
	} `json:"counts"`
	Items []struct {
		ID   string `json:"id"`
		File string `json:"file"`
	} `json:"items"`
}

// owed returns the ids of the items that stand in notes which keep accepts.
func (v edition) owed(keep func(file string) bool) map[string]string {
	ids := map[string]string{}
	for _, item := range v.Items {
		if keep(item.File) {
			ids[item.ID] = item.File
		}
	}
	return ids
}

// everyNote accepts every note.
func everyNote(string) bool { return true }

// keepReport runs the program's watch on the journal in root until the end of
// the test, and returns once the first report is there.
func keepReport(t *testing.T, program, root, file string) *keptReport {
	t.Helper()
	k := &keptReport{program: program, root: root, file: file, said: &syncBuffer{}}
	ctx, cancel := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, program, "watch", root, "-o", file, "--format", "json")
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = 5 * time.Second
	cmd.Stderr = k.said
	cmd.Env = append(os.Environ(), "XDG_STATE_HOME="+filepath.Join(t.TempDir(), "state"))
	check(t, cmd.Start())
	var observer sync.WaitGroup
	observer.Go(func() { k.observe(ctx) })
	t.Cleanup(func() {
		cancel()
		_ = cmd.Wait() // it was interrupted
		observer.Wait()
		if t.Failed() {
			t.Logf("debrief watch said:\n%s", k.said)
		}
	})
	eventually(t, 30*time.Second, func() bool { return len(k.seen()) > 0 }, k.said.String)
	// The watches are set before the first report is written.
	k.notes = k.last().Count.Notes
	return k
}

// observe collects every content that the file has.
func (k *keptReport) observe(ctx context.Context) {
	var last os.FileInfo
	for ctx.Err() == nil {
		info, err := os.Stat(k.file)
		if err == nil && (last == nil || !os.SameFile(info, last) || !info.ModTime().Equal(last.ModTime())) {
			if text, err := os.ReadFile(k.file); err == nil {
				last = info
				v := edition{text: text, at: time.Now()}
				_ = json.Unmarshal(text, &v) // a torn report is told by its missing counts
				k.mu.Lock()
				k.versions = append(k.versions, v)
				k.mu.Unlock()
			}
		}
		pause(2 * time.Millisecond)
	}
}

// seen returns the versions seen so far.
func (k *keptReport) seen() []edition {
	k.mu.Lock()
	defer k.mu.Unlock()
	return slices.Clone(k.versions)
}

// last returns the present version.
func (k *keptReport) last() edition {
	seen := k.seen()
	return seen[len(seen)-1]
}

// oneShot returns what `debrief report` prints on the journal as it is on disk
// now, at the given instant.
func (k *keptReport) oneShot(t *testing.T, now string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), k.program, "report", k.root, "--format", "json", "--now", now)
	out, err := cmd.Output()
	check(t, err)
	return string(out)
}

// mustBeTrue waits until the report is what a one-shot report prints on the
// journal, which no longer changes, and holds that it has been since limit
// after the given instant at the latest.
func (k *keptReport) mustBeTrue(t *testing.T, what string, since time.Time, limit time.Duration) {
	t.Helper()
	compared, want := 0, ""
	for {
		now, seen := time.Now(), k.seen()
		if len(seen) != compared {
			compared = len(seen)
			v := seen[compared-1]
			want = k.oneShot(t, v.Now)
			if want == string(v.text) {
				k.mustBeInTime(t, what, max(0, v.at.Sub(since)), limit)
				return
			}
			continue
		}
		if now.Sub(since) > limit+30*time.Second { // how late tells what is wrong
			t.Fatalf("%s: after %v the report is not what debrief report prints (-report +watch):\n%s", what, now.Sub(since), cmp.Diff(want, string(k.last().text)))
		}
		pause(2 * time.Millisecond)
	}
}

// mustBeInTime holds a delay to its limit, which grows with the load on the
// machine.
func (k *keptReport) mustBeInTime(t *testing.T, what string, late, limit time.Duration) {
	t.Helper()
	t.Logf("%s: true after %d ms", what, late.Milliseconds())
	if late <= limit {
		return
	}
	load := k.load(t)
	t.Logf("programs take %.1f times as long as they should", load)
	if late > time.Duration(load*float64(limit)) {
		t.Errorf("%s: the report was true only after %v", what, late)
	}
}

// load returns how many times longer than the processor works for it a report
// takes at present, because of other programs or a slow disk: 1 on a machine
// that has nothing else to do.
func (k *keptReport) load(t *testing.T) float64 {
	t.Helper()
	began, worked := time.Now(), time.Duration(0)
	for range 3 {
		cmd := exec.Command(k.program, "report", k.root, "--format", "json", "-o", filepath.Join(t.TempDir(), "report"))
		check(t, cmd.Run())
		worked += cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	}
	return max(1, float64(time.Since(began))/float64(worked))
}

// mustHaveKept holds that no report, from the one numbered first, lacked a
// note, told of a problem, or lacked an item of those in want.
func (k *keptReport) mustHaveKept(t *testing.T, first int, want map[string]string) {
	t.Helper()
	for n, v := range k.seen()[first:] {
		if v.Count.Notes != k.notes || v.Count.Problems != 0 {
			t.Errorf("report %d counts %d notes and %d problems, want %d and none", first+n, v.Count.Notes, v.Count.Problems, k.notes)
		}
		owed := v.owed(everyNote)
		for _, id := range slices.Sorted(maps.Keys(want)) {
			if owed[id] == "" {
				t.Errorf("report %d lacks the item %s of %s, which did not change", first+n, id, want[id])
				break
			}
		}
	}
}
