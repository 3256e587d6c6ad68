package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"github.com/spf13/cobra"

	"debrief/cmd/debrief/internal/git"
	"debrief/cmd/debrief/internal/hook"
	"debrief/cmd/debrief/internal/workspace"
)

const hookHelp = `Has git look at the journal's notes before every commit, by debrief check
--staged in the pre-commit hook of the repository around DIR. A commit is held
up only where a note has lost facts to an error; git commit --no-verify goes past
that once.

install writes the hook, or adds a few marked lines to the one there is, right
below its first line, where that is a script for sh, bash, dash, zsh or ksh. Done
again it renews them. remove takes them out, and leaves the hook as it was before.
Hooks are where core.hooksPath says.`

// newHook returns the verb that keeps git's hook.
func newHook(p *program) *cobra.Command {
	deeds := []string{"install", "remove"}
	return &cobra.Command{
		Use:   "hook install|remove [DIR]",
		Short: "have git look at the notes before a commit",
		Long:  hookHelp,
		Args:  cobra.ArbitraryArgs,
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) == 0 {
				return deeds, cobra.ShellCompDirectiveNoFileComp
			}
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage(seeHelp(cmd), "say whether to install or to remove the hook")
			}
			if !slices.Contains(deeds, args[0]) {
				return usage(didYouMean(args[0], deeds), "%q is not %s", args[0], either(deeds))
			}
			if len(args) > 2 {
				return usage(seeHelp(cmd), "hook %s takes one folder, not %d", args[0], len(args)-1)
			}
			dir := ""
			if len(args) == 2 {
				dir = args[1]
			}
			return p.hook(cmd.Context(), args[0] == "install", dir)
		},
	}
}

// hook adds the program's lines to the pre-commit hook of the repository around
// a journal, or takes them out.
func (p *program) hook(ctx context.Context, install bool, dir string) error {
	h, err := p.openHook(ctx, p.findRoot(dir))
	if err != nil {
		return err
	}
	if install {
		return p.installHook(h)
	}
	return p.removeHook(h)
}

// A hooked journal is one with the hook of the repository around it.
type hooked struct {
	root   string // the journal's folder
	below  string // the same, seen from the top of the work tree
	hooks  git.Hooks
	file   string
	script []byte // nil: there is no hook yet
	idle   bool   // git passes the hook over, since nobody may run it
}

// openHook reads the hook of the repository around the journal at root.
func (p *program) openHook(ctx context.Context, root string) (hooked, error) {
	if root == standardInput {
		return hooked{}, usage("name the folder of your notes", "a note on standard input is in no repository")
	}
	repo, err := git.Open(ctx, git.Options{Dir: root})
	if errors.Is(err, git.ErrNoGit) {
		return hooked{}, withHint(err, "install it first: the hook is git's")
	}
	if err != nil {
		return hooked{}, gitError(err, root)
	}
	h := hooked{root: root, below: repo.Below}
	h.hooks, err = repo.Hooks(ctx)
	if errors.Is(err, git.ErrBare) {
		return hooked{}, bareError(err, root)
	}
	if errors.Is(err, git.ErrNoHooks) {
		return hooked{}, withHint(err, "git config --unset core.hooksPath")
	}
	if err != nil {
		return hooked{}, gitError(err, root)
	}
	h.file = filepath.Join(h.hooks.Folder, "pre-commit")
	h.script, err = os.ReadFile(h.file)
	switch info, failed := os.Stat(h.file); {
	case errors.Is(err, fs.ErrNotExist) && leadsNowhere(h.file):
		return hooked{}, withHint(fmt.Errorf("%s was left alone: it is a link, and what it leads to is not there", nearby(h.file)),
			"remove the link, or bring back what it leads to")
	case errors.Is(err, fs.ErrNotExist):
		h.script = nil
	case err != nil:
		return hooked{}, withHint(fmt.Errorf("cannot read %s: %w", nearby(h.file), cause(err)), whereHooksAre)
	case failed == nil && info.Mode().Perm()&0o111 == 0 && runtime.GOOS != "windows":
		h.idle = true
	}
	return h, nil
}

// whereHooksAre is a hint.
const whereHooksAre = "git config core.hooksPath says where git looks for hooks"

// leadsNowhere reports whether a file is a link; one that could be followed has
// been.
func leadsNowhere(file string) bool {
	info, err := os.Lstat(file)
	return err == nil && info.Mode()&fs.ModeSymlink != 0
}

// bareError says where hooks and an index are instead.
func bareError(err error, root string) error {
	return withHint(fmt.Errorf("%s: %w", root, err), "name the journal in a clone with a work tree")
}

// removeHook takes the program's lines out of a hook.
func (p *program) removeHook(h hooked) error {
	rest, change, err := hook.Remove(h.script)
	switch {
	case err != nil:
		return h.refusal(err)
	case change == hook.Unchanged:
		return p.print([]byte(nearby(h.file) + ": there are no lines of debrief\n"))
	case change == hook.Deleted:
		if err := os.Remove(h.file); err != nil {
			return fmt.Errorf("cannot remove %s: %w", nearby(h.file), cause(err))
		}
		folder := h.hooks.Folder
		for range hook.FoldersOf(h.script) {
			if os.Remove(folder) != nil { // something else has come into it
				break
			}
			folder = filepath.Dir(folder)
		}
		return p.print([]byte(nearby(h.file) + ": removed\n"))
	}
	if _, err := workspace.WriteProgram(h.file, rest); err != nil {
		return err
	}
	return p.print([]byte(nearby(h.file) + ": as it was before debrief\n"))
}

// refusal says why a hook is left as it is, and what to do by hand.
func (h hooked) refusal(err error) error {
	if errors.Is(err, hook.ErrEdited) {
		return withHint(fmt.Errorf("%s was left alone: %w", nearby(h.file), err),
			"take them out yourself, from `# >>> debrief` to `# <<< debrief <<<`, and run this again for new ones")
	}
	return withHint(fmt.Errorf("%s was left alone: %w", nearby(h.file), err),
		"have it call `"+hook.Call(h.below)+"` from the top of the work tree: exit status 1 means findings")
}

// nearby returns a path as seen from the working directory, where it lies below
// that.
func nearby(path string) string {
	here, err := filepath.Abs(".")
	if err != nil {
		return path
	}
	if resolved, err := filepath.EvalSymlinks(here); err == nil {
		here = resolved
	}
	if way, err := filepath.Rel(here, path); err == nil && filepath.IsLocal(way) {
		return way
	}
	return path
}
