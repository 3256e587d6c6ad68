package report

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"debrief/parser"
)

// build reads a txtar journal whose comment is `now: INSTANT` and reports it.
func build(t *testing.T, archive string) *Report {
	t.Helper()
	j, now := load(t, archive)
	return Build(j, now)
}

// at builds the report of a txtar journal at another instant than its own.
func at(t *testing.T, archive, instant string) *Report {
	t.Helper()
	j, _ := load(t, archive)
	return Build(j, moment(t, instant))
}

func load(t *testing.T, archive string) (*parser.Journal, time.Time) {
	t.Helper()
	comment, files := unpack(archive)
	j, err := parser.Load(files, time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	var now time.Time
	if text, ok := strings.CutPrefix(strings.TrimSpace(comment), "now:"); ok {
		now = moment(t, text)
	}
	return j, now
}

// unpack splits a txtar archive: its comment, then files below `-- NAME --`.
func unpack(archive string) (comment string, files fstest.MapFS) {
	files = fstest.MapFS{}
	var open *fstest.MapFile
	for line := range strings.Lines(archive) {
		name, marked := strings.CutPrefix(strings.TrimSpace(line), "-- ")
		name, closed := strings.CutSuffix(name, " --")
		switch {
		case marked && closed:
			open = &fstest.MapFile{}
			files[name] = open
		case open == nil:
			comment += line
		default:
			open.Data = append(open.Data, line...)
		}
	}
	return comment, files
}

func moment(t *testing.T, text string) time.Time {
	t.Helper()
	at, err := time.Parse(time.RFC3339, strings.TrimSpace(text))
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// say lists a report's items as `urgency rule person`, sorted as the report
// has them.
func say(r *Report, rules ...string) []string {
	said := []string{}
	for _, item := range r.Filter(Filter{Rules: rules}).Items {
		said = append(said, strings.TrimSpace(string(item.Urgency)+" "+item.Rule+" "+item.Person))
	}
	return said
}

// A then is what one rule says at an instant: `urgency person, urgency person`
// in the report's order, "" for nothing.
type then struct{ at, says string }

// checkStages holds a rule to what it says of a journal at several instants.
func checkStages(t *testing.T, archive, rule string, stages []then) {
	t.Helper()
	j, _ := load(t, archive)
	for _, s := range stages {
		var said []string
		for _, item := range Build(j, moment(t, s.at)).Filter(Filter{Rules: []string{rule}}).Items {
			said = append(said, strings.TrimSpace(string(item.Urgency)+" "+item.Person))
		}
		if got := strings.Join(said, ", "); got != s.says {
			t.Errorf("%s at %s says %q, want %q", rule, s.at, got, s.says)
		}
	}
}

// A stageCase is a journal and what a rule says of it as time passes.
type stageCase struct {
	name, journal string
	stages        []then
}

// runStages adds search.md and an evaluation where a journal brings none.
func runStages(t *testing.T, rule string, cases []stageCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if !strings.Contains(c.journal, "-- search.md --") {
				c.journal = "-- search.md --\n---\nstarted: 2026-01-05\ntimezone: Europe/Berlin\n---\n" + c.journal
			}
			checkStages(t, c.journal, rule, c.stages)
		})
	}
}
