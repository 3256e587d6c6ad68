package workspace

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"debrief/parser"
)

// TestWalkWorkspace walks a journal as the program does.
func TestWalkWorkspace(t *testing.T) {
	root := lay(t, map[string]string{
		".gitignore": "private/\n", ".debriefignore": "*.draft.md\n", "search.md": "a", "acme/1.draft.md": "b", "private/x.md": "c",
	})
	at := func(name string) string { return filepath.Join(root, filepath.FromSlash(name)) }
	symlink(t, at("search.md"), at("acme/absolute.md"))
	symlink(t, at("private/x.md"), at("acme/private.md"))
	symlink(t, os.TempDir(), at("acme/outside"))
	w, err := Open(root)
	if err != nil {
		t.Fatal(err)
	}
	notes, problems, err := parser.Walk(w.FS())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, n := range notes {
		src, _ := parser.ReadNote(w.FS(), n)
		got = append(got, n.Path+" "+src.Text)
	}
	for _, p := range problems {
		got = append(got, p.Path()+" "+string(p.ID))
	}
	// A link somebody put there on purpose counts for more than the ignore
	// file that hides its target.
	want := []string{"acme/private.md c", "search.md a", "acme/outside link-outside"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
