package parser

import (
	"strings"

	"github.com/yuin/goldmark/text"
)

// markdownSpace are the bytes Markdown takes for white space. A no-break space is not
// among them: it is text.
const markdownSpace = " \t\r\n"

// fold returns the text of lines as one line. Where there is only one, it is
// the source's own bytes, and verbatim is true.
func (r *sectionReader) fold(lines *text.Segments) (folded At[string], verbatim bool) {
	var first, last At[string]
	count, size := 0, 0
	for i := range lines.Len() {
		line := r.trimmed(lines.At(i), markdownSpace)
		if line.Value == "" {
			continue
		}
		if count == 0 {
			first = line
		}
		last = line
		count++
		size += len(line.Value) + 1
	}
	if count <= 1 {
		return first, true
	}
	var b strings.Builder
	b.Grow(size)
	for i := range lines.Len() {
		line := r.trimmed(lines.At(i), markdownSpace)
		if line.Value == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(line.Value)
	}
	return At[string]{b.String(), Span{first.Span.Start, last.Span.End}}, false
}

// trimmed returns the text of one of goldmark's lines without the given bytes
// at its ends; the zero At where nothing is left.
func (r *sectionReader) trimmed(line text.Segment, cutset string) At[string] {
	span := Span{r.body + line.Start, r.body + line.Stop}
	for span.Start < span.End && strings.IndexByte(cutset, r.text[span.Start]) >= 0 {
		span.Start++
	}
	for span.Start < span.End && strings.IndexByte(cutset, r.text[span.End-1]) >= 0 {
		span.End--
	}
	if span.Start == span.End {
		return At[string]{}
	}
	return At[string]{r.text[span.Start:span.End], span}
}

// withoutEmphasis drops the emphasis that surrounds the whole of a title, with
// the colon that may follow it.
func withoutEmphasis(title At[string]) At[string] {
	for _, mark := range []string{"**", "__", "*", "_"} {
		value := strings.TrimSuffix(title.Value, ":")
		if len(value) <= 2*len(mark) || !strings.HasPrefix(value, mark) || !strings.HasSuffix(value, mark) {
			continue
		}
		inner := value[len(mark) : len(value)-len(mark)]
		if strings.Trim(inner, markdownSpace) != inner || strings.Contains(inner, mark) {
			continue
		}
		end := title.Span.End - (len(title.Value) - len(value)) - len(mark)
		return withoutEmphasis(At[string]{inner, Span{title.Span.Start + len(mark), end}})
	}
	return title
}
