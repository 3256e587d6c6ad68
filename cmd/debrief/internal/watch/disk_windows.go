package watch

import (
	"path/filepath"

	"golang.org/x/sys/windows"
)

// networkDisk returns a name for the kind of disk a folder is on where that is
// one whose changes are not all made by this system, which therefore cannot
// hint at them; "" for any other.
func networkDisk(folder string) string {
	root, err := windows.UTF16PtrFromString(filepath.VolumeName(folder) + `\`)
	if err == nil && windows.GetDriveType(root) == windows.DRIVE_REMOTE {
		return "a network disk"
	}
	return ""
}
