package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

const picturedSearch = "---\nstarted: 2026-10-26\ntimezone: Europe/Berlin\n---\n"

// A round of which only the day is known was over on that day, wherever it was,
// and its note is in time through the next one.
func TestDrawDays(t *testing.T) {
	p := drawnAt(t, map[string]string{
		"search.md":       picturedSearch,
		"interviews/a.md": "---\ncompany: Acme\ndate: 2026-11-12\ntimezone: Asia/Tokyo\nwith: [Dana Reyes]\nthanked: {Dana Reyes: 2026-11-13}\n---\nWell.\n",
		"interviews/b.md": "---\ncompany: Bolt\ndate: 2026-11-16 23:30\nduration: 1h\nwith: [Ola Nowak]\nthanked: {Ola Nowak: 2026-11-17}\n---\nWell.\n",
	}, "2026-11-19T12:00:00+01:00")
	var got []string
	for _, c := range p.Courtesies {
		got = append(got, fmt.Sprintf("%s: over %s, until %s, %s after %d days", c.Person,
			c.Ended.Format("2 15:04"), c.Due.Format("2 15:04"), c.State, c.Days))
	}
	want := []string{
		"Dana Reyes: over 12 00:00, until 13 00:00, in time after 1 days",
		"Ola Nowak: over 17 00:30, until 18 00:30, in time after 0 days",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A timeline has what the report speaks of: a round of which nobody noted
// whether it took place, and a first day; and it waits for nothing that the
// report no longer waits for. Thanks of a day follow its round.
func TestDrawTimelines(t *testing.T) {
	got := toldPictures(drawnAt(t, map[string]string{
		"search.md":         picturedSearch,
		"interviews/a.md":   "---\ncompany: Acme\ndate: 2026-11-17 10:00\nstatus: scheduled\nwith: [Dana Reyes]\n---\n",
		"applications/b.md": "---\ncompany: Bolt\nrole: Cook\nstatus: accepted\ndecision_by: 2026-11-27\nfirst_day: 2026-12-01\noffer: {respond_by: 2026-11-25}\n---\n",
		"applications/c.md": "---\ncompany: Core\nrole: Cook\napplied: 2026-10-27\ndecision_by: 2026-11-27\nstatus: rejected\n---\n",
		"interviews/e.md":   "---\ncompany: Bond\ndate: 2026-11-13 10:00\nstatus: no-show\nwith: [Li Wei]\n---\n",
		"interviews/f.md":   "---\ncompany: Bond\ndate: 2026-11-12 10:00\nstatus: cancelled\nwith: [Uma Rao]\n---\n",
		"interviews/d.md":   "---\ncompany: Dune\ndate: 2026-11-16\nwith: [Ola Nowak]\nthanked: {Ola Nowak: 2026-11-16}\n---\nWell.\n",
	}, "2026-11-19T12:00:00+01:00"))
	for _, want := range []string{
		"round 11-17T10:00 ahead=false interview with Dana Reyes, not yet noted whether it took place\n",
		"offer 12-01T00:00 ahead=true first day\n",
		"  unheld 11-13T10:00 ahead=false interview with Li Wei: they did not come\nline",
		"  round 11-16T00:00 ahead=false interview with Ola Nowak\n    notes 11-17T00:00 to 11-18T00:00\n  thanked 11-16T00:00 ahead=false thanked Ola Nowak\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	for _, unwanted := range []string{"they decide", "answer the offer", "Uma Rao"} {
		if strings.Contains(got, unwanted) {
			t.Errorf("%q in\n%s", unwanted, got)
		}
	}
}

// Nobody is drawn as left out whom the notes ask nothing of: a reference who
// declined or stepped back, or anybody where the rule for thanks is off.
func TestDrawUnasked(t *testing.T) {
	got := toldPictures(drawnAt(t, map[string]string{
		"search.md":         "---\nstarted: 2026-10-26\nrules: {thank-you: off}\n---\n",
		"applications/a.md": "---\ncompany: Acme\nrole: Cook\napplied: 2026-10-27\nreferences: [Kit Roe]\n---\n",
		"interviews/a.md":   "---\ncompany: Acme\ndate: 2026-11-16 10:00\nwith: [Dana Reyes, Ola Nowak]\nthanked: {Dana Reyes: 2026-11-16 15:00}\n---\nWell.\n",
		"references/a.md":   "---\nname: Pat Lee\npermission: no\n---\n",
		"references/b.md":   "---\nname: Sam Fox\nactive: no\n---\n",
		"references/c.md":   "---\nname: Kit Roe\nactive: no\n---\n",
		"references/d.md":   "---\nname: Uma Rao\nactive: no\ntold: [Acme]\n---\n",
	}, "2026-11-19T12:00:00+01:00"))
	for _, want := range []string{"note to Dana Reyes: in time", "told Kit Roe: \n", "told Uma Rao: Acme (Cook)\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	for _, unwanted := range []string{"note to Ola Nowak", "Pat Lee", "Sam Fox"} {
		if strings.Contains(got, unwanted) {
			t.Errorf("%q in\n%s", unwanted, got)
		}
	}
}
