package main

import (
	"slices"

	"github.com/spf13/cobra"

	"debrief/cmd/debrief/internal/workspace"
)

// A completion is what cobra asks for what may stand at a place.
type completion = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective)

// complete returns a completion from the names of the journal that the command
// line means: by --journal, by its folder where the verb takes one, else the
// one around here. pick chooses what of them, for the arguments there are.
func (p *program) complete(pick func(n names, args []string) []string) completion {
	return func(cmd *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
		root := workspace.Find(".", p.env)
		switch f := cmd.Flags().Lookup("journal"); {
		case f != nil && f.Value.String() != "":
			root = f.Value.String()
		case f == nil && len(args) > 0 && args[0] != standardInput:
			root = args[0]
		}
		return beginning(pick(p.completable(root), args), begun), cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
	}
}

// completeNames offers the journal's names to --company and --person; the only
// error is a flag that the verb has not.
func (p *program) completeNames(cmd *cobra.Command) {
	_ = cmd.RegisterFlagCompletionFunc("company", p.complete(theCompanies))
	_ = cmd.RegisterFlagCompletionFunc("person", p.complete(thePeople))
}

// theCompanies, thePeople and theItems are what to pick of names.
func theCompanies(n names, _ []string) []string { return n.Companies }

func thePeople(n names, _ []string) []string { return n.People }

// theItems are ids with what they are about; only the first argument is one.
func theItems(n names, args []string) []string {
	return n.itemsThat(args, func(named) bool { return true })
}

// theDeeds are the items that a line in a note settles.
func theDeeds(n names, args []string) []string {
	return n.itemsThat(args, func(i named) bool { return i.Line })
}

// itemsThat lists those of some items that may stand as the first argument.
func (n names) itemsThat(args []string, fit func(named) bool) []string {
	if len(args) > 0 {
		return nil
	}
	var ids []string
	for _, item := range n.Items {
		if fit(item) {
			ids = append(ids, item.ID+"\t"+visible(item.About))
		}
	}
	return ids
}

// oneCompany is for a verb that takes a single one.
func oneCompany(n names, args []string) []string {
	if len(args) > 0 {
		return nil
	}
	return n.Companies
}

// theReferences are whom to tell, and then about which position.
func theReferences(n names, args []string) []string {
	switch len(args) {
	case 0:
		return n.References
	case 1:
		return slices.Concat(n.Companies, n.Positions)
	}
	return nil
}

// owedOrNames are whatever a letter that some rules ask for may be about.
func owedOrNames(rules []string) func(n names, args []string) []string {
	return func(n names, args []string) []string {
		if len(args) > 0 {
			return nil
		}
		owed := n.itemsThat(nil, func(i named) bool { return slices.Contains(rules, i.Rule) })
		return slices.Concat(owed, n.Companies, n.People)
	}
}

// theSubjects are what may stand behind `debrief new KIND`.
func theSubjects(n names, args []string) []string {
	switch {
	case len(args) == 0:
		return newNotes
	case len(args) > 1 || args[0] == "reference" || args[0] == "log":
		return nil
	}
	return n.Companies
}

// explained are the rules and problems, then the items.
func explained(n names, args []string) []string {
	if len(args) > 0 {
		return nil
	}
	return slices.Concat(explainable(), theItems(n, nil))
}
