package tell

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"time"
)

// showWait is how long a program may take to show a notification. It only has
// to reach a daemon; one that hangs would keep back all that follow.
const showWait = 10 * time.Second

// show shows what is pending until there is nothing, and keeps the memory.
func (d *Desktop) show(idle chan struct{}) {
	for {
		batch, more := d.take(idle)
		if !more {
			return
		}
		for _, n := range compose(batch) {
			if d.showOne(n) {
				d.mu.Lock()
				d.memory.mark(n.of, true)
				d.mu.Unlock()
			}
		}
		d.remember()
	}
}

// take returns what is pending and marks it, so that nobody takes it again.
// When there is nothing left to do, not even to be written, it closes idle.
func (d *Desktop) take(idle chan struct{}) (batch []Item, more bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if !d.closed {
		batch, d.pending = d.pending, nil
	}
	if len(batch) == 0 && !d.memory.changed {
		close(idle)
		return nil, false
	}
	d.memory.mark(batch, false)
	return batch, true
}

// showOne shows a notification and reports whether that went well.
func (d *Desktop) showOne(n notification) bool {
	ctx, cancel := context.WithTimeout(d.ctx, showWait)
	defer cancel()
	printed := &head{}
	p := n.process(d.options.GOOS)
	p.Environ, p.Stderr = d.options.Environ, printed
	err := d.options.Runner.Run(ctx, p)
	switch {
	case err == nil:
		delete(d.said, "failed")
		return true
	case d.ctx.Err() != nil: // killed by Close, which says so
	case errors.Is(err, exec.ErrNotFound):
		d.say("absent", fmt.Errorf("no notifications: %s is missing%s (%w)", p.Name, packageOf(p.Name), exec.ErrNotFound))
	case ctx.Err() != nil:
		d.say("failed", fmt.Errorf("show a notification: %s took longer than %v", p.Name, showWait))
	default:
		d.say("failed", fmt.Errorf("show a notification: %s: %w%s", p.Name, err, printed.remark()))
	}
	return false
}

// remember writes the memory if it has changed. One that cannot be written is
// said once; the next change tries again.
func (d *Desktop) remember() {
	d.mu.Lock()
	file, changed := d.memory.file, d.memory.changed
	d.memory.changed = false
	content, err := d.memory.encode()
	d.mu.Unlock()
	if file == "" || !changed {
		return
	}
	if err == nil {
		err = writeMemory(file, content)
	}
	if err != nil {
		d.say("memory", fmt.Errorf("remember what was told: write %s: %w", file, withoutPath(err)))
	}
}

// say reports a failure unless one of its kind has been reported.
func (d *Desktop) say(kind string, err error) {
	if !d.said[kind] {
		d.said[kind] = true
		d.options.Failed(err)
	}
}

// headSize is how many bytes of what a program prints are worth repeating.
const headSize = 300

// A head keeps the beginning of what is written to it.
type head struct{ text []byte }

func (h *head) Write(p []byte) (int, error) {
	h.text = append(h.text, p[:min(len(p), headSize-len(h.text))]...)
	return len(p), nil
}

// remark returns what was written as the end of a message.
func (h *head) remark() string {
	if text := clean(string(h.text), headSize); text != "" {
		return " (" + text + ")"
	}
	return ""
}

// packageOf says, behind the name of a program, what brings it.
func packageOf(program string) string {
	if program == "notify-send" {
		return "; Debian's libnotify-bin and most systems' libnotify have it"
	}
	return ""
}
