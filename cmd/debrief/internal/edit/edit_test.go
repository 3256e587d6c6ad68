package edit

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAfterLine(t *testing.T) {
	for _, c := range []struct {
		name, text string
		line       int
		added      string
		want       string
	}{
		{"in the middle", "a\nb\nc\n", 2, "x: 1", "a\nb\nx: 1\nc\n"},
		{"Windows line ends", "a\r\nb\r\n", 1, "x\ny", "a\r\nx\r\ny\r\nb\r\n"},
		{"no last line end", "a\nb", 2, "x", "a\nb\nx\n"},
		{"a line that is not there", "a\n", 9, "x", "a\nx\n"},
		{"a byte-order mark", "\uFEFFa\nb\n", 1, "x", "\uFEFFa\nx\nb\n"},
		{"at the end of a list", "- a\n", 0, "- b", "- a\n- b\n"},
		{"below the last item's text", "- a\n  more\n", 0, "- b", "- a\n  more\n- b\n"},
		{"a list after prose", "a\n", 0, "- b", "a\n\n- b\n"},
		{"a heading", "- a\n", 0, "## Log\n\n- b", "- a\n\n## Log\n\n- b\n"},
		{"a heading after an empty line", "- a\n\n", 0, "## Log", "- a\n\n## Log\n"},
		{"a heading in the middle", "a\r\n\r\n## B\r\n", 1, "## Log", "a\r\n\r\n## Log\r\n\r\n## B\r\n"},
		{"a heading below an empty line", "a\n\n## B\n", 2, "## Log", "a\n\n## Log\n## B\n"},
		{"an empty note", "", 0, "- b", "- b\n"},
	} {
		if got := AfterLine(c.text, c.line, c.added); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// FuzzAfterLine holds an addition to adding: take the new lines out, and the
// old text is there byte for byte.
func FuzzAfterLine(f *testing.F) {
	f.Add("---\r\na: 1\r\n---\r\ntext", 2, "x: 1")
	f.Add("- a\n", 0, "- b\n- c")
	f.Fuzz(func(t *testing.T, text string, line int, added string) {
		if line < 0 || line > 1000 {
			t.Skip()
		}
		got := AfterLine(text, line, added)
		at := len(text)
		if line > 0 {
			at = endOf(text, line)
		}
		if !strings.HasPrefix(got, text[:at]) || !strings.HasSuffix(got, text[at:]) || len(got) < len(text)+len(added) {
			t.Errorf("%q with %q below line %d became %q", text, added, line, got)
		}
	})
}

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.md")
	check(t, os.WriteFile(file, []byte("a\n"), 0o640))
	note, err := Read(file, "a.md")
	check(t, err)
	fresh, err := Read(filepath.Join(dir, "deep", "b.md"), "deep/b.md")
	check(t, err)
	change, creation := note.Change("a\nb\n"), fresh.Change("new\n")
	if want := "--- a/a.md\n+++ b/a.md\n@@ -1,1 +1,2 @@\n a\n+b\n"; change.Diff() != want {
		t.Errorf("got %s, want %s", change.Diff(), want)
	}
	check(t, Write(change, creation))
	for name, want := range map[string]string{"a.md": "a\nb\n", "deep/b.md": "new\n"} {
		if text, err := os.ReadFile(filepath.Join(dir, name)); string(text) != want || err != nil {
			t.Errorf("%s holds %q, %v", name, text, err)
		}
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("the mode is %v, %v", info.Mode(), err)
	}
	// What was read is no longer there: nothing is written, not even the other.
	other, err := Read(filepath.Join(dir, "c.md"), "c.md")
	check(t, err)
	if err := Write(other.Change("c\n"), note.Change("late\n")); !errors.Is(err, ErrChanged) {
		t.Errorf("got %v, want ErrChanged", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "c.md")); err == nil {
		t.Error("the other one was written all the same")
	}
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
