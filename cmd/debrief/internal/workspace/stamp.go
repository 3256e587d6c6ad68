package workspace

import "time"

// A stamp is what the file system says of a file without its content. Two
// stamps that differ in anything mean that the file may have changed; that one
// is later than the other means nothing, since copies and sync tools keep old
// times.
type stamp struct {
	size     int64
	modified int64 // ns since 1970
	inode    inode
}

// changed returns when the file was last changed in any way.
func (s stamp) changed() time.Time {
	return time.Unix(0, max(s.modified, s.inode.changed))
}
