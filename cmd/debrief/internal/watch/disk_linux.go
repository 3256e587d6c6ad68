package watch

import "golang.org/x/sys/unix"

// networkDisk returns the name of the kind of file system a folder is on where
// that is one whose changes are not all made by this system, which therefore
// cannot hint at them; "" for any other.
func networkDisk(folder string) string {
	var s unix.Statfs_t
	if unix.Statfs(folder, &s) != nil {
		return ""
	}
	switch uint32(s.Type) { // some kinds of machines sign-extend it
	case unix.NFS_SUPER_MAGIC:
		return "NFS"
	case unix.SMB_SUPER_MAGIC, unix.CIFS_SUPER_MAGIC, unix.SMB2_SUPER_MAGIC:
		return "SMB"
	case unix.V9FS_MAGIC:
		return "9p"
	case unix.FUSE_SUPER_MAGIC:
		return "FUSE"
	}
	return ""
}
