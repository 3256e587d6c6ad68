package main

import (
	"errors"
	"path/filepath"
	"runtime"
)

// errNoState says that there is nowhere to remember things.
var errNoState = errors.New("no folder to keep locks in: neither XDG_STATE_HOME nor a home folder is set")

// stateFolder returns where the program remembers what is nobody's note: under
// $XDG_STATE_HOME (https://specifications.freedesktop.org/basedir-spec), else
// where the system has such things. The folder need not exist.
func stateFolder(env func(string) string) (string, error) {
	if state := env("XDG_STATE_HOME"); filepath.IsAbs(state) {
		return filepath.Join(state, "debrief"), nil
	}
	home := env("HOME")
	switch runtime.GOOS {
	case "windows":
		if local := env("LOCALAPPDATA"); local != "" {
			return filepath.Join(local, "debrief"), nil
		}
	case "darwin":
		if home != "" {
			return filepath.Join(home, "Library", "Application Support", "debrief"), nil
		}
	default:
		if home != "" {
			return filepath.Join(home, ".local", "state", "debrief"), nil
		}
	}
	return "", errNoState
}
