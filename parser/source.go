package parser

import (
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// Span is a half-open range of byte offsets in a Source: Start is the first
// byte, End the one after the last. The zero Span stands for "nowhere".
type Span struct{ Start, End int }

// LineColumn is a place as editors count it: line and column start at 1, and a
// column counts bytes; a byte-order mark, which no editor shows, is none.
type LineColumn struct{ Line, Column int }

// Source is one note's text under its path.
//
// Path is relative to the journal, with forward slashes. Text is what stands
// on disk, byte for byte, a byte-order mark and carriage returns included, so
// that every Span of the note indexes it directly.
type Source struct {
	Path string
	Text string

	once  sync.Once
	lines []int // where lines begin, once several positions were asked for
	asked atomic.Int32
}

// linesFrom is how many positions of one note are counted off before a table
// of its lines pays.
const linesFrom = 8

// Position returns the line and column of a byte offset. An offset outside
// the text is taken as the nearest end of it.
func (s *Source) Position(offset int) LineColumn {
	offset = max(0, min(offset, len(s.Text)))
	if s.asked.Add(1) > linesFrom {
		return s.lookUp(offset)
	}
	before := s.Text[:offset]
	line := strings.LastIndexByte(before, '\n') + 1
	return s.at(strings.Count(before, "\n")+1, offset-line+1)
}

// at is a line and the column in it, a byte-order mark left out.
func (s *Source) at(line, column int) LineColumn {
	if line == 1 && strings.HasPrefix(s.Text, byteOrderMark) {
		column = max(1, column-len(byteOrderMark))
	}
	return LineColumn{Line: line, Column: column}
}

// lookUp is Position by a table that is made once.
func (s *Source) lookUp(offset int) LineColumn {
	s.once.Do(func() {
		s.lines = append(s.lines, 0)
		for i := range len(s.Text) {
			if s.Text[i] == '\n' {
				s.lines = append(s.lines, i+1)
			}
		}
	})
	line, exact := slices.BinarySearch(s.lines, offset)
	if !exact {
		line--
	}
	return s.at(line+1, offset-s.lines[line]+1)
}

// Place is a Span in a Source. The zero Place stands for "nowhere".
type Place struct {
	Source *Source
	Span   Span
}

// Path returns the path of the place's note, "" when there is none.
func (p Place) Path() string {
	if p.Source == nil {
		return ""
	}
	return p.Source.Path
}

// Start returns where the place begins; the zero LineColumn when nowhere.
func (p Place) Start() LineColumn {
	if p.Source == nil {
		return LineColumn{}
	}
	return p.Source.Position(p.Span.Start)
}

// End returns the position after the place's last byte; the zero Position
// when nowhere.
func (p Place) End() LineColumn {
	if p.Source == nil {
		return LineColumn{}
	}
	return p.Source.Position(p.Span.End)
}

// At is a value together with where it was written. The zero At is a value
// that was not written at all.
type At[T any] struct {
	Value T
	Span  Span
}

// Given reports whether the value was written.
func (a At[T]) Given() bool { return a.Span != Span{} }
