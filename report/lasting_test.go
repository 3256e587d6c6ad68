package report

import (
	"regexp"
	"strings"
	"testing"
)

// soonUntrue are words that count from the day they are written.
var soonUntrue = regexp.MustCompile(`(?i)\b(today|tonight|tomorrow|yesterday|ago|left|days? late|h late)\b`)

// TestLastingWords holds that the words for a report that is kept name days by
// their date, and leave the day of a record open.
func TestLastingWords(t *testing.T) {
	for _, rule := range Rules() {
		for _, story := range stories(t, rule) {
			j, now := load(t, story)
			for range maxChanges {
				r := Build(j, now)
				for _, it := range r.Items {
					checkLasting(t, it, dayIn(r.Now, r.Zone).String())
				}
				if now = r.NextChange; now.IsZero() {
					break
				}
			}
		}
	}
}

func checkLasting(t *testing.T, it Item, today string) {
	t.Helper()
	if it.Lasting.Message == "" || it.Lasting.Action == "" {
		t.Errorf("%s: %+v", it.Rule, it.Lasting)
	}
	if word := soonUntrue.FindString(it.Lasting.Message); word != "" {
		t.Errorf("%s: %q is soon untrue in: %s", it.Rule, word, it.Lasting.Message)
	}
	if (it.Record == nil) != (it.Lasting.Record == nil) {
		t.Errorf("%s: the record is %+v, and %+v in words that last", it.Rule, it.Record, it.Lasting.Record)
	} else if it.Record != nil {
		if got := strings.ReplaceAll(it.Lasting.Record.Text, "YYYY-MM-DD", today); got != it.Record.Text {
			t.Errorf("%s: the record is %q, and %q in words that last", it.Rule, it.Record.Text, it.Lasting.Record.Text)
		}
	}
}
