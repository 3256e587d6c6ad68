package report

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A sampleNote is one note of testdata/letters.
type sampleNote struct {
	name string
	// as says where it stands: a letter, a line of a log, a pair of letters.
	as string
	// is says what people take it for: stock or specific, copied or own.
	is string
	// yields is the rule that must speak, or nothing.
	yields string
	notes  string // what else the round's notes say
	text   string
}

// readNotes reads the notes of testdata/letters.
func readNotes(t *testing.T) []sampleNote {
	t.Helper()
	files, err := filepath.Glob("testdata/letters/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no letters: %v", err)
	}
	var notes []sampleNote
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		_, as, _ := strings.Cut(string(text), "\nas: ")
		as, _, _ = strings.Cut(as, "\n")
		for _, part := range strings.Split(string(text), "\n-- ")[1:] {
			name, rest, _ := strings.Cut(part, " --\n")
			head, body, _ := strings.Cut(rest, "\n")
			n := sampleNote{name: filepath.Base(file) + "/" + name, as: as, text: strings.TrimSpace(body)}
			n.is, n.yields, _ = strings.Cut(head, ": ")
			if more, ok := strings.CutPrefix(n.text, "notes: "); ok {
				n.notes, n.text, _ = strings.Cut(more, "\n")
			}
			notes = append(notes, n)
		}
	}
	return notes
}

// journal is a round with the note in it, sent to Hana Kim and, where it is a
// pair, to Ana Lima.
func (n sampleNote) journal() string {
	const heading = "\n## Thank-you note to "
	with, told, letters := "[Hana Kim]", "\n## Log\n\n- 2026-11-19 thanked Hana Kim", heading+"Hana Kim\n\n"+n.text+"\n"
	switch n.as {
	case "line":
		told, letters = told+": "+n.text, ""
	case "pair":
		first, second, _ := strings.Cut(n.text, "\n===\n")
		with, letters = "[Hana Kim, Ana Lima]", heading+"Hana Kim\n\n"+first+"\n"+heading+"Ana Lima\n\n"+second+"\n"
	}
	return "-- search.md --\n---\nstarted: 2026-11-16\ntimezone: Europe/Berlin\n---\n" +
		"-- interviews/globex.md --\n---\ncompany: Globex\nrole: Data Engineer\ndate: 2026-11-19 14:30\ninterviewers: " + with + "\n---\n" +
		"## What worked\n\n- we drew the ledger together\n- " + n.notes + "\n\n## Research\n\n- Hana gave a talk on late readings in May\n\n" +
		"## Stumbles\n\n- How would you correct a reading that has been paid for already?\n" +
		letters + told + "\n"
}

// rates are how often a rule is right about notes people might write.
type rates struct{ fine, alarms, empty, seen int }

// TestLetters holds the rules on the words of thank-yous to the notes of
// testdata/letters, and what they say of themselves to the outcome.
func TestLetters(t *testing.T) {
	generic, copied := rates{}, rates{}
	for _, n := range readNotes(t) {
		t.Run(n.name, func(t *testing.T) {
			rule, count := "thank-you-generic", &generic
			if n.as == "pair" {
				rule, count = "thank-you-copied", &copied
			}
			speaks := len(say(at(t, n.journal(), "2026-11-20T20:00:00+01:00"), rule)) > 0
			if want := n.yields == rule; speaks != want {
				t.Errorf("%s speaks: %v, want %v", rule, speaks, want)
			}
			switch n.is {
			case "specific", "own":
				count.fine++
				if speaks {
					count.alarms++
				}
			case "stock", "copied":
				count.empty++
				if speaks {
					count.seen++
				}
			default:
				t.Errorf("nobody knows what %q means", n.is)
			}
		})
	}
	if notes := generic.fine + generic.empty; notes < 40 {
		t.Errorf("%d notes are too few to speak of rates", notes)
	}
	if generic.alarms+copied.alarms > 0 {
		t.Errorf("%d false alarms", generic.alarms+copied.alarms)
	}
	for looks, want := range map[string]string{
		thankYouGeneric.Looks: fmt.Sprintf("Of the notes in report/testdata/letters it doubts %d of %d that say something, and sees %d of %d that do not.",
			generic.alarms, generic.fine, generic.seen, generic.empty),
		thankYouCopied.Looks: fmt.Sprintf("Of the pairs in report/testdata/letters it takes %d of %d for copies that are none, and sees %d of %d copies.",
			copied.alarms, copied.fine, copied.seen, copied.empty),
	} {
		if !strings.Contains(looks, want) {
			t.Errorf("the rule does not say: %s", want)
		}
	}
}
