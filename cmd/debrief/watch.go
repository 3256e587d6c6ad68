package main

import (
	"context"
	"errors"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"debrief/report/render"
)

const watchHelp = `Keeps the report true while notes change and time passes, until Ctrl-C. Without
-o it shows the report on the terminal: q ends it, r reads every note again, the
arrow keys scroll. With -o it keeps files up to date instead, several at once if
you like: a file is replaced whole, only when the report has changed, and what
somebody else wrote into it meanwhile is first put aside.

A note is read again once it has been quiet for a moment; one that looks half
written stands as it was for two seconds. Where the system gives no word of
changes, as on network disks, debrief looks by itself every 1 to 10 seconds and
says so; --poll asks for that. SIGHUP makes it read every note again.

--exec runs a command whenever the report has changed, with what is new, changed
and cleared as JSON on its standard input. --notify shows what becomes due or
overdue on the desktop, each thing once, and not in the hours that search.md
names as quiet.`

// watchGC is the garbage collector's percentage while watching. A single
// report is soon over and trades memory for time (gcPercent); a watcher stays
// for weeks beside everything else that somebody runs. With 10,000 notes it
// keeps 140 MB resident at 15 percent and 170 MB at 50, for a sixth more of
// processor time at each change.
const watchGC = 15

// A vigil is what the flags of watch ask for besides the report.
type vigil struct {
	exec         commandLine
	notify, poll bool
}

// newWatch returns the verb that stays.
func newWatch(p *program) *cobra.Command {
	q := newQuery("never")
	var v vigil
	cmd := &cobra.Command{
		Use:               "watch [DIR]",
		Short:             "keep the report true while notes change and time passes",
		Long:              watchHelp,
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: completeFolders,
		RunE: func(cmd *cobra.Command, args []string) error {
			dir, err := oneFolder(cmd, args)
			if err != nil {
				return err
			}
			if dir == standardInput {
				return usage("name the folder of your notes", "standard input cannot be watched")
			}
			return p.watch(cmd.Context(), q, v, dir)
		},
	}
	q.register(cmd, render.Formats(), "now", "since", "fail-on")
	p.completeNames(cmd)
	flags := cmd.Flags()
	flags.Var(&v.exec, "exec", "run this command whenever the report has changed")
	flags.BoolVar(&v.notify, "notify", false, "show on the desktop what becomes due or overdue")
	flags.BoolVar(&v.poll, "poll", false, "look at regular intervals instead of waiting for word of changes")
	return cmd
}

// A commandLine is --exec.
type commandLine string

// String returns the command as it was given.
func (c *commandLine) String() string { return string(*c) }

// Type returns what help calls a command.
func (c *commandLine) Type() string { return "CMD" }

// Set accepts any text that is not blank.
func (c *commandLine) Set(s string) error {
	if strings.TrimSpace(s) == "" {
		return errors.New("needs a command")
	}
	*c = commandLine(s)
	return nil
}

// watch keeps the report on the journal in dir true until ctx ends.
func (p *program) watch(ctx context.Context, q *query, v vigil, dir string) error {
	if p.env("GOGC") == "" {
		debug.SetGCPercent(watchGC)
	}
	s, err := p.newSession(q, v, p.findRoot(dir))
	if err != nil {
		return err
	}
	defer s.close()
	s.awaitHangup()
	return s.run(ctx)
}
