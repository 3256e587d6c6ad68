package parser

import "strings"

// A loose line is a list item that begins with no verb of the grammar and may
// all the same tell of what a duty hangs on: `Acme rejected me`, `thanks Dana`,
// `thnaked Dana`. It counts for nothing; it is kept so that a warning can say
// so. Its who is all that stands behind the date.

// looseStarts are the first words, lower case, of such lines beside a company's
// name; the last are those of what became of a position, in its own log.
var looseStarts = map[string]bool{
	"thanks": true, "thx": true, "wrote": true, "texted": true, "let": true, "mailed": true, "dropped": true, "posted": true,
	"phoned": true, "rang": true, "pinged": true, "no": true, "a": true, "gave": true,
	"filled": true, "position": true, "role": true, "had": true,
	"phone": true, "video": true, "technical": true, "onsite": true, "final": true, "screening": true,
	"applied": true, "application": true, "submitted": true, "filed": true,
	"spoke": true, "talked": true, "chatted": true, "chat": true,
}

// looseWords are parts of what a company did, or of what was done about whoever
// the line begins with.
var looseWords = []string{" rejected", " said no", " turned me down", " offer", ": told", ": informed", ": thanked", ": sent", ": wrote"}

// mayTell reports whether a line without a verb is worth another look.
func (line *logLine) mayTell() bool {
	text := line.who.Value
	if text == "" || line.bare || line.fault != nil || line.box == openBox {
		return false
	}
	word, rest := firstWord(text)
	word = strings.TrimRight(lowerASCII(word), ":")
	if looseStarts[word] || rest != "" && misspeltVerb(word) != "" {
		return true
	}
	for _, said := range looseWords {
		if indexFold(text, said) >= 0 {
			return true
		}
	}
	return false
}

// misspeltVerb returns the verb that a word in lower case is a slip of the keys
// away from, "" when there is none. Only those whose object can show that it is
// one are asked for, and the first letter is seldom wrong.
func misspeltVerb(word string) string {
	if word == "tld" || word == "tol" {
		return "told"
	}
	if len(word) < 4 || len(word) > len("interviewed")+1 {
		return ""
	}
	switch word {
	case "applies", "interviewer", "interviewee", "todd":
		return ""
	}
	for _, verb := range []string{"thanked", "applied", "informed", "notified", "told", "interviewed"} {
		if word[0] == verb[0] && word != verb && editDistance(word, verb, 1) == 1 {
			return verb
		}
	}
	return ""
}

// afterFirst cuts the words that lead off a text, in any case.
func afterFirst(text string, leads ...string) (string, bool) {
	for _, lead := range leads {
		if startsFold(text, lead) {
			return strings.TrimSpace(text[len(lead):]), true
		}
	}
	return text, false
}
