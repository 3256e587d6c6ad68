// Command debrief reads a folder of Markdown notes about a job search and says
// what is still owed after the interviews in it: thank-you notes, references
// to tell, evaluations to write down, a search to keep going.
//
// Run it in the journal's folder, or name the folder:
//
//	debrief ~/search
//	debrief report ~/search --urgency overdue
//	debrief check --format github
//
// It only reads, except for the files that -o names. `debrief help` lists the
// verbs; docs/debrief.1 is the manual page.
package main

import (
	"bufio"
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"
)

// gcPercent lets the heap grow to five times what is live before it is
// collected. A journal of 10,000 notes keeps 32 MB alive and ends soon after:
// this saves a quarter of its processor time for 80 MB more at the peak.
const gcPercent = 400

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// The first signal asks to end; giving the signals back lets a second one
	// end the process whatever it is doing.
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr, time.Now, os.Getenv))
}

// program is what a verb may touch of the outside world besides the journal
// and the files it is told to write.
type program struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	now            func() time.Time
	// steady is the clock that spans are measured by, which nobody can set; nil
	// stands for now, where that has a monotonic reading.
	steady func() time.Time
	env    func(string) string
	// quiet is --quiet: remarks are kept back, errors are not.
	quiet bool
	// answers is standard input once somebody was asked something.
	answers *bufio.Reader
	// helpFailed is what went wrong while --help was printed: the flag has no
	// way to return it.
	helpFailed error
}

// run is the whole program but for the process around it. It returns the exit
// status: 0 fine, 1 findings, 2 wrong usage, 3 could not do it.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer, now func() time.Time, env func(string) string) int {
	p := &program{stdin: stdin, stdout: stdout, stderr: stderr, now: now, env: env}
	root := newRoot(p)
	root.SetArgs(args)
	if completing(args) {
		completesFlags(root)
	}
	return p.finish(errors.Join(root.ExecuteContext(ctx), p.helpFailed))
}
