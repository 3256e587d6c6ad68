package parser

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// A readingCase is a note and what is read at its top, as dumpFrontmatter
// writes it.
type readingCase struct{ name, note, want string }

func runReadingCases(t *testing.T, cases []readingCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			src := &Source{Path: "a.md", Text: c.note}
			fm, problems := readFrontmatter(src)
			checkPlaces(t, src, fm, problems)
			if diff := cmp.Diff(c.want, dumpFrontmatter(src, fm, problems)); diff != "" {
				t.Errorf("reading\n%s\n(-want +got)\n%s", c.note, diff)
			}
		})
	}
}

func TestProblemHints(t *testing.T) {
	note := "---\ncompany: Acme: Robotics\nwith: [@dana]\n---\n"
	_, problems := readFrontmatter(&Source{Path: "a.md", Text: note})
	var got []string
	for _, p := range problems {
		got = append(got, p.Hint)
	}
	want := []string{
		`put the value in quotes: "Acme: Robotics"`,
		"put names with special characters in quotes, or write one per line after `- `",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// What the fixes of a damaged block leave behind is read without a problem.
func TestFixesMend(t *testing.T) {
	for _, line := range []string{
		"role: Engineer: Platform # really", "with: @dana", "bold: *bold*", "share: 100: %", "tick: `x`",
		`after: "x" y`, `path: "C:\Users"`, `via: "Hays`, "via: 'Hays", "people: [Dana, Li", "company:Acme", "role = Engineer",
		"it: it's: a \"b\"", "company: Acme\a",
	} {
		note := "---\nstatus: done\n" + line + "\nok: yes\n---\n"
		_, problems := readFrontmatter(&Source{Path: "a.md", Text: note})
		if len(problems) != 1 || len(problems[0].Fixes) == 0 {
			t.Errorf("%s: problems %v", line, problems)
			continue
		}
		fix := problems[0].Fixes[0]
		mended := note[:fix.Span.Start] + fix.Text + note[fix.Span.End:]
		fm, problems := readFrontmatter(&Source{Path: "a.md", Text: mended})
		if len(problems) > 0 || fm.partial || len(fm.root.pairs) != 3 {
			t.Errorf("%s: still damaged after the fix:\n%s", line, mended)
		}
	}
}

func TestFoldKey(t *testing.T) {
	for _, key := range []string{"thank_you", "Thank-You", "THANK YOU", "thank\u00a0you", "thankyou"} {
		if got := foldKey(key); got != "thankyou" {
			t.Errorf("foldKey(%q) = %q", key, got)
		}
	}
	fm, _ := readFrontmatter(&Source{Path: "a.md", Text: "---\nDate Applied: 2026-03-12\n---\n"})
	if p := fm.root.get(foldKey("date_applied")); p == nil || p.value.text != "2026-03-12" {
		t.Errorf("get: %+v", p)
	}
	if p := fm.root.get("applied"); p != nil {
		t.Errorf("get of an absent key: %+v", p)
	}
}

func TestAliasBombEndsQuickly(t *testing.T) {
	var note strings.Builder
	note.WriteString("---\na0: &a0 [x, x, x, x, x, x, x, x, x]\n")
	for i := range 40 {
		fmt.Fprintf(&note, "a%d: &a%d [%s]\n", i+1, i+1, strings.Repeat(fmt.Sprintf("*a%d, ", i), 9))
	}
	note.WriteString("company: Acme\n---\n")
	src := &Source{Path: "a.md", Text: note.String()}
	fm, problems := readFrontmatter(src)
	checkPlaces(t, src, fm, problems)
	if len(problems) != 1 || problems[0].ID != TooDeep {
		t.Errorf("problems %v", problems)
	}
	if p := fm.root.get("company"); p == nil || p.value.text != "Acme" || !fm.partial {
		t.Errorf("company %+v, partial %v", p, fm.partial)
	}
}

func TestNestingHasABound(t *testing.T) {
	deep := func(open, inner, closing string, n int) string {
		return strings.Repeat(open, n) + inner + strings.Repeat(closing, n)
	}
	for _, c := range []struct{ name, note string }{
		{"yaml", "---\nx: " + deep("[", "1", "]", 200) + "\ncompany: Acme\n---\n"},
		{"yaml dashes", "---\nx:\n  " + deep("- ", "1", "", 200) + "\ncompany: Acme\n---\n"},
		{"toml", "+++\nx = " + deep("[", "1", "]", 200) + "\ncompany = \"Acme\"\n+++\n"},
		{"toml dots", "+++\nx" + deep(".x", "", "", 200) + " = 1\ncompany = \"Acme\"\n+++\n"},
		{"json", ";;;\n{\"x\": " + deep("[", "1", "]", 200) + ", \"company\": \"Acme\"}\n;;;\n"},
	} {
		src := &Source{Path: "a.md", Text: c.note}
		fm, problems := readFrontmatter(src)
		checkPlaces(t, src, fm, problems)
		if len(problems) != 1 || problems[0].ID != TooDeep {
			t.Errorf("%s: problems %v", c.name, problems)
		}
		if fm.root.get("x") == nil || !fm.partial {
			t.Errorf("%s: the deep value is gone", c.name)
		}
		if p := fm.root.get("company"); p == nil || p.value.text != "Acme" {
			t.Errorf("%s: company %+v", c.name, p)
		}
	}
	fm, problems := readFrontmatter(&Source{Path: "a.md", Text: "---\nx: " + deep("[", "1", "]", 90) + "\n---\n"})
	if len(problems) > 0 || fm.partial {
		t.Errorf("90 levels: %v", problems)
	}
}

// A megabyte of anything is read in about eight times what an eighth takes. A
// quadratic reader would take sixty-four times as long.
func TestLargeNotesEndQuickly(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	small := largeNotes(1 << 17)
	for name, note := range largeNotes(1 << 20) {
		src, less := &Source{Path: "a.md", Text: note}, &Source{Path: "a.md", Text: small[name]}
		checkLinear(t, name, func() { readFrontmatter(less) }, func() {
			fm, problems := readFrontmatter(src)
			checkPlaces(t, src, fm, problems)
		})
	}
}

// checkLinear compares what an input and one of eight times its size take. On
// a machine that others load both take longer, and a spike passes.
func checkLinear(t *testing.T, name string, small, large func()) {
	t.Helper()
	took := func(read func()) time.Duration {
		begun := time.Now()
		read()
		return time.Since(begun)
	}
	var less, more time.Duration
	for range 3 {
		less, more = took(small), took(large)
		if more < time.Second || more < 30*less {
			return
		}
	}
	t.Errorf("%s: took %v, and eight times as much %v", name, less, more)
}

// largeNotes are notes of about a size that a careless reader is slow on.
func largeNotes(size int) map[string]string {
	many := func(s string) string { return strings.Repeat(s, size/len(s)) }
	return map[string]string{
		"open lists":       "---\na: " + many("[") + "\n---\n",
		"one long list":    "---\na: [" + many("é,") + "]\n---\n",
		"open links":       "---\na: " + many("[[a") + "\n---\n",
		"open templates":   "---\na: " + many("<% ") + "\n---\n",
		"one key":          "---\n" + many("a: 1\n") + "---\n",
		"bad items":        "---\nx:\n" + many("- a: 1\n  b: @ no\n") + "---\n",
		"prose":            "---\n" + many("hello world\n") + "---\n",
		"aliases":          "---\na: &a 1\nb: [" + many("*a,") + "]\n---\n",
		"merges":           "---\na: &a {x: 1}\nb:\n" + many("  <<: *a\n") + "---\n",
		"conflicts":        "---\n" + many("b: 1\n<<<<<<< a\nq: 1\n>>>>>>> b\n") + "---\n",
		"never closed":     "---\n" + many("a: 1\n"),
		"blank":            "---\n" + many("\n"),
		"toml open lists":  "+++\n" + many("a = [[[[[[[[\n") + "+++\n",
		"toml strings":     "+++\n" + many("a = '''\nb = \"\"\"\n") + "+++\n",
		"toml dots":        "+++\na" + many(".a") + " = 1\n+++\n",
		"json open lists":  ";;;\n{\"a\":" + many("[") + "\n;;;\n",
		"json, no commas":  ";;;\n{\n" + many("\"a\": 1\n") + "}\n;;;\n",
		"a body, no fence": many("hello\n"),
	}
}

func BenchmarkReadFrontmatter(b *testing.B) {
	src := &Source{Path: "a.md", Text: `---
company: Acme Robotics
role: Platform Engineer
date: 2026-03-12 14:00
round: panel
interviewers: [Dana Reyes, Li Wei]
status: done
thanked:
  Dana Reyes: 2026-03-13 09:00
  Li Wei: yes
confidence: 4
---

## What worked
- the story about the migration
`}
	b.ReportAllocs()
	b.SetBytes(int64(len(src.Text)))
	for b.Loop() {
		readFrontmatter(src)
	}
}
