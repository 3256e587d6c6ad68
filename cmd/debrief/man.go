package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

const manHelp = `Prints the manual page, for packagers: debrief man > debrief.1`

// newMan returns the verb that prints the manual page. It is of no use to
// somebody who looks for a job, so help does not show it.
func newMan(p *program) *cobra.Command {
	return &cobra.Command{
		Use:    "man",
		Short:  "the manual page",
		Long:   manHelp,
		Hidden: true,
		Args:   noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.print([]byte(manPage(cmd.Root())))
		},
	}
}

// manPage writes the manual page from the texts that help prints.
func manPage(root *cobra.Command) string {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH DEBRIEF 1\n.SH NAME\ndebrief \\- %s\n", roff(root.Short))
	b.WriteString(".SH SYNOPSIS\n")
	for _, cmd := range append([]*cobra.Command{root}, root.Commands()...) {
		if !cmd.Hidden {
			fmt.Fprintf(&b, ".B %s\n.br\n", roff(usageLine(cmd)))
		}
	}
	fmt.Fprintf(&b, ".SH DESCRIPTION\n%s", roffText(root.Long))
	b.WriteString(".SH VERBS\n")
	for _, cmd := range root.Commands() {
		if !cmd.Hidden {
			fmt.Fprintf(&b, ".SS %s\n%s", roff(usageLine(cmd)), roffText(cmd.Long))
			writeManFlags(&b, cmd)
		}
	}
	b.WriteString(".SH ENVIRONMENT\n")
	for _, v := range environment {
		fmt.Fprintf(&b, ".TP\n.B %s\n%s\n", v.name, roff(v.about))
	}
	return b.String()
}

// environment lists the variables that debrief looks at.
var environment = [...]struct{ name, about string }{
	{"DEBRIEF_JOURNAL", "the journal's folder where none is named and no search.md is found"},
	{"TZ", "the zone of a journal whose search.md names none"},
	{"COLUMNS", "the width of the text report, in columns"},
	{"NO_COLOR", "no colour when it is set and not empty"},
	{"CLICOLOR_FORCE", "colour even off a terminal when it is set and not 0"},
}

// writeManFlags writes the flags that are a verb's own.
func writeManFlags(b *strings.Builder, cmd *cobra.Command) {
	for _, f := range visibleFlags(cmd) {
		if f.Name != "help" {
			fmt.Fprintf(b, ".TP\n.B %s\n%s\n", roff(flagName(f)), roff(flagAbout(f)))
		}
	}
}

// roffText writes paragraphs; lines that begin with a space stand as they are.
func roffText(text string) string {
	var b strings.Builder
	for line := range strings.SplitSeq(text, "\n") {
		switch {
		case line == "":
			b.WriteString(".PP\n")
		case strings.HasPrefix(line, " "):
			fmt.Fprintf(&b, ".br\n%s\n", roff(line))
		default:
			fmt.Fprintf(&b, "%s\n", roff(line))
		}
	}
	return b.String()
}

// roff protects what the formatter would take for its own: backslashes,
// hyphens that are to be typed, and dots or quotes that begin a line.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(text)
	if strings.HasPrefix(text, ".") || strings.HasPrefix(text, "'") {
		return `\&` + text
	}
	return text
}
