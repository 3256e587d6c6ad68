package render

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"debrief/parser"
	"debrief/report"
)

// owed counts what is overdue or due.
func owed(r *report.Report) int {
	n := 0
	for _, it := range r.Items {
		if it.Urgency != report.Advice {
			n++
		}
	}
	return n
}

// owing is the sentence that says how many things there are. It promises an
// end only where everything was read and nothing was filtered away.
func owing(r *report.Report, o Options) string {
	n, whole := owed(r), readWhole(r)
	switch {
	case n == 0 && o.Narrowed && !whole:
		return "Nothing owed was found among these, but not everything could be read."
	case n == 0 && o.Narrowed:
		return "Nothing is owed among these."
	case n == 0 && !whole:
		return "Nothing owed was found, but not everything could be read."
	case n == 0 && r.Counts.Entries == 0:
		return "No entry of a job search was found here."
	case n == 0:
		return "Nothing is owed tonight."
	}
	sentence := capital(number(n)) + " things are owed"
	if n == 1 {
		sentence = "One thing is owed"
	}
	switch {
	case o.Narrowed:
		return sentence + " among these."
	case !whole:
		return sentence + "."
	}
	return sentence + ", then you are done."
}

// readWhole reports whether no fact of the journal was lost.
func readWhole(r *report.Report) bool {
	for _, p := range r.Problems {
		switch p.ID {
		case parser.LinkOutside, parser.LinkLoop, parser.ConflictedCopy:
			return false // whole folders may lie behind a link
		}
		if p.Severity() == parser.Error {
			return false
		}
	}
	return r.Counts.Unreadable == 0 && len(r.Partial) == 0
}

// unread are the sentences on what could not be read, for the top.
func unread(r *report.Report) []string {
	var out []string
	if n := r.Counts.Unreadable; n > 0 {
		out = append(out, count(n, "note", "notes")+" could not be read; what stands there is not in this report.")
	}
	if n := len(r.Partial); n > 0 {
		names := make([]string, n)
		for i, name := range r.Partial {
			names[i] = clean(name)
		}
		out = append(out, "Read only in part: "+strings.Join(names, ", ")+".")
	}
	if n := lost(r); n > 0 {
		out = append(out, count(n, "line is", "lines are")+" not understood, and may be why something is asked for: see Problems below.")
	}
	if r.Counts.Entries == 0 {
		out = append(out, "A note counts by its folder (interviews, applications, references, outreach, log) or by `kind:` at its top.")
	}
	return out
}

// lost counts the problems by which facts were lost in notes that were read.
func lost(r *report.Report) int {
	n := 0
	for _, p := range r.Problems {
		if p.Severity() == parser.Error {
			n++
		}
	}
	return max(0, n-r.Counts.Unreadable-len(r.Partial))
}

// kindness are the sentences on what was done this week and on rejections.
func kindness(r *report.Report) []string {
	var out []string
	for _, done := range r.Done {
		if done = strings.TrimSpace(clean(done)); done != "" {
			out = append(out, sentence(done))
		}
	}
	if len(r.Sorry) > 0 {
		names := make([]string, len(r.Sorry))
		for i, name := range r.Sorry {
			names[i] = clean(name)
		}
		out = append(out, "I am sorry about "+both(names)+".")
	}
	return out
}

// Tally is the line every report ends with: what was read, and what was
// silenced.
func Tally(c report.Counts) string {
	return fmt.Sprintf("%s: %s, %s, %d unreadable; %d waived",
		count(c.Notes, "note", "notes"), count(c.Entries, "entry", "entries"),
		count(c.Other, "other note", "other notes"), c.Unreadable, c.Waived)
}

// sentence gives s a capital at its start and a full stop at its end.
func sentence(s string) string {
	if !strings.ContainsAny(s[len(s)-1:], ".!?") {
		s += "."
	}
	return capital(s)
}

// capital writes the first letter large.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// count returns a number with its noun: `1 note`, `2 notes`.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// number spells a number up to twelve.
func number(n int) string {
	words := [...]string{
		"no", "one", "two", "three", "four", "five", "six",
		"seven", "eight", "nine", "ten", "eleven", "twelve",
	}
	if n < len(words) {
		return words[n]
	}
	return fmt.Sprint(n)
}

// both joins names as in `a, b and c`.
func both(names []string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
