package parser

import (
	"strings"
	"testing"
	"time"
)

func TestReadZone(t *testing.T) {
	for _, c := range []struct {
		text, want string
		offset     bool
	}{
		{"Europe/Berlin", "Europe/Berlin", false},
		{"europe/berlin", "Europe/Berlin", false},
		{"AMERICA/NEW_YORK", "America/New_York", false},
		{"America/New York", "America/New_York", false},
		{"america/port-au-prince", "America/Port-au-Prince", false},
		{"America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires", false},
		{"Asia/Kolkata", "Asia/Kolkata", false},
		{"Etc/GMT+5", "Etc/GMT+5", false},
		{"US/Eastern", "US/Eastern", false},
		{"UTC", "UTC", false},
		{"utc", "UTC", false},
		{"GMT", "GMT", false},
		{"ET", "America/New_York", false},
		{"EST", "America/New_York", false},
		{"edt", "America/New_York", false},
		{"PT", "America/Los_Angeles", false},
		{"MT", "America/Denver", false},
		{"CT", "America/Chicago", false},
		{"CET", "CET", false},
		{"cest", "CET", false},
		{"HST", "Pacific/Honolulu", false},
		{"(CET)", "CET", false},
		{" Europe/Berlin ", "Europe/Berlin", false},
		{"Z", "UTC", true},
		{"+00:00", "UTC", true},
		{"+01:00", "+01:00", true},
		{"+0530", "+05:30", true},
		{"-5", "-05:00", true},
		{"−05:00", "-05:00", true},
		{"UTC+1", "+01:00", true},
		{"UTC + 1", "+01:00", true},
		{"GMT-3:30", "-03:30", true},
		{"+14:00", "+14:00", true},
		{"-12:00", "-12:00", true},
	} {
		loc, offset, f := readZone(c.text)
		switch {
		case f != nil:
			t.Errorf("%q: refused: %s (%s)", c.text, f.message, f.hint)
		case loc.String() != c.want || offset != c.offset:
			t.Errorf("%q is %s (an offset: %v), want %s", c.text, loc, offset, c.want)
		}
	}
}

func TestReadZoneRefuses(t *testing.T) {
	for _, c := range []struct {
		text string
		id   ProblemID
		hint string
	}{
		{"IST", AmbiguousZone, "write Asia/Kolkata, Europe/Dublin or Asia/Jerusalem"},
		{"cst", AmbiguousZone, "write America/Chicago, Asia/Shanghai or America/Havana"},
		{"BST", AmbiguousZone, "write Europe/London or Asia/Dhaka"},
		{"AST", AmbiguousZone, "write America/Halifax or Asia/Riyadh"},
		{"Europe/Berln", UnknownZone, "write Europe/Berlin"},
		{"America/NewYork", UnknownZone, "write America/New_York"},
		{"Berlin", UnknownZone, "write Europe/Berlin"},
		{"new york", UnknownZone, "write America/New_York"},
		{"London time", UnknownZone, "write Europe/London"},
		{"Eastern", UnknownZone, "write US/Eastern"},
		{"2pm London", UnknownZone, "such as Europe/Berlin"},
		{"+15:00", UnknownZone, "-12:00 to +14:00"},
		{"UTC-13", UnknownZone, "-12:00 to +14:00"},
		{"+01:60", UnknownZone, "+01:00"},
		{"XYZ", UnknownZone, "such as Europe/Berlin"},
		{"Local", UnknownZone, "such as Europe/Berlin"},
		{"../etc/passwd", UnknownZone, "such as Europe/Berlin"},
		{"1", UnknownZone, "such as Europe/Berlin"},
		{"", UnknownZone, "such as Europe/Berlin"},
	} {
		loc, _, f := readZone(c.text)
		switch {
		case f == nil:
			t.Errorf("%q is %s", c.text, loc)
		case f.id != c.id || !strings.Contains(f.hint, c.hint) || c.text[f.start:f.end] != c.text:
			t.Errorf("%q: %s: %s (%s), want %s with the hint %q", c.text, f.id, f.message, f.hint, c.id, c.hint)
		}
	}
}

func TestReadHomeZone(t *testing.T) {
	for text, want := range map[string]string{
		"Europe/Berlin": "Europe/Berlin", "et": "America/New_York", "CET": "CET", "UTC": "UTC",
		"EST": "ambiguous-zone", "CEST": "ambiguous-zone", "IST": "ambiguous-zone",
		"+01:00": "unknown-zone", "Z": "unknown-zone", "Mars/Olympus": "unknown-zone",
	} {
		loc, f := readHomeZone(text)
		var got string
		if f != nil {
			got = string(f.id)
		} else {
			got = loc.String()
		}
		if got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
}

func TestEveryListedZoneLoads(t *testing.T) {
	for name := range strings.FieldsSeq(zoneNameList) {
		if loc, err := time.LoadLocation(name); err != nil || loc.String() != name {
			t.Errorf("zonenames.txt lists %s, which does not load: %v", name, err)
		}
	}
	for short, a := range abbreviations() {
		for _, name := range a.zones {
			if loadZone(name) == nil {
				t.Errorf("%s stands for %s, which does not load", short, name)
			}
		}
	}
}

func TestZoneName(t *testing.T) {
	for name := range strings.FieldsSeq(zoneNameList) {
		for _, spelt := range []string{name, strings.ToLower(name), strings.ReplaceAll(name, "_", " ")} {
			if got := zoneName(spelt); got != name {
				t.Errorf("%q is the zone %q, want %q", spelt, got, name)
			}
		}
	}
	for _, name := range []string{"", "Europe", "Berlin", "Europe/Ber", "urope/Berlin", "Europe/Berlin\nEurope/Bratislava", "America/Argentina"} {
		if got := zoneName(name); got != "" {
			t.Errorf("%q is taken for the zone %q", name, got)
		}
	}
}

func TestSeasonsAreThoseOfTheirZones(t *testing.T) {
	for short, a := range abbreviations() {
		if a.season == "" {
			continue
		}
		shown := false
		for month := time.January; month <= time.December; month++ {
			name, _ := time.Date(2026, month, 15, 12, 0, 0, 0, loadZone(a.zones[0])).Zone()
			shown = shown || name == a.season
		}
		if !shown {
			t.Errorf("%s: %s never shows %s", short, a.zones[0], a.season)
		}
	}
}

func TestZonesAreLoadedOnce(t *testing.T) {
	for _, text := range []string{"Europe/Berlin", "EST", "+01:00"} {
		first, _, _ := readZone(text)
		second, _, _ := readZone(text)
		if first != second {
			t.Errorf("%s was loaded twice", text)
		}
	}
}
