package render

import (
	"bytes"
	"encoding/json"
	"testing"
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
