package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pgregory.net/rapid"

	"debrief/parser"
)

// drawWhen draws a date around November 2026, with a time or without.
func drawWhen(t *rapid.T, what string) string {
	day := time.Date(2026, 11, 10, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(-40, 30).Draw(t, what))
	text := day.Format("2006-01-02")
	if rapid.Bool().Draw(t, what+" timed") {
		text += fmt.Sprintf(" %02d:30", rapid.IntRange(0, 23).Draw(t, what+" hour"))
	}
	return text
}

func drawDay(t *rapid.T, what string) string { return drawWhen(t, what)[:10] }

// drawFields draws a subset of lines.
func drawFields(t *rapid.T, what string, lines ...string) string {
	var b strings.Builder
	for _, line := range lines {
		if rapid.IntRange(0, 2).Draw(t, what) == 0 {
			b.WriteString(line + "\n")
		}
	}
	return b.String()
}

// drawJournal draws a small journal that touches every instant the rules know.
func drawJournal(t *rapid.T) *parser.Journal {
	files := fstest.MapFS{}
	write := func(name, text string) { files[name] = &fstest.MapFile{Data: []byte(text)} }
	zone := rapid.SampledFrom([]string{"Europe/Berlin", "America/New_York", "Africa/Cairo", "Pacific/Apia"}).Draw(t, "zone")
	write("search.md", "---\ntimezone: "+zone+"\n"+drawFields(t, "search",
		"started: "+drawDay(t, "started"),
		"first_day: "+drawDay(t, "first day"),
		fmt.Sprintf("paused: [{from: %s%s}]", drawDay(t, "from"), rapid.SampledFrom([]string{"", ", to: " + drawDay(t, "to")}).Draw(t, "end")),
		"references: [Jane Doe]",
		"working_days: "+rapid.SampledFrom([]string{"Mon-Thu", "Sat, Sun"}).Draw(t, "working days"),
		fmt.Sprintf("holidays: [%s, %s]", drawDay(t, "holiday"), drawDay(t, "another")),
		"goals: {applications_per_week: 1, outreach_per_week: 1}",
		"rules: {search-stale: {due: 2d}, thank-you: {until: 30h}, search-coasting: {pace: 0, confident: 2, after: 3d}, "+
			"reference-outcome: {after: 1d, until: 9d}, reference-overused: {positions: 0, within: 60h}, "+
			"contact-cold: {after: 4d, until: 6d}, outreach-packet: {until: 3d}}")+"---\n")
	write("outreach/v.md", "---\ncompany: Vela Maps\ndate: "+drawWhen(t, "packet")+"\n---\n")
	write("references/jane.md", "---\nname: Jane Doe\n"+drawFields(t, "told", fmt.Sprintf("told: {Acme: %s}", drawWhen(t, "told")))+
		"---\n## Log\n\n- "+drawWhen(t, "sent")+" sent resume.pdf to Jane Doe\n")
	statuses := []string{"lead", "applied", "screening", "assessment", "offer", "accepted", "started", "on-hold", "rejected", "ghosted"}
	for i, company := range []string{"Acme", "Initech"} {
		write(fmt.Sprintf("applications/%d.md", i), "---\ncompany: "+company+"\nrole: Engineer\n"+drawFields(t, company,
			"applied: "+drawWhen(t, "applied"),
			"status: "+rapid.SampledFrom(statuses).Draw(t, "status"),
			"references: later",
			"references_requested: "+drawDay(t, "requested"),
			"first_day: "+drawDay(t, "its first day"),
			"via: Brightmoor",
			"decision_by: "+drawWhen(t, "its decision"),
			"due: "+drawWhen(t, "take-home"),
			fmt.Sprintf("offer: {on: %s, respond_by: %s}", drawDay(t, "offer"), drawWhen(t, "respond by")))+
			"---\n## Log\n\n"+drawFields(t, "log", "- [x] "+rapid.SampledFrom([]string{"rejected", "withdrew", "accepted"}).Draw(t, "on no known day"),
			"- "+drawWhen(t, "wrote early")+" contacted "+company, "- "+drawWhen(t, "wrote again")+" contacted "+company, "- "+drawWhen(t, "rejected")+" rejected", "- "+drawWhen(t, "heard")+" heard back",
			"- "+drawWhen(t, "followed up")+" followed up", "- "+drawWhen(t, "sent work")+" sent ledger.zip", "- "+drawWhen(t, "accepted")+" accepted",
			"- "+drawWhen(t, "withdrew")+" withdrew", "- "+drawWhen(t, "wrote")+" contacted Dana Reyes"))
	}
	interviews := []string{"", "scheduled", "done", "cancelled", "no-show", "missed"}
	for i := range rapid.IntRange(0, 3).Draw(t, "rounds") {
		write(fmt.Sprintf("interviews/%d.md", i), "---\ncompany: Acme\nrole: Engineer\ndate: "+drawWhen(t, "date")+"\n"+drawFields(t, "round",
			"with: [Dana Reyes, Li Wei]",
			"timezone: Asia/Tokyo",
			"status: "+rapid.SampledFrom(interviews).Draw(t, "interview status"),
			"decision_by: "+drawWhen(t, "decision"),
			fmt.Sprintf("confidence: %d", rapid.IntRange(1, 5).Draw(t, "confidence")),
			fmt.Sprintf("research: %d", rapid.IntRange(1, 3).Draw(t, "research")),
			fmt.Sprintf("thanked: {Dana Reyes: %s}", drawWhen(t, "thanked")))+"---\n"+drawFields(t, "body",
			"## Stumbles\n\n- Why us?\n",
			"## Thank-you note to Dana Reyes\n\nThank you for your time and the great conversation.\n",
			"## Thank-you note to Li Wei\n\nThank you for your time and the great conversation.\n"))
	}
	write("log.md", drawFields(t, "activity", "- "+drawWhen(t, "contacted")+" contacted Brightmoor", "- "+drawWhen(t, "new")+" contacted Ana Lima"))
	j, err := parser.Load(files, time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	return j
}

// standing lists the ids and urgencies of a report's items.
func standing(r *Report) []string {
	var out []string
	for _, item := range r.Items {
		out = append(out, item.ID+" "+string(item.Urgency)+" "+item.Rule)
	}
	slices.Sort(out)
	return out
}

// TestNextChange holds the promise that lets a watcher sleep: between now and
// next_change nothing changes, and then something does.
func TestNextChange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		j := drawJournal(t)
		now := time.Date(2026, 11, 10, 0, 0, 0, 0, time.UTC).Add(time.Duration(rapid.IntRange(-1000, 1000).Draw(t, "now")) * time.Hour)
		r := Build(j, now)
		before := standing(r)
		until := r.NextChange
		if until.IsZero() {
			until = now.AddDate(0, 6, 0)
		} else if after := standing(Build(j, until)); slices.Equal(before, after) {
			t.Fatalf("nothing changes at %s: %v", until, after)
		}
		for range 4 {
			between := now.Add(time.Duration(rapid.Int64Range(0, int64(until.Sub(now))-1).Draw(t, "between")))
			if got := standing(Build(j, between)); !slices.Equal(got, before) {
				t.Fatalf("at %s, before %s, it is %v instead of %v", between, until, got, before)
			}
		}
		if got := standing(Build(j, until.Add(-1))); !slices.Equal(got, before) {
			t.Fatalf("just before %s it is %v instead of %v", until, got, before)
		}
		checkOwnChanges(t, j, r)
	})
}

// TestActivitiesAreTimeless holds what counts as searching to be the same
// whenever it is asked: no duty's clock is there to remember a change of it.
func TestActivitiesAreTimeless(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		j := drawJournal(t)
		var first []*parser.Event
		for i, days := range []int{-60, -20, 0, 20, 60} {
			v := newView(j, time.Date(2026, 11, 10, 0, 0, 0, 0, time.UTC).AddDate(0, 0, days), settings{})
			found := v.findActivities()
			if i == 0 {
				first = found
			}
			if !slices.Equal(found, first) || !v.next.IsZero() {
				t.Fatalf("%d days on other things count, or the clock was asked: until %s", days, v.next)
			}
		}
	})
}

// checkOwnChanges holds every item to its own changes_at.
func checkOwnChanges(t *rapid.T, j *parser.Journal, r *Report) {
	urgency := func(id string, at time.Time) Urgency {
		items := Build(j, at).Items
		if i := slices.IndexFunc(items, func(item Item) bool { return item.ID == id }); i >= 0 {
			return items[i].Urgency
		}
		return ""
	}
	for _, item := range r.Items {
		if at := item.ChangedAt; !at.IsZero() && !at.After(r.Now) {
			if got := urgency(item.ID, at); got != item.Urgency {
				t.Fatalf("%s is %q at %s, when it is said to have become %q", item.Rule, got, at, item.Urgency)
			}
		}
		if item.ChangesAt.IsZero() {
			if got := urgency(item.ID, r.Now.AddDate(1, 0, 0)); got != item.Urgency {
				t.Fatalf("%s never changes, and is %q a year on", item.Rule, got)
			}
			continue
		}
		if got := urgency(item.ID, item.ChangesAt.Add(-1)); got != item.Urgency {
			t.Fatalf("%s is %q just before %s, want %q", item.Rule, got, item.ChangesAt, item.Urgency)
		}
		if got := urgency(item.ID, item.ChangesAt); got == item.Urgency {
			t.Fatalf("%s is still %q at %s", item.Rule, got, item.ChangesAt)
		}
		if item.Urgency == Due && item.Rule != "search-stale" && !item.Due.IsZero() && !item.Due.After(r.Now) {
			t.Fatalf("%s is due, and its deadline %s has passed at %s", item.Rule, item.Due, r.Now)
		}
	}
}
