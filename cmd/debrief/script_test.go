package main

import (
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
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
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "eventually": eventuallyMatches},
	})
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
