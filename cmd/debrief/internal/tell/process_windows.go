package tell

import (
	"context"
	"os"
	"os/exec"
	"strconv"
	"syscall"
	"time"
)

// killWait bounds how long ending a tree of processes may take.
const killWait = 5 * time.Second

// command makes a process the root of a group of its own, which an interrupt
// typed at the console does not reach.
func command(ctx context.Context, p Process) *exec.Cmd {
	attr := &syscall.SysProcAttr{CreationFlags: syscall.CREATE_NEW_PROCESS_GROUP}
	cmd := exec.CommandContext(ctx, p.Name, p.Args...)
	if p.Script != "" {
		cmd = exec.CommandContext(ctx, "cmd")
		// cmd does not read a command line as other programs do: with /S it
		// takes off the outermost quotes and leaves alone what is inside.
		attr.CmdLine = `cmd /S /C "` + p.Script + `"`
	}
	cmd.SysProcAttr = attr
	return cmd
}

// killGroup ends a process and what it has started. Windows knows no signal to
// a group, and taskkill is what knows the tree.
func killGroup(p *os.Process) error {
	ctx, cancel := context.WithTimeout(context.Background(), killWait)
	defer cancel()
	tree := exec.CommandContext(ctx, "taskkill", "/T", "/F", "/PID", strconv.Itoa(p.Pid))
	if tree.Run() == nil {
		return nil
	}
	return p.Kill()
}
