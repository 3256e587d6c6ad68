//go:build linux || darwin

package workspace

import (
	"path"

	"golang.org/x/sys/unix"
)

// An inode tells which file it is, and when anything about it changed, in ns
// since 1970: nobody can set that time, so it betrays a file that was given its
// old size and date.
type inode struct {
	device, number uint64
	changed        int64
}

// A stamper takes the stamps of the notes in one folder after the other. It is
// for one goroutine, and for one look: it keeps a folder open and asks for the
// files in it by their bare names, which spares the system the way from the
// root for each of ten thousand notes, and os what it makes of the answer.
type stamper struct {
	root   string
	folder string // relative to root
	fd     int    // of the folder; below 0 when it could not be opened
	stat   unix.Stat_t
}

func newStamper(root string) *stamper { return &stamper{root: root, fd: -1} }

// stamp returns what tells a file from what it was before, without opening it.
// name is relative to the journal, with forward slashes.
func (s *stamper) stamp(name string) (stamp, error) {
	folder, base := path.Split(name)
	if folder != s.folder || s.fd < 0 {
		s.close()
		fd, err := uninterrupted(func() (int, error) {
			return unix.Open(s.root+"/"+folder, unix.O_RDONLY|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
		})
		if err != nil { // it may be closed to us and its files not
			fd, base = unix.AT_FDCWD, s.root+"/"+name
		} else {
			s.folder, s.fd = folder, fd
		}
		return s.at(fd, base)
	}
	return s.at(s.fd, base)
}

func (s *stamper) at(fd int, name string) (stamp, error) {
	_, err := uninterrupted(func() (int, error) { return 0, unix.Fstatat(fd, name, &s.stat, 0) })
	if err != nil {
		return stamp{}, err
	}
	return stamp{
		size: s.stat.Size, modified: s.stat.Mtim.Nano(),
		inode: inode{device: uint64(s.stat.Dev), number: s.stat.Ino, changed: s.stat.Ctim.Nano()}, //nolint:unconvert // not a uint64 everywhere
	}, nil
}

// close closes the folder.
func (s *stamper) close() {
	if s.fd >= 0 {
		_ = unix.Close(s.fd)
		s.fd = -1
	}
}
