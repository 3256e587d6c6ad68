package parser

import (
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

// sectionsAlike compares sections by what they hold.
var sectionsAlike = cmp.Options{cmp.AllowUnexported(section{}, block{}), cmpopts.EquateEmpty()}

// byGoldmark is readSections by goldmark alone.
func byGoldmark(src *Source, body int) []section {
	r := newSectionReader()
	r.text, r.body = src.Text, body
	r.rest()
	return r.sections
}

// plainUntil returns where the plain sections of a text end.
func plainUntil(text string) int {
	r := newSectionReader()
	r.text, r.body = text, bomLength(text)
	return r.plain()
}

// comparePlain fails the test unless both ways to read a text agree in
// everything, spans included.
func comparePlain(t rapid.TB, text string) {
	t.Helper()
	src := &Source{Path: "note.md", Text: text}
	got, _ := readSections(src, 0)
	want := byGoldmark(src, bomLength(text))
	if reflect.DeepEqual(want, got) {
		return
	}
	if diff := cmp.Diff(want, got, sectionsAlike); diff != "" {
		t.Errorf("%q, plain up to %d: goldmark (-) and readSections (+) differ:\n%s", text, plainUntil(text), diff)
	}
}

// plainTexts are on either side of what is plain.
var plainTexts = []struct {
	name, text string
	rest       string // what is left to goldmark
}{
	{"nothing", "", ""},
	{"a paragraph of several lines", "It went\n    well. \n\n  \nAgain", ""},
	{"headings", "before\n# A\n###### B\n## C\ntext\n", ""},
	{"items and items below them", "- a\n  - b\n    - c\n  - d\n\n- e\n", ""},
	{"an item goes on", "- a\nlazy\n  - b\n  on\n      and on\n\n- c\n", ""},
	{"a paragraph behind a list", "- a\n\nb\n\n- c\n", ""},
	{"a list behind a paragraph", "a\n- b\n", ""},
	{"check boxes", "- [ ] a\n- [x] b\n- [x]\n  c\n- [ ] \n", ""},
	{"emphasis", "**Company** and _more_\n\n- *a*\n", ""},
	{"numbers that are no list", "2026-11-19 thanked Dana\n\n- 10:30\n", ""},
	{"a list of numbers", "# A\na\n# B\n1. b\n", "# B\n1. b\n"},
	{"a title underlined", "# A\na\n# B\nb\n---\n", "# B\nb\n---\n"},
	{"code", "# A\na\n# B\n```\n# C\n```\n", "# B\n```\n# C\n```\n"},
	{"code by indentation", "# A\n\n    b\n", "# A\n\n    b\n"},
	{"a comment", "# A\n<!-- b\n# C\n-->\n", "# A\n<!-- b\n# C\n-->\n"},
	{"a quote", "> a\n", "> a\n"},
	{"a rule of dashes", "a\n\n- - -\n", "a\n\n- - -\n"},
	{"a table", "a | b\n--|--\n", "a | b\n--|--\n"},
	{"another bullet", "- a\n* b\n", "- a\n* b\n"},
	{"an item below none", "a\n\n  - b\n", "a\n\n  - b\n"},
	{"an item one column off", "- a\n - b\n", "- a\n - b\n"},
	{"a paragraph within an item", "- a\n\n  b\n", "- a\n\n  b\n"},
	{"an empty item", "-\n- \n", "-\n- \n"},
	{"a heading with marks behind it", "## A ##\n", "## A ##\n"},
	{"a heading without a title", "##\n", "##\n"},
	{"no heading", "#a\n", "#a\n"},
	{"a heading with marks and a tab behind it", "## A #\t\n", "## A #\t\n"},
	{"a table behind a no-break space", "a | b\n\u00a0--|--\n", "a | b\n\u00a0--|--\n"},
	{"nothing left behind by what was no section", "# A\n# B\n- b\n\t", "# B\n- b\n\t"},
	{"a byte-order mark", "\ufeff# A\n", ""},
	{"carriage returns", "# A\r\nb\r\n", "# A\r\nb\r\n"},
}

func TestPlainSections(t *testing.T) {
	for _, tt := range plainTexts {
		t.Run(tt.name, func(t *testing.T) {
			comparePlain(t, tt.text)
			if rest := tt.text[plainUntil(tt.text):]; rest != tt.rest {
				t.Errorf("goldmark is left %q, want %q", rest, tt.rest)
			}
		})
	}
}

// TestPlainNotes reads every note of the tests both ways, and each with one of
// the texts above behind it.
func TestPlainNotes(t *testing.T) {
	for _, sources := range caseNotes(t) {
		for _, src := range sources {
			comparePlain(t, src.Text)
			for _, tt := range plainTexts {
				comparePlain(t, src.Text+"\n"+tt.text)
			}
		}
	}
}

// TestPlainPieces puts together lines that mean something else beside one
// another.
func TestPlainPieces(t *testing.T) {
	indent := rapid.SampledFrom([]string{"", "", "", " ", "  ", "   ", "    ", "      ", "\t"})
	mark := rapid.SampledFrom([]string{
		"", "", "- ", "- ", "- ", "* ", "+ ", "1. ", "2) ", "> ", "# ", "## ", "#", "-", "--", "---", "- - ", "===", "```", "~~~", "<!-- ", "<div>", "|", "**", "_", "\\",
	})
	content := rapid.SampledFrom([]string{
		"", "", " ", "text", "more text ", "[ ] box", "[x] box", "[ ]", "[a]: b", "2026-11-19 told", "10. ten", "a | b", "--|--", "|-|", "-->", "x #\t", "\u00a0--|--", "\u3000", "# x", "- x", "x #", "é", "\r", "\t",
	})
	line := rapid.Custom(func(t *rapid.T) string {
		return indent.Draw(t, "indent") + mark.Draw(t, "mark") + content.Draw(t, "content")
	})
	rapid.Check(t, func(t *rapid.T) {
		comparePlain(t, strings.Join(rapid.SliceOfN(line, 1, 14).Draw(t, "lines"), "\n"))
	})
}

// FuzzPlainSections holds the reader of plain sections to goldmark.
func FuzzPlainSections(f *testing.F) {
	var all strings.Builder
	for _, tt := range plainTexts {
		f.Add(tt.text)
		all.WriteString(tt.text)
	}
	f.Add(all.String())
	for _, sources := range caseNotes(f) {
		for _, src := range sources {
			f.Add(src.Text)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		if _, bad := unreadableText(&Source{Text: text}); bad {
			return // refused before any section is read
		}
		comparePlain(t, text)
	})
}
