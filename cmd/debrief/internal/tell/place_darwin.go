package tell

func systemState(env func(string) string) string {
	return below(env("HOME"), "Library", "Application Support")
}
