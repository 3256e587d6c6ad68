//go:build !darwin && !windows

package state

// systemFolder is where programs remember things here, "" without a home.
func systemFolder(env func(string) string) string {
	return below(env("HOME"), ".local", "state")
}
