package main

import "github.com/spf13/cobra"

const rootHelp = `Reads a folder of Markdown notes about a job search and says what is still owed:
thank-you notes within 24 hours, references to tell and to send the résumé,
evaluations while they are fresh, and a search that keeps going until the first
day at the new office.

DIR is the journal's folder. Without it, debrief takes the nearest folder
upwards of here that holds a search.md, else $DEBRIEF_JOURNAL, else this one.
` + "`debrief DIR` is short for `debrief report DIR`." + `

Exit status: 0 fine, 1 findings at or above --fail-on, 2 wrong usage,
3 it could not be done.`

// newRoot returns the command line. The root is the verb report under another
// name, so that the question asked most needs no verb.
func newRoot(p *program) *cobra.Command {
	root := newReport(p)
	root.Use = "debrief [DIR]"
	root.Short = "what is still owed after your interviews"
	root.Long = rootHelp
	root.Version = version()
	root.SetVersionTemplate("debrief {{.Version}}\n")

	root.SilenceErrors, root.SilenceUsage = true, true
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetIn(p.stdin)
	root.SetOut(p.stdout)
	root.SetErr(p.stderr)
	root.SetFlagErrorFunc(flagError)
	root.SetHelpFunc(p.printHelp)
	root.Flags().BoolP("version", "v", false, "print the version")
	root.PersistentFlags().SortFlags = false
	root.PersistentFlags().BoolP("help", "h", false, "print this")
	root.PersistentFlags().BoolVar(&p.quiet, "quiet", false, "no report while nothing is owed, and no remarks")

	root.AddCommand(
		newReport(p),
		newWatch(p),
		newCheck(p),
		newChanges(p),
		newHistory(p),
		newInit(p),
		newNew(p),
		newDone(p),
		newFix(p),
		newImport(p),
		newExport(p),
		newSchedule(p),
		newThank(p),
		newTell(p),
		newChase(p),
		newPrep(p),
		newStumbles(p),
		newHook(p),
		newExplain(p),
		newRules(p),
		newVersion(p),
		newCompletion(p),
		newMan(p),
		newRemember(p),
	)
	root.SetHelpCommand(newHelp(p))
	root.InitDefaultHelpCmd()
	return root
}

// verbNames lists what may stand right after `debrief`.
func verbNames(root *cobra.Command) []string {
	var names []string
	for _, c := range root.Commands() {
		if !c.Hidden {
			names = append(names, c.Name())
		}
	}
	return names
}
