package schedule

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
)

// installLines puts the job's lines into the person's crontab.
func installLines(ctx context.Context, in *Installer, job Job) error {
	lines, err := cronLines(job)
	if err != nil {
		return err
	}
	old, err := in.crontab(ctx)
	if err != nil {
		return err
	}
	text, err := splice(old, job.Name, string(lines))
	if err != nil {
		return err
	}
	if err := in.stamp(job); err != nil {
		return err
	}
	if text == old {
		in.Tell("the crontab says so already")
		return nil
	}
	if _, err := in.Runner.Run(ctx, text, "crontab", "-"); err != nil {
		return fmt.Errorf("the crontab was left as it was: %w", err)
	}
	in.Tell("the crontab has the lines of " + job.Name + " now; the others are as they were")
	return nil
}

// removeLines takes the job's lines out of the person's crontab, and removes a
// crontab in which nothing is left.
func removeLines(ctx context.Context, in *Installer, job Job) error {
	old, err := in.crontab(ctx)
	if err != nil {
		return err
	}
	text, err := splice(old, job.Name, "")
	if err != nil {
		return err
	}
	if err := in.unstamp(job); err != nil {
		return err
	}
	if text == old {
		in.Tell("there is nothing to remove: the crontab has no lines of " + job.Name)
		return nil
	}
	if text == "" {
		_, err = in.Runner.Run(ctx, "", "crontab", "-r")
	} else {
		_, err = in.Runner.Run(ctx, text, "crontab", "-")
	}
	if err != nil {
		return fmt.Errorf("the crontab was left as it was: %w", err)
	}
	in.Tell("the crontab no longer has the lines of " + job.Name + "; the others are as they were")
	return nil
}

// crontab returns the person's crontab, "" when there is none. Whatever else
// goes wrong is an error: a crontab that could not be read is not replaced.
func (in *Installer) crontab(ctx context.Context) (string, error) {
	text, err := in.Runner.Run(ctx, "", "crontab", "-l")
	if err == nil {
		return text, nil
	}
	if errors.Is(err, exec.ErrNotFound) {
		return "", refused("install cron, or use --as systemd", "there is no crontab on this machine")
	}
	said := ""
	if failed, ok := errors.AsType[*ProgramError](err); ok {
		said = failed.Stderr
	}
	// Every cron but busybox's says it in these words, whatever the language.
	if strings.Contains(said, "no crontab for") || strings.Contains(said, "No such file") {
		return "", nil
	}
	return "", fmt.Errorf("cannot read the crontab: %w", err)
}
