package schedule

import (
	"context"
	"fmt"
)

// agentFile returns where the person's own agents lie.
func agentFile(in *Installer, job Job) (string, error) {
	return in.home("Library", "LaunchAgents", label(job)+".plist")
}

// installAgent writes the agent and has launchd load it.
func installAgent(ctx context.Context, in *Installer, job Job) error {
	text, err := propertyList(job)
	if err != nil {
		return err
	}
	file, err := agentFile(in, job)
	if err != nil {
		return err
	}
	changed, err := in.place(file, string(text))
	if err != nil {
		return err
	}
	if err := in.stamp(job); err != nil {
		return err
	}
	loaded := in.loaded(ctx, job)
	if loaded && !changed {
		return nil
	}
	if loaded {
		// What is loaded already is not read again.
		if err := in.launchctl(ctx, "bootout", in.target(job)); err != nil {
			return notLoaded(file, err)
		}
	}
	if err := in.launchctl(ctx, "bootstrap", in.domain(), file); err != nil {
		return notLoaded(file, err)
	}
	in.Tell("launchd has loaded " + label(job))
	return nil
}

func notLoaded(file string, err error) error {
	return refused("the agent is in its place: launchd loads it at the next login", "launchd did not load %s: %v", file, err)
}

// removeAgent has launchd forget the agent and removes it.
func removeAgent(ctx context.Context, in *Installer, job Job) error {
	file, err := agentFile(in, job)
	if err != nil {
		return err
	}
	there, err := in.ours(file)
	if err != nil {
		return err
	}
	if err := in.unstamp(job); err != nil {
		return err
	}
	if !there {
		in.Tell("there is nothing to remove: no agent is called " + label(job))
		return nil
	}
	var trouble error
	if in.loaded(ctx, job) {
		trouble = in.launchctl(ctx, "bootout", in.target(job))
	}
	if _, err := in.takeAway(file); err != nil {
		return err
	}
	if trouble != nil {
		return refused("the agent is gone: launchd forgets it at the next login", "launchd still has %s: %v", label(job), trouble)
	}
	return nil
}

// domain is the part of launchd that belongs to the person's desktop.
func (in *Installer) domain() string        { return fmt.Sprintf("gui/%d", in.UID) }
func (in *Installer) target(job Job) string { return in.domain() + "/" + label(job) }

// loaded reports whether launchd knows the agent.
func (in *Installer) loaded(ctx context.Context, job Job) bool {
	return in.launchctl(ctx, "print", in.target(job)) == nil
}

func (in *Installer) launchctl(ctx context.Context, args ...string) error {
	_, err := in.Runner.Run(ctx, "", "launchctl", args...)
	return err
}
