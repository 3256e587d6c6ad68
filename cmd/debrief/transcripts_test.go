package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

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
