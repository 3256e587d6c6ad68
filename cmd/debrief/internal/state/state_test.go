package state

import (
	"errors"
	"path/filepath"
	"runtime"
	"testing"
)

// TestStateFolder looks where each system keeps such files.
func TestFolder(t *testing.T) {
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
			got, err := Folder(func(name string) string { return env[name] })
			if err != nil || got != test.want {
				t.Errorf("got %s, %v; want %s", got, err, test.want)
			}
		})
	}
}

func TestNoHome(t *testing.T) {
	if got, err := Folder(func(string) string { return "" }); !errors.Is(err, ErrNoHome) {
		t.Errorf("got %q, %v", got, err)
	}
}
