//go:build !darwin && !windows

package tell

func systemState(env func(string) string) string {
	return below(env("HOME"), ".local", "state")
}
