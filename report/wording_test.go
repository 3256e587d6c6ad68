package report

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

var updateWording = flag.Bool("update", false, "rewrite testdata/wording.golden")

// A said is one thing a rule says, and how pressing it is.
type said struct {
	rule            string
	urgency         Urgency
	message, action string
}

// A telling is a way to write the same journal.
type telling func(string) string

var (
	roles     = regexp.MustCompile(`(?m)^ *role: .*\n| as [A-Z][a-z]+ Engineer`)
	people    = regexp.MustCompile(`(?m)^ *(with|interviewers|contacts|hiring_manager|thanked): .*\n`)
	thanks    = regexp.MustCompile(`(?m)^ *thanked: .*\n`)
	asking    = regexp.MustCompile(`(?m)^permission: yes\n`)
	lengths   = regexp.MustCompile(`(?m)^ *(ends|duration): .*\n`)
	timeOfDay = regexp.MustCompile(`(\d{4}-\d\d-\d\d) \d\d:\d\d`)
	rating    = regexp.MustCompile(`(?m)^( *)confidence: \d`)
	panel     = regexp.MustCompile(`(?s)-- interviews/.*?\n---\n.*?\n---\n`)
)

// tellings are the ways in which people write less than an example does, or
// more.
func tellings() []telling {
	without := func(what *regexp.Regexp) telling {
		return func(archive string) string { return what.ReplaceAllString(archive, "") }
	}
	drafted := func(archive string) string {
		return panel.ReplaceAllString(archive, "$0## Thank-you note\n\nDear all, thank you for the hour.\n\n")
	}
	return []telling{
		func(archive string) string { return archive },
		without(roles),
		without(people),
		without(asking),
		func(archive string) string { return timeOfDay.ReplaceAllString(without(lengths)(archive), "$1") },
		func(archive string) string { return rating.ReplaceAllString(archive, "${1}confidence: 5") },
		func(archive string) string { return drafted(without(thanks)(archive)) },
		func(archive string) string { return drafted(without(people)(archive)) },
	}
}

// stories returns the journals that make a rule speak: its example in every
// telling, and those of testdata/wording that are named after it.
func stories(t *testing.T, rule *Rule) []string {
	t.Helper()
	var all []string
	for _, tell := range tellings() {
		all = append(all, tell(rule.Fires))
	}
	files, err := filepath.Glob(filepath.Join("testdata", "wording", rule.ID+"_*.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, string(text))
	}
	return all
}

// maxChanges bounds how many changes of a story are followed.
const maxChanges = 12

// wordings returns everything the rules say, by rule and urgency: in each of
// their stories from its own instant on through every change, at the change
// and some time after.
func wordings(t *testing.T) []said {
	t.Helper()
	var all []said
	for _, rule := range Rules() {
		var own []said
		for i, story := range stories(t, rule) {
			j, now := load(t, story)
			for range maxChanges {
				r := Build(j, now).Filter(Filter{Rules: []string{rule.ID}})
				own = append(own, saidIn(r)...)
				if i == 0 { // the other stories differ in names, not in time
					for _, later := range []time.Duration{5 * time.Hour, 30 * time.Hour, 100 * time.Hour} {
						own = append(own, saidIn(Build(j, now.Add(later)).Filter(Filter{Rules: []string{rule.ID}}))...)
					}
				}
				if now = r.NextChange; now.IsZero() {
					break
				}
			}
		}
		slices.SortFunc(own, func(a, b said) int {
			return cmp.Or(cmp.Compare(rank(a.urgency), rank(b.urgency)), cmp.Compare(a.message, b.message), cmp.Compare(a.action, b.action))
		})
		all = append(all, slices.Compact(own)...)
	}
	return all
}

func saidIn(r *Report) []said {
	var all []said
	for _, item := range r.Items {
		all = append(all, said{item.Rule, item.Urgency, item.Message, item.Action})
	}
	return all
}

// TestWordingGolden holds every message and action word for word.
func TestWordingGolden(t *testing.T) {
	var b strings.Builder
	for _, s := range wordings(t) {
		fmt.Fprintf(&b, "%s %s\n    %s\n    %s\n", s.rule, s.urgency, s.message, s.action)
	}
	golden := filepath.Join("testdata", "wording.golden")
	if *updateWording {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	got, old := strings.Split(b.String(), "\n"), strings.Split(string(want), "\n")
	for i := range max(len(got), len(old)) {
		if i >= len(got) || i >= len(old) || got[i] != old[i] {
			t.Fatalf("%s is stale at line %d; `go test ./report -run Wording -update` rewrites it:\n%s",
				golden, i+1, strings.Join(got[min(i, len(got)):min(i+4, len(got))], "\n"))
		}
	}
}

var (
	// Words that judge, and words that order about.
	unwelcome = regexp.MustCompile(`(?i)\b(failed|failure|missed|ghosted|should have|unfortunately|must|too late|forgot|wrong)\b`)
	stutter   = regexp.MustCompile(`(?i)  |\b(the the|a a|an an|to to|of of|is is|and and|with with|on on|by by)\b`)
	sentences = regexp.MustCompile(`[.!?]['")]*(\s|$)`)
	// Imperatives that actions begin with; a new one is welcome here.
	imperatives = strings.Fields(`Add Agree Answer Apply Ask Call Check Choose Draft Find Follow Give Have Keep Let Look Make Name
		Note Open Pick Plan Practise Prepare Put Read Reply Say Send Set Spend Start Take Tell Thank Think Try Wait Withdraw Write`)
)

// TestWording holds every message and action to the tone of a kind friend.
func TestWording(t *testing.T) {
	all := wordings(t)
	for _, s := range all {
		wrong := func(format string, args ...any) {
			t.Errorf("%s %s %s\n    %s\n    %s", s.rule, s.urgency, fmt.Sprintf(format, args...), s.message, s.action)
		}
		for _, text := range []string{s.message, s.action} {
			if m := unwelcome.FindString(text); m != "" {
				wrong("says %q", m)
			}
			if m := stutter.FindString(text); m != "" {
				wrong("stutters: %q", m)
			}
			if n := len(sentences.FindAllString(text, -1)); n != 1 || !strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "?") {
				wrong("is not one sentence with a full stop or a question mark at its end")
			}
			if strings.TrimSpace(text) != text || strings.Contains(text, "%!") || strings.Contains(text, "()") || strings.Contains(text, " .") {
				wrong("has a gap")
			}
		}
		if n := utf8.RuneCountInString(s.message); n > 160 {
			wrong("has a message of %d characters", n)
		}
		// A draft is the one thing that is named before what to do with it.
		verb, _, _ := strings.Cut(s.action, " ")
		if !slices.Contains(imperatives, verb) && !strings.HasPrefix(s.action, "Your note ") {
			wrong("has an action that begins with %q, no known imperative", verb)
		}
	}
	for _, rule := range Rules() {
		if !slices.ContainsFunc(all, func(s said) bool { return s.rule == rule.ID }) {
			t.Errorf("%s says nothing", rule.ID)
		}
	}
}

// TestWordingOfLateItems looks for what makes a late item worth doing: its
// message never stops at how late it is.
func TestWordingOfLateItems(t *testing.T) {
	for _, s := range wordings(t) {
		if s.urgency == Overdue && strings.HasSuffix(s.message, " late.") {
			t.Errorf("%s only says how late it is: %s", s.rule, s.message)
		}
	}
}
