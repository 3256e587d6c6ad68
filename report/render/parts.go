package render

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"debrief/report"
)

// Parts are pieces of the JSON report, for programs that are told of changes
// only.
type Parts struct {
	Items  []json.RawMessage // in the order of the report's
	Counts json.RawMessage
	// Digest is the same for two reports that say the same, whenever they were
	// made: the words of an item, which tell how long there is left, do not
	// count.
	Digest string
}

// PartsOf takes a report apart.
func PartsOf(r *report.Report) (Parts, error) {
	d := newDocument(r)
	var p Parts
	for i := range d.Items {
		item, err := marshal(d.Items[i])
		if err != nil {
			return Parts{}, err
		}
		p.Items = append(p.Items, item)
		d.Items[i].Message, d.Items[i].Action = "", ""
	}
	counts, err := marshal(d.Counts)
	if err != nil {
		return Parts{}, err
	}
	d.Now = nil
	timeless, err := marshal(d)
	if err != nil {
		return Parts{}, err
	}
	sum := sha256.Sum256(timeless)
	p.Counts, p.Digest = counts, hex.EncodeToString(sum[:])
	return p, nil
}
