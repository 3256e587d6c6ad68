package main

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// ownCommand is how the README's transcripts call the program.
const ownCommand = "$ go run ./cmd/debrief"

// TestReadme runs the README's transcripts and compares what they show with
// what the program prints. A transcript is a console block; each of its
// commands begins with `$ ` and is followed by what it prints.
func TestReadme(t *testing.T) {
	t.Chdir("../..")
	text, err := os.ReadFile("README.md")
	check(t, err)
	var got strings.Builder
	transcript, printed := false, false
	runs := 0
	for line := range strings.Lines(string(text)) {
		switch {
		case strings.HasPrefix(line, "```"):
			transcript, printed = strings.TrimSpace(line) == "```console", false
		case transcript && strings.HasPrefix(line, ownCommand):
			got.WriteString(line)
			got.WriteString(transcribe(t, strings.TrimSpace(strings.TrimPrefix(line, ownCommand))))
			printed = true
			runs++
			continue
		case transcript && strings.HasPrefix(line, "$ "):
			printed = false
		case printed:
			continue // what the program printed when the README was written
		}
		got.WriteString(line)
	}
	if runs == 0 {
		t.Error("the README shows no run of the program")
	}
	compareFile(t, "README.md", []byte(got.String()))
}

// transcribe returns what a command line shows on a terminal, the line that
// `go run` adds for an exit status included.
func transcribe(t *testing.T, line string) string {
	t.Helper()
	if strings.ContainsAny(line, `'"|<>$&;*`) {
		t.Fatalf("%s: a transcript has no shell to read this", line)
	}
	got := invoke(t, strings.Fields(line)...)
	shown := got.stdout.String() + got.stderr.String()
	if got.status != statusFine {
		shown += fmt.Sprintf("exit status %d\n", got.status)
	}
	return shown
}
