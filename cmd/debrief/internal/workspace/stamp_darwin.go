package workspace

import (
	"io/fs"
	"syscall"
)

// An inode tells which file it is, and when anything about it changed, in ns
// since 1970.
type inode struct {
	device, number uint64
	changed        int64
}

func inodeOf(info fs.FileInfo) inode {
	s, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return inode{}
	}
	return inode{device: uint64(s.Dev), number: s.Ino, changed: s.Ctimespec.Nano()}
}
