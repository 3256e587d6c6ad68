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
	lines := &lineReader{text: text[f.start:], marker: f.marker}
	captured := 0
	// Formats of our own, because the built-in ones decode without positions
	// and take a leading brace for JSON. The decoder only notes how much was
	// captured; what it returns as an error would cost the body.
	format := &splitter.Format{
		Start: f.marker, End: f.marker, UnmarshalDelims: true,
		Unmarshal: func(block []byte, _ any) error {
			captured = len(block)
			lines.done = true
			return nil
		},
	}
	// The splitter reads through a bufio.Reader and takes this one for its own.
	buffer := buffers.Get().(*bufio.Reader)
	defer buffers.Put(buffer)
	buffer.Reset(lines)
	rest, err := splitter.Parse(buffer, nil, format)
	if err != nil || !lines.done {
		return
	}
	// Everything handed over is captured or left over, so these are exact.
	f.body = f.start + lines.read - len(rest)
	begin := f.body - captured
	last := strings.LastIndexByte(strings.TrimSuffix(text[begin:f.body], "\n"), '\n')
	f.block.End = begin + last + 1
	f.closed = true
}

var buffers = sync.Pool{New: func() any { return bufio.NewReader(nil) }}

// A lineReader hands a note to the splitter line by line and ends once the
// block is closed, so that the body is never copied.
//
// The splitter closes a block at an indented fence too, which in YAML is text
// in the middle of a value. Such a line is handed over with its marker
// overwritten; nobody looks at these bytes again.
type lineReader struct {
	text   string
	marker string
	read   int    // bytes handed over
	line   string // what is left of the current line
	done   bool
}

// Read implements io.Reader.
func (l *lineReader) Read(p []byte) (int, error) {
	if l.line == "" {
		if l.done || l.read == len(l.text) {
			return 0, io.EOF
		}
		l.line = l.text[l.read:lineEnd(l.text, l.read)]
		if !strings.HasPrefix(l.line, l.marker) && l.read > 0 && strings.TrimSpace(l.line) == l.marker {
			l.line = strings.ReplaceAll(l.line, l.marker, "...")
		}
	}
	n := copy(p, l.line)
	l.line = l.line[n:]
	l.read += n
	return n, nil
}

// lineEnd returns the offset after the line that holds offset from, its
// newline included.
func lineEnd(text string, from int) int {
	if i := strings.IndexByte(text[from:], '\n'); i >= 0 {
		return from + i + 1
	}
	return len(text)
}
