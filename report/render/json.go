package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"debrief/parser"
	"debrief/report"
)

// schemaName is the version of the JSON: adding a key keeps it.
const schemaName = "debrief/report/v1"

func jsonFormat() Format {
	return Format{
		Name:    "json",
		Endings: []string{".json"},
		About:   "for programs, as docs/report.schema.json describes it",
		Write:   JSON,
	}
}

// JSON writes the report as docs/report.schema.json describes it. Instants are
// RFC 3339 in the report's zone and null where there is none; lines and
// columns start at 1, columns count bytes, and line 0 stands for nowhere.
func JSON(w io.Writer, r *report.Report, _ Options) error {
	b, err := marshal(newDocument(r))
	if err != nil {
		return err
	}
	return emit(w, b)
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
	var out bytes.Buffer
	out.Grow(len(b))
	for len(b) > 0 {
		plain := 0
		for plain < len(b) && b[plain] <= '~' {
			plain++
		}
		out.Write(b[:plain])
		if b = b[plain:]; len(b) == 0 {
			break
		}
		r, size := utf8.DecodeRune(b)
		b = b[size:]
		switch {
		case r == '\uFFFD' || fateOf(r) == kept:
			out.WriteRune(r)
		case r > 0xFFFF:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&out, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&out, `\u%04x`, r)
		}
	}
	return out.Bytes()
}

// An instant is RFC 3339 in the report's zone, or null.
type instant = *string

// A document is the whole of the JSON, its keys in the documented order.
type document struct {
	Schema     string         `json:"schema"`
	Now        instant        `json:"now"`
	NextChange instant        `json:"next_change"`
	Timezone   string         `json:"timezone"`
	Counts     countsJSON     `json:"counts"`
	Items      []itemJSON     `json:"items"`
	Positions  []positionJSON `json:"positions"`
	Search     searchJSON     `json:"search"`
	Problems   []problemJSON  `json:"problems"`
}

// newDocument copies the report; lists are made here, since an absent one would
// be null.
func newDocument(r *report.Report) document {
	zone := zoneOf(r.Zone)
	at := func(t time.Time) instant {
		if t.IsZero() {
			return nil
		}
		s := t.In(zone).Format(time.RFC3339)
		return &s
	}
	d := document{
		Schema:     schemaName,
		Now:        at(r.Now),
		NextChange: at(r.NextChange),
		Timezone:   zone.String(),
		Counts:     countsJSON(r.Counts),
		Items:      []itemJSON{},
		Positions:  []positionJSON{},
		Search:     newSearchJSON(r.Search, at),
		Problems:   []problemJSON{},
	}
	for _, it := range r.Items {
		d.Items = append(d.Items, newItemJSON(it, at))
	}
	for _, p := range r.Positions {
		d.Positions = append(d.Positions, newPositionJSON(p, at))
	}
	for _, p := range r.Problems {
		d.Problems = append(d.Problems, newProblemJSON(p))
	}
	return d
}

// newProblemJSON counts lines and columns from the source as it stands.
func newProblemJSON(p parser.Problem) problemJSON {
	from, to := p.Start(), p.End()
	return problemJSON{
		string(p.ID), p.Severity().String(), p.Path(), from.Line, from.Column, to.Line, to.Column, p.Message, p.Hint,
	}
}
