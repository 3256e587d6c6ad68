//go:build !linux && !darwin && !windows

package watch

// networkDisk knows no kinds of disks here.
func networkDisk(string) string { return "" }
