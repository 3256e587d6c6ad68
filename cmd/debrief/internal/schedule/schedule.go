// Package schedule writes what makes a system run debrief at certain times: a
// systemd timer, lines for cron, an agent for launchd, a task for Windows, a
// workflow for GitHub. It also puts the first three in their places and takes
// them away again.
//
//	when, err := schedule.Parse("0 8 * * mon-fri")
//	job := schedule.Job{Name: "debrief-search-1a2b3c4d", Journal: "/home/me/search", When: when, Command: command}
//	text, err := schedule.FormNamed("cron").Write(job)
//
// A form is one file with one [Form] in it, named in [Forms]. Forms are pure:
// what goes into the text is in the [Job], so that the same job gives the same
// bytes on every machine. Only an [Installer] touches the machine.
//
// Everything in a job may hold spaces, quotes, percent signs, dollars and
// backslashes: each form quotes for the program that reads it. What a form
// cannot say is refused, never said approximately.
package schedule

import (
	"context"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Job is a command to be run at certain times.
type Job struct {
	// Name is what the job is called on this machine: letters, digits and
	// hyphens. See [Name].
	Name string
	// Journal is the folder that the report is about, as an absolute path; for
	// GitHub, relative to the repository's root with forward slashes.
	Journal string
	// Zone is the IANA name of the zone that When is in, "" where it has none.
	// Only a workflow needs it: the other systems' clock is the machine's.
	Zone string
	// When is the times.
	When When
	// Command is the program and its arguments. Paths are absolute, except in
	// GitHub's workflow, which has a program of its own and ignores the first.
	Command []string
	// Files are the files that the command writes, for GitHub to commit.
	Files []string
	// Remember are further arguments by which the command notes that it was
	// run, and CatchUp those by which it does nothing unless a run was missed.
	// Both are for systems that do not catch up by themselves; without a place
	// to note anything they are empty. Stamp is the file in which it is noted.
	Remember, CatchUp []string
	Stamp             string
	// Log is the file for what the command prints where the system keeps none
	// of it, "" to drop it.
	Log string
}

// A Form is one system's way to run something at certain times.
type Form struct {
	// Name is the word after --as.
	Name string
	// GOOS is the operating system that reads it, as in runtime.GOOS; "" when
	// several do.
	GOOS string
	// Write writes the job in this form, with remarks on what to do with it.
	// An error is a *RefusedError: the form cannot say this.
	Write func(Job) ([]byte, error)
	// Forgets says that the system does not make up for every run it missed,
	// so that Remember and CatchUp are needed.
	Forgets bool
	// Install puts the job in its place and makes the system heed it; Remove
	// undoes that, and nothing else. Both may be called again and again. They
	// are nil where that is for a person to do, and ByHand says how.
	Install, Remove func(context.Context, *Installer, Job) error
	ByHand          string
}

// Forms lists the forms in the order of the help.
func Forms() []Form {
	return []Form{systemdForm(), cronForm(), launchdForm(), windowsForm(), githubForm()}
}

// FormNamed returns the form of that name, which has to be one of [Forms].
func FormNamed(name string) Form {
	for _, f := range Forms() {
		if f.Name == name {
			return f
		}
	}
	panic("no form is called " + name)
}

// Native returns the name of the form for a machine: its operating system, as
// in runtime.GOOS, and whether systemd has started it.
func Native(goos string, systemd bool) string {
	switch {
	case goos == "darwin":
		return "launchd"
	case goos == "windows":
		return "windows"
	case goos == "linux" && systemd:
		return "systemd"
	}
	return "cron"
}

// A RefusedError says what a form cannot express, or a system will not do.
type RefusedError struct {
	What string
	// Hint is what to do instead, perhaps "".
	Hint string
}

// Error returns what was refused.
func (e *RefusedError) Error() string { return e.What }

// refused returns a *RefusedError.
func refused(hint, format string, args ...any) error {
	return &RefusedError{What: fmt.Sprintf(format, args...), Hint: hint}
}

// signature is in everything that is put in a place: what lacks it was made by
// somebody else and is left alone.
const signature = "Made by debrief schedule"

// plain refuses text that would end a line or act on a terminal: no form has a
// way to write it that all of its readers understand.
func plain(words ...string) error {
	for _, w := range words {
		switch {
		case !utf8.ValidString(w):
			return refused("rename the file or folder", "%q is not UTF-8", w)
		case strings.ContainsAny(w, "\n\r"):
			return refused("a command of several lines is best kept in a script of its own", "%q holds a line break", w)
		case strings.ContainsFunc(w, unicode.IsControl):
			return refused("rename the file or folder", "%q holds a control character", w)
		}
	}
	return nil
}
