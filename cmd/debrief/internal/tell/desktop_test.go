package tell

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// stateIn is an environment whose state folder is dir.
func stateIn(dir string) func(string) string {
	return func(name string) string {
		if name == "XDG_STATE_HOME" {
			return dir
		}
		return ""
	}
}

// A desk is a Desktop on a recorder.
type desk struct {
	*Desktop
	*recorder
	*failures
}

func deskIn(dir string, run func(context.Context, Process) error) desk {
	r, f := &recorder{run: run}, &failures{}
	return desk{NewDesktop(DesktopOptions{Journal: "/j", Env: stateIn(dir), Failed: f.add, GOOS: "linux", Runner: r}), r, f}
}

// tell tells states one after the other.
func (d desk) tell(states ...State) {
	for _, s := range states {
		d.Tell(s, nil)
		synctest.Wait()
	}
}

// shown returns urgency, title and body of what was shown.
func (d desk) shown() []string {
	out := []string{}
	for _, p := range d.processes() {
		out = append(out, strings.TrimPrefix(p.Args[1], "--urgency=")+": "+strings.Join(p.Args[3:], "|"))
	}
	return out
}

func (d desk) expect(t *testing.T, want ...string) {
	t.Helper()
	if diff := cmp.Diff(append([]string{}, want...), d.shown()); diff != "" {
		t.Error(diff)
	}
}

// later is a state some time after the evening.
func later(d time.Duration, s State) State {
	s.Now = s.Now.Add(d)
	return s
}

func TestDesktopTellsOnce(t *testing.T) {
	const day = 24 * time.Hour
	tests := []struct {
		name   string
		states []State
		want   []string
	}{
		{"not advice", []State{stateWith("a:advice")}, nil},
		{"once per urgency", []State{stateWith("a:due"), stateWith("a:due"), stateWith("a:overdue"), stateWith("a:overdue"), stateWith("a:due")}, []string{
			"normal: Do a|Now", "critical: Do a|Now",
		}},
		{"the same twice", []State{stateWith("a:due", "a:due")}, []string{"normal: Do a|Now"}},
		{"three singly", []State{stateWith("a:due", "b:due", "c:due")}, []string{"normal: Do a|Now", "normal: Do b|Now", "normal: Do c|Now"}},
		{"more as one", []State{stateWith("z:overdue", "a:due", "n:advice", "b:due", "c:due")}, []string{
			"critical: 4 things are owed, 1 of them overdue|Do z\nDo a\nDo b\nand 1 more",
		}},
		{"more, none late", []State{stateWith("a:due", "b:due", "c:due", "d:due", "e:due")}, []string{
			"normal: 5 things are owed|Do a\nDo b\nDo c\nand 2 more",
		}},
		{"back within a month", []State{stateWith("a:due:1"), stateWith(), later(30*day, stateWith("a:due:1"))}, []string{"normal: Do a|Now"}},
		{"back after a month", []State{stateWith("a:due:1"), stateWith(), later(31*day, stateWith()), later(31*day, stateWith("a:due:1"))}, []string{
			"normal: Do a|Now", "normal: Do a|Now",
		}},
		{"back with another since", []State{stateWith("a:due:1"), stateWith(), stateWith("a:due:2")}, []string{"normal: Do a|Now", "normal: Do a|Now"}},
		{"there for long, with another urgency", []State{stateWith("a:due"), stateWith("a:advice"), later(40*day, stateWith("a:advice")), later(41*day, stateWith("a:due"))}, []string{
			"normal: Do a|Now",
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			synctest.Test(t, func(t *testing.T) {
				d := deskIn(dir, nil)
				d.tell(test.states...)
				d.expect(t, test.want...)
			})
			// The same again, by a watcher that is started for each state.
			dir = t.TempDir()
			synctest.Test(t, func(t *testing.T) {
				var got []string
				for _, s := range test.states {
					d := deskIn(dir, nil)
					d.tell(s)
					got = append(got, d.shown()...)
				}
				if diff := cmp.Diff(test.want, got); diff != "" {
					t.Errorf("restarted: %s", diff)
				}
			})
		})
	}
}

// TestDesktopQuietHours goes through a night: quiet until eight.
func TestDesktopQuietHours(t *testing.T) {
	dir := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		morning := evening.Add(12 * time.Hour)
		quiet := func(now time.Time) (bool, time.Time) { return now.Before(morning), morning }
		d := deskIn(dir, nil)
		for _, step := range []struct {
			s     State
			again time.Time
		}{
			{stateWith("n:advice"), time.Time{}},
			{stateWith("a:due", "b:due"), morning},
			{later(time.Hour, stateWith("b:overdue", "c:due")), morning},
		} {
			if got := d.Tell(step.s, quiet); !got.Equal(step.again) {
				t.Errorf("again at %v, want %v", got, step.again)
			}
			synctest.Wait()
		}
		d.expect(t)
		if again := d.Tell(later(12*time.Hour, stateWith("b:overdue", "c:due")), quiet); !again.IsZero() {
			t.Errorf("again at %v", again)
		}
		synctest.Wait()
		d.expect(t, "critical: Do b|Now", "normal: Do c|Now")
		// An end that is past must not keep the caller calling.
		if again := d.Tell(stateWith("z:due"), func(now time.Time) (bool, time.Time) { return true, now }); !again.IsZero() {
			t.Errorf("again at %v", again)
		}
		synctest.Wait()
	})
}

// TestDesktopHangs has each notification hang until it is killed.
func TestDesktopHangs(t *testing.T) {
	dir := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		began := time.Now()
		d := deskIn(dir, func(ctx context.Context, _ Process) error {
			<-ctx.Done()
			return ctx.Err()
		})
		d.Tell(stateWith("a:due"), nil)
		synctest.Wait()
		d.Tell(stateWith("a:due", "b:due", "c:due"), nil)
		d.Tell(stateWith("a:due", "c:due"), nil) // b is done before it could be shown
		if time.Since(began) > 0 {
			t.Error("Tell has waited")
		}
		<-time.NewTimer(time.Minute).C
		d.expect(t, "normal: Do a|Now", "normal: Do c|Now")
		if diff := cmp.Diff([]string{"show a notification: notify-send took longer than 10s"}, d.texts()); diff != "" {
			t.Error(diff)
		}
		// What could not be shown is tried again at the next start only.
		d.tell(stateWith("a:due", "c:due"))
		if got := len(d.processes()); got != 2 {
			t.Errorf("%d processes", got)
		}
		next := deskIn(dir, nil)
		next.tell(stateWith("a:due", "c:due"))
		next.expect(t, "normal: Do a|Now", "normal: Do c|Now")
	})
}

func TestDesktopFailuresAreSaidOnce(t *testing.T) {
	dir := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		var err error
		d := deskIn(dir, func(_ context.Context, p Process) error {
			if err != nil {
				fmt.Fprint(p.Stderr, "no\x1b bus\n"+strings.Repeat("x", 1000))
			}
			return err
		})
		absent := &exec.Error{Name: "notify-send", Err: exec.ErrNotFound}
		for i, e := range []error{absent, absent, errors.New("exit status 1"), errors.New("exit status 1"), nil, errors.New("exit status 1")} {
			err = e
			d.tell(stateWith(fmt.Sprint("item", i, ":due")))
		}
		failed := "show a notification: notify-send: exit status 1 (no bus " + strings.Repeat("x", 300-len("no\x1b bus\n")) + ")"
		want := []string{"no notifications: notify-send is missing; Debian's libnotify-bin and most systems' libnotify have it (" + exec.ErrNotFound.Error() + ")", failed, failed}
		if diff := cmp.Diff(want, d.texts()); diff != "" {
			t.Error(diff)
		}
	})
}

func TestDesktopClose(t *testing.T) {
	dir := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		d := deskIn(dir, func(ctx context.Context, _ Process) error {
			<-ctx.Done()
			return ctx.Err()
		})
		d.Tell(stateWith("a:due"), nil)
		synctest.Wait()
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if err := d.Close(ctx); !errors.Is(err, ErrKilled) {
			t.Errorf("Close: %v", err)
		}
		d.tell(stateWith("b:due"))
		if len(d.processes()) > 1 || len(d.texts()) > 0 {
			t.Error(d.shown(), d.texts())
		}
	})
}

func TestMemoryFile(t *testing.T) {
	dir := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		d := deskIn(dir, nil)
		d.tell(stateWith("b:due:yesterday", "a:overdue"), later(time.Minute, stateWith("a:overdue")))
	})
	file, err := memoryFile("/j", stateIn(dir))
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want := `{
  "schema": "debrief/told/v1",
  "journal": "/j",
  "told": [
    {
      "id": "a",
      "urgency": "overdue",
      "since": ""
    },
    {
      "id": "b",
      "urgency": "due",
      "since": "yesterday",
      "gone": "2026-11-19T20:46:00+01:00"
    }
  ]
}
`
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Error(diff)
	}
	names, _ := filepath.Glob(filepath.Join(dir, "*", "*"))
	if diff := cmp.Diff([]string{file}, names); diff != "" {
		t.Error(diff)
	}
	if info, err := os.Stat(file); err != nil || runtime.GOOS != "windows" && info.Mode() != 0o600 {
		t.Error(info.Mode(), err)
	}
	if other, _ := memoryFile("/j2", stateIn(dir)); other == file {
		t.Error("two journals share a file")
	}
}

// TestDamagedMemory expects every damage to be said, and then to be mended.
func TestDamagedMemory(t *testing.T) {
	for name, content := range map[string]string{
		"empty": "", "cut": `{"schema":"debrief/told/v1","told":[{"id`, "other": `{"schema":"debrief/told/v9"}`, "binary": "\x00\xff",
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			file, _ := memoryFile("/j", stateIn(dir))
			if err := writeMemory(file, []byte(content)); err != nil {
				t.Fatal(err)
			}
			synctest.Test(t, func(t *testing.T) {
				for i, want := range []int{1, 0} {
					d := deskIn(dir, nil)
					d.tell(stateWith("a:due"))
					if len(d.texts()) != want || len(d.processes()) != want {
						t.Errorf("start %d: %q, %q", i, d.texts(), d.shown())
					}
				}
			})
		})
	}
}

// TestWithoutMemory has nowhere to write: it is said once, and watching goes on.
func TestWithoutMemory(t *testing.T) {
	blocked := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, dir := range map[string]string{"no home": "", "relative": "state", "a file in the way": blocked} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := deskIn(dir, nil)
				d.tell(stateWith("a:due"), stateWith("a:due", "b:due"), stateWith("c:due"))
				d.expect(t, "normal: Do a|Now", "normal: Do b|Now", "normal: Do c|Now")
				if len(d.texts()) != 1 {
					t.Errorf("said %q", d.texts())
				}
			})
		})
	}
	d := NewDesktop(DesktopOptions{Journal: "/j", Runner: &recorder{}}) // no Env, no Failed
	d.Tell(stateWith("a:due"), nil)
	if err := d.Close(t.Context()); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat("state"); !errors.Is(err, fs.ErrNotExist) {
		t.Error("wrote into the working folder")
	}
}
