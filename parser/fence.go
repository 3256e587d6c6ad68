package parser

import (
	"bufio"
	"io"
	"strings"
	"sync"

	splitter "github.com/adrg/frontmatter"
)

// A fence is the frontmatter block as its first and last line delimit it.
type fence struct {
	syntax string // "yaml", "toml" or "json"
	marker string // the text of a fence line
	start  int    // where the opening line begins
	block  Span   // the lines between the fences; to the end of the note when unclosed
	body   int    // where the line after the closing fence begins
	closed bool
}

const bom = "\ufeff"

// bomLength returns the length of a byte-order mark at the start of text.
func bomLength(text string) int {
	if strings.HasPrefix(text, bom) {
		return len(bom)
	}
	return 0
}

// findFence finds the block at the top of a note. A note whose first line
// that is not blank is no fence costs one look at that line.
func findFence(text string) (fence, bool) {
	start := bomLength(text)
	var line string
	for start < len(text) {
		line = text[start:lineEnd(text, start)]
		if strings.TrimSpace(line) != "" {
			break
		}
		start += len(line)
	}
	f := fence{marker: strings.TrimSpace(line), start: start}
	switch f.marker {
	case "---":
		f.syntax = "yaml"
	case "+++":
		f.syntax = "toml"
	case ";;;":
		f.syntax = "json"
	default:
		return fence{}, false
	}
	f.block = Span{start + len(line), len(text)}
	f.close(text)
	return f, true
}

// close looks for the closing fence and sets block, body and closed.
func (f *fence) close(text string) {
	lines := &fenceReader{text: text[f.start:], marker: f.marker}
	// Formats of our own, because the built-in ones decode without positions
	// and take a leading brace for JSON. The decoder only notes that the block
	// ends; what it returns as an error would cost the body.
	format := &splitter.Format{
		Start: f.marker, End: f.marker, UnmarshalDelims: true,
		Unmarshal: func([]byte, any) error {
			lines.done = true
			return nil
		},
	}
	// The splitter reads through a bufio.Reader and takes this one for its own.
	buffer := buffers.Get().(*bufio.Reader)
	defer buffers.Put(buffer)
	buffer.Reset(lines)
	if _, err := splitter.Parse(buffer, nil, format); err != nil || !lines.done {
		return
	}
	// It asked for nothing behind the line at which it ended the block.
	f.block.End = f.start + lines.last
	f.body = f.start + lines.read
	f.closed = true
}

var buffers = sync.Pool{New: func() any { return bufio.NewReader(nil) }}

// A fenceReader hands the splitter the lines of a note that may be fences, one
// at a time, and ends once the block is closed: what stands between the fences,
// and the body, are never copied.
//
// The splitter would close a block at an indented fence too, which in YAML is
// text in the middle of a value. Such a line is not handed over.
type fenceReader struct {
	text   string
	marker string
	read   int    // where the line after the one handed over begins
	last   int    // where that line begins
	line   string // what is left of it
	done   bool
}

// Read implements io.Reader.
func (l *fenceReader) Read(p []byte) (int, error) {
	if l.line == "" && (l.done || !l.next()) {
		return 0, io.EOF
	}
	n := copy(p, l.line)
	l.line = l.line[n:]
	return n, nil
}

// next goes to the first line, which is the opening fence, or else to the next
// that begins with the marker.
func (l *fenceReader) next() bool {
	for at := l.read; at < len(l.text); at = lineEnd(l.text, at) {
		if at == 0 || strings.HasPrefix(l.text[at:], l.marker) {
			l.last, l.read = at, lineEnd(l.text, at)
			l.line = l.text[l.last:l.read]
			return true
		}
	}
	return false
}

// lineEnd returns the offset after the line that holds offset from, its
// newline included.
func lineEnd(text string, from int) int {
	if i := strings.IndexByte(text[from:], '\n'); i >= 0 {
		return from + i + 1
	}
	return len(text)
}
