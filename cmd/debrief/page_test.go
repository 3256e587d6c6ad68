package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"debrief/cmd/debrief/internal/journalgen"
	"debrief/parser"
	"debrief/report"
	"debrief/report/render"
)

// mostPage is how large a page may be, in bytes, however long the search.
const mostPage = 1_000_000

// npmTools returns the folder that html-validate and axe-core are installed in,
// as npm install --prefix does: $DEBRIEF_NPM. Without one the test is skipped,
// and fails in CI.
func npmTools(t *testing.T) string {
	t.Helper()
	folder := os.Getenv("DEBRIEF_NPM")
	if folder == "" {
		missing(t, "html-validate and axe-core", errors.New("$DEBRIEF_NPM names no folder with them"))
	}
	return filepath.Join(folder, "node_modules")
}

// pageOf writes the page on a journal and returns its path.
func pageOf(t *testing.T, journal string, args ...string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "status.html")
	args = append([]string{"report", journal, "--now", sampleNow, "-o", file}, args...)
	if got := invoke(t, args...); got.status != statusFine {
		t.Fatalf("exit status %d: %s", got.status, &got.stderr)
	}
	return file
}

// journals for pages: the sample, one that is hard to read and one of nothing.
func pageJournals(t *testing.T) map[string]string {
	t.Helper()
	return map[string]string{
		"sample": sampleJournal,
		"hostile": writeNotes(t, map[string]string{
			"search.md": "---\nstarted: 2026-09-01\ntimezone: Europe/Berlin\n---\n",
			"interviews/a.md": "---\ncompany: \"</title><script>alert(1)</script>\"\nrole: \"\\\" onload=alert(1) x=\\\"\"\n" +
				"date: 2026-11-18 10:00\nwith: [\"<img src=x onerror=alert(1)>\", Dana]\nconfidence: 9\n---\n",
			"applications/an & 'other' <one>.md":    "---\ncompany: " + strings.Repeat("Unbroken", 40) + "\nrole: A\nstatus: applied\napplied: 2026-11-10\n---\n",
			"references/x.md":                       "---\nname: \"&lt;b&gt; {{1}}\"\npermission: yes\n---\n",
			"applications/" + "javascript:alert.md": "---\ncompany: Acme\nrole: B\napplied: someday\n---\n",
		}),
		"nothing": writeNotes(t, map[string]string{"note.md": "Nothing yet.\n"}),
	}
}

// writeNotes writes notes into a folder of their own.
func writeNotes(t *testing.T, notes map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for path, text := range notes {
		file := filepath.Join(dir, filepath.FromSlash(path))
		check(t, os.MkdirAll(filepath.Dir(file), 0o755))
		check(t, os.WriteFile(file, []byte(text), 0o644))
	}
	return dir
}

// TestPageIsValid has html-validate read pages by all of its recommendations.
func TestPageIsValid(t *testing.T) {
	validator := filepath.Join(npmTools(t), ".bin", "html-validate")
	rules := filepath.Join(t.TempDir(), "rules.json")
	check(t, os.WriteFile(rules, []byte(`{"root": true, "extends": ["html-validate:recommended"]}`), 0o644))
	args := []string{"--config", rules}
	for _, journal := range pageJournals(t) {
		args = append(args, pageOf(t, journal))
	}
	if out, err := exec.Command(validator, args...).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// TestPageSize holds the page on a search of many years to a size that every
// browser opens at once.
func TestPageSize(t *testing.T) {
	const notes = 10_000
	j, err := parser.Load(journalgen.Generate(1, notes, benchNow).FS(), time.UTC)
	check(t, err)
	r := report.Build(j, benchNow)
	r.Pictures = report.Draw(j, benchNow)
	var page bytes.Buffer
	check(t, render.HTML(&page, r, render.Options{}))
	t.Logf("%d bytes for %d notes", page.Len(), notes)
	if page.Len() > mostPage {
		t.Errorf("%d bytes for %d notes, want at most %d", page.Len(), notes, mostPage)
	}
}
