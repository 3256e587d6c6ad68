package schedule

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestMissed(t *testing.T) {
	stamp := filepath.Join(t.TempDir(), "notes", "job")
	eight := Daily(8, 0)
	at := func(text string) time.Time {
		at, err := time.Parse("2006-01-02 15:04", text)
		if err != nil {
			t.Fatal(err)
		}
		return at
	}
	if !Missed(eight, stamp, at("2026-11-19 12:00")) {
		t.Error("what was never run is not missed")
	}
	undo, err := WriteStamp(stamp, at("2026-11-18 08:00"))
	if err != nil {
		t.Fatal(err)
	}
	for now, want := range map[string]bool{
		"2026-11-18 08:00": false, "2026-11-19 07:59": false, "2026-11-19 08:00": true, "2026-11-25 12:00": true,
		"2026-11-18 07:00": true, // the note is from the future
	} {
		if got := Missed(eight, stamp, at(now)); got != want {
			t.Errorf("at %s: %v", now, got)
		}
	}
	again, err := WriteStamp(stamp, at("2026-11-19 08:00"))
	if err != nil || Missed(eight, stamp, at("2026-11-19 08:01")) {
		t.Error("it was just run", err)
	}
	if err := again(); err != nil || !Missed(eight, stamp, at("2026-11-19 08:01")) {
		t.Error("the run was taken back", err)
	}
	if err := undo(); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(stamp); err == nil {
		t.Error("nothing was noted before")
	}
	writeFile(t, stamp, []byte("yesterday\n"))
	if !Missed(eight, stamp, at("2026-11-19 12:00")) {
		t.Error("a note that nobody can read")
	}
}
