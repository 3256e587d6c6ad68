// Package state knows where a system keeps what a program remembers of its own
// accord, which is nobody's note: locks, and what was told already.
//
//	folder, err := state.Folder(os.Getenv)
package state

import (
	"errors"
	"path/filepath"
)

// ErrNoHome is why nothing can be remembered.
var ErrNoHome = errors.New("no home folder, and no XDG_STATE_HOME")

// Folder returns debrief's own folder, which need not exist: below
// $XDG_STATE_HOME (https://specifications.freedesktop.org/basedir-spec), else
// where the system has such things. Libraries for it read the process's
// environment as they are loaded; here it is an argument.
func Folder(env func(string) string) (string, error) {
	home := env("XDG_STATE_HOME")
	if !filepath.IsAbs(home) { // as the specification asks
		home = systemFolder(env)
	}
	if !filepath.IsAbs(home) {
		return "", ErrNoHome
	}
	return filepath.Join(home, "debrief"), nil
}

// below returns a folder below the one that a variable names, "" without it.
func below(home string, path ...string) string {
	if home == "" {
		return ""
	}
	return filepath.Join(append([]string{home}, path...)...)
}
