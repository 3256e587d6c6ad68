//go:build unix

package workspace

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/iotest"
)

// opened opens a file of a journal.
func opened(t *testing.T, root, name string) fs.File {
	t.Helper()
	w, err := Open(root)
	if err != nil {
		t.Fatal(err)
	}
	f, err := w.FS().Open(name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// TestReadWhole reads files whose size and content are apart.
func TestReadWhole(t *testing.T) {
	long := strings.Repeat("0123456789", 1000)
	for _, text := range []string{"", "a", long} {
		root := lay(t, map[string]string{"a.md": text})
		if err := iotest.TestReader(opened(t, root, "a.md"), []byte(text)); err != nil {
			t.Error(err)
		}
		f := opened(t, root, "a.md")
		if err := os.WriteFile(filepath.Join(root, "a.md"), []byte(text+long), 0o600); err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(f); err != nil || string(got) != text+long {
			t.Errorf("a file of %d bytes that grew: %d bytes, %v", len(text), len(got), err)
		}
	}
}

// TestStatBetweenReads asks about a file that is half read.
func TestStatBetweenReads(t *testing.T) {
	f := opened(t, lay(t, map[string]string{"a.md": "abcdef"}), "a.md")
	if _, err := f.Read(make([]byte, 2)); err != nil {
		t.Fatal(err)
	}
	if info, err := f.Stat(); err != nil || info.Size() != 6 || info.Name() != "a.md" {
		t.Error(info, err)
	}
	if got, err := io.ReadAll(f); err != nil || string(got) != "cdef" {
		t.Errorf("%q, %v", got, err)
	}
}

// TestOpenPipe opens a pipe that nobody writes to.
func TestOpenPipe(t *testing.T) {
	root := lay(t, map[string]string{"search.md": ""})
	if err := syscall.Mkfifo(filepath.Join(root, "pipe.md"), 0o600); err != nil {
		t.Skip("no pipes here:", err)
	}
	if got, err := io.ReadAll(opened(t, root, "pipe.md")); err != nil || len(got) > 0 {
		t.Errorf("%q, %v", got, err)
	}
}

// TestOpenFails says what os would say.
func TestOpenFails(t *testing.T) {
	root := lay(t, map[string]string{"search.md": ""})
	w, err := Open(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"gone.md", "search.md/x.md", "a\x00.md", "../search.md"} {
		_, got := w.FS().Open(name)
		_, want := os.DirFS(root).Open(name)
		if got == nil || got.Error() != want.Error() {
			t.Errorf("%q: %v, want %v", name, got, want)
		}
	}
}
