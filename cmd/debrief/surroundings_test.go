package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"debrief/report/render"
)

// TestSurroundings holds that a report on a journal whose time zone is written
// is the same bytes wherever the process runs: in whatever zone and language, in
// whatever folder.
func TestSurroundings(t *testing.T) {
	program, err := exec.LookPath("debrief")
	check(t, err)
	sample, err := filepath.Abs("../../sample-journal")
	check(t, err)
	surroundings := []struct {
		name, folder, journal string
		env                   []string
	}{
		{"west", "../..", "sample-journal", []string{"TZ=America/St_Johns"}},
		{"east", "../..", "sample-journal", []string{"TZ=Pacific/Kiritimati"}},
		{"no zone", "../..", "sample-journal", []string{"TZ="}},
		{"unknown zone", "../..", "sample-journal", []string{"TZ=Nowhere/Land"}},
		{"turkish", "../..", "sample-journal", []string{"LC_ALL=tr_TR.UTF-8", "LANG=tr_TR.UTF-8", "LANGUAGE=tr"}},
		{"swiss", "../..", "sample-journal", []string{"LC_ALL=de_CH.ISO-8859-1", "LC_NUMERIC=de_CH", "LC_TIME=de_CH"}},
		{"elsewhere", t.TempDir(), sample, nil},
		{"inside", sample, ".", nil},
		{"below", filepath.Join(sample, "interviews"), "..", nil},
		{"around", filepath.Join(sample, "interviews"), "", nil},
	}
	for verb, formats := range map[string][]render.Format{"report": render.Formats(), "check": render.CheckFormats()} {
		for _, format := range formats {
			output := func(folder, journal string, env ...string) string {
				args := []string{verb}
				if journal != "" {
					args = append(args, journal)
				}
				cmd := exec.CommandContext(t.Context(), program, append(args, "--now", sampleNow, "--format", format.Name, "--fail-on", "never")...)
				cmd.Dir = folder
				cmd.Env = append([]string{"PATH=" + os.Getenv("PATH"), "HOME=" + t.TempDir()}, env...)
				var stderr bytes.Buffer
				cmd.Stderr = &stderr
				stdout, err := cmd.Output()
				if err != nil {
					t.Errorf("%s %s in %s with %q: %v, %s", verb, format.Name, folder, env, err, &stderr)
				}
				return string(stdout) + "=== stderr\n" + stderr.String()
			}
			want := output("../..", "sample-journal", "TZ=UTC", "LC_ALL=C")
			for _, s := range surroundings {
				if verb == "check" && s.folder != "../.." {
					continue // its paths begin at the folder one is in, for an editor to jump to
				}
				if diff := cmp.Diff(want, output(s.folder, s.journal, s.env...)); diff != "" {
					t.Errorf("%s %s, %s (-UTC and C +there):\n%s", verb, format.Name, s.name, diff)
				}
			}
		}
	}
}
