package watch

import (
	"os"
	"path/filepath"
	"testing"
)

// TestRemoveSwapped gives up the watch of a name that came to stand for a
// folder which is watched under another name.
func TestRemoveSwapped(t *testing.T) {
	base := t.TempDir()
	at := func(name string) string { return filepath.Join(base, name) }
	n, err := openNotifier()
	if err != nil {
		t.Fatal(err)
	}
	defer n.Close()
	for _, name := range []string{"a", "b"} {
		if err := os.Mkdir(at(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(name, at("to-"+name)); err != nil {
			t.Skip("no links here:", err)
		}
		if err := n.Add(at("to-" + name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Remove(at("to-a")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("b", at("to-a")); err != nil {
		t.Fatal(err)
	}
	if err := n.Add(at("to-a")); err != nil {
		t.Fatal(err)
	}
	_ = n.Remove(at("to-a")) // whatever it says, it must not panic
	if err := n.Add(at("to-a")); err != nil {
		t.Error(err)
	}
}
