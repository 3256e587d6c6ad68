package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"unicode/utf16"
	"unicode/utf8"

	"debrief/report"
)

// schemaName is the version of the JSON: adding a key keeps it.
const schemaName = "debrief/report/v1"

func jsonFormat() Format {
	return Format{
		Name:    "json",
		Endings: []string{".json"},
		About:   "for programs, as docs/report.schema.json describes it",
		Undated: undatedJSON,
		Write:   JSON,
	}
}

// undatedJSON takes the line with the instant out. Only it begins like this:
// two spaces are the outermost object's, and no text has a line end in it.
func undatedJSON(rendered []byte) []byte {
	start := bytes.Index(rendered, []byte("\n  \"now\": "))
	if start < 0 {
		return rendered
	}
	before, after := rendered[:start], rendered[start+1:]
	_, after, _ = bytes.Cut(after, []byte("\n"))
	return slices.Concat(before, []byte("\n"), after)
}

// JSON writes the report as docs/report.schema.json describes it. Instants are
// RFC 3339 in the report's zone and null where there is none; lines and
// columns start at 1, columns count bytes, and line 0 stands for nowhere.
func JSON(w io.Writer, r *report.Report, _ Options) error {
	// A report of thousands of items is mostly items and positions.
	size := 1<<12 + 1<<10*(len(r.Items)+len(r.Problems)) + 1<<9*len(r.Positions)
	j := jsonWriter{out: make([]byte, 0, size), zone: zoneOf(r.Zone)}
	j.report(r)
	return emit(w, append(j.out, '\n'))
}

// marshal indents v by two spaces and keeps every string exact: what a
// terminal could obey, or an editor hide, is written as an escape.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return nil, fmt.Errorf("encode the report: %w", err)
	}
	return escapeUnsafe(b.Bytes()), nil
}

// escapeUnsafe escapes what clean would not let through. JSON keeps such
// characters only inside strings, where \u may stand for any of them.
func escapeUnsafe(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for len(b) > 0 {
		plain := 0
		for plain < len(b) && b[plain] <= '~' {
			plain++
		}
		out = append(out, b[:plain]...)
		if b = b[plain:]; len(b) == 0 {
			break
		}
		r, size := utf8.DecodeRune(b)
		b = b[size:]
		out = appendSafe(out, r)
	}
	return out
}

// appendSafe appends a character beyond plain ASCII, as an escape where clean
// would not let it through.
func appendSafe(out []byte, r rune) []byte {
	switch {
	case r == '\uFFFD' || fateOf(r) == kept:
		return utf8.AppendRune(out, r)
	case r > 0xFFFF:
		high, low := utf16.EncodeRune(r)
		return fmt.Appendf(out, `\u%04x\u%04x`, high, low)
	default:
		return fmt.Appendf(out, `\u%04x`, r)
	}
}
