package main

import (
	"fmt"
	"strings"
)

// asksAbout reports whether there is somebody to be asked about a spreadsheet.
// One that comes from standard input leaves nobody there to answer.
func (p *program) asksAbout(f *importFlags) bool {
	return p.asks() && !f.yes && f.file != standardInput
}

// settleByHand lets the person say what columns are, until they have nothing
// more to say.
func (p *program) settleByHand(f *importFlags, m mapping) error {
	for p.asksAbout(f) {
		answer := p.ask("Is a column something else? (COLUMN=FIELD, none to go on) ")
		if answer == "" {
			return nil
		}
		pairs := pairings{kind: f.maps.kind, reads: f.maps.reads}
		err := pairs.Set(answer)
		if err == nil {
			err = m.settle(pairs.list)
		}
		if err != nil {
			fmt.Fprintln(p.stderr, visible(onOneLine(err)))
			continue
		}
		if err := p.print([]byte(m.String())); err != nil {
			return err
		}
	}
	return nil
}

// agreesTo asks a question to which anything but a yes is a no.
func (p *program) agreesTo(question string) bool {
	return strings.HasPrefix(strings.ToLower(p.ask(question)), "y")
}
