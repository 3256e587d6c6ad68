package report

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"debrief/parser"
)

// pictured is a small search: two positions in play, one that ended and a lead.
var pictured = map[string]string{
	"search.md": "---\nstarted: 2026-10-05\ntimezone: Europe/Berlin\ngoals:\n  applications_per_week: 2\n---\n",
	"applications/acme.md": "---\ncompany: Acme\nrole: Engineer\napplied: 2026-10-06\n---\n" +
		"## Log\n\n- 2026-10-20 followed up with Dana Reyes\n- 2026-10-21 heard back\n",
	"applications/bolt.md": "---\ncompany: Bolt\nrole: Analyst\napplied: 2026-10-08\n---\n## Log\n\n- 2026-11-02 rejected\n",
	"applications/core.md": "---\ncompany: Core\nrole: Writer\nstatus: lead\n---\n",
	"applications/dune.md": "---\ncompany: Dune\nrole: Cook\napplied: 2026-11-03\n---\n",
	"interviews/one.md": "---\ncompany: Acme\nrole: Engineer\nround: phone\ndate: 2026-11-10 10:00\nduration: 1h\nwith: [Dana Reyes, Ola Nowak]\n" +
		"confidence: 4\nresearch: 3\ndecision_by: 2026-11-27\nthanked: {Dana Reyes: 2026-11-10 15:00, Ola Nowak: 2026-11-12}\n---\nWent well.\n",
	"interviews/two.md":  "---\ncompany: Acme\nrole: Engineer\nround: technical\ndate: 2026-11-19 09:00\nduration: 1h\nwith: [Ira Bose]\n---\nHard questions.\n",
	"interviews/next.md": "---\ncompany: Acme\nrole: Engineer\nround: final\ndate: 2026-11-24 09:00\nwith: [Uma Rao]\n---\n",
	"references/pat.md":  "---\nname: Pat Lee\npermission: yes\ntold: [Acme, Bolt]\n---\n",
	"references/sam.md":  "---\nname: Sam Fox\npermission: yes\n---\n",
}

func drawnAt(t *testing.T, notes map[string]string, now string) *Pictures {
	t.Helper()
	files := fstest.MapFS{}
	for path, text := range notes {
		files[path] = &fstest.MapFile{Data: []byte(text)}
	}
	j, err := parser.Load(files, time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range j.Problems {
		t.Logf("%s: %s", p.Path(), p.Message)
	}
	at, err := time.Parse(time.RFC3339, now)
	if err != nil {
		t.Fatal(err)
	}
	return Draw(j, at)
}

// toldPictures writes figures a line each.
func toldPictures(p *Pictures) string {
	var b strings.Builder
	day := func(t time.Time) string {
		if t.IsZero() {
			return "-"
		}
		return t.Format("01-02T15:04")
	}
	for _, s := range p.Funnel {
		fmt.Fprintf(&b, "stage %s: %d, %d open\n", s.Name, s.Reached, s.Open)
	}
	for _, w := range p.Weeks {
		fmt.Fprintf(&b, "week %s: %d %d\n", w.Monday.Format("01-02"), w.Applications, w.Outreach)
	}
	for _, l := range p.Timelines {
		fmt.Fprintf(&b, "line %s %s live=%v over=%v\n", l.Company, l.Status, l.Live, l.Over)
		for _, m := range l.Marks {
			fmt.Fprintf(&b, "  %s %s ahead=%v %s\n", m.Kind, day(m.At), m.Ahead, m.What)
			if !m.Until.IsZero() {
				fmt.Fprintf(&b, "    notes %s to %s\n", day(m.From.In(m.At.Location())), day(m.Until.In(m.At.Location())))
			}
		}
	}
	for _, c := range p.Courtesies {
		fmt.Fprintf(&b, "note to %s: %s, sent %s, %d days\n", c.Person, c.State, day(c.Sent), c.Days)
	}
	for _, r := range p.Ratings {
		fmt.Fprintf(&b, "rated %s: research %d confidence %d\n", r.Company, r.Research, r.Confidence)
	}
	for _, i := range p.Informed {
		fmt.Fprintf(&b, "told %s: %s\n", i.Name, strings.Join(i.Positions, ", "))
	}
	return b.String()
}

func TestDraw(t *testing.T) {
	got := toldPictures(drawnAt(t, pictured, "2026-11-19T20:45:00+01:00"))
	const want = `stage Applied: 3, 2 open
stage First interview: 1, 1 open
stage Second interview or beyond: 1, 1 open
stage Offer: 0, 0 open
stage Accepted: 0, 0 open
week 10-05: 2 0
week 10-12: 0 0
week 10-19: 0 0
week 10-26: 0 0
week 11-02: 1 0
week 11-09: 0 0
week 11-16: 0 0
line Acme interviewing live=true over=false
  applied 10-06T00:00 ahead=false applied
  wrote 10-20T00:00 ahead=false followed up with Dana Reyes
  heard 10-21T00:00 ahead=false heard back
  round 11-10T10:00 ahead=false phone interview with Dana Reyes and Ola Nowak
    notes 11-10T11:00 to 11-11T11:00
  thanked 11-10T15:00 ahead=false thanked Dana Reyes
  thanked 11-12T00:00 ahead=false thanked Ola Nowak
  round 11-19T09:00 ahead=false technical interview with Ira Bose
    notes 11-19T10:00 to 11-20T10:00
  round 11-24T09:00 ahead=true final interview with Uma Rao
    notes 11-24T10:00 to 11-25T10:00
  decision 11-27T00:00 ahead=true they decide by then
line Dune applied live=true over=false
  applied 11-03T00:00 ahead=false applied
line Bolt rejected live=false over=true
  applied 10-08T00:00 ahead=false applied
  end 11-02T00:00 ahead=false rejected
note to Dana Reyes: in time, sent 11-10T15:00, 0 days
note to Ola Nowak: late, sent 11-12T00:00, 2 days
note to Ira Bose: open, sent -, 0 days
rated Acme: research 3 confidence 4
told Pat Lee: Acme (Engineer), Bolt (Analyst)
told Sam Fox: 
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Pictures begin with the search: before anything is dated there are none, and
// what lies ahead is not there yet.
func TestDrawEarly(t *testing.T) {
	if got := toldPictures(drawnAt(t, map[string]string{"a.md": "Nothing yet.\n"}, "2026-11-19T20:45:00+01:00")); got != "" {
		t.Errorf("pictures of nothing:\n%s", got)
	}
	got := toldPictures(drawnAt(t, pictured, "2026-10-07T08:00:00+02:00"))
	for _, unwanted := range []string{"thanked", "rated", "note to", "followed up", "Dune"} {
		if strings.Contains(got, unwanted) {
			t.Errorf("%s is told before it happened:\n%s", unwanted, got)
		}
	}
}

// How a note stands, where days are all that is known, where the round names
// nobody, and where the notes say that none is due.
func TestDrawCourtesies(t *testing.T) {
	got := toldPictures(drawnAt(t, map[string]string{
		"search.md":       "---\nstarted: 2026-10-05\ntimezone: Europe/Berlin\n---\n",
		"interviews/a.md": "---\ncompany: Acme\ndate: 2026-11-02\nwith: [Dana Reyes]\nthanked: {Dana Reyes: 2026-11-03}\n---\nWell.\n",
		"interviews/b.md": "---\ncompany: Bolt\ndate: 2026-11-04 10:00\n---\nWell.\n",
		"interviews/c.md": "---\ncompany: Core\ndate: 2026-11-05 10:00\nwith: [Ola Nowak]\nthanked: [Ola Nowak]\n---\nWell.\n",
		"interviews/d.md": "---\ncompany: Dune\ndate: 2026-11-06 10:00\nwith: [Ira Bose]\nwaive:\n  thank-you: a robot\n---\nWell.\n",
	}, "2026-11-19T20:45:00+01:00"))
	for _, want := range []string{
		"note to Dana Reyes: in time, sent 11-03T00:00, 1 days\n", "note to : not sent, sent -, 0 days\n", "note to Ola Nowak: sent, undated, sent -, 0 days\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if strings.Contains(got, "Ira Bose:") {
		t.Errorf("a note that is waived is drawn:\n%s", got)
	}
}

// Weeks go back two years, however old the notes.
func TestDrawWeeksEnd(t *testing.T) {
	p := drawnAt(t, map[string]string{"search.md": "---\nstarted: 1999-01-01\n---\n"}, "2026-11-19T20:45:00Z")
	if len(p.Weeks) != weeksKept {
		t.Errorf("%d weeks, want %d", len(p.Weeks), weeksKept)
	}
}
