package parser

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
)

// dumpSections writes sections one block per line, in the order of the note:
//
//	## title            (parent: the enclosing section's title)
//	item 1 [x] "text"   (kind, depth, box; -> index of the enclosing item)
func dumpSections(sections []section) string {
	var b strings.Builder
	for _, s := range sections {
		fmt.Fprintf(&b, "%s %s", strings.Repeat("#", s.level), s.title.Value)
		if s.parent >= 0 {
			fmt.Fprintf(&b, " < %s", sections[s.parent].title.Value)
		}
		b.WriteByte('\n')
		for _, k := range s.blocks {
			kind := [...]string{"paragraph", "item", "code", "quote", "table", "html", "indented"}[k.kind]
			fmt.Fprintf(&b, "%s %d%s %q", kind, k.depth, [...]string{"", " [ ]", " [x]"}[k.box], k.text.Value)
			if k.parent >= 0 {
				fmt.Fprintf(&b, " -> %d", k.parent)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func TestReadSections(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"nothing", "", ""},
		{"blank lines", "\n \n\n", ""},
		{"no newline at the end", "It went well", " \nparagraph 0 \"It went well\"\n"},
		{"headings nest", "# A\n## B\n#### C\n### D\n# E\n", "# A\n## B < A\n#### C < B\n### D < B\n# E\n"},
		{"text before the first heading encloses nothing", "Hello\n# A\n", " \nparagraph 0 \"Hello\"\n# A\n"},
		{
			"a heading's marks", "## **What worked** ##\n### _Gaps:_\n### **Wins**:\n### a **b** and **c**\n##\n",
			"## What worked\n### Gaps: < What worked\n### Wins < What worked\n### a **b** and **c** < What worked\n## \n",
		},
		{"underlined headings", "What\nworked\n======\n\nLog\n---\n- a\n", "# What worked\n## Log < What worked\nitem 1 \"a\"\n"},
		{"lines fold", "I explained\n  the move\\\nto  Kafka \n", " \nparagraph 0 \"I explained the move\\\\ to  Kafka\"\n"},
		{"thematic breaks are nothing", "a\n\n***\n\nb\n", " \nparagraph 0 \"a\"\nparagraph 0 \"b\"\n"},
		{
			"items, nested items, further paragraphs",
			"- a\n  b\n\n  c\n  1. d\n     - e\n- f\n",
			" \nitem 1 \"a b\"\nparagraph 1 \"c\" -> 0\nitem 2 \"d\" -> 0\nitem 3 \"e\" -> 2\nitem 1 \"f\"\n",
		},
		{
			"check boxes", "- [ ] thank Li Wei\n- [x] told\n* [X]\tsent\n\n1. [x](y)\n2. [ ]\n3. [-] no\n4. [x]no\n",
			" \nitem 1 [ ] \"thank Li Wei\"\nitem 1 [x] \"told\"\nitem 1 [x] \"sent\"\n" +
				"item 1 \"[x](y)\"\nitem 1 [ ] \"\"\nitem 1 \"[-] no\"\nitem 1 \"[x]no\"\n",
		},
		{"a check box above its text", "- [x]\n  told *Jane*\n", " \nitem 1 [x] \"told *Jane*\"\n"},
		{"a check box is an item's only", "[x] told\n\n- a\n\n  [x] b\n", " \nparagraph 0 \"[x] told\"\nitem 1 \"a\"\nparagraph 1 \"[x] b\" -> 1\n"},
		{"empty items", "-\n- \n- - a\n- > b\n", " \nitem 1 \"\"\nitem 1 \"\"\nitem 1 \"\"\nitem 2 \"a\" -> 2\nitem 1 \"\"\nquote 1 \"b\" -> 4\n"},
		{"quotes", "> a\n> b\nc\n>\n> - d\n>\n>   e\n", " \nquote 0 \"a b c\"\nitem 1 \"d\"\nquote 1 \"e\" -> 1\n"},
		{"a callout", "> [!note] Dana\n> was kind\n", " \nquote 0 \"[!note] Dana was kind\"\n"},
		{"headings in quotes and items are text", "> # a\n\n- ## b\n- c\n  ===\n", " \nquote 0 \"a\"\nitem 1 \"b\"\nitem 1 \"c\"\n"},
		{
			"code", "```yaml\na: b\n\nc\n```\n\n    - d\n- e\n\n      f\n\n~~~\n~~~\n",
			" \ncode 0 \"a: b c\"\nindented 0 \"- d\"\nitem 1 \"e\"\nindented 1 \"f\" -> 2\n",
		},
		{"reference definitions stay", "[Dana]: praise\n\n- [Li]: x\n\n[^1]: a\n", " \nparagraph 0 \"[Dana]: praise\"\nitem 1 \"[Li]: x\"\nparagraph 0 \"[^1]: a\"\n"},
		{
			"tables", "| Who | What |\n|-----|:---:|\n| Dana | praise \\| more |\n| | |\nLi\n",
			" \ntable 0 \"Who | What\"\ntable 0 \"Dana | praise \\\\| more\"\ntable 0 \"Li\"\n",
		},
		{"text above a table", "- above\n  a | b\n  --|--\n  c | d\n", " \nitem 1 \"above\"\ntable 1 \"a | b\" -> 0\ntable 1 \"c | d\" -> 0\n"},
		{"a table above a rule", "|a|\n|-|\n|b|\n---\nc\n", " \ntable 0 \"a\"\ntable 0 \"b\"\nparagraph 0 \"c\"\n"},
		{"no table", "yes | no\n\na | b\n--|--|--\n", " \nparagraph 0 \"yes | no\"\nparagraph 0 \"a | b --|--|--\"\n"},
		{
			"comments", "<!-- a -->\n<!-- b\n\nc --> \nd\n\n<div>\ne\n</div>\n",
			" \nhtml 0 \"<!-- a -->\"\nhtml 0 \"<!-- b c -->\"\nparagraph 0 \"d\"\nhtml 0 \"<div> e </div>\"\n",
		},
		{
			"text behind a comment", "<!-- a --> b\n\n- <!-- c --> d\n- <!-- e\n  --> [x] f\n- <!-- g -->\n",
			" \nhtml 0 \"<!-- a -->\"\nparagraph 0 \"b\"\nitem 1 \"d\"\nhtml 1 \"<!-- c -->\" -> 2\n" +
				"item 1 [x] \"f\"\nhtml 1 \"<!-- e -->\" -> 4\nitem 1 \"\"\nhtml 1 \"<!-- g -->\" -> 6\n",
		},
		{"an unclosed comment swallows nothing", "<!-- a -->\n<!-- b\n\n# C\n", " \nhtml 0 \"<!-- a -->\"\nparagraph 0 \"<!-- b\"\n# C\n"},
		{"line ends of Windows", "# A\r\n\r\n- b\r\n  c\r\n\r\n\r\n```\r\nd\r\ne\r\n```\r\n> f\r\n", "# A\nitem 1 \"b c\"\ncode 0 \"d e\"\nquote 0 \"f\"\n"},
		{"line ends of long ago", "# A\r- b\r- c", "# A\nitem 1 \"b\"\nitem 1 \"c\"\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			src := &Source{Path: "a.md", Text: "\ufeff---\na: b\n---\n" + test.body}
			sections, problems := readSections(src, len(src.Text)-len(test.body))
			if diff := cmp.Diff(test.want, dumpSections(sections)); diff != "" {
				t.Error(diff)
			}
			if len(problems) > 0 {
				t.Error(problems)
			}
			checkSections(t, src, sections)
		})
	}
}

func TestReadSectionsSpans(t *testing.T) {
	src := &Source{Text: "\ufeffHello\r\n\r\n## **Log** ##\r\n>\t- [x] told *Jane*\r\n>\t- one\r\n>\ttwo \r\n>\t-\r\n12) \r\n"}
	sections, _ := readSections(src, 0)
	var got []string
	for _, s := range sections {
		got = append(got, src.Text[s.title.Span.Start:s.title.Span.End])
		for _, b := range s.blocks {
			at := src.Position(b.text.Span.Start)
			got = append(got, fmt.Sprintf("%d:%d %q", at.Line, at.Column, src.Text[b.text.Span.Start:b.text.Span.End]))
		}
	}
	want := []string{
		"", `1:1 "Hello"`,
		"Log", `4:9 "told *Jane*"`, `5:5 "one\r\n>\ttwo"`, `7:4 ""`, `8:4 ""`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// checkSections asserts what holds of every note.
func checkSections(t *testing.T, src *Source, sections []section) {
	t.Helper()
	covered := make([]bool, len(src.Text))
	cover := func(span Span) {
		if span.Start < 0 || span.End < span.Start || span.End > len(src.Text) || span == (Span{}) {
			t.Fatalf("span %v in %d bytes", span, len(src.Text))
		}
		for i := span.Start; i < span.End; i++ {
			covered[i] = true
		}
	}
	for i, s := range sections {
		if s.level > 0 {
			cover(s.title.Span)
		}
		if s.parent >= i || s.parent >= 0 && sections[s.parent].level >= s.level {
			t.Errorf("section %d of level %d in %d", i, s.level, s.parent)
		}
		for j, b := range s.blocks {
			cover(b.text.Span)
			if b.verbatim != (src.Text[b.text.Span.Start:b.text.Span.End] == b.text.Value) {
				t.Errorf("verbatim %v: %q at %v", b.verbatim, b.text.Value, b.text.Span)
			}
			if b.parent >= j || b.parent >= 0 && s.blocks[b.parent].kind != item {
				t.Errorf("block %d in %d", j, b.parent)
			}
			if strings.ContainsAny(b.text.Value, "\r\n") || strings.Trim(b.text.Value, markdownSpace) != b.text.Value {
				t.Errorf("text %q", b.text.Value)
			}
		}
	}
	checkNothingLost(t, src, covered)
}

// checkNothingLost asserts that every letter of a body is in some block, but
// for ticks and the words behind a code fence.
func checkNothingLost(t *testing.T, src *Source, covered []bool) {
	t.Helper()
	body := 0
	if _, after, ok := strings.Cut(src.Text, "\n---\n"); ok {
		body = len(src.Text) - len(after)
	}
	for i, c := range src.Text {
		if i < body || !unicode.IsLetter(c) || covered[i] {
			continue
		}
		if tick := src.Text[max(0, i-1):min(len(src.Text), i+2)]; tick == "[x]" || tick == "[X]" {
			continue
		}
		start := strings.LastIndexAny(src.Text[:i], "\r\n") + 1
		if before := src.Text[start:i]; strings.Contains(before, "```") || strings.Contains(before, "~~~") {
			continue
		}
		t.Fatalf("%q at %d is in no block", c, i)
	}
}

func TestReadSectionsTooDeep(t *testing.T) {
	const million = 1 << 20
	tests := map[string]struct {
		body    string
		tooDeep int // where, -1 for not at all
	}{
		"a hundred quotes":      {strings.Repeat(">", 100) + "a\n", -1},
		"one quote more":        {strings.Repeat(">", 101) + "a\n", 100},
		"one list more":         {"x\n\n" + strings.Repeat("- ", 101) + "a\n", 203},
		"megabytes of quotes":   {strings.Repeat(">", 4*million), 100},
		"megabytes of lists":    {strings.Repeat("- ", 2*million) + "a", 200},
		"stars":                 {strings.Repeat("* + ", million) + "a", 200},
		"numbers":               {strings.Repeat("1. ", million) + "a", 300},
		"many deep lines":       {strings.Repeat(strings.Repeat(">", 200)+"\n", million/50), 100},
		"deep, then blank":      {strings.Repeat("- ", 100) + "a" + strings.Repeat("\n", 4*million), -1},
		"deep, then blank code": {strings.Repeat("- ", 100) + "```" + strings.Repeat("\r\n", 2*million), -1},
		"many small lists":      {strings.Repeat("-\n", million/2), -1},
		"a wide table":          {wideTable(million), -1},
		"brackets":              {strings.Repeat("[a](", million), -1},
		"emphasis":              {strings.Repeat("*a_ ", million), -1},
		"open comments":         {strings.Repeat("<!--\n", million/2), -1},
		"tags":                  {strings.Repeat("<a b='", million/2), -1},
		"an ordinary long note": {strings.Repeat("# Day\n\n- told Jane Doe about Acme\n  and more\n\nSome words.\n", 4*million/60), -1},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			src := &Source{Text: test.body}
			var problems []Problem
			less := &Source{Text: test.body[:len(test.body)/8] + "a"} // without a word it may be a rule
			if name == "a wide table" {                               // cut off, it would be none
				less.Text = wideTable(million / 8)
			}
			checkLinear(t, name, func() { readSections(less, 0) }, func() { _, problems = readSections(src, 0) })
			switch {
			case test.tooDeep < 0 && len(problems) > 0:
				t.Errorf("problem %+v", problems[0].Span)
			case test.tooDeep >= 0 && (len(problems) != 1 || problems[0].ID != TooDeep || problems[0].Span.Start != test.tooDeep):
				t.Errorf("problems %+v, want one at %d", problems, test.tooDeep)
			}
		})
	}
}

// wideTable is a table of n columns and half as many rows of one cell.
func wideTable(n int) string {
	return "a" + strings.Repeat("|", n) + "\n" + strings.Repeat("-|", n) + "-\n" + strings.Repeat("a\n", n/2)
}

func TestReadSectionsKeepsWhatIsTooDeep(t *testing.T) {
	src := &Source{Text: strings.Repeat("- ", 102) + "told Jane\n\n- thanked Dana\n"}
	sections, _ := readSections(src, 0)
	blocks := sections[0].blocks
	if got := blocks[99].text.Value; got != "- - told Jane" {
		t.Errorf("deepest item %q", got)
	}
	if got := blocks[len(blocks)-1]; got.text.Value != "thanked Dana" || got.depth != 1 {
		t.Errorf("last item %+v", got)
	}
}

func FuzzMarkdown(f *testing.F) {
	f.Add("# A\n- [x] b\n  c\n\n> d\n")
	f.Add("|a|\n|-|\n|b|\n---\n<!-- c --> d\n")
	f.Add("a\n===\r\n\t- b\n\n\t\t1. c\r~~~\n>\t- d")
	f.Add("<!-- a\n\n- <!-- b --> [ ] c\n[d]: e 'f'\n")
	f.Fuzz(func(t *testing.T, body string) {
		if strings.ContainsRune(body, 0) || strings.Contains(body, "\n---\n") {
			return
		}
		src := &Source{Text: body}
		sections, _ := readSections(src, 0)
		checkSections(t, src, sections)
	})
}

func BenchmarkReadSections(b *testing.B) {
	note := "# Panel\n\n## What worked\n\n- I explained the move to Kafka\n- my questions about the team\n\n" +
		"## Stumbles\n\n1. Why Go? → because it is plain\n2. Tell me about a conflict\n   - the migration\n\n" +
		"## Log\n\n- 2026-11-18 19:30 thanked Dana Reyes: the move to Kafka\n- [ ] thank Li Wei\n"
	src := &Source{Text: strings.Repeat(note, 5)}
	b.SetBytes(int64(len(src.Text)))
	b.ReportAllocs()
	for b.Loop() {
		readSections(src, 0)
	}
}
