package schedule

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"debrief/cmd/debrief/internal/workspace"
)

// An Installer puts jobs in their places and takes them away. It touches only
// what an Installer has made, and says what it does.
type Installer struct {
	// Env looks up a variable of the environment: HOME, XDG_CONFIG_HOME.
	Env func(string) string
	// UID is the person's number, for launchd.
	UID int
	// Now is when this happens: what was due before is not made up for.
	Now time.Time
	// Runner runs the system's own programs.
	Runner Runner
	// Tell takes a sentence without a full stop on each thing that was done.
	Tell func(string)
}

// A Runner runs programs. Tests put a recorder in its place.
type Runner interface {
	// Run runs a program to its end and returns what it printed. The error is
	// a *ProgramError.
	Run(ctx context.Context, stdin string, name string, args ...string) (stdout string, err error)
}

// A ProgramError is a program that failed or is not there.
type ProgramError struct {
	Line   string // as one would type it
	Stderr string // what it said about it, on one line
	Err    error
}

// Error says which program failed, and in what words.
func (e *ProgramError) Error() string {
	switch {
	case errors.Is(e.Err, exec.ErrNotFound):
		return e.Line + ": there is no such program here"
	case e.Stderr != "":
		return e.Line + ": " + e.Stderr
	}
	return e.Line + ": " + e.Err.Error()
}

// Unwrap returns how the program ended.
func (e *ProgramError) Unwrap() error { return e.Err }

// System runs programs for real.
type System struct{}

// Run runs a program with the environment of this process.
func (System) Run(ctx context.Context, stdin string, name string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	var stdout, stderr bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(stdin), &stdout, &stderr
	if err := cmd.Run(); err != nil {
		said := strings.Join(strings.Fields(stderr.String()), " ")
		return stdout.String(), &ProgramError{Line: strings.Join(append([]string{name}, args...), " "), Stderr: said, Err: err}
	}
	return stdout.String(), nil
}

// home returns a folder below the person's home.
func (in *Installer) home(path ...string) (string, error) {
	home := in.Env("HOME")
	if !filepath.IsAbs(home) {
		return "", refused("set HOME and try again", "there is no home folder to install anything in")
	}
	return filepath.Join(append([]string{home}, path...)...), nil
}

// place writes a file unless it holds the text already. A file of that name
// that somebody else made is an error.
func (in *Installer) place(file, text string) (changed bool, err error) {
	if _, err := in.ours(file); err != nil {
		return false, err
	}
	if err := workspace.MakeFolder(filepath.Dir(file)); err != nil {
		return false, fmt.Errorf("cannot install: %w", err)
	}
	changed, err = workspace.WriteFile(file, []byte(text))
	switch {
	case err != nil:
		return false, fmt.Errorf("cannot install: %w", err)
	case changed:
		in.Tell("wrote " + file)
	default:
		in.Tell(file + " says so already")
	}
	return changed, nil
}

// takeAway removes a file, if it is there.
func (in *Installer) takeAway(file string) (gone bool, err error) {
	there, err := in.ours(file)
	if err != nil || !there {
		return false, err
	}
	if err := os.Remove(file); err != nil {
		return false, fmt.Errorf("cannot remove: %w", err)
	}
	in.Tell("removed " + file)
	return true, nil
}

// ours reports whether a file is there. It is an error when it is, and was not
// made by an installer.
func (in *Installer) ours(file string) (there bool, err error) {
	text, err := os.ReadFile(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, fmt.Errorf("cannot install: %w", err)
	case !bytes.Contains(text, []byte(signature)):
		return true, refused("it was left alone; --name WORD gives this job another name", "%s was not made by debrief", file)
	}
	return true, nil
}

// stamp notes that there is nothing to make up for yet.
func (in *Installer) stamp(job Job) error {
	if job.Stamp == "" {
		return nil
	}
	if _, err := os.Lstat(job.Stamp); err == nil {
		return nil
	}
	_, err := WriteStamp(job.Stamp, in.Now)
	return err
}

// unstamp forgets when the job was last run.
func (in *Installer) unstamp(job Job) error {
	if job.Stamp == "" {
		return nil
	}
	if err := os.Remove(job.Stamp); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("cannot remove: %w", err)
	}
	return nil
}
