package tell

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"
)

// messageSchema is the version of the JSON: adding a key keeps it.
const messageSchema = "debrief/change/v1"

// A message is what a command reads, its keys in the documented order.
type message struct {
	Schema  string            `json:"schema"`
	Now     string            `json:"now"`
	First   bool              `json:"first"`
	New     []json.RawMessage `json:"new"`
	Changed []json.RawMessage `json:"changed"`
	Cleared []json.RawMessage `json:"cleared"`
	Counts  json.RawMessage   `json:"counts"`
}

// encode writes a change as one line of JSON with a line end.
func encode(s State, first bool, c Change) ([]byte, error) {
	m := message{
		Schema: messageSchema, Now: s.Now.Format(time.RFC3339), First: first,
		New: rawItems(c.New), Changed: rawItems(c.Changed), Cleared: rawItems(c.Cleared),
		Counts: json.RawMessage("{}"),
	}
	if json.Valid(s.Counts) {
		m.Counts = s.Counts
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false) // as in the JSON report
	if err := enc.Encode(m); err != nil {
		return nil, fmt.Errorf("encode the change: %w", err)
	}
	return b.Bytes(), nil
}

// rawItems returns the items as the report has them, and never nil, which would
// become null.
func rawItems(items []Item) []json.RawMessage {
	out := make([]json.RawMessage, 0, len(items))
	for _, it := range items {
		out = append(out, it.raw())
	}
	return out
}

// raw stands in for JSON that is absent or broken with the little that a
// command cannot do without: one bad item must not cost it all the others.
func (it Item) raw() json.RawMessage {
	if json.Valid(it.JSON) {
		return it.JSON
	}
	b, err := json.Marshal(map[string]string{"id": it.ID, "urgency": it.Urgency})
	if err != nil {
		return json.RawMessage("{}")
	}
	return b
}
