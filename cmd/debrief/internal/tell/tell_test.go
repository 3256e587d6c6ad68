package tell

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// evening is when the reports of these tests are made.
var evening = time.Date(2026, 11, 19, 20, 45, 0, 0, time.FixedZone("", 3600))

// items makes items of "id:urgency" or "id:urgency:since".
func items(specs ...string) []Item {
	var out []Item
	for _, spec := range specs {
		f := strings.Split(spec+":", ":")
		out = append(out, Item{
			ID: f[0], Urgency: f[1], Since: f[2], Title: "Do " + f[0], Body: "Now",
			JSON: json.RawMessage(fmt.Sprintf(`{"id":%q}`, f[0])),
		})
	}
	return out
}

// state is a report that says nothing but its items.
func stateWith(specs ...string) State { return State{Now: evening, Items: items(specs...)} }

// A recorder stands in for the system.
type recorder struct {
	// run is called for each process, and may be nil.
	run func(context.Context, Process) error

	mu  sync.Mutex
	ran []Process
}

func (r *recorder) Run(ctx context.Context, p Process) error {
	r.mu.Lock()
	r.ran = append(r.ran, p)
	r.mu.Unlock()
	if r.run != nil {
		return r.run(ctx, p)
	}
	return nil
}

func (r *recorder) processes() []Process {
	r.mu.Lock()
	defer r.mu.Unlock()
	return append([]Process(nil), r.ran...)
}

// failures collects what was reported.
type failures struct {
	mu   sync.Mutex
	errs []error
}

func (f *failures) add(err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.errs = append(f.errs, err)
}

func (f *failures) texts() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	out := []string{}
	for _, err := range f.errs {
		out = append(out, err.Error())
	}
	return out
}

func TestDiff(t *testing.T) {
	tests := []struct {
		name, before, after   string
		new, changed, cleared string
	}{
		{name: "nothing", before: "a:due b:advice", after: "b:advice a:due"},
		{name: "first", after: "b:due a:due", new: "b a"},
		{name: "all at once", before: "d:due a:due c:due b:due", after: "z:due b:overdue y:advice a:due", new: "z y", changed: "b", cleared: "d c"},
		{name: "twice the same", before: "a:due a:due", after: "b:due b:due", new: "b", cleared: "a"},
		{name: "one of two urgencies goes", before: "a:overdue a:due", after: "a:due"},
		{name: "since alone", before: "a:due:1", after: "a:due:2"},
	}
	ids := func(items []Item) string {
		var out []string
		for _, it := range items {
			out = append(out, it.ID)
		}
		return strings.Join(out, " ")
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := Diff(items(strings.Fields(test.before)...), items(strings.Fields(test.after)...))
			got := []string{ids(c.New), ids(c.Changed), ids(c.Cleared)}
			if diff := cmp.Diff([]string{test.new, test.changed, test.cleared}, got); diff != "" {
				t.Error(diff)
			}
			if c.Empty() != (strings.Join(got, "") == "") {
				t.Errorf("Empty() = %v for %v", c.Empty(), got)
			}
		})
	}
}

func TestClean(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"plain", "Thank Ines Falk", "Thank Ines Falk"},
		{"lines and tabs", "\n a\r\n\tb\u2028c  ", "a b c"},
		{"nul and escapes", "a\x00b\x1b[31mc\x07\u009b", "ab[31mc"},
		{"bidi", "a\u202eb\u2066c\u200f", "abc"},
		{"invisible", "a\u200bb\ufeff\u3164", "ab"},
		{"broken", "a\xffb", "a\ufffdb"},
		{"joiners", "👩\u200d💻 می\u200cخواهم a\u200db\u200c", "👩\u200d💻 می\u200cخواهم ab"},
		{"long", strings.Repeat("é", 41), strings.Repeat("é", 39) + "…"},
		{"just fits", strings.Repeat("é", 40), strings.Repeat("é", 40)},
		{"only controls", "\x00\x1b\u202e", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := clean(test.text, 40); got != test.want {
				t.Errorf("clean(%q) = %q, want %q", test.text, got, test.want)
			}
		})
	}
}
