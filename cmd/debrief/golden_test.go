package main

import (
	"path/filepath"
	"testing"

	"debrief/report/render"
)

// TestGolden holds the report on the sample journal to the committed bytes,
// in every format that report and check write.
func TestGolden(t *testing.T) {
	verbs := map[string][]render.Format{"report": render.Formats(), "check": render.CheckFormats()}
	for verb, formats := range verbs {
		for _, format := range formats {
			t.Run(verb+"/"+format.Name, func(t *testing.T) {
				t.Chdir("../..")
				got := invoke(t, verb, "sample-journal", "--now", sampleNow, "--format", format.Name, "--fail-on", "never")
				if got.status != statusFine {
					t.Fatalf("exit status %d: %s", got.status, &got.stderr)
				}
				compareFile(t, filepath.Join("cmd/debrief/testdata/golden", verb+"."+format.Name), got.stdout.Bytes())
			})
		}
	}
}
