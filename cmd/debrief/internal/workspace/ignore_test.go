package workspace

import (
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// shownIn lists every note of a journal that its FS shows.
func shownIn(t *testing.T, dir string) []string {
	t.Helper()
	w, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	shown := []string{}
	err = fs.WalkDir(w.FS(), ".", func(name string, e fs.DirEntry, err error) error {
		if e.IsDir() && e.Name() == ".git" {
			return fs.SkipDir
		}
		if strings.HasSuffix(name, ".md") && !e.IsDir() {
			shown = append(shown, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return shown
}

func TestIgnore(t *testing.T) {
	tests := []struct {
		name  string
		files map[string]string
		want  string // the notes shown, separated by spaces
	}{
		{"no ignore file", map[string]string{"a.md": "", "b/c.md": ""}, "a.md b/c.md"},
		{"outside a repository", map[string]string{".gitignore": "a.md", "a.md": "", "b/a.md": "", "c.md": ""}, "c.md"},
		{"debriefignore brings back", map[string]string{
			".gitignore": "private/", ".debriefignore": "!private/\ntodo.md", "private/a.md": "", "todo.md": "",
		}, "private/a.md"},
		{"debriefignore wins over a deeper gitignore", map[string]string{
			".debriefignore": "*.md", "a/.gitignore": "!b.md", "a/b.md": "", "c/.debriefignore": "!d.md", "c/d.md": "",
		}, "c/d.md"},
		{"a character, where git counts bytes", map[string]string{".gitignore": "?.md", "é.md": "", "ab.md": ""}, "ab.md"},
		{"a folder named like an ignore file", map[string]string{".gitignore/a.md": "", "b.md": ""}, ".gitignore/a.md b.md"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, strings.Join(shownIn(t, lay(t, test.files)), " ")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestIgnoreAroundTheJournal(t *testing.T) {
	files := map[string]string{
		"repo/.git/info/exclude": "excluded.md\n",
		"repo/journal/a.md":      "", "repo/journal/b.md": "", "repo/journal/excluded.md": "", "repo/journal/sub/c.md": "",
	}
	tests := []struct{ name, ignore, want string }{
		{"by name", "b.md", "a.md sub/c.md"},
		{"by path", "/journal/sub/", "a.md b.md"},
		{"what is above the repository is not asked", "", "a.md b.md sub/c.md"},
		{"a journal that git ignores", "journal/", "a.md b.md excluded.md sub/c.md"},
		{"a repository that ignores everything", "*\n!.gitignore", "a.md b.md excluded.md sub/c.md"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			files := maps.Clone(files)
			files["repo/.gitignore"] = test.ignore
			files[".gitignore"] = "a.md"
			root := lay(t, files)
			got := strings.Join(shownIn(t, filepath.Join(root, "repo", "journal")), " ")
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestIgnoreAsGitDoes asks git itself what it would hide.
func TestIgnoreAsGitDoes(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip(err)
	}
	names := []string{
		"a.md", "b.md", "a b.md", "#a.md", "!a.md", "{a,b}.md", "[a].md", "x/a.md", "x/b.md", "x/y/a.md", "x/y/z/b.md",
		"foo/a.md", "foo/bar/a.md", "x/foo/a.md", "x/foo/bar/b.md", "trail .md", "A.md", "a1.md", "keep/me.md", "keep/not.md", ".dot.md",
	}
	patterns := []string{
		"a.md", "/a.md", "x/a.md", "x/", "/x/", "x/*", "x/**", "**/a.md", "x/**/b.md", "**/foo", "foo/", "foo/bar", "/foo/*\n!/foo/bar",
		"*", "*\n!*/\n!b.md", "*.md\n!a.md", "*.md\n!/a.md", "# a.md", "\\#a.md", "\\!a.md", "!a.md", "a\\ b.md", "a b.md   ", "trail\\ .md",
		"{a,b}.md", "\\{a,b\\}.md", "[ab].md", "[!a].md", "[^a].md", "\\[a\\].md", "[a-c]?.md", "a[[:digit:]].md", "[[:upper:]].md", "?.md",
		"**", "/**", "x**", "x/**/", "**/", "/", "//", "[", "[a", "a.md/", "\r", "a.md\r\nb.md\r\n", "keep/*\n!keep/me.md", "keep/\n!keep/me.md",
		".*", "fo*/a.md", "f**r/a.md", "x/f*", "*/a.md", "*a*", "\ufeffa.md", "x/y/z", "x/*/z", "x/**/z", "z/", "\\a.md", "a.md\\",
	}
	files := map[string]string{}
	for _, name := range names {
		files[name] = ""
	}
	root := lay(t, files)
	git(t, root, "init", "-q")
	for _, deeper := range []string{"", "!a.md\n", "/b.md\nbar/\n"} {
		for _, text := range patterns {
			for file, content := range map[string]string{".gitignore": text, "x/.gitignore": deeper} {
				if err := os.WriteFile(filepath.Join(root, file), []byte(content), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want := strings.Split(git(t, root, "ls-files", "-z", "--others", "--exclude-standard", "--", "*.md"), "\x00")
			want = slices.DeleteFunc(want, func(name string) bool { return name == "" })
			slices.Sort(want)
			got := shownIn(t, root)
			slices.Sort(got)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%q, in x %q: %s", text, deeper, diff)
			}
		}
	}
}

func git(t *testing.T, dir string, args ...string) string {
	t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1", "LC_ALL=C")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("git %v: %v", args, err)
	}
	return string(out)
}
