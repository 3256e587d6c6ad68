//go:build unix

package tell

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"syscall"
)

// command makes a process the leader of a group of its own.
func command(ctx context.Context, p Process) *exec.Cmd {
	cmd := exec.CommandContext(ctx, p.Name, p.Args...)
	if p.Script != "" {
		// Without `--` a script that begins with a dash would be an option.
		cmd = exec.CommandContext(ctx, posixShell(), "-c", "--", p.Script)
	}
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	return cmd
}

// posixShell returns the shell on the path. Without a path, as with an empty
// environment, it is where every system has one.
func posixShell() string {
	if found, err := exec.LookPath("sh"); err == nil {
		return found
	}
	return "/bin/sh"
}

// killGroup kills the group that a process leads.
func killGroup(p *os.Process) error {
	err := syscall.Kill(-p.Pid, syscall.SIGKILL)
	if errors.Is(err, syscall.ESRCH) {
		return os.ErrProcessDone
	}
	return err
}
