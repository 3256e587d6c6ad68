package workspace

import (
	"os"
	"path/filepath"
	"strings"
)

// BeingRewritten reports whether git holds the index of the repository around
// a folder, as it does while it rewrites files for a checkout, a stash or each
// step of a rebase.
func BeingRewritten(root string) bool {
	top := repositoryOf(root)
	if top == "" {
		return false
	}
	_, err := os.Lstat(filepath.Join(gitFolder(top), "index.lock"))
	return err == nil
}

// gitFolder returns where git keeps the index of the work tree at top: in
// .git, or where the file .git of a worktree or submodule says.
func gitFolder(top string) string {
	dot := filepath.Join(top, ".git")
	text, err := os.ReadFile(dot)
	if err != nil { // the usual case: it is a folder
		return dot
	}
	to, ok := strings.CutPrefix(string(text), "gitdir:")
	if !ok {
		return dot
	}
	to = strings.TrimSpace(to)
	if filepath.IsAbs(to) {
		return to
	}
	return filepath.Join(top, to)
}
