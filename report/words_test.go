package report

import (
	"testing"

	"debrief/parser"
)

func TestWords(t *testing.T) {
	berlin := moment(t, "2026-11-19T20:45:00+01:00")
	v := newView(&parser.Journal{Zone: berlin.Location()}, berlin, settings{})
	for _, c := range []struct{ at, left, by string }{
		{"2026-11-20T15:45:00+01:00", "19 h left", "by tomorrow 15:45"},
		{"2026-11-19T21:15:00+01:00", "30 min left", "by today 21:15"},
		{"2026-11-22T09:00:00+01:00", "2 days left", "by Sunday 09:00"},
		{"2026-11-26T09:00:00+01:00", "6 days left", "by Thu 26 Nov 09:00"},
		{"2027-01-07T09:00:00+01:00", "48 days left", "by Thu 7 Jan 2027 09:00"},
	} {
		d := deadline{at: moment(t, c.at)}
		if got := v.left(d); got != c.left {
			t.Errorf("%s: %q, want %q", c.at, got, c.left)
		}
		if got := v.by(d); got != c.by {
			t.Errorf("%s: %q, want %q", c.at, got, c.by)
		}
	}
	for at, want := range map[string]string{
		"2026-11-19T20:30:00+01:00": "only just late", "2026-11-19T17:00:00+01:00": "3 h late",
		"2026-11-18T17:00:00+01:00": "a day late", "2026-11-16T17:00:00+01:00": "3 days late",
	} {
		if got := v.late(deadline{at: moment(t, at)}); got != want {
			t.Errorf("%s: %q, want %q", at, got, want)
		}
	}
	for _, c := range []struct {
		parts []string
		want  string
	}{{nil, ""}, {[]string{"a"}, "a"}, {[]string{"a", "b"}, "a and b"}, {[]string{"a", "b", "c"}, "a, b and c"}} {
		if got := sentence(c.parts); got != c.want {
			t.Errorf("%v: %q", c.parts, got)
		}
	}
}
