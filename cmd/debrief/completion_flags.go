package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"debrief/parser"
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
			known = oneOf(v.words)
		case *folder:
			known = completeFolders
		case *instant, *phrase, *pairings, *past, *weekly:
			known = cobra.NoFileCompletions
		default:
			return
		}
		_ = cmd.RegisterFlagCompletionFunc(f.Name, known) // the flag is there
	})
	for _, verb := range cmd.Commands() {
		completesFlags(verb)
	}
}

// oneOf offers those of some words, each with what it is for behind a tab, that
// begin with what was typed.
func oneOf(words []string) cobra.CompletionFunc {
	return func(_ *cobra.Command, _ []string, begun string) ([]string, cobra.ShellCompDirective) {
		return beginning(words, begun), cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
	}
}

// beginning returns the candidates whose word begins as what was typed, whatever
// the case and the accents of either.
func beginning(candidates []string, begun string) []string {
	var fitting []string
	for _, candidate := range candidates {
		word, _, _ := strings.Cut(candidate, "\t")
		if strings.HasPrefix(parser.FoldName(word), parser.FoldName(begun)) {
			fitting = append(fitting, visible(word)+candidate[len(word):])
		}
	}
	return fitting
}

// oneMoreOf offers those of some words that are not yet in a list of them with
// commas between, as the list with that word at its end.
func oneMoreOf(words []string) cobra.CompletionFunc {
	return func(_ *cobra.Command, _ []string, begun string) ([]string, cobra.ShellCompDirective) {
		at := strings.LastIndexByte(begun, ',') + 1
		var lists []string
		for _, word := range beginning(words, begun[at:]) {
			if !slices.Contains(strings.Split(begun[:at], ","), word) {
				lists = append(lists, begun[:at]+word)
			}
		}
		return lists, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
	}
}

// completing reports whether a shell asks what may come next.
func completing(args []string) bool {
	return len(args) > 0 && strings.HasPrefix(args[0], cobra.ShellCompRequestCmd)
}
