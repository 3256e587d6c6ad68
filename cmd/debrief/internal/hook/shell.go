package hook

import (
	"bytes"
	"path"
	"regexp"
	"slices"
	"strings"
)

// A Foreign is a hook to which lines for a shell cannot be added.
type Foreign struct {
	// Interpreter is what runs it: "python3"; "" for a program that runs by
	// itself, and for a text that does not say.
	Interpreter string
}

// Error says what kind of hook it is.
func (f *Foreign) Error() string {
	if f.Interpreter == "" {
		return "it is not a shell script"
	}
	return "it is a script for " + f.Interpreter + ", not for a shell"
}

// shells run the lines of a block.
var shells = []string{"sh", "bash", "dash", "ash", "zsh", "ksh", "mksh"}

// runByShell returns a *Foreign for a script that no shell reads from its first
// line to its last.
func runByShell(script []byte) error {
	name := interpreter(script)
	if !slices.Contains(shells, name) {
		return &Foreign{name}
	}
	if by := handedOn(script); by != "" && !slices.Contains(shells, by) {
		return &Foreign{by}
	}
	return nil
}

// interpreter returns the name of the program that the first line of a script
// calls, "" where it calls none.
func interpreter(script []byte) string {
	line, _, _ := bytes.Cut(script, []byte("\n"))
	call, ok := strings.CutPrefix(string(line), "#!")
	if !ok {
		return ""
	}
	words := strings.Fields(strings.ReplaceAll(call, `\`, "/"))
	for i, word := range words {
		name := strings.TrimSuffix(strings.ToLower(path.Base(word)), ".exe")
		switch {
		case name == "env" || name == "busybox":
			continue
		case i > 0 && (strings.HasPrefix(word, "-") || strings.Contains(word, "=")):
			continue // of env
		}
		return name
	}
	return ""
}

// restart is how a script for another program, written so that a shell can
// start it, has itself read by that program.
var restart = regexp.MustCompile(`\bexec\b["' ]+([\w./-]+)[^($` + "`" + `]*\$\{?0\}?(["' ]|$)`)

// handedOn returns the program that a shell only hands the script on to, ""
// where it reads all of it: that program would stumble over our lines. A script
// does so before all else.
func handedOn(script []byte) string {
	lines := bytes.SplitN(script, []byte("\n"), 6)
	for _, line := range lines[1:min(len(lines), 5)] {
		if m := restart.FindSubmatch(line); m != nil {
			return path.Base(string(m[1]))
		}
	}
	return ""
}
