package git

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// ErrNoCommit is returned where the history has no commit that was asked for;
// the error itself says which that was.
var ErrNoCommit = errors.New("no such commit")

// absent is an ErrNoCommit in other words.
type absent string

// Error returns what there is no commit for.
func (a absent) Error() string { return string(a) }

// Is reports that the error is an ErrNoCommit.
func (a absent) Is(target error) bool { return target == ErrNoCommit }

// A Commit is one commit.
type Commit struct {
	// ID is the whole object name in hexadecimal digits.
	ID string
	// Time is when it was committed, in the committer's zone, to the second.
	Time time.Time
	// Subject is the first line of its message.
	Subject string
}

// Short returns the commit's name as people write it.
func (c Commit) Short() string { return c.ID[:min(len(c.ID), 9)] }

// commitFormat prints what parseCommit reads.
const commitFormat = "%H%x09%cI%x09%s"

// parseCommit reads what git prints for commitFormat.
func parseCommit(line string) (Commit, error) {
	id, rest, _ := strings.Cut(line, "\t")
	at, subject, _ := strings.Cut(rest, "\t")
	t, err := time.Parse(time.RFC3339, at)
	if err != nil {
		return Commit{}, fmt.Errorf("git log answered %q", line)
	}
	return Commit{ID: id, Time: t, Subject: subject}, nil
}

// Commit returns the commit that a revision names, in any of the forms that
// gitrevisions(7) lists. The error is ErrNoCommit for one that names none.
func (r *Repository) Commit(ctx context.Context, revision string) (Commit, error) {
	// In two steps: a search such as :/word would take ^{commit} for its own.
	id, err := r.run(ctx, "rev-parse", "--verify", "--quiet", "--end-of-options", revision)
	if err == nil && bytes.HasPrefix(id, []byte("^")) { // all but what leads to it
		return Commit{}, absent(fmt.Sprintf("%q names no commit", revision))
	}
	if err == nil {
		id, err = r.run(ctx, "rev-parse", "--verify", "--quiet", strings.TrimSpace(string(id))+"^{commit}")
	}
	if refused, ok := errors.AsType[*Error](err); ok {
		return Commit{}, absent(fmt.Sprintf("%q names no commit%s", revision, saidBy(refused)))
	}
	if err != nil {
		return Commit{}, err
	}
	return r.describe(ctx, strings.TrimSpace(string(id)))
}

// saidBy returns git's own words where it has any.
func saidBy(refused *Error) string {
	if refused.Said == "failed without a word" {
		return ""
	}
	return " (" + refused.Said + ")"
}

func (r *Repository) describe(ctx context.Context, id string) (Commit, error) {
	out, err := r.run(ctx, "log", "-1", "--format="+commitFormat, "--end-of-options", id, "--")
	if err != nil {
		return Commit{}, err
	}
	return parseCommit(strings.TrimSuffix(string(out), "\n"))
}

// Before returns the last commit of HEAD's history that was committed before
// an instant. The error is ErrNoCommit where there is none.
func (r *Repository) Before(ctx context.Context, instant time.Time) (Commit, error) {
	// git's own --before counts the very second as before.
	before := "--before=@" + strconv.FormatInt(instant.Add(-time.Nanosecond).Unix(), 10) + " +0000"
	out, err := r.run(ctx, "log", "-1", "--first-parent", before, "--format="+commitFormat, "HEAD", "--")
	switch {
	case r.unborn(ctx, err):
		return Commit{}, absent("nothing has been committed yet")
	case err != nil:
		return Commit{}, err
	case len(out) == 0:
		return Commit{}, absent("nothing was committed before " + instant.Format("2006-01-02 15:04"))
	}
	return parseCommit(strings.TrimSuffix(string(out), "\n"))
}

// unborn reports whether a call failed because HEAD has no commit yet.
func (r *Repository) unborn(ctx context.Context, err error) bool {
	if _, refused := errors.AsType[*Error](err); !refused {
		return false
	}
	_, err = r.run(ctx, "rev-parse", "--verify", "--quiet", "HEAD")
	return err != nil && ctx.Err() == nil
}

// LastChange returns the last commit of HEAD's history that changed one of the
// paths, which are relative to the journal; ErrNoCommit where none did.
func (r *Repository) LastChange(ctx context.Context, paths ...string) (Commit, error) {
	args := append([]string{"log", "-1", "--first-parent", "--format=" + commitFormat, "HEAD", "--"}, paths...)
	out, err := r.run(ctx, args...)
	switch {
	case r.unborn(ctx, err):
		return Commit{}, absent("nothing has been committed yet")
	case err != nil:
		return Commit{}, err
	case len(out) == 0:
		return Commit{}, ErrNoCommit
	}
	return parseCommit(strings.TrimSuffix(string(out), "\n"))
}
