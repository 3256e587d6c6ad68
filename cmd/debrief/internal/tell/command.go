package tell

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"
)

// killedWait is how long Close waits for what it has killed. Longer than
// leftoverWait, after which a runner has given up on all that is left.
const killedWait = 3 * leftoverWait

// ErrKilled is what Close returns when a process had to be killed.
var ErrKilled = errors.New("still running, and was ended")

// CommandOptions say what is run on a change, and with what.
type CommandOptions struct {
	// Script is the command, run by sh -c, on Windows by cmd /C.
	Script string
	// Journal is the journal's folder as an absolute path: DEBRIEF_JOURNAL.
	Journal string
	// Environ is the rest of the environment, as "KEY=value"; nil stands for
	// that of this process.
	Environ []string
	// Stdout and Stderr take what the command prints, while other goroutines
	// run; nil drops it.
	Stdout, Stderr io.Writer
	// Failed is called, on another goroutine, when the command could not be
	// started or failed. It may be nil.
	Failed func(error)
	// Runner is nil for the real thing.
	Runner Runner
}

// A Command is run once for each change of the report, one run at a time. What
// changes during a run is told as one change by the next.
type Command struct {
	options CommandOptions
	ctx     context.Context // ends when the running process is to be killed
	kill    context.CancelFunc

	mu     sync.Mutex
	newest State
	told   *State        // nil until something was told
	idle   chan struct{} // closed when no run is under way; nil before the first
	closed bool
}

// NewCommand returns a Command that has told nothing yet.
func NewCommand(options CommandOptions) *Command {
	if options.Runner == nil {
		options.Runner = system{}
	}
	if options.Failed == nil {
		options.Failed = func(error) {}
	}
	ctx, kill := context.WithCancel(context.Background())
	return &Command{options: options, ctx: ctx, kill: kill}
}

// Tell hands over the newest state of the report and returns at once. The first
// state is always told, with every item as new; a later one if its items or its
// digest differ from what was told last, however often they changed meanwhile.
// After Close it does nothing.
func (c *Command) Tell(s State) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed {
		return
	}
	c.newest = s
	if running(c.idle) {
		return // the goroutine that waits for the run goes on with newest
	}
	if next, ok := c.next(); ok {
		c.idle = make(chan struct{})
		go c.run(next, c.idle)
	}
}

// running reports whether the work that closes done is under way.
func running(done chan struct{}) bool {
	if done == nil {
		return false
	}
	select {
	case <-done:
		return false
	default:
		return true
	}
}

// A telling is one run of the command.
type telling struct {
	state  State
	first  bool
	change Change
}

// next takes the newest state as told and returns what is to be told of it;
// false if it says what was told last. c.mu is held.
func (c *Command) next() (telling, bool) {
	t := telling{state: c.newest, first: c.told == nil}
	var before State
	if !t.first {
		before = *c.told
	}
	t.change = Diff(before.Items, c.newest.Items)
	if !t.first && t.change.Empty() && before.Digest == c.newest.Digest {
		return t, false
	}
	c.told = &t.state
	return t, true
}

// run runs the command until there is nothing more to tell.
func (c *Command) run(t telling, idle chan struct{}) {
	for more := true; more; {
		if err := c.runOnce(t); err != nil && c.ctx.Err() == nil {
			c.options.Failed(err)
		}
		t, more = c.after(idle)
	}
}

// after returns what is to be told after a run. Without anything it closes idle
// in the same breath, lest a Tell in between believe that somebody goes on.
func (c *Command) after(idle chan struct{}) (telling, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.closed {
		if t, ok := c.next(); ok {
			return t, true
		}
	}
	close(idle)
	return telling{}, false
}

func (c *Command) runOnce(t telling) error {
	stdin, err := encode(t.state, t.first, t.change)
	if err != nil {
		return err
	}
	err = c.options.Runner.Run(c.ctx, Process{
		Script:  c.options.Script,
		Environ: c.options.Environ,
		Set:     []string{"DEBRIEF_JOURNAL=" + c.options.Journal},
		Stdin:   stdin,
		Stdout:  c.options.Stdout, Stderr: c.options.Stderr,
	})
	if err != nil {
		return fmt.Errorf("run the command: %w", err)
	}
	return nil
}

// Close ends the telling: what is running may come to its end until ctx ends,
// then it is killed with all it has started, and the error is ErrKilled. What
// has not been told by then will be news to the first run of the next Command.
func (c *Command) Close(ctx context.Context) error {
	c.mu.Lock()
	c.closed = true
	idle := c.idle
	c.mu.Unlock()
	return wait(ctx, idle, c.kill, "command")
}

// wait waits for done, which is nil if there is nothing to wait for. When ctx
// ends first, it calls kill and waits only a little longer: nothing on the
// machine, such as a disk that hangs, may keep the watcher from ending.
func wait(ctx context.Context, done chan struct{}, kill context.CancelFunc, what string) error {
	defer kill()
	if !running(done) {
		return nil
	}
	select {
	case <-done:
		return nil
	case <-ctx.Done():
	}
	kill()
	timer := time.NewTimer(killedWait)
	defer timer.Stop()
	select {
	case <-done:
	case <-timer.C:
	}
	return fmt.Errorf("%s: %w", what, ErrKilled)
}
