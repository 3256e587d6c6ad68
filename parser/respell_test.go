package parser

import (
	"strings"
	"time"
)

// respellKey writes a key in another case, with other signs between words.
func respellKey(pick chooser, key string) string {
	switch pick("key's spelling", 4) {
	case 1:
		return strings.ToUpper(key)
	case 2:
		return strings.ReplaceAll(key, "_", " ")
	case 3:
		return strings.ReplaceAll(strings.ToLower(key), "_", "-")
	}
	return key
}

// respell writes a name in a way that names the same. The first mention stays
// as it is, since the report shows that one.
func respell(pick chooser, name string) string {
	switch pick("name's spelling", 6) {
	case 1:
		return strings.ToLower(name)
	case 2:
		return strings.ToUpper(name)
	case 3:
		return strings.NewReplacer("ü", "ue", "ö", "oe", "ß", "ss", "é", "e", "’", "'", "–", "-").Replace(name)
	case 4:
		return strings.NewReplacer("ü", "u", "ö", "o", "é", "e\u0301", " ", "\u00a0").Replace(name)
	case 5:
		return "[[" + name + "]]"
	}
	return name
}

// listOf writes a list of people.
func listOf(pick chooser, names []string) any {
	switch pick("list", 4) {
	case 1:
		return strings.Join(names, ", ")
	case 2:
		return strings.Join(names, " and ")
	case 3:
		var maps [][]field
		for _, n := range names {
			maps = append(maps, []field{{"name", n}})
		}
		return maps
	}
	return names
}

// writeDay writes a date in one of the accepted forms; search.md says dmy.
func writeDay(pick chooser, c Civil) string {
	day := time.Date(c.Year, c.Month, c.Day, 0, 0, 0, 0, time.UTC)
	forms := [...]string{
		"2006-01-02", "2006/01/02", "2 Jan 2006", "Jan 2, 2006", "Mon 2 January 2006",
		"02.01.2006", "2.1.2006", "02/01/2006", "Monday, January 2, 2006", "2006-01-02 (Mon)",
	}
	return day.Format(forms[pick("date", len(forms))])
}

// writeClock12 writes a time of day.
func writeClock12(pick chooser, c Clock) string {
	at := time.Date(2026, 1, 1, c.Hour, c.Minute, 0, 0, time.UTC)
	forms := [...]string{"15:04", "3:04 PM", "3:04pm", "15h04"}
	return at.Format(forms[pick("time of day", len(forms))])
}
