package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// flagError rewords what the flag parser says about a command line: its own
// sentences quote Go functions.
func flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var valueless *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		return unknownFlag(cmd, unknown)
	case errors.As(err, &valueless):
		return usage(seeHelp(cmd), "%s needs a value", dashed(valueless.GetSpecifiedName()))
	case errors.As(err, &invalid):
		return invalidFlag(invalid)
	}
	return usage(seeHelp(cmd), "%w", err)
}

// unknownFlag says which flag was meant, as far as that can be told.
func unknownFlag(cmd *cobra.Command, err *pflag.NotExistError) error {
	name := err.GetSpecifiedName()
	if err.GetSpecifiedShortnames() != "" {
		return usage(seeHelp(cmd), "there is no flag -%s", name)
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			names = append(names, "--"+f.Name)
		}
	})
	hint := didYouMean("--"+name, names)
	if hint == "" {
		hint = seeHelp(cmd)
	}
	return usage(hint, "there is no flag --%s", name)
}

// invalidFlag says what a flag takes. The only values that do not word their
// errors themselves are switches.
func invalidFlag(err *pflag.InvalidValueError) error {
	flag := err.GetFlag()
	if flag.Value.Type() == "bool" {
		return usage("", "--%s is a switch: %q is neither true nor false", flag.Name, err.GetValue())
	}
	return &usageError{fmt.Errorf("--%s: %w", flag.Name, err.Unwrap())}
}

// dashed writes a flag's name as it is typed.
func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// seeHelp names the help of a verb.
func seeHelp(cmd *cobra.Command) string { return cmd.CommandPath() + " --help says what it takes" }
