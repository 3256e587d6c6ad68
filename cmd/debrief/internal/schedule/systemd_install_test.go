package schedule

import (
	"errors"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestInstallUnits(t *testing.T) {
	d, form := newDesk(t), FormNamed("systemd")
	job := d.job(t)
	const units = "~/.config/systemd/user/debrief-search-1a2b3c4d"
	const on = "the timer is on: systemctl --user list-timers shows when it is next due"
	enable := "systemctl --user enable --now " + job.Name + ".timer"
	d.mustRun(t, form.Install, job, []string{enable},
		[]string{"wrote " + units + ".service", "wrote " + units + ".timer", on})
	d.mustRun(t, form.Install, job, []string{enable},
		[]string{units + ".service says so already", units + ".timer says so already", on})
	job.When = Daily(7, 30)
	d.mustRun(t, form.Install, job, []string{enable, "systemctl --user restart " + job.Name + ".timer"},
		[]string{units + ".service says so already", "wrote " + units + ".timer", on})
	d.mustRun(t, form.Remove, job,
		[]string{"systemctl --user disable --now " + job.Name + ".timer", "systemctl --user clean --what=state " + job.Name + ".timer", "systemctl --user daemon-reload"},
		[]string{"removed " + units + ".timer", "removed " + units + ".service"})
	d.mustRun(t, form.Remove, job, nil, []string{"there is nothing to remove: no unit is called " + job.Name})
	if left, _ := filepath.Glob(filepath.Join(d.home, ".config/systemd/user/*")); left != nil {
		t.Errorf("left behind: %q", left)
	}
}

// TestNoSystemd holds what is said where systemctl is out of reach: units are
// in their place, and the rest is for the person.
func TestNoSystemd(t *testing.T) {
	d, form := newDesk(t), FormNamed("systemd")
	job := d.job(t)
	d.runner.fail["systemctl --user enable --now "+job.Name+".timer"] = &ProgramError{
		Line: "systemctl --user enable", Stderr: "Failed to connect to bus", Err: errors.New("exit status 1"),
	}
	err := form.Install(t.Context(), d.Installer, job)
	r, ok := errors.AsType[*RefusedError](err)
	if !ok || r.What != "the timer was not started: systemctl --user enable: Failed to connect to bus" ||
		!strings.HasSuffix(r.Hint, "run: systemctl --user enable --now debrief-search-1a2b3c4d.timer") {
		t.Errorf("%v: %+v", err, r)
	}
	d.runner.fail["systemctl --user disable --now "+job.Name+".timer"] = &ProgramError{Line: "systemctl --user disable", Err: exec.ErrNotFound}
	err = form.Remove(t.Context(), d.Installer, job)
	if err == nil || !strings.Contains(err.Error(), "the timer was not stopped: systemctl --user disable: there is no such program here") {
		t.Error(err)
	}
	if left, _ := filepath.Glob(filepath.Join(d.home, ".config/systemd/user/*")); left != nil {
		t.Errorf("left behind: %q", left)
	}
}
