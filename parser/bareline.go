package parser

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A bare line reads like a log line and is no list item: a paragraph, each of
// its lines for itself, the row of a table, a line behind a slip in its bullet,
// or one that is indented so far that it is code. It counts for nothing, and
// somebody has to be told.

// A slip is what keeps a line from being the item that it looks like.
type slip uint8

const (
	noSlip      slip = iota
	gluedBox         // its box lacks the space behind it
	gluedBullet      // its bullet does
	farIn            // it is indented so far that it is code
)

// appendBare appends the bare lines of a block. Words go on from one line to the
// next, so that a line without a date of its own counts as one only where all
// above it do.
func (f *File) appendBare(lines []logLine, section int, b *block) []logLine {
	statements := b.depth == 0 && b.kind != indented
	for at, to := b.text.Span.Start, b.text.Span.End; at < to; {
		end := min(lineEnd(f.Source.Text, at), to)
		written := At[string]{f.Source.Text[at:end], Span{at, end}}
		at = end
		text := strings.Trim(written.Value, markdownSpace)
		if text == "" {
			continue
		}
		if isProse(text) {
			statements = false
			continue
		}
		lines = append(lines, logLine{section: section, day: len(f.days), inLog: f.sections[section].kind == logSection})
		line, one := &lines[len(lines)-1], *b
		one.text = trimmedPart(written, 0, len(written.Value))
		if line.readBare(&one) && (statements || line.dated() || line.box == tickedBox || line.slip == gluedBullet) {
			line.readBehind(&one)
			line.readNames()
			continue
		}
		statements = false
		*line = logLine{}
		lines = lines[:len(lines)-1]
	}
	return lines
}

// readBare reads a line that is no list item as if it were one.
func (line *logLine) readBare(b *block) bool {
	line.bare = true
	switch b.kind {
	case item:
		line.slip = gluedBox
	case indented:
		line.slip = farIn
	default:
		if hasGluedBullet(b.text.Value) {
			line.slip = gluedBullet
		}
	}
	whole := b.text.Span
	if b.kind == table || b.text.Value[0] == '|' {
		b.text = statementCell(b.text)
	} else {
		b.text = trimmedPart(b.text, bulletWidth(b.text.Value), len(b.text.Value))
	}
	if box := leadingBox(b.text.Value); box != noBox {
		b.box, b.text = box, trimmedPart(b.text, len("[x]"), len(b.text.Value))
	}
	if !line.readText(b) {
		return false
	}
	line.span = whole
	if cell := strings.IndexByte(line.who.Value, '|'); cell >= 0 {
		line.who = trimmedPart(line.who, 0, cell)
	}
	return true
}

// statementCell cuts a row of a table behind the cell that may hold a statement,
// which is the second where the first is a date.
func statementCell(row At[string]) At[string] {
	row = trimmedPart(row, len(row.Value)-len(strings.TrimLeft(row.Value, "| \t")), len(strings.TrimRight(row.Value, "| \t")))
	first := strings.IndexByte(row.Value, '|')
	if first < 0 {
		return row
	}
	if second := strings.IndexByte(row.Value[first+1:], '|'); second >= 0 {
		return trimmedPart(row, 0, first+1+second)
	}
	return row
}

// bulletWidth returns how wide a bullet is that Markdown takes for text, as the
// space behind it is missing or a phone put another sign in its place.
func bulletWidth(text string) int {
	first, size := utf8.DecodeRuneInString(text)
	switch {
	case strings.ContainsRune("-–—•·*+‣▪◦●○■►▶→", first):
		return size
	case !isDigit(text[0]):
		return 0
	}
	size = len(text) - len(strings.TrimLeft(text, "0123456789"))
	year := text[min(size+1, len(text)):]
	if size <= 2 && size < len(text) && (text[size] == '.' || text[size] == ')') && len(year) > 4 && year[4] == '-' &&
		strings.Trim(year[:4], "0123456789") == "" {
		return size + 1
	}
	return 0
}

// hasGluedBullet reports whether text begins with a sign that Markdown takes for a
// bullet if a space follows. A star there may be emphasis.
func hasGluedBullet(text string) bool {
	return len(text) > 1 && (text[0] == '-' || text[0] == '+') && text[1] != text[0] && text[1] != ' '
}

// cutBelow cuts off an item the bare lines that stand right below it: Markdown
// takes whatever is no item itself for more of the one above.
func (f *File) cutBelow(b *block, section int) (*block, []logLine) {
	from := lineEnd(f.Source.Text, b.text.Span.Start)
	if b.kind != item || from >= b.text.Span.End {
		return b, nil
	}
	rest := block{kind: paragraph, depth: b.depth, parent: b.parent}
	rest.text = At[string]{f.Source.Text[from:b.text.Span.End], Span{from, b.text.Span.End}}
	below := f.appendBare(nil, section, &rest)
	if len(below) == 0 {
		return b, nil
	}
	whole := *b
	own := At[string]{f.Source.Text[b.text.Span.Start:below[0].span.Start], Span{b.text.Span.Start, below[0].span.Start}}
	whole.text = trimmedPart(own, 0, len(own.Value))
	source := whole.text.Value
	whole.text.Value = strings.Join(strings.Fields(source), " ")
	whole.verbatim = whole.text.Value == source
	return &whole, below
}

// hasGluedBox reports whether an item begins with a check box that lacks the
// space behind it, which makes it text.
func hasGluedBox(b *block) bool {
	return b.kind == item && b.box == noBox && leadingBox(b.text.Value) != noBox
}

// leadingBox returns the check box with which a text begins; `[x](…)` is a link.
func leadingBox(text string) checkbox {
	if len(text) <= len("[x]") || text[0] != '[' || text[2] != ']' || text[3] == '(' {
		return noBox
	}
	switch text[1] {
	case 'x', 'X':
		return tickedBox
	case ' ':
		return openBox
	}
	return noBox
}

// tellBare warns of a bare line that would be a statement.
func (b *joiner) tellBare(f *note, line *logLine) {
	if !b.plainlyDone(f, line) {
		return
	}
	problems, unknown := len(b.Problems), len(b.unknown)
	understood := b.understandBare(&statement{file: f, line: line, role: line.role})
	b.Problems, b.unknown = b.Problems[:problems], b.unknown[:unknown]
	if !understood {
		return
	}
	hint, message := "begin it with - ", "this line is no list item, so it counts for nothing"
	switch {
	case line.slip == farIn:
		hint, message = "take the white space before it away", "this line is indented so far that it is code, and counts for nothing"
	case line.slip == gluedBox:
		hint, message = "write [x] and a space", "the box lacks the space behind it, so this line counts for nothing"
	case line.slip == gluedBullet:
		hint = "write a space behind the " + f.Source.Text[line.span.Start:line.span.Start+1]
	case line.box == tickedBox:
		hint = "begin it with - [x] "
	}
	b.problem(DidYouMean, Place{f.Source, line.span}, hint, message)
}

// plainlyDone reports whether a line says that something was done, and not that
// it is planned.
func (b *joiner) plainlyDone(f *note, line *logLine) bool {
	return line.box != openBox && (!line.imperative || line.box == tickedBox) && b.saysDone(f, line)
}

// understandBare is understand for a line that brings nobody into being.
func (b *joiner) understandBare(s *statement) bool {
	line := s.line
	name := plainText(line.who.Value)
	switch {
	case line.what == InterviewedAt:
		return b.newRound(s)
	case line.what == AppliedTo:
		return b.understand(s) || isNewCompany(name)
	case line.introduces():
		who, _ := cutWord(line.who, " at ")
		return capitalised(plainText(who.Value)) || b.peopleObject(s, line.who, true)
	}
	return b.understand(s)
}

// isNewCompany reports whether a name may be that of a company nobody named
// before.
func isNewCompany(name string) bool {
	return capitalised(name) && !strings.ContainsAny(name, ",;.!?()")
}

// newRound reports whether an interview line tells of a round, or of somebody in
// it, that nothing else declares on its day.
func (b *joiner) newRound(s *statement) bool {
	c, known := s.file.company, s.file.position != nil
	if name := plainText(s.line.who.Value); name != "" {
		c = b.companies.find(name)
		known = c != nil || isNewCompany(name)
	}
	when, ok := b.lineWhen(s.file, s.line)
	if !known || !ok {
		return known
	}
	round := b.roundThat(c, when)
	return round == nil || slices.ContainsFunc(b.withNames(s.line.with), func(p personText) bool {
		return len(b.people.among(round.Interviewers, FoldName(p.Name.Value))) == 0 && !slices.Contains(round.Interviewers, b.people.find(p.Name.Value))
	})
}

// roundThat returns the round at a company on a day, nil when nothing declares
// one.
func (b *joiner) roundThat(c *company, when When) *Interview {
	if c == nil || !when.Known() {
		return nil
	}
	for _, iv := range b.Interviews {
		if iv.company == c && CivilOf(iv.Start.Time.In(b.Zone)) == CivilOf(when.Time.In(b.Zone)) {
			return iv
		}
	}
	return nil
}
