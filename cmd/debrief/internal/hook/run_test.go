//go:build unix

package hook

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// dialects are the shells that the lines have to run in, and how each is made
// as strict as scripts make it.
var dialects = map[string]string{
	"sh": "set -eu", "bash": "set -euo pipefail; set -C", "dash": "set -eu", "busybox sh": "set -eu",
	"zsh": "setopt errexit nounset noclobber", "ksh": "set -eu", "mksh": "set -eu",
}

// A desk is a work tree with a debrief that ends with a status of the test's
// choice.
type desk struct {
	t       *testing.T
	dir     string // the top of the work tree
	program string
}

// newDesk makes one whose journal is in a folder with an awkward name.
func newDesk(t *testing.T, journal string) desk {
	t.Helper()
	dir := t.TempDir()
	d := desk{t, filepath.Join(dir, "top"), filepath.Join(dir, "it's here", "debrief")}
	for _, folder := range []string{filepath.Join(d.dir, journal), filepath.Dir(d.program)} {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	d.write(d.program, "#!/bin/sh\nprintf '%s.' \"$@\" \"$PWD\" >&2\necho 'a finding'\nexit ${CODE:-0}\n")
	return d
}

func (d desk) write(name, text string) {
	d.t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o755); err != nil {
		d.t.Fatal(err)
	}
}

// run runs a hook with a shell and returns its exit status, what it printed and
// what it said on standard error.
func (d desk) run(shell string, script []byte, environ ...string) (status int, stdout, stderr string) {
	d.t.Helper()
	name := filepath.Join(filepath.Dir(d.dir), "pre-commit")
	d.write(name, string(script))
	words := append(strings.Fields(shell), name)
	cmd := exec.Command(words[0], words[1:]...)
	cmd.Dir = d.dir
	cmd.Env = append([]string{"PATH=/usr/bin:/bin", "PWD=" + d.dir}, environ...)
	var said strings.Builder
	cmd.Stderr = &said
	out, err := cmd.Output()
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		return exit.ExitCode(), string(out), said.String()
	}
	if err != nil {
		d.t.Fatal(err)
	}
	return 0, string(out), said.String()
}

// TestLinesRun runs the lines in every shell, inside of a strict script that
// goes on below them: only findings end it.
func TestLinesRun(t *testing.T) {
	for shell, strict := range dialects {
		t.Run(shell, func(t *testing.T) {
			t.Parallel()
			if _, err := exec.LookPath(strings.Fields(shell)[0]); err != nil {
				if os.Getenv("CI") != "" {
					t.Fatal(err)
				}
				t.Skip(err)
			}
			const journal = "our 'search' $HOME\\"
			d := newDesk(t, journal)
			block := Block{Journal: journal, Program: d.program}
			script := func(b Block) []byte {
				with := install(t, []byte("#!/bin/sh\necho went on $- ${code-unset}\n"), b, Added)
				return []byte(strings.Replace(string(with), "#!/bin/sh\n", "#!/bin/sh\n"+strict+"\n", 1))
			}
			called := fmt.Sprintf("--quiet.check.--staged../%s.%s.a finding\n", journal, d.dir)
			for code, said := range map[int]string{
				0:   "",
				1:   "debrief: not committed yet: mend the lines above, or commit as it is with\n  git commit --no-verify\n",
				2:   "debrief: no note was checked; the commit goes on\n",
				3:   "debrief: no note was checked; the commit goes on\n",
				137: "debrief: no note was checked; the commit goes on\n",
			} {
				status, stdout, stderr := d.run(shell, script(block), fmt.Sprint("CODE=", code))
				if stderr != called+said || (status == 1) != (code == 1) {
					t.Errorf("%d: ended with %d and said %q", code, status, stderr)
				}
				if goesOn := strings.HasPrefix(stdout, "went on "); goesOn != (code != 1) || goesOn && !strings.HasSuffix(stdout, " unset\n") {
					t.Errorf("%d: printed %q", code, stdout)
				}
			}
			d.quietly(shell, script(Block{Journal: journal, Program: "/nowhere/debrief"}), "debrief: the program was not found, so no note was checked\n")
			d.quietly(shell, script(Block{Journal: journal}), "debrief: the program was not found, so no note was checked\n")
			d.quietly(shell, script(Block{Journal: "gone", Program: d.program}), "debrief: there is no folder ./gone here, so no note was checked\n")
			// In another repository there is nothing to say, in this one there is.
			shared := Block{Journal: journal, Program: d.program, Search: "Search.md"}
			d.quietly(shell, script(shared), "")
			d.write(filepath.Join(d.dir, journal, "Search.md"), "")
			d.quietly(shell, script(shared), called)
			// The debrief of PATH goes before the one that wrote the lines.
			d.quietly(shell, script(Block{Journal: journal, Program: "/nowhere/debrief"}), called,
				"PATH="+filepath.Dir(d.program)+":/usr/bin:/bin")
		})
	}
}

// quietly holds that a commit goes on, and what is said.
func (d desk) quietly(shell string, script []byte, want string, environ ...string) {
	d.t.Helper()
	status, stdout, stderr := d.run(shell, script, environ...)
	if status != 0 || stderr != want || !strings.HasPrefix(stdout, "went on ") {
		d.t.Errorf("ended with %d and said %q, printed %q; want %q", status, stderr, stdout, want)
	}
}
