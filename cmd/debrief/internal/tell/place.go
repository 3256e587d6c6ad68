package tell

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"path/filepath"
)

// errNoHome is why nothing can be remembered.
var errNoHome = errors.New("no home folder")

// memoryFile returns the file that remembers what was told of a journal, whose
// folder is given as an absolute path: one file per journal, in the folder
// debrief of the user's state folder. Libraries for that folder read the
// process's environment as they are loaded; here it is an argument.
func memoryFile(journal string, env func(string) string) (string, error) {
	home := env("XDG_STATE_HOME")
	if !filepath.IsAbs(home) { // as the specification asks
		home = systemState(env)
	}
	if !filepath.IsAbs(home) {
		return "", errNoHome
	}
	sum := sha256.Sum256([]byte(journal))
	return filepath.Join(home, appName, "told-"+hex.EncodeToString(sum[:16])+".json"), nil
}

// below returns a folder below the one that a variable names, "" without it.
func below(home string, path ...string) string {
	if home == "" {
		return ""
	}
	return filepath.Join(append([]string{home}, path...)...)
}
