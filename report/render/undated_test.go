package render

import (
	"testing"
	"time"
)

// TestUndated holds that a format's Undated leaves out the time at which a
// report was made, and nothing of what it says.
func TestUndated(t *testing.T) {
	for _, format := range Formats() {
		if format.Undated == nil {
			continue
		}
		t.Run(format.Name, func(t *testing.T) {
			undated := func(text string) string { return string(format.Undated([]byte(text))) }
			r := evening(t)
			made := rendered(t, format, r, Options{})
			r.Now = r.Now.Add(-6 * time.Hour)
			earlier := rendered(t, format, r, Options{})
			if format.Name == "markdown" {
				r.Now = r.Now.Add(-24 * time.Hour) // it tells the day alone
				earlier = rendered(t, format, r, Options{})
			}
			if made == earlier || undated(made) != undated(earlier) {
				t.Errorf("without their times they are\n%s\n%s", undated(made), undated(earlier))
			}
			r.Items = r.Items[1:]
			if undated(made) == undated(rendered(t, format, r, Options{})) {
				t.Error("an item is gone, and nobody sees it")
			}
			for _, strange := range []string{"", "\n", "# What is owed", "# What is owed\n\n", "my own words. And more.\n", "{}"} {
				undated(strange) // no panic
			}
		})
	}
}
