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
	switch unix.ByteSliceToString(s.Fstypename[:]) {
	case "nfs":
		return "NFS"
	case "smbfs":
		return "SMB"
	case "webdav":
		return "WebDAV"
	case "macfuse", "osxfuse":
		return "FUSE"
	}
	return ""
}
