package parser

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestReadAgain reads notes in every order of two: what is kept from one note
// for the next must not show.
func TestReadAgain(t *testing.T) {
	bodies := []string{
		"", "# A\n\ntext\n\nmore\nlines\n", "- a\n- b\n\n  c\n", strings.Repeat("> ", 150) + "deep\n", "```\nopen fence\n",
		"<!-- open\n\n- a\n", "| a | b |\n| - | - |\n| 1 | 2 |\n", "title\n===\n\ntext\n---\n", "-\n\n  a\n", "1. a\n\n\n2. b\n    code\n",
		strings.Repeat("line\n", 100) + "\nend\n", strings.Repeat("p\n\n", 300),
	}
	read := func(body string) []section {
		sections, _ := readSections(&Source{Path: "a.md", Text: body}, 0)
		return sections
	}
	for _, first := range bodies {
		for _, second := range bodies {
			sectionReaders.Put(sectionReaders.New())
			fresh := read(second)
			read(first)
			if diff := cmp.Diff(fresh, read(second), cmp.AllowUnexported(section{}, block{})); diff != "" {
				t.Errorf("%.20q after %.20q: %s", second, first, diff)
			}
		}
	}
}
