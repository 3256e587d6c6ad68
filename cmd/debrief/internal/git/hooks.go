package git

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
)

// Hooks is where git looks for the hooks of a repository.
type Hooks struct {
	// Folder is an absolute path; the folder need not be there.
	Folder string
	// Shared: core.hooksPath leads out of the repository, as it does when it is
	// set for all of somebody's repositories. What is there runs in others too.
	Shared bool
	// InTree: the folder is one of the work tree's, and what is in it can be
	// committed.
	InTree bool
}

// ErrNoHooks is returned where core.hooksPath is empty: git then runs no hook.
var ErrNoHooks = errors.New("core.hooksPath is set to nothing, so that git runs no hooks")

// Hooks returns where git looks for hooks. The error is ErrBare in a repository
// without a work tree, in which nobody commits, and ErrNoHooks where git looks
// nowhere.
func (r *Repository) Hooks(ctx context.Context) (Hooks, error) {
	if r.Bare {
		return Hooks{}, ErrBare
	}
	// git reads a relative core.hooksPath from the top of the work tree.
	top := *r
	top.dir = r.Top
	out, err := top.run(ctx, "rev-parse", "--git-common-dir", "--git-path", "hooks")
	if err != nil {
		return Hooks{}, err
	}
	common, folder, _ := strings.Cut(strings.TrimSuffix(string(out), "\n"), "\n")
	if folder == "./" { // what git makes of an empty core.hooksPath
		return Hooks{}, ErrNoHooks
	}
	h := Hooks{Folder: absolute(filepath.FromSlash(folder), filepath.FromSlash(r.Top))}
	if inside(absolute(common, r.Top), h.Folder) {
		return h, nil
	}
	h.InTree = inside(r.Top, h.Folder)
	h.Shared = !h.InTree
	return h, nil
}

// inside reports whether a path lies in a folder, links resolved. The path's
// last part need not be there.
func inside(folder, path string) bool {
	way, err := filepath.Rel(real(folder), filepath.Join(real(filepath.Dir(path)), filepath.Base(path)))
	return err == nil && filepath.IsLocal(way)
}
