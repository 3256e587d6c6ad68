package tell

import (
	"context"
	"encoding/json"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// commandOf returns a Command on a recorder.
func commandOf(r *recorder) (*Command, *failures) {
	f := &failures{}
	return NewCommand(CommandOptions{Script: "x", Journal: "/j", Failed: f.add, Runner: r}), f
}

// inputs returns what the commands read.
func inputs(r *recorder) []string {
	out := []string{}
	for _, p := range r.processes() {
		out = append(out, string(p.Stdin))
	}
	return out
}

func TestCommandReadsTheChange(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := &recorder{}
		c, f := commandOf(r)
		tellAll := func(states ...State) {
			for _, s := range states {
				c.Tell(s)
				synctest.Wait()
			}
		}
		broken := stateWith("b:overdue", "e:due")
		broken.Items[1].JSON = json.RawMessage("{\n")
		broken.Counts = json.RawMessage("{\"due\": 1,\n\t\"x\": \"<\"}")
		same := broken
		same.Digest = "other"
		tellAll(stateWith("a:due", "b:due"), stateWith("b:due", "a:due"), broken, broken, same)
		const head = `{"schema":"debrief/change/v1","now":"2026-11-19T20:45:00+01:00","first":`
		want := []string{
			head + `true,"new":[{"id":"a"},{"id":"b"}],"changed":[],"cleared":[],"counts":{}}` + "\n",
			head + `false,"new":[{"id":"e","urgency":"due"}],"changed":[{"id":"b"}],"cleared":[{"id":"a"}],"counts":{"due":1,"x":"<"}}` + "\n",
			head + `false,"new":[],"changed":[],"cleared":[],"counts":{"due":1,"x":"<"}}` + "\n",
		}
		if diff := cmp.Diff(want, inputs(r)); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff([]string{"DEBRIEF_JOURNAL=/j"}, r.processes()[0].Set); diff != "" {
			t.Error(diff)
		}
		if err := c.Close(t.Context()); err != nil || len(f.texts()) > 0 {
			t.Error(err, f.texts())
		}
	})
}

func TestCommandTellsAnEmptyFirstReport(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := &recorder{}
		c, _ := commandOf(r)
		c.Tell(stateWith())
		synctest.Wait()
		if got := len(r.processes()); got != 1 {
			t.Errorf("%d runs, want 1", got)
		}
	})
}

// TestCommandMerges lets one run take a minute while the report goes on.
func TestCommandMerges(t *testing.T) {
	slow := func(context.Context, Process) error {
		<-time.NewTimer(time.Minute).C
		return nil
	}
	merged := `{"schema":"debrief/change/v1","now":"2026-11-19T20:45:00+01:00","first":false,` +
		`"new":[{"id":"d"}],"changed":[],"cleared":[{"id":"a"}],"counts":{}}` + "\n"
	tests := []struct {
		name   string
		during []State
		want   []string // after the first
	}{
		{"into the newest", []State{stateWith("b:due"), stateWith("a:due", "c:due"), stateWith("d:due")}, []string{merged}},
		{"back as it was", []State{stateWith("b:due"), stateWith("a:due")}, []string{}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				r := &recorder{run: slow}
				c, _ := commandOf(r)
				c.Tell(stateWith("a:due"))
				for _, s := range test.during {
					synctest.Wait()
					c.Tell(s) // must return, though the command runs
				}
				if got := len(r.processes()); got != 1 {
					t.Fatalf("%d runs at once", got)
				}
				<-time.NewTimer(time.Hour).C
				if diff := cmp.Diff(test.want, inputs(r)[1:]); diff != "" {
					t.Error(diff)
				}
			})
		})
	}
}

func TestCommandFailureCountsAsTold(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := &recorder{run: func(context.Context, Process) error { return errors.New("exit status 3") }}
		c, f := commandOf(r)
		c.Tell(stateWith("a:due"))
		synctest.Wait()
		c.Tell(stateWith("a:due"))
		synctest.Wait()
		if diff := cmp.Diff([]string{"run the command: exit status 3"}, f.texts()); diff != "" {
			t.Error(diff)
		}
	})
}

// TestCommandClose closes during a run that would take an hour.
func TestCommandClose(t *testing.T) {
	obeys := func(ctx context.Context, _ Process) error {
		select {
		case <-ctx.Done():
		case <-time.NewTimer(time.Hour).C:
		}
		return ctx.Err()
	}
	hangs := func(context.Context, Process) error {
		<-time.NewTimer(time.Hour).C
		return nil
	}
	tests := []struct {
		name string
		run  func(context.Context, Process) error
		wait time.Duration
		took time.Duration
		want error
	}{
		{"ends in time", obeys, 2 * time.Hour, time.Hour, nil},
		{"is killed", obeys, time.Minute, time.Minute, ErrKilled},
		{"cannot be killed", hangs, time.Minute, time.Minute + killedWait, ErrKilled},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				r := &recorder{run: test.run}
				c, f := commandOf(r)
				c.Tell(stateWith("a:due"))
				c.Tell(stateWith("b:due"))
				synctest.Wait()
				began := time.Now()
				ctx, cancel := context.WithTimeout(t.Context(), test.wait)
				defer cancel()
				err := c.Close(ctx)
				if took := time.Since(began); !errors.Is(err, test.want) || took != test.took {
					t.Errorf("Close took %v: %v", took, err)
				}
				c.Tell(stateWith("c:due"))
				<-time.NewTimer(3 * time.Hour).C
				if got := len(r.processes()); got != 1 || len(f.texts()) > 0 {
					t.Errorf("%d runs, %q", got, f.texts())
				}
			})
		})
	}
}
