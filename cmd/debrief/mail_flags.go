package main

import (
	"fmt"
	"net/mail"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// mailFormat is the name of the format that the mail's flags belong to.
const mailFormat = "eml"

// addressList is --mail-to: addresses, with commas between them or in several
// flags.
type addressList []mail.Address

// String returns the addresses as a mail has them.
func (l *addressList) String() string {
	written := make([]string, len(*l))
	for i, a := range *l {
		written[i] = a.String()
	}
	return strings.Join(written, ", ")
}

// Type returns what help calls an address.
func (l *addressList) Type() string { return "ADDR" }

// Set adds the addresses of a list such as `Dana <dana@acme.example>, me@home.example`.
func (l *addressList) Set(s string) error {
	added, err := mail.ParseAddressList(s)
	if err != nil {
		return notAnAddress(s)
	}
	for _, a := range added {
		*l = append(*l, *a)
	}
	return nil
}

// oneAddress is --mail-from.
type oneAddress mail.Address

// String returns the address as a mail has it, "" for none.
func (a *oneAddress) String() string {
	if a.Address == "" {
		return ""
	}
	return (*mail.Address)(a).String()
}

// Type returns what help calls an address.
func (a *oneAddress) Type() string { return "ADDR" }

// Set takes an address, with or without a name.
func (a *oneAddress) Set(s string) error {
	address, err := mail.ParseAddress(s)
	if err != nil {
		return notAnAddress(s)
	}
	*a = oneAddress(*address)
	return nil
}

func notAnAddress(s string) error {
	return withHint(fmt.Errorf("%q is not an address", s), "write me@example.org, or Dana Reyes <dana@example.org>")
}

// registerMail defines the flags of a mail on a verb that can write one.
func (q *query) registerMail(cmd *cobra.Command) {
	if !slices.Contains(q.format.words, mailFormat) {
		return
	}
	for _, f := range []struct {
		value       pflag.Value
		name, about string
	}{
		{&q.mailTo, "mail-to", "whom a mail is to; several with commas between them"},
		{&q.mailFrom, "mail-from", "whom a mail is from"},
	} {
		cmd.Flags().Var(f.value, f.name, f.about)
		_ = cmd.RegisterFlagCompletionFunc(f.name, cobra.NoFileCompletions)
	}
}

// checkMail refuses addresses where no mail is written: they read as if
// debrief sent one.
func (q *query) checkMail(outputs []output) error {
	written := func(o output) bool { return o.format.Name == mailFormat }
	if len(q.mailTo) == 0 && q.mailFrom.Address == "" || slices.ContainsFunc(outputs, written) {
		return nil
	}
	return usage("add --format eml, or -o with a name that ends in .eml; debrief sends nothing itself",
		"--mail-to and --mail-from are for a mail, and none is written")
}
