// Package git reads the repository that a journal lives in, through git(1). It
// writes nothing: no checkout, no index, no fetch.
//
//	repo, err := git.Open(ctx, git.Options{Dir: "notes"})
//	if err != nil {
//		return err
//	}
//	commit, err := repo.Commit(ctx, "HEAD~3")
//	if err != nil {
//		return err
//	}
//	tree, err := repo.Tree(ctx, commit.ID)
//
// git itself is used rather than a library, because it is many times faster on
// histories of any length and because it alone knows every kind of repository
// there is: worktrees, submodules, shallow and bare clones, whatever comes.
package git

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os/exec"
	"path/filepath"
	"strings"
)

// ErrNoGit is returned where git(1) is not installed.
var ErrNoGit = errors.New("git is not installed")

// ErrNoRepository is returned for a folder that is in no git repository.
var ErrNoRepository = errors.New("not in a git repository")

// An Error is git's own refusal, in its words.
type Error struct {
	// Command is the subcommand: "log", "cat-file".
	Command string
	// Said is what git wrote on standard error, without the word "fatal".
	Said string
}

// Error returns what git said.
func (e *Error) Error() string { return "git " + e.Command + ": " + e.Said }

// Options say where a repository is looked for, and with what environment.
type Options struct {
	// Dir is the journal's folder: in a work tree, or a bare repository.
	Dir string
	// Environ is the environment, as "KEY=value"; nil stands for that of this
	// process.
	Environ []string
}

// A Repository is a git repository, seen from the journal's folder in it.
type Repository struct {
	dir     string
	environ []string
	// inherited is the environment as it was before git's own variables, which
	// may speak of another repository, were left out.
	inherited []string

	// Top is the work tree's folder; "" in a bare repository.
	Top string
	// Below is the journal's folder inside the work tree, with forward slashes
	// and without one at the end; "" for the repository's own folder.
	Below string
	// Bare: there is no work tree, and so no index and nothing uncommitted.
	Bare bool
	// Shallow: the history was cut off when it was cloned.
	Shallow bool

	// gitDir is where the repository itself lies, an absolute path.
	gitDir string
}

// Open finds the repository around a journal. The error is ErrNoGit,
// ErrNoRepository, one of the file system for a folder that is not there, or an
// *Error when git refuses, as it does for a repository of another user.
func Open(ctx context.Context, o Options) (*Repository, error) {
	dir, err := filepath.Abs(o.Dir)
	if err != nil {
		return nil, err
	}
	if o.Environ == nil {
		o.Environ = (&exec.Cmd{}).Environ()
	}
	r := &Repository{dir: dir, environ: plain(o.Environ), inherited: o.Environ}
	out, err := r.discover(ctx)
	if isNoRepository(err) && sets(o.Environ, "GIT_DIR") {
		// Whoever keeps the repository apart from its work tree says so in
		// the environment.
		here, lost := filepath.Abs(".")
		if lost != nil {
			return nil, lost
		}
		r.environ = calm(anchored(o.Environ, here))
		out, err = r.discover(ctx)
	}
	if isNoRepository(err) {
		return nil, ErrNoRepository
	}
	if err != nil {
		return nil, err
	}
	lines := strings.SplitN(string(out), "\n", 5)
	if len(lines) < 5 {
		return nil, fmt.Errorf("git rev-parse answered %q", out)
	}
	r.Bare, r.Shallow, r.gitDir = lines[0] == "true", lines[2] == "true", lines[3]
	r.Below = strings.TrimSuffix(strings.TrimSuffix(lines[4], "\n"), "/")
	if r.Bare {
		return r, nil
	}
	if lines[1] == "true" {
		return nil, fmt.Errorf("%s is the inside of a git repository, not a folder of notes: %w", o.Dir, ErrNoRepository)
	}
	top, err := r.run(ctx, "rev-parse", "--show-toplevel")
	r.Top = strings.TrimSuffix(string(top), "\n")
	return r, err
}

// discover asks git what it makes of the folder.
func (r *Repository) discover(ctx context.Context) ([]byte, error) {
	return r.run(ctx, "rev-parse", "--is-bare-repository", "--is-inside-git-dir",
		"--is-shallow-repository", "--absolute-git-dir", "--show-prefix")
}

// isNoRepository reports whether git found no repository at all.
func isNoRepository(err error) bool {
	refused, ok := errors.AsType[*Error](err)
	return ok && strings.Contains(refused.Said, "not a git repository")
}

// run runs git in the journal's folder and returns what it prints.
func (r *Repository) run(ctx context.Context, args ...string) ([]byte, error) {
	cmd := r.command(ctx, args...)
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	if err := cmd.Run(); err != nil {
		return nil, refusal(ctx, args[0], err, said.String())
	}
	return out.Bytes(), nil
}

// command prepares a call of git that asks nothing, pages nothing and prints
// paths as they are.
func (r *Repository) command(ctx context.Context, args ...string) *exec.Cmd {
	// Somebody's diff.orderFile need not be there, and git would refuse.
	always := []string{
		"--no-pager", "-c", "core.quotePath=off", "-c", "log.showSignature=false", "-c", "diff.orderFile=/dev/null",
	}
	cmd := exec.CommandContext(ctx, "git", append(always, args...)...)
	cmd.Dir, cmd.Env = r.dir, r.environ
	return cmd
}

// refusal says why a call of git failed.
func refusal(ctx context.Context, command string, err error, said string) error {
	var exit *exec.ExitError
	switch {
	case ctx.Err() != nil:
		return fmt.Errorf("git %s was interrupted: %w", command, ctx.Err())
	case errors.Is(err, exec.ErrNotFound):
		return ErrNoGit
	case errors.As(err, &exit) && strings.Contains(said, "promisor remote"):
		return ErrMissing
	case errors.As(err, &exit):
		return &Error{Command: command, Said: inOneLine(said)}
	}
	if failed, ok := errors.AsType[*fs.PathError](err); ok && failed.Op == "chdir" { // the folder, to run it in
		return failed
	}
	return fmt.Errorf("cannot run git: %w", err)
}

// inOneLine makes one line of git's message: its first that is no warning, and
// of the advice that often follows nothing.
func inOneLine(said string) string {
	line, rest, _ := strings.Cut(strings.TrimSpace(said), "\n")
	for strings.HasPrefix(line, "warning: ") && rest != "" {
		line, rest, _ = strings.Cut(rest, "\n")
	}
	for _, word := range []string{"fatal: ", "error: "} {
		line = strings.TrimPrefix(line, word)
	}
	if line == "" {
		return "failed without a word"
	}
	return line
}
