package report

import (
	"slices"
	"strings"

	"debrief/parser"
)

// isLogTitle reports whether a heading announces a log.
func isLogTitle(title string) bool {
	folded := foldName(strings.TrimFunc(title, func(r rune) bool { return r > 127 || r == ' ' || r == ':' }))
	return slices.Contains([]string{"log", "timeline", "follow-up", "follow up"}, folded)
}

// isLogNote reports whether a note is a log: a folder or the name says so.
func isLogNote(notePath string) bool {
	parts := strings.Split(strings.ToLower(notePath), "/")
	for i := len(parts) - 2; i >= 0; i-- {
		switch strings.TrimSuffix(parts[i], "s") {
		case "log":
			return true
		case "interview", "application", "reference", "outreach", "outreache":
			return false
		}
	}
	name := parts[len(parts)-1]
	return name == "log.md" || name == "log.markdown"
}

// noteOf reads a note with what the journal knows of its rounds, once: a note
// may hold thousands of rounds, and each of them asks.
func (v *view) noteOf(src *parser.Source) note {
	return v.notes.get(src, func() note { return splitNote(src, v.gaps().rounds[src]) })
}

// noteLog is a line for the log a note has, wherever in it; nil when there is
// none.
func (v *view) noteLog(src *parser.Source, line string) *Record {
	if isLogNote(src.Path) {
		return &Record{File: src.Path, Text: line}
	}
	n := v.noteOf(src)
	return logWithin(src, n, n.body, len(n.lines), line)
}

// roundLog is a line for the log of the round at line at of a note; nil when
// that round has none.
func (v *view) roundLog(src *parser.Source, at int, line string) *Record {
	if isLogNote(src.Path) {
		return &Record{File: src.Path, Text: line}
	}
	n := v.noteOf(src)
	from, to, _ := n.round(at)
	return logWithin(src, n, from, to, line)
}

// logWithin is a line for the log among some lines of a note; nil when there
// is none.
func logWithin(src *parser.Source, n note, from, to int, line string) *Record {
	if last, ok := n.section(from, to, isLogTitle); ok {
		return &Record{File: src.Path, Line: last + 1, Text: line}
	}
	return nil
}

// firstLog is a line for a round that has no log yet, with the heading.
func (v *view) firstLog(src *parser.Source, at int, line string) *Record {
	n := v.noteOf(src)
	from, to, level := n.round(at)
	return n.addSection(src, from, to, level+1, "Log\n\n"+line)
}

// addSection is a section, its title first, at the end of some lines of a note.
func (n note) addSection(src *parser.Source, from, to, level int, text string) *Record {
	record := &Record{File: src.Path, Text: strings.Repeat("#", min(level, 6)) + " " + text}
	if to < len(n.lines) {
		record.Line = n.lastLine(from-1, to) + 1
	}
	return record
}

// positionLog is a line for the log of a position that is declared at line at
// of a note: that of the round which declares it below a heading, else
// whichever the note has.
func (v *view) positionLog(src *parser.Source, at int, line string) *Record {
	if at >= v.noteOf(src).body {
		return v.roundLog(src, at, line)
	}
	return v.noteLog(src, line)
}
