//go:build !linux && !darwin

package workspace

import "io/fs"

// An inode is not known here: size and date have to do.
type inode struct{ changed int64 }

func inodeOf(fs.FileInfo) inode { return inode{} }
