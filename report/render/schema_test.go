package render

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"debrief/report"
)

// schema compiles the published schema.
func schema(t *testing.T) *jsonschema.Schema { return schemaOf(t, "report") }

// schemaOf compiles the published schema of that name.
func schemaOf(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	s, err := c.Compile(filepath.Join("..", "..", "docs", name+".schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestJSONFollowsItsSchema(t *testing.T) {
	s := schema(t)
	reports := map[string]*report.Report{
		"evening": evening(t), "calm": calm(t), "damaged": damaged(t),
		"empty": {Now: evening(t).Now},
	}
	for name, text := range hostile {
		reports[name] = infested(t, text)
	}
	for name, r := range reports {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(rendered(t, jsonFormat(), r, Options{})))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A reader may rely on every key that the schema names.
func TestSchemaRequiresEveryKey(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join("..", "..", "docs", "report.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	var object struct {
		Required   []string
		Properties map[string]any
		Defs       map[string]struct {
			Required   []string
			Properties map[string]any
		} `json:"$defs"`
	}
	if err := json.Unmarshal(raw, &object); err != nil {
		t.Fatal(err)
	}
	delete(object.Properties, "evidence") // only with --evidence
	if len(object.Required) != len(object.Properties) {
		t.Error("the report has optional keys")
	}
	for name, def := range object.Defs {
		if len(def.Required) != len(def.Properties) {
			t.Errorf("%s has optional keys", name)
		}
	}
}

func TestJSONOfNothing(t *testing.T) {
	out := rendered(t, jsonFormat(), &report.Report{Now: evening(t).Now}, Options{})
	for _, want := range []string{
		`"now": "2026-11-19T19:45:00Z"`, `"next_change": null`, `"timezone": "UTC"`,
		`"items": []`, `"positions": []`, `"problems": []`, `"started": null`,
	} {
		if !strings.Contains(out, want) {
			t.Errorf("no %s in\n%s", want, out)
		}
	}
	if !strings.HasSuffix(out, "}\n") {
		t.Error("no line end at the end")
	}
}
