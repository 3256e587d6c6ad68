package main

import "github.com/spf13/cobra"

// noArguments refuses every argument.
func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return usage(seeHelp(cmd), "%s takes no argument, but was given %q", cmd.Name(), args[0])
}
