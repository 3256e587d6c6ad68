package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A typist edits in a terminal: tmux, which answers what programs ask of
// terminals.
type typist struct {
	keys    keys
	session string // the name of tmux's socket
	folder  string // where that is
	note    string
}

// keys are what to press in an editor, as tmux names keys. Each element is
// sent on its own, so that no program takes Escape for the beginning of
// another key.
type keys struct {
	command []string // that opens the editor; the note's name comes last
	ready   string   // shown once it is; by default the note's last line
	end     []string // goes to the end of the note
	before  []string // begins a line there
	after   []string // ends the line
	save    []string
	quit    []string
	// unsaved checks what is beside the note while a change is not saved yet;
	// it may be nil.
	unsaved func(t *testing.T, note string)
}

// tmux runs a command of the terminal.
func (s *typist) tmux(args ...string) (string, error) {
	cmd := exec.Command("tmux", append([]string{"-L", s.session, "-f", os.DevNull}, args...)...)
	cmd.Env = []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + s.folder, "TMUX_TMPDIR=" + s.folder, "LC_ALL=C.UTF-8",
		"XDG_RUNTIME_DIR=" + s.folder, "SHELL=/bin/sh",
	}
	out, err := cmd.CombinedOutput()
	return string(out), err
}

// open starts a command in a new terminal, in a folder.
func (s *typist) open(t *testing.T, folder string, command ...string) {
	t.Helper()
	// Not t.TempDir: the path of a socket must be short.
	home, err := os.MkdirTemp("", "tmux")
	check(t, err)
	s.session, s.folder = "debrief", home
	t.Cleanup(func() {
		_, _ = s.tmux("kill-server") // it ended with the editor
		_ = os.RemoveAll(home)
	})
	out, err := s.tmux(append([]string{"new-session", "-d", "-x", "110", "-y", "40", "-c", folder}, command...)...)
	if err != nil {
		t.Fatalf("tmux: %v: %s", err, out)
	}
}

// screen returns what the terminal shows.
func (s *typist) screen() string {
	out, _ := s.tmux("capture-pane", "-p")
	return out
}

// await waits until the terminal shows a text.
func (s *typist) await(t *testing.T, text string) {
	t.Helper()
	eventually(t, 15*time.Second, func() bool { return strings.Contains(s.screen(), text) },
		func() string { return "no " + text + " on the screen\n" + s.screen() })
}

// press presses keys.
func (s *typist) press(t *testing.T, pressed ...string) {
	t.Helper()
	for _, key := range pressed {
		if out, err := s.tmux("send-keys", "--", key); err != nil {
			t.Fatalf("tmux: %v: %s", err, out)
		}
		if key == "Escape" {
			pause(100 * time.Millisecond)
		}
	}
}

// write types a text and waits until it is shown.
func (s *typist) write(t *testing.T, text string) {
	t.Helper()
	if out, err := s.tmux("send-keys", "-l", "--", text); err != nil {
		t.Fatalf("tmux: %v: %s", err, out)
	}
	s.await(t, text)
}

func (s *typist) begin(t *testing.T, note string) {
	s.note = note
	s.open(t, filepath.Dir(note), append(s.keys.command, filepath.Base(note))...)
	ready := s.keys.ready
	if ready == "" {
		ready = strings.TrimSpace(thanked("Ines Falk"))
	}
	s.await(t, ready)
	pause(200 * time.Millisecond) // some show the note before they take keys
	s.press(t, s.keys.end...)
}

func (s *typist) save(t *testing.T, _, line string) {
	s.press(t, s.keys.before...)
	s.write(t, strings.TrimSpace(line))
	s.press(t, s.keys.after...)
	if s.keys.unsaved != nil {
		s.keys.unsaved(t, s.note)
	}
	s.press(t, s.keys.save...)
}

func (s *typist) end(t *testing.T) {
	s.press(t, s.keys.quit...)
	eventually(t, 5*time.Second, func() bool {
		_, err := s.tmux("has-session")
		return err != nil
	}, func() string { return "the editor is still open\n" + s.screen() })
}
