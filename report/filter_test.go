package report

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// only is a line for search.md that turns every other rule off.
func only(rules ...string) string {
	var off []string
	for _, rule := range Rules() {
		if !slices.Contains(rules, rule.ID) {
			off = append(off, rule.ID+": off")
		}
	}
	return "rules: {" + strings.Join(off, ", ") + "}\n"
}

var twoCompanies = "-- search.md --\n---\ntimezone: Europe/Berlin\nstarted: 2026-11-15\n" +
	only("thank-you", "evaluation-missing", "search-stale", "reference-untold") + "---\n" +
	"-- interviews/a.md --\n---\ncompany: Acme GmbH\ndate: 2026-11-18 14:00\nwith: [Li Wei, Dana Reyes]\nconfidence: 3\n---\n" +
	"-- interviews/b.md --\n---\ncompany: Globex\ndate: 2026-11-19 10:00\nwith: Ana Lima\n---\n" +
	"-- interviews/c.md --\n---\ncompany: Globex\ndate: 2026-11-25 10:00\nwith: Ana Lima\nconfidence: 3\n---\n"

func TestOrder(t *testing.T) {
	r := at(t, twoCompanies, "2026-11-19T20:00:00+01:00")
	want := []string{
		"overdue thank-you Dana Reyes", "overdue thank-you Li Wei", "due evaluation-missing", "due thank-you Ana Lima",
	}
	if got := say(r); !slices.Equal(got, want) {
		t.Errorf("order\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if r.Counts.Overdue != 2 || r.Counts.Due != 2 || r.Counts.Advice != 0 {
		t.Errorf("counts %+v", r.Counts)
	}
}

func TestItemsWithoutDeadlineComeLast(t *testing.T) {
	j := asked("interviews: [{date: 2026-11-10 14:00, thanked: yes}]") + "-- interviews/z.md --\n---\ncompany: Zeta\ndate: 2026-11-11 10:00\nconfidence: 3\n---\n"
	got := say(at(t, j, "2026-11-11T12:00:00+01:00"), "reference-untold", "thank-you", "evaluation-missing")
	want := []string{"due evaluation-missing", "due thank-you", "due reference-untold Jane Doe", "due reference-untold Jane Doe"}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestFilter(t *testing.T) {
	r := at(t, twoCompanies, "2026-11-19T20:00:00+01:00")
	for _, c := range []struct {
		name   string
		filter Filter
		says   string
		next   string
	}{
		{"everything", Filter{}, "overdue Dana Reyes, overdue Li Wei, due, due Ana Lima", "2026-11-20T11:00:00+01:00"},
		{"a rule", Filter{Rules: []string{"evaluation-missing"}}, "due", "2026-11-20T11:00:00+01:00"},
		{"a company, folded", Filter{Company: "acme GMBH"}, "overdue Dana Reyes, overdue Li Wei", "2026-11-26T15:00:00+01:00"},
		{"an urgency", Filter{Urgency: Due}, "due, due Ana Lima", "2026-11-20T11:00:00+01:00"},
		{"an urgency nothing has yet", Filter{Urgency: Advice, Rules: []string{"thank-you"}}, "", "2026-11-26T15:00:00+01:00"},
		{"a rule that will speak up", Filter{Rules: []string{"search-stale"}}, "", "2026-11-23T00:00:00+01:00"},
		{"nothing", Filter{Company: "Initech"}, "", ""},
	} {
		f := r.Filter(c.filter)
		var said []string
		for _, item := range f.Items {
			said = append(said, strings.TrimSpace(string(item.Urgency)+" "+item.Person))
		}
		if got := strings.Join(said, ", "); got != c.says {
			t.Errorf("%s: %q, want %q", c.name, got, c.says)
		}
		if f.Counts.Overdue+f.Counts.Due+f.Counts.Advice != len(f.Items) {
			t.Errorf("%s: counts %+v", c.name, f.Counts)
		}
		if c.next == "" != f.NextChange.IsZero() || c.next != "" && !f.NextChange.Equal(moment(t, c.next)) {
			t.Errorf("%s: next change %v, want %s", c.name, f.NextChange, c.next)
		}
	}
	if len(r.Items) != 4 || r.Counts.Due != 2 {
		t.Error("filtering changed the report itself")
	}
}

// TestFilteredPositions holds that a report about a company shows the positions
// there, and counts those.
func TestFilteredPositions(t *testing.T) {
	r := at(t, twoCompanies, "2026-11-19T20:00:00+01:00")
	for company, want := range map[string]int{"": len(r.Positions), "globex": 1, "Globex Inc.": 1, "Initech": 0} {
		f := r.Filter(Filter{Company: company})
		if len(f.Positions) != want {
			t.Errorf("%q: %d positions, want %d", company, len(f.Positions), want)
		}
	}
	r.Positions[0].Resting, r.Positions[1].Resting = true, true
	if f := r.Filter(Filter{Company: r.Positions[0].Company}); f.Counts.Resting != 1 || len(r.Positions) != 2 {
		t.Errorf("%d rest, and %d positions are left", f.Counts.Resting, len(r.Positions))
	}
}

func TestFilterByPerson(t *testing.T) {
	r := at(t, twoCompanies, "2026-11-19T20:00:00+01:00")
	for _, c := range []struct {
		person string
		want   []string
		next   string
	}{
		{"Dana Reyes", []string{"overdue thank-you Dana Reyes"}, "2026-11-26T15:00:00+01:00"},
		{"dana  REYES", []string{"overdue thank-you Dana Reyes"}, "2026-11-26T15:00:00+01:00"},
		{"Ana Lima", []string{"due thank-you Ana Lima"}, "2026-11-20T11:00:00+01:00"},
		{"Tom Berg", []string{}, ""},
	} {
		f := r.Filter(Filter{Person: c.person})
		if got := say(f); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.person, got, c.want)
		}
		if c.next == "" != f.NextChange.IsZero() || c.next != "" && !f.NextChange.Equal(moment(t, c.next)) {
			t.Errorf("%s: next change %v, want %q", c.person, f.NextChange, c.next)
		}
	}
}

// TestFilterSince asks what has become due or overdue since an instant; the
// instant itself counts.
func TestFilterSince(t *testing.T) {
	stale := searching("started: 2026-10-01\npaused: [{from: 2026-11-20, to: 2026-11-21}]", "- 2026-11-10 18:00 applied to Initech as Engineer")
	for _, c := range []struct {
		name, journal, now, since string
		says                      []string
		next                      string
	}{
		{
			"overdue began at the deadline", twoCompanies, "2026-11-19T20:00:00+01:00", "2026-11-19T15:00:00+01:00",
			[]string{"overdue thank-you Dana Reyes", "overdue thank-you Li Wei"},
			"2026-11-20T11:00:00+01:00",
		},
		{
			"a moment later nothing is new", twoCompanies, "2026-11-19T20:00:00+01:00", "2026-11-19T15:00:01+01:00",
			nil, "2026-11-20T11:00:00+01:00",
		},
		{
			"due began with the end of the round", twoCompanies, "2026-11-19T12:00:00+01:00", "2026-11-19T11:00:00+01:00",
			[]string{"due evaluation-missing", "due thank-you Ana Lima"},
			"2026-11-19T15:00:00+01:00",
		},
		{
			"old advice is left out", twoCompanies, "2026-11-26T20:00:00+01:00", "2026-11-26T15:00:01+01:00",
			nil, "2026-11-30T00:00:00+01:00",
		},
		{
			"what fades into advice is nothing new", round("date: 2026-11-18 14:00", "confidence: 3"), "2026-11-26T20:00:00Z", "2026-11-26T15:00:00Z",
			nil,
			"",
		},
		{
			"a rule with a second threshold", stale, "2026-11-19T20:00:00+01:00", "2026-11-18T00:00:00+01:00",
			[]string{"due search-stale"},
			"2026-11-20T00:00:00+01:00",
		},
		{"which had begun before", stale, "2026-11-19T20:00:00+01:00", "2026-11-18T00:00:01+01:00", nil, "2026-11-22T00:00:00+01:00"},
		{
			"a pause makes it new", stale, "2026-11-22T20:00:00+01:00", "2026-11-22T00:00:00+01:00",
			[]string{"due search-stale"},
			"2026-11-27T00:00:00+01:00",
		},
		{"nobody knows since when", asked("status: offer"), "2026-11-12T20:00:00+01:00", "2026-01-01T00:00:00+01:00", nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := at(t, c.journal, c.now).Filter(Filter{
				Since: moment(t, c.since),
				Rules: []string{"thank-you", "evaluation-missing", "search-stale", "reference-untold"},
			})
			if got := say(f); !slices.Equal(got, c.says) && len(got)+len(c.says) > 0 {
				t.Errorf("says %v, want %v", got, c.says)
			}
			if c.next != "" && !f.NextChange.Equal(moment(t, c.next)) {
				t.Errorf("next change %v, want %s", f.NextChange, c.next)
			}
		})
	}
}

// TestSinceOfADay holds that what a day-only round began during its day does not
// begin again at midnight.
func TestSinceOfADay(t *testing.T) {
	const begun, over = "2026-11-18T00:00:00+01:00", "2026-11-19T00:00:00+01:00"
	told := asked("interviews: [{date: 2026-11-18, with: Dana Reyes, thanked: yes, confidence: 3}]")
	search := "-- search.md --\n---\ntimezone: Europe/Berlin\n---\n"
	for _, c := range []struct{ name, journal, rule, now, since string }{
		{"done, on its day", search + round("date: 2026-11-18", "status: done"), thankYouID, "2026-11-18T20:00:00+01:00", begun},
		{"done, the day after", search + round("date: 2026-11-18", "status: done"), thankYouID, "2026-11-19T08:00:00+01:00", begun},
		{"evaluated, the day after", search + round("date: 2026-11-18", "confidence: 3"), thankYouID, "2026-11-19T08:00:00+01:00", begun},
		{"over with its day", search + round("date: 2026-11-18"), thankYouID, "2026-11-19T08:00:00+01:00", over},
		{"a reference to tell, on its day", told, referenceUntoldID, "2026-11-18T20:00:00+01:00", begun},
		{"a reference to tell, the day after", told, referenceUntoldID, "2026-11-19T08:00:00+01:00", begun},
	} {
		f := at(t, c.journal, c.now).Filter(Filter{Rules: []string{c.rule}, Since: moment(t, c.since)})
		if len(f.Items) != 1 || !f.Items[0].Since.Equal(moment(t, c.since)) {
			t.Errorf("%s: %v", c.name, f.Items)
		}
		if again := f.Filter(Filter{Since: moment(t, c.since).Add(time.Second)}); len(again.Items) > 0 {
			t.Errorf("%s: told again", c.name)
		}
	}
}

// TestFilterSinceForAdvice holds that new advice is told to who asks for it, and
// that the next change is one of what is seen.
func TestFilterSinceForAdvice(t *testing.T) {
	journal := round("date: 2026-11-18 14:00", "confidence: 3")
	rules := []string{thankYouID}
	for _, c := range []struct {
		name, now, since string
		urgency          Urgency
		says             []string
		next             string
	}{
		{"asked for", "2026-11-26T20:00:00Z", "2026-11-26T15:00:00Z", Advice, []string{"advice thank-you"}, ""},
		{"asked for, and older", "2026-11-26T20:00:00Z", "2026-11-26T15:00:01Z", Advice, []string{}, ""},
		{"not yet advice", "2026-11-25T20:00:00Z", "2026-11-18T15:00:00Z", Advice, []string{}, "2026-11-26T15:00:00Z"},
		{"it fades from sight", "2026-11-25T20:00:00Z", "2026-11-18T15:00:00Z", "", []string{"overdue thank-you"}, "2026-11-26T15:00:00Z"},
		{"overdue and too old to be seen", "2026-11-25T20:00:00Z", "2026-11-20T15:00:00Z", "", []string{}, ""},
	} {
		f := at(t, journal, c.now).Filter(Filter{Since: moment(t, c.since), Urgency: c.urgency, Rules: rules})
		if got := say(f); !slices.Equal(got, c.says) {
			t.Errorf("%s: %v, want %v", c.name, got, c.says)
		}
		if c.next == "" != f.NextChange.IsZero() || c.next != "" && !f.NextChange.Equal(moment(t, c.next)) {
			t.Errorf("%s: next change %v, want %q", c.name, f.NextChange, c.next)
		}
	}
}

func TestNextChangeAhead(t *testing.T) {
	for _, c := range []struct{ name, journal, next string }{
		{"an interview ahead ends", round("date: 2026-11-20 14:00"), "2026-11-20T15:00:00+01:00"},
		{"a scheduled one does nothing by itself", round("date: 2026-11-20 14:00", "status: scheduled"), ""},
		{"nothing at all", "-- notes/a.md --\nhello\n", ""},
	} {
		j := "-- search.md --\n---\ntimezone: Europe/Berlin\n" + only("thank-you", "evaluation-missing") + "---\n" + c.journal
		next := at(t, j, "2026-11-19T20:00:00+01:00").NextChange
		if c.next == "" != next.IsZero() || c.next != "" && !next.Equal(moment(t, c.next)) {
			t.Errorf("%s: %v, want %s", c.name, next, c.next)
		}
	}
}

// TestFilteredOpening holds the opening of a narrowed report to whom the report
// is about.
func TestFilteredOpening(t *testing.T) {
	journal := searching("started: 2026-10-01", "- 2026-11-16 applied to Initech as Engineer\n- 2026-11-18 thanked Dana Reyes\n- 2026-11-18 thanked Li Wei\n- 2026-11-18 rejected by Initech") +
		round("date: 2026-11-17 14:00", "with: [Dana Reyes, Li Wei]", "confidence: 3")
	r := at(t, journal, "2026-11-19T20:00:00+01:00")
	for _, c := range []struct {
		filter      Filter
		done, sorry string
	}{
		{Filter{}, "This week you interviewed at Globex, applied to Initech and thanked Dana Reyes and Li Wei (Globex).", "Initech (Engineer)"},
		{Filter{Urgency: Due}, "This week you interviewed at Globex, applied to Initech and thanked Dana Reyes and Li Wei (Globex).", "Initech (Engineer)"},
		{Filter{Company: "globex gmbh"}, "This week you interviewed at Globex and thanked Dana Reyes and Li Wei (Globex).", ""},
		{Filter{Company: "INITECH"}, "This week you applied to Initech.", "Initech (Engineer)"},
		{Filter{Company: "Hooli"}, "", ""},
		{Filter{Person: "Li Wei"}, "This week you thanked Li Wei (Globex).", ""},
	} {
		narrow := r.Filter(c.filter)
		if done, sorry := strings.Join(narrow.Done, " "), strings.Join(narrow.Sorry, " "); done != c.done || sorry != c.sorry {
			t.Errorf("%+v: %q and sorry %q, want %q and %q", c.filter, done, sorry, c.done, c.sorry)
		}
	}
}

// TestNextChangeNeverComes holds an instant beyond the calendar to be none: not
// even a program could read it.
func TestNextChangeNeverComes(t *testing.T) {
	for _, paused := range []string{"{from: 2026-11-10}", "{from: 2026-11-10, to: 9999-12-31}", "{from: 2026-11-10, to: 9999-12-30}"} {
		for _, zone := range []string{"Europe/Berlin", "Pacific/Kiritimati", "Pacific/Pago_Pago"} {
			j := "-- search.md --\n---\nstarted: 2026-09-20\ntimezone: " + zone + "\npaused: [" + paused + "]\n" + only("search-stale") + "---\n"
			next := at(t, j, "2026-11-19T20:00:00+01:00").NextChange
			if next.Year() > 9999 || strings.Contains(paused, "31") && !next.IsZero() {
				t.Errorf("paused %s in %s: the next change is %v", paused, zone, next)
			}
		}
	}
}

func TestIDsLiveAsLongAsTheirDuty(t *testing.T) {
	id := func(journal, instant string) string {
		items := at(t, journal, instant).Filter(Filter{Rules: []string{"thank-you"}}).Items
		return items[len(items)-1].ID
	}
	note := "-- interviews/b.md --\n---\ncompany: Globex\ndate: 2026-11-18 14:00\nwith: Dana Reyes\n---\n"
	first := id(note, "2026-11-18T16:00:00Z")
	for name, other := range map[string]string{
		"overdue":        id(note, "2026-11-20T16:00:00Z"),
		"advice":         id(note, "2026-12-20T16:00:00Z"),
		"lines moved":    id(strings.Replace(note, "company", "tags: x\ncompany", 1), "2026-11-20T16:00:00Z"),
		"another zone":   id("-- search.md --\n---\ntimezone: Asia/Tokyo\n---\n"+note, "2026-11-20T16:00:00Z"),
		"a hour later":   id(strings.Replace(note, "14:00", "15:00", 1), "2026-11-20T16:00:00Z"),
		"a renamed note": id(strings.Replace(note, "interviews/b.md", "interviews/z.md", 1), "2026-11-20T16:00:00Z"),
	} {
		if other != first {
			t.Errorf("%s: %s became %s", name, first, other)
		}
	}
	morning := "-- interviews/a.md --\n---\ncompany: Globex\ndate: 2026-11-18 09:00\nwith: Dana Reyes\n---\n"
	both := at(t, morning+note, "2026-11-20T16:00:00Z").Filter(Filter{Rules: []string{"thank-you"}}).Items
	done := strings.Replace(morning, "with:", "thanked: 2026-11-18\nwith:", 1)
	if both[0].ID == both[1].ID || id(done+note, "2026-11-20T16:00:00Z") != both[1].ID {
		t.Errorf("two rounds with one person on one day: %s, %s", both[0].ID, both[1].ID)
	}
}

func TestShortenIDs(t *testing.T) {
	items := []Item{{ID: "abcdefghij"}, {ID: "abcdefgxyz"}, {ID: "abcdefghijk"}, {ID: "zzz"}}
	shortenIDs(items)
	want := []string{"abcdefg", "abcdefgx", "abcdefgh", "zzz"}
	for i := range items {
		if items[i].ID != want[i] {
			t.Errorf("id %d is %s, want %s", i, items[i].ID, want[i])
		}
	}
}
