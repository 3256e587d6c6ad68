//go:build linux

package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// awkward is the name of a journal that means something to cron, to systemd and
// to the shell.
const awkward = `my %d jobs "$HOME" it's`

// TestScheduleCron has a real cron run what was installed, after the minute and
// after years in which the machine was off.
func TestScheduleCron(t *testing.T) {
	t.Parallel()
	needTool(t, "cron")
	needTool(t, "faketime")
	dir := inNamespaces(t, "testdata/schedule/cron.sh")
	mine, installed, again, removed := readText(dir+"/tab.mine"), readText(dir+"/tab.installed"), readText(dir+"/tab.again"), readText(dir+"/tab.removed")
	if !strings.HasPrefix(installed, mine) || strings.Count(installed, "debrief report") != 4 {
		t.Errorf("installed is\n%s", installed)
	}
	if again != installed {
		t.Errorf("a second time is\n%s", again)
	}
	if removed != mine {
		t.Errorf("removed is\n%s", removed)
	}
	mustHaveRun(t, dir)
	if text := readText(dir + "/missed.md"); !strings.HasPrefix(text, "# What is owed") {
		t.Errorf("what was missed is %q", text)
	}
	if mode := readText(dir + "/mode"); mode != "644\n" {
		t.Errorf("the report's mode is %s", mode)
	}
	if stamp := readText(dir + "/stamp"); stamp == "" || strings.HasPrefix(stamp, "2020") {
		t.Errorf("noted is %q", stamp)
	}
	if place := readText(dir + "/place"); place != dir+"/home\nnot a tty\n50%\n" && place != "/root\nnot a tty\n50%\n" {
		t.Errorf("it ran at %q", place)
	}
	if said := readText(dir + "/said"); strings.Count(said, "\n") != 3 || !strings.Contains(said, "\nthe crontab says so already\n") {
		t.Errorf("said was\n%s", said)
	}
}

// TestScheduleSystemd has a real systemd run what was installed.
func TestScheduleSystemd(t *testing.T) {
	t.Parallel()
	needTool(t, "systemctl")
	dir := inNamespaces(t, "testdata/schedule/systemd.sh")
	mustHaveRun(t, dir)
	for file, clock := range map[string]string{"first": "07:30:00", "second": "08:15:00"} {
		if text := readText(filepath.Join(dir, file)); !strings.Contains(text, "active") || !strings.Contains(text, clock) {
			t.Errorf("the %s timer is %q, want one at %s", file, text, clock)
		}
	}
	if place, want := readText(dir+"/place"), filepath.Join(dir, awkward)+` 50% $HOME`; place != want {
		t.Errorf("the command saw %q, want %q", place, want)
	}
	if timers := readText(dir + "/timers"); timers != "" {
		t.Errorf("still waiting: %s", timers)
	}
	if said := readText(dir + "/said"); strings.Count(said, "\n") != 5 || strings.Count(said, "removed ") != 2 {
		t.Errorf("said was\n%s", said)
	}
}

// mustHaveRun holds what both systems leave behind.
func mustHaveRun(t *testing.T, dir string) {
	t.Helper()
	if text := readText(dir + "/STATUS.md"); !strings.HasPrefix(text, "# What is owed") || !strings.Contains(text, "Ines Falk") {
		t.Errorf("the report is %q", text)
	}
	var report struct{ Schema string }
	if err := json.Unmarshal([]byte(readText(dir+"/handed.json")), &report); err != nil || report.Schema != "debrief/report/v1" {
		t.Errorf("the command was handed %+v, %v", report, err)
	}
	if left := readText(dir + "/left"); left != "" {
		t.Errorf("left behind:\n%s", left)
	}
}

// inNamespaces runs a script with mounts and processes of its own, on a folder
// with an awkwardly named journal, and returns the folder.
func inNamespaces(t *testing.T, script string) (dir string) {
	t.Helper()
	needTool(t, "unshare")
	if os.Getuid() != 0 && os.Getenv("CI") == "" {
		t.Skip("only root may mount")
	}
	dir = scratch(t)
	root := filepath.Join(dir, awkward)
	writeSearch(t, root)
	writeInterview(t, root, "interviews/halden.md", "Halden Robotics", "Ines Falk", "")
	text, err := os.ReadFile(script)
	check(t, err)
	cmd := exec.CommandContext(t.Context(), "unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "sh", "-c", string(text), "sh", dir)
	cmd.Env = append(os.Environ(), "TZ=UTC", "LC_ALL=C")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", script, err, out)
	}
	return dir
}
