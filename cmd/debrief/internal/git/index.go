package git

import (
	"bytes"
	"context"
	"errors"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// ErrBare is returned where something of a work tree is asked for and there is
// none: nobody commits in a bare repository.
var ErrBare = errors.New("this is a bare repository, in which nothing is committed")

// An Index is the journal as git's index has it: what a commit would hold. A
// file whose merge is unfinished is in it as Unmerged; one that is only
// announced (git add -N) is not, since no commit would have it.
type Index struct {
	*Snapshot
	// Changed are the files that the index has in another form than HEAD, the
	// unmerged ones included; Removed are those that HEAD has and the index has
	// not. Both are relative to the journal and sorted.
	Changed, Removed []string
}

// Staged returns the journal as the index has it. The error is ErrBare in a
// repository without one.
func (r *Repository) Staged(ctx context.Context, texts *Blobs) (*Index, error) {
	if r.Bare {
		return nil, ErrBare
	}
	// --full-name gives the paths of the work tree, wherever in it git runs.
	args := []string{"ls-files", "--stage", "-z", "--full-name", "--"}
	for _, name := range around(r.Below) {
		args = append(args, path.Join(r.Upwards(), name))
	}
	out, err := r.run(ctx, args...)
	if err != nil {
		return nil, err
	}
	entries, err := parseEntries(out, 1)
	if err != nil {
		return nil, err
	}
	in := &Index{}
	if err := r.compare(ctx, in); err != nil {
		return nil, err
	}
	if entries, err = r.withoutAnnounced(ctx, entries, in.Changed); err != nil {
		return nil, err
	}
	for _, e := range entries {
		if name, ok := within(r.Below, e.Path); ok && e.Kind == Unmerged {
			in.Changed = append(in.Changed, name)
		}
	}
	slices.Sort(in.Changed)
	in.Changed = slices.Compact(in.Changed)
	in.Snapshot, err = snapshotOf(entries, r.Below, texts)
	return in, err
}

// compare fills in what the index has changed since HEAD; all of it where
// nothing has been committed yet.
func (r *Repository) compare(ctx context.Context, in *Index) error {
	out, err := r.run(ctx, "diff", "--cached", "--name-status", "-z", "--no-renames", "--no-ext-diff", "--relative", "--")
	if err != nil {
		return err
	}
	fields := bytes.Split(bytes.TrimSuffix(out, []byte{0}), []byte{0})
	for i := 0; i+1 < len(fields); i += 2 {
		if name := string(fields[i+1]); string(fields[i]) == "D" {
			in.Removed = append(in.Removed, name)
		} else {
			in.Changed = append(in.Changed, name)
		}
	}
	return nil
}

// emptyBlobs are the names of a file with nothing in it, by SHA-1 and SHA-256.
var emptyBlobs = []string{
	"e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
	"473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",
}

// withoutAnnounced drops the files that `git add -N` has put into the index.
// They stand there as empty ones; what tells them from files that are empty is
// that they neither differ from HEAD nor are in it.
func (r *Repository) withoutAnnounced(ctx context.Context, entries []Entry, changed []string) ([]Entry, error) {
	suspect := func(e Entry) bool {
		name, inside := within(r.Below, e.Path)
		return slices.Contains(emptyBlobs, e.Blob) && (!inside || !slices.Contains(changed, name))
	}
	if !slices.ContainsFunc(entries, suspect) {
		return entries, nil
	}
	committed := map[string]bool{}
	out, err := r.run(ctx, "ls-tree", "-r", "-z", "--full-tree", "HEAD")
	if err == nil {
		var head []Entry
		if head, err = parseEntries(out, 2); err != nil {
			return nil, err
		}
		for _, e := range head {
			committed[e.Path] = true
		}
	} else if !r.unborn(ctx, err) {
		return nil, err
	}
	return slices.DeleteFunc(entries, func(e Entry) bool { return suspect(e) && !committed[e.Path] }), nil
}

// UseIndexOf takes over the index that a hook was handed: `git commit FILE`
// prepares what it commits in an index of its own. here is the working directory
// of this process; a hook of another repository, and no hook, change nothing.
func (r *Repository) UseIndexOf(ctx context.Context, here string) {
	index := lookUp(r.inherited, "GIT_INDEX_FILE")
	if index == "" || r.Bare {
		return
	}
	caller := &Repository{dir: here, environ: calm(r.inherited)}
	out, err := caller.run(ctx, "rev-parse", "--absolute-git-dir", "--show-toplevel")
	if err != nil {
		return
	}
	gitDir, top, _ := strings.Cut(strings.TrimSuffix(string(out), "\n"), "\n")
	if real(gitDir) != real(r.gitDir) {
		return
	}
	// git goes to the top of the work tree before it looks for the index.
	r.environ = append(slices.Clone(r.environ), "GIT_INDEX_FILE="+absolute(index, filepath.FromSlash(top)))
}
