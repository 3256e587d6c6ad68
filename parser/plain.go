package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/text"
)

// Most of what people write after an interview is the plainest Markdown there
// is: headings, paragraphs, lists of dashes. Sections of nothing else are read
// here, in a tenth of the time goldmark takes. As soon as a line could mean
// anything beside that, its whole section and all that follow are goldmark's.
// FuzzPlainSections holds the two to the same result, to the byte.

// mostPlainLevels is how many lists stand inside one another in a plain section.
const mostPlainLevels = 8

// plainReader reads the plain sections at the beginning of a note.
type plainReader struct {
	*sectionReader
	passage *text.Segments // the lines of the paragraph or item being read
	// items are the open items, by index in the section's blocks, the outermost
	// first; inItem is true for as long as the last one may go on.
	items  []int
	inItem bool
}

// plain reads sections as long as they are plain, and returns where the others
// begin: always at the body's beginning, at a heading, or at the end.
func (r *sectionReader) plain() int {
	if strings.IndexByte(r.text[r.body:], '\r') >= 0 {
		return r.body
	}
	p := plainReader{sectionReader: r, passage: r.lent}
	at, before := r.body, r.mark()
	for next := at; next < len(r.text); {
		end := lineEnd(r.text, next)
		content := strings.TrimRight(r.text[next:end], "\n")
		if headingLevel(content) > 0 { // goldmark can begin here
			p.close()
			at, before = next, r.mark()
		}
		if !p.line(content, next) {
			r.back(before)
			return at
		}
		next = end
	}
	p.close()
	return len(r.text)
}

// A bookmark is how far a sectionReader has come.
type bookmark struct {
	sections, blocks, from int
	current                section
	begun                  bool
}

func (r *sectionReader) mark() bookmark {
	return bookmark{len(r.sections), len(r.blocks), r.from, r.current, r.begun}
}

// back forgets what was read since.
func (r *sectionReader) back(to bookmark) {
	clear(r.sections[to.sections:])
	clear(r.blocks[to.blocks:])
	r.sections, r.blocks = r.sections[:to.sections], r.blocks[:to.blocks]
	r.from, r.current, r.begun = to.from, to.current, to.begun
}

// line reads one line, which begins at an offset of the note; false when it is
// not plain.
func (p *plainReader) line(content string, at int) bool {
	indent := len(content) - len(strings.TrimLeft(content, " "))
	rest := content[indent:]
	switch {
	case rest == "":
		p.close()
		return true
	case content[0] == '#':
		return p.title(content, at)
	case strings.HasPrefix(rest, "- "):
		return p.item(indent, rest[len("- "):], at+indent+len("- "))
	case !beginsPlain(rest):
		return false
	case p.passage.Len() > 0: // goes on, however far it is indented
	case indent > 0:
		return false
	default:
		p.items = p.items[:0]
	}
	p.append(at, len(content))
	return true
}

// append adds a line to what is being read.
func (p *plainReader) append(at, size int) {
	p.passage.Append(text.NewSegment(at-p.body, at+size-p.body))
}

// title reads a heading: number signs, a space, and a title.
func (p *plainReader) title(content string, at int) bool {
	level := headingLevel(content)
	title := content[level:]
	if level == 0 || !beginsPlain(title[1:]) || strings.HasSuffix(strings.TrimRight(title, markdownSpace), "#") {
		return false
	}
	p.items = p.items[:0]
	p.append(at+level, len(title))
	read, _ := p.fold(p.passage)
	p.passage.SetSliced(0, 0)
	p.begin(read, level)
	return true
}

// headingLevel returns how many number signs a line begins with, if a space and
// with it a heading follows; else 0.
func headingLevel(content string) int {
	level := len(content) - len(strings.TrimLeft(content, "#"))
	if level > 6 || level == len(content) || content[level] != ' ' {
		return 0
	}
	return level
}

// item opens a list item: two more columns to the right for each list it stands
// in.
func (p *plainReader) item(indent int, content string, at int) bool {
	level := indent / 2
	if indent%2 != 0 || level > len(p.items) || level >= mostPlainLevels || !beginsPlain(content) {
		return false
	}
	p.close()
	parent := -1
	if level > 0 {
		parent = p.items[level-1]
	}
	p.items = append(p.items[:level], len(p.blocks)-p.from)
	p.blocks = append(p.blocks, block{kind: item, depth: level + 1, parent: parent})
	p.inItem = true
	p.append(at, len(content))
	return true
}

// close ends the paragraph or item that is being read.
func (p *plainReader) close() {
	if p.passage.Len() == 0 {
		return
	}
	if p.inItem {
		own := &p.blocks[len(p.blocks)-1]
		own.text, own.verbatim = p.fold(p.passage)
		own.takeCheckbox(p.text)
		p.inItem = false
	} else {
		p.lines(paragraph, p.passage, topLevel)
	}
	p.passage.SetSliced(0, 0)
}

// beginsPlain reports whether a line that begins so can only be text.
func beginsPlain(line string) bool {
	if line == "" {
		return false
	}
	switch c := line[0]; {
	case isASCIILetter(c), strings.IndexByte(`["'(/@$&!?`, c) >= 0:
		return true
	case c >= utf8.RuneSelf: // but not the white space that may begin a table's row
		first, _ := utf8.DecodeRuneInString(line)
		return !unicode.IsSpace(first)
	case '0' <= c && c <= '9': // but not `1.` or `1)`
		rest := strings.TrimLeft(line, "0123456789")
		return rest == "" || rest[0] != '.' && rest[0] != ')'
	case c == '*', c == '_': // emphasis
		rest := strings.TrimLeft(line, line[:1])
		return rest != "" && isASCIILetter(rest[0])
	}
	return false
}
