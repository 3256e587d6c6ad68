package report

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"debrief/parser"
)

// apply adds a record's line to the files of a journal.
func apply(files fstest.MapFS, r *Record) {
	file := files[r.File]
	if file == nil {
		file = &fstest.MapFile{}
	}
	lines := strings.Split(strings.TrimSuffix(string(file.Data), "\n"), "\n")
	at := r.Line
	if at == 0 {
		at = len(lines)
	}
	lines = slices.Insert(lines, at, strings.Split(r.Text, "\n")...)
	files[r.File] = &fstest.MapFile{Data: []byte(strings.Join(lines, "\n") + "\n")}
}

// leavesRoom reports whether a record has something left to fill in: dots, a
// field without a value, a heading without a text.
func leavesRoom(record string) bool {
	last := record[strings.LastIndexByte(record, '\n')+1:]
	return strings.Contains(record, "…") || strings.HasSuffix(record, ":") || strings.HasPrefix(last, "#")
}

// TestRecordSettlesItsItem adds the line an item gives to the file it names,
// and looks whether the item is gone and nothing else has changed.
func TestRecordSettlesItsItem(t *testing.T) {
	const search = "-- search.md --\n---\nstarted: 2026-11-16\ntimezone: Europe/Berlin\nreferences: [Jane Doe]\n---\n"
	const jane = "-- references/jane.md --\n---\nname: Jane Doe\n---\n"
	const evaluated = "## What worked\n\n- all of it\n"
	tests := []struct{ name, journal string }{
		{"an interview's fields", "-- interviews/a.md --\n---\ncompany: Globex\ndate: 2026-11-19 14:00\nwith: Hana Kim\n---\n" + evaluated},
		{"several people", "-- interviews/a.md --\n---\ncompany: Globex\ndate: 2026-11-19 14:00\nwith: [Hana Kim, Li Wei]\n---\n" + evaluated},
		{"one is thanked already", "-- interviews/a.md --\n---\ncompany: Globex\ndate: 2026-11-19 14:00\nwith: [Hana Kim, Li Wei]\nthanked: {Li Wei: yes}\n---\n" + evaluated},
		{"nobody is named", "-- interviews/a.md --\n---\ncompany: Globex\ndate: 2026-11-19 14:00\n---\n" + evaluated},
		{"a log of its own", "-- interviews/a.md --\n+++\ncompany = \"Globex\"\ndate = 2026-11-19\nwith = [\"Hana Kim\"]\nstatus = \"done\"\n+++\n## Log\n\n- [ ] thank Hana\n\n" + evaluated},
		{"nobody is named, in TOML", "-- interviews/a.md --\n+++\ncompany = \"Globex\"\ndate = 2026-11-19\nstatus = \"done\"\n+++\n" + evaluated},
		{"rounds in an application", "-- applications/a.md --\n---\ncompany: Globex\nrole: Engineer\nreferences: none\ninterviews:\n  - date: 2026-11-18 14:00\n    with: Hana Kim\n    confidence: 3\n  - round: two\n    date: 2026-11-19 14:00\n    with: Hana Kim\n    confidence: 3\n---\n"},
		{"rounds in one note", "-- interviews/a.md --\n---\ncompany: Globex\n---\n## Round 1 — 2026-11-18 14:00 with Hana Kim\n\n### Wins\n\n- a\n\n## Round 2 — 2026-11-19 14:00 with Hana Kim\n\n### Wins\n\n- b\n"},
		{"a round in the fields, one below a heading", "-- interviews/a.md --\n---\ncompany: Globex\ndate: 2026-11-18 14:00\nwith: Hana Kim\n---\n## Wins\n\n- a\n\n## Round 2 — 2026-11-19 14:00 with Li Wei\n\n### Wins\n\n- b\n\n### Log\n\n- 2026-11-19 lunch\n"},
		{"two people in each of them", "-- interviews/a.md --\n---\ncompany: Globex\ndate: 2026-11-18 14:00\nwith: Hana Kim, Li Wei\n---\n## Wins\n\n- a\n\n## Round 2 — 2026-11-19 14:00 with Hana Kim, Li Wei\n\n### Wins\n\n- b\n"},
		{"the same in TOML, and a log at the end", "-- interviews/a.md --\n+++\ncompany = \"Globex\"\ndate = 2026-11-18\nwith = [\"Hana Kim\"]\nstatus = \"done\"\n+++\n## Wins\n\n- a\n\n## Round 2 — 2026-11-19 14:00 with Hana Kim, Li Wei\n\n### Wins\n\n- b\n\n## Log\n\n- 2026-11-19 lunch\n"},
		{"a round below a deeper heading than the one before", "-- interviews/a.md --\n---\ncompany: Globex\n---\n# Round 1 — 2026-11-18 14:00 with Hana Kim\n\n## Wins\n\n- a\n\n## Round 2 — 2026-11-19 14:00 with Li Wei\n\n### Wins\n\n- b\n\n### Log\n"},
		{"a line of a log", "-- log/2026-11.md --\n## 2026-11-19\n\n- 14:00 interviewed at Globex as Engineer with Hana Kim\n"},
		{"a reference", "-- applications/a.md --\n---\ncompany: Globex\nrole: Engineer\nresume: cv/mine.pdf\nreferences_requested: 2026-11-19\n---\n-- references/jane.md --\n---\nname: Jane Doe\n---\n"},
		{"a reference, two roles", "-- applications/a.md --\n---\ncompany: Globex\nrole: Engineer\nresume: mine.pdf\nreferences_requested: 2026-11-19\n---\n-- applications/b.md --\n---\ncompany: Globex\nrole: Analyst\napplied: 2026-11-17\n---\n-- references/jane.md --\n---\nname: Jane Doe\n---\n# Jane\n\n## Log\n\n- 2026-01-01 lunch\n\n## Notes\n\nA.\n"},
		{"a résumé", "-- applications/a.md --\n---\ncompany: Globex\nrole: Engineer\nresume: mine.pdf\nreferences_requested: 2026-11-19\n---\n-- references/jane.md --\n---\nname: Jane Doe\ntold: {Globex: 2026-11-19}\n---\n"},
	}
	now := moment(t, "2026-11-19T20:00:00+01:00")
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			journal := search + jane + "-- search-log/log.md --\n- 2026-11-18 applied to Initech as Engineer\n" + test.journal
			before, settled := build0(t, journal, now, nil), 0
			for _, item := range before.Items {
				if item.Record == nil || leavesRoom(item.Record.Text) {
					continue // settled by doing more than adding a line
				}
				settled++
				after := build0(t, journal, now, item.Record)
				want := slices.DeleteFunc(ids(before), func(id string) bool { return id == item.ID })
				got := slices.DeleteFunc(ids(after), func(id string) bool { return !slices.Contains(ids(before), id) })
				if !slices.Equal(got, want) {
					t.Errorf("%s %s %s: after adding %q to %s:%d: items %v, want %v",
						item.Rule, item.Person, item.Since, item.Record.Text, item.Record.File, item.Record.Line, got, want)
				}
			}
			if settled == 0 {
				t.Error("nothing to settle")
			}
		})
	}
}

func build0(t *testing.T, archive string, now time.Time, record *Record) *Report {
	t.Helper()
	_, files := unpack(archive)
	if record != nil {
		apply(files, record)
	}
	j, err := parser.Load(files, time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	return Build(j, now)
}

func ids(r *Report) []string {
	var out []string
	for _, item := range r.Items {
		out = append(out, item.ID)
	}
	return out
}

// TestRecordsOfTheExamples adds to every rule's example what its own item
// says, and looks whether that settles it and reads well.
func TestRecordsOfTheExamples(t *testing.T) {
	for _, rule := range Rules() {
		_, now := load(t, rule.Fires)
		before := build(t, rule.Fires)
		for _, item := range before.Filter(Filter{Rules: []string{rule.ID}}).Items {
			if item.Record == nil || leavesRoom(item.Record.Text) || rule.ID == offerUnfirmID {
				continue // an offer can hang on more than one thing
			}
			after := build0(t, rule.Fires, now, item.Record)
			if slices.Contains(ids(after), item.ID) {
				t.Errorf("%s: still owed after adding %q to %s:%d", rule.ID, item.Record.Text, item.Record.File, item.Record.Line)
			}
			for _, p := range after.Problems {
				t.Errorf("%s: after adding %q: %s %s", rule.ID, item.Record.Text, p.ID, p.Message)
			}
		}
	}
}

// TestRecordsOfGoodbyes adds the lines by which positions are left or written
// to, in notes with a log and without, with one role at a company and two.
func TestRecordsOfGoodbyes(t *testing.T) {
	const search = "-- search.md --\n---\nstarted: 2026-10-01\nfirst_day: 2026-12-01\ntimezone: Europe/Berlin\n---\n"
	one := "-- applications/a.md --\n---\ncompany: Globex\nrole: Engineer\napplied: 2026-11-20\n---\n"
	two := "-- applications/b.md --\n---\ncompany: Globex\nrole: Analyst\napplied: 2026-11-20\n---\n"
	undisclosed := "-- applications/u.md --\n---\ncompany: undisclosed\nvia: Brightmoor\nrole: Analyst\napplied: 2026-11-20\n---\n"
	outreach := "-- outreach/v.md --\n+++\ncompany = \"Vela Maps\"\ndate = 2026-11-20\n+++\n"
	told := "-- references/jane.md --\n+++\nname = \"Jane Doe\"\ntold = {Globex = 2026-11-01}\n+++\n"
	for _, c := range []struct{ name, rule, now, journal string }{
		{"no log", startedLooseEndsID, "2026-12-02T20:00:00+01:00", one},
		{"a log", startedLooseEndsID, "2026-12-02T20:00:00+01:00", one + "## Log\n\n- 2026-11-20 applied\n"},
		{"two roles", startedLooseEndsID, "2026-12-02T20:00:00+01:00", one + two},
		{"undisclosed", startedLooseEndsID, "2026-12-02T20:00:00+01:00", undisclosed},
		{"a line of a log", startedLooseEndsID, "2026-12-02T20:00:00+01:00", "-- log.md --\n- 2026-11-20 applied to Globex as Engineer\n"},
		{"a packet in TOML", outreachPacketID, "2026-11-22T20:00:00+01:00", outreach},
		{
			"a rejection", rejectionUnansweredID, "2026-11-26T20:00:00+01:00",
			"-- applications/a.md --\n---\ncompany: Globex\nrole: Engineer\ninterviews: [{date: 2026-11-20 10:00, thanked: 2026-11-20, confidence: 3}]\n---\n-- log.md --\n- 2026-11-22 rejected by Globex\n",
		},
		{"an outcome in TOML", referenceOutcomeID, "2026-12-10T20:00:00+01:00", one + "## Log\n\n- 2026-11-25 rejected\n" + told},
	} {
		t.Run(c.name, func(t *testing.T) {
			now := moment(t, c.now)
			items := build0(t, search+c.journal, now, nil).Filter(Filter{Rules: []string{c.rule}}).Items
			if len(items) == 0 {
				t.Fatal("nothing to settle")
			}
			for _, item := range items {
				// What was sent is the person's to fill in.
				item.Record.Text = strings.ReplaceAll(item.Record.Text, toFillIn, "cv.pdf, cover-letter.md")
				after := build0(t, search+c.journal, now, item.Record)
				if slices.Contains(ids(after), item.ID) || len(after.Problems) > 0 {
					t.Errorf("after adding %q to %s:%d it says %v, with problems %v",
						item.Record.Text, item.Record.File, item.Record.Line, say(after, c.rule), after.Problems)
				}
			}
		})
	}
}

// TestRecordsInventNothing holds the lines meant for copying to the files that
// the notes name: where they name none, the person does.
func TestRecordsInventNothing(t *testing.T) {
	const head = "-- search.md --\n---\nstarted: 2026-11-16\ntimezone: Europe/Berlin\nreferences: [Jane Doe, Bob Ray]\n---\n" +
		"-- references/jane.md --\n---\nname: Jane Doe\n---\n-- references/bob.md --\n---\nname: Bob Ray\ntold: {Globex: 2026-11-19}\n---\n" +
		"-- log.md --\n- 2026-11-17 applied to Initech, sent other.pdf\n- 2026-11-17 told Jane Doe about Initech, sent other.pdf\n" +
		"-- outreach/v.md --\n---\ncompany: Vela Maps\ndate: 2026-11-18\n---\n"
	const application = "-- applications/a.md --\n---\ncompany: Globex\nrole: Engineer\napplied: 2026-11-17\nstatus: assessment\ndue: 2026-11-20\nreferences_requested: 2026-11-18\n"
	for _, c := range []struct {
		name, journal string
		want          []string
	}{
		{"none is named", application + "---\n", []string{
			"- 2026-11-19 sent … to Bob Ray", "- 2026-11-19 sent … to Globex", "- 2026-11-19 told Jane Doe about Globex, sent …", "resume: yes\ncover_letter: yes",
		}},
		{"one is", application + "resume: cv/mine.pdf\n---\n", []string{
			"- 2026-11-19 sent mine.pdf to Bob Ray", "- 2026-11-19 sent … to Globex", "- 2026-11-19 told Jane Doe about Globex, sent mine.pdf", "resume: yes\ncover_letter: yes",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, item := range at(t, head+c.journal, "2026-11-19T20:45:00+01:00").Items {
				if item.Record != nil && (strings.Contains(item.Record.Text, "sent") || strings.Contains(item.Record.Text, "resume")) {
					got = append(got, item.Record.Text)
				}
			}
			slices.Sort(got)
			if !slices.Equal(got, c.want) {
				t.Errorf("to be copied: %q, want %q", got, c.want)
			}
		})
	}
}
