package parser

import (
	"go/ast"
	goparser "go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/rogpeppe/go-internal/txtar"
)

// raisedByReport are the problems that need the clock or the rules, which
// this package does not know.
var raisedByReport = []ProblemID{FutureEvent, UnknownRule, UnknownSetting}

// TestSamples holds every sample to what it promises: it causes its problem,
// and no other.
func TestSamples(t *testing.T) {
	for _, k := range ProblemKinds() {
		t.Run(string(k.ID), func(t *testing.T) {
			archive := txtar.Parse([]byte(k.Sample))
			journal := loadSample(t, archive)
			checkMessages(t, journal)
			var got []ProblemID
			for _, p := range journal.Problems {
				got = append(got, p.ID)
			}
			want := []ProblemID{k.ID}
			if slices.Contains(raisedByReport, k.ID) {
				want = nil
			}
			if !slices.Equal(got, want) {
				t.Errorf("the sample causes %v:\n%s", got, dumpProblems(journal))
			}
			if len(archive.Files) == 0 && len(archive.Comment) == 0 {
				t.Error("no sample")
			}
		})
	}
}

// TestEveryProblemIDIsListed reads the constants from the source, so that a
// new one cannot be forgotten in the table.
func TestEveryProblemIDIsListed(t *testing.T) {
	file, err := goparser.ParseFile(token.NewFileSet(), "catalogue.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var declared []ProblemID
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 {
			return true
		}
		if typ, ok := spec.Type.(*ast.Ident); ok && typ.Name == "ProblemID" {
			id, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			declared = append(declared, ProblemID(id))
		}
		return true
	})
	var listed []ProblemID
	for _, k := range ProblemKinds() {
		listed = append(listed, k.ID)
	}
	if !slices.Equal(declared, listed) {
		t.Errorf("declared %v\nlisted   %v", declared, listed)
	}
}

func TestProblemKindsAreComplete(t *testing.T) {
	severity := Error
	for _, k := range ProblemKinds() {
		if ProblemByID(k.ID) != k {
			t.Errorf("%s: not found by its id", k.ID)
		}
		if k.Severity < severity {
			t.Errorf("%s: %ss come before %ss", k.ID, k.Severity, severity)
		}
		severity = k.Severity
		if first := []rune(k.Title + " ")[0]; !unicode.IsLower(first) || strings.HasSuffix(k.Title, ".") {
			t.Errorf("%s: title %q", k.ID, k.Title)
		}
		for _, text := range []string{k.About, k.Instead} {
			if text == "" || !unicode.IsUpper([]rune(text)[0]) || !strings.HasSuffix(text, ".") {
				t.Errorf("%s: %q is no sentence", k.ID, text)
			}
		}
	}
	if unknown := ProblemByID("no-such-problem"); unknown != (ProblemKind{}) {
		t.Errorf("got %+v", unknown)
	}
}

// checkMessages holds every problem's words to the form that check prints:
// one line that begins in lower case, unless with a name, a month or a
// quotation from the note, and does not end in a full stop.
func checkMessages(t *testing.T, j *Journal) {
	t.Helper()
	for _, p := range j.Problems {
		for _, text := range []string{p.Message, p.Hint} {
			if strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "..") || strings.ContainsAny(text, "\n\r\x1b") {
				t.Errorf("%s: %q", p.ID, text)
			}
		}
		if p.Hint == "" {
			t.Errorf("%s has no hint: %q", p.ID, p.Message)
		}
		if ProblemByID(p.ID).ID == "" {
			t.Errorf("%q is in no table", p.ID)
		}
		first := []rune(p.Message + " ")[0]
		word, _, _ := strings.Cut(strings.Trim(p.Message, "'\""), " ")
		_, err := time.Parse("January", word)
		if p.Message == "" || unicode.IsUpper(first) && err != nil && !strings.Contains(p.Source.Text, word) {
			t.Errorf("%s: %q", p.ID, p.Message)
		}
	}
}
