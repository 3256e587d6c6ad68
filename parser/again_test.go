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
		strings.Repeat("line\n", 100) + "\nend\n", strings.Repeat("p\n\n", 300), "# A\n- a\n# B\n- b\n1. c\n",
	}
	for _, first := range bodies {
		for _, second := range bodies {
			src := &Source{Path: "a.md", Text: second}
			fresh, _ := readSections(src, 0)
			r := newSectionReader()
			r.read(&Source{Path: "a.md", Text: first}, 0)
			r.reset()
			again, _ := r.read(src, 0)
			if diff := cmp.Diff(fresh, again, sectionsAlike); diff != "" {
				t.Errorf("%.20q after %.20q: %s", second, first, diff)
			}
		}
	}
}
