package git

import (
	"path/filepath"
	"slices"
	"strings"
)

// located are the variables by which git's caller says where the repository
// is. A hook is run with them, and they may speak of another repository than
// the journal's.
var located = []string{
	"GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_PREFIX", "GIT_INDEX_FILE", "GIT_NAMESPACE",
	"GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_SHALLOW_FILE",
}

// settled are the settings every call has: git must not touch the index only
// to speed itself up, not translate what is read here, not ask for a password,
// and not fetch what a partial clone left out.
var settled = []string{
	"GIT_OPTIONAL_LOCKS=0", "LC_ALL=C", "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1",
	"GIT_LITERAL_PATHSPECS=1", "GIT_PAGER=cat",
}

// calm returns an environment with the settings every call has.
func calm(environ []string) []string {
	env := slices.DeleteFunc(slices.Clone(environ), func(entry string) bool {
		name, _, _ := strings.Cut(entry, "=")
		return slices.ContainsFunc(settled, func(s string) bool { return strings.HasPrefix(s, name+"=") }) ||
			strings.HasPrefix(name, "GIT_TRACE")
	})
	return append(env, settled...)
}

// plain is calm without the variables that say where the repository is.
func plain(environ []string) []string {
	return calm(slices.DeleteFunc(slices.Clone(environ), func(entry string) bool {
		name, _, _ := strings.Cut(entry, "=")
		return slices.Contains(located, name)
	}))
}

// anchored makes the paths absolute by which git's caller says where the
// repository is: they are seen from that caller's folder, not from the
// journal's.
func anchored(environ []string, here string) []string {
	env := slices.Clone(environ)
	for i, entry := range env {
		name, value, _ := strings.Cut(entry, "=")
		switch name {
		case "GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE":
			if value != "" {
				env[i] = name + "=" + absolute(value, here)
			}
		}
	}
	return env
}

// sets reports whether an environment has a variable that is not empty.
func sets(environ []string, name string) bool { return lookUp(environ, name) != "" }

// lookUp returns the value of a variable; the last one counts.
func lookUp(environ []string, name string) string {
	value := ""
	for _, entry := range environ {
		if v, ok := strings.CutPrefix(entry, name+"="); ok {
			value = v
		}
	}
	return value
}

// real returns a path without links, as far as it can be followed.
func real(path string) string {
	if resolved, err := filepath.EvalSymlinks(path); err == nil {
		return resolved
	}
	return filepath.Clean(path)
}

func absolute(path, here string) string {
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(here, path)
}
