package tell

func systemState(env func(string) string) string {
	if local := env("LocalAppData"); local != "" {
		return local
	}
	return below(env("USERPROFILE"), "AppData", "Local")
}
