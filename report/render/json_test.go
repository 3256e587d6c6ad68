package render

import (
	"bytes"
	"encoding/json"
	"testing"
	"time"
	"unicode/utf8"

	"debrief/report"
)

// TestJSONText holds the writer's strings to those of encoding/json: every
// character there is, broken bytes, and the hostile texts.
func TestJSONText(t *testing.T) {
	texts := []string{"", "a\xffb", "\xed\xa0\x80", "caf\u00e9 \u201cok\u201d", `C:\x "y"`, "\ufffd"}
	for r := range rune(utf8.MaxRune + 1) {
		texts = append(texts, "a"+string(r)+"b")
	}
	for _, s := range hostile {
		texts = append(texts, s)
	}
	for _, s := range texts {
		want, err := marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		if got := appendJSONText(nil, s); string(got) != string(bytes.TrimSpace(want)) {
			t.Fatalf("%q is %s, want %s", s, got, want)
		}
	}
}

// TestJSONInstants holds instants to what a program can read: none lies beyond
// the year 9999.
func TestJSONInstants(t *testing.T) {
	zone := time.FixedZone("", 3600)
	for _, c := range []struct {
		at   time.Time
		want string
	}{
		{time.Time{}, "null"},
		{time.Date(2026, 11, 20, 0, 0, 0, 0, zone), `"2026-11-20T00:00:00+01:00"`},
		{time.Date(9999, 12, 31, 23, 59, 59, 0, zone), `"9999-12-31T23:59:59+01:00"`},
		{time.Date(9999, 12, 31, 23, 0, 0, 0, time.UTC), "null"},
		{time.Date(-1, 12, 31, 0, 0, 0, 0, zone), "null"},
	} {
		j := jsonWriter{zone: zone}
		j.instant("at", c.at)
		if got := string(bytes.TrimSpace(j.out)); got != `"at": `+c.want {
			t.Errorf("%v is %s, want %s", c.at, got, c.want)
		}
	}
}

// TestJSONIndents holds the writer's layout to that of encoding/json.
func TestJSONIndents(t *testing.T) {
	for _, r := range []*report.Report{evening(t), calm(t), damaged(t), {Now: evening(t).Now}} {
		written := rendered(t, jsonFormat(), r, Options{})
		var flat, again bytes.Buffer
		if err := json.Compact(&flat, []byte(written)); err != nil {
			t.Fatal(err)
		}
		if err := json.Indent(&again, flat.Bytes(), "", "  "); err != nil {
			t.Fatal(err)
		}
		if again.String()+"\n" != written {
			t.Errorf("indented otherwise:\n%s", written)
		}
	}
}
