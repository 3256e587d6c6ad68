package hook

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// theBlock is that of most tests.
var theBlock = Block{Journal: "search", Program: "/opt/debrief/debrief"}

// install adds a block, which must succeed.
func install(t interface {
	Helper()
	Fatalf(string, ...any)
}, script []byte, b Block, want Change,
) []byte {
	t.Helper()
	got, change, err := Install(script, b)
	if err != nil || change != want {
		t.Fatalf("%q: change %d, want %d: %v", script, change, want, err)
	}
	return got
}

// TestBackAgain holds that Remove gives back what Install was given, byte for
// byte, whatever the script is and however often it was installed in between.
func TestBackAgain(t *testing.T) {
	lines := []string{
		"", "echo hi", "\techo 'it''s'", "exec \"$(dirname \"$0\")/other\" \"$@\"", "exit 0", "cat <<E", "E",
		"# >>> debriefing >>>", "# end", "\xff\x00", "echo \\",
	}
	rapid.Check(t, func(t *rapid.T) {
		end := rapid.SampledFrom([]string{"\n", "\r\n"}).Draw(t, "line end")
		first := rapid.SampledFrom([]string{"#!/bin/sh", "#! /usr/bin/env -S bash -eu", "#!/bin/zsh -f", "#!/usr/bin/dash"}).Draw(t, "first line")
		script := first
		for _, line := range rapid.SliceOfN(rapid.SampledFrom(lines), 0, 6).Draw(t, "lines") {
			script += end + line
		}
		if rapid.Bool().Draw(t, "ended") {
			script += end
		}
		with := install(t, []byte(script), theBlock, Added)
		if !strings.HasPrefix(string(with), first) || !bytes.Contains(with, []byte("'./search'")) {
			t.Fatalf("installed: %q", with)
		}
		install(t, with, theBlock, Unchanged)
		other := install(t, with, Block{Journal: "notes"}, Renewed)
		back := install(t, other, theBlock, Renewed)
		if !bytes.Equal(back, with) {
			t.Fatalf("renewed twice: %q, want %q", back, with)
		}
		rest, change, err := Remove(other)
		if err != nil || change != TakenOut || string(rest) != script {
			t.Fatalf("got %q, %d, %v; want %q", rest, change, err, script)
		}
	})
}

// TestOwnFile holds that a hook which Install wrote goes as a whole, unless
// somebody has written in it.
func TestOwnFile(t *testing.T) {
	written := install(t, nil, theBlock, Written)
	if _, change, err := Remove(written); change != Deleted || err != nil {
		t.Errorf("change %d: %v", change, err)
	}
	renewed := install(t, written, Block{Journal: "notes"}, Renewed)
	if _, change, err := Remove(renewed); change != Deleted || err != nil {
		t.Errorf("renewed: change %d: %v", change, err)
	}
	rest, change, err := Remove(append(slices.Clone(written), "echo mine\n"...))
	if string(rest) != "#!/bin/sh\necho mine\n" || change != TakenOut || err != nil {
		t.Errorf("continued: %q, %d, %v", rest, change, err)
	}
	// Somebody's own script may say no more than that.
	if rest, change, _ := Remove(install(t, []byte("#!/bin/sh\n"), theBlock, Added)); string(rest) != "#!/bin/sh\n" || change != TakenOut {
		t.Errorf("somebody's own: %q, %d", rest, change)
	}
	if rest, change, err := Remove([]byte("#!/bin/sh\nmake\n")); string(rest) != "#!/bin/sh\nmake\n" || change != Unchanged || err != nil {
		t.Errorf("without a block: %q, %d, %v", rest, change, err)
	}
}

// TestOlder holds that the lines of another version are replaced and removed,
// and that other line ends are no change.
func TestOlder(t *testing.T) {
	lines := "debrief check --staged || exit 1\n"
	older := []byte("#!/bin/sh\n# >>> debrief " + sum([]byte(lines)) + ", with this file >>>\n" + lines + lowerMark + "\n")
	renewed := install(t, older, theBlock, Renewed)
	if want := install(t, nil, theBlock, Written); !bytes.Equal(renewed, want) {
		t.Errorf("got %q, want %q", renewed, want)
	}
	if _, change, err := Remove(older); change != Deleted || err != nil {
		t.Errorf("change %d: %v", change, err)
	}
	dos := bytes.ReplaceAll(install(t, []byte("#!/bin/sh\nmake\n"), theBlock, Added), []byte("\n"), []byte("\r\n"))
	if rest, change, err := Remove(dos); string(rest) != "#!/bin/sh\r\nmake\r\n" || change != TakenOut || err != nil {
		t.Errorf("got %q, %d, %v", rest, change, err)
	}
}

// TestEdited holds that lines which somebody has changed are left alone.
func TestEdited(t *testing.T) {
	script := string(install(t, []byte("#!/bin/sh\nmake\n"), theBlock, Added))
	for name, edited := range map[string]string{
		"a command":        strings.Replace(script, "--staged", "--staged --fail-on overdue", 1),
		"a line more":      strings.Replace(script, "\n(\n", "\n(\nset -x\n", 1),
		"the sum":          strings.Replace(script, "# >>> debrief ", "# >>> debrief 0", 1),
		"indented":         strings.ReplaceAll(script, "\n", "\n  "),
		"no lower mark":    strings.Replace(script, lowerMark+"\n", "", 1),
		"no upper mark":    script[strings.Index(script, "\n(\n"):],
		"twice":            script + strings.TrimPrefix(script, "#!/bin/sh\n"),
		"a mark too many":  script + lowerMark + "\n",
		"a comment for it": strings.Replace(script, "# >>> debrief", "# >>> debrief (mine)", 1),
	} {
		for what, do := range map[string]func() (Change, error){
			"install": func() (Change, error) { _, change, err := Install([]byte(edited), theBlock); return change, err },
			"remove":  func() (Change, error) { _, change, err := Remove([]byte(edited)); return change, err },
		} {
			if change, err := do(); !errors.Is(err, ErrEdited) || change != Unchanged {
				t.Errorf("%s with %s: change %d, %v", what, name, change, err)
			}
		}
	}
}

// TestForeign holds which hooks are no shell's.
func TestForeign(t *testing.T) {
	for script, by := range map[string]string{
		"":                            "",
		"make\n":                      "",
		"\x7fELF\x02\x01\x01":         "",
		"\ufeff#!/bin/sh\n":           "",
		"#!\n":                        "",
		"#!/usr/bin/env python3\n":    "python3",
		"#!/usr/bin/env -S node -r x": "node",
		"#!/usr/bin/env A=b fish\n":   "fish",
		"#!/usr/bin/perl -w\n":        "perl",
		"#!/bin/sh\n''''exec python3 -- \"$0\" ${1+\"$@\"} # '''\nimport os\n":        "python3",
		"#!/bin/sh\n# \\\nexec tclsh \"$0\" ${1+\"$@\"}\n":                            "tclsh",
		"#!/bin/sh\n#! -*-perl-*-\neval 'exec perl -x -wS $0 ${1+\"$@\"}'\n  if 0;\n": "perl",
		"#!/bin/sh\n':' //; exec /usr/bin/node \"$0\" \"$@\"\n":                       "node",
	} {
		_, change, err := Install([]byte(script), theBlock)
		foreign, ok := errors.AsType[*Foreign](err)
		if !ok || foreign.Interpreter != by || change != Unchanged {
			t.Errorf("%q: change %d, %v; want one for %q", script, change, err, by)
		}
	}
	for _, script := range []string{
		"#!/bin/sh", "#!/bin/sh -e\n", "#!/bin/busybox sh\n", "#!C:\\Git\\bin\\sh.exe\n", "#!/usr/bin/env zsh\n", "#!/bin/ksh\n",
		"#!/bin/sh\nexec python3 \"$(dirname \"$0\")/check.py\"\n",
		"#!/bin/sh\nif [ -z \"$BASH\" ]; then exec bash \"$0\" \"$@\"; fi\n",
	} {
		install(t, []byte(script), theBlock, Added)
	}
}
