package main

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestExportFollowsItsSchema holds the JSON to the published schema.
func TestExportFollowsItsSchema(t *testing.T) {
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	schema, err := c.Compile("../../docs/export.schema.json")
	check(t, err)
	hostile := diskOf(t, fstest.MapFS{
		"applications/a.md": {Data: []byte("---\ncompany: \"\\e[31m<b>&\\u2028\"\nrole: 'x'\napplied: yes\nfirst_day: 2027-01-04\ndue: 2026-12-01 14:00\n---\n- [x] rejected\n## Log\n- rejected\n")},
		"interviews/b.md":   {Data: []byte("---\ncompany: B\ndate: 2026-11-18\nstatus: no-show\nwith: Dana\n---\n")},
	})
	for _, dir := range []string{"../../sample-journal", hostile, t.TempDir()} {
		for _, what := range append(exportNames(), "") {
			args := []string{"export", dir, "--format", "json", "--now", sampleNow}
			if what != "" {
				args = append(args, "--what", what)
			}
			got := invoke(t, args...)
			v, err := jsonschema.UnmarshalJSON(&got.stdout)
			check(t, err)
			if err := schema.Validate(v); err != nil {
				t.Errorf("%s %s: %v", dir, what, err)
			}
		}
	}
}

// TestExportSchemaNamesEveryColumn holds the schema to the tables.
func TestExportSchemaNamesEveryColumn(t *testing.T) {
	text, err := os.ReadFile("../../docs/export.schema.json")
	check(t, err)
	var schema struct {
		Defs map[string]struct {
			Required   []string
			Properties map[string]any
		} `json:"$defs"`
	}
	check(t, json.Unmarshal(text, &schema))
	for _, facts := range factTables {
		def := schema.Defs[strings.TrimSuffix(facts.name, "s")]
		if !slices.Equal(def.Required, facts.columns) || len(def.Properties) != len(facts.columns) {
			t.Errorf("%s: the schema has %q, the table %q", facts.name, def.Required, facts.columns)
		}
	}
}

// TestExportGolden holds the CSV of the sample journal to the committed bytes.
func TestExportGolden(t *testing.T) {
	for _, what := range exportNames() {
		t.Run(what, func(t *testing.T) {
			t.Chdir("../..")
			got := invoke(t, "export", "sample-journal", "--now", sampleNow, "--what", what)
			// Git may change the line ends of text that it keeps, so they are looked
			// at here and not compared.
			text := got.stdout.String()
			if strings.Count(text, "\n") != strings.Count(text, "\r\n") {
				t.Error("a line does not end in CRLF")
			}
			compareFile(t, filepath.Join("cmd/debrief/testdata/golden", "export."+what+".csv"), []byte(strings.ReplaceAll(text, "\r\n", "\n")))
			rows, err := csv.NewReader(&got.stdout).ReadAll()
			check(t, err)
			for _, row := range rows[1:] {
				for _, cell := range row {
					if cell != "" && strings.Contains(formulaStarts, cell[:1]) {
						t.Errorf("%q may be taken for a formula", cell)
					}
				}
			}
		})
	}
}

// TestFormulas holds which cells get an apostrophe, and that an import takes
// exactly that away.
func TestFormulas(t *testing.T) {
	for cell, want := range map[string]string{
		"=1+1": "'=1+1", "+49 30": "'+49 30", "-x": "'-x", "@home": "'@home", "\t=1": "'\t=1", "\r\n=1": "'\r\n=1",
		"": "", "Acme": "Acme", "a=b": "a=b", "'quoted'": "'quoted'", "3-4": "3-4",
	} {
		if got := disarmed(cell); got != want {
			t.Errorf("%q became %q, want %q", cell, got, want)
		}
		if got := unarmed(disarmed(cell)); got != cell {
			t.Errorf("%q came back as %q", cell, got)
		}
	}
	if got := unarmed("'"); got != "'" {
		t.Errorf("a lone apostrophe became %q", got)
	}
}
