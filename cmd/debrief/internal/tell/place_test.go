package tell

import (
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestStateFolder looks where each system keeps such files.
func TestStateFolder(t *testing.T) {
	home, other := t.TempDir(), t.TempDir()
	var want string
	switch runtime.GOOS {
	case "darwin":
		want = filepath.Join(home, "Library", "Application Support", "debrief")
	case "windows":
		want = filepath.Join(home, "AppData", "Local", "debrief")
	default:
		want = filepath.Join(home, ".local", "state", "debrief")
	}
	tests := []struct{ name, state, want string }{
		{"by default", "", want},
		{"XDG_STATE_HOME", other, filepath.Join(other, "debrief")},
		{"relative, which does not count", "state", want},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			env := map[string]string{"HOME": home, "USERPROFILE": home, "XDG_STATE_HOME": test.state}
			file, err := memoryFile("/j", func(name string) string { return env[name] })
			if err != nil || filepath.Dir(file) != test.want || !strings.HasPrefix(filepath.Base(file), "told-") {
				t.Errorf("%s, %v; want a file in %s", file, err, test.want)
			}
		})
	}
}
