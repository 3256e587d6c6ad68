package render

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"debrief/report"
)

// Parts are pieces of the JSON report, for programs that are told of changes
// only.
type Parts struct {
	Items  []json.RawMessage // in the order of the report's, each on one line
	Counts json.RawMessage
	// Digest is the same for two reports that say the same, whenever they were
	// made: the words of an item, which tell how long there is left, and the
	// line to add, which has today's date, do not count.
	Digest string
}

// PartsOf takes a report apart.
func PartsOf(r *report.Report) (Parts, error) {
	j := jsonWriter{zone: zoneOf(r.Zone)}
	var p Parts
	var err error
	if p.Counts, err = j.oneLine(func() { j.counts(r.Counts) }); err != nil {
		return Parts{}, err
	}
	for i := range r.Items {
		item, err := j.oneLine(func() { j.item(&r.Items[i]) })
		if err != nil {
			return Parts{}, err
		}
		p.Items = append(p.Items, item)
	}
	timeless := *r
	timeless.Now = time.Time{}
	timeless.Items = slices.Clone(r.Items)
	for i := range timeless.Items {
		it := &timeless.Items[i]
		it.Message, it.Action, it.Record = "", "", nil
	}
	j.out = j.out[:0]
	j.report(&timeless)
	sum := sha256.Sum256(j.out)
	p.Digest = hex.EncodeToString(sum[:])
	return p, nil
}

// oneLine returns the object that fill writes, without line ends.
func (j *jsonWriter) oneLine(fill func()) (json.RawMessage, error) {
	j.out = j.out[:0]
	j.object(fill)
	var b bytes.Buffer
	if err := json.Compact(&b, j.out); err != nil {
		return nil, fmt.Errorf("encode a part of the report: %w", err)
	}
	return b.Bytes(), nil
}
