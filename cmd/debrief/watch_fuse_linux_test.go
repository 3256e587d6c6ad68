package main

import (
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"debrief/cmd/debrief/internal/watch"
)

// TestWatchNetworkDisk holds that a journal on a disk of which others may
// change something is polled, and why. FUSE stands for all of them: it is the
// one that can be had without another machine.
func TestWatchNetworkDisk(t *testing.T) {
	t.Parallel()
	if !inNamespace(t) {
		return
	}
	dir := t.TempDir()
	disk := filepath.Join(dir, "disk")
	check(t, os.Mkdir(disk, 0o755))
	mountFUSE(t, disk)
	for folder, want := range map[string]string{
		disk: "looking every 1 to 10 s: FUSE gives no word of what others change",
		dir:  "", // a look sees what is on a disk below it, and says so if no hint did
	} {
		w, err := watch.New(folder, watch.Options{Now: time.Now})
		check(t, err)
		if got := w.Trouble(); got != want {
			t.Errorf("%s: %q, want %q", folder, got, want)
		}
		w.Close()
	}
}

// mountFUSE mounts a file system of one empty folder, which goes at the end.
func mountFUSE(t *testing.T, at string) {
	t.Helper()
	device, err := unix.Open("/dev/fuse", unix.O_RDWR|unix.O_CLOEXEC, 0)
	if err != nil {
		t.Skip("no FUSE here:", err)
	}
	served := make(chan struct{})
	t.Cleanup(func() {
		_ = unix.Unmount(at, unix.MNT_DETACH) // which ends the serving
		<-served
		_ = unix.Close(device)
	})
	if err := unix.Mount("debrief", at, "fuse", 0, fmt.Sprintf("fd=%d,rootmode=40755,user_id=0,group_id=0", device)); err != nil {
		close(served)
		t.Skip("no FUSE here:", err)
	}
	go func() {
		defer close(served)
		serveFUSE(device)
	}()
}

// serveFUSE answers what the system wants to know of the folder, until it is
// mounted no more (include/uapi/linux/fuse.h).
func serveFUSE(device int) {
	const head, getattr, statfs, initialize = 40, 3, 17, 26
	request := make([]byte, 1<<17)
	for {
		n, err := unix.Read(device, request)
		if err == unix.EINTR || err == unix.EAGAIN || err == unix.ENOENT {
			continue
		}
		if err != nil || n < head {
			return
		}
		order := binary.NativeEndian
		var body []byte
		failed := int32(0)
		switch order.Uint32(request[4:]) {
		case initialize:
			body = make([]byte, 64)
			order.PutUint32(body, 7)      // the version
			order.PutUint32(body[4:], 31) // of the protocol
			order.PutUint32(body[20:], 4096)
		case getattr:
			body = make([]byte, 104)
			order.PutUint64(body[16:], 1) // the root
			order.PutUint32(body[16+60:], unix.S_IFDIR|0o755)
			order.PutUint32(body[16+64:], 2)
		case statfs:
			body = make([]byte, 80)
			order.PutUint32(body[40:], 4096)
		default:
			failed = -int32(unix.ENOSYS)
		}
		answer := make([]byte, 16, 16+len(body))
		order.PutUint32(answer, uint32(16+len(body)))
		order.PutUint32(answer[4:], uint32(failed))
		copy(answer[8:], request[8:16]) // which request it answers
		_, _ = unix.Write(device, append(answer, body...))
	}
}
