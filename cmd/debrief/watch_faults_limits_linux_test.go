package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// inNamespace runs the test that calls it once more, as the administrator of
// name spaces of its own, where limits and mounts are nobody else's. There it
// returns true; here false, when the other has ended.
func inNamespace(t *testing.T) bool {
	t.Helper()
	const inside = "DEBRIEF_IN_NAMESPACE"
	if os.Getenv(inside) != "" {
		check(t, unix.Mount("", "/", "", unix.MS_REC|unix.MS_PRIVATE, ""))
		return true
	}
	self, err := os.Executable()
	check(t, err)
	cmd := exec.Command(self, "-test.run=^"+t.Name()+"$", "-test.v", "-test.count=1")
	cmd.Env = append(os.Environ(), inside+"=1")
	cmd.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
	}
	out, err := cmd.CombinedOutput()
	switch {
	case strings.Contains(string(out), "--- PASS: "+t.Name()):
	case strings.Contains(string(out), "--- FAIL: "+t.Name()) && !strings.Contains(string(out), "operation not permitted"):
		t.Errorf("in name spaces of its own:\n%s", out)
	case err == nil && strings.Contains(string(out), "--- SKIP: "+t.Name()):
		t.Skipf("in name spaces of its own:\n%s", out)
	default:
		missing(t, "name spaces that a user may make (unshare -Urm)", fmt.Errorf("%w\n%s", err, out))
	}
	return false
}

// limit sets one of the limits that the name space has to itself.
func limit(t *testing.T, name string, value int) {
	t.Helper()
	file := "/proc/sys/user/" + name
	usual, err := os.ReadFile(file)
	check(t, err)
	check(t, os.WriteFile(file, fmt.Appendln(nil, value), 0))
	t.Cleanup(func() { _ = os.WriteFile(file, usual, 0) })
}

// polls holds that the program says once why it polls, and that the report
// follows all the same.
func (w *watched) polls(why string) {
	w.t.Helper()
	for n := range 3 {
		w.write(halden, []string{interviewNote, thankedNote}[n%2])
		w.settles()
	}
	w.saidOnce("looking every 1 to 10 s: " + why)
}

// TestWatchNoWatches has fewer watches than there are folders, from the start
// or as folders come.
func TestWatchNoWatches(t *testing.T) {
	t.Parallel()
	if !inNamespace(t) {
		return
	}
	const folders = 4
	var all []*watched
	for _, watches := range []int{0, 1, folders - 1} {
		limit(t, "max_inotify_watches", watches)
		w := newWatched(t, smallJournal())
		w.start()
		all = append(all, w)
	}
	limit(t, "max_inotify_watches", folders)
	w := newWatched(t, smallJournal())
	w.start()
	if w.count("watching 4 folders") != 1 {
		t.Fatal("it polls from the start")
	}
	w.write("outreach/new.md", "---\nperson: Hana Sato\ndate: "+daysAgo(1)+"\n---\n")
	w.said("looking every 1 to 10 s")
	all = append(all, w)
	for _, w := range all { // the first change takes a poller up to 10 s, all of them at once
		w.write(halden, thankedNote)
	}
	for _, w := range all {
		w.settles()
		w.polls("the system has no watches left")
	}
}

// TestWatchNoInstances runs out of what watches hang on: the system answers as
// if too many files were open.
func TestWatchNoInstances(t *testing.T) {
	t.Parallel()
	if !inNamespace(t) {
		return
	}
	limit(t, "max_inotify_instances", 0)
	w := newWatched(t, smallJournal())
	w.start()
	w.polls("too many files are open to watch more")
	w.kill()
}

// TestWatchNoDescriptors takes the right to open files away from a program
// that watches already, all of it or all but that to a few. When it may again,
// the report is true: that a note could not be opened is not remembered.
func TestWatchNoDescriptors(t *testing.T) {
	t.Parallel()
	notes := smallJournal()
	for n := range 60 {
		notes[fmt.Sprintf("interviews/%d.md", n)] = interviewNote
	}
	w := newWatched(t, notes)
	w.start()
	var usual unix.Rlimit
	check(t, unix.Prlimit(w.cmd.Process.Pid, unix.RLIMIT_NOFILE, nil, &usual))
	open, err := os.ReadDir(fmt.Sprintf("/proc/%d/fd", w.cmd.Process.Pid))
	check(t, err)
	for n, files := range []int{3, len(open) + 1, len(open) + 2, 3} {
		less := unix.Rlimit{Cur: uint64(files), Max: usual.Max}
		check(t, unix.Prlimit(w.cmd.Process.Pid, unix.RLIMIT_NOFILE, &less, nil))
		for name, text := range notes {
			w.write(name, text+strings.Repeat("\n", n))
		}
		w.write(halden, []string{thankedNote, interviewNote}[n%2])
		pause(3500 * time.Millisecond) // such that what can be found is believed
		check(t, unix.Prlimit(w.cmd.Process.Pid, unix.RLIMIT_NOFILE, &usual, nil))
		t.Logf("with %d files: true after %v", files, w.settles())
	}
}

// mountSmall mounts a file system of 1 MB, which goes at the end.
func mountSmall(t *testing.T, at string) {
	t.Helper()
	check(t, os.MkdirAll(at, 0o755))
	check(t, unix.Mount("tmpfs", at, "tmpfs", 0, "size=1m"))
	t.Cleanup(func() { _ = unix.Unmount(at, unix.MNT_DETACH) })
}

// TestWatchFullDisk fills the disk that the report is on.
func TestWatchFullDisk(t *testing.T) {
	t.Parallel()
	if !inNamespace(t) {
		return
	}
	w := newWatched(t, smallJournal())
	mountSmall(t, filepath.Dir(w.report))
	w.start()
	before := w.read()
	filler := filepath.Join(filepath.Dir(w.report), "filler")
	f, err := os.Create(filler)
	check(t, err)
	block := make([]byte, 4096)
	for err == nil {
		_, err = f.Write(block)
	}
	check(t, f.Close())
	w.write(halden, thankedNote)
	w.said("no space left on device: the report there is an earlier one")
	if w.read() != before {
		t.Error("the report is not what it was")
	}
	w.write(halden, thankedNote+"More.\n") // never what is there already
	pause(time.Second)
	w.write(halden, thankedNote)
	pause(time.Second) // this one is not written either: only the next try can do it
	if found, _ := filepath.Glob(filepath.Join(filepath.Dir(w.report), ".debrief-*")); len(found) > 0 {
		pause(time.Second) // it may be trying
		if _, err := os.Stat(found[0]); err == nil {
			t.Errorf("left behind: %v", found)
		}
	}
	check(t, os.Remove(filler))
	w.said("the report could be written again")
	w.settles()
	w.saidOnce("no space left on device")
	w.saidOnce("could be written again")
	w.kill()
}

// TestWatchUnmounted takes the journal's file system away and brings it back.
// The empty folder it was mounted on is not taken for a journal without notes.
func TestWatchUnmounted(t *testing.T) {
	t.Parallel()
	if !inNamespace(t) {
		return
	}
	for _, deep := range []string{"", "journal"} { // the disk is the journal, or the journal is on it
		w := newWatched(t, nil)
		disk := w.dir
		mountSmall(t, disk)
		w.dir = filepath.Join(disk, deep)
		for name, text := range smallJournal() {
			w.write(name, text)
		}
		keep := filepath.Join(filepath.Dir(disk), "keep")
		check(t, os.Mkdir(keep, 0o755))
		check(t, unix.Mount(disk, keep, "", unix.MS_BIND, ""))
		w.start()
		before := w.read()
		check(t, unix.Unmount(disk, unix.MNT_DETACH))
		words := "an empty one: the last report stands until it has notes"
		if deep != "" {
			words = folderGone
		}
		w.said(words)
		w.stands(before)
		check(t, unix.Mount(keep, disk, "", unix.MS_BIND, ""))
		w.said(folderBack)
		w.settles()
		w.write(halden, thankedNote)
		w.settles()
		w.saidOnce(words)
		w.kill()
		check(t, unix.Unmount(disk, unix.MNT_DETACH))
		check(t, unix.Unmount(keep, unix.MNT_DETACH))
	}
}
