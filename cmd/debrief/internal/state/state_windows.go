package state

// systemFolder is where programs remember things here, "" without a home.
func systemFolder(env func(string) string) string {
	if local := env("LocalAppData"); local != "" {
		return local
	}
	return below(env("USERPROFILE"), "AppData", "Local")
}
