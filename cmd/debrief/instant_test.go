package main

import (
	"testing"
	"time"
)

// TestInstant reads instants in a zone whose clocks change by an hour, and in
// one where they change by half an hour.
func TestInstant(t *testing.T) {
	tests := []struct{ text, zone, want string }{
		{"2026-11-19T20:45:00+01:00", "Asia/Tokyo", "2026-11-19T20:45:00+01:00"},
		{"2026-11-19T20:45:00Z", "Asia/Tokyo", "2026-11-19T20:45:00Z"},
		{"2026-11-19T20:45+01:00", "Asia/Tokyo", "2026-11-19T20:45:00+01:00"},
		{"2026-11-19 20:45", "Asia/Tokyo", "2026-11-19T20:45:00+09:00"},
		{" 2026-11-19 ", "Europe/Zurich", "2026-11-19T00:00:00+01:00"},
		{"2026-03-29 02:30", "Europe/Zurich", ""}, // skipped
		{"2026-03-29 03:00", "Europe/Zurich", "2026-03-29T03:00:00+02:00"},
		{"2026-10-25 01:59", "Europe/Zurich", "2026-10-25T01:59:00+02:00"},
		{"2026-10-25 02:00", "Europe/Zurich", "2026-10-25T02:00:00+02:00"}, // the first of two
		{"2026-10-25 02:59", "Europe/Zurich", "2026-10-25T02:59:00+02:00"},
		{"2026-10-25 03:00", "Europe/Zurich", "2026-10-25T03:00:00+01:00"},
		{"2026-04-05 01:45", "Australia/Lord_Howe", "2026-04-05T01:45:00+11:00"},
		{"2026-11-01 01:30", "America/New_York", "2026-11-01T01:30:00-04:00"},
	}
	for _, test := range tests {
		t.Run(test.text+" "+test.zone, func(t *testing.T) {
			zone, err := time.LoadLocation(test.zone)
			check(t, err)
			var i instant
			check(t, i.Set(test.text))
			got, err := i.in(zone)
			switch {
			case err == nil && got.Format(time.RFC3339) != test.want:
				t.Errorf("got %s, want %s", got.Format(time.RFC3339), test.want)
			case err != nil && test.want != "":
				t.Error(err)
			}
		})
	}
}

// TestMachineZone names the machine's zone by what TZ says.
func TestMachineZone(t *testing.T) {
	for tz, want := range map[string]string{
		"Europe/Zurich":                     "Europe/Zurich",
		":Asia/Tokyo":                       "Asia/Tokyo",
		"/usr/share/zoneinfo/Europe/Berlin": "Europe/Berlin",
		"Nowhere/Land":                      "UTC",
	} {
		zone, err := machineZone(func(string) string { return tz })
		if err != nil || zone.String() != want {
			t.Errorf("TZ=%s: got %s, %v, want %s", tz, zone, err, want)
		}
	}
}

// FuzzInstant holds that an instant is refused or read to the minute as it is
// written, whatever the clocks of the zone do.
func FuzzInstant(f *testing.F) {
	for _, seed := range []string{
		"2026-11-19 20:45", "2026-03-29T02:30", "2026-10-25 02:30:15", "2026-11-19",
		"2026-11-19T20:45:00+01:00", "0000-01-01", "9999-12-31 23:59", "2026-13-40", "tomorrow",
	} {
		f.Add(seed, "Europe/Zurich")
		f.Add(seed, "Pacific/Apia")
	}
	f.Fuzz(func(t *testing.T, text, zoneName string) {
		zone, err := time.LoadLocation(zoneName)
		if err != nil {
			t.Skip()
		}
		var i instant
		if i.Set(text) != nil {
			return
		}
		at, err := i.in(zone)
		if err == nil && !sameClock(at, i.clock) {
			t.Errorf("%q is %s in %s", text, at, zone)
		}
	})
}
