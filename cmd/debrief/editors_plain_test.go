package main

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// A command changes a note by a program that runs once for every change.
type command struct {
	note string
	// argv returns the program and its arguments. fresh is a file outside the
	// journal that holds the text as it is to be.
	argv func(note, line, fresh string) []string
}

func (c *command) begin(_ *testing.T, note string) { c.note = note }
func (c *command) end(*testing.T)                  {}

func (c *command) save(t *testing.T, old, line string) {
	// On the journal's disk, so that mv renames, and older than the note: what
	// keeps times takes them back.
	fresh := filepath.Join(filepath.Dir(filepath.Dir(filepath.Dir(c.note))), "fresh.md")
	writeFile(t, fresh, []byte(old+line))
	year := time.Now().AddDate(-1, 0, 0)
	check(t, os.Chtimes(fresh, year, year))
	argv := c.argv(c.note, line, fresh)
	cmd := exec.Command(argv[0], argv[1:]...)
	cmd.Env = append(os.Environ(), "LINE="+line)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v: %s", argv[0], err, out)
	}
}

// An ed is the editor that takes its commands from standard input.
type ed struct {
	cmd   *exec.Cmd
	stdin io.WriteCloser
}

func (e *ed) begin(t *testing.T, note string) {
	e.cmd = exec.Command("ed", "-s", note)
	stdin, err := e.cmd.StdinPipe()
	check(t, err)
	e.stdin = stdin
	check(t, e.cmd.Start())
}

func (e *ed) save(t *testing.T, _, line string) {
	_, err := io.WriteString(e.stdin, "$a\n"+line+".\nw\n")
	check(t, err)
}

func (e *ed) end(t *testing.T) {
	_, err := io.WriteString(e.stdin, "q\n")
	check(t, err)
	check(t, e.cmd.Wait())
}

// plainTools returns what changes notes without a terminal.
func plainTools() []desk {
	desks := []desk{{name: "ed", needs: []string{"ed"}, saver: func() saver { return &ed{} }}}
	for _, c := range []struct {
		name string
		argv func(note, line, fresh string) []string
	}{
		{"sed -i", func(note, line, _ string) []string {
			return []string{"sed", "-i", `$a\` + "\n" + line[:len(line)-1], note}
		}},
		{"perl -i", func(note, _, _ string) []string {
			return []string{"perl", "-i", "-pe", `$_ .= $ENV{LINE} if eof`, note}
		}},
		{"rsync", func(note, _, fresh string) []string { return []string{"rsync", "-a", fresh, note} }},
		{"rsync, in place", func(note, _, fresh string) []string {
			return []string{"rsync", "-a", "--inplace", fresh, note}
		}},
		{"cp -p", func(note, _, fresh string) []string { return []string{"cp", "-p", fresh, note} }},
		{"mv", func(note, _, fresh string) []string { return []string{"mv", fresh, note} }},
		{"node fs.writeFile", func(note, _, fresh string) []string {
			const script = `const fs = require("fs"), [note, fresh] = process.argv.slice(1)
				fs.writeFile(note, fs.readFileSync(fresh), err => { if (err) throw err })`
			return []string{"node", "-e", script, note, fresh}
		}},
	} {
		needs := c.argv("", "\n", "")[:1]
		desks = append(desks, desk{name: c.name, needs: needs, saver: func() saver { return &command{argv: c.argv} }})
	}
	return desks
}
