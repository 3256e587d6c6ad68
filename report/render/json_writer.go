package render

import (
	"fmt"
	"strconv"
	"time"
	"unicode/utf8"
)

// A jsonWriter writes the same bytes as marshal, without reflection: a report
// can have thousands of items. Whoever calls it names every key, so that a
// field renamed in the report cannot rename one here.
type jsonWriter struct {
	out   []byte
	zone  *time.Location // of instants
	depth int
	// begun: the list or object at this depth has a value already.
	begun bool
}

// object writes a value made of what fill writes.
func (j *jsonWriter) object(fill func()) { j.enclose('{', '}', fill) }

// enclose writes fill's values between brackets, each on a line of its own.
func (j *jsonWriter) enclose(opening, closing byte, fill func()) {
	j.out = append(j.out, opening)
	j.begun = false
	j.depth++
	fill()
	j.depth--
	if j.begun {
		j.line()
	}
	j.out = append(j.out, closing)
	j.begun = true
}

// line begins a line, indented by two spaces for each level.
func (j *jsonWriter) line() {
	j.out = append(j.out, '\n')
	for range j.depth {
		j.out = append(j.out, ' ', ' ')
	}
}

// next begins the next value of a list or object.
func (j *jsonWriter) next() {
	if j.begun {
		j.out = append(j.out, ',')
	}
	j.begun = true
	j.line()
}

// key begins the next value of an object. Keys are ours, and plain.
func (j *jsonWriter) key(name string) {
	j.next()
	j.out = append(append(append(j.out, '"'), name...), '"', ':', ' ')
}

func (j *jsonWriter) text(key, s string) {
	j.key(key)
	j.out = appendJSONText(j.out, s)
}

func (j *jsonWriter) number(key string, n int) {
	j.key(key)
	j.out = strconv.AppendInt(j.out, int64(n), 10)
}

func (j *jsonWriter) flag(key string, b bool) {
	j.key(key)
	j.out = strconv.AppendBool(j.out, b)
}

func (j *jsonWriter) null(key string) {
	j.key(key)
	j.out = append(j.out, "null"...)
}

// instant is RFC 3339 in the report's zone, or null. RFC 3339 knows no year
// beyond 9999, into which the end of its last day would fall.
func (j *jsonWriter) instant(key string, t time.Time) {
	t = t.In(j.zone)
	if year := t.Year(); t.IsZero() || year < 0 || year > 9999 {
		j.null(key)
		return
	}
	j.key(key)
	j.out = append(t.AppendFormat(append(j.out, '"'), time.RFC3339), '"')
}

// writeList writes a list of objects, one for each value.
func writeList[T any](j *jsonWriter, key string, values []T, write func(*jsonWriter, *T)) {
	j.key(key)
	j.enclose('[', ']', func() {
		for i := range values {
			j.next()
			j.object(func() { write(j, &values[i]) })
		}
	})
}

// appendJSONText appends a string as JSON has it, with escapes for what a
// terminal could obey or an editor hide.
func appendJSONText(out []byte, s string) []byte {
	out = append(out, '"')
	for s != "" {
		plain := 0
		for plain < len(s) && s[plain] >= ' ' && s[plain] <= '~' && s[plain] != '"' && s[plain] != '\\' {
			plain++
		}
		out = append(out, s[:plain]...)
		if s = s[plain:]; s == "" {
			break
		}
		r, size := utf8.DecodeRuneInString(s)
		s = s[size:]
		switch {
		case r == utf8.RuneError && size == 1:
			out = append(out, `\ufffd`...) // broken UTF-8, not a U+FFFD that somebody wrote
		case r > '~':
			out = appendSafe(out, r)
		default:
			out = appendEscape(out, byte(r))
		}
	}
	return append(out, '"')
}

// appendEscape appends the escape for a character that may not stand in a JSON
// string as it is.
func appendEscape(out []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(out, '\\', c)
	case '\b':
		return append(out, `\b`...)
	case '\f':
		return append(out, `\f`...)
	case '\n':
		return append(out, `\n`...)
	case '\r':
		return append(out, `\r`...)
	case '\t':
		return append(out, `\t`...)
	}
	return fmt.Appendf(out, `\u%04x`, c)
}
