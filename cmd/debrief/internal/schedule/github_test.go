package schedule

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestWorkflowLints has actionlint read the workflow.
func TestWorkflowLints(t *testing.T) {
	modfile, err := filepath.Abs("../../../../tools/actionlint.mod")
	if err != nil {
		t.Fatal(err)
	}
	if out, err := exec.CommandContext(t.Context(), "go", "tool", "-modfile="+modfile, "actionlint", "-version").CombinedOutput(); err != nil {
		if os.Getenv("CI") == "" {
			t.Skipf("actionlint is not there: %v\n%s", err, out)
		}
		t.Fatalf("actionlint is not there: %v\n%s", err, out)
	}
	dir := t.TempDir()
	for name, job := range map[string]Job{"plain": plainJob(t), "awkward": awkwardJob(t), "no zone": plainJob(t)} {
		if name == "no zone" {
			job.Zone, job.Files = "", nil
		}
		text, err := githubWorkflow(job)
		if err != nil {
			t.Fatal(err)
		}
		writeFile(t, filepath.Join(dir, ".github", "workflows", strings.ReplaceAll(name, " ", "-")+".yml"), text)
	}
	files, err := filepath.Glob(filepath.Join(dir, ".github", "workflows", "*.yml"))
	if err != nil || len(files) != 3 {
		t.Fatal(files, err)
	}
	output(t, "go", append([]string{"tool", "-modfile=" + modfile, "actionlint", "-no-color"}, files...)...)
}
