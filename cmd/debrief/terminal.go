package main

import (
	"os"
	"strconv"

	"golang.org/x/term"

	"debrief/report/render"
)

// defaultWidth is the width, in columns, of what is not read on a terminal:
// files are the same bytes on every machine.
const defaultWidth = 80

// appearance completes options for a file, or for standard output.
func (p *program) appearance(o render.Options, file, color string) render.Options {
	o.Version = version()
	o.Width, o.Color = defaultWidth, color == "always"
	if file == standardOutput {
		o.Width, o.Color = p.width(), p.colored(color)
	}
	return o
}

// width returns the columns of standard output: $COLUMNS, else what the
// terminal says, else defaultWidth.
func (p *program) width() int {
	if columns, err := strconv.Atoi(p.env("COLUMNS")); err == nil && columns > 0 {
		return columns
	}
	if f, ok := p.stdout.(*os.File); ok {
		if columns, _, err := term.GetSize(int(f.Fd())); err == nil && columns > 0 {
			return columns
		}
	}
	return defaultWidth
}

// colored decides on colour for standard output: the flag, then NO_COLOR
// (https://no-color.org), then CLICOLOR_FORCE (https://bixense.com/clicolors),
// then whether it is a terminal that can.
func (p *program) colored(flag string) bool {
	if flag != "auto" {
		return flag == "always"
	}
	if p.env("NO_COLOR") != "" {
		return false
	}
	if force := p.env("CLICOLOR_FORCE"); force != "" && force != "0" {
		return true
	}
	f, ok := p.stdout.(*os.File)
	return ok && p.env("TERM") != "dumb" && term.IsTerminal(int(f.Fd()))
}
