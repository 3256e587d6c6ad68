package workspace

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// lay writes files below a new folder and returns the folder, free of links. A
// name that ends in / is an empty folder.
func lay(t *testing.T, files map[string]string) string {
	t.Helper()
	root, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		at := filepath.Join(root, filepath.FromSlash(name))
		dir := filepath.Dir(at)
		if strings.HasSuffix(name, "/") {
			dir = at
		}
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		if dir == at {
			continue
		}
		if err := os.WriteFile(at, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func symlink(t *testing.T, to, at string) {
	t.Helper()
	if err := os.Symlink(to, at); err != nil {
		t.Skip("no links here:", err)
	}
}

func TestOpen(t *testing.T) {
	root := lay(t, map[string]string{"journal/search.md": "", "file": ""})
	journal := filepath.Join(root, "journal")
	t.Chdir(root)
	for _, dir := range []string{journal, "journal", "./journal/"} {
		w, err := Open(dir)
		if err != nil || w.Root() != journal {
			t.Errorf("%s: %v, %v", dir, w, err)
		}
	}
	symlink(t, "journal", "alias")
	if w, err := Open("alias"); err != nil || w.Root() != journal {
		t.Errorf("%v, %v", w, err)
	}
}

func TestOpenNoJournal(t *testing.T) {
	t.Chdir(lay(t, map[string]string{"file": ""}))
	if _, err := Open("file"); err == nil || err.Error() != "cannot read journal file: not a folder" {
		t.Error(err)
	}
	_, err := Open("gone")
	if !errors.Is(err, fs.ErrNotExist) || !strings.HasPrefix(err.Error(), "cannot read journal gone: ") {
		t.Error(err)
	}
}

func TestFS(t *testing.T) {
	root := lay(t, map[string]string{
		".gitignore": "*.pdf\n/drafts/\n", "search.md": "a", "cv.pdf": "b", "drafts/x.md": "c",
		"acme/drafts/y.md": "d", "acme/1.md": "e", "acme/1.pdf": "f",
	})
	w, err := Open(root)
	if err != nil {
		t.Fatal(err)
	}
	if err := fstest.TestFS(w.FS(), ".gitignore", "search.md", "acme/1.md", "acme/drafts/y.md"); err != nil {
		t.Error(err)
	}
	if _, err := fs.Stat(w.FS(), "cv.pdf"); err != nil {
		t.Error("a hidden file does not open by name:", err)
	}
}

func TestFSListsInBatches(t *testing.T) {
	root := lay(t, map[string]string{".gitignore": "*.pdf", "a.pdf": "", "b.pdf": "", "c.pdf": "", "d.md": "", "e.pdf": ""})
	w, err := Open(root)
	if err != nil {
		t.Fatal(err)
	}
	f, err := w.FS().Open(".")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	seen := map[string]bool{}
	for {
		entries, err := f.(fs.ReadDirFile).ReadDir(1)
		if err != nil {
			break
		}
		seen[entries[0].Name()] = true
	}
	if len(seen) != 2 || !seen["d.md"] || !seen[".gitignore"] {
		t.Error(seen)
	}
}

func TestReadLink(t *testing.T) {
	root := lay(t, map[string]string{"journal/a/note.md": "", "other.md": "", "journal/search.md": ""})
	journal := filepath.Join(root, "journal")
	tests := map[string]struct{ to, want string }{
		"a/same.md":     {"note.md", "note.md"},
		"a/up.md":       {"../search.md", "../search.md"},
		"a/absolute.md": {filepath.Join(journal, "search.md"), "../search.md"},
		"dangling.md":   {filepath.Join(journal, "gone.md"), "gone.md"},
		"around.md":     {"../journal/search.md", "search.md"},
		"alias.md":      {filepath.Join(root, "alias", "a", "note.md"), "a/note.md"},
		"out.md":        {"../other.md", "../other.md"},
		"far.md":        {"/etc/hosts", "/etc/hosts"},
	}
	symlink(t, "journal", filepath.Join(root, "alias"))
	w, err := Open(journal)
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range tests {
		symlink(t, test.to, filepath.Join(journal, filepath.FromSlash(name)))
		if got, err := fs.ReadLink(w.FS(), name); err != nil || got != test.want {
			t.Errorf("%s: %q, %v, want %q", name, got, err, test.want)
		}
	}
}

func TestFind(t *testing.T) {
	root := lay(t, map[string]string{
		"home/journal/Search.md": "", "home/journal/acme/deep/": "", "home/other/": "",
		"home/trap/search.md/": "", "home/trap/in/": "",
	})
	none := func(string) string { return "" }
	set := func(name string) string { return map[string]string{"DEBRIEF_JOURNAL": "/elsewhere"}[name] }
	journal := filepath.Join(root, "home", "journal")
	tests := []struct {
		start string
		env   func(string) string
		want  string
	}{
		{"home/journal", none, journal},
		{"home/journal/acme/deep", set, journal},
		{"home/other", none, "."},
		{"home/other", set, "/elsewhere"},
		{"home/trap/in", set, "/elsewhere"},
		{"home/gone", set, "/elsewhere"},
	}
	for _, test := range tests {
		if got := Find(filepath.Join(root, filepath.FromSlash(test.start)), test.env); got != test.want {
			t.Errorf("from %s: %s, want %s", test.start, got, test.want)
		}
	}
	t.Chdir(filepath.Join(journal, "acme"))
	if got := Find(".", none); got != journal {
		t.Errorf("from .: %s", got)
	}
}
