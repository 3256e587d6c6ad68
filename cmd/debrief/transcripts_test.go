package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/spf13/pflag"

	"debrief/report"
)

// onlyRules is a report or list narrowed to some rules, in a transcript.
var onlyRules = regexp.MustCompile(`^exec debrief (?:report )?.*--only ([a-z,-]+)`)

// TestEveryRuleHasATranscript looks for a transcript in which a rule is asked
// for by its name and compared whole, and for one that turns it off.
func TestEveryRuleHasATranscript(t *testing.T) {
	compared, off := map[string]bool{}, map[string]bool{}
	scripts, err := filepath.Glob("testdata/script/rules_*.txtar")
	check(t, err)
	for _, script := range scripts {
		text, err := os.ReadFile(script)
		check(t, err)
		archive := txtar.Parse(text)
		lines := strings.Split(string(archive.Comment), "\n")
		for i, line := range lines[:len(lines)-1] {
			m := onlyRules.FindStringSubmatch(line)
			if m != nil && strings.HasPrefix(lines[i+1], "cmp stdout ") {
				for rule := range strings.SplitSeq(m[1], ",") {
					compared[rule] = true
				}
			}
		}
		for _, file := range archive.Files {
			for _, rule := range report.Rules() {
				if strings.Contains(string(file.Data), rule.ID+": off") {
					off[rule.ID] = true
				}
			}
		}
	}
	for _, rule := range report.Rules() {
		if !compared[rule.ID] {
			t.Errorf("no transcript of rules_*.txtar compares what %s says", rule.ID)
		}
		if !off[rule.ID] && !rule.OffByDefault {
			t.Errorf("no transcript of rules_*.txtar turns %s off", rule.ID)
		}
	}
}

// TestEveryFlagHasATranscript looks for a transcript that calls each verb, and
// each of its flags, by the name or its one letter.
func TestEveryFlagHasATranscript(t *testing.T) {
	scripts, err := filepath.Glob("testdata/script/*.txtar")
	check(t, err)
	var called []string // what stands behind `debrief` in each call
	for _, script := range scripts {
		text, err := os.ReadFile(script)
		check(t, err)
		for line := range strings.Lines(string(txtar.Parse(text).Comment)) {
			if _, call, ok := strings.Cut(line, "debrief "); ok {
				called = append(called, " "+call)
			}
		}
	}
	calls := func(words ...string) bool {
		return slices.ContainsFunc(called, func(call string) bool {
			return !slices.ContainsFunc(words, func(word string) bool {
				return !regexp.MustCompile(regexp.QuoteMeta(word) + `\b`).MatchString(call)
			})
		})
	}
	root := newRoot(&program{})
	for _, verb := range root.Commands() {
		if verb.Hidden {
			continue
		}
		if !calls(" " + verb.Name()) {
			t.Errorf("no transcript calls debrief %s", verb.Name())
		}
		verb.LocalFlags().VisitAll(func(f *pflag.Flag) {
			long := calls(" "+verb.Name(), " --"+f.Name) || verb.Name() == "report" && calls(" --"+f.Name) // DIR alone is a report
			short := f.Shorthand != "" && calls(" "+verb.Name(), " -"+f.Shorthand)
			if !f.Hidden && !long && !short {
				t.Errorf("no transcript calls debrief %s --%s", verb.Name(), f.Name)
			}
		})
	}
}
