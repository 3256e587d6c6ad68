package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

const helpHelp = `Prints what a verb does and what it takes.`

// newHelp returns the verb that explains verbs.
func newHelp(p *program) *cobra.Command {
	return &cobra.Command{
		Use:   "help [VERB]",
		Short: "what a verb does and what it takes",
		Long:  helpHelp,
		ValidArgsFunction: func(cmd *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
			return verbNames(cmd.Root()), cobra.ShellCompDirectiveNoFileComp
		},
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			about := cmd.Root()
			if len(args) > 1 {
				return usage(seeHelp(cmd), "help takes one verb, not %d", len(args))
			}
			if len(args) == 1 {
				verb, _, err := about.Find(args)
				if err != nil || verb == about {
					names := verbNames(about)
					return usage(didYouMean(args[0], names), "%q is not a verb: %s", args[0], strings.Join(names, ", "))
				}
				about = verb
			}
			return p.print([]byte(helpText(about)))
		},
	}
}

// printHelp answers --help.
func (p *program) printHelp(cmd *cobra.Command, _ []string) {
	p.helpFailed = p.print([]byte(helpText(cmd)))
}

// helpText returns the help of a verb; that of the root lists the verbs.
func helpText(cmd *cobra.Command) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n\n%s\n\nUsage:\n", cmd.CommandPath(), cmd.Short, cmd.Long)
	fmt.Fprintf(&b, "  %s\n", usageLine(cmd))
	if !cmd.HasParent() {
		b.WriteString("  debrief VERB …\n\nVerbs:\n")
		for _, verb := range cmd.Commands() {
			if !verb.Hidden {
				fmt.Fprintf(&b, "  %-12s%s\n", verb.Name(), verb.Short)
			}
		}
	}
	fmt.Fprintf(&b, "\nFlags:\n")
	for _, f := range visibleFlags(cmd) {
		fmt.Fprintf(&b, "  %-36s %s\n", flagName(f), flagAbout(f))
	}
	return b.String()
}

// usageLine returns the one line that shows what a verb takes.
func usageLine(cmd *cobra.Command) string {
	if !cmd.HasParent() {
		return cmd.Use + " [FLAGS]"
	}
	return cmd.Parent().CommandPath() + " " + cmd.Use + " [FLAGS]"
}

// visibleFlags lists a verb's flags in the order of its help: its own first,
// then those of every verb.
func visibleFlags(cmd *cobra.Command) []*pflag.Flag {
	var flags []*pflag.Flag
	add := func(f *pflag.Flag) {
		if !f.Hidden {
			flags = append(flags, f)
		}
	}
	cmd.LocalFlags().VisitAll(add)
	cmd.InheritedFlags().VisitAll(add)
	return flags
}

// flagName returns a flag as it is typed, with what it takes.
func flagName(f *pflag.Flag) string {
	name := "--" + f.Name
	if f.Shorthand != "" {
		name = "-" + f.Shorthand + ", " + name
	}
	if f.Value.Type() != "bool" {
		name += " " + f.Value.Type()
	}
	return name
}

// flagAbout returns what a flag does, and what it is when it is not given.
func flagAbout(f *pflag.Flag) string {
	if f.DefValue == "" || f.DefValue == "false" {
		return f.Usage
	}
	return fmt.Sprintf("%s (%s)", f.Usage, f.DefValue)
}
