package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"debrief/cmd/debrief/internal/schedule"
)

const scheduleHelp = `Prints what makes a machine run the report by itself: units for systemd, lines
for cron, an agent for launchd, a task for Windows or a workflow for GitHub.
Nothing is changed until --install puts it in its place; --remove takes away
what --install made, and only that. --install may be repeated.

  debrief schedule --install                     STATUS.md, every day at 08:00
  debrief schedule --weekly mon 7:30 --mail me@home.example
  debrief schedule --cron '0 8 * * mon-fri' -o ~/status.txt --as cron

The report goes into the files that -o names, as a mail through sendmail, or as
JSON to a command. A file is left alone when it says the same on another day. A
run that was missed while the machine was off is made up for. Times are those of
the machine's clock.

Each journal has a schedule of its own; --name gives it further ones. See
docs/scheduling.md for recipes.`

// A plan is what the flags of schedule ask for.
type plan struct {
	daily   clockTime
	weekly  weekTime
	cron    cronSpec
	journal folder
	files   fileList
	mail    address
	exec    commandLine
	word    jobWord
	as      system
	install bool
	remove  bool
}

// newSchedule returns the verb by which a machine runs debrief.
func newSchedule(p *program) *cobra.Command {
	var v plan
	for _, f := range schedule.Forms() {
		v.as.words = append(v.as.words, f.Name)
	}
	cmd := &cobra.Command{
		Use:               "schedule",
		Short:             "have the report made every day, or every week",
		Long:              scheduleHelp,
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := v.settle(cmd, args); err != nil {
				return err
			}
			executable, err := os.Executable()
			if err != nil {
				return fmt.Errorf("cannot tell where this program is: %w", err)
			}
			return p.schedule(cmd.Context(), &v, executable)
		},
	}
	v.register(cmd)
	return cmd
}

// register defines the flags.
func (v *plan) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.Var(&v.daily, "daily", "every day at this time; at "+usualTime+" unless something else is said")
	flags.Var(&v.weekly, "weekly", `every week, as in --weekly mon 08:00`)
	flags.Var(&v.cron, "cron", "at these times, as cron's five fields have them")
	flags.Var(&v.journal, "journal", "the folder of your notes")
	flags.VarP(&v.files, "output", "o", "write into this file; STATUS.md in the journal unless something else is said")
	flags.Var(&v.mail, "mail", "send the report to this address, when something is owed")
	flags.Var(&v.exec, "exec", "run this command with the report as JSON on its standard input")
	flags.Var(&v.word, "name", "what to call it, where a journal has several schedules")
	flags.Var(&v.as, "as", "for "+either(v.as.words)+"; for this machine unless it is given")
	flags.BoolVar(&v.install, "install", false, "put it in its place, for systemd, cron and launchd")
	flags.BoolVar(&v.remove, "remove", false, "take away what --install made")
	_ = cmd.RegisterFlagCompletionFunc("as", oneOf(v.as.words))
	_ = cmd.RegisterFlagCompletionFunc("journal", completeFolders)
	for _, name := range []string{"daily", "weekly", "cron", "mail", "name"} {
		_ = cmd.RegisterFlagCompletionFunc(name, cobra.NoFileCompletions)
	}
}

// settle refuses flags that contradict each other, and takes the one argument
// there may be: the time behind --weekly and its day.
func (v *plan) settle(cmd *cobra.Command, args []string) error {
	if v.weekly.text != "" && v.weekly.clock.text == "" && len(args) > 0 && v.weekly.clock.Set(args[0]) == nil {
		args = args[1:]
	}
	if len(args) > 0 {
		return usage("--journal names the folder, --daily and --weekly the time", "schedule takes no argument, but was given %q", args[0])
	}
	if v.journal.String() == standardInput {
		return usage("name the folder of your notes", "standard input cannot be scheduled")
	}
	for _, together := range [][]string{{"daily", "weekly", "cron"}, {"mail", "exec"}, {"install", "remove"}} {
		var given []string
		for _, name := range together {
			if cmd.Flags().Changed(name) {
				given = append(given, "--"+name)
			}
		}
		if len(given) > 1 {
			return usage("leave all but one out", "%s exclude each other", strings.Join(given, " and "))
		}
	}
	return nil
}

// when returns the times that were asked for.
func (v *plan) when() schedule.When {
	usual := clockTime{}
	_ = usual.Set(usualTime)
	switch {
	case v.cron.text != "":
		return v.cron.when
	case v.weekly.text != "" && v.weekly.clock.text != "":
		usual = v.weekly.clock
	case v.daily.text != "":
		usual = v.daily
	}
	if v.weekly.text != "" {
		return schedule.Weekly(v.weekly.day, usual.hour, usual.minute)
	}
	return schedule.Daily(usual.hour, usual.minute)
}

// schedule prints the schedule, installs it or removes it. executable is the
// path of this program.
func (p *program) schedule(ctx context.Context, v *plan, executable string) error {
	form := schedule.FormNamed(v.formName())
	if v.install || v.remove {
		return p.changeSchedule(ctx, v, form, executable)
	}
	job, err := p.job(v, form, executable)
	if err != nil {
		return err
	}
	text, err := form.Write(job)
	if err != nil {
		return refusal(err)
	}
	if fleeting(executable) && form.Name != "github" {
		p.remark(executable+" will be gone by then", keepProgram)
	}
	if form.GOOS != "" && form.GOOS != runtime.GOOS {
		p.remark("the paths are those of this machine, and "+form.Name+" is for another", "run it there")
	}
	return p.print(text)
}

// formName is --as, or what suits this machine.
func (v *plan) formName() string {
	if v.as.value != "" {
		return v.as.value
	}
	_, err := os.Stat("/run/systemd/system") // there when systemd is in charge, as sd_booted(3) has it
	return schedule.Native(runtime.GOOS, err == nil)
}

// changeSchedule puts a schedule in its place or takes it away.
func (p *program) changeSchedule(ctx context.Context, v *plan, form schedule.Form, executable string) error {
	if form.Install == nil {
		verb := "installs"
		if v.remove {
			verb = "removes"
		}
		return usage(form.ByHand, "debrief %s schedules for systemd, cron and launchd, but not for %s", verb, form.Name)
	}
	var done strings.Builder
	installer := &schedule.Installer{
		Env: p.env, UID: os.Getuid(), Now: p.now().Truncate(time.Second), Runner: schedule.System{},
		Tell: func(what string) { done.WriteString(visible(what) + "\n") },
	}
	var trouble error
	if v.remove {
		job := p.namedJob(v, form)
		trouble = form.Remove(ctx, installer, job)
	} else {
		job, err := p.job(v, form, executable)
		if err != nil {
			return err
		}
		if _, err := form.Write(job); err != nil {
			return refusal(err)
		}
		if fleeting(executable) {
			return withHint(fmt.Errorf("%s will be gone by then", executable), keepProgram)
		}
		trouble = form.Install(ctx, installer, job)
	}
	if err := p.print([]byte(done.String())); err != nil {
		return err
	}
	return hinted(trouble)
}

// keepProgram is the hint for a program that is fleeting.
const keepProgram = "go build -o ~/bin/debrief ./cmd/debrief, and run that one"

// fleeting reports whether a program was built by `go run`, which removes it
// when it ends.
func fleeting(executable string) bool {
	return slices.ContainsFunc(strings.Split(filepath.ToSlash(executable), "/"), func(folder string) bool {
		return strings.HasPrefix(folder, "go-build")
	})
}

// refusal is wrong usage: a form that cannot say what was asked for.
func refusal(err error) error { return &usageError{hinted(err)} }
