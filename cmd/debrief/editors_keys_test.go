package main

import (
	"os"
	"path/filepath"
	"testing"
)

// viKeys are those of vi and what descends from it.
func viKeys(command ...string) keys {
	return keys{
		command: command,
		end:     []string{"G"}, before: []string{"o"}, after: []string{"Escape"},
		save: []string{":", "w", "Enter"}, quit: []string{":", "q", "Enter"},
	}
}

// emacsKeys are those of emacs and what descends from it.
func emacsKeys(command ...string) keys {
	return keys{
		command: command,
		end:     []string{"M->"}, after: []string{"Enter"},
		save: []string{"C-x", "C-s"}, quit: []string{"C-x", "C-c"},
	}
}

// terminalEditors returns the editors that need a terminal, as they come, and
// some with the setting that changes how they save.
func terminalEditors() []desk {
	kakoune := viKeys("kak", "-n")
	kakoune.end = []string{"g", "e"}
	replacing := kakoune
	replacing.command = []string{"kak", "-n", "-e", "set-option global writemethod replace"}
	emacs := emacsKeys("emacs", "-nw")
	emacs.unsaved = lockedByEmacs
	var desks []desk
	for _, e := range []struct {
		name string
		keys keys
	}{
		{"vim", viKeys("vim")},
		{"vim, backupcopy=yes", viKeys("vim", "-c", "set backupcopy=yes")},
		{"vim, backup", viKeys("vim", "-c", "set backup")},
		{"neovim", viKeys("nvim")},
		{"busybox vi", viKeys("busybox", "vi")},
		{"vis", viKeys("vis")},
		{"kakoune", kakoune},
		{"kakoune, replace", replacing},
		{"emacs", emacs},
		{"emacs, by copying", emacsKeys("emacs", "-nw", "--eval", "(setq backup-by-copying t)")},
		{"mg", emacsKeys("mg")},
		{"jed", emacsKeys("jed")},
		{"nano", keys{command: []string{"nano"}, before: []string{"M-/"}, save: []string{"C-s"}, quit: []string{"C-x"}}},
		{"micro", keys{command: []string{"micro"}, end: []string{"C-End"}, after: []string{"Enter"}, save: []string{"C-s"}, quit: []string{"C-q"}}},
		{"joe", keys{command: []string{"joe"}, end: []string{"C-k", "v"}, after: []string{"Enter"}, save: []string{"C-k", "d", "Enter"}, quit: []string{"C-k", "q"}}},
		{"ne", keys{command: []string{"ne", "+999"}, after: []string{"Enter"}, save: []string{"C-s"}, quit: []string{"C-q"}}},
		{"mcedit", keys{command: []string{"mcedit"}, end: []string{"C-End"}, after: []string{"Enter"}, save: []string{"F2", "Enter"}, quit: []string{"F10"}}},
	} {
		d := desk{name: e.name, needs: []string{"tmux", e.keys.command[0]}, saver: func() saver { return &typist{keys: e.keys} }}
		desks = append(desks, d)
	}
	return desks
}

// lockedByEmacs holds that emacs has put its lock beside the note, a link to
// nowhere whose name ends as a note's does.
func lockedByEmacs(t *testing.T, note string) {
	t.Helper()
	if _, err := os.Lstat(filepath.Join(filepath.Dir(note), ".#"+filepath.Base(note))); err != nil {
		t.Errorf("no lock: %v", err)
	}
}
