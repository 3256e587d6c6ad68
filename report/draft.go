package report

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"debrief/parser"
)

// A Draft is a letter as far as the journal can write it: what the notes hold,
// in plain sentences, and a visible gap for everything that only the person
// knows. Nothing in it is made up.
type Draft struct {
	// To is whom it is to; nil where the journal names nobody.
	To            *parser.Person
	Company, Role string
	Subject       string
	// Paragraphs are the letter from its salutation to the name below it, each
	// without line ends. A gap in them stands in brackets, and begins with "…"
	// unless it is for the writer's own name.
	Paragraphs []string
	// Written: the journal has the letter already, and these are its words.
	Written bool
	// Reminders are notes that may help to fill a gap, and are for nobody else
	// to read: they are no part of the letter.
	Reminders []string
	// Asked is how often this was asked before; only a follow-up counts.
	Asked int
	// Item is what is owed, the zero Item where the letter was asked for by
	// name.
	Item Item
}

// Gaps counts what a draft leaves to the person to fill in.
func (d *Draft) Gaps() int {
	n := 0
	for _, p := range d.Paragraphs {
		n += gapsIn(p)
	}
	return n
}

// gapsIn counts the gaps in a letter's text.
func gapsIn(text string) int { return strings.Count(text, gapOpening) + strings.Count(text, unsigned) }

const (
	// gapOpening begins a gap. The dots are what the records of items have for
	// the same.
	gapOpening = "[…"
	// unsigned is the gap for the writer's name, which no note holds for sure.
	unsigned = "[your name]"
)

// leftOpen is a gap that says what belongs into it.
func leftOpen(what string) string { return gapOpening + ": " + what + "]" }

// salutation opens a letter by first name.
func salutation(to *parser.Person) string {
	if to == nil {
		return "Dear " + leftOpen("the name of whoever met you") + ","
	}
	return "Dear " + firstName(to) + ","
}

// signature ends a letter. It is one line, so that it is still one when the
// letter has been through Markdown.
func signature() string { return "Kind regards, " + unsigned }

// markup is what a note's sentence loses in a letter, besides links.
var markup = strings.NewReplacer("**", "", "__", "", "`", "", "~~", "", "==", "")

// emphasis finds *words* between two stars or underscores, and no 3 * 4.
var emphasis = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(^|[^\pL\pN*_])[*_](\pL(?:[^*_]*[^*_\s])?)[*_]([^\pL\pN*_]|$)`)
})

// links finds [[page]], [[page|text]] and [text](address).
var links = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]|\[([^\]]*)\]\([^)]*\)`)
})

// inPlainWords is a text of a note without Markdown, on one line. A letter is
// read by somebody who has never heard of either.
func inPlainWords(text string) string {
	text = links().ReplaceAllString(text, "$1$2")
	text = emphasis().ReplaceAllString(markup.Replace(text), "$1$2$3")
	return strings.Join(strings.Fields(text), " ")
}

// asSentence ends a text as sentences end.
func asSentence(text string) string {
	last, _ := utf8.DecodeLastRuneInString(text)
	if text == "" || strings.ContainsRune(".!?…。！？)”\"", last) {
		return text
	}
	return strings.TrimRight(text, ",;:-– ") + "."
}

// onDay says on which day something was, in words that are still true when the
// letter goes out tomorrow: no "today".
func (v *view) onDay(day parser.Civil) string {
	t := day.Start(v.zone)
	switch ago := day.DaysUntil(v.today()); {
	case ago >= 0 && ago < 7:
		return "on " + t.Format("Monday")
	case day.Year == v.today().Year:
		return "on " + t.Format("2 January")
	}
	return "on " + t.Format("2 January 2006")
}

// theRole names a role in a sentence: "the role of Data Engineer", "the role".
func theRole(role string) string {
	if role == "" {
		return "the role"
	}
	return "the role of " + role
}

// paragraph joins a letter's sentences.
func paragraph(sentences ...string) string {
	var said []string
	for _, s := range sentences {
		if s != "" {
			said = append(said, s)
		}
	}
	return strings.Join(said, " ")
}
