package parser

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write what the parser does into the cases of testdata/journals")

// wantName is the file of a case that holds what its journal says.
const wantName = "want"

// TestJournals reads every case in testdata/journals: the notes of a journal,
// and then what they say together.
func TestJournals(t *testing.T) {
	cases, err := filepath.Glob("testdata/journals/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			got := dumpCase(t, archive)
			if *update {
				setWant(archive, got)
				if err := os.WriteFile(name, txtar.Format(archive), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(want(archive), got); diff != "" {
				t.Errorf("-want +got (go test -run TestJournals -update writes it):\n%s", diff)
			}
		})
	}
}

// dumpCase loads the notes of a case and writes down what they say.
func dumpCase(t *testing.T, archive *txtar.Archive) string {
	t.Helper()
	fsys := fstest.MapFS{}
	for _, f := range archive.Files {
		if f.Name != wantName {
			fsys[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	j, err := Load(fsys, time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	for _, wrong := range inconsistencies(j) {
		t.Error(wrong)
	}
	return dumpJournal(j, true)
}

func want(archive *txtar.Archive) string {
	for _, f := range archive.Files {
		if f.Name == wantName {
			return string(f.Data)
		}
	}
	return ""
}

func setWant(archive *txtar.Archive, text string) {
	for i := range archive.Files {
		if archive.Files[i].Name == wantName {
			archive.Files[i].Data = []byte(text)
			return
		}
	}
	archive.Files = append(archive.Files, txtar.File{Name: wantName, Data: []byte(text)})
}
