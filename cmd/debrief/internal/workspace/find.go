package workspace

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Find returns the journal meant by somebody who names none: the nearest folder
// from start upward with a search.md, else what the environment variable
// DEBRIEF_JOURNAL holds, else ".".
func Find(start string, env func(string) string) string {
	if dir, ok := Around(start); ok {
		return dir
	}
	if dir := env("DEBRIEF_JOURNAL"); dir != "" {
		return dir
	}
	return "."
}

// Around returns the nearest folder from start upward with a search.md, as an
// absolute path; false when there is none.
func Around(start string) (string, bool) {
	dir, err := filepath.Abs(start)
	for err == nil {
		if holdsSearch(dir) {
			return dir, true
		}
		above := filepath.Dir(dir)
		if above == dir {
			break
		}
		dir = above
	}
	return "", false
}

// holdsSearch reports whether a folder has a search.md, in whatever case.
func holdsSearch(dir string) bool {
	if isFile(filepath.Join(dir, "search.md")) {
		return true
	}
	f, err := os.Open(dir)
	if err != nil {
		return false
	}
	defer f.Close()
	names, _ := f.Readdirnames(-1)
	return slices.ContainsFunc(names, func(name string) bool {
		return strings.EqualFold(name, "search.md") && isFile(filepath.Join(dir, name))
	})
}

func isFile(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.Mode().IsRegular()
}
