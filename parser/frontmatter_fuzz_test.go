package parser

import (
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// FuzzFrontmatter holds the promises every note relies on: whatever the
// bytes, reading ends soon and never panics, says the same twice, and every
// place it names is in the note, on a character's boundary.
func FuzzFrontmatter(f *testing.F) {
	for _, seed := range fuzzSeeds() {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<16 {
			t.Skip()
		}
		src := &Source{Path: "a.md", Text: text}
		begun := time.Now()
		fm, problems := readFrontmatter(src)
		if took := time.Since(begun); took > 2*time.Second {
			t.Errorf("took %v for %d bytes", took, len(text))
		}
		checkPlaces(t, src, fm, problems)
		again, problemsAgain := readFrontmatter(src)
		if !reflect.DeepEqual(fm, again) || !reflect.DeepEqual(problems, problemsAgain) {
			t.Error("a second reading differs")
		}
	})
}

// fuzzSeeds are the notes of the tables in the other tests, and what is
// closest to an edge.
func fuzzSeeds() []string {
	seeds := []string{
		"", "---", "---\n", "---\n---", "\ufeff---\na: 1\n---\n", " ---\na: 1\n---",
		"+++\na = [\n", ";;;\n{\"a\": [1\n", "---\na: |9\n", "---\n? \n: \n---\n",
		"---\na: &a [*a, *a]\n---\n", "---\n<<: [*x]\n---\n", "---\na: !!x &y\n---\n",
	}
	for _, cases := range [][]readingCase{yamlCases, salvageCases, tomlCases, jsonCases, fenceCases} {
		for _, c := range cases {
			seeds = append(seeds, c.note)
		}
	}
	return seeds
}

// checkPlaces fails unless every span lies in the note, on boundaries of
// characters, and inside the span of what it belongs to.
func checkPlaces(t *testing.T, src *Source, fm frontmatter, problems []Problem) {
	t.Helper()
	valid := utf8.ValidString(src.Text)
	check := func(what string, s Span) {
		if s.Start < 0 || s.End < s.Start || s.End > len(src.Text) {
			t.Fatalf("%s: span %v of a note of %d bytes", what, s, len(src.Text))
		}
		if !valid {
			return
		}
		for _, at := range []int{s.Start, s.End} {
			if at < len(src.Text) && !utf8.RuneStart(src.Text[at]) {
				t.Fatalf("%s: offset %d is inside a character", what, at)
			}
		}
	}
	check("body", Span{fm.body, len(src.Text)})
	for _, p := range problems {
		check(string(p.ID), p.Span)
		if p.Message == "" || p.Message != strings.TrimSuffix(p.Message, ".") {
			t.Errorf("%s: message %q", p.ID, p.Message)
		}
		for _, fix := range p.Fixes {
			check("fix of "+string(p.ID), fix.Span)
		}
	}
	seen := 0
	var walk func(n node, depth int)
	walk = func(n node, depth int) {
		check("value", n.span)
		if n.raw && n.text != src.Text[n.span.Start:n.span.End] {
			t.Fatalf("raw text %q is %q in the note", n.text, src.Text[n.span.Start:n.span.End])
		}
		if seen++; seen > len(src.Text)+maxExpanded+8 || depth > 4*maxNesting {
			t.Fatalf("%d values, %d levels deep", seen, depth)
		}
		for _, item := range n.items {
			walk(item, depth+1)
		}
		for _, p := range n.pairs {
			check("key", p.key.Span)
			walk(p.value, depth+1)
		}
	}
	walk(fm.root, 0)
}
