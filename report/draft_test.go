package report

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pgregory.net/rapid"

	"debrief/parser"
)

// ownWordsOfLetters are the words that a letter may have from us, besides the
// leads of a thank-you.
const ownWordsOfLetters = `Dear Kind regards whoever met you thank for your time on a new date our conversation how things stand
	with the role of I am still very interested in may ask if there is any news would be glad line anything more can send
	happy to again spoke and was hear from had hoped decide by know such days slip we planned talk it did not come about
	that happens easily hope all well like suit as reference have applied been talking an offer they call asked my references
	so name somebody who could speak me attached résumé posting far what came up will ask each other help most if spoke
	speaking let goes thinking no fine about sorry there when kept me My`

// fixedWords are the words of every letter that are not the journal's.
func fixedWords() map[string]bool {
	texts := []string{
		ownWordsOfLetters, "your you them their", "January February March April May June July August September October November December",
		"Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
	}
	for _, list := range [][]string{
		thankOpenings, workedLeads, askedLeads, yourQuestionLeads, answeredLeads, knownLeads, thankEndings, thankFarewells,
	} {
		texts = append(texts, list...)
	}
	return wordsIn(texts...)
}

// inBrackets finds the gaps of a letter.
var inBrackets = regexp.MustCompile(`\[[^\]]*\]`)

// unheard returns the words of a letter that are neither ours nor the
// journal's.
func unheard(d *Draft, journal string, fixed map[string]bool) []string {
	known := wordsIn(journal)
	var odd []string
	for _, w := range wordsOf(inBrackets.ReplaceAllString(d.Subject+"\n"+strings.Join(d.Paragraphs, "\n"), "")) {
		if !known[w.folded] && !fixed[w.folded] && !isDayOrYear(w.folded) {
			odd = append(odd, w.folded)
		}
	}
	return odd
}

// somePassages draws lines of a note that name some of the people, or nobody.
func somePassages(t *rapid.T, label string, people []string) []string {
	words := rapid.SampledFrom(strings.Fields("queue ledger clock map yard parcel replay bucket forecast train tile pump valve rota lantern harbour ink bridge"))
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) string {
		line := strings.Join(rapid.SliceOfNDistinct(words, 3, 6, rapid.ID[string]).Draw(t, "words"), " ")
		switch rapid.IntRange(0, 4).Draw(t, "about") {
		case 0:
			return rapid.SampledFrom(people).Draw(t, "who") + " drew the " + line
		case 1:
			return "the " + rapid.SampledFrom(people).Draw(t, "whose") + "'s " + line
		case 2:
			return "**" + line + "**, [[" + line + "]]"
		}
		return "the " + line
	}), 0, 4).Draw(t, label)
}

// someRound draws a note on a round with the notes a letter is made of.
func someRound(t *rapid.T) (text string, people []string) {
	people = rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"Dana Reyes", "Li Wei", "Élodie Ferrand", "Mo Adler"}), 1, 4, rapid.ID[string]).Draw(t, "people")
	var first []string
	for _, p := range people {
		name, _, _ := strings.Cut(p, " ")
		first = append(first, name)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "---\ncompany: Acme\nrole: Engineer\ndate: 2026-11-18 14:00\nwith: [%s]\n---\n", strings.Join(people, ", "))
	for _, section := range []string{"What worked", "Questions they asked", "Research"} {
		fmt.Fprintf(&b, "\n## %s\n\n", section)
		for _, line := range somePassages(t, section, first) {
			fmt.Fprintf(&b, "- %s\n", line)
		}
	}
	b.WriteString("\n## Stumbles\n\n")
	for _, line := range somePassages(t, "stumbles", first) {
		fmt.Fprintf(&b, "- Why the %s?\n  → As the %s.\n", line, line)
	}
	return b.String(), people
}

// lettersFor drafts every thank-you note that a one-note journal owes.
func lettersFor(t *rapid.T, note string, now time.Time) ([]Draft, *parser.Journal) {
	j, err := parser.Load(fstest.MapFS{"interviews/acme.md": {Data: []byte(note)}}, time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	return ThankYous(j, now, Build(j, now).Items), j
}

// TestThankYousInventNothing drafts the letters for rounds of every kind: no
// word is neither ours nor the note's, no two letters say the same, and once
// they are in the note, no rule finds a letter that had something to say
// empty or copied.
func TestThankYousInventNothing(t *testing.T) {
	fixed, now := fixedWords(), moment(t, "2026-11-20T09:00:00Z")
	rapid.Check(t, func(t *rapid.T) {
		note, people := someRound(t)
		drafts, _ := lettersFor(t, note, now)
		if len(drafts) != len(people) {
			t.Fatalf("%d letters to %d people:\n%s", len(drafts), len(people), note)
		}
		telling := map[string]string{} // what is specific, by what it says
		for i := range drafts {
			d := &drafts[i]
			if odd := unheard(d, note, fixed); len(odd) > 0 {
				t.Fatalf("the letter to %s says %v:\n%s\n%s", d.To.Name, odd, strings.Join(d.Paragraphs, "\n"), note)
			}
			if d.Gaps() > 1 {
				continue // it says itself that there is nothing yet
			}
			_, specific, _ := strings.Cut(d.Paragraphs[1], ": ")
			if other := telling[specific]; other != "" {
				t.Fatalf("%s and %s both get %q", other, d.To.Name, specific)
			}
			telling[specific] = d.To.Name
			note += "\n## Thank-you note to " + d.To.Name + "\n\n" + strings.Join(d.Paragraphs, "\n\n") + "\n"
		}
		again, j := lettersFor(t, note, now)
		for i := range again {
			if drafts[i].Gaps() == 1 && !again[i].Written {
				t.Fatalf("the letter to %s is not found in\n%s", again[i].To.Name, note)
			}
		}
		for _, item := range Build(j, now).Items {
			if item.Rule == thankYouCopiedID || item.Rule == thankYouGenericID {
				t.Fatalf("%s: %s\n%s", item.Rule, item.Message, note)
			}
		}
	})
}

// TestLettersInventNothing holds every letter that the rules' examples give
// rise to against the words of its journal.
func TestLettersInventNothing(t *testing.T) {
	fixed, letters := fixedWords(), 0
	var archives []string
	for _, rule := range Rules() {
		archives = append(archives, rule.Fires, rule.Silent)
	}
	for _, archive := range archives {
		j, now := load(t, archive)
		r := Build(j, now)
		drafts := append(ThankYous(j, now, r.Items), Chases(j, now, r.Items)...)
		for _, reference := range j.References {
			for _, p := range j.Positions {
				drafts = append(drafts, Telling(j, now, reference, p))
			}
		}
		letters += len(drafts)
		for i := range drafts {
			if odd := unheard(&drafts[i], archive, fixed); len(odd) > 0 {
				t.Errorf("a letter says %v:\n%s\n%s", odd, strings.Join(drafts[i].Paragraphs, "\n"), archive)
			}
		}
	}
	if letters < 20 {
		t.Errorf("only %d letters were looked at", letters)
	}
}

func TestSpokenTo(t *testing.T) {
	dana := &parser.Person{Name: "Dana Reyes"}
	for text, want := range map[string]string{
		"Dana's map of the yard":                   "your map of the yard",
		"Dana Reyes’s map":                         "your map",
		"the hole that Dana found":                 "the hole that you found",
		"Dana found the hole, I found the fix":     "you found the hole, I found the fix",
		"Dana laughed at the queue":                "you laughed at the queue",
		"Dana is proud of it":                      "Dana is proud of it",
		"Dana's map, and she drew it":              "Dana's map, and she drew it",
		"Dana's map, drawn with Dana":              "Dana's map, drawn with Dana",
		"Adana's map":                              "Adana's map",
		"what Li said about Dana's map":            "what Li said about your map",
		"Danas map and Dana'sé":                    "Danas map and Dana'sé",
		"nothing about anybody":                    "nothing about anybody",
		"Dana asked, and I asked back: Dana’s way": "you asked, and I asked back: your way",
	} {
		if got := spokenTo(text, dana); got != want {
			t.Errorf("%q became %q, not %q", text, got, want)
		}
	}
}

func TestInPlainWords(t *testing.T) {
	for text, want := range map[string]string{
		"the **bold** [[notes/ledger|ledger]], `code`":   "the bold ledger, code",
		"see [[Dana Reyes]] and [a page](https://a.b/c)": "see Dana Reyes and a page",
		"an *idea* and _another_, 3 * 4 * 5":             "an idea and another, 3 * 4 * 5",
		"snake_case_word and a  wide\n gap":              "snake_case_word and a wide gap",
	} {
		if got := inPlainWords(text); got != want {
			t.Errorf("%q became %q, not %q", text, got, want)
		}
	}
}

// TestSharesStayTheirs sends one letter and looks whether the next person
// still gets their own, and never what the first one got.
func TestSharesStayTheirs(t *testing.T) {
	note := "-- interviews/acme.md --\n---\ncompany: Acme\ndate: 2026-11-18 14:00\nwith: [Dana Reyes, Li Wei]\n---\n## What worked\n\n" +
		"- the sketch of the ledger on the board\n\n## Thank-you note to Dana Reyes\n\nDear Dana, the sketch of the ledger on the board stays with me.\n"
	for _, sent := range []string{"", "\n## Log\n\n- 2026-11-18 19:00 thanked Dana Reyes\n"} {
		j, now := load(t, "now: 2026-11-19T20:00:00Z\n"+note+sent)
		items := slices.DeleteFunc(Build(j, now).Items, func(i Item) bool { return i.Person != "Li Wei" })
		drafts := ThankYous(j, now, items)
		if len(drafts) != 1 || strings.Contains(strings.Join(drafts[0].Paragraphs, " "), "ledger") || drafts[0].Gaps() != 2 {
			t.Errorf("Li gets %+v", drafts)
		}
	}
}
