package schedule

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
)

func TestInstallAgent(t *testing.T) {
	d, form := newDesk(t), FormNamed("launchd")
	job := d.job(t)
	const file = "~/Library/LaunchAgents/local.debrief-search-1a2b3c4d.plist"
	const target = "gui/501/local.debrief-search-1a2b3c4d"
	d.runner.fail["launchctl print "+target] = errors.New("not loaded")
	d.mustRun(t, form.Install, job, []string{"launchctl print " + target, "launchctl bootstrap gui/501 " + file},
		[]string{"wrote " + file, "launchd has loaded local." + job.Name})
	delete(d.runner.fail, "launchctl print "+target)
	d.mustRun(t, form.Install, job, []string{"launchctl print " + target}, []string{file + " says so already"})
	job.When = Daily(7, 30)
	d.mustRun(t, form.Install, job,
		[]string{"launchctl print " + target, "launchctl bootout " + target, "launchctl bootstrap gui/501 " + file},
		[]string{"wrote " + file, "launchd has loaded local." + job.Name})
	d.mustRun(t, form.Remove, job, []string{"launchctl print " + target, "launchctl bootout " + target}, []string{"removed " + file})
	d.mustRun(t, form.Remove, job, nil, []string{"there is nothing to remove: no agent is called local." + job.Name})

	d.runner.fail["launchctl bootstrap gui/501 "+filepath.Join(d.home, file[2:])] = errors.New("Input/output error")
	d.runner.fail["launchctl print "+target] = errors.New("not loaded")
	err := form.Install(t.Context(), d.Installer, job)
	if err == nil || !strings.Contains(err.Error(), "launchd did not load") {
		t.Error(err)
	}
}
