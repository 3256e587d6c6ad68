package git

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// repository makes a repository with what the lines of a script do in it:
// `write PATH TEXT`, or a command of git.
func repository(t *testing.T, script string) string {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	dir := t.TempDir()
	do(t, dir, "init -q -b main\n"+script)
	return dir
}

func do(t *testing.T, dir, script string) {
	t.Helper()
	for line := range strings.Lines(script) {
		words := strings.Fields(line)
		if words[0] == "write" {
			name := filepath.Join(dir, words[1])
			check(t, os.MkdirAll(filepath.Dir(name), 0o755))
			check(t, os.WriteFile(name, []byte(strings.Join(words[2:], "\n")+"\n"), 0o644))
			continue
		}
		cmd := exec.Command("git", words...)
		cmd.Dir = dir
		cmd.Env = append(plain(os.Environ()), "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL="+os.DevNull,
			"GIT_AUTHOR_NAME=Robin", "GIT_AUTHOR_EMAIL=robin@mail.example", "GIT_COMMITTER_NAME=Robin", "GIT_COMMITTER_EMAIL=robin@mail.example",
			"GIT_AUTHOR_DATE=2026-11-18T20:00:00+01:00", "GIT_COMMITTER_DATE=2026-11-18T21:00:00+01:00")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %s: %v\n%s", line, err, out)
		}
	}
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func open(t *testing.T, dir string) *Repository {
	t.Helper()
	r, err := Open(t.Context(), Options{Dir: dir, Environ: os.Environ()})
	check(t, err)
	return r
}

const twoCommits = `write search/a.md one
write search/deep/b.md two
write search/log.txt three
write .gitignore drafts
add .
commit -q -m first
write search/a.md one more
mv search/deep/b.md search/c.md
commit -q -a -m second
`

// TestTreeIsAFileSystem holds a commit's files to what fs.FS asks for.
func TestTreeIsAFileSystem(t *testing.T) {
	dir := repository(t, twoCommits)
	check(t, os.Symlink("a.md", filepath.Join(dir, "search", "link.md")))
	do(t, dir, "add .\ncommit -q -m third\n")
	r := open(t, filepath.Join(dir, "search"))
	if r.Below != "search" || r.Bare || r.Shallow {
		t.Errorf("%+v", r)
	}
	c, err := r.Commit(t.Context(), "HEAD")
	check(t, err)
	s, err := r.Snapshot(t.Context(), c.ID, r.Blobs(t.Context()))
	check(t, err)
	check(t, fstest.TestFS(s.Files, ".gitignore", "search/a.md", "search/c.md", "search/log.txt", "search/link.md"))
	if text, err := s.Files.ReadLink("search/link.md"); text != "a.md" || err != nil {
		t.Errorf("the link leads to %q, %v", text, err)
	}
	if s.Notes != 4 {
		t.Errorf("%d notes", s.Notes)
	}
}

func TestHistory(t *testing.T) {
	r := open(t, filepath.Join(repository(t, twoCommits), "search"))
	c, err := r.Commit(t.Context(), "main")
	check(t, err)
	history, err := r.History(t.Context(), c.ID)
	check(t, err)
	var got []string
	for _, revision := range history {
		for _, change := range revision.Changes {
			verb := "has"
			if change.Removed {
				verb = "lost"
			}
			got = append(got, revision.Subject+" "+verb+" "+change.Entry.Path)
		}
	}
	want := []string{
		"first has .gitignore", "first has search/a.md", "first has search/deep/b.md", "first has search/log.txt",
		"second has search/a.md", "second has search/c.md", "second lost search/deep/b.md",
	}
	if slices.Sort(got); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if at := history[0].Time; !at.Equal(time.Date(2026, time.November, 18, 20, 0, 0, 0, time.UTC)) {
		t.Errorf("committed at %v", at)
	}
}

// TestBlame follows a line through a rename, tells what is not committed, and
// says where the history begins.
func TestBlame(t *testing.T) {
	dir := repository(t, twoCommits)
	do(t, dir, "write search/c.md two new\nwrite search/d.md never\n")
	r := open(t, filepath.Join(dir, "search"))
	seen, err := r.Blame(t.Context(), "", "c.md", []int{1, 2})
	check(t, err)
	if !seen[1].Earlier || seen[1].Commit == "" || seen[2].Commit != "" {
		t.Errorf("%+v", seen)
	}
	if at := seen[1].Time; at.Format(time.RFC3339) != "2026-11-18T20:00:00+01:00" {
		t.Errorf("first seen at %v, which is not when it was written", at)
	}
	seen, err = r.Blame(t.Context(), "HEAD", "a.md", []int{2})
	check(t, err)
	if seen[2].Earlier || seen[2].Commit == "" {
		t.Errorf("%+v", seen)
	}
	seen, err = r.Blame(t.Context(), "", "d.md", []int{1})
	check(t, err)
	if seen[1].Commit != "" {
		t.Errorf("%+v", seen)
	}
}

// TestLargeBlobs reads no more of a file than a note may have.
func TestLargeBlobs(t *testing.T) {
	dir := repository(t, "write small.md here\n")
	check(t, os.WriteFile(filepath.Join(dir, "big.md"), make([]byte, 3*MaxBlob), 0o644))
	do(t, dir, "add .\ncommit -q -m large\n")
	r := open(t, dir)
	s, err := r.Snapshot(t.Context(), "HEAD", r.Blobs(t.Context()))
	check(t, err)
	for name, want := range map[string]int{"big.md": MaxBlob, "small.md": 5} {
		info, err := s.Files.Open(name)
		check(t, err)
		stat, err := info.Stat()
		check(t, err)
		if stat.Size() != int64(want) {
			t.Errorf("%s has %d bytes, want %d", name, stat.Size(), want)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	dir := repository(t, "")
	if _, err := Open(t.Context(), Options{Dir: t.TempDir(), Environ: os.Environ()}); !errors.Is(err, ErrNoRepository) {
		t.Errorf("a plain folder: %v", err)
	}
	if _, err := Open(t.Context(), Options{Dir: filepath.Join(dir, ".git"), Environ: os.Environ()}); !errors.Is(err, ErrNoRepository) {
		t.Errorf("the inside of a repository: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Open(ctx, Options{Dir: dir, Environ: os.Environ()}); !errors.Is(err, context.Canceled) {
		t.Errorf("interrupted: %v", err)
	}
	// The repository of whoever called is not the journal's.
	env := append(os.Environ(), "GIT_DIR="+filepath.Join(t.TempDir(), "none"), "GIT_WORK_TREE=/nowhere")
	if _, err := Open(t.Context(), Options{Dir: dir, Environ: env}); err != nil {
		t.Errorf("with another GIT_DIR: %v", err)
	}
}

// FuzzParse feeds what git prints, and what it never would, to what reads it.
func FuzzParse(f *testing.F) {
	f.Add("commit 97df\t2026-11-27T09:03:15+00:00\tone\x00\n:000000 100644 0000 587b A\x00a.md\x00")
	f.Add("97df 1 1 1\nauthor-time 1795770195\nauthor-tz +0000\nboundary\nfilename a.md\n\ttext\n")
	f.Add("100644 587b 0\ta.md\x00120000 587b 2\tb c.md\x00")
	f.Add("100644 blob 587b\ta.md\x00160000 commit 97df\tsub\x00")
	f.Fuzz(func(t *testing.T, out string) {
		_, _ = parseHistory(out)
		_, _ = parseBlame([]byte(out))
		for _, column := range []int{1, 2} {
			entries, err := parseEntries([]byte(out), column)
			if err == nil {
				_, _ = NewTree(entries, func(Entry) ([]byte, error) { return nil, nil }).ReadDir(".")
			}
		}
	})
}
