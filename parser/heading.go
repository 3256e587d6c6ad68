package parser

import (
	"bytes"
	"strings"
	"unicode"
)

// sectionWords are the names of sections, as search.md's `sections` uses
// them.
var sectionWords = map[string]sectionKind{
	"worked": workedSection, "didnt": didntSection, "research": researchSection, "confidence": confidenceSection,
	"stumbles": stumblesSection, "thankyou": thankYouSection, "questions": questionsSection, "next": nextSection, "log": logSection,
}

// headings are the titles that announce a section, folded.
var headings = map[string]sectionKind{
	"what worked": workedSection, "worked": workedSection, "what went well": workedSection, "went well": workedSection, "wins": workedSection,
	"what didn't": didntSection, "what didnt": didntSection, "what did not": didntSection, "what didn't work": didntSection, "what didnt work": didntSection, "what did not work": didntSection,
	"what went badly": didntSection, "went badly": didntSection, "what went bad": didntSection, "went bad": didntSection, "what went wrong": didntSection, "went wrong": didntSection, "to improve": didntSection, "gaps": didntSection, "regrets": didntSection,
	"research": researchSection, "preparation": researchSection, "prep": researchSection, "homework": researchSection,
	"confidence": confidenceSection, "how i felt": confidenceSection, "answers": confidenceSection,
	"stumbles": stumblesSection, "stumbled": stumblesSection, "stumbled over": stumblesSection, "stumbled on": stumblesSection, "questions that stumped me": stumblesSection, "tough questions": stumblesSection, "hard questions": stumblesSection,
	"questions i couldn't answer": stumblesSection, "questions i couldnt answer": stumblesSection, "questions i could not answer": stumblesSection,
	"wish i'd said": stumblesSection, "wish id said": stumblesSection,
	"thank-you note": thankYouSection, "thank you note": thankYouSection, "thank-you notes": thankYouSection, "thank you notes": thankYouSection,
	"thank you": thankYouSection, "thank-you": thankYouSection, "follow-up email": thankYouSection, "follow up email": thankYouSection,
	"questions they asked": questionsSection, "questions i asked": questionsSection,
	"next steps": nextSection, "next": nextSection,
	"log": logSection, "timeline": logSection, "follow-up": logSection, "follow up": logSection,
	"invitation": pastedSection, "invite": pastedSection, "calendar invite": pastedSection, "calendar invitation": pastedSection,
	"logistics": pastedSection, "meeting details": pastedSection, "job description": pastedSection,
	"job posting": pastedSection, "posting": pastedSection, "job ad": pastedSection,
	"einladung": pastedSection, "stellenanzeige": pastedSection, "stellenausschreibung": pastedSection, "stellenbeschreibung": pastedSection,
}

// foldHeading folds a heading for comparison: a folded name without emoji and
// the punctuation at its ends.
func foldHeading(title string) string {
	return strings.TrimFunc(FoldName(title), isTrimming)
}

// isTrimming reports whether a character at the end of a heading makes no
// difference.
func isTrimming(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// headingKind returns what a heading announces; own are the titles from
// search.md, folded. For the thank-you note to one person the second result is
// the name.
func headingKind(title string, own map[string]sectionKind) (sectionKind, string) {
	var buffer [64]byte
	folded := bytes.TrimFunc(appendFolded(buffer[:0], title), isTrimming)
	if len(folded) == 0 {
		return otherSection, ""
	}
	if kind, ok := own[string(folded)]; ok {
		return kind, ""
	}
	if kind, ok := headings[string(folded)]; ok {
		return kind, ""
	}
	if !bytes.Contains(folded, []byte("thank")) && !bytes.HasPrefix(folded, []byte("follow")) {
		return otherSection, ""
	}
	for _, between := range []string{" to ", " for "} {
		at := lastIndexFold(title, between)
		if at < 0 {
			continue
		}
		if headings[foldHeading(title[:at])] == thankYouSection {
			return thankYouSection, plainText(strings.TrimRight(title[at+len(between):], ": "))
		}
	}
	for _, mark := range []string{" (", ", sent", " - sent", " – sent", " — sent", ": sent"} {
		if at := indexFold(title, mark); at > 0 && headings[foldHeading(title[:at])] == thankYouSection {
			return thankYouSection, ""
		}
	}
	return otherSection, ""
}
