package git

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// staged reads the index around a folder of a repository.
func staged(t *testing.T, dir string) *Index {
	t.Helper()
	r := open(t, dir)
	in, err := r.Staged(t.Context(), r.Blobs(t.Context()))
	check(t, err)
	return in
}

// TestStaged tells what a commit would change from what it would leave, and from
// what is only announced.
func TestStaged(t *testing.T) {
	dir := repository(t, twoCommits+`write search/new.md new
write search/announced.md later
write elsewhere.md not ours
add search/new.md elsewhere.md
add -N search/announced.md
rm -q search/c.md
write search/a.md three
add search/a.md
write search/a.md four
`)
	check(t, os.WriteFile(filepath.Join(dir, "search", "empty.md"), nil, 0o644))
	do(t, dir, "add search/empty.md\n")
	in := staged(t, filepath.Join(dir, "search"))
	if want := []string{"a.md", "empty.md", "new.md"}; !slices.Equal(in.Changed, want) {
		t.Errorf("changed: %q, want %q", in.Changed, want)
	}
	if want := []string{"c.md"}; !slices.Equal(in.Removed, want) {
		t.Errorf("removed: %q, want %q", in.Removed, want)
	}
	if _, ok := in.Files.Entry("search/announced.md"); ok || in.Notes != 4 {
		t.Errorf("what is only announced is among %d files", in.Notes)
	}
	if text, err := in.Files.Open("search/a.md"); err != nil {
		t.Error(err)
	} else if info, _ := text.Stat(); info.Size() != int64(len("three\n")) {
		t.Error("the text is not the one that was added")
	}
}

// TestStagedEmpty holds what an index is before anything was committed, or
// added.
func TestStagedEmpty(t *testing.T) {
	dir := repository(t, "write a.md one\nwrite b.md two\n")
	if in := staged(t, dir); in.Notes != 0 || in.Changed != nil {
		t.Errorf("before git add: %+v", in)
	}
	do(t, dir, "add a.md\nadd -N b.md\n")
	if in := staged(t, dir); in.Notes != 1 || !slices.Equal(in.Changed, []string{"a.md"}) {
		t.Errorf("after it: %+v", in)
	}
	do(t, dir, "config core.bare true\n")
	r := open(t, dir)
	if _, err := r.Staged(t.Context(), r.Blobs(t.Context())); !errors.Is(err, ErrBare) {
		t.Errorf("in a bare repository: %v", err)
	}
	if _, err := r.Hooks(t.Context()); !errors.Is(err, ErrBare) {
		t.Errorf("hooks of a bare repository: %v", err)
	}
}

// TestHooks finds the folder of hooks, seen from a folder of the work tree.
func TestHooks(t *testing.T) {
	dir, err := filepath.EvalSymlinks(repository(t, twoCommits))
	check(t, err)
	outside := t.TempDir()
	for _, test := range []struct {
		path string // of core.hooksPath
		want Hooks
	}{
		{"", Hooks{Folder: filepath.Join(dir, ".git", "hooks")}},
		{".git/other", Hooks{Folder: filepath.Join(dir, ".git", "other")}},
		{".githooks", Hooks{Folder: filepath.Join(dir, ".githooks"), InTree: true}},
		{filepath.Join(dir, "search"), Hooks{Folder: filepath.Join(dir, "search"), InTree: true}},
		{outside, Hooks{Folder: outside, Shared: true}},
		{"../hooks", Hooks{Folder: filepath.Join(filepath.Dir(dir), "hooks"), Shared: true}},
	} {
		if test.path != "" {
			do(t, dir, "config core.hooksPath "+test.path+"\n")
		}
		got, err := open(t, filepath.Join(dir, "search")).Hooks(t.Context())
		check(t, err)
		if got != test.want {
			t.Errorf("%q: got %+v, want %+v", test.path, got, test.want)
		}
	}
}
