//go:build unix

package screen

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// A tmux is a terminal with a shell in it, of its own server.
type tmux struct {
	t      *testing.T
	socket string
}

// openTmux starts a shell in a window of 80×24. It needs the program tmux.
func openTmux(t *testing.T) *tmux {
	t.Helper()
	if _, err := exec.LookPath("tmux"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	dir, err := os.MkdirTemp("", "tmux") // t.TempDir may be too long for a socket
	if err != nil {
		t.Fatal(err)
	}
	m := &tmux{t, filepath.Join(dir, "socket")}
	t.Cleanup(func() {
		m.run("kill-server")
		os.RemoveAll(dir)
	})
	m.run("new-session", "-d", "-x", "80", "-y", "24",
		"env", "PS1=shell> ", "ENV=", helperEnv+"=1", "LC_ALL=C.UTF-8", "sh", "-i")
	m.await("shell>")
	return m
}

func (m *tmux) run(args ...string) string {
	m.t.Helper()
	cmd := exec.Command("tmux", append([]string{"-u", "-f", os.DevNull, "-S", m.socket}, args...)...)
	// A server inside another one would be refused.
	cmd.Env = append(os.Environ(), "TMUX=")
	out, err := cmd.CombinedOutput()
	if err != nil {
		m.t.Errorf("tmux %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

// enter types a command.
func (m *tmux) enter(command string) {
	m.t.Helper()
	m.run("send-keys", "-l", command)
	m.run("send-keys", "Enter")
}

// launch runs the test program as the one that shows a page.
func (m *tmux) launch() {
	m.t.Helper()
	self, err := os.Executable()
	if err != nil {
		m.t.Fatal(err)
	}
	m.enter("'" + self + "'")
	m.await("lines 1–23 of 61")
}

// await waits until the window shows a text, and returns all that it shows.
func (m *tmux) await(text string) string {
	m.t.Helper()
	var shown string
	defer func() {
		if m.t.Failed() {
			m.t.Logf("it shows\n%s", shown)
		}
	}()
	eventually(m.t, "the window shows "+text, func() bool {
		shown = m.run("capture-pane", "-p")
		return strings.Contains(shown, text)
	})
	return shown
}

// ours says whether the window shows a page, as opposed to the shell.
func (m *tmux) ours(want bool) {
	m.t.Helper()
	state := map[bool]string{true: "1 0", false: "0 1"}[want]
	var got string
	eventually(m.t, "alternate screen and cursor are "+state, func() bool {
		got = strings.TrimSpace(m.run("display-message", "-p", "#{alternate_on} #{cursor_flag}"))
		return got == state
	})
}

func TestTmuxShowsAndRestores(t *testing.T) {
	m := openTmux(t)
	m.enter("echo earlier")
	m.await("\nearlier")
	m.launch()
	m.ours(true)
	if shown := m.await("a window of 80×24"); strings.Contains(shown, "earlier") {
		t.Errorf("the shell shows through:\n%s", shown)
	}
	m.run("resize-window", "-x", "40", "-y", "12")
	shown := m.await("a window of 40×12")
	if want := "read 1 times            lines 1–11 of 61"; !strings.HasSuffix(shown, "line 10\n"+want+"\n") {
		t.Errorf("the end is not %q:\n%s", want, shown)
	}
	m.run("send-keys", "NPage")
	m.await("lines 11–21 of 61")
	m.run("send-keys", "Home")
	m.await("lines 1–11 of 61")
	m.run("send-keys", "C-l")
	m.await("read 2 times")
	m.run("send-keys", "q")
	m.await("ended well\nshell>")
	m.ours(false)
	if shown := m.await("earlier"); strings.Contains(shown, "a window of") {
		t.Errorf("the page is still there:\n%s", shown)
	}
	m.enter("echo $((40+2))") // typed and seen as ever
	m.await("echo $((40+2))\n42")
}

func TestTmuxSuspends(t *testing.T) {
	m := openTmux(t)
	m.launch()
	for range 2 {
		m.run("send-keys", "C-z")
		m.ours(false)
		m.enter("echo between$((1+1))")
		m.await("between2")
		m.enter("fg")
		m.await("lines 1–23 of 61")
		m.ours(true)
	}
	m.run("send-keys", "j")
	m.await("lines 2–24 of 61")
	m.run("send-keys", "q")
	m.await("ended well\nshell>")
	m.ours(false)
}

// TestTmuxInBackground says that the shell keeps the terminal while the program
// runs in the background, and that it can be ended there.
func TestTmuxInBackground(t *testing.T) {
	m := openTmux(t)
	m.launch()
	m.run("send-keys", "C-z")
	m.ours(false)
	m.enter("bg; sleep 1; echo between$((1+1))")
	m.await("between2")
	m.ours(false)
	m.enter("fg")
	m.await("lines 1–23 of 61")
	m.ours(true)
	m.run("send-keys", "C-z")
	m.ours(false)
	m.enter("clear; kill %1; fg")
	m.await("ended well\nshell>")
	m.ours(false)
}

func TestTmuxSignals(t *testing.T) {
	m := openTmux(t)
	for _, signal := range []unix.Signal{unix.SIGTERM, unix.SIGSTOP} {
		m.enter("clear")
		m.launch()
		_, shown, _ := strings.Cut(m.await("process"), "process")
		var pid int
		if _, err := fmt.Sscan(shown, &pid); err != nil {
			t.Fatal(err)
		}
		if err := unix.Kill(pid, signal); err != nil {
			t.Fatal(err)
		}
		if signal == unix.SIGSTOP {
			m.await("shell>") // into the page
			// Not every shell sets the terminal's modes after that, so Enter may
			// not end a line.
			m.run("send-keys", "fg", "C-j")
			eventually(t, "the page is whole again", func() bool {
				return !strings.Contains(m.run("capture-pane", "-p"), "shell>")
			})
			m.run("send-keys", "G")
			m.await("lines 39–61 of 61")
			m.run("send-keys", "q")
		}
		m.await("ended well\nshell>")
		m.ours(false)
		m.enter("stty -a | tr ' ' '\\n' | grep -x -e icanon -e -icanon -e isig -e -isig")
		m.await("isig\nicanon\n")
	}
}
