package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

const completionHelp = `Prints a script that lets the shell complete verbs, flags and rules.

  bash        source <(debrief completion bash)
  zsh         debrief completion zsh > "${fpath[1]}/_debrief"
  fish        debrief completion fish > ~/.config/fish/completions/debrief.fish
  powershell  debrief completion powershell | Out-String | Invoke-Expression`

// newCompletion returns the verb that teaches a shell about debrief.
func newCompletion(p *program) *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:       "completion SHELL",
		Short:     "a completion script for bash, zsh, fish or powershell",
		Long:      completionHelp,
		ValidArgs: shells,
		Args: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) != 1:
				return usage("debrief completion bash, for one", "completion takes one shell: %s", either(shells))
			case !slices.Contains(shells, args[0]):
				return usage(didYouMean(args[0], shells), "%q is not %s", args[0], either(shells))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			script, err := completionScript(cmd.Root(), args[0])
			if err != nil {
				return err
			}
			return p.print(script)
		},
	}
}

// completionScript returns the script for one of the four shells.
func completionScript(root *cobra.Command, shell string) ([]byte, error) {
	var b bytes.Buffer
	var err error
	switch shell {
	case "bash":
		err = root.GenBashCompletionV2(&b, true)
	case "zsh":
		err = root.GenZshCompletion(&b)
	case "fish":
		err = root.GenFishCompletion(&b, true)
	case "powershell":
		err = root.GenPowerShellCompletionWithDesc(&b)
	}
	if err != nil {
		return nil, fmt.Errorf("completion for %s: %w", shell, err)
	}
	switch shell {
	case "bash":
		return []byte(bashAlone(b.String())), nil
	case "zsh":
		return []byte(zshFolding(b.String())), nil
	}
	return b.Bytes(), nil
}

// zshFolding lets zsh take what the program found whatever the case of it, as
// fish and PowerShell do by themselves.
func zshFolding(script string) string {
	return strings.Replace(script, "completions $flagPrefix $noSpace;",
		`completions $flagPrefix $noSpace -M "'m:{[:lower:][:upper:]}={[:upper:][:lower:]}'";`, 1)
}
