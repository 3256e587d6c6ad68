package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// update rewrites what the tests compare with: scripts, goldens, generated
// documents and the README's transcripts.
var update = flag.Bool("update", false, "rewrite scripts, goldens, documents and transcripts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"debrief": main})
}

// TestScript runs the transcripts of testdata/script against the real program.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("TZ", "Europe/Zurich")
			env.Setenv("XDG_STATE_HOME", filepath.Join(env.WorkDir, ".state"))
			// Git as somebody with no settings of their own; $DEBRIEF is for a
			// script that takes the path away.
			env.Setenv("GIT_CONFIG_NOSYSTEM", "1")
			env.Setenv("GIT_CONFIG_GLOBAL", filepath.Join(env.WorkDir, "gitconfig"))
			program, err := exec.LookPath("debrief")
			env.Setenv("DEBRIEF", program)
			return err
		},
		Condition: toolIsThere,
		Cmds:      map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "eventually": eventuallyMatches},
	})
}

// toolIsThere is the script condition [tool:NAME]: whether a program is
// installed. In CI a missing one fails the script instead of skipping it.
func toolIsThere(condition string) (bool, error) {
	name, ok := strings.CutPrefix(condition, "tool:")
	if !ok {
		return false, fmt.Errorf("unknown condition %q", condition)
	}
	_, err := exec.LookPath(name)
	if err != nil && os.Getenv("CI") != "" {
		return false, err
	}
	return err == nil, nil
}

// exits is the script command `exits STATUS PROGRAM [ARG…]`: it runs a
// program and expects that very exit status.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits STATUS PROGRAM [ARG…]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		exit := (*exec.ExitError)(nil)
		if !errors.As(err, &exit) {
			ts.Fatalf("%s: %v", args[1], err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("%s ended with %d, want %d", args[1], got, want)
	}
}

// eventuallyMatches is the script command `eventually FILE PATTERN`: it waits until a
// line of a file that another program writes matches.
func eventuallyMatches(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: eventually FILE PATTERN")
	}
	pattern, err := regexp.Compile("(?m)" + args[1])
	ts.Check(err)
	var text []byte
	for range scriptPatience / scriptGlance {
		if text, err = os.ReadFile(ts.MkAbs(args[0])); err == nil && pattern.Match(text) {
			return
		}
		<-time.After(scriptGlance)
	}
	ts.Fatalf("%s does not match %q after %v: %v\n%s", args[0], args[1], scriptPatience, err, text)
}

// How long, and how often, a test looks for what another program writes.
const (
	scriptPatience = 30 * time.Second
	scriptGlance   = 10 * time.Millisecond
)
