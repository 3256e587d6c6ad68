package tell

import (
	"context"
	"runtime"
	"sync"
	"time"
)

// DesktopOptions say for which journal notifications are shown, and with what.
type DesktopOptions struct {
	// Journal is the journal's folder as an absolute path.
	Journal string
	// Env looks up a variable of the environment, for the folder in which is
	// remembered what was told; nil finds none.
	Env func(string) string
	// Environ is the environment of the program that shows notifications, as
	// "KEY=value"; nil stands for that of this process.
	Environ []string
	// Failed is called, mostly on another goroutine, when something could not
	// be shown or remembered: once for a program that is not there and for a
	// memory that cannot be kept, and once for failures in a row. It may be nil.
	Failed func(error)
	// GOOS is the operating system by which the program is chosen, "" for the
	// one debrief was built for.
	GOOS string
	// Runner is nil for the real thing.
	Runner Runner
}

// A Desktop shows notifications of what is overdue and due, each item once per
// urgency, and remembers in the user's state folder what it has shown.
type Desktop struct {
	options DesktopOptions
	ctx     context.Context // ends when the running process is to be killed
	kill    context.CancelFunc

	mu      sync.Mutex
	memory  *memory
	pending []Item        // to be shown as soon as nothing else is
	idle    chan struct{} // closed when nothing is being shown; nil before the first
	closed  bool

	said map[string]bool // of the goroutine that shows
}

// NewDesktop reads what was told of the journal before. A memory that is
// damaged is reported through Failed, and replaced; without a home, or with a
// file that cannot be read, nothing is remembered beyond the Desktop's life.
func NewDesktop(options DesktopOptions) *Desktop {
	if options.Runner == nil {
		options.Runner = system{}
	}
	if options.Failed == nil {
		options.Failed = func(error) {}
	}
	if options.Env == nil {
		options.Env = func(string) string { return "" }
	}
	if options.GOOS == "" {
		options.GOOS = runtime.GOOS
	}
	ctx, kill := context.WithCancel(context.Background())
	d := &Desktop{options: options, ctx: ctx, kill: kill, said: map[string]bool{}}
	var err error
	if d.memory, err = openMemory(options.Journal, options.Env); err != nil {
		options.Failed(err)
	}
	return d
}

// Tell takes the newest state of the report and returns at once; what is new in
// it is shown on another goroutine. quiet, which may be nil, says whether an
// instant is in quiet hours, and until when: then nothing is shown, and Tell
// returns the instant at which it is to be called again, with the report as it
// is by then. That is zero if nothing is being held back. After Close it does
// nothing.
func (d *Desktop) Tell(s State, quiet func(time.Time) (bool, time.Time)) (again time.Time) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed {
		return time.Time{}
	}
	d.memory.see(s.Items, s.Now)
	// What was pending and is gone by now is not shown any more.
	d.pending = d.memory.fresh(s.Items)
	if len(d.pending) > 0 {
		if again = heldUntil(s.Now, quiet); !again.IsZero() {
			d.pending = nil
		}
	}
	if (len(d.pending) > 0 || d.memory.changed) && !running(d.idle) {
		d.idle = make(chan struct{})
		go d.show(d.idle)
	}
	return again
}

// heldUntil returns when quiet hours end, zero outside of them. An end that is
// not ahead would have the caller call again for ever: it is none.
func heldUntil(now time.Time, quiet func(time.Time) (bool, time.Time)) time.Time {
	if quiet == nil {
		return time.Time{}
	}
	if held, until := quiet(now); held && until.After(now) {
		return until
	}
	return time.Time{}
}

// Close ends the telling: a notification that is being shown may take until ctx
// ends, then its program is killed, and the error is ErrKilled. What is held
// back is told at the next start, if it still stands then.
func (d *Desktop) Close(ctx context.Context) error {
	d.mu.Lock()
	d.closed = true
	idle := d.idle
	d.mu.Unlock()
	return wait(ctx, idle, d.kill, "notification")
}
