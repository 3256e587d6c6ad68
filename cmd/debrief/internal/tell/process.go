package tell

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os/exec"
	"time"
)

// leftoverWait is how long the pipes of a process that has ended, or has been
// killed, are kept open for what it left in the background. That goes on
// living, but what it prints later is lost.
const leftoverWait = time.Second

// A Process is a program to be run.
type Process struct {
	// Script is run by the system's shell; if it is empty, Name is run with
	// Args, Name being looked up on the path.
	Script string
	Name   string
	Args   []string
	// Environ is the environment as "KEY=value"; nil stands for that of this
	// process. Set is put on top of it.
	Environ, Set []string
	// Stdin is what the process may read.
	Stdin []byte
	// Stdout and Stderr take what it prints; nil drops it.
	Stdout, Stderr io.Writer
}

// A Runner runs processes. Tests put a recorder in its place.
type Runner interface {
	// Run runs a process to its end. When ctx ends first, the process and those
	// it has started are killed, and the error is that of ctx or says how the
	// process ended. A program that does not exist is exec.ErrNotFound.
	Run(ctx context.Context, p Process) error
}

// Run runs a process to its end, as [Runner] says.
func Run(ctx context.Context, p Process) error { return system{}.Run(ctx, p) }

// system runs processes for real.
type system struct{}

// Run runs a process in a group of its own: an interrupt typed at the terminal
// is for the watcher alone, which lets the process come to its end.
func (system) Run(ctx context.Context, p Process) error {
	cmd := command(ctx, p)
	cmd.Env = p.Environ
	cmd.Env = append(cmd.Environ(), p.Set...)
	cmd.Stdout, cmd.Stderr = p.Stdout, p.Stderr
	if p.Stdin != nil {
		cmd.Stdin = bytes.NewReader(p.Stdin)
	}
	cmd.Cancel = func() error { return killGroup(cmd.Process) }
	cmd.WaitDelay = leftoverWait
	err := cmd.Run()
	if errors.Is(err, exec.ErrWaitDelay) {
		return nil // it has ended well; only something in the background has not
	}
	return err
}
