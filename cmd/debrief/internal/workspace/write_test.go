package workspace

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
)

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// noTemporary asserts that a folder holds nothing a failed write left behind.
func noTemporary(t *testing.T, dir string) {
	t.Helper()
	if left, _ := filepath.Glob(filepath.Join(dir, ".debrief-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestWriteFile(t *testing.T) {
	dir := lay(t, nil)
	name := filepath.Join(dir, "report.md")
	for _, step := range []struct {
		content string
		changed bool
	}{{"one", true}, {"one", false}, {"two", true}, {"", true}, {"", false}, {"three\n", true}} {
		changed, err := WriteFile(name, []byte(step.content))
		if err != nil || changed != step.changed {
			t.Errorf("%q: %v, %v", step.content, changed, err)
		}
		if got := read(t, name); got != step.content {
			t.Errorf("%q, want %q", got, step.content)
		}
	}
	noTemporary(t, dir)
}

func TestWriteFileLeavesTheSameAlone(t *testing.T) {
	dir := lay(t, map[string]string{"a.md": "same"})
	name := filepath.Join(dir, "a.md")
	long := time.Date(2026, 11, 18, 19, 30, 0, 0, time.UTC)
	if err := os.Chtimes(name, long, long); err != nil {
		t.Fatal(err)
	}
	if _, err := WriteFile(name, []byte("same")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(name); err != nil || !info.ModTime().Equal(long) {
		t.Errorf("touched: %v, %v", info.ModTime(), err)
	}
}

func TestWriteFileMode(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no modes here")
	}
	dir := lay(t, map[string]string{"old.md": "a", "plain.md": ""})
	old, fresh := filepath.Join(dir, "old.md"), filepath.Join(dir, "new.md")
	if err := os.Chmod(old, 0o640); err != nil {
		t.Fatal(err)
	}
	mode := func(name string) fs.FileMode {
		if _, err := WriteFile(name, []byte("b")); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		return info.Mode()
	}
	if got := mode(old); got != 0o640 {
		t.Errorf("an existing file: %v", got)
	}
	plain, err := os.Stat(filepath.Join(dir, "plain.md")) // 0644 less the umask
	if err != nil {
		t.Fatal(err)
	}
	if got := mode(fresh); got != plain.Mode() {
		t.Errorf("a new file: %v, want %v", got, plain.Mode())
	}
}

func TestWriteFileThroughLinks(t *testing.T) {
	dir := lay(t, map[string]string{"real/sub/old.md": "a"})
	at := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	symlink(t, "old.md", at("real/sub/b.md"))
	symlink(t, at("real/sub/b.md"), at("a.md"))
	symlink(t, "../new.md", at("real/sub/dangling.md"))
	symlink(t, "real/sub", at("way"))
	symlink(t, "circle.md", at("circle.md"))
	if _, err := WriteFile(at("a.md"), []byte("c")); err != nil || read(t, at("real/sub/old.md")) != "c" {
		t.Error(err)
	}
	if info, err := os.Lstat(at("a.md")); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v, %v", info, err)
	}
	if _, err := WriteFile(at("way/dangling.md"), []byte("d")); err != nil || read(t, at("real/new.md")) != "d" {
		t.Error(err)
	}
	if _, err := WriteFile(at("circle.md"), nil); err == nil {
		t.Error("no error for a link to itself")
	}
	noTemporary(t, at("real/sub"))
}

func TestWriteFileFails(t *testing.T) {
	dir := lay(t, map[string]string{"folder/a.md": "a", "file": "b"})
	t.Chdir(dir)
	tests := map[string]string{
		"folder":      "cannot write folder: it is a folder",
		"gone/a.md":   "cannot write gone/a.md: ",
		"file/a.md":   "cannot write file/a.md: ",
		"folder/\x00": "cannot write folder/\x00: ",
	}
	for name, want := range tests {
		if changed, err := WriteFile(name, []byte("c")); changed || err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, %v", name, changed, err)
		}
	}
	noTemporary(t, dir)
	noTemporary(t, "folder")
}

// TestReplaceFails lets the last step fail, as it does where another program
// holds the file on Windows.
func TestReplaceFails(t *testing.T) {
	dir := lay(t, map[string]string{"taken/a.md": "a"})
	if err := replace(filepath.Join(dir, "taken"), []byte("b"), 0o644, true); err == nil {
		t.Error("a file took a folder's place")
	}
	if read(t, filepath.Join(dir, "taken", "a.md")) != "a" {
		t.Error("the old content is gone")
	}
	noTemporary(t, dir)
}

func TestWriteFileToDevice(t *testing.T) {
	before, err := os.Stat(os.DevNull)
	if err != nil || before.Mode().IsRegular() {
		t.Skip("no device to write to")
	}
	if _, err := WriteFile(os.DevNull, []byte("a")); err != nil {
		t.Error(err)
	}
	if after, err := os.Stat(os.DevNull); err != nil || after.Mode() != before.Mode() {
		t.Errorf("%v became %v", before.Mode(), after.Mode())
	}
}

func TestWriteFileIsNeverHalf(t *testing.T) {
	name := filepath.Join(lay(t, nil), "a.md")
	long, short := strings.Repeat("long\n", 10_000), "short\n"
	var writers sync.WaitGroup
	for range 4 {
		writers.Go(func() {
			for i := range 20 {
				content := []string{long, short}[i%2]
				if _, err := WriteFile(name, []byte(content)); err != nil {
					t.Error(err)
				}
				if got, err := os.ReadFile(name); err != nil || string(got) != long && string(got) != short {
					t.Errorf("%d bytes, %v", len(got), err)
				}
			}
		})
	}
	writers.Wait()
	noTemporary(t, filepath.Dir(name))
}

// TestWriteProgram holds that a new file may be run, and that one which was
// there keeps its mode.
func TestWriteProgram(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no modes there")
	}
	name := filepath.Join(lay(t, nil), "hook")
	for _, step := range []struct {
		text string
		mode fs.FileMode
	}{{"one", 0o755}, {"two", 0o640}} {
		if step.text != "one" {
			if err := os.Chmod(name, step.mode); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := WriteProgram(name, []byte(step.text)); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		// The umask may take more away, but not the right to run it.
		if mode := info.Mode().Perm(); mode&0o100 != step.mode&0o100 || mode&^step.mode != 0 || read(t, name) != step.text {
			t.Errorf("%s: mode %v, want %v", step.text, mode, step.mode)
		}
	}
}
