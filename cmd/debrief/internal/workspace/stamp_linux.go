package workspace

import (
	"io/fs"
	"syscall"
)

// An inode tells which file it is, and when anything about it changed, in ns
// since 1970: nobody can set that time, so it betrays a file that was given its
// old size and date.
type inode struct {
	device, number uint64
	changed        int64
}

func inodeOf(info fs.FileInfo) inode {
	s, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return inode{}
	}
	return inode{device: uint64(s.Dev), number: s.Ino, changed: s.Ctim.Nano()} //nolint:unconvert // not a uint64 everywhere
}
