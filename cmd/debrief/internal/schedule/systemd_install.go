package schedule

import (
	"context"
	"fmt"
	"path/filepath"
)

// unitFiles returns where the person's own units lie.
func unitFiles(in *Installer, job Job) (service, timer string, err error) {
	folder := in.Env("XDG_CONFIG_HOME")
	if !filepath.IsAbs(folder) { // as the specification asks
		if folder, err = in.home(".config"); err != nil {
			return "", "", err
		}
	}
	folder = filepath.Join(folder, "systemd", "user")
	return filepath.Join(folder, job.Name+".service"), filepath.Join(folder, job.Name+".timer"), nil
}

// installUnits writes both units and starts the timer, now and at every login.
func installUnits(ctx context.Context, in *Installer, job Job) error {
	if _, err := systemdUnits(job); err != nil {
		return err
	}
	service, timer, err := unitFiles(in, job)
	if err != nil {
		return err
	}
	was, err := in.ours(timer) // before anything is written
	if err != nil {
		return err
	}
	if _, err := in.place(service, serviceUnit(job)); err != nil {
		return err
	}
	newTimer, err := in.place(timer, timerUnit(job))
	if err != nil {
		return err
	}
	unit := job.Name + ".timer"
	commands := [][]string{{"enable", "--now", unit}} // it reads all units anew on its way
	if was && newTimer {
		// A timer that is waiting goes on waiting for the time it knows.
		commands = append(commands, []string{"restart", unit})
	}
	for _, args := range commands {
		if err := in.systemctl(ctx, args...); err != nil {
			return refused(
				fmt.Sprintf("the units are in their place; once you are logged in, run: systemctl --user enable --now %s", unit),
				"the timer was not started: %v", err)
		}
	}
	in.Tell("the timer is on: systemctl --user list-timers shows when it is next due")
	return nil
}

// removeUnits stops the timer and removes both units, and what systemd noted
// about the timer's last run: a timer of the same name that is installed later
// would make up for all that time.
func removeUnits(ctx context.Context, in *Installer, job Job) error {
	service, timer, err := unitFiles(in, job)
	if err != nil {
		return err
	}
	unit := job.Name + ".timer"
	there, err := in.ours(timer)
	if err != nil {
		return err
	}
	if _, err := in.ours(service); err != nil {
		return err
	}
	var trouble error
	if there {
		if trouble = in.systemctl(ctx, "disable", "--now", unit); trouble == nil {
			_ = in.systemctl(ctx, "clean", "--what=state", unit) // older ones cannot
		}
	}
	timerGone, err := in.takeAway(timer)
	if err != nil {
		return err
	}
	serviceGone, err := in.takeAway(service)
	if err != nil {
		return err
	}
	if !timerGone && !serviceGone {
		in.Tell("there is nothing to remove: no unit is called " + job.Name)
		return nil
	}
	if trouble == nil {
		trouble = in.systemctl(ctx, "daemon-reload")
	}
	if trouble != nil {
		return refused("the units are gone; once you are logged in, run: systemctl --user disable --now "+unit,
			"the timer was not stopped: %v", trouble)
	}
	return nil
}

// systemctl speaks to the person's own systemd.
func (in *Installer) systemctl(ctx context.Context, args ...string) error {
	_, err := in.Runner.Run(ctx, "", "systemctl", append([]string{"--user"}, args...)...)
	return err
}
