package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"debrief/cmd/debrief/internal/schedule"
	"debrief/cmd/debrief/internal/tell"
	"debrief/report/render"
)

// A delivery is what the flags of report ask for besides the report itself:
// what becomes of it, and whether it is wanted at all. They are what a
// schedule is made of.
type delivery struct {
	exec      commandLine
	ifChanged bool
	catchUp   cronSpec
	stamp     fileName
}

// register defines the flags. The last two are for the lines that debrief
// schedule writes, and of no use to a person at a prompt: help is silent about
// them, docs/scheduling.md is not.
func (d *delivery) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.Var(&d.exec, "exec", "run this command with the report on its standard input")
	flags.BoolVar(&d.ifChanged, "if-changed", false, "leave a file alone that says the same on another day")
	flags.Var(&d.catchUp, "catch-up", "do nothing unless one of these times has passed since --stamp")
	flags.Var(&d.stamp, "stamp", "note in this file when the report was made")
	for _, hidden := range []string{"catch-up", "stamp"} {
		_ = flags.MarkHidden(hidden) // the only error is a flag that is not there
	}
}

// outputs settles where the report goes. With --exec, --format is the format
// of what the command reads, and files go by their endings.
func (d *delivery) outputs(q *query) ([]output, error) {
	formats := render.Formats()
	if d.exec == "" {
		outputs, err := q.outputs(formats)
		return d.keeping(outputs), err
	}
	var outputs []output
	if len(q.files) > 0 {
		byEnding := *q
		byEnding.format.value = ""
		byEnding.mailTo, byEnding.mailFrom = nil, oneAddress{} // they are the command's
		byEnding.link = linkTemplate{}                         // looked for below, among all
		var err error
		if outputs, err = byEnding.outputs(formats); err != nil {
			return nil, err
		}
	}
	format := q.format.value
	if format == "" {
		format = "json" // as watch has it
	}
	command := output{command: string(d.exec), format: formatNamed(formats, format)}
	outputs = append(d.keeping(outputs), command)
	return outputs, q.checkOutputs(outputs)
}

// keeping marks outputs for --if-changed.
func (d *delivery) keeping(outputs []output) []output {
	for i := range outputs {
		outputs[i].keep = d.ifChanged
	}
	return outputs
}

// once makes the report, unless --catch-up says that no run of it was missed.
// That it is made is noted first: a command that runs for long must not be
// started a second time meanwhile. The note is taken back when it fails, so
// that the next look tries once more.
func (d *delivery) once(p *program, report func() error) error {
	switch {
	case d.stamp == "" && d.catchUp.text != "":
		return usage("--stamp FILE is where it is noted", "--catch-up has to know when the report was last made")
	case d.stamp == "":
		return report()
	}
	zone, _ := machineZone(p.env) // as cron has it; without a name it is right too
	now := p.now().In(zone)
	if d.catchUp.text != "" && !schedule.Missed(d.catchUp.when, string(d.stamp), now) {
		return nil
	}
	undo, err := schedule.WriteStamp(string(d.stamp), now)
	if err != nil {
		return err
	}
	err = report()
	if err != nil && !errors.Is(err, errFindings) {
		return errors.Join(err, undo())
	}
	return err
}

// hand runs a command with a report on its standard input. What it prints is
// printed.
func (p *program) hand(ctx context.Context, out output, text []byte) error {
	process := tell.Process{Script: out.command, Stdin: text, Stdout: p.stdout, Stderr: p.stderr}
	if out.journal != standardInput {
		journal, err := filepath.Abs(out.journal)
		if err != nil {
			return fmt.Errorf("run the command: %w", err)
		}
		process.Set = []string{"DEBRIEF_JOURNAL=" + journal}
	}
	if err := tell.Run(ctx, process); err != nil {
		return fmt.Errorf("run the command: %w", err)
	}
	return nil
}

// A fileName is a flag that takes the name of a file.
type fileName string

// String returns the name as it was given.
func (f *fileName) String() string { return string(*f) }

// Type returns what help calls it.
func (f *fileName) Type() string { return "FILE" }

// Set accepts any name but none at all.
func (f *fileName) Set(s string) error {
	if s == "" {
		return errors.New("needs the name of a file")
	}
	*f = fileName(s)
	return nil
}
