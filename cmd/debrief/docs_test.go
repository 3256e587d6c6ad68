package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"debrief/parser"
	"debrief/report"
)

// TestManualPage holds docs/debrief.1 to the help texts.
func TestManualPage(t *testing.T) {
	compareFile(t, "../../docs/debrief.1", invoke(t, "man").stdout.Bytes())
}

// TestRulesManual holds docs/rules.md to the rules, and every example in it to
// what debrief check prints about it.
func TestRulesManual(t *testing.T) {
	docs := docsFolder(t)
	var b strings.Builder
	b.WriteString("# Rules\n\n" +
		"What debrief looks for, why, and how to set it in `search.md`:\n\n" +
		"````yaml\nrules:\n  thank-you: { within: 12h }\n  search-stale: off\n````\n\n" +
		"Written by `go test ./cmd/debrief -update` from the rules in `report/`.\n")
	for _, rule := range report.Rules() {
		t.Run(rule.ID, func(t *testing.T) {
			fmt.Fprintf(&b, "\n## %s\n\n**%s**\n\n%s\n\n%s\n", rule.ID, rule.Title, rule.Looks, rule.Why)
			writeSettings(&b, rule)
			fires := checkSample(t, rule.ID, rule.Fires)
			if fires == "" {
				t.Error("it is silent on its example")
			}
			fmt.Fprintf(&b, "\nOn this journal\n\n%s\nit says\n\n%s", fenced(rule.Fires), fenced(fires))
			if silent := checkSample(t, rule.ID, rule.Silent); silent != "" {
				t.Errorf("it speaks up on the journal it ought to be silent on:\n%s", silent)
			}
			fmt.Fprintf(&b, "\nand nothing on this one\n\n%s", fenced(rule.Silent))
		})
	}
	compareFile(t, filepath.Join(docs, "rules.md"), []byte(b.String()))
}

// writeSettings writes the table of a rule's settings.
func writeSettings(b *strings.Builder, rule *report.Rule) {
	if rule.OffByDefault {
		b.WriteString("\nIt is off unless `search.md` turns it on.\n")
	}
	if len(rule.Settings) == 0 {
		return
	}
	b.WriteString("\n| setting | default | |\n|---|---|---|\n")
	for _, s := range rule.Settings {
		fmt.Fprintf(b, "| `%s` | `%s` | %s |\n", s.Name, s.Default, s.About)
	}
}

// TestProblemsManual holds docs/problems.md to the table of problems, and
// every sample in it to what debrief check prints about it.
func TestProblemsManual(t *testing.T) {
	docs := docsFolder(t)
	var b strings.Builder
	b.WriteString("# Problems\n\n" +
		"What `debrief check` says when a note cannot be read as it stands. " +
		"An error means that facts were lost, a warning that something looks wrong, a note is worth knowing.\n\n" +
		"Written by `go test ./cmd/debrief -update` from the table in `parser/catalogue.go`.\n")
	for _, kind := range parser.ProblemKinds() {
		t.Run(string(kind.ID), func(t *testing.T) {
			fmt.Fprintf(&b, "\n## %s\n\n**%s** (%s)\n\n%s\n\n%s\n", kind.ID, kind.Title, kind.Severity, kind.About, kind.Instead)
			fmt.Fprintf(&b, "\n%s", fenced(kind.Sample))
			printed := checkShut(t, kind.Sample)
			if os.Geteuid() > 0 || printed == "" { // root and Windows open every file, and the manual is the same for all
				onDisk := checkSample(t, string(kind.ID), kind.Sample)
				if printed != "" && printed != onDisk {
					t.Errorf("got %q from the disk, want %q", onDisk, printed)
				}
				printed = onDisk
			}
			if printed == "" {
				t.Error("the sample does not show it")
			}
			fmt.Fprintf(&b, "\nprints\n\n%s", fenced(printed))
		})
	}
	compareFile(t, filepath.Join(docs, "problems.md"), []byte(b.String()))
}

// docsFolder returns the absolute path of docs, for tests that leave their
// working directory.
func docsFolder(t *testing.T) string {
	t.Helper()
	docs, err := filepath.Abs("../../docs")
	check(t, err)
	return docs
}

// fenced sets a sample as a block of its own.
func fenced(text string) string {
	return "````\n" + strings.TrimRight(text, "\n") + "\n````\n"
}
