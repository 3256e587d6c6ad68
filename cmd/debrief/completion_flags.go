package main

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// completesFlags tells the shell what may stand behind each flag that its verb
// says nothing of: one of its words, a folder, or nothing that a shell could
// know. Files are offered for the rest.
func completesFlags(cmd *cobra.Command) {
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if _, told := cmd.GetFlagCompletionFunc(f.Name); told {
			return
		}
		var known cobra.CompletionFunc
		switch v := f.Value.(type) {
		case *choice:
			known = cobra.FixedCompletions(v.words, cobra.ShellCompDirectiveNoFileComp)
		case *folder:
			known = completeFolders
		case *instant, *phrase, *pairings, *past:
			known = cobra.NoFileCompletions
		default:
			if f.Value.Type() != "int" {
				return
			}
			known = cobra.NoFileCompletions
		}
		_ = cmd.RegisterFlagCompletionFunc(f.Name, known) // the flag is there
	})
	for _, verb := range cmd.Commands() {
		completesFlags(verb)
	}
}

// completing reports whether a shell asks what may come next.
func completing(args []string) bool {
	return len(args) > 0 && strings.HasPrefix(args[0], cobra.ShellCompRequestCmd)
}
